#include "records/json_stream.hpp"

#include "records/json_scanner.hpp"

namespace evigrade::records {
namespace {

class Parse final : public JsonScanner::Listener {
public:
    Parse(Sink& sink, const TakeJson& take) : sink_(sink), take_(take) {}

    bool object(std::string_view bytes, Spot spot) override {
        if (!sink_.wanted()) {
            sink_.record({}, spot);
            return !sink_.stopped();
        }
        try {
            status_ = take_(Json::parse(bytes), spot);
        } catch (const Json::exception& error) {
            sink_.bad("not JSON: " + cause(error.what()), spot);
        }
        return status_.ok() && !sink_.stopped();
    }

    bool broken(const std::string& why, Spot spot) override {
        sink_.bad(why, spot);
        return !sink_.stopped();
    }

    [[nodiscard]] const Status& status() const { return status_; }

private:
    /// "[json.exception.parse_error.101] parse error at line 1, column 6: syntax error ..." from its last part on.
    static std::string cause(std::string_view what) {
        const std::size_t place = what.find("column ");
        const std::size_t colon = what.find(": ", place == std::string_view::npos ? 0 : place);
        return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
    }

    Sink& sink_;
    const TakeJson& take_;
    Status status_ = done();
};

}  // namespace

Status read_json(Source& in, Sink& sink, const TakeJson& take) {
    Parse parse(sink, take);
    JsonScanner scanner(parse);
    for (std::string_view piece = in.next(); !piece.empty(); piece = in.next()) {
        if (!scanner.scan(piece)) return parse.status();
    }
    scanner.finish();
    return parse.status();
}

}  // namespace evigrade::records
