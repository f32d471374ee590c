// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>

#include "tests/server_sync/storage/fresh_store.h"

namespace touchstone::sync {
namespace {

std::string file_in(const test::TemporaryFolder& folder) {
    return (folder.path() / "server.sqlite").string();
}

void run_sql(const std::string& path, const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

/// The rows of a query as `a,b,c;`.
std::string rows_of(const std::string& path, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    std::string rows;
    const auto add = [](void* all, int count, char** cells, char**) {
        auto& text = *static_cast<std::string*>(all);
        for (int i = 0; i < count; ++i) text += std::string(cells[i]) + (i + 1 < count ? "," : ";");
        return 0;
    };
    CHECK(sqlite3_exec(handle, sql.c_str(), add, &rows, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
    return rows;
}

/// One person plays on a device of their own, in an encounter of their own.
void play(StatementStore& store, std::uint64_t person) {
    test::Source source;
    source.person = {test::uuid(100 + person)};
    source.device = {test::uuid(200 + person)};
    source.incarnation = {test::uuid(300 + person)};
    source.encounter = {test::uuid(400 + person)};
    REQUIRE(
        store.ingest(test::chunk_of(source, {test::begun(source, 1), test::chosen(source, 2, "people", 1, 1),
                                             test::chosen(source, 3, "people", 1, 1)})));
}

}  // namespace

TEST_CASE("what was acknowledged is there when the database is opened again") {
    const test::TemporaryFolder folder;
    const test::Source source;
    {
        auto store = open_sqlite_store(file_in(folder));
        REQUIRE((*store)->ingest(test::chunk_of(source, {test::begun(source, 1)})).has_value());
    }
    auto store = open_sqlite_store(file_in(folder));
    CHECK(*(*store)->count_statements(source.organisation) == 1);
    const auto again = (*store)->ingest(test::chunk_of(source, {test::begun(source, 1)}));
    CHECK(again->verdicts.at(0).kind == IngestVerdict::Kind::duplicate);
}

TEST_CASE("a database of a newer program is refused and left alone") {
    const test::TemporaryFolder folder;
    const auto path = file_in(folder);
    REQUIRE(open_sqlite_store(path).has_value());
    run_sql(path, "PRAGMA user_version = 900");
    const auto refused = open_sqlite_store(path);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == Error::Kind::refused);
    CHECK_FALSE(refused.error().remedy.empty());
}

TEST_CASE("a transaction that fails half way leaves nothing of its chunk") {
    const test::TemporaryFolder folder;
    const test::Source source;
    const auto path = file_in(folder);
    auto store = open_sqlite_store(path);
    run_sql(path, "DROP TABLE practice_day");
    const auto broken = (*store)->ingest(
        test::chunk_of(source, {test::finished(source, 1), test::chosen(source, 2, "people", 1, 1)}));
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().kind == Error::Kind::broken_storage);
    CHECK(*(*store)->count_statements(source.organisation) == 0);
    const auto after = (*store)->ingest(test::chunk_of(source, {test::finished(source, 1)}));
    CHECK(after->high_water_mark == 1);
}

TEST_CASE("only the owner of the data folder may read the database") {
    const test::TemporaryFolder folder;
    REQUIRE(open_sqlite_store(file_in(folder)).has_value());
    struct stat status {};
    REQUIRE(::stat(file_in(folder).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("a folder that does not exist is an error with a remedy") {
    const auto store = open_sqlite_store("/nowhere/at/all/server.sqlite");
    REQUIRE_FALSE(store.has_value());
    CHECK_FALSE(store.error().remedy.empty());
}

TEST_CASE("the documented query counts the choices of a scenario that five people played") {
    const test::TemporaryFolder folder;
    std::ifstream in(TOUCHSTONE_SOURCE_DIR "/docs/usage.sql");
    std::ostringstream sql;
    sql << in.rdbuf();
    auto store = open_sqlite_store(file_in(folder));
    REQUIRE(store);
    for (std::uint64_t person = 1; person <= 4; ++person) play(**store, person);
    CHECK(rows_of(file_in(folder), sql.str()).empty());
    play(**store, 5);
    CHECK(rows_of(file_in(folder), sql.str()) == "late-pickup,arrival,own-it,10;");
}

}  // namespace touchstone::sync
