// The tables that a Recorder reads, and the steps of making a study.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/participants.hpp"
#include "catalog/record_links.hpp"
#include "evigrade/learn.hpp"

namespace evigrade::catalog {

struct Recorder::Tables {
    explicit Tables(const Data& data) : forms(data), classifiers(data), designs(data), participants(data) {}
    Forms forms;
    learn::Classifiers classifiers;
    TitleDesigns designs;
    Participants participants;
};

/// The records of one publication, merged.
struct Publication {
    std::vector<const Member*> members;  ///< the fullest first
    BibItem item;                        ///< the fullest, its gaps filled from the others
    ReportKind kind = ReportKind::primary;
};

/// The publications that these records describe, in an order of content.
std::vector<Publication> publications(const std::vector<Member>& members, const Forms& forms);

}  // namespace evigrade::catalog
