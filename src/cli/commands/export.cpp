// `evigrade export`: what the store holds, in an order of content alone.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <set>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "ingest/citation_keys.hpp"
#include "render/bibliography.hpp"

namespace evigrade::cli {
namespace {

using Write = std::function<void(std::string_view)>;

class Export : public Command {
public:
    std::string_view name() const override { return "export"; }
    std::string_view summary() const override { return "what the store holds, for other programs"; }
    void declare(CLI::App& app) override {
        app.add_option("treatment", treatment_);
        app.add_option("--format", format_)
            ->check(CLI::IsMember({"json", "jsonl", "csv", "markdown", "csl-json", "bibtex", "ris"}));
        app.add_option("-o,--output", output_, "a file instead of standard output");
    }

    int run(Context& context) override {
        const grade::Policy policy(context.data_source());
        std::ofstream file;
        if (!output_.empty()) {
            file.open(output_, std::ios::binary | std::ios::trunc);
            if (!file)
                return fail(context,
                            {Failure::unreadable_input, std::strerror(errno), output_, "name a file that can be written"});
        }
        const Write write = [&](std::string_view text) {
            if (output_.empty()) {
                context.console.print(text);
            } else {
                file.write(text.data(), static_cast<std::streamsize>(text.size()));
            }
        };
        query::Filter filter;
        if (!treatment_.empty()) filter.treatments = {treatment_};
        if (const auto format = bibliography()) return cited_studies(context, filter, *format, write);
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            const auto articles = query::articles(store, filter);
            if (!articles) return articles.error();
            if (articles->rows.empty()) {
                if (!treatment_.empty()) explain_unknown(context, articles->treatments, Print::text);
                return exit_nothing_found;
            }
            std::set<std::string> wanted;
            for (const ArticleRow& row : articles->rows) wanted.insert(row.name.id);
            const Status status = written(store, policy, filter, wanted, write);
            if (!status) return status.error();
            return exit_done;
        });
    }

private:
    std::optional<render::BibFormat> bibliography() const {
        if (format_ == "csl-json") return render::BibFormat::csl_json;
        if (format_ == "bibtex") return render::BibFormat::bibtex;
        if (format_ == "ris") return render::BibFormat::ris;
        return std::nullopt;
    }

    /// The cited studies, by key. Keys are kept in the store; one that may not be written gets them for this run alone.
    static int cited_studies(Context& context, const query::Filter& filter, render::BibFormat format, const Write& write) {
        // Opening for writing would make a store where there is none: so it is opened for reading first.
        if (const auto readable = store::Store::open(context.db, store::Access::read); !readable)
            return fail(context, readable.error());
        auto store = store::Store::open(context.db, store::Access::write);
        const auto access = store ? store::Access::write : store::Access::read;
        if (!store) store = store::Store::open(context.db, access);
        if (!store) return fail(context, store.error());
        const auto wanted = query::studies(*store, filter);
        if (!wanted) return fail(context, wanted.error());
        if (wanted->rows.empty()) {
            explain_unknown(context, wanted->treatments, Print::text);
            return exit_nothing_found;
        }
        const auto keys = keys_of_all(*store, access);
        if (!keys) return fail(context, keys.error());
        print_items(wanted->rows, *keys, format, write);
        return exit_done;
    }

    /// Every cited study has its key from the first export on, so that no key depends on what was asked for.
    static Result<std::map<std::string, std::string>> keys_of_all(const store::Store& store, store::Access access) {
        const auto all = query::studies(store, {});
        if (!all) return all.error();
        std::vector<Study> studies;
        studies.reserve(all->rows.size());
        for (const StudyRow& row : all->rows) studies.push_back(row.study);
        return ingest::citation_keys(store, studies, access);
    }

    static void print_items(const std::vector<StudyRow>& rows, const std::map<std::string, std::string>& keys,
                            render::BibFormat format, const Write& write) {
        std::map<std::string, const BibItem*> by_key;
        for (const StudyRow& row : rows) {
            const auto key = keys.find(row.study.id);
            if (!row.study.reports.empty() && key != keys.end()) by_key[key->second] = &row.study.reports.front();
        }
        render::Bibliography out(format);
        write(out.begin());
        for (const auto& [key, item] : by_key) write(out.item(*item, key));
        write(out.end());
    }

    Status written(const store::Store& store, const grade::Policy& policy, const query::Filter& filter,
                   const std::set<std::string>& wanted, const Write& write) const {
        if (format_ == "csv") return csv(store, filter, write);
        if (format_ == "jsonl") return records(store, wanted, write, "", "\n");
        if (format_ == "markdown")
            return each_reply(store, policy, filter,
                              [&](const EvidenceReply& reply) { write(render::evidence_markdown(reply)); });
        return document(store, policy, filter, wanted, write);
    }

    static Status csv(const store::Store& store, const query::Filter& filter, const Write& write) {
        const auto claims = query::claims(store, filter);
        if (!claims) return claims.error();
        write(render::claims_csv_head());
        for (const ClaimRow& row : claims->rows) write(render::claims_csv_row(row));
        return done();
    }

    static Status records(const store::Store& store, const std::set<std::string>& wanted, const Write& write,
                          std::string_view between, std::string_view after) {
        bool first = true;
        return query::each_article(store, [&](const Ingested& ingested) {
            if (!wanted.contains(ingested.article.id)) return true;
            if (!first) write(between);
            first = false;
            write(render::article_record(ingested.article, ingested.mentions, ingested.linked));
            write(after);
            return true;
        });
    }

    /// The answers on every treatment that the filter lets through, by id.
    static Status each_reply(const store::Store& store, const grade::Policy& policy, const query::Filter& filter,
                             const std::function<void(const EvidenceReply&)>& take) {
        auto treatments = query::treatments(store, filter);
        if (!treatments) return treatments.error();
        auto& rows = treatments->rows;
        std::sort(rows.begin(), rows.end(),
                  [](const EntityRow& a, const EntityRow& b) { return a.entity.id < b.entity.id; });
        for (const EntityRow& row : rows) {
            const auto reply = query::evidence(store, policy, row.entity.id, std::nullopt, {Scheme::grade, 0});
            if (!reply) return reply.error();
            take(*reply);
        }
        return done();
    }

    static Status document(const store::Store& store, const grade::Policy& policy, const query::Filter& filter,
                           const std::set<std::string>& wanted, const Write& write) {
        write("{\"schema\":\"evigrade.export/1\",\"articles\":[\n");
        if (const Status status = records(store, wanted, write, ",\n", ""); !status) return status;
        const auto studies = query::studies(store, filter);
        if (!studies) return studies.error();
        write("\n],\"studies\":[\n");
        for (std::size_t i = 0; i < studies->rows.size(); ++i)
            write((i > 0 ? ",\n" : "") + render::row_json(studies->rows[i]));
        write("\n],\"answers\":[\n");
        bool first = true;
        const Status status = each_reply(store, policy, filter, [&](const EvidenceReply& reply) {
            if (reply.answers.empty()) return;
            write((first ? "" : ",\n") + render::evidence_json(reply));
            first = false;
        });
        write("\n]}\n");
        return status;
    }

    std::string treatment_;
    std::string format_ = "json";
    std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_export() {
    return std::make_unique<Export>();
}

}  // namespace evigrade::cli
