// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <regex>

#include "content/tool/build.h"
#include "engine/basics/seeded.h"
#include "tests/game/headless.h"
#include "tests/support/scenario_text.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::game::test {
namespace {

constexpr Size landscape{1280, 800}, portrait{800, 1280};
const std::string last_good = "You still see the last good version.";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

/// An author at work: their files, the real compiler, and the client on its desk.
struct Author {
    touchstone::test::TemporaryFolder folder;
    Clock clock;
    std::unique_ptr<device::DeviceStore> store;
    App app = make_app();
    Headless headless;
    int builds = 0;

    Author() {
        folder.write("small/pack.yaml",
                     "pack: small\nversion: 1.0.0\ntitle: Small\nstandard: service-excellence\nsource-language: en\n"
                     "languages: [en]\ncurrency: EUR\nkey: provisional\njourney: {desk: Desk}\n");
        auto opened = device::open_device_store(":memory:");
        REQUIRE(opened);
        store = *std::move(opened);
        Services services;
        services.clock = &clock;
        services.store = store.get();
        app.open_desk(folder.file("small"), 7, services);
    }
    /// Writes the scenario's file, as an editor does.
    void write(const std::string& scenario) { folder.write("small/scenarios/wet-parcel.yaml", scenario); }
    /// What the tool and the shell do between a save and the next frame.
    void take_build() {
        const auto made = content::build(folder.file("small"), folder.file("cache"), ++builds);
        auto report = read_build_report(content::to_json(made), folder.file("small"));
        REQUIRE(report);
        std::vector<std::string> folders;
        for (const BuildReport::Pack& pack : report->packs) folders.push_back(pack.path);
        std::optional<Result<LoadedPack>> pack;
        if (!folders.empty()) pack = load_packs(folders);
        app.take_build(*std::move(report), std::move(pack));
    }
    void save(const std::string& scenario) {
        write(scenario);
        take_build();
    }
    void say(const std::string& choice) {
        clock.skip(20'000'000);
        app.act(SelectChoice{choice});
        app.act(SayIt{});
    }
    const Tree& look() { return headless.frame(app, landscape); }
    std::string strip() {
        const Tree& tree = look();
        const Node* said = tree.find("strip");
        return tree.find("desk")->label + (said == nullptr ? "" : " " + said->label);
    }
    bool shows(const std::string& text) {
        for (const Node& node : look().nodes)
            if (node.label.find(text) != std::string::npos || node.value.find(text) != std::string::npos) return true;
        return false;
    }
    const Encounter& encounter() { return app.state().playing->encounter; }
};

const std::string scenario(touchstone::test::small_scenario);

}  // namespace

TEST_CASE("what was saved is on the screen with the next build, at the same place of the encounter", "[author]") {
    Author author;
    CHECK(author.shows("Reading what you wrote"));
    author.save(scenario);
    author.app.act(PlayFromStart{});
    author.say("own-it");
    CHECK(author.shows("Thank you."));
    author.save(replaced(scenario, "reply: Thank you.", "reply: Thank you so much."));
    CHECK(author.app.state().screen == Screen::reaction);
    CHECK(author.shows("Thank you so much."));
    author.app.act(GoOn{});
    CHECK(author.shows("And now?"));
    author.save(replaced(scenario, "says: And now?", "says: What now?"));
    CHECK(author.app.state().screen == Screen::stage);
    CHECK(author.shows("What now?"));
    CHECK(author.encounter().log == std::vector<std::string>{"own-it"});
}

TEST_CASE("the strip shows the branch that was taken and what it led to", "[author]") {
    Author author;
    author.save(scenario);
    author.app.act(PlayFromStart{});
    author.app.act(AskFirst{"ask-when"});
    author.say("own-it");
    CHECK(author.shows("wet-parcel/closing: ask-when › own-it"));
    CHECK(author.shows("Satisfaction 60 · Trust 65 · Patience 35 · gift · dry-one"));
    author.app.act(TakeBackStep{});
    CHECK(author.encounter().log == std::vector<std::string>{"ask-when"});
    CHECK(author.app.state().screen == Screen::stage);
}

TEST_CASE("steps that the new version does not know are left out, and that is said", "[author]") {
    Author author;
    author.save(scenario);
    author.app.act(PlayFromStart{});
    author.say("own-it");
    author.app.act(GoOn{});
    author.say("plain-swap");
    author.app.act(GoOn{});
    CHECK(author.app.state().screen == Screen::debrief);
    author.save(replaced(scenario, "      plain-swap:", "      other-swap:"));
    CHECK(author.app.state().screen == Screen::stage);
    CHECK(author.encounter().log == std::vector<std::string>{"own-it"});
    CHECK(author.strip().find("1 step is not there any more") != std::string::npos);
}

