// Every verb's maker. The list of all of them, in the order of the overview, is commands.cpp.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace evigrade::cli {

std::unique_ptr<Command> make_ingest();
std::unique_ptr<Command> make_remove();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_evidence();
std::unique_ptr<Command> make_ask();
std::unique_ptr<Command> make_for();
std::unique_ptr<Command> make_claims();
std::unique_ptr<Command> make_studies();
std::unique_ptr<Command> make_treatments();
std::unique_ptr<Command> make_ingredients();
std::unique_ptr<Command> make_conditions();
std::unique_ptr<Command> make_articles();
std::unique_ptr<Command> make_search();
std::unique_ptr<Command> make_why();
std::unique_ptr<Command> make_whatif();
std::unique_ptr<Command> make_diff();
std::unique_ptr<Command> make_override();
std::unique_ptr<Command> make_undo();
std::unique_ptr<Command> make_conflicts();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_parse();
std::unique_ptr<Command> make_classify();
std::unique_ptr<Command> make_rules();
std::unique_ptr<Command> make_doctor();
std::unique_ptr<Command> make_help();

}  // namespace evigrade::cli
