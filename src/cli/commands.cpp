#include "cli/commands.hpp"

namespace evigrade::cli {

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> all;
    all.push_back(make_ingest());
    all.push_back(make_remove());
    all.push_back(make_import());
    all.push_back(make_evidence());
    all.push_back(make_ask());
    all.push_back(make_for());
    all.push_back(make_claims());
    all.push_back(make_studies());
    all.push_back(make_treatments());
    all.push_back(make_ingredients());
    all.push_back(make_conditions());
    all.push_back(make_articles());
    all.push_back(make_search());
    all.push_back(make_why());
    all.push_back(make_whatif());
    all.push_back(make_diff());
    all.push_back(make_override());
    all.push_back(make_undo());
    all.push_back(make_conflicts());
    all.push_back(make_check());
    all.push_back(make_export());
    all.push_back(make_extract());
    all.push_back(make_parse());
    all.push_back(make_classify());
    all.push_back(make_rules());
    all.push_back(make_doctor());
    all.push_back(make_help());
    return all;
}

}  // namespace evigrade::cli
