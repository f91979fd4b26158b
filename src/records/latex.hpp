// LaTeX in bibliographies, as text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace evigrade::records {

/// What is plain in a field: the text of titles and names is typeset (`--` is a dash, `~` a blank), an address is not.
enum class Wording { typeset, address };

/// The commands of data/formats/latex.tsv. Total: unknown commands are dropped, their arguments kept; braces vanish; what
/// is no LaTeX stays.
class Latex {
public:
    Latex();
    [[nodiscard]] std::string text_of(std::string_view source, Wording wording = Wording::typeset) const;

private:
    enum class Kind { symbol, accent, blank, drop, superscript, subscript };
    struct Command {
        Kind kind = Kind::symbol;
        std::string text;
    };
    friend class LatexReader;
    std::unordered_map<std::string, Command> commands_;
};

}  // namespace evigrade::records
