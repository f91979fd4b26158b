// Ctrl-C in long jobs: the first lets them end well, the second ends at once.
#pragma once

namespace evigrade::cli {

/// From here on Ctrl-C is noted and does not end the program.
void note_interrupts();
/// Whether Ctrl-C was pressed since.
bool interrupted();

}  // namespace evigrade::cli
