// The article record of DESIGN 4.1.
#include <algorithm>
#include <map>

#include "evigrade/render.hpp"
#include "render/item.hpp"

namespace evigrade::render {
namespace {

void write(Writer& out, const Article& article) {
    out.object([&] {
        out.field("id", article.id);
        out.field("file", article.file);
        out.field("format", to_text(article.format));
        out.field("title", article.title);
        out.field("authors", article.authors);
        out.field("published", article.published);
        out.field("source_type", to_text(article.source_type));
        out.field("source_type_reason", article.source_type_reason);
        out.field("language", article.language);
        out.field("url", article.url);
        out.field("bytes", article.bytes);
    });
}

/// Whether an entity belongs under this heading of the record. A substance that is a treatment by itself is both.
bool listed_as(const Entity& entity, EntityKind heading) {
    if (heading == EntityKind::ingredient && entity.kind == EntityKind::treatment) return entity.substance == Substance::yes;
    return entity.kind == heading;
}

/// An entity and all places where it is mentioned.
struct Mentioned {
    const Entity* entity = nullptr;
    std::vector<std::string_view> surfaces;  ///< each once
    std::vector<Span> spans;
};

/// The mentioned entities of one kind, in order of first mention.
std::vector<Mentioned> mentioned(const Article& article, const Mentions& mentions, EntityKind kind) {
    std::vector<Mentioned> out;
    std::map<std::uint32_t, std::size_t> place;
    for (const Mention& mention : mentions.mentions) {
        const Entity& entity = mentions.entities[mention.entity];
        if (!listed_as(entity, kind)) continue;
        const auto [entry, fresh] = place.try_emplace(mention.entity, out.size());
        if (fresh) out.push_back({&entity, {}, {}});
        Mentioned& row = out[entry->second];
        const std::string_view surface = mention.span.in(article.text);
        if (std::find(row.surfaces.begin(), row.surfaces.end(), surface) == row.surfaces.end())
            row.surfaces.push_back(surface);
        row.spans.push_back(mention.span);
    }
    return out;
}

void write(Writer& out, const Mentioned& row) {
    out.object([&] {
        out.field("id", row.entity->id);
        out.field("name", row.entity->name);
        out.field("mesh", row.entity->mesh);
        out.field("origin", to_text(row.entity->origin));
        out.field("surfaces", row.surfaces);
        out.field("mentions", row.spans);
    });
}

void write(Writer& out, const Reference& reference) {
    out.object([&] {
        out.field("n", reference.n);
        out.field("text", reference.text);
        out.field("span", reference.span);
        out.key("item");
        write(out, reference.item);
    });
}

void write(Writer& out, const Citation& citation) {
    out.object([&] {
        out.field("text", citation.text);
        out.field("span", citation.span);
        out.field("form", to_text(citation.form));
        out.field("references", citation.references);
        out.key("flags");
        out.array(citation.flags, [&](CitationFlag flag) { out.value(to_text(flag)); });
        out.field_if_any("study", citation.study);
    });
}

void write(Writer& out, const Quantity& quantity) {
    out.object([&] {
        out.field("kind", quantity.kind);
        out.field("low", quantity.low);
        out.field("high", quantity.high);
        out.field("unit", quantity.unit);
        out.field("span", quantity.span);
    });
}

void write(Writer& out, const Absence& absence) {
    out.object([&] {
        out.field("kind", to_text(absence.kind));
        out.field("as_of", absence.as_of);
    });
}

void write(Writer& out, const Claim& claim) {
    out.object([&] {
        out.field("id", claim.id);
        out.field("text", claim.text);
        out.field("span", claim.span);
        out.field("treatments", claim.treatments);
        out.field("targets", claim.targets);
        out.field("kind", to_text(claim.kind));
        out.field("stance", to_text(claim.stance));
        out.field("strength", to_text(claim.strength));
        out.field("voice", to_text(claim.voice));
        out.field("hedged", claim.hedge == Hedge::hedged);
        out.field("attributed_to", claim.attributed_to);
        out.field("appeal", to_text(claim.appeal));
        out.field("citations", claim.citations);
        out.field_if_any("comparator", claim.comparator);
        out.field_if_any("population", claim.population);
        if (claim.absence) {
            out.key("absence");
            write(out, *claim.absence);
        }
        if (claim.quantities.empty()) return;
        out.key("quantities");
        out.array(claim.quantities, [&](const Quantity& quantity) { write(out, quantity); });
    });
}

void write(Writer& out, const Parameter& parameter) {
    out.object([&] {
        out.field("kind", to_text(parameter.kind));
        out.field("low", parameter.low);
        out.field("high", parameter.high);
        out.field("unit", parameter.unit);
        out.field("currency", parameter.currency);
        out.field("place", parameter.place);
        out.field("treatment", parameter.treatment);
        out.field("span", parameter.span);
        out.field_if_any("population", parameter.population);
    });
}

void write(Writer& out, const Finding& finding) {
    out.object([&] {
        out.field("code", finding.code);
        out.field("severity", to_text(finding.severity));
        out.field("span", finding.span);
        out.field("message", finding.message);
    });
}

/// A list of what each have a `write` of their own.
template <class T>
void write_list(Writer& out, std::string_view key, const std::vector<T>& items) {
    out.key(key);
    out.array(items, [&](const T& item) { write(out, item); });
}

}  // namespace

std::string article_record(const Article& article, const Mentions& mentions, const Linked& linked) {
    std::vector<Finding> findings = article.findings;
    findings.insert(findings.end(), linked.findings.begin(), linked.findings.end());
    std::string line;
    line.reserve(article.text.size() * 2);
    Writer out(line);
    out.object([&] {
        out.field("schema", "evigrade.article/1");
        out.key("article");
        write(out, article);
        write_list(out, "treatments", mentioned(article, mentions, EntityKind::treatment));
        write_list(out, "ingredients", mentioned(article, mentions, EntityKind::ingredient));
        write_list(out, "conditions", mentioned(article, mentions, EntityKind::condition));
        write_list(out, "outcomes", mentioned(article, mentions, EntityKind::outcome));
        write_list(out, "references", linked.references);
        write_list(out, "citations", linked.citations);
        write_list(out, "claims", linked.claims);
        write_list(out, "parameters", linked.parameters);
        write_list(out, "findings", findings);
    });
    return line;
}

}  // namespace evigrade::render
