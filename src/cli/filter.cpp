#include "cli/filter.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "evigrade/base/text.hpp"

namespace evigrade::cli {
namespace {

constexpr std::size_t longest_line = std::size_t{64} << 20;

struct Close {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};
using File = std::unique_ptr<std::FILE, Close>;

/// Reads line after line through one buffer. A line beyond `longest_line` is skipped to its end and reported.
class Lines {
public:
    explicit Lines(std::FILE* file) : file_(file) {}

    enum class Got { line, too_long, end };
    Got next(std::string& line) {
        line.clear();
        bool too_long = false;
        for (;;) {
            if (at_ == filled_ && !fill())
                return line.empty() && !too_long ? Got::end : (too_long ? Got::too_long : Got::line);
            const char* begin = buffer_ + at_;
            const auto* stop = static_cast<const char*>(std::memchr(begin, '\n', filled_ - at_));
            const std::size_t length = stop != nullptr ? static_cast<std::size_t>(stop - begin) : filled_ - at_;
            too_long = too_long || line.size() + length > longest_line;
            if (too_long) {
                line.assign(1, ' ');
            } else {
                line.append(begin, length);
            }
            at_ += length + (stop != nullptr ? 1 : 0);
            if (stop != nullptr) return too_long ? Got::too_long : Got::line;
        }
    }

private:
    bool fill() {
        filled_ = std::fread(buffer_, 1, sizeof buffer_, file_);
        at_ = 0;
        return filled_ > 0;
    }

    std::FILE* file_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    char buffer_[1 << 16];
};

/// `answer` gives the line to print.
int filter(Context& context, const std::string& path, const std::function<std::string(std::string_view, Json&)>& answer) {
    const File file(path.empty() || path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file)
        return fail(context, {Failure::unreadable_input, std::strerror(errno), path,
                              "name a readable file, or - for standard input"});
    const auto lines = std::make_unique<Lines>(file.get());
    std::string line;
    int code = exit_done;
    for (std::size_t number = 1;; ++number) {
        const Lines::Got got = lines->next(line);
        if (got == Lines::Got::end) break;
        const std::string_view text = trim(line);
        if (text.empty() && got == Lines::Got::line) continue;
        Json id;
        try {
            if (got == Lines::Got::too_long) throw std::invalid_argument("the line is longer than 64 MiB");
            context.console.print(answer(text, id));
        } catch (const std::exception& error) {
            context.console.print(dump_line(Json{{"id", id}, {"line", number}, {"error", error.what()}}));
            code = static_cast<int>(Failure::partial);
        }
    }
    return code;
}

/// The object on a line; its `id` is kept for the answer.
Json record_of(std::string_view line, Json& id) {
    Json record = Json::parse(line, nullptr, false);
    if (record.is_discarded() || !record.is_object()) throw std::invalid_argument("the line is no JSON object");
    if (const auto found = record.find("id"); found != record.end()) id = *found;
    return record;
}

}  // namespace

std::string dump_line(const Json& record) {
    return record.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string required_text(const Json& record, const char* key) {
    const auto found = record.find(key);
    if (found == record.end() || !found->is_string())
        throw std::invalid_argument(fmt::format("`{}` is missing or no string", key));
    return found->get<std::string>();
}

std::string optional_text(const Json& record, const char* key) {
    const auto found = record.find(key);
    return found == record.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

int filter_json_lines(Context& context, const std::string& path, const std::function<Json(const Json&)>& answer) {
    return filter(context, path, [&](std::string_view line, Json& id) {
        const Json out = answer(record_of(line, id));
        Json with_id{{"id", id}};
        with_id.update(out);
        return dump_line(with_id);
    });
}

int filter_json_rendered(Context& context, const std::string& path, const std::function<std::string(const Json&)>& answer) {
    return filter(context, path, [&](std::string_view line, Json& id) {
        std::string out = answer(record_of(line, id));
        return "{\"id\":" + id.dump(-1, ' ', false, Json::error_handler_t::replace) + "," + out.substr(1) + "\n";
    });
}

int filter_plain_lines(Context& context, const std::string& path,
                       const std::function<std::string(std::string_view)>& answer) {
    return filter(context, path, [&](std::string_view line, Json&) { return answer(line) + "\n"; });
}

}  // namespace evigrade::cli
