// SPDX-License-Identifier: Apache-2.0
// What may happen to the file of the tablet's log.
#include <sqlite3.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "server_sync/device/device_store.h"
#include "tests/support/choice_records.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;
using namespace touchstone::device;
using namespace touchstone::test;
namespace files = std::filesystem;

namespace {

void append_to(const std::string& path, std::uint64_t first, std::uint64_t count) {
    const auto store = open_device_store(path);
    REQUIRE(store);
    for (std::uint64_t number = first; number < first + count; ++number)
        REQUIRE((*store)->append({choice_record(1, number)}));
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void run_sql(const std::string& path, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

std::vector<IncarnationState> incarnations_of(const std::string& path) {
    const auto store = open_device_store(path);
    REQUIRE(store);
    return *(*store)->incarnations();
}

}  // namespace

TEST_CASE("yesterday's copy of the file never uses a sequence twice", "[device]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "tablet.sqlite").string(),
                      copy = (folder.path() / "yesterday").string();
    append_to(path, 1, 3);
    files::copy_file(path, copy);
    append_to(path, 4, 2);
    files::copy_file(copy, path, files::copy_options::overwrite_existing);
    files::remove(path + ".journal");

    const auto incarnations = incarnations_of(path);
    REQUIRE(incarnations.size() == 2);
    CHECK(incarnations[0].last == 0);
    CHECK(incarnations[1].last == 3);
    CHECK(incarnations_of(path).size() == 2);
}

TEST_CASE("a file that was copied without its mark begins a new incarnation", "[device]") {
    const TemporaryFolder folder;
    append_to((folder.path() / "tablet.sqlite").string(), 1, 3);
    files::copy_file((folder.path() / "tablet.sqlite").string(), (folder.path() / "copy.sqlite").string());
    CHECK(incarnations_of((folder.path() / "copy.sqlite").string()).size() == 2);
    CHECK(incarnations_of((folder.path() / "tablet.sqlite").string()).size() == 1);
}

TEST_CASE("a mark that lags behind after a kill is no copy", "[device]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "tablet.sqlite").string(), mark = path + ".mark";
    append_to(path, 1, 2);
    files::copy_file(mark, (folder.path() / "older").string());
    append_to(path, 3, 2);
    files::copy_file((folder.path() / "older").string(), mark, files::copy_options::overwrite_existing);
    CHECK(incarnations_of(path).size() == 1);
    CHECK(bytes_of(mark).find("00000000000000000004 end") != std::string::npos);
}

TEST_CASE("a file of a newer Touchstone is refused and not touched", "[device]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "tablet.sqlite").string();
    append_to(path, 1, 1);
    run_sql(path, "PRAGMA user_version=7");
    const auto refused = open_device_store(path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::refused);
    CHECK(refused.error().detail.find("newer Touchstone (version 7") != std::string::npos);
    CHECK_FALSE(refused.error().remedy.empty());
    run_sql(path, "PRAGMA user_version=1");
    CHECK(incarnations_of(path).front().last == 1);
}

TEST_CASE("somebody else's database is refused", "[device]") {
    const TemporaryFolder folder;
    run_sql((folder.path() / "other.sqlite").string(), "CREATE TABLE bird(name)");
    const auto refused = open_device_store((folder.path() / "other.sqlite").string());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::refused);
}

TEST_CASE("a damaged file is an error with a remedy, and stays as it is", "[device]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "tablet.sqlite").string();
    append_to(path, 1, 200);
    std::string bytes = bytes_of(path);
    const std::string damage(3 * 4096, '\x5a');
    SECTION("in the middle") { bytes.replace(8 * 4096, damage.size(), damage); }
    SECTION("at its head") { bytes.replace(0, damage.size(), damage); }
    std::ofstream(path, std::ios::binary) << bytes;
    const auto refused = open_device_store(path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::broken_storage);
    CHECK_FALSE(refused.error().remedy.empty());
    CHECK(bytes_of(path) == bytes);
}

TEST_CASE("a folder that is not there or cannot be written is an error with a remedy", "[device]") {
    const TemporaryFolder folder;
    for (const std::string& path :
         {(folder.path() / "missing/tablet.sqlite").string(), std::string("/proc/tablet.sqlite")}) {
        const auto refused = open_device_store(path);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::refused);
        CHECK(refused.error().detail.find(path) != std::string::npos);
        CHECK_FALSE(refused.error().remedy.empty());
    }
}

TEST_CASE("two windows cannot number the same log", "[device]") {
    const TemporaryFolder folder;
    const auto first = open_device_store((folder.path() / "tablet.sqlite").string());
    REQUIRE(first);
    const auto second = open_device_store((folder.path() / "tablet.sqlite").string());
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::unavailable);
    CHECK(second.error().detail.find("another Touchstone") != std::string::npos);
}
