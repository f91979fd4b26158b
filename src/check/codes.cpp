#include <algorithm>

#include "evigrade/check.hpp"

namespace evigrade::check {

Codes::Codes(const Data& data) {
    const Table table(data.find("checks/codes.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        FindingCode code;
        code.name = table.at(row, "code");
        code.severity = from_text<Severity>(table.at(row, "severity")).value_or(Severity::warning);
        code.by_default = table.at(row, "default") == "off" ? Reported::off : Reported::on;
        code.summary = table.at(row, "summary");
        code.hint = table.at(row, "hint");
        codes_.push_back(std::move(code));
    }
    std::sort(codes_.begin(), codes_.end(), [](const FindingCode& a, const FindingCode& b) { return a.name < b.name; });
}

const FindingCode* Codes::find(std::string_view name) const {
    const auto at = std::lower_bound(codes_.begin(), codes_.end(), name,
                                     [](const FindingCode& code, std::string_view asked) { return code.name < asked; });
    return at != codes_.end() && at->name == name ? &*at : nullptr;
}

}  // namespace evigrade::check
