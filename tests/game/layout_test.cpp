// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/game/headless.h"

namespace touchstone::game::test {
namespace {

constexpr float tolerance = 1.0F, smallest_target = 56;
constexpr float glove_growth = 1.25F;

bool leaves(const Rect& inner, const Rect& outer) {
    return inner.x < outer.x - tolerance || inner.right() > outer.right() + tolerance ||
           inner.y < outer.y - tolerance || inner.bottom() > outer.bottom() + tolerance;
}

std::string place(const Rect& rect) {
    return std::to_string(static_cast<int>(rect.x)) + "," + std::to_string(static_cast<int>(rect.y)) + " " +
           std::to_string(static_cast<int>(rect.w)) + "x" + std::to_string(static_cast<int>(rect.h));
}

/// What is wrong with a frame; empty when all is well.
std::string fault_of(const Tree& tree, float smallest = smallest_target) {
    const Rect screen{0, 0, tree.size.w, tree.size.h};
    for (const TextRun& run : tree.runs) {
        if (leaves(run.rect, run.box))
            return "clipped: \"" + run.text + "\" at " + place(run.rect) + " in " + place(run.box);
        const Rect room = run.scrolls ? Rect{0, run.rect.y, screen.w, run.rect.h} : screen;
        if (leaves(run.rect, room)) return "off the screen: \"" + run.text + "\" at " + place(run.rect);
    }
    std::set<std::string> ids;
    for (const Node& node : tree.nodes)
        if (!node.id.empty() && !ids.insert(node.id).second) return "two of one id: " + node.id;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        if (!is_target(node.role)) continue;
        if (node.rect.h < smallest - 0.5F || node.rect.w < smallest - 0.5F)
            return "too small: " + node.label + " " + place(node.rect);
        for (std::size_t k = i + 1; k < tree.nodes.size(); ++k) {
            if (!is_target(tree.nodes[k].role)) continue;
            const Rect common = node.seen.common(tree.nodes[k].seen);
            if (common.w > tolerance && common.h > tolerance)
                return "overlap: " + node.label + " and " + tree.nodes[k].label;
        }
    }
    return {};
}

constexpr Size landscape{1280, 800}, portrait{800, 1280};
// What is left of them when gloves make everything a quarter larger.
constexpr Size landscape_in_gloves{1024, 640}, portrait_in_gloves{640, 1024};

struct Look {
    std::string language;
    int percent = 100;
    bool easy_reading = false;
    std::vector<Size> sizes{landscape, portrait};
    float smallest = smallest_target;
};

/// Every stop of the tour whose name begins with `only`, in all themes.
void check_stops(const LoadedPack& loaded, const Look& look, const std::string& only) {
    Headless headless;
    Clock clock;
    clock.set(1'795'274'400'000'000);  // a Saturday afternoon
    auto tour = make_tour(loaded, clock);
    REQUIRE(tour);
    Settings settings{look.language, "light", look.percent, true};
    settings.easy_reading = look.easy_reading;
    for (const Stop& stop : (*tour)->stops()) {
        if (!stop.name.starts_with(only)) continue;
        App app = look.language == "qps" ? make_longwinded_app() : make_app();
        (*tour)->visit(app, stop, settings);
        for (const Size size : look.sizes) {
            headless.frame(app, size);  // what scrolls knows its length afterwards
            for (const char* theme : {"light", "dark", "sunlight"}) {
                settings.theme = theme;
                app.override_settings(settings);
                INFO(stop.name << " " << look.language << " " << theme << " " << look.percent << " % "
                               << size.w);
                CHECK(fault_of(headless.frame(app, size), look.smallest) == "");
            }
        }
        settings.theme = "light";
    }
}

void check_language(const std::string& language) {
    for (const int percent : {100, 150}) {
        check_stops(pack(), {language, percent}, "");
        check_stops(shop(), {language, percent}, "drill");  // essentials has none
    }
}

}  // namespace

TEST_CASE("in English nothing on any screen is clipped, overlaps or is too small to touch", "[layout]") {
    check_language("en");
}
TEST_CASE("in Polish nothing on any screen is clipped, overlaps or is too small to touch", "[layout]") {
    check_language("pl");
}
TEST_CASE("in Russian nothing on any screen is clipped, overlaps or is too small to touch", "[layout]") {
    check_language("ru");
}
TEST_CASE("in Estonian nothing on any screen is clipped, overlaps or is too small to touch", "[layout]") {
    check_language("et");
}

TEST_CASE("with gloves and easy reading every screen still has room for its words and targets", "[layout]") {
    for (const char* language : {"pl", "ru", "et", "en"})
        check_stops(
            pack(),
            {language, 100, true, {landscape_in_gloves, portrait_in_gloves}, smallest_target / glove_growth},
            "");
}

TEST_CASE("words two fifths longer than the English ones still fit every screen", "[layout]") {
    for (const int percent : {100, 150}) check_stops(pack(), {"qps", percent}, "");
}

// Minutes long, so only on demand: game_tests "[library]".
TEST_CASE("in every pack and language nothing on the stage is clipped or overlaps", "[.][library]") {
    for (const std::string& directory : installed_packs(share)) {
        const auto loaded = load_pack(directory);
        REQUIRE(loaded);
        for (const char* language : languages)
            for (const int percent : {100, 150})
                for (const char* stop : {"stage", "reaction", "debrief", "drill"})
                    check_stops(*loaded, {language, percent}, stop);
    }
}

}  // namespace touchstone::game::test
