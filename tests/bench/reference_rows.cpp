#include "bench/reference_rows.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "evigrade/base/text.hpp"

namespace evigrade::bench {
namespace {

using link::Part;
using Json = nlohmann::json;

/// Letters and digits of a text, and the token that each belongs to.
struct Letters {
    std::u32string text;
    std::vector<std::size_t> token;
};

std::u32string letters_of(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.length;
        if (is_letter(c.value) || is_digit(c.value))
            out += c.value < 0x80 ? static_cast<char32_t>(ascii_lower(static_cast<char>(c.value))) : c.value;
    }
    return out;
}

struct Place {
    std::size_t begin, end;  ///< tokens
};

class Aligner {
public:
    Aligner(const std::string& text, const Json& gold) : text_(text), gold_(gold) {
        out_.text = text;
        out_.found = link::tokenise_reference(text);
        for (std::size_t t = 0; t < tokens().size(); ++t) {
            for (const char32_t c : letters_of(tokens()[t].in(text_))) {
                letters_.text += c;
                letters_.token.push_back(t);
            }
        }
        labels_.assign(tokens().size(), std::nullopt);
    }

    std::optional<Labelled> label() {
        for (std::size_t t = 0; t < tokens().size(); ++t) {
            if (tokens()[t].kind == link::TokenKind::identifier) labels_[t] = Part::identifier;
        }
        if (!names("authors", Part::family) || !names("editors", Part::editor_family)) return std::nullopt;
        const auto title = put("title", Part::title, std::nullopt);
        if (!title) return std::nullopt;
        const std::size_t after = *title;
        const auto container = put("container", Part::container, after);
        if (!container) return std::nullopt;
        const auto pages = put("pages", Part::pages, *container);
        const auto volume = pages ? put("volume", Part::volume, *container) : std::nullopt;
        const auto issue = volume ? put("issue", Part::issue, *volume) : std::nullopt;
        const auto year = issue ? put("year", Part::date, std::nullopt) : std::nullopt;
        const auto publisher = year ? put("publisher", Part::publisher, std::nullopt) : std::nullopt;
        const auto place = publisher ? put("place", Part::place, std::nullopt) : std::nullopt;
        if (!place) return std::nullopt;
        fill();
        for (const auto& label : labels_) out_.labels.push_back(label.value_or(Part::other));
        return std::move(out_);
    }

private:
    [[nodiscard]] const std::vector<link::ReferenceToken>& tokens() const { return out_.found.tokens; }

    /// Where a value stands, on token bounds, over tokens that are still free.
    [[nodiscard]] std::vector<Place> places(const std::string& value) const {
        std::vector<Place> out;
        const std::u32string wanted = letters_of(value);
        if (wanted.empty()) return out;
        for (std::size_t at = letters_.text.find(wanted); at != std::u32string::npos;
             at = letters_.text.find(wanted, at + 1)) {
            const std::size_t last = at + wanted.size() - 1;
            const Place place{letters_.token[at], letters_.token[last] + 1};
            if (at > 0 && letters_.token[at - 1] == place.begin) continue;
            if (last + 1 < letters_.token.size() && letters_.token[last + 1] == place.end - 1) continue;
            bool free = true;
            for (std::size_t t = place.begin; t < place.end; ++t) free = free && !labels_[t];
            if (free) out.push_back(place);
        }
        return out;
    }

    void mark(const Place& place, Part part) {
        for (std::size_t t = place.begin; t < place.end; ++t) labels_[t] = part;
    }

    bool names(const char* field, Part part) {
        if (!gold_.contains(field)) return true;
        std::size_t from = 0;
        for (const auto& name : gold_[field]) {
            bool placed = false;
            for (const Place& place : places(name.get<std::string>())) {
                if (place.begin < from) continue;
                mark(place, part);
                from = place.end;
                placed = true;
                break;
            }
            if (!placed) return false;
        }
        return true;
    }

