// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "engine/basics/seeded.h"
#include "engine/practice/folds.h"
#include "server_sync/device/device_store.h"
#include "tests/end_to_end/tablet.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

std::vector<Record> records_of(const test::Tablet& tablet) {
    const auto store = device::open_device_store(tablet.database());
    REQUIRE(store);
    auto records = (*store)->read_after(0, 10'000);
    REQUIRE(records);
    return std::move(*records);
}

std::size_t choices_in(const std::vector<Record>& records) {
    std::size_t count = 0;
    for (const Record& record : records) count += std::holds_alternative<ChoiceMade>(record.body) ? 1U : 0U;
    return count;
}

}  // namespace

TEST_CASE("killed between any two choices, the tablet loses nothing and goes on from the same line",
          "[end-to-end]") {
    test::Tablet tablet;
    const Library library = test::small_library();
    REQUIRE(
        tablet.play(
            "wait-for I am new here\ntap I am new here\ntype Ana\ntap THAT IS ME\nwait-for START\nquit\n") ==
        0);
    const std::string sign_in = "wait-for Ana\ntap Ana\n";
    const std::string first =
        "wait-for SAY IT\ntap I am sorry. I will get you a dry one now.\ntap SAY IT\nwait-for WHAT NOW?\n";
    const std::string second =
        "wait-for SAY IT\ntap Here is our last copy, it is yours.\ntap SAY IT\nwait-for LOOK BACK\n";
    std::size_t choices = 0;
    for (int round = 0; round < 10; ++round) {
        INFO("round " << round << ": " << tablet.errors());
        const std::string mark = "shown-" + std::to_string(round);
        // The reply is on the glass, and the program dies.
        tablet.start(sign_in + "wait-for START\ntap START\n" + first + "dump " + tablet.file(mark + "-a") +
                     "\n");
        REQUIRE(tablet.wait_for_file(mark + "-a"));
        tablet.kill_9();
        REQUIRE(choices_in(records_of(tablet)) == ++choices);
        const PersonFold fold = fold_person(records_of(tablet));
        REQUIRE(fold.open.size() == 1);
        const auto resumed = refold(library.scenarios[0], fold.open.begin()->second.records);
        REQUIRE(resumed);
        CHECK(resumed->encounter.log == std::vector<std::string>{"own-it"});
        // The next start offers to go on; it dies again after the next reply.
        tablet.start(sign_in + "wait-for GO ON\ntap GO ON\n" + second + "dump " + tablet.file(mark + "-b") +
                     "\n");
        REQUIRE(tablet.wait_for_file(mark + "-b"));
        tablet.kill_9();
        const auto records = records_of(tablet);
        REQUIRE(choices_in(records) == ++choices);
        CHECK(fold_person(records).open.empty());
        CHECK(std::holds_alternative<EncounterFinished>(records.back().body));
        for (std::size_t i = 0; i < records.size(); ++i)
            CHECK(records[i].header.seq == static_cast<std::int64_t>(i) + 1);
    }
}
