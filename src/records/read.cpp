#include "evigrade/base/text.hpp"
#include "evigrade/records.hpp"
#include "records/formats.hpp"

namespace evigrade::records {
namespace {

Error named(Error error, const std::string& name) {
    if (error.in.empty()) error.in = name;
    return error;
}

Error unknown_format(const std::string& name, bool empty) {
    if (empty) return {Failure::unreadable_input, "there is nothing in it", name, "check that the export was finished"};
    return {Failure::unreadable_input, "this is no bibliographic file that is known here", name,
            "see `help import` for what can be read, and name the format with --format where it is one of them"};
}

Result<Reading> read_source(Source& source, const std::string& name, const Take& take, std::optional<Format> format,
                            std::size_t skip) {
    if (!format) format = detect(source.head(), name);
    if (!format) {
        if (const auto trouble = source.trouble()) return *trouble;
        return unknown_format(name, trim(source.head()).empty());
    }
    Sink sink(name, take, skip);
    const Status status = reader_of(*format)(source, sink);
    if (const auto trouble = source.trouble(); trouble && !sink.stopped()) return *trouble;
    if (!status) return named(status.error(), name);
    Reading reading = sink.reading();
    reading.format = *format;
    return reading;
}

}  // namespace

Result<Reading> read(const std::string& path, const Take& take, std::optional<Format> format, std::size_t skip) {
    auto bytes = open_bytes(path);
    if (!bytes) return bytes.error();
    Source source(std::move(*bytes), path);
    return read_source(source, path, take, format, skip);
}

Result<Reading> read_text(std::string_view text, const std::string& name, const Take& take, std::optional<Format> format) {
    Source source(bytes_of(text, std::size_t{1} << 16), name);
    return read_source(source, name, take, format, 0);
}

}  // namespace evigrade::records
