// What has become of a publication, from everything that was said of it.
#include <algorithm>

#include "catalog/records.hpp"

namespace evigrade::catalog {
namespace {

/// How grave a state is: of two notices of one day the graver was issued last, and a reinstatement after it.
int order(EditorialState state) {
    switch (state) {
        case EditorialState::unknown:
            return 0;
        case EditorialState::clear:
            return 1;
        case EditorialState::corrected:
            return 2;
        case EditorialState::concern:
            return 3;
        case EditorialState::retracted:
            return 4;
        case EditorialState::reinstated:
            return 5;
    }
    return 0;
}

/// Before all dated ones, among them, or after them: an undated reinstatement is taken to be the last word, since a false
/// "retracted" is the worse error.
int epoch(const StateEvent& event) {
    if (event.date && !event.date->empty()) return 1;
    return event.state == EditorialState::reinstated ? 2 : 0;
}

bool earlier(const StateEvent& a, const StateEvent& b) {
    return std::make_tuple(epoch(a), a.date.value_or(""), order(a.state), a.source) <
           std::make_tuple(epoch(b), b.date.value_or(""), order(b.state), b.source);
}

/// Whether `next` changes what is in force.
bool supersedes(EditorialState next, EditorialState now) {
    if (next == EditorialState::unknown) return false;
    if (next == EditorialState::clear) return now == EditorialState::unknown;
    if (now == EditorialState::retracted) return next == EditorialState::reinstated || next == EditorialState::retracted;
    return true;
}

}  // namespace

StateEvent settle(std::vector<StateEvent> events) {
    std::sort(events.begin(), events.end(), earlier);
    StateEvent now;
    for (auto& event : events) {
        if (!supersedes(event.state, now.state)) continue;
        // Of several words for one retraction the first dated one stands.
        if (event.state == now.state && now.date) continue;
        now = std::move(event);
    }
    return now;
}

}  // namespace evigrade::catalog
