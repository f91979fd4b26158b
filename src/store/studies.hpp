// Studies as rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evigrade/model/rows.hpp"
#include "evigrade/model/study.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// Stores a study's facts in place of what was there under its id. Its reports are put apart, with put_item: what
/// refers to the study stays.
void put_study(Database& database, const Study& study, StudyOrigin origin);
/// The same facts as people have decided them: what the record says stays kept beside (store/decisions.hpp).
void write_study(Database& database, const Study& study, StudyOrigin origin);

struct StoredStudy {
    Study study;
    StudyOrigin origin = StudyOrigin::cited;
};

enum class WithReports : std::uint8_t { no, yes };
std::optional<StoredStudy> get_study(Database& database, std::string_view id, WithReports with_reports);

}  // namespace evigrade::store
