#include "evigrade/lexicon.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

#include "evigrade/base/text.hpp"
#include "lexicon/names.hpp"
#include "lexicon/tables.hpp"

namespace evigrade {

struct Lexicon::Index {
    explicit Index(std::vector<Entity> all) : entities(std::move(all)), names(count_names(entities)) {}

    static std::size_t count_names(const std::vector<Entity>& entities) {
        std::size_t names = 0;
        for (const Entity& entity : entities) names += 1 + entity.aliases.size();
        return names;
    }

    std::vector<Entity> entities;
    lexicon::NameTrie names;
    std::unordered_map<std::string_view, std::uint32_t> by_id;
};

Lexicon::Lexicon(const Data& data) : index_(std::make_unique<Index>(lexicon::read_entities(data))) {
    Index& index = *index_;
    index.by_id.reserve(index.entities.size());
    // Every entity's own name goes before anybody's alias.
    for (std::uint32_t i = 0; i < index.entities.size(); ++i) {
        index.by_id.emplace(index.entities[i].id, i);
        index.names.add(index.entities[i].name, i);
    }
    for (std::uint32_t i = 0; i < index.entities.size(); ++i) {
        for (const std::string& alias : index.entities[i].aliases) index.names.add(alias, i);
    }
}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

const std::vector<Entity>& Lexicon::entities() const {
    return index_->entities;
}

const Entity* Lexicon::find(std::string_view id) const {
    const auto found = index_->by_id.find(id);
    return found == index_->by_id.end() ? nullptr : &index_->entities[found->second];
}

const Entity* Lexicon::named(std::string_view name) const {
    name = trim(name);
    if (const auto found = index_->names.exactly(name)) return &index_->entities[*found];
    if (const Entity* same = find(slug(name))) return same;
    // "platelet-rich plasma (PRP)": the name without its bracket, then the bracket alone.
    const std::size_t open = name.find(" (");
    if (open == std::string_view::npos || !name.ends_with(')')) return nullptr;
    if (const auto found = index_->names.exactly(name.substr(0, open))) return &index_->entities[*found];
    const auto inside = index_->names.exactly(name.substr(open + 2, name.size() - open - 3));
    return inside ? &index_->entities[*inside] : nullptr;
}

std::vector<std::string_view> Lexicon::ancestors(std::string_view id) const {
    std::vector<std::string_view> line;
    if (const Entity* own = find(id)) line.emplace_back(own->id);
    for (std::size_t i = 0; i < line.size(); ++i) {
        for (const std::string& parent : find(line[i])->parents) {
            const Entity* above = find(parent);
            if (above != nullptr && std::find(line.begin(), line.end(), above->id) == line.end())
                line.emplace_back(above->id);
        }
    }
    return line;
}

std::vector<LexiconHit> Lexicon::scan(std::string_view text) const {
    constexpr std::size_t window = 1024;  // a long text is never held as words at once
    const lexicon::NameTrie& names = index_->names;
    const std::size_t ahead = names.longest_name() + 1;
    std::vector<LexiconHit> hits;
    std::vector<lexicon::Word> words;
    words.reserve(window + ahead);
    lexicon::WordReader reader(text, names.alphabet());
    bool more = true;
    std::size_t at = 0;
    for (;;) {
        if (more && at + ahead >= words.size()) {
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(at, words.size())));
            at = 0;
            lexicon::Word word;
            while (words.size() < window + ahead && (more = reader.next(word))) words.push_back(word);
        }
        if (at >= words.size()) return hits;
        const auto match = names.longest(text, words, at);
        if (match) {
            const auto begin = static_cast<std::uint32_t>(words[at].begin);
            const auto end = static_cast<std::uint32_t>(words[at + match->words - 1].end);
            hits.push_back({{begin, end}, match->entity});
        }
        at += match ? match->words : 1;
    }
}

}  // namespace evigrade
