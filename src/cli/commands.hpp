// Every verb's maker. The list of all of them, in the order of the overview, is commands.cpp.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace evigrade::cli {

std::unique_ptr<Command> make_parse();
std::unique_ptr<Command> make_help();

}  // namespace evigrade::cli
