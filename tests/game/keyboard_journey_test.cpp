// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/game/tablet.h"

namespace touchstone::game::test {
namespace {

constexpr Size landscape{1280, 800};

/// Somebody who has a keyboard and nothing else.
struct Typist : Tablet {
    Headless headless;

    Screen screen() const { return app.state().screen; }
    const Tree& see() {
        headless.frame(app, landscape);
        return headless.frame(app, landscape);
    }
    void press(const std::string& key) {
        headless.receive(KeyPress{key, false});
        headless.frame(app, landscape);
        see();
    }
    void write(const std::string& text) {
        headless.receive(TextTyped{text});
        see();
    }
    /// Walks with Tab until `label` has the focus; then Enter.
    void choose(const std::string& label) {
        for (int i = 0; i < 120; ++i) {
            for (const Node& node : see().nodes)
                if (node.focused && node.label == label) return press("enter");
            headless.receive(KeyPress{"tab", false});
        }
        FAIL("no way to " << label << " by Tab");
    }
    void play_to_the_end() {
        for (int i = 0; i < 20 && screen() != Screen::debrief; ++i) {
            clock.skip(20'000'000);
            press("a");      // the first answer is chosen
            press("enter");  // and said
            REQUIRE(screen() == Screen::reaction);
            press("enter");  // what now?
        }
        REQUIRE(screen() == Screen::debrief);
    }
};

}  // namespace

TEST_CASE("the whole journey of a learner goes by keyboard alone", "[keyboard]") {
    Typist typist;
    typist.ask_for_numbers();
    typist.choose("I am new here");
    typist.write("Daria");
    typist.press("enter");
    typist.choose("Not now");
    REQUIRE(typist.screen() == Screen::home);
    typist.press("enter");  // START
    REQUIRE(typist.screen() == Screen::stage);
    typist.play_to_the_end();

    typist.choose("The other side");
    CHECK(typist.screen() == Screen::shoes);
    typist.press("escape");
    CHECK(typist.screen() == Screen::debrief);
    typist.choose("Write down a thought");
    CHECK(typist.screen() == Screen::writing);
    typist.write("Ask first.");
    typist.press("enter");
    CHECK(typist.screen() == Screen::debrief);
    typist.press("enter");  // DONE
    REQUIRE(typist.screen() == Screen::home);

    typist.choose("Practise");
    CHECK(typist.screen() == Screen::practise);
    typist.choose("My map");
    CHECK(typist.screen() == Screen::map);
    typist.choose("Me");
    CHECK(typist.screen() == Screen::me);
    typist.choose("Settings");
    CHECK(typist.screen() == Screen::settings);
    typist.choose("Dark");
    CHECK(typist.app.state().settings.theme == "dark");
    typist.press("escape");
    CHECK(typist.screen() == Screen::me);
    typist.choose("Home");
    typist.choose("Somebody else");
    CHECK(typist.screen() == Screen::who);
    CHECK_FALSE(typist.app.state().person.has_value());
}

TEST_CASE("a drill goes by keyboard alone: answer, how sure, and what the customer says", "[keyboard]") {
    Typist typist;
    typist.loaded = shop();
    typist.open();
    typist.name_myself();
    State state = typist.app.state();
    state.session = Session{{{SessionItem::Kind::drill, 0}, {SessionItem::Kind::drill, 0}}, 0};
    state.screen = Screen::debrief;
    typist.app.show(std::move(state));
    typist.app.act(NextItem{});
    REQUIRE(typist.screen() == Screen::drill);
    typist.see();
    typist.press("a");
    REQUIRE(typist.app.state().drilling->run.picked.has_value());
    typist.press("enter");
    CHECK_FALSE(typist.app.state().drilling->reveal.has_value());  // not before one said how sure one is
    typist.choose("Certain");
    typist.press("enter");
    CHECK(typist.app.state().drilling->reveal.has_value());
}

TEST_CASE("among many people the first letter shows the tiles that begin with it", "[keyboard]") {
    Typist typist;
    const auto add = [&](const std::string& id, const std::string& name) {
        REQUIRE(typist.store->add_local_person({id}, name, 0));
    };
    for (int i = 0; i < 17; ++i)
        add("p" + std::to_string(i), std::string(1, static_cast<char>('A' + i)) + "nna");
    add("z1", "Żaneta");
    typist.app.act(ShowPeople{});
    CHECK(typist.see().find_label("Anna") != nullptr);
    typist.choose("Ż");
    CHECK(typist.see().find_label("Żaneta") != nullptr);
    CHECK(typist.see().find_label("Anna") == nullptr);
    typist.choose("All");
    CHECK(typist.see().find_label("Anna") != nullptr);
    typist.press("b");
    CHECK(typist.see().find_label("Bnna") != nullptr);
    CHECK(typist.see().find_label("Anna") == nullptr);
}

}  // namespace touchstone::game::test
