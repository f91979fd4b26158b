#include "ingest/decisions.hpp"

#include <algorithm>

#include "store/decisions.hpp"

namespace evigrade::ingest {
namespace {

constexpr std::int64_t whole_article = -1;

}  // namespace

std::string in_words(const Decision& decision) {
    return decision.field + " " + decision.value + ", decided by " + decision.by + " on " + decision.at.substr(0, 10) +
           ": " + decision.reason;
}

const std::vector<Decision>& InForce::all() {
    if (all_) return *all_;
    all_.emplace();
    auto log = store::get_decisions(database_);
    log_ = log.size();
    const auto standing = store::standings(log);
    for (std::size_t i = 0; i < log.size(); ++i) {
        if (standing[i] == DecisionStanding::in_force) all_->push_back(std::move(log[i]));
    }
    return *all_;
}

void InForce::reload() {
    all_.reset();
    forget();
}

void InForce::forget() {
    merges_.reset();
    claims_.reset();
    links_.reset();
}

std::vector<const Decision*> InForce::on_study(const std::string& id) {
    std::vector<const Decision*> out;
    for (const auto& decision : all()) {
        if (decision.subject != DecisionSubject::study) continue;
        if (decision.of == id || store::find_study(database_, decision) == id) out.push_back(&decision);
    }
    return out;
}

const std::map<std::string, std::string>& InForce::merges() {
    if (merges_) return *merges_;
    merges_.emplace();
    for (const auto& decision : all()) {
        if (decision.field != "same_as") continue;
        const auto gone = store::find_study(database_, decision);
        const bool there = database_.query("SELECT 1 FROM study WHERE id = ?1", decision.value).next();
        if (!gone || !there) continue;
        const auto root = [&](std::string id) {
            for (auto next = merges_->find(id); next != merges_->end(); next = merges_->find(id)) id = next->second;
            return id;
        };
        const std::string from = root(*gone);
        const std::string to = root(decision.value);
        if (from != to) merges_->emplace(from, to);
    }
    return *merges_;
}

std::string InForce::same(const std::string& id) {
    if (!any()) return id;
    std::string out = id;
    for (auto next = merges().find(out); next != merges().end(); next = merges().find(out)) out = next->second;
    return out;
}

std::vector<std::string> InForce::merged_into(const std::string& id) {
    std::vector<std::string> out;
    for (const auto& [gone, keep] : merges()) {
        if (same(gone) == id) out.push_back(gone);
    }
    return out;
}

const std::map<std::int64_t, std::vector<const Decision*>>& InForce::on_claims() {
    if (claims_) return *claims_;
    claims_.emplace();
    for (const auto& decision : all()) {
        if (decision.subject != DecisionSubject::claim) continue;
        if (const auto key = store::find_claim(database_, decision)) (*claims_)[*key].push_back(&decision);
    }
    return *claims_;
}

const Decision* InForce::forbids_claim(std::int64_t claim, const std::string& study) {
    if (!any()) return nullptr;
    const auto found = on_claims().find(claim);
    if (found == on_claims().end()) return nullptr;
    for (const auto* decision : found->second) {
        if (decision->field == "not_study" && (decision->value == study || same(decision->value) == study)) return decision;
    }
    return nullptr;
}

const std::map<std::pair<std::int64_t, std::int64_t>, std::set<std::string>>& InForce::links() {
    if (links_) return *links_;
    links_.emplace();
    for (const auto& decision : all()) {
        if (decision.field != "not_study" || decision.subject == DecisionSubject::claim) continue;
        const auto article = store::find_article(database_, decision);
        if (!article) continue;
        if (decision.subject == DecisionSubject::article) {
            (*links_)[{*article, whole_article}].insert(decision.value);
            continue;
        }
        auto rows = database_.query(
            "SELECT n FROM reference WHERE article = ?1 AND text = ?2 ORDER BY CAST(n AS TEXT) = ?3 DESC, place LIMIT 1",
            *article, decision.anchor.text, decision.of.substr(decision.of.find('#') + 1));
        if (rows.next()) (*links_)[{*article, rows.integer(0)}].insert(decision.value);
    }
    return *links_;
}

std::pair<std::int64_t, std::int64_t> InForce::place_of(std::int64_t item) {
    auto rows = database_.query(
        "SELECT coalesce(r.article, x.article), coalesce(r.n, -1) FROM bib_item AS i LEFT JOIN reference AS r ON r.key = "
        "i.reference LEFT JOIN citation AS x ON x.key = i.citation WHERE i.key = ?1",
        item);
    if (!rows.next()) return {whole_article, whole_article};
    return {rows.integer(0), rows.integer(1)};
}

bool InForce::forbids_item(std::int64_t item, const std::string& study) {
    if (!any() || links().empty()) return false;
    const auto place = place_of(item);
    const auto says = [&](std::int64_t n) {
        const auto found = links().find({place.first, n});
        return found != links().end() && found->second.contains(study);
    };
    return says(place.second) || says(whole_article);
}

bool InForce::apart(std::int64_t item) {
    return any() && !links().empty() && links().contains(place_of(item)) && place_of(item).second >= 0;
}

bool InForce::forbids_pointer(std::int64_t citation, const std::string& study) {
    if (!any() || links().empty()) return false;
    auto rows = database_.query("SELECT article FROM citation WHERE key = ?1", citation);
    if (!rows.next()) return false;
    const auto found = links().find({rows.integer(0), whole_article});
    return found != links().end() && found->second.contains(study);
}

std::vector<const Decision*> InForce::on_body(const std::string& of) {
    std::vector<const Decision*> out;
    if (!any()) return out;
    for (const auto& decision : all()) {
        if (decision.subject == DecisionSubject::body && decision.of == of) out.push_back(&decision);
    }
    return out;
}

}  // namespace evigrade::ingest
