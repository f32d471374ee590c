// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// Who may include whom: one row per folder; a folder may always include itself.
const std::map<std::string, std::set<std::string>> allowed = {
    {"engine/basics", {}},
    {"engine/standard", {"engine/basics"}},
    {"engine/records", {"engine/basics", "engine/standard"}},
    {"engine/packs", {"engine/basics"}},
    {"engine/scenario", {"engine/basics", "engine/standard", "engine/packs"}},
    {"engine/play", {"engine/basics", "engine/standard", "engine/packs", "engine/scenario"}},
    {"engine/paths", {"engine/basics", "engine/standard", "engine/packs", "engine/scenario", "engine/play"}},
    {"engine/scoring",
     {"engine/basics", "engine/standard", "engine/packs", "engine/scenario", "engine/play", "engine/paths"}},
    {"engine/learning",
     {"engine/basics", "engine/standard", "engine/packs", "engine/scenario", "engine/play", "engine/paths",
      "engine/scoring"}},
    {"engine/practice",
     {"engine/basics", "engine/standard", "engine/records", "engine/packs", "engine/scenario", "engine/play",
      "engine/paths", "engine/scoring", "engine/learning"}},
    {"content/tool",
     {"engine/basics", "engine/standard", "engine/packs", "engine/scenario", "engine/play", "engine/paths",
      "engine/scoring", "engine/practice"}},
    {"game/process", {}},
    {"game/ui", {"engine/basics", "engine/packs", "engine/scenario", "engine/play"}},
    {"game/voice", {"game/process", "game/ui"}},
    {"game/author", {"engine/basics", "engine/scenario", "engine/play", "game/process"}},
    {"game/screens",
     {"engine/basics", "engine/packs", "engine/scenario", "engine/play", "engine/scoring", "engine/practice",
      "game/ui"}},
};

/// A header of somebody else, and the only folders that may name it.
const std::map<std::string, std::set<std::string>> third_party = {
    {"SDL", {"game/app", "game/ui"}},
    {"imgui", {"game/app", "game/ui", "game/screens"}},
    {"sqlite3.h", {"server_sync/device", "server_sync/storage"}},
    {"curl/", {"server_sync/client"}},
    {"boost/asio", {"server_sync/server"}},
    {"boost/beast", {"server_sync/server"}},
    {"yaml-cpp/", {"content/tool"}},
};

struct Include {
    fs::path file;
    std::string named;
    bool ours;
};

std::vector<Include> includes_of(const fs::path& root, const std::string& top) {
    std::vector<Include> all;
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            if (line.rfind("#include ", 0) != 0 || line.size() < 12) continue;
            const bool ours = line[9] == '"';
            const auto end = line.find(ours ? '"' : '>', 10);
            all.push_back({fs::relative(entry.path(), root), line.substr(10, end - 10), ours});
        }
    }
    return all;
}

/// "engine/paths" of "engine/paths/loss.h"; deeper folders belong to the same room.
std::string room_of(const fs::path& file) {
    auto part = file.begin();
    const std::string top = part->string();
    return top + "/" + (++part)->string();
}

}  // namespace

TEST_CASE("includes point down only", "[house]") {
    const fs::path root = TOUCHSTONE_SOURCE_DIR;
    int seen = 0;
    for (const char* top : {"engine", "content"})
        for (const Include& include : includes_of(root, top)) {
            if (!include.ours) continue;
            ++seen;
            const std::string from = room_of(include.file), to = room_of(include.named);
            INFO(include.file.string() << " includes " << include.named);
            REQUIRE(allowed.count(from) == 1);
            CHECK((from == to || allowed.at(from).count(to) == 1));
        }
    CHECK(seen > 100);
}

TEST_CASE("game and server_sync know the engine and never each other", "[house]") {
    const fs::path root = TOUCHSTONE_SOURCE_DIR;
    for (const char* top : {"game", "server_sync"})
        for (const Include& include : includes_of(root, top)) {
            if (!include.ours) continue;
            INFO(include.file.string() << " includes " << include.named);
            const std::string from = room_of(include.file);
            const bool engine = include.named.rfind("engine/", 0) == 0;
            const bool same = include.named.rfind(std::string(top) + "/", 0) == 0;
            const bool wiring = from == "game/app" && (include.named.rfind("server_sync/client/", 0) == 0 ||
                                                       include.named.rfind("server_sync/device/", 0) == 0 ||
                                                       include.named.rfind("server_sync/sync/", 0) == 0);
            CHECK((engine || same || wiring));
        }
}

TEST_CASE("a third-party header appears only in the folders that own it", "[house]") {
    const fs::path root = TOUCHSTONE_SOURCE_DIR;
    for (const char* top : {"engine", "content", "game", "server_sync"})
        for (const Include& include : includes_of(root, top)) {
            if (include.ours) continue;
            for (const auto& [header, owners] : third_party) {
                if (include.named.rfind(header, 0) != 0) continue;
                INFO(include.file.string() << " includes <" << include.named << ">");
                CHECK(owners.count(room_of(include.file)) == 1);
            }
        }
}

TEST_CASE("every source file says its licence first", "[house]") {
    const fs::path root = TOUCHSTONE_SOURCE_DIR;
    for (const char* top : {"engine", "content", "game", "server_sync", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            std::ifstream in(entry.path());
            std::string line;
            std::getline(in, line);
            INFO(entry.path().string());
            CHECK(line == "// SPDX-License-Identifier: Apache-2.0");
        }
}

TEST_CASE("the engine reads no clock, no randomness, no file and no environment", "[house]") {
    const fs::path root = TOUCHSTONE_SOURCE_DIR;
    const std::set<std::string> forbidden = {"chrono",  "ctime",    "random", "fstream", "filesystem",
                                             "cstdlib", "iostream", "thread", "mutex"};
    for (const Include& include : includes_of(root, "engine")) {
        if (include.named == "cstdlib" && include.file.filename() == "mood.cpp") continue;  // std::abs(int)
        INFO(include.file.string() << " includes <" << include.named << ">");
        CHECK(forbidden.count(include.named) == 0);
    }
}
