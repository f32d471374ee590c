// SPDX-License-Identifier: Apache-2.0
#include "server_sync/statements/statement.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/basics/seeded.h"
#include "tests/support/sample_records.h"

namespace touchstone::sync {
namespace {

namespace json = boost::json;

std::vector<Record> one_of_each_kind() {
    const test::Source source;
    return {test::begun(source, 1), test::asked(source, 2), test::chosen(source, 3, "people", 1000, 800),
            test::finished(source, 4), test::drilled(source, 5, "reliable", 500, 833)};
}

/// Text with quotes, backslashes, control characters and letters of every script we write.
std::string awkward_text(SplitMix64& random) {
    static const char* const parts[] = {"a", "\"", "\\", "\n", "\x01", "õ",
                                        "Ж", "ł",  "/",  " ",  "😀",    "</script>"};
    std::string text;
    for (auto left = random.below(6); left > 0; --left) text += parts[random.below(std::size(parts))];
    return text;
}

int any_int(SplitMix64& random) { return static_cast<int>(random.below(1001)); }

ChoiceMade random_choice(SplitMix64& random) {
    ChoiceMade made;
    made.encounter = {test::uuid(random.below(1000))};
    made.n = static_cast<std::int64_t>(random.below(40));
    made.moment = awkward_text(random);
    made.choice = awkward_text(random);
    for (auto left = random.below(4); left > 0; --left) made.shown.push_back(awkward_text(random));
    made.visible_ms = static_cast<std::int64_t>(random.below(1'000'000));
    made.rapid = random.below(2) == 1;
    made.loss = any_int(random);
    made.state = {any_int(random), any_int(random), any_int(random)};
    made.critical = random.below(2) == 1;
    for (auto left = random.below(3); left > 0; --left)
        made.evidence.push_back({awkward_text(random), any_int(random), 2});
    for (auto left = random.below(3); left > 0; --left)
        made.mastery.push_back(
            {awkward_text(random), any_int(random), any_int(random), any_int(random), any_int(random)});
    return made;
}

EncounterFinished random_finish(SplitMix64& random) {
    EncounterFinished finished;
    finished.encounter = {test::uuid(random.below(1000))};
    const char* const ends[] = {"outcome", "left", "abandoned"};
    finished.end = ends[random.below(3)];
    finished.outcome = awkward_text(random);
    if (random.below(2) == 1) finished.score = any_int(random);
    for (auto& level : finished.levels)
        if (random.below(2) == 1) level = any_int(random);
    finished.active_ms = static_cast<std::int64_t>(random.below(1'000'000));
    return finished;
}

DrillAnswered random_drill(SplitMix64& random) {
    DrillAnswered answered;
    answered.pack = awkward_text(random);
    answered.drill = awkward_text(random);
    answered.variant = awkward_text(random);
    answered.choice = awkward_text(random);
    answered.visible_ms = static_cast<std::int64_t>(random.below(1'000'000));
    if (random.below(2) == 1) answered.confidence = static_cast<int>(random.below(3)) + 1;
    answered.rating = static_cast<int>(random.below(4)) + 1;
    for (auto left = random.below(3); left > 0; --left)
        answered.evidence.push_back({awkward_text(random), any_int(random), 2});
    answered.due_day = any_int(random);
    return answered;
}

Record random_record(std::uint64_t seed) {
    SplitMix64 random(seed);
    Record record = test::begun({}, static_cast<std::int64_t>(random.below(1000)));
    record.header.boot_id = awkward_text(random);
    record.header.language = random.below(3) == 0 ? "" : "ru";
    record.header.text_flag = awkward_text(random);
    record.header.at = static_cast<Micros>(random.below(4'000'000'000'000'000));
    record.header.person = {awkward_text(random)};
    switch (random.below(3)) {
        case 0:
            record.body = random_choice(random);
            break;
        case 1:
            record.body = random_finish(random);
            break;
        default:
            record.body = random_drill(random);
    }
    return record;
}

}  // namespace

TEST_CASE("a record of each kind comes back from its statement whole") {
    for (const Record& record : one_of_each_kind()) {
        const auto back = record_of(statement_of(record));
        INFO(statement_of(record));
        REQUIRE(back.has_value());
        CHECK(*back == record);
    }
}

TEST_CASE("a thousand random records come back whole, and give the same bytes again") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const Record record = random_record(seed);
        const std::string statement = statement_of(record);
        const auto back = record_of(statement);
        INFO("seed " << seed << ": " << statement);
        REQUIRE(back.has_value());
        REQUIRE(*back == record);
        REQUIRE(statement_of(*back) == statement);
    }
}

TEST_CASE(
    "a statement names the person by a random id of the organisation and the encounter as registration") {
    const Record record = one_of_each_kind()[2];
    const auto statement = json::parse(statement_of(record));
    CHECK(statement.at("id").as_string() == record.header.id.text);
    CHECK(statement.at("version").as_string() == "1.0.0");
    const auto& account = statement.at("actor").at("account");
    CHECK(account.at("homePage").as_string() ==
          "https://w3id.org/xapi/touchstone/organisation/" + test::uuid(1));
    CHECK(account.at("name").as_string() == test::uuid(4));
    CHECK(statement.at("context").at("registration").as_string() == test::uuid(7));
    CHECK(statement.at("timestamp").as_string() == to_rfc3339(record.header.at));
}

TEST_CASE("a choice is an answer whose score is the weighted mean quality of its evidence") {
    const auto statement = json::parse(statement_of(one_of_each_kind()[2]));
    CHECK(statement.at("verb").at("id").as_string() == "http://adlnet.gov/expapi/verbs/answered");
    CHECK(statement.at("result").at("response").as_string() == "own-it");
    CHECK(statement.at("result").at("duration").as_string() == "PT15.34S");
    // 1.0 of 3/4 and 0.5 of 4/4: (0.75 + 0.5) / 1.5 = 0.833
    CHECK(statement.at("result").at("score").at("scaled").as_double() == 0.833);
}

TEST_CASE("a drill is an answer to its variant, part of the drill and of no registration") {
    const auto statement = json::parse(statement_of(one_of_each_kind()[4]));
    CHECK(statement.at("verb").at("id").as_string() == "http://adlnet.gov/expapi/verbs/answered");
    CHECK(statement.at("object").at("id").as_string() ==
          "https://w3id.org/xapi/touchstone/pack/essentials/drills/name-the-hour/at-the-till");
    CHECK(statement.at("result").at("response").as_string() == "by-five");
    CHECK(statement.at("result").at("success").as_bool());
    CHECK(statement.at("result").at("score").at("scaled").as_double() == 0.833);
    const auto& context = statement.at("context").as_object();
    CHECK_FALSE(context.contains("registration"));
    CHECK(context.at("contextActivities").at("parent").at(0).at("id").as_string() ==
          "https://w3id.org/xapi/touchstone/pack/essentials/drills/name-the-hour");
}

TEST_CASE("the end of an encounter carries its score out of a hundred") {
    const auto statement = json::parse(statement_of(one_of_each_kind()[3]));
    CHECK(statement.at("verb").at("id").as_string() == "http://adlnet.gov/expapi/verbs/completed");
    CHECK(statement.at("result").at("score").at("raw").as_double() == 87.6);
    CHECK(statement.at("result").at("score").at("scaled").as_double() == 0.876);
    CHECK(statement.at("result").at("completion").as_bool());
}

TEST_CASE("what people write is told by its statement without their words") {
    const test::Source source;
    const auto rendered = [&](RecordBody body) {
        Record record = test::drilled(source, 5, "reliable", 500, 833);
        record.body = std::move(body);
        const std::string statement = statement_of(record);
        CHECK(statement.find("Rosebud") == std::string::npos);
        const auto back = record_of(statement);
        REQUIRE(back.has_value());
        CHECK(back->body == without_words(record.body));
        return json::parse(statement);
    };
    const auto contest = rendered(Contest{{test::uuid(9)}, "Rosebud"});
    CHECK(contest.at("object").at("objectType").as_string() == "StatementRef");
    CHECK(contest.at("object").at("id").as_string() == test::uuid(9));
    const auto idea = rendered(Idea{"Rosebud"});
    CHECK(idea.at("verb").at("id").as_string() == "https://w3id.org/xapi/touchstone/verbs/raised");
    const auto thought = rendered(Reflection{EncounterId{test::uuid(7)}, "Rosebud"});
    CHECK(thought.at("context").at("contextActivities").at("parent").at(0).at("id").as_string() ==
          "https://w3id.org/xapi/touchstone/encounter/" + test::uuid(7));
    const auto kudos = rendered(Kudos{{test::uuid(8)}, "positive.calm", "Rosebud"});
    CHECK(kudos.at("object").at("objectType").as_string() == "Agent");
    CHECK(kudos.at("object").at("account").at("name").as_string() == test::uuid(8));
}

TEST_CASE("a statement that was changed, or is not ours, is refused with its reason") {
    std::string changed = statement_of(one_of_each_kind()[3]);
    changed.replace(changed.find("0.876"), 5, "0.976");
    const auto foreign =
        R"({"id":"01930000-0000-7000-8000-000000000001","verb":{"id":"http://example.org/x"}})";
    for (const std::string& statement :
         {changed, std::string(foreign), std::string("{"), std::string("[[[[")}) {
        const auto record = record_of(statement);
        REQUIRE_FALSE(record.has_value());
        CHECK(record.error().kind == Error::Kind::malformed);
        CHECK_FALSE(record.error().detail.empty());
        CHECK_FALSE(record.error().remedy.empty());
    }
}

}  // namespace touchstone::sync