TEST_CASE("with an error the last good version stays, and nobody takes it for the new one", "[author]") {
    Author author;
    author.save(scenario);
    author.app.act(PlayFromStart{});
    author.save(replaced(replaced(scenario, "soaked", "ruined"), "next: closing", "next: clossing"));
    CHECK(author.shows("The book in it is soaked."));
    CHECK(author.strip().find(last_good) != std::string::npos);
    const auto line = std::count(scenario.begin(), scenario.begin() + static_cast<std::ptrdiff_t>(scenario.find("next: closing")), '\n') + 1;
    const std::string place = "scenarios/wet-parcel.yaml:" + std::to_string(line) + ":15";
    CHECK(author.strip().find(place) != std::string::npos);
    author.app.act(OpenDesk{});
    CHECK(author.shows("E201 " + place));
    author.app.act(OpenDesk{});
    CHECK(author.app.state().screen == Screen::stage);
    author.save(replaced(scenario, "soaked", "ruined"));
    CHECK(author.shows("The book in it is ruined."));
    CHECK(author.strip().find(last_good) == std::string::npos);
}

TEST_CASE("an author begins at any moment, with any state, facts, marks and order of the answers", "[author]") {
    Author author;
    author.save(scenario);
    author.app.act(ChooseStart{"wet-parcel", "closing"});
    author.app.act(SetStartState{{20, 75, 35}});
    author.app.act(ToggleFact{"gift"});
    author.app.act(ToggleMark{"dry-one"});
    author.app.act(PlayFromStart{});
    CHECK(author.shows("Will it be in time for tonight?"));
    CHECK(author.encounter().state == CustomerState{20, 75, 35});
    CHECK(author.look().find("choice/swap") != nullptr);  // needs the fact
    const std::uint64_t seed = author.encounter().seed;
    author.app.act(Shuffle{});
    CHECK(author.encounter().seed != seed);
    author.say("plain-swap");
    author.app.act(GoOn{});
    CHECK(author.app.state().screen == Screen::debrief);
    CHECK(author.app.state().playing->scoring);
}

TEST_CASE("nothing that an author plays is recorded", "[author]") {
    Author author;
    author.save(scenario);
    author.app.act(PlayFromStart{});
    author.say("own-it");
    author.app.act(GoOn{});
    author.say("plain-swap");
    author.app.act(GoOn{});
    author.app.act(OpenWriting{Writing::Kind::reflection});
    CHECK(author.app.state().screen == Screen::debrief);
    author.app.act(Retry{});
    CHECK(author.app.state().screen == Screen::stage);
    author.app.act(AskToLeave{});
    CHECK(author.app.state().screen == Screen::desk);
    const auto records = author.store->read_after(0, 100);
    REQUIRE(records);
    CHECK(records->empty());
}

TEST_CASE("a draft plays with the words that are still to do", "[author]") {
    Author author;
    author.save(replaced(scenario, "says: And now?", "says: \"todo: she waits\""));
    CHECK(author.shows("1 place is still to do."));
    CHECK(author.shows("The wet parcel · draft"));
    author.app.act(ChooseStart{"wet-parcel", "closing"});
    author.app.act(PlayFromStart{});
    CHECK(author.shows("todo: she waits"));
}

TEST_CASE("a pack without anything to play says so", "[author]") {
    Author author;
    author.save(replaced(scenario, "next: closing", "next: \"todo: where to\""));
    CHECK(author.shows("There is nothing to play yet."));
    author.save("scenario: wet-parcel\n");
    CHECK(author.shows("There is nothing to play yet."));
    author.app.act(PlayFromStart{});
    CHECK(author.app.state().screen == Screen::desk);
}

TEST_CASE("when the tool ends, it is said, and it can be started again", "[author]") {
    Author author;
    author.save(scenario);
    author.app.tell_of_builds({Error::Kind::unavailable, "touchstone-content has ended", "start it again"});
    CHECK(author.shows("Changes are not noticed any more."));
    CHECK(author.headless.tap(author.app, landscape, "Start it again"));
    CHECK(author.app.take_restart());
    CHECK_FALSE(author.app.take_restart());
}

TEST_CASE("a line that the tool never says is an error with a remedy", "[author]") {
    for (const char* line : {"", "{", "[]", "{\"build\":1}", "{\"build\":\"x\",\"milliseconds\":1,\"packs\":[],\"findings\":[]}"}) {
        const auto report = read_build_report(line, "/f");
        REQUIRE_FALSE(report);
        CHECK_FALSE(report.error().remedy.empty());
    }
}

