// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/talk_list.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone::sync {
namespace {

constexpr int quiet_days = 14;
constexpr int new_days = 21;
constexpr std::int64_t praised_days = 4;

std::string count_of(std::int64_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

bool is_new(const TeamFacts& facts, const TeamRow& row, Day today) {
    for (const PersonRow& person : facts.people)
        if (person.id == row.person) return today - person.since <= new_days;
    return false;
}

/// Who has not practised for longest, from a fortnight on; a newcomer who never did counts first.
std::optional<TalkItem> invite(const std::vector<TeamRow>& rows, const TeamFacts& facts, Day today) {
    const TeamRow* longest = nullptr;
    for (const TeamRow& row : rows) {
        if (!row.practised && is_new(facts, row, today))
            return TalkItem{row.name, "Welcome",
                            "New here, and nothing practised yet. Five minutes together make a start."};
        const bool quiet = !row.practised || *row.practised >= quiet_days;
        const auto days = [](const TeamRow* of) { return of->practised.value_or(1 << 20); };
        if (quiet && (longest == nullptr || days(&row) > days(longest))) longest = &row;
    }
    if (longest == nullptr) return std::nullopt;
    if (!longest->practised)
        return TalkItem{longest->name, "Invite to practise", "Nothing practised in the last year."};
    return TalkItem{longest->name, "Invite to practise",
                    fmt::format("Last practised {} ago. Ask what is in the way.",
                                count_of(*longest->practised, "day", "days"))};
}

/// The lowest level below 50 with enough evidence, of somebody who is not in the list yet.
std::optional<TalkItem> listen(const std::vector<TeamRow>& rows, const std::vector<TalkItem>& said) {
    const TeamRow* lowest = nullptr;
    std::size_t behaviour = 0;
    for (const TeamRow& row : rows) {
        const auto is_said = [&](const TalkItem& item) { return item.name == row.name; };
        if (std::any_of(said.begin(), said.end(), is_said)) continue;
        for (std::size_t i = 0; i < behaviour_count; ++i) {
            const auto& level = row.cells[i].level;
            if (!level || *level >= 50) continue;
            if (lowest != nullptr && *level >= *lowest->cells[behaviour].level) continue;
            lowest = &row;
            behaviour = i;
        }
    }
    if (lowest == nullptr) return std::nullopt;
    const TeamCell& cell = lowest->cells[behaviour];
    return TalkItem{lowest->name, "Ask what makes it hard",
                    fmt::format("{}: {} in practice (n {}), newest {} ago.", behaviour_names[behaviour].name,
                                *cell.level, cell.n, count_of(cell.age.value_or(0), "day", "days"))};
}

/// Who practised on the most days of these weeks, from four days on; of equals the first by alphabet.
std::optional<TalkItem> praise(const std::vector<TeamRow>& rows, const TeamFacts& facts,
                               const std::vector<TalkItem>& said) {
    const TeamRow* best = nullptr;
    std::int64_t most = praised_days - 1;
    for (const TeamRow& row : rows)
        for (const PracticeSum& sum : facts.practice)
            if (sum.person == row.person && sum.days > most) {
                best = &row;
                most = sum.days;
            }
    if (best == nullptr) return std::nullopt;
    if (std::any_of(said.begin(), said.end(), [&](const TalkItem& item) { return item.name == best->name; }))
        return std::nullopt;
    return TalkItem{best->name, "Praise",
                    fmt::format("Practised on {} days in {} weeks. Say that you saw it.", most, facts.weeks)};
}

}  // namespace

std::vector<TalkItem> talk_list(const std::vector<TeamRow>& rows, const TeamFacts& facts, Day today) {
    std::vector<TalkItem> items;
    if (const auto item = invite(rows, facts, today)) items.push_back(*item);
    if (const auto item = listen(rows, items)) items.push_back(*item);
    if (const auto item = praise(rows, facts, items)) items.push_back(*item);
    return items;
}

}  // namespace touchstone::sync
