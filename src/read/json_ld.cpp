#include "read/json_ld.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

using Json = nlohmann::json;
constexpr int deepest_json = 8;

std::string text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    if (found->is_string()) return squeeze(found->get<std::string>());
    if (found->is_object()) return text_at(*found, "name");
    return {};
}

void set_once(std::optional<std::string>& field, std::string value) {
    if (!field && !value.empty()) field = std::move(value);
}

void add_authors(const Json& author, std::vector<std::string>& out, int depth) {
    if (depth > deepest_json) return;
    if (author.is_array()) {
        for (const Json& one : author) add_authors(one, out, depth + 1);
    } else if (author.is_string()) {
        out.push_back(squeeze(author.get<std::string>()));
    } else if (author.is_object()) {
        if (std::string name = text_at(author, "name"); !name.empty()) out.push_back(std::move(name));
    }
}

/// Takes a list of authors that names those already known and more: meta elements often name the first alone.
void take_authors(const Json& author, Page& page) {
    std::vector<std::string> listed;
    add_authors(author, listed, 0);
    const bool names_all = std::all_of(page.authors.begin(), page.authors.end(), [&](const std::string& known) {
        return std::find(listed.begin(), listed.end(), known) != listed.end();
    });
    if (names_all && listed.size() > page.authors.size()) page.authors = std::move(listed);
}

/// Types of schema.org that describe the page's own text.
bool is_article_type(std::string_view type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type.ends_with("WebPage") || type == "Product" ||
           type == "Report" || type == "MedicalScholarlyArticle" || type == "FAQPage" || type == "DiscussionForumPosting";
}

void read_object(const Json& object, Page& page) {
    const std::string type = text_at(object, "@type");
    if (!is_article_type(type)) return;
    page.kinds.push_back("type:" + type);
    set_once(page.headline, text_at(object, "headline"));
    set_once(page.published, text_at(object, "datePublished"));
    set_once(page.language, text_at(object, "inLanguage"));
    set_once(page.site, text_at(object, "publisher"));
    set_once(page.url, text_at(object, "url"));
    if (const auto author = object.find("author"); author != object.end()) take_authors(*author, page);
}

void read_value(const Json& value, Page& page, int depth) {
    if (depth > deepest_json) return;
    if (value.is_array()) {
        for (const Json& one : value) read_value(one, page, depth + 1);
    } else if (value.is_object()) {
        read_object(value, page);
        if (const auto graph = value.find("@graph"); graph != value.end()) read_value(*graph, page, depth + 1);
    }
}

}  // namespace

void read_json_ld(std::string_view json, Page& page) {
    constexpr std::size_t largest = std::size_t{1} << 20;
    if (json.size() > largest) return;
    const Json value = Json::parse(json, nullptr, false);
    if (!value.is_discarded()) read_value(value, page, 0);
}

}  // namespace evigrade::read
