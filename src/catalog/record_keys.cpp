// How records are found, and how those that report of one study find one another.
#include <set>

#include "catalog/key_set.hpp"
#include "catalog/record_links.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

void add_identifiers(Keys& keys, std::string_view prefix, const std::optional<std::string>& doi,
                     const std::optional<std::string>& pmid) {
    if (doi) keys.add(std::string(prefix) + "doi", lower(*doi));
    if (pmid) keys.add(std::string(prefix) + "pmid", *pmid);
}

void add_trial(Keys& keys, const BibRecord& record) {
    if (const auto trial = only_trial(record)) keys.add("trial", *trial);
}

}  // namespace

bool binds(RelationKind kind) {
    return kind != RelationKind::comments_on && kind != RelationKind::republished;
}

bool is_notice(const BibRecord& record) {
    return std::any_of(record.relations.begin(), record.relations.end(), [](const Relation& relation) {
        return relation.kind == RelationKind::retracts || relation.kind == RelationKind::raises_concern ||
               relation.kind == RelationKind::corrects || relation.kind == RelationKind::reinstates;
    });
}

std::optional<std::string> only_trial(const BibRecord& record) {
    std::set<std::string> numbers;
    for (const auto& trial : record.trials) numbers.insert(lower(squeeze(trial)));
    if (numbers.size() != 1) return std::nullopt;
    return *numbers.begin();
}

std::int64_t identity(const BibRecord& record, std::string_view source) {
    const BibItem& item = record.item;
    std::string text = std::string(source) + "\n";
    if (item.pmid && !item.pmid->empty()) {
        text += "pmid:" + *item.pmid;
    } else if (item.doi && !item.doi->empty()) {
        text += "doi:" + lower(*item.doi);
    } else {
        text += fingerprint(item);
    }
    // One row of a list of notices is one notice: a paper may have several.
    if (source == "Retraction Watch") {
        text += "\n" + std::string(record.state ? to_text(*record.state) : "") + record.state_date.value_or("");
        for (const auto& relation : record.relations) {
            text += "\n" + std::string(to_text(relation.kind)) + relation.doi.value_or("") + relation.date.value_or("");
        }
    }
    return static_cast<std::int64_t>(hash64(text));
}

std::vector<std::int64_t> keys(const BibRecord& record) {
    Keys keys;
    keys.add_all(catalog::keys(record.item));
    for (const Relation& relation : record.relations) {
        if (binds(relation.kind)) add_identifiers(keys, "about-", relation.doi, relation.pmid);
    }
    add_trial(keys, record);
    return keys.take();
}

std::vector<std::int64_t> link_keys(const BibRecord& record) {
    Keys keys;
    add_identifiers(keys, "", record.item.doi, record.item.pmid);
    if (record.item.pmcid) keys.add("pmcid", lower(*record.item.pmcid));
    add_identifiers(keys, "about-", record.item.doi, record.item.pmid);
    for (const Relation& relation : record.relations) {
        if (binds(relation.kind)) add_identifiers(keys, "", relation.doi, relation.pmid);
    }
    add_trial(keys, record);
    return keys.take();
}

}  // namespace evigrade::catalog
