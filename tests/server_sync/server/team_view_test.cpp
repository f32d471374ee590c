// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/team_view.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample_records.h"

namespace touchstone::sync {
namespace {

constexpr Day today = 20400;

TeamFacts team_of(const std::vector<std::string>& names) {
    TeamFacts facts;
    facts.organisation = "Lumen Shops";
    facts.site = {{test::uuid(1)}, {test::uuid(2)}, "Harbour Street", 120};
    facts.now = Micros{today} * 86'400'000'000 + 36'000'000'000;
    for (std::size_t i = 0; i < names.size(); ++i)
        facts.people.push_back(
            {facts.site.organisation, {test::uuid(100 + i)}, names[i], facts.site.id, {}, 10'000});
    return facts;
}

/// Evidence in thousandths, level in percent.
CellSum cell(std::size_t person, const char* behaviour, std::int64_t evidence, int level,
             Day newest = today - 2) {
    return {{test::uuid(100 + person)}, behaviour, evidence, evidence * level * 10, newest};
}

}  // namespace

TEST_CASE("a level is 100 times sum e q over sum e, rounded half up") {
    CHECK(level_of(3000, 3000 * 745) == 75);
    CHECK(level_of(3000, 3000 * 744) == 74);
    CHECK(level_of(3500, 1000 * 800 + 1000 * 500 + 1500 * 900) == 76);
    CHECK(level_of(4000, 0) == 0);
    CHECK(level_of(4000, 4000 * 1000) == 100);
}

TEST_CASE("bands begin at 50, 65 and 78") {
    CHECK(band_of(49) == Band::starting);
    CHECK(band_of(50) == Band::developing);
    CHECK(band_of(64) == Band::developing);
    CHECK(band_of(65) == Band::solid);
    CHECK(band_of(77) == Band::solid);
    CHECK(band_of(78) == Band::strong);
}

TEST_CASE("below three weighted evidences a cell says how many there are, and never three of three") {
    auto facts = team_of({"Anna"});
    facts.cells = {cell(0, "positive", 2999, 80), cell(0, "savvy", 3000, 80), cell(0, "people", 3500, 80)};
    const auto view = make_team_view(facts);
    CHECK_FALSE(view.rows[0].cells[0].level.has_value());
    CHECK(view.rows[0].cells[0].n == 2);
    CHECK(view.rows[0].cells[1].level == 80);
    CHECK(view.rows[0].cells[1].n == 3);
    CHECK(view.rows[0].cells[2].n == 4);
    CHECK(view.rows[0].cells[1].age == 2);
    CHECK(view.rows[0].cells[6].n == 0);
}

TEST_CASE("the team's mean shows from five people with a level on, with its interval") {
    auto facts = team_of({"A", "B", "C", "D", "E"});
    for (std::size_t i = 0; i < 5; ++i)
        facts.cells.push_back(cell(i, "positive", 3000, 60 + static_cast<int>(i) * 5));
    for (std::size_t i = 0; i < 4; ++i) facts.cells.push_back(cell(i, "savvy", 3000, 60));
    const auto view = make_team_view(facts);
    REQUIRE(view.means[0].has_value());
    // 60, 65, 70, 75, 80: mean 70, standard error 3.536, t(4) = 2.776
    CHECK(view.means[0]->level == 70);
    CHECK(view.means[0]->low == 60);
    CHECK(view.means[0]->high == 80);
    CHECK(view.means[0]->people == 5);
    CHECK_FALSE(view.means[1].has_value());
    CHECK(view.show_means);
    CHECK_FALSE(make_team_view(team_of({"A", "B", "C", "D"})).show_means);
}

TEST_CASE("people stand in alphabetical order") {
    const auto view = make_team_view(team_of({"Zofia", "Łukasz", "anna", "Lukas", "Õie", "Olga"}));
    std::vector<std::string> names;
    for (const auto& row : view.rows) names.push_back(row.name);
    CHECK(names == std::vector<std::string>{"anna", "Lukas", "Łukasz", "Olga", "Õie", "Zofia"});
}

TEST_CASE("records of people who are not of the team do not appear") {
    auto facts = team_of({"Anna"});
    facts.cells = {cell(7, "positive", 5000, 80)};
    facts.last_week = {{{test::uuid(107)}, 3, 20, 3, today}};
    const auto view = make_team_view(facts);
    CHECK(view.rows.size() == 1);
    CHECK(view.practised_last_week == 0);
}

TEST_CASE("the page talks about three different people for three reasons that practice shows") {
    auto facts = team_of({"Anna", "Bartek", "Chloe", "Dmitri"});
    facts.last_year = {{{test::uuid(100)}, 9, 60, 9, today},
                       {{test::uuid(101)}, 3, 20, 3, today - 5},
                       {{test::uuid(102)}, 2, 10, 2, today - 30},
                       {{test::uuid(103)}, 2, 10, 2, today - 20}};
    facts.practice = facts.last_year;
    facts.cells = {cell(1, "reliable", 5000, 42), cell(1, "people", 5000, 47), cell(2, "people", 5000, 30)};
    const auto talks = make_team_view(facts).talks;
    REQUIRE(talks.size() == 3);
    CHECK(talks[0].name == "Chloe");
    CHECK(talks[0].reason == "Last practised 30 days ago. Ask what is in the way.");
    CHECK(talks[1].name == "Bartek");
    CHECK(talks[1].reason == "Reliable: 42 in practice (n 5), newest 2 days ago.");
    CHECK(talks[2].name == "Anna");
    CHECK(talks[2].what == "Praise");
}

TEST_CASE("a team that does well and regularly gives nobody to talk to") {
    auto facts = team_of({"Anna"});
    facts.last_year = {{{test::uuid(100)}, 2, 10, 2, today - 3}};
    facts.practice = facts.last_year;
    facts.cells = {cell(0, "people", 5000, 70)};
    CHECK(make_team_view(facts).talks.empty());
}

TEST_CASE("a newcomer who has practised nothing is welcomed first") {
    auto facts = team_of({"Anna", "Eero"});
    facts.people[1].since = today - 3;
    const auto talks = make_team_view(facts).talks;
    REQUIRE_FALSE(talks.empty());
    CHECK(talks[0].name == "Eero");
    CHECK(talks[0].what == "Welcome");
}

TEST_CASE("the page says which tablet has been silent, and since when at the site") {
    auto facts = team_of({"Anna"});
    const auto tablet = [&](const char* name, Micros hours_ago) {
        return DeviceRow{facts.site.organisation,
                         {name},
                         facts.site.id,
                         name,
                         "",
                         0,
                         {},
                         facts.now - hours_ago * 3'600'000'000};
    };
    facts.devices = {tablet("Desk tablet 1", 2), tablet("Desk tablet 2", 24), tablet("Desk tablet 3", 25),
                     tablet("Old", 900)};
    facts.devices[3].revoked_at = facts.now;
    const auto view = make_team_view(facts);
    CHECK(view.tablets == 3);
    CHECK(view.tablets_heard == 2);
    // 2025-11-08 10:00 UTC is noon at the site; 25 hours before it is 11:00 of the day before.
    CHECK(view.time == "Saturday 8 November 2025, 12:00");
    CHECK(view.silent_tablet == "Desk tablet 3 was last heard on Friday 7 November 2025, 11:00");
}

}  // namespace touchstone::sync
