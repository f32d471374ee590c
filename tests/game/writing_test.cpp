// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/game/tablet.h"

namespace touchstone::game::test {
namespace {

constexpr Size landscape{1280, 800};

template <class Body>
std::vector<Body> kept(Tablet& tablet) {
    std::vector<Body> found;
    for (const Record& record : tablet.records())
        if (const auto* body = std::get_if<Body>(&record.body)) found.push_back(*body);
    return found;
}

/// Ends the first scenario at once: its debrief is on the screen.
void look_back(Tablet& tablet) {
    tablet.app.act(StartScenario{0, false});
    tablet.app.act(EndHere{});
    REQUIRE(tablet.app.state().screen == Screen::debrief);
}

void write(Tablet& tablet, const std::string& words) {
    tablet.app.act(TypeWords{{words}});
    tablet.app.act(KeepWords{});
}

}  // namespace

TEST_CASE("a score is contested in one's own words, about just that encounter", "[writing]") {
    Tablet tablet;
    tablet.name_myself();
    look_back(tablet);
    tablet.app.act(OpenWriting{Writing::Kind::contest});
    write(tablet, "She had told me the rest on the phone.");
    CHECK(tablet.app.state().screen == Screen::debrief);
    const auto contests = kept<Contest>(tablet);
    REQUIRE(contests.size() == 1);
    CHECK(contests[0].words == "She had told me the rest on the phone.");
    for (const Record& record : tablet.records())
        if (std::holds_alternative<EncounterFinished>(record.body))
            CHECK(contests[0].about == record.header.id);
}

TEST_CASE("a thought belongs to its encounter, an idea stands alone, and both show on one's own page",
          "[writing]") {
    Tablet tablet;
    tablet.name_myself();
    look_back(tablet);
    const EncounterId encounter = tablet.app.state().playing->id;
    tablet.app.act(OpenWriting{Writing::Kind::reflection});
    write(tablet, "Ask first.");
    tablet.app.act(FinishDebrief{});
    tablet.app.act(OpenPage{Page::me});
    tablet.app.act(OpenWriting{Writing::Kind::idea});
    write(tablet, "A chair at the counter.  ");
    CHECK(kept<Reflection>(tablet) == std::vector<Reflection>{{encounter, "Ask first."}});
    CHECK(kept<Idea>(tablet) == std::vector<Idea>{{"A chair at the counter."}});
    Headless headless;
    std::string page;
    for (const Node& node : headless.frame(tablet.app, landscape).nodes)
        page += node.label + "|" + node.value + "\n";
    CHECK(page.find("An idea|A chair at the counter.") != std::string::npos);
    CHECK(page.find("A thought|Ask first.") != std::string::npos);
}

TEST_CASE("what was begun and not kept waits for its writer, and for nobody else", "[writing]") {
    Tablet tablet;
    tablet.name_myself();
    const PersonId daria = tablet.app.state().person->id;
    tablet.app.act(OpenPage{Page::me});
    tablet.app.act(OpenWriting{Writing::Kind::idea});
    tablet.app.act(TypeWords{{"A longer", " ", "cable"}});
    tablet.app.act(ShowPeople{});
    CHECK(kept<Idea>(tablet).empty());

    tablet.app.act(BeginName{});
    tablet.app.act(TypeName{{"M", "a", "r", "e", "k"}});
    tablet.app.act(FinishName{});
    tablet.app.act(OpenPage{Page::me});
    tablet.app.act(OpenWriting{Writing::Kind::idea});
    CHECK(tablet.app.state().writing->words.empty());
    tablet.app.act(ShowPeople{});

    tablet.app.act(PickPerson{daria.text});
    tablet.app.act(OpenPage{Page::me});
    tablet.app.act(OpenWriting{Writing::Kind::idea});
    CHECK(tablet.app.state().writing->words == "A longer cable");
    tablet.app.act(KeepWords{});
    CHECK(kept<Idea>(tablet) == std::vector<Idea>{{"A longer cable"}});
    tablet.app.act(OpenWriting{Writing::Kind::idea});
    CHECK(tablet.app.state().writing->words.empty());
}

TEST_CASE("thanks reach the colleague on this tablet: on home, and on the page that is theirs alone",
          "[writing]") {
    Tablet tablet;
    tablet.name_myself();
    const PersonId daria = tablet.app.state().person->id;
    tablet.app.act(ShowPeople{});
    tablet.app.act(BeginName{});
    tablet.app.act(TypeName{{"M", "a", "r", "e", "k"}});
    tablet.app.act(FinishName{});
    tablet.app.act(OpenPage{Page::me});
    tablet.app.act(OpenWriting{Writing::Kind::kudos});
    CHECK(tablet.app.state().screen == Screen::kudos);
    tablet.app.act(ChooseColleague{daria.text});
    tablet.app.act(ChooseIndicator{"positive.calm"});
    tablet.app.act(WriteThanks{});
    write(tablet, "Calm at ten to six.");
    CHECK(kept<Kudos>(tablet) == std::vector<Kudos>{{daria, "positive.calm", "Calm at ten to six."}});
    CHECK(tablet.app.state().learner.thanks.empty());

    tablet.app.act(ShowPeople{});
    tablet.app.act(PickPerson{daria.text});
    Headless headless;
    const Node* row = headless.frame(tablet.app, landscape).find("thanks");
    REQUIRE(row != nullptr);
    CHECK(row->label == "Marek thanks you");
    CHECK(row->value.find("Calm at ten to six.") != std::string::npos);
}

}  // namespace touchstone::game::test
