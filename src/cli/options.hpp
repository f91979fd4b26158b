// Options that several verbs share.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "evigrade/query.hpp"
#include "evigrade/render.hpp"
#include "evigrade/store.hpp"

namespace evigrade::cli {

/// How results are printed.
enum class Print : std::uint8_t { text, json, json_lines };

class PrintOptions {
public:
    /// --json, and --jsonl for lists.
    void declare(CLI::App& app, bool list);
    [[nodiscard]] Print print() const { return jsonl_ ? Print::json_lines : json_ ? Print::json : Print::text; }

private:
    bool json_ = false;
    bool jsonl_ = false;
};

/// [TREATMENT] --for --kind --stance --appeal --voice --article --limit --exact.
class FilterOptions {
public:
    enum class Claims : std::uint8_t { no, yes };  ///< whether the options that only claims have are there
    void declare(CLI::App& app, Claims claims);
    [[nodiscard]] query::Filter filter() const;

private:
    query::Filter filter_;
    std::vector<std::string> kinds_, stances_, appeals_, voices_;
    bool exact_ = false;
};

/// How text looks on this console.
render::Page page_of(const Context& context);

/// Opens the store for reading, runs `ask`, complains about errors of either.
template <class Ask>
int with_store(Context& context, const Ask& ask) {
    auto store = store::Store::open(context.db, store::Access::read);
    if (!store) return fail(context, store.error());
    auto answer = ask(*store);
    if (!answer) return fail(context, answer.error());
    return *answer;
}

/// Prints rows one by one, as one record, or as text; nothing found is exit 1.
template <class Row>
int print_rows(Context& context, const std::vector<Row>& rows, std::string_view name, Print print) {
    if (print == Print::text) {
        context.console.print(render::list_text(rows, page_of(context)));
    } else {
        std::vector<std::string> lines;
        lines.reserve(rows.size());
        for (const Row& row : rows) lines.push_back(render::row_json(row));
        if (print == Print::json) {
            context.console.print(render::list_json(name, lines) + "\n");
        } else {
            for (const std::string& line : lines) context.console.print(line + "\n");
        }
    }
    return rows.empty() ? exit_nothing_found : exit_done;
}

/// Names of a filter that are not stored: said on stdout in text, so that an empty list explains itself.
int explain_unknown(Context& context, const std::vector<Asked>& asked, Print print);

}  // namespace evigrade::cli
