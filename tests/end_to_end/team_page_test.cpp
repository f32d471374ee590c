// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <ctime>

#include "engine/basics/civil.h"
#include "tests/end_to_end/organisation.h"
#include "tests/end_to_end/tablet.h"
#include "tests/support/http_probe.h"
#include "tests/support/server_process.h"

using namespace touchstone;

namespace {

std::string team_page(const test::ServerProcess& server, const test::Organisation& organisation) {
    const auto door =
        test::ask({server.address() + "/login", "POST", {}, "login=ewa&password=" + organisation.password});
    REQUIRE(door.status == 303);
    const std::string cookie = door.header("set-cookie");
    const auto page = test::ask(
        {server.address() + "/?weeks=13", "GET", {"Cookie: " + cookie.substr(0, cookie.find(';'))}});
    REQUIRE(page.status == 200);
    return page.body;
}

/// The cells of a person's row, in the order of the seven behaviours, as text without tags.
std::vector<std::string> cells_of(const std::string& page, const std::string& name) {
    std::vector<std::string> cells;
    auto at = page.find(name, page.find("<tbody"));
    REQUIRE(at != std::string::npos);
    const auto end = page.find("</tr>", at);
    while ((at = page.find("<td", at)) < end) {
        const auto close = page.find("</td>", at);
        std::string text;
        bool tag = false;
        for (const char c : page.substr(at, close - at)) {
            if (c == '<') tag = true;
            if (!tag) text += c;
            if (c == '>') tag = false;
        }
        cells.push_back(text);
        at = close;
    }
    return cells;
}

/// One encounter from home to home: a calm reader (the clock moves before each answer).
std::string encounter(const std::string& first, const std::string& second) {
    return "tap START\nwait-for SAY IT\nclock +60s\ntap " + first +
           "\ntap SAY IT\nwait-for WHAT NOW?\ntap WHAT NOW?\nwait-for SAY IT\nclock +60s\ntap " + second +
           "\ntap SAY IT\nwait-for LOOK BACK\ntap LOOK BACK\nwait-for DONE\ntap DONE\nwait-for START\n";
}

const std::string own_it = "I am sorry. I will get you a dry one now.";
const std::string ask_form = "Please fill in this form, we will look.";
const std::string plain_swap = "Here is our last copy, it is yours.";

}  // namespace

TEST_CASE("what a learner chooses on the glass stands on the manager's page", "[end-to-end]") {
    const test::Organisation organisation;
    const test::ServerProcess server(test::server_program, organisation.data_dir);
    REQUIRE_FALSE(server.address().empty());
    test::Tablet tablet;

    // Nine weeks ago somebody new starts to practise on a tablet that has no server yet.
    const Micros start = (static_cast<Micros>(std::time(nullptr)) - 63 * 86'400) * 1'000'000;
    const std::string clock = to_rfc3339(start);
    const int offline = tablet.play(
        "wait-for I am new here\ntap I am new here\ntype Dasha\ntap THAT IS ME\ntap Not now\nwait-for START\n" +
            encounter(own_it, plain_swap) + "expect Saved on this tablet\nquit\n",
        {"--clock", clock});
    INFO(tablet.errors());
    REQUIRE(offline == 0);
    CHECK(cells_of(team_page(server, organisation), "Daria Lewandowska").at(2) == "0 of 3too few");

    // A month later the tablet joins, says who Dasha is, and goes on.
    const int online = tablet.play(
        "wait-for Join a server\ntap Join a server\nwait-for JOIN\ntype " + organisation.code +
            "\ntap JOIN\nwait-for Who is Dasha?\nwait-for Daria Lewandowska\ntap Daria Lewandowska\ntap THAT "
            "IS RIGHT\n"
            "wait-for Daria\ntap Daria\ntap Not now\nwait-for START\n" +
            encounter(ask_form, plain_swap) + "clock +31d\n" + encounter(own_it, plain_swap) +
            "wait-for Up to date\nquit\n",
        {"--clock", to_rfc3339(start + Micros{31} * 86'400'000'000), "--server", server.address()});
    INFO(tablet.errors());
    REQUIRE(online == 0);

    const std::string page = team_page(server, organisation);
    const auto daria = cells_of(page, "Daria Lewandowska");
    // People: 1.0, 0.25 and 1.0, each of weight 1. Resourceful: 0.75 three times. Reliable weighs half, so it
    // is not yet there.
    CHECK(daria.at(2).rfind("75n 3", 0) == 0);
    CHECK(daria.at(3).rfind("75n 3", 0) == 0);
    CHECK(daria.at(6) == "1 of 3too few");
    CHECK(cells_of(page, "Anna Kowalska").at(2) == "0 of 3too few");
}
