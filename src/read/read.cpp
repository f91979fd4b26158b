#include "evigrade/read.hpp"
#include "evigrade/base/charset.hpp"

#include <optional>
#include <utility>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "read/clean.hpp"
#include "read/findings.hpp"
#include "read/front_matter.hpp"
#include "read/html.hpp"
#include "read/jats.hpp"
#include "read/landmarks.hpp"
#include "read/markdown.hpp"
#include "read/metadata.hpp"
#include "read/pdf.hpp"
#include "read/source.hpp"
#include "read/templates.hpp"

namespace evigrade::read {

struct Reader::Tables {
    explicit Tables(const Data& data) : landmarks(data), metadata(data) {}
    Landmarks landmarks;
    Metadata metadata;
};

Reader::Reader(const Data& data) : tables_(std::make_unique<const Tables>(data)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

namespace {

/// A page's own title goes in front where its text does not begin with it.
std::string with_title(std::string html, const Page& page) {
    constexpr std::size_t head = 2000;
    if (!page.citation_title) return html;
    const std::string begins = ' ' + fold(html.substr(0, head)) + ' ';
    if (begins.find(' ' + fold(*page.citation_title) + ' ') != std::string::npos) return html;
    std::string title = "<h1>";
    for (const char c : *page.citation_title) {
        if (c == '<') {
            title += "&lt;";
        } else if (c == '&') {
            title += "&amp;";
        } else {
            title += c;
        }
    }
    return title + "</h1>\n" + html;
}

void read_markdown(std::string_view text, const Landmarks& landmarks, const Limits& limits, Article& article, Page& page) {
    const std::string_view body = take_front_matter(text, page);
    if (body.size() == text.size() && !looks_like_markdown(text)) {
        article.text = text;
        return;
    }
    read_html(with_title(markdown_to_html(without_templates(body)), page), landmarks, limits, article, page);
    mark_footnote_markers(article);
}

void read_markup(std::string_view text, const Landmarks& landmarks, const Limits& limits, Article& article, Page& page) {
    const std::string_view body = take_front_matter(text, page);
    read_html(with_title(without_templates(body), page), landmarks, limits, article, page);
}

Article finished(Article article, const Page& page, const Metadata& metadata) {
    if (trim(article.text).empty()) note_empty(article);
    metadata.describe(article, page);
    article.id = content_id(article.text);
    return article;
}

}  // namespace

Result<Article> Reader::bytes(std::string_view bytes, const std::string& name, const Limits& limits) const {
    const auto format = format_of(bytes, name);
    if (!format) return format.error();
    Article article;
    article.file = name;
    article.format = *format;
    article.bytes = bytes.size();
    Page page;

    if (*format == ArticleFormat::pdf) {
        if (const auto status = read_pdf(bytes, limits, article, page); !status) return status.error();
        return finished(std::move(article), page, tables_->metadata);
    }
    const Decoded decoded = decode_bytes(bytes);
    Cleaner cleaner;
    std::string buffer;
    const std::string_view text = cleaner.clean(decoded.text, buffer);
    switch (*format) {
        case ArticleFormat::markdown:
            read_markdown(text, tables_->landmarks, limits, article, page);
            break;
        case ArticleFormat::html:
            read_markup(text, tables_->landmarks, limits, article, page);
            break;
        case ArticleFormat::jats:
            read_jats(text, article, page);
            break;
        case ArticleFormat::pdf:  // done above
        case ArticleFormat::text:
            article.text = text;
            break;
    }
    note_broken_encoding(article, decoded.replaced, decoded.charset);
    note_controls(article, cleaner.controls());
    return finished(std::move(article), page, tables_->metadata);
}

Result<Article> Reader::file(const std::string& path, const Limits& limits) const {
    const auto loaded = load(path, limits);
    if (!loaded) return loaded.error();
    return bytes(*loaded, path, limits);
}

Result<Article> read_file(const std::string& path, const Data& data, const Limits& limits) {
    return Reader(data).file(path, limits);
}

Result<Article> read_bytes(std::string_view bytes, const std::string& name, const Data& data, const Limits& limits) {
    return Reader(data).bytes(bytes, name, limits);
}

}  // namespace evigrade::read