namespace {

/// A valid version, with its number in everything that is said.
std::string version(int number, SplitMix64& random) {
    const std::string tag = " v" + std::to_string(number) + ".";
    std::string text = scenario;
    for (const char* words : {"The book in it is soaked.", "says: And now?", "reply: Thank you.", "reply: A form?",
                              "reply: Perfect.", "reply: Fine.", "says: I will be back.", "says: Goodbye.", "says: Hm."})
        text = replaced(text, words, std::string(words) + tag);
    text = replaced(text, "says: \"Will it be in time for tonight?\"", "says: \"Will it be in time?" + tag + "\"");
    if (random.below(3) == 0) text = replaced(replaced(text, "      ask-form:", "      other-form:"), "A form before", "A form first");
    if (random.below(4) == 0) text = std::regex_replace(text, std::regex("closing"), "the-end");
    if (random.below(4) == 0) text = replaced(text, "marks: [dry-one]", "marks: [dry-one, said-sorry]");
    if (random.below(4) == 0) text = replaced(text, "difficulty: 65", "difficulty: 60");
    return text;
}

/// What a file looks like while somebody is at it, or after an accident.
std::string damaged(std::string text, SplitMix64& random) {
    const std::size_t at = random.below(text.size());
    switch (random.below(6)) {
        case 0:
            return text.substr(0, at);
        case 1:
            return replaced(text, "next: goodbye", "next: nowhere");
        case 2:
            return replaced(text, "  opening:", " opening:");
        case 3:
            return text.insert(at, "\t{[");
        case 4:
            text[at] = static_cast<char>(random.below(256));
            return text;
        default:
            return {};
    }
}

/// Presses something that can be pressed.
void press_anything(Author& author, SplitMix64& random) {
    const Size size = random.below(2) == 0 ? landscape : portrait;
    std::vector<Point> places;
    for (const Node& node : author.headless.frame(author.app, size).nodes)
        if (node.enabled && is_target(node.role) && !node.seen.empty()) places.push_back(node.seen.centre());
    if (places.empty()) return;
    const Point place = places[random.below(places.size())];
    author.headless.receive(PressDown{place, 0});
    author.headless.receive(PressUp{place, 50});
    for (int i = 0; i < 2; ++i) author.headless.frame(author.app, size);
}

/// The versions whose words can be seen.
std::set<int> versions_on(const Tree& tree) {
    static const std::regex tag(" v([0-9]+)\\.");
    std::set<int> seen;
    for (const Node& node : tree.nodes)
        for (const std::string* words : {&node.label, &node.value})
            for (std::sregex_iterator at(words->begin(), words->end(), tag), end; at != end; ++at)
                seen.insert(std::stoi((*at)[1]));
    return seen;
}

}  // namespace

TEST_CASE("two hundred edits while somebody plays never crash, and old words are never taken for new ones",
          "[author]") {
    Author author;
    SplitMix64 random(20261122);
    int on_screen = 0, newest = 0, broken = 0, seen = 0;
    for (int edit = 1; edit <= 200; ++edit) {
        const bool breaks = random.below(3) == 0;
        newest = edit;
        author.write(breaks ? damaged(version(edit, random), random) : version(edit, random));
        author.take_build();
        const Authoring& desk = *author.app.state().author;
        if (!breaks) {
            INFO("edit " << edit << ": " << (desk.report->findings.empty() ? desk.report->problem : desk.report->findings.front().reason));
            REQUIRE(desk.shown == author.builds);
        }
        if (desk.shown == author.builds) on_screen = newest;
        broken += desk.shown == author.builds ? 0 : 1;
        for (std::uint64_t i = 0; i < 1 + random.below(3); ++i) press_anything(author, random);
        if (author.app.state().screen == Screen::desk && random.below(2) == 0) author.app.act(PlayFromStart{});
        author.app.act(SetLanguage{"en"});
        INFO("edit " << edit);
        const std::set<int> versions = versions_on(author.look());
        for (const int one : versions) CHECK(one == on_screen);
        seen += static_cast<int>(versions.size());
        const bool says_old = author.strip().find(last_good) != std::string::npos ||
                              author.strip().find("There is nothing to play yet.") != std::string::npos;
        CHECK(says_old == (on_screen != newest));
    }
    CHECK(broken > 30);
    CHECK(seen > 60);
}

}  // namespace touchstone::game::test
