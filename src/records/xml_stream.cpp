#include "records/xml_stream.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "evigrade/base/entities.hpp"
#include "evigrade/base/text.hpp"
#include "records/xml_builder.hpp"

namespace evigrade::records {
namespace {

/// No tag, comment or attribute of a bibliographic file is longer; a parser that waits for its end would read the
/// beginning again and again.
constexpr std::size_t longest_token = std::size_t{4} << 20;

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

/// In place of a DTD, fetched or not, an empty one is read: then an unknown entity is skipped, and no error. Other
/// external entities are passed over.
int read_nothing(XML_Parser parser, const char* context, const char* /*base*/, const char* /*system*/,
                 const char* /*public*/) {
    if (context != nullptr) return XML_STATUS_OK;
    const Parser dtd(XML_ExternalEntityParserCreate(parser, context, nullptr), XML_ParserFree);
    return dtd ? XML_Parse(dtd.get(), "", 0, 1) : XML_STATUS_ERROR;
}

class XmlReader {
public:
    XmlReader(Source& in, Sink& sink, const XmlPlan& plan, const TakeElement& take)
        : in_(in), sink_(sink), plan_(plan), take_(take), builder_(plan) {}
    Status read();

private:
    enum class Root { own, made };  ///< made: parsing was taken up again inside an element of ours

    void open(Root root);
    bool feed(std::string_view piece, bool last);
    [[nodiscard]] std::string what_failed() const;
    void fail(const std::string& why);
    bool resume();
    std::size_t find_record(std::string_view text) const;
    [[nodiscard]] std::size_t here() const;
    [[nodiscard]] Spot spot() const;
    void start(const char* name, const char** attributes);
    void end();
    void text(std::string_view piece);
    void entity(std::string_view name);
    void stop_unclosed();

    Source& in_;
    Sink& sink_;
    const XmlPlan& plan_;
    const TakeElement& take_;
    XmlBuilder builder_;
    Parser parser_{nullptr, XML_ParserFree};
    Root root_ = Root::own;
    std::string pending_;         ///< text from the last token on
    std::size_t pending_at_ = 0;  ///< where it begins
    std::size_t base_ = 0;        ///< of the parser's first byte in the text; less what was made for it
    std::size_t base_line_ = 0;   ///< lines before the parser's first
    std::size_t lines_ = 0;       ///< line ends before pending_
    Spot record_;
    bool unclosed_ = false;
    Status status_ = done();
    std::optional<std::string> outside_;  ///< what was wrong outside of records
};

constexpr std::string_view made_root = "<r>";

void XmlReader::open(Root root) {
    parser_.reset(XML_ParserCreate("UTF-8"));
    root_ = root;
    unclosed_ = false;
    base_ = pending_at_;
    base_line_ = lines_;
    XML_Parser p = parser_.get();
    XML_SetUserData(p, this);
    XML_SetElementHandler(
        p,
        [](void* self, const char* name, const char** attributes) {
            static_cast<XmlReader*>(self)->start(name, attributes);
        },
        [](void* self, const char* /*name*/) { static_cast<XmlReader*>(self)->end(); });
    XML_SetCharacterDataHandler(p, [](void* self, const char* piece, int size) {
        static_cast<XmlReader*>(self)->text({piece, static_cast<std::size_t>(size)});
    });
    // A default handler keeps expat from expanding entities that the document declares; unknown ones are no error.
    XML_SetDefaultHandler(p, [](void* /*self*/, const char* /*piece*/, int /*size*/) {});
    XML_SetSkippedEntityHandler(p, [](void* self, const char* name, int parameter) {
        if (parameter == 0) static_cast<XmlReader*>(self)->entity(name);
    });
    XML_UseForeignDTD(p, XML_TRUE);
    XML_SetParamEntityParsing(p, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE);
    XML_SetExternalEntityRefHandler(p, read_nothing);
    if (root == Root::made) XML_Parse(p, made_root.data(), static_cast<int>(made_root.size()), 0);
}

/// Where the parser stands in the text.
std::size_t XmlReader::here() const {
    const auto index = XML_GetCurrentByteIndex(parser_.get());
    const std::size_t made = root_ == Root::made ? made_root.size() : 0;
    return index < 0 ? base_ : base_ + static_cast<std::size_t>(index) - std::min(static_cast<std::size_t>(index), made);
}

Spot XmlReader::spot() const {
    return {here(), base_line_ + static_cast<std::size_t>(XML_GetCurrentLineNumber(parser_.get()))};
}

void XmlReader::start(const char* name, const char** attributes) {
    const std::string_view local = local_name(name);
    if (builder_.inside()) {
        if (builder_.is_record(local)) return stop_unclosed();
        builder_.start(local, attributes);
        if (builder_.keeps() && here() - record_.offset > largest_record) builder_.let_go();
        return;
    }
    const RecordElement* element = builder_.begins(local);
    if (element == nullptr) return;
    record_ = spot();
    builder_.begin(local, attributes, sink_.wanted() || element->events == Events::several);
}

void XmlReader::text(std::string_view piece) {
    builder_.text(piece);
    if (builder_.keeps() && here() - record_.offset > largest_record) builder_.let_go();
}

void XmlReader::entity(std::string_view name) {
    if (builder_.inside()) builder_.text(unescaped('&' + std::string(name) + ';'));
}

/// A record begins where the one before has not ended.
void XmlReader::stop_unclosed() {
    unclosed_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
}

void XmlReader::end() {
    if (unclosed_) return;
    if (!builder_.inside() || !builder_.end()) return;
    if (builder_.keeps()) {
        status_ = take_(builder_.record(), record_);
    } else if (sink_.wanted()) {
        sink_.bad("the record is larger than 64 MB", record_);
    } else {
        sink_.record({}, record_);
    }
    builder_.clear();
    if (!status_ || sink_.stopped()) XML_StopParser(parser_.get(), XML_FALSE);
}

/// Hands a piece to the parser; false where that cannot go on.
bool XmlReader::feed(std::string_view piece, bool last) {
    if (XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0) != XML_STATUS_OK) return false;
    const std::size_t token = std::clamp(here(), pending_at_, pending_at_ + pending_.size());
    lines_ += static_cast<std::size_t>(
        std::count(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(token - pending_at_), '\n'));
    pending_.erase(0, token - pending_at_);
    pending_at_ = token;
    return pending_.size() < longest_token;
}

std::string XmlReader::what_failed() const {
    if (unclosed_) return "the record does not end";
    switch (const XML_Error code = XML_GetErrorCode(parser_.get())) {
        case XML_ERROR_NONE:
            return "a tag is longer than 4 MB";
        case XML_ERROR_NO_ELEMENTS:
        case XML_ERROR_UNCLOSED_TOKEN:
            return "the file ends before its end";
        default:
            return std::string("not well-formed: ") + XML_ErrorString(code);
    }
}

/// What went wrong belongs to the record inside which it went wrong.
void XmlReader::fail(const std::string& why) {
    const XML_Error code = XML_GetErrorCode(parser_.get());
    const bool joined = code == XML_ERROR_JUNK_AFTER_DOC_ELEMENT || code == XML_ERROR_MISPLACED_XML_PI;
    if (builder_.inside()) {
        sink_.bad(why, record_);
    } else if (root_ == Root::own && !joined && !outside_) {
        outside_ = why;
    }
    builder_.clear();
}

/// The first place where a record element begins.
std::size_t XmlReader::find_record(std::string_view text) const {
    for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<', open + 1)) {
        const std::string_view rest = text.substr(open + 1, 80);
        const std::size_t end = rest.find_first_of(" \t\r\n/>");
        // A name cut at the end of the piece is looked at again when more is there.
        if (end == std::string_view::npos && open + 1 + rest.size() == text.size()) return open;
        const std::string_view name = local_name(rest.substr(0, end));
        if (std::any_of(plan_.records.begin(), plan_.records.end(), [&](const auto& e) { return e.name == name; }))
            return open;
    }
    return std::string_view::npos;
}

