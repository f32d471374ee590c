// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/game/tablet.h"

namespace touchstone::game::test {
namespace {

constexpr Size landscape{1280, 800};

bool says(const MuteVoice& voice, const std::string& line) {
    return std::find(voice.said().begin(), voice.said().end(), line) != voice.said().end();
}

/// What the customer says on the stage now.
std::string line_of_customer(const Tree& tree) {
    const Node* node = tree.find("says");
    return node != nullptr ? node->label : std::string();
}

}  // namespace

TEST_CASE("with reading aloud on, each new screen and the customer's reply are spoken", "[voice]") {
    Tablet tablet;
    tablet.give_voice();
    tablet.name_myself();
    Headless headless;
    tablet.app.act(Toggle{"read-aloud"});
    headless.frame(tablet.app, landscape);
    CHECK(says(*tablet.voice, "START, button"));
    tablet.app.act(StartScenario{0, false});
    const std::string opening = line_of_customer(headless.frame(tablet.app, landscape));
    CHECK(says(*tablet.voice, opening));
    const Moment& moment =
        tablet.loaded.library.scenarios[0].moments[tablet.app.state().playing->encounter.moment];
    REQUIRE_FALSE(moment.asks.empty());
    tablet.app.act(AskFirst{moment.asks[0].id});
    headless.frame(tablet.app, landscape);
    CHECK_FALSE(tablet.voice->said().empty());
    CHECK_FALSE(says(*tablet.voice, opening));  // only what is new
    tablet.choose(moment.choices[0].id);
    const std::string reply = line_of_customer(headless.frame(tablet.app, landscape));
    CHECK(says(*tablet.voice, reply));
}

TEST_CASE("with reading aloud off only the loudspeaker reads, and the next screen ends it", "[voice]") {
    Tablet tablet;
    tablet.give_voice();
    tablet.name_myself();
    Headless headless;
    headless.frame(tablet.app, landscape);
    CHECK(tablet.voice->said().empty());
    REQUIRE(headless.tap(tablet.app, landscape, "Read aloud"));
    CHECK(says(*tablet.voice, "START, button"));
    CHECK(tablet.voice->language() == "en");
    tablet.app.act(OpenPage{Page::me});
    headless.frame(tablet.app, landscape);
    CHECK(tablet.voice->said().empty());
}

TEST_CASE("reading aloud is kept, and switching it off ends what is being said", "[voice]") {
    Tablet tablet;
    tablet.give_voice();
    tablet.app.act(Toggle{"read-aloud"});
    tablet.open();
    CHECK(tablet.app.state().settings.read_aloud);
    Headless headless;
    headless.frame(tablet.app, landscape);
    CHECK_FALSE(tablet.voice->said().empty());
    tablet.app.act(Toggle{"read-aloud"});
    CHECK(tablet.voice->said().empty());
}

TEST_CASE("without a voice there is no loudspeaker, and the settings say why", "[voice]") {
    Tablet tablet;
    Headless headless;
    CHECK(headless.frame(tablet.app, landscape).find("read-aloud") == nullptr);
    tablet.app.act(OpenSettings{});
    headless.frame(tablet.app, landscape);
    const Node* node = headless.frame(tablet.app, landscape).find("switch/read-aloud");
    REQUIRE(node != nullptr);
    CHECK_FALSE(node->enabled);
    CHECK(node->value == "This device has no voice; install espeak-ng to hear one");
}

}  // namespace touchstone::game::test
