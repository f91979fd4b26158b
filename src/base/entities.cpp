#include "evigrade/base/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade {
namespace {

/// The entities that prose is full of.
constexpr std::array<std::pair<std::string_view, std::string_view>, 52> entities{{
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},       {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},   {"ensp", " "},
    {"emsp", " "},   {"thinsp", " "}, {"rsquo", "’"},    {"lsquo", "‘"},  {"rdquo", "”"},  {"ldquo", "“"},  {"ndash", "–"},
    {"mdash", "—"},  {"minus", "−"},  {"hellip", "…"},   {"deg", "°"},    {"micro", "µ"},  {"middot", "·"}, {"bull", "•"},
    {"times", "×"},  {"plusmn", "±"}, {"le", "≤"},       {"ge", "≥"},     {"alpha", "α"},  {"beta", "β"},   {"gamma", "γ"},
    {"delta", "δ"},  {"kappa", "κ"},  {"lambda", "λ"},   {"mu", "μ"},     {"omega", "ω"},  {"copy", "©"},   {"reg", "®"},
    {"trade", "™"},  {"frac12", "½"}, {"eacute", "é"},   {"egrave", "è"}, {"auml", "ä"},   {"ouml", "ö"},   {"uuml", "ü"},
    {"szlig", "ß"},  {"ntilde", "ñ"}, {"ccedil", "ç"},   {"aacute", "á"}, {"oacute", "ó"}, {"iacute", "í"}, {"uacute", "ú"},
    {"oslash", "ø"}, {"aring", "å"},  {"shy", "\u00AD"},
}};

std::string named_entity(std::string_view name) {
    for (const auto& [known, value] : entities) {
        if (known == name) return std::string(value);
    }
    std::string out;
    if (!name.starts_with('#')) return out;
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool scalar = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
    if (error == std::errc() && end == digits.data() + digits.size() && scalar) append_utf8(out, value);
    return out;
}

}  // namespace

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t amp = std::min(text.find('&', at), text.size());
        out.append(text, at, amp - at);
        if (amp == text.size()) break;
        const std::size_t end = text.substr(amp, 12).find(';');
        const std::string value =
            end == std::string_view::npos ? std::string() : named_entity(text.substr(amp + 1, end - 1));
        if (value.empty()) out += '&';
        out += value;
        at = value.empty() ? amp + 1 : amp + end + 1;
    }
    return out;
}

}  // namespace evigrade
