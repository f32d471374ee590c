// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "server_sync/server/dashboard/level.h"
#include "server_sync/storage/rows.h"

namespace touchstone::sync {

/// Everything that the Team page is computed from.
struct TeamFacts {
    std::string organisation;
    SiteRow site;
    std::vector<PersonRow> people;
    std::vector<CellSum> cells;          // of the chosen weeks
    std::vector<PracticeSum> practice;   // of the chosen weeks
    std::vector<PracticeSum> last_week;  // the seven days up to today
    std::vector<PracticeSum> last_year;
    std::vector<DeviceRow> devices;  // of the site
    int weeks = 8;
    Micros now = 0;
    bool key_provisional = true;
};

/// One behaviour of one person.
struct TeamCell {
    std::optional<int> level;  // none: too little evidence
    int n = 0;                 // weighted evidences; rounded, below the threshold rounded down
    std::optional<int> age;    // days since the newest evidence
};
struct TeamRow {
    PersonId person;
    std::string name;
    std::optional<int> practised;  // days ago
    std::array<TeamCell, behaviour_count> cells;
};
/// Somebody to talk to today, and why; from practice alone.
struct TalkItem {
    std::string name, what, reason;
};
struct TeamView {
    std::string organisation, site, time;
    int weeks = 8;
    std::vector<TeamRow> rows;  // by alphabet
    std::array<std::optional<MeanLevel>, behaviour_count> means;
    bool show_means = false;
    std::size_t tablets = 0, tablets_heard = 0;  // heard: in the last day
    std::string silent_tablet;                   // the one not heard for longest, and since when
    std::vector<TalkItem> talks;                 // at most three
    std::size_t practised_last_week = 0, practised_often = 0;  // people; often: on two days or more
    bool key_provisional = true;
};
TeamView make_team_view(const TeamFacts& facts);

/// "Sunday 22 November 2026".
std::string long_date(Day day);

}  // namespace touchstone::sync