/// After a failure: passes over the text to the next record and takes up parsing there. False where there is none.
bool XmlReader::resume() {
    const std::size_t place = here() + (unclosed_ ? 0 : 1);
    std::size_t from = std::min(place - std::min(place, pending_at_), pending_.size());
    for (;;) {
        const std::size_t found = find_record(std::string_view(pending_).substr(from));
        const std::size_t gone = found == std::string::npos ? pending_.size() : from + found;
        lines_ += static_cast<std::size_t>(
            std::count(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(gone), '\n'));
        pending_.erase(0, gone);
        pending_at_ += gone;
        from = 0;
        if (found != std::string::npos && pending_.size() > 80) break;
        const std::string_view piece = in_.next();
        if (piece.empty()) {
            if (find_record(pending_ + ' ') != 0) return false;
            break;
        }
        pending_ += piece;
    }
    open(Root::made);
    return true;
}

Status XmlReader::read() {
    open(Root::own);
    for (;;) {
        const std::string_view piece = in_.next();
        pending_ += piece;
        bool good = feed(piece, piece.empty());
        while (!good && status_ && !sink_.stopped()) {
            fail(what_failed());
            if (sink_.stopped() || !resume()) {
                if (outside_ && sink_.seen() > 0) sink_.bad(*outside_, {pending_at_, lines_ + 1});
                if (outside_ && sink_.seen() == 0)
                    return Error{Failure::unreadable_input, "this XML cannot be read: " + *outside_, "",
                                 "fetch the file again"};
                return status_;
            }
            const std::string again = pending_;
            good = feed(again, piece.empty());
        }
        if (!status_ || sink_.stopped() || (good && piece.empty())) return status_;
    }
}

}  // namespace

Status read_xml(Source& in, Sink& sink, const XmlPlan& plan, const TakeElement& take) {
    return XmlReader(in, sink, plan, take).read();
}

}  // namespace evigrade::records
