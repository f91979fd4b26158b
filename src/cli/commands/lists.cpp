// `evigrade claims`, `studies`, `articles`, `treatments`, `ingredients`, `conditions`, `conflicts`: rows under filters.
#include "cli/commands.hpp"
#include "cli/list_command.hpp"

namespace evigrade::cli {

std::unique_ptr<Command> make_claims() {
    return std::make_unique<ListCommand<ClaimRow>>("claims", "what the articles assert, best evidence first", query::claims,
                                                   FilterOptions::Claims::yes);
}

std::unique_ptr<Command> make_studies() {
    return std::make_unique<ListCommand<StudyRow>>("studies", "the studies that are cited, and what they are",
                                                   query::studies);
}

std::unique_ptr<Command> make_articles() {
    return std::make_unique<ListCommand<ArticleRow>>("articles", "the stored articles", query::articles);
}

std::unique_ptr<Command> make_treatments() {
    return std::make_unique<ListCommand<EntityRow>>("treatments", "the treatments that are named", query::treatments);
}

std::unique_ptr<Command> make_ingredients() {
    return std::make_unique<ListCommand<EntityRow>>("ingredients", "the substances that are named", query::ingredients);
}

std::unique_ptr<Command> make_conditions() {
    return std::make_unique<ListCommand<EntityRow>>("conditions", "the conditions and outcomes that are named",
                                                    query::conditions);
}

std::unique_ptr<Command> make_conflicts() {
    return std::make_unique<ListCommand<Conflict>>("conflicts", "where articles contradict one another or themselves",
                                                   query::conflicts);
}

}  // namespace evigrade::cli
