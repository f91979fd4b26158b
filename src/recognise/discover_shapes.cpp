#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "recognise/discover.hpp"

namespace evigrade::recognise {
namespace {

constexpr int convincing = 3;  // for a candidate by itself

void read_ending(const Scene& scene, const Affixes& affixes, std::size_t at, Place place, Candidates& found) {
    const Token& token = scene.tokens()[at];
    if (token.roles != 0 || (token.shape != Shape::lower && token.shape != Shape::capital) || token.span.size() < 7) return;
    if (!affixes.may_end(scene.text(at, at + 1))) return;
    std::string word = scene.word(at);
    auto kind = affixes.kind_of(word);
    if (!kind && word.ends_with('s')) {
        word.pop_back();
        kind = affixes.kind_of(word);
    }
    if (!kind || !scene.is_rare(at)) return;
    Sighting sighting;
    sighting.name = word;
    sighting.kind = *kind == EndingKind::condition ? EntityKind::condition : EntityKind::treatment;
    sighting.points = convincing;
    sighting.substance = *kind == EndingKind::drug ? Substance::yes : Substance::no;
    found.see(sighting, place);
}

/// "etomidate 0.3 mg", "ibudilast (40 mg …": a number follows at once, and a unit soon.
bool is_before_dose(const Scene& scene, std::size_t at) {
    const auto& tokens = scene.tokens();
    if (at + 2 >= tokens.size() || tokens[at + 1].shape != Shape::digits) return false;
    const std::uint32_t gap = tokens[at + 1].span.begin - tokens[at].span.end;
    const std::string_view between = scene.rest(at).substr(0, gap);
    if (between != " " && between != " (") return false;
    for (std::size_t i = at + 2; i < tokens.size() && i <= at + 4; ++i) {
        if (tokens[i].is(Role::unit)) return true;
        if (tokens[i].shape != Shape::digits) return false;
    }
    return false;
}

/// "20 µg iloprost", "oral liarozole".
bool is_after_dose(const Scene& scene, std::size_t at) {
    const auto& tokens = scene.tokens();
    if (at == 0 || !runs_on(tokens[at])) return false;
    const Token& before = tokens[at - 1];
    if (before.is(Role::unit)) return at > 1 && tokens[at - 2].shape == Shape::digits;
    return before.is(Role::route) && !is_head(before) && !before.is(Role::product) && !before.is(Role::place);
}

void read_dose(const Scene& scene, std::size_t at, Place place, Candidates& found) {
    const bool dosed = is_before_dose(scene, at);
    if (!dosed && !is_after_dose(scene, at)) return;
    if (!scene.may_name(at) || !scene.is_rare(at) || scene.is_adjective(at)) return;
    Sighting sighting;
    sighting.name = scene.word(at);
    sighting.points = convincing;
    sighting.substance = Substance::yes;
    sighting.telling = Telling::yes;
    found.see(sighting, place);
}

bool is_registered(std::string_view rest) {
    return rest.starts_with("\xC2\xAE") || rest.starts_with("\xE2\x84\xA2");  // ® and ™
}

/// Capitals inside a word that begins with one: "ProSymbioflor", "NRGBiotic".
bool is_camel(std::string_view word) {
    std::size_t upper = 0, lowered = 0;
    for (const char c : word) {
        if (!is_ascii_alpha(c)) return false;
        upper += is_ascii_upper(c);
        lowered += is_ascii_lower(c);
    }
    return word.size() >= 6 && is_ascii_upper(word.front()) && upper >= 2 && lowered >= 4;
}

/// What surrounds a product speaks of products: beside it that is convincing, near it half so.
int product_points(const Scene& scene, std::size_t at) {
    constexpr std::size_t near = 4;
    const auto& tokens = scene.tokens();
    const auto speaks = [&](std::size_t i) { return tokens[i].is(Role::substance_head) || tokens[i].is(Role::product); };
    const auto is_treatment = [&](std::size_t i) { return scene.is_known_as(i, EntityKind::treatment); };
    // "the probiotic ProZymbio", but "AcuMedic acupressure studs" are by a maker.
    if (at > 0 && runs_on(tokens[at]) && (speaks(at - 1) || is_treatment(at - 1))) return convincing;
    if (at + 1 < tokens.size() && runs_on(tokens[at + 1]) && speaks(at + 1)) return convincing;
    for (std::size_t i = at < near ? 0 : at - near; i < std::min(tokens.size(), at + near + 1); ++i) {
        if (speaks(i) || is_treatment(i)) return convincing - 1;
    }
    return 0;
}

void read_product(const Scene& scene, std::size_t at, Place place, Candidates& found) {
    const Token& token = scene.tokens()[at];
    if (scene.is_known(at) || !scene.may_name(at) || token.span.size() < 3) return;
    if (token.shape == Shape::lower || token.shape == Shape::digits || token.shape == Shape::other) return;
    std::string_view word = scene.text(at, at + 1);
    const bool glued = word.size() > 5 && word.ends_with("TM") && is_ascii_lower(word[word.size() - 3]);
    Sighting sighting;
    if (glued) sighting.surfaces.emplace_back(word);
    if (glued) word.remove_suffix(2);
    if (glued || is_registered(scene.rest(at))) {
        sighting.points =
            std::max(product_points(scene, at), convincing - 1);  // instruments and programs have such marks too
    } else if (token.shape == Shape::mixed && is_camel(word)) {
        sighting.points = product_points(scene, at);
    } else {
        return;
    }
    sighting.name = std::string(word);
    sighting.substance = Substance::yes;
    found.see(sighting, place);
}

/// "Hyland's teething tablets": a maker's possessive, at most two words, a form.
void read_brand(const Scene& scene, std::size_t at, Place place, Candidates& found) {
    const auto& tokens = scene.tokens();
    if (tokens[at].shape != Shape::capital || scene.is_known(at) || tokens[at].roles != 0 || !scene.is_rare(at)) return;
    const std::string_view rest = scene.rest(at);
    if (!rest.starts_with("'s ") && !rest.starts_with("\xE2\x80\x99s ")) return;
    for (std::size_t form = at + 1; form < tokens.size() && form <= at + 3; ++form) {
        if (!runs_on(tokens[form]) || tokens[form].is(Role::stop)) return;
        if (form == at + 1 || !tokens[form].is(Role::product)) continue;
        Sighting sighting;
        sighting.name = squeeze(scene.text(at, form + 1));
        sighting.points = convincing;
        sighting.substance = Substance::yes;
        found.see(sighting, place);
        return;
    }
}

bool ends_like_latin(std::string_view word) {
    constexpr std::array<std::string_view, 20> endings{"um",  "us",  "ii",  "ae",  "is",     "ensis", "ica",
                                                       "ata", "ana", "ina", "ora", "ifera",  "alis",  "iana",
                                                       "osa", "ens", "ea",  "ia",  "ifolia", "ulata"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// "Ocimum sanctum leaf extract"; a Latin name alone may be a germ's.
void read_binomial(const Scene& scene, std::size_t at, Place place, Candidates& found) {
    const auto& tokens = scene.tokens();
    if (at + 1 >= tokens.size() || tokens[at].shape != Shape::capital || tokens[at + 1].shape != Shape::lower) return;
    if (!runs_on(tokens[at + 1]) || !scene.is_rare(at) || !scene.is_rare(at + 1)) return;
    if (!ends_like_latin(scene.word(at + 1))) return;
    std::size_t last = at + 2;
    while (last < tokens.size() && last < at + 6 && runs_on(tokens[last]) && tokens[last].is(Role::plant_part)) ++last;
    const bool plant = last > at + 2;
    Sighting sighting;
    sighting.name = squeeze(scene.text(at, at + 2));
    sighting.points = plant ? convincing : 0;
    sighting.substance = Substance::yes;
    sighting.surfaces.push_back(std::string(scene.text(at, at + 1).substr(0, 1)) + " " +
                                std::string(scene.text(at + 1, at + 2)));
    if (plant) sighting.surfaces.push_back(squeeze(scene.text(at, last)));
    found.see(sighting, plant ? place : Place::body);
}

/// "X for hair loss" in a title: X is what the article is about.
void read_title(const Scene& scene, Candidates& found) {
    const auto& tokens = scene.tokens();
    for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
        if (scene.word(at) != "for" || !scene.is_known_as(at + 1, EntityKind::condition)) continue;
        std::size_t first = at;
        while (first > 0 && at - first < 3 && scene.may_name(first - 1) && (first == at || runs_on(tokens[first]))) --first;
        while (first < at && !scene.is_rare(first)) ++first;
        if (first == at) continue;
        Sighting sighting;
        sighting.name = squeeze(scene.text(first, at));
        sighting.points = 2;
        found.see(sighting, Place::title);
    }
}

}  // namespace

void discover_by_shape(const Scene& scene, const Affixes& affixes, Place place, Candidates& found) {
    for (std::size_t at = 0; at < scene.tokens().size(); ++at) {
        if (scene.is_known(at)) continue;
        read_ending(scene, affixes, at, place, found);
        read_dose(scene, at, place, found);
        read_product(scene, at, place, found);
        read_brand(scene, at, place, found);
        read_binomial(scene, at, place, found);
    }
    if (place == Place::title) read_title(scene, found);
}

}  // namespace evigrade::recognise
