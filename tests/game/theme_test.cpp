// SPDX-License-Identifier: Apache-2.0
#include "game/ui/theme.h"

#include <catch2/catch_test_macros.hpp>

#include "game/screens/who/who_view.h"
#include "tests/game/headless.h"

namespace touchstone::game::test {
namespace {

std::vector<Theme> themes() {
    auto loaded = load_themes(share);
    REQUIRE(loaded);
    return *std::move(loaded);
}

}  // namespace

TEST_CASE("text has a contrast of at least 4.5 on everything that it stands on", "[theme]") {
    for (const Theme& t : themes()) {
        INFO(t.id);
        for (const Colour ink : {t.ink, t.ink2, t.ink3})
            for (const Colour ground : {t.bg, t.surface, t.sunk, t.speech})
                CHECK(contrast(ink, ground) >= 4.5);
        CHECK(contrast(t.on_primary, t.primary) >= 4.5);
        CHECK(contrast(t.on_primary, t.pressed) >= 4.5);
        CHECK(contrast(t.primary, t.surface) >= 4.5);
        CHECK(contrast(t.primary, t.tint) >= 4.5);
        CHECK(contrast(t.on_accent, t.accent) >= 4.5);
        CHECK(contrast(t.accent, t.accent_tint) >= 4.5);
        CHECK(contrast(t.ok, t.ok_tint) >= 4.5);
        CHECK(contrast(t.bad, t.bad_tint) >= 4.5);
        CHECK(contrast(t.warn, t.warn_tint) >= 4.5);
        CHECK(contrast(t.ink, t.tint) >= 4.5);
    }
}

TEST_CASE("edges, bars and the focus ring have a contrast of at least 3", "[theme]") {
    for (const Theme& t : themes()) {
        INFO(t.id);
        CHECK(contrast(t.control, t.surface) >= 3);
        CHECK(contrast(t.outline, t.surface) >= 3);
        CHECK(contrast(t.focus, t.bg) >= 3);
        CHECK(contrast(t.warn_fill, t.sunk) >= 3);
        CHECK(contrast(t.primary, t.sunk) >= 3);
    }
}

TEST_CASE("initials can be read on every colour of a person", "[theme]") {
    for (int i = 0; i < person_colours; ++i) CHECK(contrast(rgb(0xFFFFFF), person_colour(i)) >= 4.5);
}

TEST_CASE("a theme with a missing or an unknown colour is refused by name", "[theme]") {
    const auto read = read_theme(
        R"({"id":"x","outlined":false,"shadow-strength":1,"disc-alpha":0,"colours":{"shadow":"000000"}})");
    REQUIRE_FALSE(read);
    CHECK(read.error().detail.find("bg") != std::string::npos);
    CHECK_FALSE(read_theme("{"));
}

}  // namespace touchstone::game::test
