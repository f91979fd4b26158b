// A study from the records that report of it.
#include <algorithm>
#include <set>

#include "catalog/recorder.hpp"
#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

/// "PubMed 23331234".
std::string name_of(const Member& member) {
    const BibItem& item = member.record.item;
    const std::string number = member.source == "PubMed" && item.pmid ? *item.pmid
                               : item.doi                             ? *item.doi
                               : item.pmid                            ? "PMID " + *item.pmid
                                                                      : member.record.key.value_or("");
    return member.source + (number.empty() ? "" : " " + number);
}

std::string sources_of(const Publication& publication) {
    std::set<std::string> names;
    for (const auto* member : publication.members) {
        names.insert(name_of(*member) + (member->withdrawn ? " (withdrawn from it)" : ""));
    }
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : "; ") + name;
    return "record of " + out;
}

/// Content decides, by the identifier that other records of the paper are likely to have.
std::string id_of(const Study& study, const BibItem& item) {
    const std::string what = item.doi    ? "doi:" + lower(*item.doi)
                             : item.pmid ? "pmid:" + *item.pmid
                                         : "item:" + fingerprint(item);
    return slug(study.label).substr(0, 40) + "-" + content_id("record " + what, 8);
}

/// The year of first publication; of a review that of the last, up to which it has searched.
std::optional<int> year_of_study(const std::vector<Publication>& all, Design design) {
    const bool review = design == Design::systematic_review || design == Design::meta_analysis;
    std::optional<int> out;
    for (const auto& publication : all) {
        if (publication.kind >= ReportKind::erratum || !publication.item.issued) continue;
        const int year = publication.item.issued->year;
        if (!out || (review ? year > *out : year < *out)) out = year;
    }
    return out;
}

const std::string* longest_abstract(const Publication& publication) {
    const std::string* best = nullptr;
    for (const auto* member : publication.members) {
        const auto& abstract = member->record.abstract;
        if (abstract && (best == nullptr || abstract->size() > best->size())) best = &*abstract;
    }
    return best;
}

/// The date of a notice: its own, else the year of its citation ("Lancet. 2010 Feb 6;375:445").
std::optional<std::string> date_of(const Relation& relation) {
    if (relation.date || !relation.words) return relation.date;
    const std::string_view words = *relation.words;
    for (std::size_t at = 0; at + 4 <= words.size(); ++at) {
        const bool begins = at == 0 || !is_ascii_alnum(words[at - 1]);
        const bool ends = at + 4 == words.size() || !is_ascii_alnum(words[at + 4]);
        const auto year = words.substr(at, 4);
        if (begins && ends && (year.starts_with("19") || year.starts_with("20")) && is_ascii_digit(year[2]) &&
            is_ascii_digit(year[3]))
            return std::string(year);
    }
    return std::nullopt;
}

/// What a relation says of a publication; `own`: it stands in a record of the publication, `about`: it names it.
void add_relation_event(const Member& member, const Relation& relation, bool own, bool about, std::vector<StateEvent>& out) {
    const auto say = [&](EditorialState state) { out.push_back({state, date_of(relation), name_of(member)}); };
    switch (relation.kind) {
        case RelationKind::retracted_by:
            if (own) say(EditorialState::retracted);
            break;
        case RelationKind::concern_by:
            if (own) say(EditorialState::concern);
            break;
        case RelationKind::corrected_by:
            if (own) say(EditorialState::corrected);
            break;
        case RelationKind::reinstated_by:
            if (own) say(EditorialState::reinstated);
            break;
        case RelationKind::retracts:
            if (about) say(EditorialState::retracted);
            break;
        case RelationKind::raises_concern:
            if (about) say(EditorialState::concern);
            break;
        case RelationKind::corrects:
            if (about) say(EditorialState::corrected);
            break;
        case RelationKind::reinstates:
            if (about) say(EditorialState::reinstated);
            break;
        default:
            break;
    }
}

}  // namespace

Recorder::Recorder(const Data& data) : tables_(std::make_unique<Tables>(data)) {}
Recorder::~Recorder() = default;
Recorder::Recorder(Recorder&&) noexcept = default;
Recorder& Recorder::operator=(Recorder&&) noexcept = default;

std::vector<StateEvent> Recorder::events_of(const BibItem& report, const std::vector<Member>& members) const {
    std::vector<StateEvent> out;
    // Notices name a paper by numbers that perhaps only its records know.
    std::vector<const BibItem*> known{&report};
    const auto is_own = [&](const Member& member) {
        return !is_notice(member.record) && one_publication(member.record.item, report);
    };
    for (const auto& member : members) {
        if (is_own(member)) known.push_back(&member.record.item);
    }
    for (const auto& member : members) {
        const bool own = is_own(member);
        for (const auto& relation : member.record.relations) {
            const bool about =
                std::any_of(known.begin(), known.end(), [&](const BibItem* item) { return names(relation, *item); });
            add_relation_event(member, relation, own, about, out);
        }
        if (own && member.record.state) out.push_back({*member.record.state, member.record.state_date, name_of(member)});
    }
    return out;
}

RecordedStudy Recorder::study_of(const std::vector<Member>& members) const {
    const auto all = publications(members, tables_->forms);
    RecordedStudy recorded;
    if (all.empty()) return recorded;
    const Publication& first = all.front();
    Study& out = recorded.study;
    out = study_from(first.item, tables_->designs);
    out.id = id_of(out, first.item);
    out.designs.clear();
    std::vector<std::string> types;
    for (const auto* member : first.members) {
        const auto& own = member->record.publication_types;
        types.insert(types.end(), own.begin(), own.end());
    }
    const std::string* abstract = longest_abstract(first);
    const auto reading =
        tables_->classifiers.design(first.item.title.value_or(""), abstract == nullptr ? "" : *abstract, types);
    out.source = sources_of(first);
    if (reading.design != Design::unknown) {
        const bool reported = abstract != nullptr || !types.empty();
        out.designs.push_back({reading.design, reported ? DesignSource::primary : DesignSource::inferred,
                               name_of(*first.members.front()) + (reported ? "" : ", its title")});
    }
    out.reviews.reset();
    out.feature = DesignFeature::none;
    if (first.item.title) tables_->designs.add_facts(*first.item.title, out);
    // A review's people are those of its studies.
    if (abstract != nullptr && (reading.design <= Design::case_series && reading.design > Design::meta_analysis))
        out.participants = tables_->participants.in(*abstract);
    out.year = year_of_study(all, reading.design);
    const StateEvent state = settle(events_of(first.item, members));
    out.state = state.state;
    out.state_date = state.date;
    if (state.state != EditorialState::unknown) out.state_source = state.source;
    out.reports.clear();
    for (const auto& publication : all) {
        out.reports.push_back(publication.item);
        recorded.kinds.push_back(publication.kind);
    }
    return recorded;
}

}  // namespace evigrade::catalog
