#include "cli/commands.hpp"

namespace evigrade::cli {

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> all;
    all.push_back(make_check());
    all.push_back(make_extract());
    all.push_back(make_parse());
    all.push_back(make_classify());
    all.push_back(make_rules());
    all.push_back(make_help());
    return all;
}

}  // namespace evigrade::cli
