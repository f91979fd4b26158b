#include "read/html_guard.hpp"

#include <algorithm>
#include <vector>

#include "read/html_scan.hpp"

namespace evigrade::read {
namespace {

constexpr std::size_t most_attributes = 256;
constexpr std::size_t most_formatting = 256;
constexpr std::size_t most_bodies = 64;
constexpr std::size_t most_elements = 500000;  ///< each takes gumbo some 400 bytes

bool is_formatting(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_A:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BIG:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_NOBR:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_STRIKE:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_TT:
        case GUMBO_TAG_U:
            return true;
        default:
            return false;
    }
}

/// Elements that fence off what is open around them, for end tags and for formatting.
bool is_fence(GumboTag tag) {
    return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION ||
           tag == GUMBO_TAG_OBJECT || tag == GUMBO_TAG_MARQUEE || tag == GUMBO_TAG_APPLET || tag == GUMBO_TAG_BUTTON ||
           tag == GUMBO_TAG_TEMPLATE;
}

/// Whether the start of `opening` ends an open `open`, whose end tag may be left out.
bool ends_implicitly(GumboTag opening, GumboTag open) {
    switch (open) {
        case GUMBO_TAG_P:
            return is_block_tag(opening);
        case GUMBO_TAG_LI:
            return opening == GUMBO_TAG_LI;
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DT:
            return opening == GUMBO_TAG_DD || opening == GUMBO_TAG_DT;
        case GUMBO_TAG_OPTION:
            return opening == GUMBO_TAG_OPTION;
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            return opening == GUMBO_TAG_TD || opening == GUMBO_TAG_TH || opening == GUMBO_TAG_TR;
        case GUMBO_TAG_TR:
            return opening == GUMBO_TAG_TR || opening == GUMBO_TAG_TBODY;
        default:
            return false;
    }
}

/// Follows the stack of open elements and the list of active formatting elements as an HTML parser keeps them, and
/// errs towards deeper.
class Depth {
public:
    void start(const HtmlToken& token) {
        if (is_void_tag(token.tag) || (token.self_closing && foreign_ > 0)) return;
        close_implied(token.tag);
        if (!is_block_tag(token.tag)) reconstruct();
        push(token.tag, is_formatting(token.tag) ? remember(token.tag) : none);
        if (is_fence(token.tag)) remember(GUMBO_TAG_LAST);
    }

    void end(const HtmlToken& token) {
        if (is_formatting(token.tag)) forget(token.tag);
        bool crossed = false;
        for (std::size_t i = stack_.size(); i-- > 0;) {
            if (stack_[i].tag == token.tag) {
                if (!crossed || is_block_tag(token.tag)) pop_to(i);
                return;
            }
            if (is_fence(stack_[i].tag) && !is_fence(token.tag) && token.tag != GUMBO_TAG_TR) return;
            crossed = crossed || is_block_tag(stack_[i].tag);
        }
    }

    /// Formatting that a closed block has cut off is opened again around the next text.
    void reconstruct() {
        for (std::size_t i = active_.size(); i-- > 0 && active_[i].tag != GUMBO_TAG_LAST;) {
            if (active_[i].open || active_[i].tag == GUMBO_TAG_UNKNOWN) continue;
            active_[i].open = true;
            push(active_[i].tag, i);
            ++work_;
        }
    }

    [[nodiscard]] std::size_t depth() const { return stack_.size(); }
    [[nodiscard]] std::size_t formatting() const { return active_.size(); }
    [[nodiscard]] std::size_t work() const { return work_; }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Open {
        GumboTag tag;
        std::size_t entry;  ///< its place in the active list, or none
    };
    struct Entry {
        GumboTag tag;  ///< LAST is a fence, UNKNOWN a removed entry
        bool open;
    };

    void push(GumboTag tag, std::size_t entry) {
        stack_.push_back({tag, entry});
        if (tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH) ++foreign_;
    }

    void pop_to(std::size_t size) {
        while (stack_.size() > size) {
            const Open last = stack_.back();
            stack_.pop_back();
            if (last.tag == GUMBO_TAG_SVG || last.tag == GUMBO_TAG_MATH) --foreign_;
            if (last.entry != none && last.entry < active_.size()) active_[last.entry].open = false;
            if (is_fence(last.tag)) clear_to_fence();
        }
    }

    void clear_to_fence() {
        while (!active_.empty()) {
            const bool fence = active_.back().tag == GUMBO_TAG_LAST;
            active_.pop_back();
            if (fence) return;
        }
    }

    std::size_t remember(GumboTag tag) {
        active_.push_back({tag, tag != GUMBO_TAG_LAST});
        return active_.size() - 1;
    }

    void forget(GumboTag tag) {
        for (std::size_t i = active_.size(); i-- > 0 && active_[i].tag != GUMBO_TAG_LAST;) {
            if (active_[i].tag != tag) continue;
            active_[i].tag = GUMBO_TAG_UNKNOWN;
            break;
        }
        while (!active_.empty() && active_.back().tag == GUMBO_TAG_UNKNOWN) active_.pop_back();
    }

    void close_implied(GumboTag opening) {
        for (std::size_t i = stack_.size(); i-- > 0;) {
            const GumboTag open = stack_[i].tag;
            if (ends_implicitly(opening, open)) {
                pop_to(i);
                const bool more = open == GUMBO_TAG_P && opening != GUMBO_TAG_P;  // the item around the paragraph, too
                if (!more && (opening != GUMBO_TAG_TR || open == GUMBO_TAG_TR)) return;
            } else if (open == GUMBO_TAG_UL || open == GUMBO_TAG_OL || open == GUMBO_TAG_DL || open == GUMBO_TAG_TABLE ||
                       open == GUMBO_TAG_DIV || (is_fence(open) && opening != GUMBO_TAG_TR)) {
                return;
            }
        }
    }

    std::vector<Open> stack_;
    std::vector<Entry> active_;
    std::size_t foreign_ = 0;
    std::size_t work_ = 0;
};

}  // namespace

std::optional<std::string> unfit_for_gumbo(std::string_view html, const Limits& limits) {
    if (html.size() > limits.html_bytes) return "it is larger than " + std::to_string(limits.html_bytes >> 20) + " MB";
    HtmlScanner scanner(html);
    Depth depth;
    std::size_t tags = 0;
    std::size_t bodies = 0;
    std::size_t elements = 0;
    for (HtmlToken token = scanner.next(); token.kind != HtmlToken::Kind::none; token = scanner.next()) {
        if (token.kind == HtmlToken::Kind::text) {
            depth.reconstruct();
            continue;
        }
        ++tags;
        if (token.kind == HtmlToken::Kind::end) {
            depth.end(token);
            continue;
        }
        depth.start(token);
        if (++elements > most_elements) return "it has more than " + std::to_string(most_elements) + " elements";
        if (token.tag == GUMBO_TAG_BODY || token.tag == GUMBO_TAG_HTML) ++bodies;
        if (token.attributes > most_attributes)
            return "a tag has more than " + std::to_string(most_attributes) + " attributes";
        if (depth.depth() > limits.html_depth) return "its tags are nested deeper than " + std::to_string(limits.html_depth);
        if (depth.formatting() > most_formatting || depth.work() > 4 * tags + 4096)
            return "its formatting tags are never closed";
        if (bodies > most_bodies) return "it has more than " + std::to_string(most_bodies) + " bodies";
    }
    return std::nullopt;
}

}  // namespace evigrade::read