    [[nodiscard]] std::string value(const char* field) const {
        const auto& v = gold_.at(field);
        return v.is_array() ? v.at(0).get<std::string>() : v.is_string() ? v.get<std::string>() : v.dump();
    }

    /// Labels a field and gives the token behind it: the nearest place behind `near`, else the nearest before it.
    std::optional<std::size_t> put(const char* field, Part part, std::optional<std::size_t> near) {
        if (!gold_.contains(field)) return near.value_or(0);
        const auto found = places(value(field));
        if (found.empty()) return std::nullopt;
        const Place* best = &found.front();
        if (near) {
            for (const auto& place : found) {
                if (place.begin >= *near) {
                    best = &place;
                    break;
                }
                best = &place;
            }
        } else if (part == Part::date) {
            for (const auto& place : found) {  // a year in brackets is the year
                if (place.begin > 0 && tokens()[place.begin - 1].is_mark('(')) {
                    best = &place;
                    break;
                }
            }
        }
        mark(*best, part);
        return best->end;
    }

    [[nodiscard]] bool says(std::size_t t, std::initializer_list<std::string_view> words) const {
        const std::string word = lower(tokens()[t].in(text_));
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    [[nodiscard]] bool announces(std::size_t t, Part part) const {
        switch (part) {
            case Part::pages:
                return says(t, {"p", "pp", "pages", "page", "pg", "pgs", "s", "seiten", "article", "art", "id", "e"});
            case Part::volume:
                return says(t, {"vol", "volume", "v", "bd", "band", "jg", "vols"});
            case Part::issue:
                return says(t, {"no", "nr", "number", "issue", "num", "n", "nos", "heft", "iss", "º", "°"});
            case Part::container:
                return says(t, {"in", "the"});
            case Part::date:
                return says(t, {"january",   "february", "march",    "april",    "may",   "june", "july", "august",
                                "september", "october",  "november", "december", "jan",   "feb",  "mar",  "apr",
                                "jun",       "jul",      "aug",      "sep",      "sept",  "oct",  "nov",  "dec",
                                "published", "spring",   "summer",   "fall",     "winter"}) ||
                       tokens()[t].kind == link::TokenKind::number;
            case Part::identifier:
                return says(t, {"doi", "available", "from", "at", "url", "retrieved", "https", "http", "pmid", "isbn",
                                "link", "address", "online"});
            default:
                return false;
        }
    }

    [[nodiscard]] bool opens(std::size_t t) const {
        const auto& token = tokens()[t];
        return token.is_mark('(') || token.is_mark('[') || (token.is_mark('"') && token.after_space);
    }

    /// Labels what stands between labelled tokens.
    void fill() {
        const std::size_t n = tokens().size();
        for (std::size_t t = 0; t < n;) {
            if (labels_[t]) {
                ++t;
                continue;
            }
            std::size_t end = t;
            while (end < n && !labels_[end]) ++end;
            gap(t, end);
            t = end;
        }
    }

    void gap(std::size_t begin, std::size_t end) {
        const auto before = begin > 0 ? labels_[begin - 1] : std::nullopt;
        const auto behind = end < tokens().size() ? labels_[end] : std::nullopt;
        const bool author_before = before == Part::family || before == Part::given;
        const bool editor_before = before == Part::editor_family || before == Part::editor;
        if (!before && behind) {
            head(begin, end, *behind);
            return;
        }
        std::size_t t = begin;
        if ((author_before && behind == Part::family) || (editor_before && behind == Part::editor_family)) {
            while (t < end) labels_[t++] = author_before ? Part::given : Part::editor;
            return;
        }
        if (author_before || editor_before) {  // given names, up to what opens or announces the next part
            while (t < end && !(behind && opens(t) && !closes_before(t, end))) {
                if (behind && announces(t, *behind) && t > begin) break;
                labels_[t++] = author_before ? Part::given : Part::editor;
            }
        } else {
            while (before && t < end && tokens()[t].kind == link::TokenKind::mark && !opens(t)) labels_[t++] = *before;
        }
        std::size_t back = end;
        while (behind && back > t && leads(back - 1, *behind)) labels_[--back] = lead_label(*behind);
        for (; t < back; ++t) labels_[t] = Part::other;
    }

    /// Whether a bracket that opens at t closes again inside the gap: "(Eds.)".
    [[nodiscard]] bool closes_before(std::size_t t, std::size_t end) const {
        for (std::size_t i = t; i < end; ++i) {
            if (tokens()[i].is_mark(')') || tokens()[i].is_mark(']')) return true;
        }
        return false;
    }

    [[nodiscard]] static Part lead_label(Part part) {
        return part == Part::family ? Part::given : part == Part::editor_family ? Part::editor : part;
    }

    [[nodiscard]] bool leads(std::size_t t, Part part) const {
        if (part == Part::editor_family) {
            const auto& token = tokens()[t];
            return token.is_mark('.') || token.is_mark(',') || says(t, {"by", "ed", "eds", "edited"}) ||
                   (token.kind == link::TokenKind::word && token.size() <= 2 && token.capital);
        }
        const auto& token = tokens()[t];
        if (token.kind == link::TokenKind::mark)
            return opens(t) || token.is_mark('.') || token.is_mark(':') || token.is_mark('"') || token.is_mark('\'') ||
                   token.is_mark('-') || token.is_mark('=');
        return announces(t, part);
    }

    /// The entry's number, or given names in front of the first family name.
    void head(std::size_t begin, std::size_t end, Part behind) {
        std::size_t t = begin;
        const bool numbered = begin < end && (tokens()[t].is_mark('[') || tokens()[t].is_mark('(') ||
                                              tokens()[t].kind == link::TokenKind::number);
        if (numbered) {
            std::size_t stop = t;
            while (stop < end && tokens()[stop].kind != link::TokenKind::word) ++stop;
            if (stop == end || tokens()[stop].after_space) {
                while (t < stop) labels_[t++] = Part::label;
            } else {
                while (t < end && !tokens()[t].is_mark(']') && !tokens()[t].is_mark(')')) labels_[t++] = Part::label;
                if (t < end) labels_[t++] = Part::label;
            }
        }
        const bool person = behind == Part::family || behind == Part::editor_family;
        for (; t < end; ++t) labels_[t] = person ? lead_label(behind) : leads(t, behind) ? behind : Part::other;
    }

    const std::string& text_;
    const Json& gold_;
    Labelled out_;
    Letters letters_;
    std::vector<std::optional<Part>> labels_;
};

}  // namespace

bool ReferenceRow::skips(const std::string& field) const {
    return std::find(skip.begin(), skip.end(), field) != skip.end();
}

std::vector<ReferenceRow> read_rows(const std::string& path) {
    std::vector<ReferenceRow> rows;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const Json json = Json::parse(line);
        ReferenceRow row;
        row.id = json.at("id");
        row.source = json.at("source");
        row.doc = json.value("doc", "");
        if (json.contains("licence") && json["licence"].is_string()) row.licence = json["licence"];
        row.text = json.at("text");
        row.gold = json.at("gold");
        row.skip = json.value("skip", std::vector<std::string>());
        row.journal = json.value("type", "") == "journal";
        rows.push_back(std::move(row));
    }
    return rows;
}

bool may_ship(const ReferenceRow& row) {
    if (row.source == "anystyle-core" || row.source == "anystyle-good" || row.source == "grobid-corpus" ||
        row.source == "grobid-eval" || row.source == "plos-jats")
        return true;
    return row.source == "biorxiv-jats" &&
           (row.licence.find("/by/") != std::string::npos || row.licence.find("publicdomain") != std::string::npos);
}

std::optional<Labelled> label_row(const std::string& text, const Json& gold) {
    return Aligner(text, gold).label();
}

}  // namespace evigrade::bench
