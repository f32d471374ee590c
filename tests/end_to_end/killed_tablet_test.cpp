// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <memory>
#include <set>
#include <thread>

#include "engine/basics/seeded.h"
#include "engine/practice/folds.h"
#include "server_sync/device/device_store.h"
#include "server_sync/server/setup.h"
#include "tests/end_to_end/organisation.h"
#include "tests/end_to_end/tablet.h"
#include "tests/support/scenario_text.h"
#include "tests/support/server_process.h"

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

/// The server of an organisation, which dies at any moment and comes back at the same address.
class MortalServer {
public:
    explicit MortalServer(const std::string& data_dir) : data_dir_(data_dir) { start("127.0.0.1:0"); }
    const std::string& address() const { return server_->address(); }
    /// Dies within `milliseconds` while `act` goes on, and is started again afterwards.
    template <class Act>
    void die_during(std::uint64_t milliseconds, Act act) {
        std::thread killer([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            server_->kill_9();
        });
        act();
        killer.join();
        start(address().substr(address().find("127")));
    }
    int stop() { return server_->stop(); }

private:
    void start(const std::string& listen) {
        auto started = std::make_unique<test::ServerProcess>(test::server_program, data_dir_,
                                                             std::vector<std::string>{}, listen);
        REQUIRE_FALSE(started->address().empty());
        server_ = std::move(started);
    }
    std::string data_dir_;
    std::unique_ptr<test::ServerProcess> server_;
};

}  // namespace

TEST_CASE(
    "tablet and server killed twenty times each, between choices and in the middle of uploads, lose no "
    "record "
    "and keep none twice",
    "[end-to-end]") {
    const test::Organisation organisation;
    MortalServer server(organisation.data_dir);
    test::Tablet tablet;
    SplitMix64 random(20261122);
    const Library library = test::small_library();
    REQUIRE(tablet.play("wait-for Daria\ntap Daria\ntap Not now\nwait-for START\nquit\n",
                        {"--server", server.address(), "--enrol", organisation.code}) == 0);
    const std::string sign_in = "wait-for Daria\ntap Daria\n";
    const std::string first =
        "wait-for SAY IT\ntap I am sorry. I will get you a dry one now.\ntap SAY IT\nwait-for WHAT NOW?\n";
    const std::string second =
        "wait-for SAY IT\ntap Here is our last copy, it is yours.\ntap SAY IT\nwait-for LOOK BACK\n";
    const auto play_and_die = [&](const std::string& script, const std::string& shown) {
        server.die_during(random.below(1500), [&] {
            tablet.start(sign_in + script + "dump " + tablet.file(shown) + "\n");
            REQUIRE(tablet.wait_for_file(shown));
            tablet.kill_9();
        });
    };
    std::size_t choices = 0;
    for (int round = 0; round < 10; ++round) {
        INFO("round " << round << ": " << tablet.errors());
        const std::string mark = "shown-" + std::to_string(round);
        // The reply is on the glass, and the program dies.
        play_and_die("wait-for START\ntap START\n" + first, mark + "-a");
        REQUIRE(choices_in(records_of(tablet)) == ++choices);
        const PersonFold fold = fold_person(records_of(tablet));
        REQUIRE(fold.open.size() == 1);
        const auto resumed = refold(library.scenarios[0], fold.open.begin()->second.records);
        REQUIRE(resumed);
        CHECK(resumed->encounter.log == std::vector<std::string>{"own-it"});
        // The next start offers to go on; it dies again after the next reply.
        play_and_die("wait-for GO ON\ntap GO ON\n" + second, mark + "-b");
        const auto records = records_of(tablet);
        REQUIRE(choices_in(records) == ++choices);
        CHECK(fold_person(records).open.empty());
        CHECK(std::holds_alternative<EncounterFinished>(records.back().body));
        for (std::size_t i = 0; i < records.size(); ++i)
            CHECK(records[i].header.seq == static_cast<std::int64_t>(i) + 1);
    }
    const int last = tablet.play(sign_in + "wait-for Up to date\nquit\n");
    INFO(tablet.errors());
    REQUIRE(last == 0);
    CHECK(server.stop() == 0);

    std::set<std::string> made, stored;
    const auto records = records_of(tablet);
    for (const Record& record : records) made.insert(record.header.id.text);
    CHECK(made.size() == records.size());
    const auto store = sync::open_data(organisation.data_dir, false);
    REQUIRE(store);
    const auto owner = sync::only_organisation(**store);
    REQUIRE(owner);
    const auto statements = (*store)->statements(owner->id, {std::nullopt, -1, 100'000});
    REQUIRE(statements);
    for (const auto& statement : *statements) stored.insert(statement.id);
    CHECK(statements->size() == stored.size());
    CHECK(stored == made);
}
