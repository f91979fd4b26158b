// How two records hang together.
#include <algorithm>
#include <cstdlib>
#include <set>

#include "catalog/fields.hpp"
#include "catalog/recorder.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

template <class Test>
bool any_relation(const BibRecord& from, const BibItem& to, Test test) {
    return std::any_of(from.relations.begin(), from.relations.end(), [&](const Relation& relation) {
        return binds(relation.kind) && test(relation.kind) && names(relation, to);
    });
}

bool is_form_relation(RelationKind kind) {
    return kind == RelationKind::preprint_of || kind == RelationKind::published_from || kind == RelationKind::abstract_of;
}

/// A notice about the other, said by either of them.
bool tells_of(const BibRecord& notice, const BibRecord& paper) {
    if (!is_notice(notice) || is_notice(paper)) return false;
    const auto notices = [](RelationKind kind) { return !is_form_relation(kind) && kind != RelationKind::same_study; };
    return any_relation(notice, paper.item, notices) || any_relation(paper, notice.item, notices);
}

bool same_first_author(const BibItem& a, const BibItem& b) {
    return !a.authors.empty() && !b.authors.empty() &&
           same_family(family_of(a.authors.front()), family_of(b.authors.front()));
}

/// The same work under the same title, first on a server or at a congress and then in a journal, within three years.
bool is_other_form(const BibRecord& a, const BibRecord& b, const Forms& forms) {
    const Form left = forms.of(a);
    const Form right = forms.of(b);
    if (left == right || !a.item.title || !b.item.title || !same_first_author(a.item, b.item)) return false;
    if (title_words(*a.item.title).size() < 4 || squashed(*a.item.title) != squashed(*b.item.title)) return false;
    const auto year_a = year_of(a.item);
    const auto year_b = year_of(b.item);
    return !year_a || !year_b || std::abs(*year_a - *year_b) <= 3;
}

/// The same single registration, and people in common: otherwise it is someone else's use of a trial's data.
bool is_companion(const BibRecord& a, const BibRecord& b) {
    const auto trial = only_trial(a);
    if (!trial || trial != only_trial(b)) return false;
    if (same_first_author(a.item, b.item)) return true;
    std::set<std::string> families;
    for (const auto& name : a.item.authors) families.insert(family_of(name));
    const auto shared = std::count_if(b.item.authors.begin(), b.item.authors.end(),
                                      [&](const Name& name) { return families.contains(family_of(name)); });
    return shared >= 2;
}

}  // namespace

bool one_publication(const BibItem& a, const BibItem& b) {
    if (!share_identifier(a, b) && conflict_in_identifier(a, b)) return false;
    // A number that a publisher gives to a whole supplement joins nothing whose titles differ.
    const Match found = match(a, b);
    return found.holds() && (found.identity == Identity::sure || !a.title || !b.title);
}

Bond Recorder::bond(const BibRecord& a, const BibRecord& b) const {
    if (is_notice(a) == is_notice(b) && one_publication(a.item, b.item)) return Bond::same_publication;
    if (tells_of(a, b) || tells_of(b, a)) return Bond::notice;
    if (is_notice(a) || is_notice(b)) return Bond::none;
    if (any_relation(a, b.item, is_form_relation) || any_relation(b, a.item, is_form_relation)) return Bond::other_form;
    const auto same_study = [](RelationKind kind) { return kind == RelationKind::same_study; };
    if (any_relation(a, b.item, same_study) || any_relation(b, a.item, same_study)) return Bond::companion;
    if (is_other_form(a, b, tables_->forms)) return Bond::other_form;
    return is_companion(a, b) ? Bond::companion : Bond::none;
}

}  // namespace evigrade::catalog
