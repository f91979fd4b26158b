// JATS and the NLM tag sets before it: the front of an article and its reference list. Bodies are not looked at.
#include "records/jats.hpp"

#include <array>

#include "evigrade/base/text.hpp"
#include "records/formats.hpp"
#include "records/normal.hpp"
#include "records/xml_stream.hpp"
#include "records/xml_tree.hpp"

namespace evigrade::records {
namespace {

using Node = pugi::xml_node;

constexpr std::array<RecordElement, 2> record_elements{{
    {"article", Events::one}, {"full-text-retrieval-response", Events::one},  // Elsevier's, in its own words
}};
constexpr std::array<std::string_view, 6> passed_over{"body",     "floats-group", "sub-article",
                                                      "response", "originalText", "permissions"};

struct Related {
    std::string_view type;
    RelationKind kind;
};
/// @related-article-type: https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/related-article-type.html and
/// PMC's tagging guidelines (the "-forward" forms stand on the article that is corrected).
constexpr std::array<Related, 12> related_types{{
    {"retracted-article", RelationKind::retracts},
    {"retraction-forward", RelationKind::retracted_by},
    {"corrected-article", RelationKind::corrects},
    {"addended-article", RelationKind::corrects},
    {"correction-forward", RelationKind::corrected_by},
    {"addendum", RelationKind::corrected_by},
    {"object-of-concern", RelationKind::raises_concern},
    {"concern-forward", RelationKind::concern_by},
    {"commentary-article", RelationKind::comments_on},
    {"letter", RelationKind::comments_on},
    {"preprint", RelationKind::published_from},
    {"republished-article", RelationKind::republished},
}};

void take_people(const Node& meta, BibItem& item) {
    for (const Node& group : meta.children("contrib-group")) {
        for (const Node& contrib : group.children("contrib")) {
            std::string_view role = contrib.attribute("contrib-type").value();
            if (role.empty()) role = group.attribute("content-type").value();
            if (role.starts_with("author") || role.empty()) {
                for (Name& name : jats_people(contrib, "author")) item.authors.push_back(std::move(name));
            } else if (role == "editor") {
                for (Name& name : jats_people(contrib, "author")) item.editors.push_back(std::move(name));
            }
        }
    }
}

/// The date of the issue where there is one: it is the one that is cited.
std::optional<Date> published(const Node& meta) {
    std::optional<Date> best;
    int rank = 0;
    for (const Node& node : meta.children("pub-date")) {
        const std::string_view type = node.attribute("pub-type").value();
        const std::string_view kind = node.attribute("date-type").value();
        int now = 1;
        if (type == "epub" || type == "epub-ppub" || kind.starts_with("pub")) now = 2;
        if (type == "collection" || type == "ppub" || kind == "collection") now = type == "ppub" ? 4 : 3;
        if (type == "pmc-release" || type == "archival-date" || type.starts_with("nihms")) now = 0;
        auto date = date_of(text_of(node.child("year")), text_of(node.child("month")), text_of(node.child("day")));
        if (date && (!best || now > rank)) {
            best = date;
            rank = now;
        }
    }
    return best;
}

void take_paragraphs(const Node& section, const std::string& label, std::string& out, int depth) {
    for (const Node& child : section.children()) {
        const std::string_view name = child.name();
        if (name == "p") {
            const std::string text = text_of(child);
            if (!text.empty()) out += (out.empty() ? "" : "\n") + (label.empty() ? "" : label + ": ") + text;
        } else if (name == "sec" && depth < 5) {
            std::string title = text_of(child.child("title"));
            if (title.ends_with(':') || title.ends_with('.')) title.pop_back();
            take_paragraphs(child, title, out, depth + 1);
        }
    }
}

/// The article's own abstract, not its summaries for editors, patients or the web.
std::optional<std::string> abstract_of(const Node& meta) {
    std::string out;
    for (const Node& abstract : meta.children("abstract")) {
        if (*abstract.attribute("abstract-type").value() == '\0' && out.empty()) take_paragraphs(abstract, "", out, 0);
    }
    return out.empty() ? std::nullopt : std::optional(out);
}

void take_related(const Node& meta, BibRecord& record) {
    for (const Node& node : meta.children("related-article")) {
        for (const auto& [type, kind] : related_types) {
            if (type != node.attribute("related-article-type").value()) continue;
            const std::string_view scheme = node.attribute("ext-link-type").value();
            const std::string target =
                *node.attribute("href").value() != '\0' ? node.attribute("href").value() : text_of(node);
            Relation relation{
                kind, doi_of(target), scheme == "pmid" || scheme == "pubmed" ? pmid_of(target) : std::nullopt, {}, {}};
            relation.words = said(text_of(node));
            record.relations.push_back(std::move(relation));
        }
    }
    record.state = state_of(record.relations);
}

void take_numbers(const Node& meta, BibItem& item) {
    for (const Node& id : meta.children("article-id")) {
        const std::string_view type = id.attribute("pub-id-type").value();
        if (type == "doi" && !item.doi) item.doi = doi_of(text_of(id));
        if (type == "pmid") item.pmid = pmid_of(text_of(id));
        if (type == "pmc" || type == "pmcid") item.pmcid = pmcid_of(text_of(id));
    }
    item.volume = said_at(meta, {"volume"});
    item.issue = said_at(meta, {"issue"});
    item.page = pages_of(text_of(meta.child("fpage")), text_of(meta.child("lpage")));
    if (!item.page) item.page = said_at(meta, {"elocation-id"});
}

void take_lists(const Node& article, const Node& meta, BibRecord& record) {
    for (const Node& group : meta.children("kwd-group")) {
        if (std::string_view(group.attribute("kwd-group-type").value()) == "abbreviations") continue;
        for (const Node& word : group.children("kwd")) {
            if (auto text = said(text_of(word))) record.keywords.push_back(std::move(*text));
        }
    }
    Node list = find_below(article.child("back"), "ref-list");
    for (; list; list = list.next_sibling("ref-list")) {
        for (const Node& ref : list.children("ref")) record.references.push_back(jats_reference(ref));
    }
}

BibRecord record_of(const Node& article) {
    BibRecord record;
    BibItem& item = record.item;
    const Node front = article.child("front");
    const Node journal = front.child("journal-meta");
    const Node meta = front.child("article-meta");
    item.type = ItemType::article_journal;
    item.title = title_of(text_of(at(meta, {"title-group", "article-title"})));
    const auto subtitle = title_of(text_of(at(meta, {"title-group", "subtitle"})));
    if (item.title && subtitle) *item.title += ": " + *subtitle;
    take_people(meta, item);
    item.container_title = said(text_of(find_below(journal, "journal-title")));
    if (!item.container_title) item.container_title = said(text_of(find_below(journal, "abbrev-journal-title")));
    if (!item.container_title) item.container_title = said_at(journal, {"journal-id"});
    item.issn = said_at(journal, {"issn"});
    item.publisher = said_at(journal, {"publisher", "publisher-name"});
    item.publisher_place = said_at(journal, {"publisher", "publisher-loc"});
    item.issued = published(meta);
    take_numbers(meta, item);
    record.abstract = abstract_of(meta);
    record.language = said(article.attribute("lang").value());
    if (auto type = said(article.attribute("article-type").value())) {
        if (*type == "preprint") item.type = ItemType::article;
        record.publication_types.push_back(std::move(*type));
    }
    if (record.abstract) {
        if (auto trial = trial_in(*record.abstract)) record.trials.push_back(std::move(*trial));
    }
    take_lists(article, meta, record);
    take_related(meta, record);
    return record;
}

/// Elsevier's answer to a request for a full text: Dublin Core and PRISM.
BibRecord record_of_coredata(const Node& response) {
    BibRecord record;
    BibItem& item = record.item;
    const Node core = response.child("coredata");
    item.type = text_of(core.child("aggregationType")) == "Book" ? ItemType::chapter : ItemType::article_journal;
    item.title = title_of(text_of(core.child("title")));
    for (const Node& creator : core.children("creator")) item.authors.push_back(person_of(text_of(creator)));
    item.container_title = said_at(core, {"publicationName"});
    item.issn = said_at(core, {"issn"});
    item.publisher = said_at(core, {"publisher"});
    item.issued = date_of(text_of(core.child("coverDate")));
    item.volume = said_at(core, {"volume"});
    item.issue = said_at(core, {"issueIdentifier"});
    item.page = pages_of(text_of(core.child("pageRange")));
    if (!item.page) item.page = pages_of(text_of(core.child("startingPage")), text_of(core.child("endingPage")));
    item.doi = doi_of(text_of(core.child("doi")));
    item.pmid = pmid_of(text_of(response.child("pubmed-id")));
    record.abstract = said_at(core, {"description"});
    return record;
}

}  // namespace

Status read_jats(Source& in, Sink& sink) {
    return read_xml(in, sink, {record_elements, passed_over}, [&](const Node& element, Spot spot) -> Status {
        BibRecord record = std::string_view(element.name()) == "article" ? record_of(element) : record_of_coredata(element);
        if (says_something(record)) {
            sink.record(std::move(record), spot);
        } else {
            sink.bad("the article has neither a title nor an identifier", spot);
        }
        return done();
    });
}

}  // namespace evigrade::records
