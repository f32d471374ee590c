// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

#include "game/voice/voice.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::game::test {
namespace {

constexpr const char* listens =
    "#!/bin/sh\nhere=${0%/*}\ncat > \"$here/heard.part\"\nmv \"$here/heard.part\" \"$here/heard.$$\"\n"
    "echo \"$*\" > \"$here/arguments.$$\"\necho $$ >> \"$here/started\"\n";
constexpr const char* goes_on = "exec sleep 600\n";

/// A folder with a program that writes down what it is told to say.
class FakeSpeaker {
public:
    FakeSpeaker(const std::string& name, const std::string& script) {
        std::filesystem::permissions(folder_.write(name, script), std::filesystem::perms::owner_all);
    }
    std::string path() const { return "/nowhere:" + folder_.path().string(); }
    std::vector<pid_t> started() const {
        std::vector<pid_t> all;
        std::ifstream in(folder_.file("started"));
        for (pid_t one = 0; in >> one;) all.push_back(one);
        return all;
    }
    std::string text(const std::string& what, pid_t of) const {
        std::ostringstream out;
        out << std::ifstream(folder_.file(what + "." + std::to_string(of))).rdbuf();
        return out.str();
    }

private:
    touchstone::test::TemporaryFolder folder_;
};

/// Whether it comes to pass; gives up only when something is broken.
bool comes(const std::function<bool()>& what) {
    for (int i = 0; i < 3000; ++i) {
        if (what()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

/// Neither running nor waiting to be reaped.
bool is_gone(pid_t child) { return kill(child, 0) != 0 && errno == ESRCH; }

}  // namespace

TEST_CASE("without a program that speaks there is no voice and nothing happens", "[voice]") {
    touchstone::test::TemporaryFolder folder;
    folder.write("espeak-ng", "not a program");
    const auto voice = make_voice(folder.path().string() + "::relative");
    CHECK_FALSE(voice->speaks());
    voice->say({"Hello."}, "en");
    CHECK_FALSE(voice->is_talking());
}

TEST_CASE("the lines reach the speaking program in order, with the language, and no child stays behind",
          "[voice]") {
    const FakeSpeaker fake("espeak-ng", listens);
    const auto voice = make_voice(fake.path());
    REQUIRE(voice->speaks());
    voice->say({"Dzień dobry.", "A. \"Przepraszam\"; $(exit)", ""}, "pl");
    REQUIRE(comes([&] { return !voice->is_talking(); }));
    REQUIRE(fake.started().size() == 1);
    const pid_t child = fake.started().front();
    CHECK(fake.text("heard", child) == "Dzień dobry.\nA. \"Przepraszam\"; $(exit)\n");
    CHECK(fake.text("arguments", child) == "-b 1 -v pl --stdin\n");
    CHECK(is_gone(child));
}

TEST_CASE("what is said next ends what was being said", "[voice]") {
    const FakeSpeaker fake("espeak-ng", std::string(listens) + goes_on);
    const auto voice = make_voice(fake.path());
    voice->say({"One."}, "en");
    REQUIRE(comes([&] { return fake.started().size() == 1; }));
    const pid_t first = fake.started()[0];
    voice->say({"Two."}, "en");
    REQUIRE(comes([&] { return fake.started().size() == 2; }));
    const pid_t second = fake.started()[1];
    CHECK(comes([&] { return voice->is_talking() && is_gone(first); }));
    CHECK(fake.text("heard", second) == "Two.\n");
    voice->stop();
    CHECK(comes([&] { return !voice->is_talking() && is_gone(second); }));
}

TEST_CASE("a voice that is put away takes its child with it", "[voice]") {
    const FakeSpeaker fake("espeak-ng", std::string(listens) + goes_on);
    auto voice = make_voice(fake.path());
    voice->say({"One."}, "en");
    REQUIRE(comes([&] { return fake.started().size() == 1; }));
    voice.reset();
    CHECK(is_gone(fake.started().front()));
}

TEST_CASE("the speech service gets no commands from a text, and is told to be quiet", "[voice]") {
    const FakeSpeaker fake("spd-say", std::string(listens) + "[ \"$*\" = -C ] && exit 0\n" + goes_on);
    const auto voice = make_voice(fake.path());
    voice->say({"!-!QUIT", "Tere."}, "et");
    REQUIRE(comes([&] { return fake.started().size() == 1; }));
    const pid_t speaking = fake.started()[0];
    CHECK(fake.text("arguments", speaking) == "-C -w -e -l et\n");
    CHECK(fake.text("heard", speaking) == "-!QUIT\nTere.\n");
    voice->stop();
    REQUIRE(comes([&] { return fake.started().size() == 2; }));
    const pid_t quiet = fake.started()[1];
    CHECK(fake.text("arguments", quiet) == "-C\n");
    CHECK(comes([&] { return !voice->is_talking() && is_gone(speaking) && is_gone(quiet); }));
}

}  // namespace touchstone::game::test
