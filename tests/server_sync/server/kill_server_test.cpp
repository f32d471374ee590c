// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <set>
#include <thread>

#include "engine/basics/seeded.h"
#include "server_sync/server/clock.h"
#include "server_sync/server/setup.h"
#include "server_sync/statements/statement.h"
#include "server_sync/sync/messages.h"
#include "tests/support/http_probe.h"
#include "tests/support/sample_records.h"
#include "tests/support/server_process.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::sync {
namespace {

const std::string program = std::string(TOUCHSTONE_BINARY_DIR) + "/bin/touchstone-server";
constexpr std::int64_t records_at_once = 6;

/// A tablet that sends again whatever was not acknowledged, and believes nothing but an acknowledgement.
class StubbornTablet {
public:
    StubbornTablet(const EnrolAnswer& enrolled, const test::Source& source)
        : enrolled_(enrolled), source_(source) {}

    /// Practice goes on and on: sends until the server is gone.
    void send_for_ever(const std::string& address) {
        while (send_until(address, acknowledged_ + 1)) {
        }
    }
    /// What was ever sent is acknowledged (true), or the server is gone (false).
    bool send_rest(const std::string& address) { return send_until(address, made_); }
    std::int64_t made() const { return made_; }

private:
    bool send_until(const std::string& address, std::int64_t last) {
        while (acknowledged_ < last) {
            const auto answer =
                test::ask({address + "/sync/v1/records",
                           "POST",
                           {"Authorization: Bearer " + enrolled_.device.text + "." + enrolled_.secret},
                           next_chunk()});
            if (answer.status == 0) return false;
            INFO(answer.body);
            REQUIRE(answer.status == 200);
            const auto mark = chunk_answer_from_json(answer.body)->high_water_mark;
            REQUIRE(mark >= acknowledged_);
            acknowledged_ = mark;
        }
        return true;
    }

    std::string next_chunk() {
        Chunk chunk{enrolled_.device, source_.incarnation, enrolled_.epoch, "n", {}};
        made_ = std::max(made_, acknowledged_ + records_at_once);
        for (std::int64_t seq = acknowledged_ + 1; seq <= acknowledged_ + records_at_once; ++seq)
            chunk.items.push_back({seq, statement_of(test::chosen(source_, seq, "people", 1000, 700))});
        return to_json(chunk);
    }

    EnrolAnswer enrolled_;
    test::Source source_;
    std::int64_t acknowledged_ = 0, made_ = 0;
};

EnrolAnswer enrol(const std::string& data_dir, const std::string& address) {
    auto store = open_data(data_dir, false);
    REQUIRE(store.has_value());
    const auto organisation = only_organisation(**store);
    const auto site = site_named(**store, organisation->id, "");
    const auto code = make_code(**store, *site, "Tablet", system_now());
    const auto answer = test::ask(
        {address + "/sync/v1/enrol", "POST", {}, to_json(EnrolRequest{*code, "Tablet", {test::uuid(6)}})});
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return *enrol_answer_from_json(answer.body);
}

}  // namespace

TEST_CASE(
    "a server that is killed twenty times in the middle of an upload loses no record and keeps none twice") {
    const test::TemporaryFolder folder;
    const std::string data_dir = folder.path().string();
    REQUIRE(test::run_program(
                {program, "init", "--data-dir", data_dir, "--organisation", "Lumen Shops", "--site", "North"})
                .exit_code == 0);
    test::Source source;
    std::optional<StubbornTablet> tablet;
    SplitMix64 random(7);
    for (int kills = 0; kills < 20; ++kills) {
        test::ServerProcess server(program, data_dir);
        REQUIRE_FALSE(server.address().empty());
        if (!tablet) {
            const auto enrolled = enrol(data_dir, server.address());
            source.organisation = enrolled.organisation;
            source.site = enrolled.site;
            tablet.emplace(enrolled, source);
        }
        // The hour of the kill is drawn, not measured: it may fall into any instant of an upload.
        std::thread killer([&] {
            std::this_thread::sleep_for(std::chrono::microseconds(20'000 + random.below(80'000)));
            server.kill_9();
        });
        tablet->send_for_ever(server.address());
        killer.join();
    }
    test::ServerProcess server(program, data_dir);
    REQUIRE(tablet->send_rest(server.address()));
    const std::int64_t made = tablet->made();
    CHECK(server.stop() == 0);
    CHECK(made >= records_at_once);

    auto store = open_data(data_dir, false);
    std::set<std::string> ids;
    const auto statements = (*store)->statements(source.organisation, {std::nullopt, -1, 100'000});
    for (const auto& row : *statements) ids.insert(row.id);
    CHECK(ids.size() == static_cast<std::size_t>(made));
    CHECK(*(*store)->count_statements(source.organisation) == made);
    CHECK(*(*store)->count_quarantined(source.organisation) == 0);
    const auto cells = (*store)->cells({source.organisation, source.site, 0, 100'000});
    REQUIRE(cells->size() == 1);
    CHECK(cells->at(0).evidence == made * 1000);
    CHECK(cells->at(0).weighted == made * 1000 * 700);
}

}  // namespace touchstone::sync
