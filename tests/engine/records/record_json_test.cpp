// SPDX-License-Identifier: Apache-2.0
#include "engine/records/record_json.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;

namespace {

ChoiceMade some_choice() {
    ChoiceMade made;
    made.encounter = {"0190-e"};
    made.n = 3;
    made.moment = "arrival";
    made.choice = "own-it";
    made.shown = {"system-says", "own-it", "not-us"};
    made.visible_ms = 8120;
    made.loss = 667;
    made.state = {40, 55, 45};
    made.steps = {"listen", "apologise"};
    made.evidence = {{"people.personal-interest", 1000, 4}, {"reliable.dependable", 500, 3}};
    made.mastery = {{"people", 1000, 1000, 417, 250}};
    made.difficulty = 65;
    return made;
}

DrillAnswered some_drill_answer() {
    DrillAnswered answered;
    answered.pack = "essentials";
    answered.pack_hash = "9f2c";
    answered.drill = "name-the-hour";
    answered.version = 2;
    answered.variant = "at-the-till";
    answered.choice = "by-five";
    answered.shown = {"soon", "by-five", "ask-there"};
    answered.visible_ms = 9400;
    answered.confidence = 2;
    answered.q4 = 4;
    answered.rating = 3;
    answered.evidence = {{"reliable.dependable", 1000, 4}};
    answered.mastery = {{"reliable", 1000, 1000, 417, 500}};
    answered.difficulty = 65;
    answered.due_day = 20'404;
    return answered;
}

std::vector<RecordBody> one_of_each() {
    EncounterBegun begun;
    begun.encounter = {"0190-e"};
    begun.pack = "essentials";
    begun.seed = "00000000000000ff";
    begun.start = {"arrival", {30, 40, 35}, {"a-fact"}, {}, 0, {{"listen"}}};
    begun.parent_encounter = EncounterId{"0190-p"};
    begun.parent_n = 2;
    EncounterFinished finished;
    finished.encounter = {"0190-e"};
    finished.ending = "farewell";
    finished.outcome = "delighted";
    finished.score = 825;
    finished.levels = {1000, std::nullopt, 425};
    finished.met = {"need"};
    return {begun,
            AskMade{{"0190-e"}, 1, "arrival", "ask-why", {"a-fact"}, {30, 45, 30}, 2500},
            some_choice(),
            finished,
            some_drill_answer(),
            Contest{{"0190-r"}, "She asked for it herself."},
            Idea{"A chair at the counter."},
            Reflection{EncounterId{"0190-e"}, "Ask first."},
            Kudos{{"0190-p"}, "positive.calm", "Calm at ten to six."}};
}

}  // namespace

TEST_CASE("every kind of record survives being written and read", "[records]") {
    for (const RecordBody& body : one_of_each()) {
        const auto back = body_from_json(kind_of(body), body_to_json(body));
        REQUIRE(back);
        CHECK(*back == body);
        CHECK(body_to_json(*back) == body_to_json(body));
    }
}

TEST_CASE("the bytes of a record do not change between versions", "[records]") {
    CHECK(
        body_to_json(RecordBody{AskMade{{"e"}, 1, "arrival", "ask-why", {"a-fact"}, {30, 45, 30}, 2500}}) ==
        R"({"encounter":"e","n":1,"moment":"arrival","ask":"ask-why","revealed":["a-fact"],"state":[30,45,30],"visible_ms":2500})");
}

TEST_CASE("the confidence of a drill's answer may be missing, its other members may not", "[records]") {
    DrillAnswered answered = some_drill_answer();
    answered.confidence = std::nullopt;
    const std::string json = body_to_json(answered);
    CHECK(json.find("confidence") == std::string::npos);
    const auto back = body_from_json("drill-answered", json);
    REQUIRE(back);
    CHECK(*back == RecordBody{answered});
    const auto short_one = body_from_json("drill-answered", R"({"pack":"essentials"})");
    REQUIRE_FALSE(short_one);
    CHECK(short_one.error().detail.find("`pack_hash`") != std::string::npos);
}

TEST_CASE("what is played belongs to its encounter; a drill's answer and what people write stand alone",
          "[records]") {
    std::size_t alone = 0;
    for (const RecordBody& body : one_of_each()) {
        const EncounterId* encounter = encounter_of(body);
        if (encounter)
            CHECK(encounter->text == "0190-e");
        else
            ++alone;
    }
    CHECK(alone == 5);
}

TEST_CASE("without its words a record keeps everything else", "[records]") {
    CHECK(without_words(Kudos{{"p"}, "positive.calm", "Thanks."}) ==
          RecordBody{Kudos{{"p"}, "positive.calm", {}}});
    CHECK(without_words(Contest{{"r"}, "No."}) == RecordBody{Contest{{"r"}, {}}});
    CHECK(without_words(Idea{"A chair."}) == RecordBody{Idea{}});
    CHECK(without_words(Reflection{EncounterId{"e"}, "Ask."}) ==
          RecordBody{Reflection{EncounterId{"e"}, {}}});
    CHECK(without_words(some_choice()) == RecordBody{some_choice()});
}

TEST_CASE("a record with a missing, unknown or wrong member is refused by name", "[records]") {
    const std::string good = body_to_json(some_choice());
    const auto problem = [](const std::string& kind, const std::string& json) {
        const auto body = body_from_json(kind, json);
        REQUIRE_FALSE(body);
        return body.error().detail;
    };
    std::string unknown = good, wrong = good;
    unknown.insert(1, R"("mood":"fine",)");
    wrong.replace(wrong.find("8120"), 4, "\"x\"");
    CHECK(problem("choice-made", unknown).find("does not know") != std::string::npos);
    CHECK(problem("choice-made", wrong).find("`visible_ms`") != std::string::npos);
    CHECK(problem("choice-made", "{}").find("`encounter`") != std::string::npos);
    CHECK(problem("tea-made", good).find("unknown kind") != std::string::npos);
    CHECK(problem("choice-made", "[").find("choice-made") != std::string::npos);
}
