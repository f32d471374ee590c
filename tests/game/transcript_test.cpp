// SPDX-License-Identifier: Apache-2.0
#include "game/voice/transcript.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

#include "tests/game/headless.h"

namespace touchstone::game::test {
namespace {

using Lines = std::vector<std::string>;

/// The words of the stops whose names are wanted, each after its name; on a Saturday afternoon in UTC.
Lines heard_on(const LoadedPack& loaded, const std::string& language, const Lines& wanted) {
    setenv("TZ", "UTC", 1);
    tzset();
    Headless headless;
    Clock clock;
    clock.set(1'795'274'400'000'000);
    auto tour = make_tour(loaded, clock);
    REQUIRE(tour);
    Lines all;
    for (const Stop& stop : (*tour)->stops()) {
        if (std::find(wanted.begin(), wanted.end(), stop.name) == wanted.end()) continue;
        App app = make_app();
        (*tour)->visit(app, stop, {language, "light", 100, true});
        headless.frame(app, {1280, 800});
        const Lines lines = transcript_of(headless.frame(app, {1280, 800}), app.words());
        all.push_back("# " + stop.name);
        all.insert(all.end(), lines.begin(), lines.end());
        all.push_back("");
    }
    return all;
}

Lines journey(const std::string& language) {
    Lines all =
        heard_on(pack(), language, {"home", "stage", "stage-asked", "reaction", "debrief", "settings"});
    const Lines drills = heard_on(shop(), language, {"drill", "drill-revealed"});
    all.insert(all.end(), drills.begin(), drills.end());
    return all;
}

std::string text_of(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::string file_text(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

Node with(Role role, const std::string& id, const std::string& label, const std::string& value = {}) {
    return Node{role, id, label, value, {}};
}

Words english() {
    auto texts = load_interface_texts(share);
    REQUIRE(texts);
    return {*std::move(texts), "en"};
}

/// What may sound alike in two languages: names, numbers, titles of our own.
bool may_be_alike(const std::string& line) {
    for (const std::string name : {"Marta", "Idris", "Ewa"})
        if (line.starts_with(name) && line.size() < name.size() + 5) return true;
    return line.empty() || line[0] == '#' || line.starts_with("Touchstone") ||
           std::none_of(line.begin(), line.end(), [](unsigned char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

TEST_CASE("what a screen says comes in order: its words, the choices with letters, switches, then buttons",
          "[voice]") {
    Tree tree;
    tree.nodes = {with(Role::button, "leave", "Leave"),
                  with(Role::heading, "", "The late pickup", "Counter"),
                  with(Role::meter, "m", "Trust", "40, wary"),
                  with(Role::choice, "a", "I am sorry.", "A"),
                  with(Role::toggle, "t", "Calm motion", "Fades"),
                  with(Role::text, "says", "You promised!")};
    CHECK(transcript_of(tree, english()) == Lines{"The late pickup. Counter", "Trust: 40, wary",
                                                  "You promised!", "A. I am sorry.",
                                                  "Calm motion: off. Fades", "Leave, button"});
}

TEST_CASE("nothing is said twice, and what is disabled or a key is left out", "[voice]") {
    Tree tree;
    tree.nodes = {with(Role::image, "", "Marta"), with(Role::heading, "", "Marta"), with(Role::key, "k", "q"),
                  with(Role::image, "", ""), with(Role::button, "s", "SAY IT")};
    tree.nodes.back().enabled = false;
    CHECK(transcript_of(tree, english()) == Lines{"Marta"});
}

TEST_CASE("a chip that repeats a line is not spoken, nor is a day without practice", "[voice]") {
    Tree tree;
    tree.nodes = {with(Role::image, "", "Marta: let down"), with(Role::status, "", "let down"),
                  with(Role::list_item, "", "Monday", "practised"), with(Role::list_item, "", "Tuesday")};
    CHECK(transcript_of(tree, english()) == Lines{"Marta: let down", "Monday: practised"});
}

TEST_CASE("tabs of one group share a line, and the chosen one is named", "[voice]") {
    Tree tree;
    tree.nodes = {with(Role::tab, "nav/home", "Home"), with(Role::tab, "nav/map", "My map"),
                  with(Role::tab, "minutes/0", "2 min")};
    tree.nodes.front().selected = true;
    CHECK(transcript_of(tree, english()) == Lines{"Home (chosen); My map", "2 min"});
}

TEST_CASE("the learner's journey sounds as it was last agreed", "[voice]") {
    const std::string golden = TOUCHSTONE_SOURCE_DIR "/tests/game/data/transcript-en.txt",
                      fresh = TOUCHSTONE_BINARY_DIR "/transcript-en.txt";
    const std::string now = text_of(journey("en"));
    std::ofstream(fresh) << now;
    INFO("if the new wording is right: cp " << fresh << " " << golden);
    CHECK(now == file_text(golden));
}

TEST_CASE("in each other language the journey is heard without English words of the interface", "[voice]") {
    const Lines in_english = journey("en");
    for (const std::string language : {"pl", "ru", "et"}) {
        const Lines lines = journey(language);
        CHECK(lines.size() > 100);
        for (const std::string& line : lines) {
            INFO(language << ": " << line);
            if (!may_be_alike(line))
                CHECK(std::find(in_english.begin(), in_english.end(), line) == in_english.end());
            for (const char* word : {"button", "chosen", "Patience", "Leave", "Back"})
                CHECK(line.find(word) == std::string::npos);
        }
    }
}

}  // namespace touchstone::game::test
