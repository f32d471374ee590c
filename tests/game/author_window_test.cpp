// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>

#include "tests/game/program_run.h"

namespace touchstone::game::test {
namespace {

namespace fs = std::filesystem;

/// Waits in the shell until a file is there, twenty seconds at most.
std::string until_there(const std::string& file) {
    return "i=0; until [ -e " + file + " ] || [ $((i+=1)) -gt 400 ]; do sleep 0.05; done; ";
}

}  // namespace

TEST_CASE("whoever writes sees what they saved in the window, records nothing and leaves nothing", "[window][author]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    touchstone::test::TemporaryFolder folder;
    fs::copy(TOUCHSTONE_SOURCE_DIR "/content/essentials", folder.file("essentials"), fs::copy_options::recursive);
    fs::create_directories(folder.file("tmp"));
    const std::string file = folder.file("essentials/scenarios/late-pickup.yaml"), played = folder.file("played.json"),
                      seen = folder.file("seen.json"), told = folder.file("told.json");
    folder.write("script.txt", "wait-for #scenario/late-pickup\ntap #play\nwait-for You say\ntap #choice/own-it\ntap #say\n"
                               "wait-for #go-on\ntap #go-on\nwait-for You say\ndump " + played +
                               "\nwait-for So is it here somewhere?\ndump " + seen + "\nwait-for 1 error\ndump " + told +
                               "\nwait-for Changes are not noticed any more.\ntap #desk\ntap #restart\nwait-for 1 error\nquit\n");
    const std::string tool = "touchstone-content watc[h] " + folder.file("essentials");
    const std::string edits = "( " + until_there(played) + "sed -i 's/So is it somewhere in this shop?/So is it here somewhere?/' " + file + "; " +
                              until_there(seen) + "sed -i '0,/next: search/s//next: serch/' " + file + "; " +
                              until_there(told) + "pkill -f '" + tool + "' ) & ";
    const auto run = run_line(edits + "env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u TOUCHSTONE_HOME HOME=" + folder.file("home") +
                              " TMPDIR=" + folder.file("tmp") + " " + TOUCHSTONE_PROGRAM + " --lang en --author " +
                              folder.file("essentials") + " --script " + folder.file("script.txt"));
    INFO(run.errors);
    CHECK(run.code == 0);
    CHECK_FALSE(fs::exists(folder.file("home")));  // no log, no settings
    CHECK(fs::is_empty(folder.file("tmp")));
    CHECK(run_line("pgrep -f '" + tool + "'").out.empty());
}

TEST_CASE("the tool ends with a client that was killed", "[window][author]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    touchstone::test::TemporaryFolder folder;
    fs::copy(TOUCHSTONE_SOURCE_DIR "/content/essentials", folder.file("essentials"), fs::copy_options::recursive);
    folder.write("script.txt", "wait-for #scenario/late-pickup\ndump " + folder.file("there.json") + "\nwait-for never\n");
    const std::string tool = "touchstone-content watc[h] " + folder.file("essentials");
    const auto run = run_line("HOME=" + folder.file("home") + " TMPDIR=" + folder.path().string() + " " + TOUCHSTONE_PROGRAM + " --author " + folder.file("essentials") + " --script " +
                              folder.file("script.txt") + " & client=$!; " + until_there(folder.file("there.json")) +
                              "kill -9 $client; i=0; while pgrep -f '" + tool + "' > /dev/null && [ $((i+=1)) -lt 200 ]; do sleep 0.05; done; pgrep -f '" + tool + "'; exit 0");
    CHECK(fs::exists(folder.file("there.json")));
    CHECK(run.out.empty());
}

TEST_CASE("a folder that is not there or a seed that is none is refused before a window opens", "[author]") {
    touchstone::test::TemporaryFolder folder;
    const auto gone = run_touchstone(folder, "--author " + folder.file("gone"));
    CHECK(gone.code == 2);
    const auto seed = run_touchstone(folder, "--author " + folder.path().string() + " --seed xyz");
    CHECK(seed.code == 2);
    CHECK(seed.errors.find("--seed wants 1 to 16 hexadecimal digits") != std::string::npos);
}

}  // namespace touchstone::game::test
