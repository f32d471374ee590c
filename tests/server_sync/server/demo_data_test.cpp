// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/demo/demo_data.h"

#include <catch2/catch_test_macros.hpp>

#include "server_sync/server/dashboard/team_view.h"
#include "server_sync/server/pack_folder.h"
#include "server_sync/server/team_facts.h"
#include "server_sync/statements/statement.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::sync {
namespace {

constexpr Micros now = Micros{20779} * 86'400'000'000 + 30'000'000'000;  // 2026-11-22, morning

struct Made {
    test::TemporaryFolder folder;
    std::unique_ptr<Store> store;
    DemoSummary summary;

    explicit Made(const DemoPlan& plan) {
        const auto pack = packs::read_pack(
            reader_of_folder(std::string(TOUCHSTONE_BINARY_DIR) + "/share/touchstone/packs/essentials"));
        REQUIRE(pack.has_value());
        const auto library = read_library(pack->logic);
        REQUIRE(library.has_value());
        store = *open_sqlite_store((folder.path() / "demo.sqlite").string());
        auto made = make_demo_data(*store, *pack, *library, plan);
        if (!made) FAIL(made.error().detail);
        summary = *made;
    }
    std::vector<StatementRow> statements() const {
        return *store->statements(summary.sites.front().organisation, {std::nullopt, -1, 100'000});
    }
};

}  // namespace

TEST_CASE("the demonstration is two sites with thirty people whose records read like any others") {
    const Made made({4, 7, now});
    CHECK(made.summary.sites.size() == 2);
    CHECK(made.summary.people == 30);
    CHECK(made.summary.devices == 5);
    CHECK(made.summary.encounters > 60);
    const auto statements = made.statements();
    CHECK(static_cast<std::int64_t>(statements.size()) == made.summary.records);
    CHECK(*made.store->count_quarantined(made.summary.sites.front().organisation) == 0);
    for (const auto& row : statements) REQUIRE(record_of(row.raw).has_value());
}

TEST_CASE("the same seed on the same day makes the same records, another seed others") {
    const Made first({2, 7, now}), second({2, 7, now + 3'600'000'000}), other({2, 8, now});
    const auto records_of = [](const Made& made) {
        std::vector<std::string> raw;
        for (const auto& row : made.statements()) raw.push_back(row.raw);
        return raw;
    };
    CHECK(records_of(first) == records_of(second));
    CHECK(records_of(first) != records_of(other));
}

TEST_CASE("a manager of the demonstration sees levels, too little evidence, and somebody to talk to") {
    const Made made({8, 7, now});
    const SiteRow& site = made.summary.sites.front();
    const auto facts = read_team_facts(*made.store, site.organisation, site.id, 8, now);
    REQUIRE(facts.has_value());
    const TeamView view = make_team_view(*facts);
    int levels = 0, too_few = 0;
    for (const TeamRow& row : view.rows)
        for (const TeamCell& cell : row.cells) (cell.level ? levels : too_few) += 1;
    CHECK(levels > 40);
    CHECK(too_few > 5);
    CHECK_FALSE(view.talks.empty());
    CHECK(view.tablets_heard == 2);
    CHECK(view.tablets == 3);
}

}  // namespace touchstone::sync
