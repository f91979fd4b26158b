// The program's one entry: parses the command line, runs the verb, maps every outcome to an exit code.
#pragma once

namespace evigrade::cli {

/// Returns the process's exit code (DESIGN 4). Never throws.
int run(int argc, char** argv);

}  // namespace evigrade::cli
