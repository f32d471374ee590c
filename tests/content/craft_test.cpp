// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <regex>

#include "content/tool/check_bends.h"
#include "content/tool/check_choices.h"
#include "content/tool/check_feedback.h"
#include "content/tool/check_glyphs.h"
#include "content/tool/check_ids.h"
#include "content/tool/check_pack.h"
#include "content/tool/check_ratings.h"
#include "content/tool/check_shape.h"
#include "content/tool/check_texts.h"
#include "content/tool/load.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

const content::SourceStandard& standard() {
    static const content::SourceStandard one = content::default_standard();
    return one;
}

content::SourceScenario small(const std::string& text = std::string(test::small_scenario)) {
    content::Findings findings("x.yaml");
    auto source = content::read_scenario(text, standard().standard, nullptr, findings);
    REQUIRE(source);
    REQUIRE_FALSE(findings.has_errors());
    return std::move(*source);
}

Choice& choice(content::SourceScenario& source, std::size_t moment, std::size_t index) {
    return source.scenario.moments.at(moment).choices.at(index);
}

template <class Check>
std::vector<content::Finding> found(Check check) {
    content::Findings findings("x.yaml");
    check(findings);
    return findings.all();
}

content::SourceText feedback(const std::string& text) { return {"a/b/c/feedback", text, {}, "feedback"}; }

bool judged(const std::string& text, const std::string& language) {
    return !found([&](content::Findings& findings) {
                content::check_feedback({feedback(text)}, language, findings);
            }).empty();
}

std::vector<content::Finding> cues(const std::string& from, const std::string& to) {
    const auto source = small(test::small_scenario_with(from, to));
    return found([&](content::Findings& findings) { content::check_cue_words(source, "en", findings); });
}

std::vector<content::Finding> bend_ratings(content::SourceScenario& source) {
    return found([&](content::Findings& findings) {
        content::check_bend_ratings(source, standard().standard, findings);
    });
}

}  // namespace

TEST_CASE("LIX is words per sentence and the share of words over six letters", "[craft]") {
    const auto lix = [](const char* text) { return content::lix_tenths({feedback(text)}); };
    CHECK(lix("One two three four. Five six.") == 30);    // 6 / 2
    CHECK(lix("One two three: something.") == 20 + 250);  // 4 / 2 + 1 of 4 long
    CHECK(lix("Läbimärg raamat.") == 20 + 500);           // letters, not bytes
    CHECK(lix("…") == 0);
}

TEST_CASE("a cue word counts when one choice alone has it, and most when that is the best", "[craft]") {
    CHECK(cues("title: The", "title: The").empty());  // two choices say sorry
    const auto best = cues("Sorry, that is", "That is");
    REQUIRE(best.size() == 1);
    CHECK(best[0].severity == content::Severity::warning);
    const auto other = cues("I am sorry. I will", "Of course. I will");
    REQUIRE(other.size() == 1);
    CHECK(other[0].severity == content::Severity::note);
    CHECK(cues("Fine.", "Fine.").empty());
    CHECK(cues("we will look.", "we never look.").size() == 1);
    CHECK(cues("we will look.", "we don’t always look.").empty());
    CHECK(cues("we will look.", "we do not always look.").empty());
}

TEST_CASE("feedback that says right or wrong, or judges a person, is found in four languages", "[craft]") {
    CHECK(judged("That’s not the right choice!", "en"));
    CHECK(judged("Bardzo dobrze!", "pl"));
    CHECK(judged("Это неправильный ответ.", "ru") == false);  // not in the list: no false certainty
    CHECK(judged("Неправильно.", "ru"));
    CHECK(judged("Väga tubli!", "et"));
    CHECK(judged("You’re being very rude here.", "en"));
    CHECK(judged("Вы были очень грубы с ней.", "ru"));
    CHECK_FALSE(judged("Right: you named the promise before the system.", "en"));
    CHECK_FALSE(judged("To her you are the company.", "en"));
    CHECK_FALSE(judged("She felt you were late and rude to her.", "en"));
}

TEST_CASE("ratings of bends follow the table within a point", "[craft]") {
    auto source = small();
    CHECK(bend_ratings(source).empty());
    choice(source, 1, 0).ratings = {2};  // no longer the best: it may be a needless bend
    CHECK(bend_ratings(source).empty());
    choice(source, 1, 0).ratings = {0};
    CHECK(bend_ratings(source).size() == 1);
    choice(source, 1, 0).ratings = {4};
    choice(source, 1, 2).ratings = {1};
    CHECK(bend_ratings(source).empty());
    choice(source, 1, 2).ratings = {2};
    REQUIRE(bend_ratings(source).size() == 1);
    CHECK(bend_ratings(source)[0].at ==
          source.place("wet-parcel/closing/skip-id/rated/resourceful.bend-rules"));
    choice(source, 1, 2).bend->rule_class = RuleClass::amber;  // over the limit without asking: up to 3
    CHECK(bend_ratings(source).empty());
}

TEST_CASE("a broken rule must cost trust and please less than the best choice", "[craft]") {
    auto source = small();
    const auto rewards = [&] {
        return found([&](content::Findings& findings) { content::check_red_rewards(source, findings); })
            .size();
    };
    CHECK(rewards() == 0);
    choice(source, 1, 2).effect = {60, -5, 0};
    CHECK(rewards() == 1);
    choice(source, 1, 2).effect = {0, 0, 0};
    CHECK(rewards() == 1);
}

TEST_CASE("the best choice must be better by half a rating point", "[craft]") {
    auto source = small();
    const auto arguable = [&] {
        return found([&](content::Findings& findings) { content::check_clear_key(source, findings); }).size();
    };
    choice(source, 0, 1).ratings = {4, 3};  // weights 1 and 0.5: a third of a point below
    CHECK(arguable() == 1);
    choice(source, 0, 1).ratings = {3, 4};  // two thirds
    CHECK(arguable() == 0);
}

