#include "cli/first_memory.hpp"
#include "cli/program.hpp"

int main(int argc, char** argv) {
    evigrade::cli::take_first_memory();
    return evigrade::cli::run(argc, argv);
}
