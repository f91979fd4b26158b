// Records of one publication from several sources, merged into one description.
#include <algorithm>
#include <array>

#include "catalog/recorder.hpp"
#include "evigrade/base/hash.hpp"
#include "evigrade/model/bib_fields.hpp"

namespace evigrade::catalog {
namespace {

/// Databases that people curate describe a publication better than private lists do.
int standing_of(std::string_view source) {
    constexpr std::array<std::string_view, 6> best_first{"PubMed",    "Crossref", "Europe PMC",
                                                         "publisher", "OpenAlex", "library"};
    return static_cast<int>(std::find(best_first.begin(), best_first.end(), source) - best_first.begin());
}

std::string content_of(const Member& member) {
    std::string all = member.source + "\n" + fingerprint(member.record.item) + "\n" + member.record.abstract.value_or("");
    for (const auto& type : member.record.publication_types) all += "\n" + type;
    for (const auto& relation : member.record.relations) {
        all += "\n" + std::string(to_text(relation.kind)) + relation.doi.value_or("") + relation.pmid.value_or("") +
               relation.date.value_or("");
    }
    all +=
        "\n" + std::string(member.record.state ? to_text(*member.record.state) : "") + member.record.state_date.value_or("");
    return content_id(all);
}

auto rank(const Member& member) {
    const BibItem& item = member.record.item;
    int filled = 0;
    for (const auto* field : text_fields(item)) filled += *field ? 1 : 0;
    return std::make_tuple(member.withdrawn, standing_of(member.source), -filled, content_of(member));
}

void fill(BibItem& item, const BibItem& other) {
    const auto from = text_fields(other);
    std::size_t place = 0;
    for (auto* field : text_fields(item)) {
        if (!*field) *field = *from[place];
        ++place;
    }
    if (item.authors.empty()) item.authors = other.authors;
    if (item.editors.empty()) item.editors = other.editors;
    if (!item.issued) item.issued = other.issued;
}

ReportKind notice_kind(const BibRecord& record) {
    for (const auto& relation : record.relations) {
        if (relation.kind == RelationKind::retracts) return ReportKind::retraction_notice;
        if (relation.kind == RelationKind::reinstates) return ReportKind::reinstatement_notice;
        if (relation.kind == RelationKind::raises_concern) return ReportKind::concern_notice;
    }
    return ReportKind::erratum;
}

ReportKind kind_of(const Publication& publication, const Forms& forms) {
    for (const auto* member : publication.members) {
        if (is_notice(member->record)) return notice_kind(member->record);
    }
    // Among the forms of one publication the most preliminary one that any record sees is believed.
    Form form = Form::article;
    for (const auto* member : publication.members) form = std::max(form, forms.of(member->record));
    return form == Form::preprint              ? ReportKind::preprint
           : form == Form::conference_abstract ? ReportKind::conference_abstract
                                               : ReportKind::companion;
}

bool is_same_publication(const Publication& publication, const Member& member) {
    return std::any_of(publication.members.begin(), publication.members.end(), [&](const Member* own) {
        return is_notice(own->record) == is_notice(member.record) && one_publication(own->record.item, member.record.item);
    });
}

bool is_protocol(const Publication& publication) {
    return std::any_of(publication.members.begin(), publication.members.end(), [](const Member* member) {
        const auto& types = member->record.publication_types;
        return std::find(types.begin(), types.end(), "Clinical Trial Protocol") != types.end();
    });
}

/// The paper that a study is known by: a journal's before a preprint, results before a protocol, then the first.
auto precedence(const Publication& publication) {
    const bool notice = publication.kind >= ReportKind::erratum;
    const int form = publication.kind == ReportKind::preprint              ? 2
                     : publication.kind == ReportKind::conference_abstract ? 1
                                                                           : 0;
    const int year = publication.item.issued ? publication.item.issued->year : 9999;
    return std::make_tuple(notice, publication.members.front()->withdrawn, is_protocol(publication), form, year,
                           fingerprint(publication.item));
}

}  // namespace

std::vector<Publication> publications(const std::vector<Member>& members, const Forms& forms) {
    std::vector<const Member*> sorted;
    for (const auto& member : members) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) { return rank(*a) < rank(*b); });
    std::vector<Publication> out;
    for (const auto* member : sorted) {
        const auto home = std::find_if(out.begin(), out.end(), [&](const Publication& publication) {
            return is_same_publication(publication, *member);
        });
        if (home == out.end()) {
            out.push_back({{member}, member->record.item, ReportKind::companion});
        } else {
            home->members.push_back(member);
            fill(home->item, member->record.item);
        }
    }
    for (auto& publication : out) publication.kind = kind_of(publication, forms);
    std::sort(out.begin(), out.end(),
              [](const Publication& a, const Publication& b) { return precedence(a) < precedence(b); });
    if (!out.empty()) out.front().kind = ReportKind::primary;
    return out;
}

}  // namespace evigrade::catalog
