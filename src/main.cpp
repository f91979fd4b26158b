#include "cli/program.hpp"

int main(int argc, char** argv) {
    return evigrade::cli::run(argc, argv);
}