TEST_CASE("chance explains what a coin may do and no more", "[craft]") {
    const std::vector<double> ten(10, 0.5);
    CHECK(content::chance_of_at_least(0, ten) == Catch::Approx(1.0));
    CHECK(content::chance_of_at_least(10, ten) == Catch::Approx(1.0 / 1024));
    CHECK(content::chance_of_at_least(9, ten) == Catch::Approx(11.0 / 1024));
    CHECK(content::chance_of_at_least(1, {0.25, 0.5}) == Catch::Approx(1 - 0.75 * 0.5));
    CHECK(content::chance_of_at_least(3, {0.25, 0.5}) == 0);
}

TEST_CASE("a pack whose best choice is always the first gives itself away", "[craft]") {
    content::PackSources sources;
    sources.standard = standard();
    const auto giveaways = [&] {
        return found([&](content::Findings& findings) { content::check_giveaways(sources, findings); });
    };
    sources.scenarios = {small()};  // two moments of three: 1/9 happens by chance
    CHECK(giveaways().empty());
    sources.scenarios = {small(), small()};  // 1/81
    REQUIRE(giveaways().size() == 1);
    CHECK(giveaways()[0].reason == "the first choice is the best in 4 of 4 moments; chance gives about 1");
}

TEST_CASE("the checker knows the letters that the client draws", "[craft]") {
    const auto fonts = content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/game/ui/fonts.cpp");
    REQUIRE(fonts);
    const auto from = fonts->find("letter_ranges[] = {");
    REQUIRE(from != std::string::npos);
    const std::string list = fonts->substr(from, fonts->find("};", from) - from);
    std::vector<char32_t> bounds;
    const std::regex number("0x([0-9A-F]+)");
    for (std::sregex_iterator it(list.begin(), list.end(), number), end; it != end; ++it)
        bounds.push_back(static_cast<char32_t>(std::stoul((*it)[1], nullptr, 16)));
    REQUIRE(bounds.size() % 2 == 0);
    const content::Glyphs no_font("/there/is/no/font.otf");
    CHECK_FALSE(no_font.font_found());
    for (char32_t code = 0x20; code < 0x3000; ++code) {
        bool baked = false;
        for (std::size_t i = 0; i < bounds.size(); i += 2)
            baked = baked || (code >= bounds[i] && code <= bounds[i + 1]);
        INFO("U+" << std::hex << static_cast<unsigned>(code));
        REQUIRE(no_font.can_draw(code) == baked);
    }
    CHECK(content::shipped_glyphs().font_found());
    for (const char32_t code : std::u32string(U"AŻżõЖж’„”–€→"))
        CHECK(content::shipped_glyphs().can_draw(code) == (code != U'→'));
}

TEST_CASE("published ids are read, checked and written again as they were", "[craft]") {
    const auto loaded = content::load(std::string(TOUCHSTONE_SOURCE_DIR) + "/content/essentials");
    REQUIRE(loaded);
    const auto text = content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/content/essentials/ids.lock");
    REQUIRE(text);
    content::Findings findings("ids.lock");
    const auto lock = content::read_ids_lock(*text, findings);
    CHECK(content::write_ids_lock(lock, loaded->packs.at(0)) == *text);
    CHECK(lock.published.size() > 150);
    const auto retired =
        content::read_ids_lock("late-pickup/arrival/own-it\nretired late-pickup/arrival/old\n", findings);
    CHECK(findings.all().empty());
    const auto again =
        content::read_ids_lock(content::write_ids_lock(retired, loaded->packs.at(0)), findings);
    CHECK(again.retired.count("late-pickup/arrival/old") == 1);
    CHECK(again.published.size() == lock.published.size());
}

TEST_CASE("three experts confirm a key, and no fewer", "[craft]") {
    content::PackSources sources;
    sources.standard = standard();
    sources.scenarios = {small()};
    sources.pack.file = "pack.yaml";
    sources.pack.key = "provisional";
    const auto key_findings = [&](int experts) {
        std::string csv = "scenario,moment,choice,indicator,reader,kind,rating\n";
        for (const Moment& moment : sources.scenarios[0].scenario.moments)
            for (const Choice& one : moment.choices)
                for (std::size_t i = 0; i < moment.tests.size(); ++i)
                    for (int reader = 0; reader < 3; ++reader)
                        csv += "wet-parcel," + moment.id + "," + one.id + "," +
                               standard().standard.indicators[moment.tests[i].indicator].id + ",reader-" +
                               std::to_string(reader) + "," +
                               (reader < experts ? "customer-service expert" : "independent reader") + "," +
                               std::to_string(one.ratings[i]) + "\n";
        return found([&](content::Findings& findings) { content::check_ratings(csv, sources, findings); });
    };
    CHECK(key_findings(2).empty());
    REQUIRE(key_findings(3).size() == 1);
    CHECK(key_findings(3)[0].severity == content::Severity::note);
    sources.pack.key = "confirmed";
    CHECK(key_findings(3).empty());
    REQUIRE(key_findings(2).size() == 1);
    CHECK(key_findings(2)[0].severity == content::Severity::error);
    CHECK(key_findings(2)[0].file == "pack.yaml");
}

TEST_CASE("the minutes fit the words", "[craft]") {
    auto source = small();
    const auto at = [&](int minutes) {
        source.scenario.minutes = minutes;
        return found([&](content::Findings& findings) { content::check_minutes(source, findings); });
    };
    CHECK(at(1).empty());
    REQUIRE(at(2).size() == 1);
    CHECK(at(2)[0].severity == content::Severity::note);
}
