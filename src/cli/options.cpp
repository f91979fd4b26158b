#include "cli/options.hpp"

#include "evigrade/base/text.hpp"

namespace evigrade::cli {
namespace {

/// A validator that knows the words of an enumeration.
template <class E>
CLI::IsMember words_of() {
    return CLI::IsMember(std::vector<std::string>(Names<E>::values.begin(), Names<E>::values.end()));
}

template <class E>
std::vector<E> values_of(const std::vector<std::string>& words) {
    std::vector<E> out;
    for (const std::string& word : words) out.push_back(from_text<E>(word).value_or(E{}));
    return out;
}

}  // namespace

void PrintOptions::declare(CLI::App& app, bool list) {
    app.add_flag("--json", json_, "one JSON record");
    if (list) app.add_flag("--jsonl", jsonl_, "one JSON record a line");
}

void FilterOptions::declare(CLI::App& app, Claims claims) {
    app.add_option("treatment", filter_.treatments, "a treatment and its kinds");
    app.add_option("--for", filter_.conditions, "a condition or outcome")->allow_extra_args(false);
    app.add_option("--article", filter_.articles, "an article's id or path")->allow_extra_args(false);
    app.add_option("--limit", filter_.limit, "at most so many");
    app.add_flag("--exact", exact_, "no kinds of the treatment");
    if (claims == Claims::no) return;
    app.add_option("--kind", kinds_)->allow_extra_args(false)->check(words_of<ClaimKind>());
    app.add_option("--stance", stances_)->allow_extra_args(false)->check(words_of<Stance>());
    app.add_option("--appeal", appeals_)->allow_extra_args(false)->check(words_of<Appeal>());
    app.add_option("--voice", voices_)->allow_extra_args(false)->check(words_of<Voice>());
}

query::Filter FilterOptions::filter() const {
    query::Filter out = filter_;
    out.kinds = values_of<ClaimKind>(kinds_);
    out.stances = values_of<Stance>(stances_);
    out.appeals = values_of<Appeal>(appeals_);
    out.voices = values_of<Voice>(voices_);
    out.descent = exact_ ? query::Descent::exact : query::Descent::kinds_too;
    return out;
}

render::Page page_of(const Context& context) {
    return {context.console.width(), context.console.styled() ? render::Style::coloured : render::Style::plain};
}

int explain_unknown(Context& context, const std::vector<Asked>& asked, Print print) {
    for (const Asked& name : asked) {
        if (name.stored || print != Print::text) continue;
        context.console.print(render::unknown_text(name, page_of(context)));
    }
    return exit_nothing_found;
}

}  // namespace evigrade::cli
