#include "query/retellings.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "query/rows.hpp"

namespace evigrade::query {
namespace {

/// A longer chain of articles is told by its nearest links.
constexpr std::size_t longest_chain = 4;
constexpr std::size_t most_chains = 32;

using Chain = std::vector<std::int64_t>;

bool holds(const Chain& chain, std::int64_t article) {
    return std::find(chain.begin(), chain.end(), article) != chain.end();
}

/// What a claim is about, itself.
using Topics = std::vector<std::pair<std::string, std::string>>;

Topics topics_of(store::Database& database, std::int64_t claim) {
    Topics out;
    for (auto& treatment : texts_of(database, "SELECT entity FROM claim_treatment WHERE claim = ?1", claim)) {
        for (auto& condition : texts_of(database, "SELECT entity FROM claim_target WHERE claim = ?1", claim))
            out.emplace_back(treatment, std::move(condition));
    }
    return out;
}

bool is_about(store::Database& database, std::int64_t claim, const Topics& topics) {
    return std::any_of(topics.begin(), topics.end(), [&](const auto& topic) {
        return number_of(database, "SELECT count(*) FROM claim_topic WHERE claim = ?1 AND treatment = ?2 AND condition = ?3",
                         claim, topic.first, topic.second) > 0;
    });
}

/// Follows claims from article to article, down to studies.
class Tracing {
public:
    Tracing(store::Database& database, Topics topics) : database_(database), topics_(std::move(topics)) {}

    void follow(const Chain& before, std::int64_t article) {
        if (before.size() == longest_chain || holds(before, article)) return;
        Chain chain = before;
        chain.push_back(article);
        for (const auto claim : keys_of(database_, "SELECT key FROM claim WHERE article = ?1", article)) {
            if (!is_about(database_, claim, topics_)) continue;
            auto rows = database_.query("SELECT study, via FROM flow WHERE claim = ?1", claim);
            while (rows.next()) found_.insert({chain, rows.text(1), rows.text(0)});
            for (const auto next :
                 keys_of(database_,
                         "SELECT r.article FROM claim_citation AS l JOIN citation AS x ON x.article = ?2 AND x.place = "
                         "l.citation JOIN retelling AS r ON r.citation = x.key WHERE l.claim = ?1",
                         claim, article)) {
                follow(chain, next);
            }
        }
    }

    std::vector<EchoPath> take() {
        std::vector<EchoPath> out;
        for (const auto& [chain, via, study] : found_) {
            EchoPath path;
            for (const auto article : chain) path.articles.push_back(article_name(database_, article));
            if (!via.empty()) path.via = via;
            path.study = study;
            out.push_back(std::move(path));
        }
        sort_paths(out);
        return out;
    }

private:
    store::Database& database_;
    Topics topics_;
    std::set<std::tuple<Chain, std::string, std::string>> found_;
};

}  // namespace

void sort_paths(std::vector<EchoPath>& paths) {
    const auto key = [](const EchoPath& path) {
        std::vector<std::string> ids;
        for (const auto& article : path.articles) ids.push_back(article.id);
        return std::tuple(ids.size(), ids, path.via.value_or(""), path.study);
    };
    std::sort(paths.begin(), paths.end(), [&](const EchoPath& a, const EchoPath& b) { return key(a) < key(b); });
}

const std::vector<std::int64_t>& Retellers::of(std::int64_t article) {
    const auto [entry, fresh] = known_.try_emplace(article);
    if (!fresh) return entry->second;
    auto& out = entry->second;
    out =
        keys_of(database_,
                "SELECT x.article FROM retelling AS r CROSS JOIN citation AS x ON x.key = r.citation CROSS JOIN claim AS c "
                "ON c.article = x.article CROSS JOIN claim_citation AS l ON l.claim = c.key AND l.citation = x.place "
                "CROSS JOIN claim_topic AS t ON t.claim = c.key WHERE r.article = ?1 AND t.treatment = ?2 AND "
                "t.condition = ?3",
                article, treatment_, condition_);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::vector<std::int64_t>> Retellers::chains_to(std::int64_t article) {
    std::vector<Chain> out;
    std::vector<Chain> open{{article}};
    while (!open.empty() && out.size() < most_chains) {
        const Chain chain = std::move(open.back());
        open.pop_back();
        if (chain.size() == longest_chain) continue;
        for (const auto reteller : of(chain.front())) {
            if (holds(chain, reteller)) continue;
            Chain longer{reteller};
            longer.insert(longer.end(), chain.begin(), chain.end());
            out.push_back(longer);
            open.push_back(std::move(longer));
        }
    }
    return out;
}

std::vector<EchoPath> paths_of_citation(store::Database& database, std::int64_t claim, std::int64_t citation) {
    const auto articles = keys_of(database, "SELECT article FROM retelling WHERE citation = ?1", citation);
    if (articles.empty()) return {};
    Tracing tracing(database, topics_of(database, claim));
    for (const auto article : articles) tracing.follow({}, article);
    return tracing.take();
}

}  // namespace evigrade::query
