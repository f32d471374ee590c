// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/team_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "server_sync/server/dashboard/name_order.h"
#include "server_sync/server/dashboard/talk_list.h"

namespace touchstone::sync {
namespace {

constexpr Micros one_day = Micros{24} * 3600 * 1'000'000;

std::string clock_time(Micros local) {
    const Micros minutes = local / 60'000'000;
    return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
}

Micros local_time(const TeamFacts& facts, Micros at) {
    return at + Micros{facts.site.utc_offset_minutes} * 60'000'000;
}

TeamCell cell_of(const CellSum& sum, Day today) {
    TeamCell cell;
    const bool enough = sum.evidence >= enough_evidence;
    cell.n = static_cast<int>((sum.evidence + (enough ? 500 : 0)) / 1000);
    cell.age = std::max(0, today - sum.newest);
    if (enough) cell.level = level_of(sum.evidence, sum.weighted);
    return cell;
}

std::optional<std::size_t> behaviour_index(const std::string& id) {
    for (std::size_t i = 0; i < behaviour_names.size(); ++i)
        if (id == behaviour_names[i].id) return i;
    return std::nullopt;
}

std::vector<TeamRow> rows_of(const TeamFacts& facts, Day today) {
    std::map<PersonId, TeamRow> by_person;
    for (const PersonRow& person : facts.people)
        by_person[person.id] = {person.id, person.name, std::nullopt, {}};
    for (const PracticeSum& sum : facts.last_year)
        if (auto row = by_person.find(sum.person); row != by_person.end())
            row->second.practised = std::max(0, today - sum.newest);
    for (const CellSum& sum : facts.cells) {
        const auto row = by_person.find(sum.person);
        const auto behaviour = behaviour_index(sum.behaviour);
        if (row != by_person.end() && behaviour) row->second.cells[*behaviour] = cell_of(sum, today);
    }
    std::vector<TeamRow> rows;
    for (auto& [person, row] : by_person) rows.push_back(std::move(row));
    std::sort(rows.begin(), rows.end(), [](const TeamRow& a, const TeamRow& b) {
        return std::pair(name_order_key(a.name), a.person) < std::pair(name_order_key(b.name), b.person);
    });
    return rows;
}

void add_means(TeamView& view) {
    view.show_means = view.rows.size() >= enough_people;
    for (std::size_t i = 0; i < behaviour_count; ++i) {
        std::vector<int> levels;
        for (const TeamRow& row : view.rows)
            if (row.cells[i].level) levels.push_back(*row.cells[i].level);
        view.means[i] = mean_of(levels);
    }
}

void add_tablets(TeamView& view, const TeamFacts& facts) {
    const DeviceRow* silent = nullptr;
    const auto heard_at = [](const DeviceRow& device) { return device.seen_at.value_or(device.enrolled_at); };
    for (const DeviceRow& device : facts.devices) {
        if (device.revoked_at) continue;
        ++view.tablets;
        if (facts.now - heard_at(device) <= one_day)
            ++view.tablets_heard;
        else if (silent == nullptr || heard_at(device) < heard_at(*silent))
            silent = &device;
    }
    if (silent == nullptr) return;
    const Micros local = local_time(facts, heard_at(*silent));
    view.silent_tablet = fmt::format("{} was last heard on {}, {}", silent->name, long_date(day_of(local, 0)),
                                     clock_time(local));
}

void add_rhythm(TeamView& view, const TeamFacts& facts) {
    for (const PracticeSum& sum : facts.last_week) {
        const auto is_row = [&](const TeamRow& row) { return row.person == sum.person; };
        if (std::none_of(view.rows.begin(), view.rows.end(), is_row)) continue;
        ++view.practised_last_week;
        if (sum.days >= 2) ++view.practised_often;
    }
}

}  // namespace

std::string long_date(Day day) {
    constexpr std::array weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};
    constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
    const CivilDate date = civil_from_day(day);
    return fmt::format("{} {} {} {}", weekdays[static_cast<std::size_t>(weekday_of(day))], date.day,
                       months[static_cast<std::size_t>(date.month - 1)], date.year);
}

TeamView make_team_view(const TeamFacts& facts) {
    const Day today = day_of(facts.now, facts.site.utc_offset_minutes);
    TeamView view;
    view.organisation = facts.organisation;
    view.site = facts.site.name;
    view.time = fmt::format("{}, {}", long_date(today), clock_time(local_time(facts, facts.now)));
    view.weeks = facts.weeks;
    view.key_provisional = facts.key_provisional;
    view.rows = rows_of(facts, today);
    add_means(view);
    add_tablets(view, facts);
    add_rhythm(view, facts);
    view.talks = talk_list(view.rows, facts, today);
    return view;
}

}  // namespace touchstone::sync
