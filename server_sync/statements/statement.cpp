// SPDX-License-Identifier: Apache-2.0
#include "server_sync/statements/statement.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "engine/records/record_json.h"
#include "server_sync/statements/json_writer.h"
#include "server_sync/statements/vocabulary.h"

namespace touchstone::sync {
namespace {

namespace json = boost::json;
namespace words = vocabulary;

std::string duration(std::int64_t milliseconds) {
    return fmt::format("PT{}.{:02}S", milliseconds / 1000, milliseconds % 1000 / 10);
}

/// Thousandths 0..1000 as a decimal 0..1 that never depends on a floating point printer.
std::string decimal(int thousandths) {
    return fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
}

std::string verb(const words::Verb& verb) {
    return JsonObject().text("id", verb.id).raw("display", JsonObject().text("en", verb.display).str()).str();
}

std::string activity(std::string_view id, std::string_view type, std::string_view interaction = {}) {
    JsonObject definition;
    definition.text("type", type);
    if (!interaction.empty()) definition.text("interactionType", interaction);
    return JsonObject()
        .text("objectType", "Activity")
        .text("id", id)
        .raw("definition", definition.str())
        .str();
}

std::string attempt_id(const EncounterId& encounter) {
    return fmt::format("{}encounter/{}", words::base, encounter.text);
}

std::string moment_id(const EncounterId& encounter, const std::string& moment) {
    return fmt::format("{}/{}", attempt_id(encounter), moment);
}

/// `pack/<pack>/drills/<drill>`, and a variant under it.
std::string drill_id(const DrillAnswered& answered) {
    return fmt::format("{}pack/{}/drills/{}", words::base, answered.pack, answered.drill);
}

std::string agent(const OrganisationId& organisation, const PersonId& person) {
    const auto home = fmt::format("{}organisation/{}", words::base, organisation.text);
    const auto account = JsonObject().text("homePage", home).text("name", person.text).str();
    return JsonObject().text("objectType", "Agent").raw("account", account).str();
}

/// What a statement says besides who, when and the record itself.
struct Saying {
    words::Verb verb;
    std::string object;
    std::string result;  // JSON, or empty
};

Saying saying_of(const EncounterBegun& begun) {
    const auto id = fmt::format("{}pack/{}/{}", words::base, begun.pack, begun.scenario);
    return {words::attempted, activity(id, words::scenario_type), {}};
}

Saying saying_of(const AskMade& ask) {
    const auto result =
        JsonObject().text("response", ask.ask).text("duration", duration(ask.visible_ms)).str();
    return {words::asked, activity(moment_id(ask.encounter, ask.moment), words::question_type), result};
}

Saying saying_of(const ChoiceMade& choice) {
    JsonObject result;
    if (const auto quality = quality_of(choice.evidence))
        result.raw("score", JsonObject().raw("scaled", decimal(*quality)).str());
    result.truth("success", choice.loss == 0);
    result.text("response", choice.choice).text("duration", duration(choice.visible_ms));
    return {words::answered,
            activity(moment_id(choice.encounter, choice.moment), words::moment_type, "choice"), result.str()};
}

Saying saying_of(const DrillAnswered& answered) {
    constexpr int good = 3;
    JsonObject result;
    if (const auto quality = quality_of(answered.evidence))
        result.raw("score", JsonObject().raw("scaled", decimal(*quality)).str());
    result.truth("success", answered.rating >= good);
    result.text("response", answered.choice).text("duration", duration(answered.visible_ms));
    return {
        words::answered,
        activity(fmt::format("{}/{}", drill_id(answered), answered.variant), words::moment_type, "choice"),
        result.str()};
}

const words::Verb& closing_verb(const EncounterFinished& finished) {
    if (finished.end == "outcome") return words::completed;
    return finished.end == "left" ? words::exited : words::abandoned;
}

Saying saying_of(const EncounterFinished& finished) {
    JsonObject result;
    if (finished.score)
        result.raw("score", JsonObject()
                                .raw("scaled", decimal(*finished.score))
                                .raw("raw", fmt::format("{}.{}", *finished.score / 10, *finished.score % 10))
                                .number("min", 0)
                                .number("max", 100)
                                .str());
    result.truth("completion", finished.end == "outcome");
    if (!finished.outcome.empty()) result.text("response", finished.outcome);
    result.text("duration", duration(finished.active_ms));
    return {closing_verb(finished), activity(attempt_id(finished.encounter), words::attempt_type),
            result.str()};
}

// What people wrote: the words themselves stay on the tablet.

Saying saying_of(const RecordHeader&, const Contest& contest) {
    return {words::contested,
            JsonObject().text("objectType", "StatementRef").text("id", contest.about.text).str(),
            {}};
}
Saying saying_of(const RecordHeader& header, const Idea&) {
    return {
        words::raised, activity(fmt::format("{}idea/{}", words::base, header.id.text), words::idea_type), {}};
}
Saying saying_of(const RecordHeader& header, const Reflection&) {
    const auto id = fmt::format("{}reflection/{}", words::base, header.id.text);
    return {words::commented, activity(id, words::reflection_type), {}};
}
Saying saying_of(const RecordHeader& header, const Kudos& kudos) {
    return {words::liked, agent(header.organisation, kudos.to), {}};
}
template <class Played>
Saying saying_of(const RecordHeader&, const Played& body) {
    return saying_of(body);
}

/// The whole record: header, kind, body.
std::string record_member(const Record& record) {
    const RecordHeader& header = record.header;
    return JsonObject()
        .number("schema", header.schema)
        .text("id", header.id.text)
        .text("organisation", header.organisation.text)
        .text("site", header.site.text)
        .text("team", header.team.text)
        .text("person", header.person.text)
        .text("device", header.device.text)
        .text("incarnation", header.incarnation.text)
        .number("seq", header.seq)
        .number("at", header.at)
        .number("day", header.day)
        .number("monotonic_ms", header.monotonic_ms)
        .text("boot_id", header.boot_id)
        .text("language", header.language)
        .text("text_flag", header.text_flag)
        .text("kind", kind_of(record.body))
        .raw("body", body_to_json(without_words(record.body)))
        .str();
}

/// The activity that the object is a part of, or empty: its encounter or its drill.
std::string parent_of(const RecordBody& body) {
    if (const auto* answered = std::get_if<DrillAnswered>(&body))
        return activity(drill_id(*answered), words::attempt_type);
    if (const auto* reflection = std::get_if<Reflection>(&body); reflection && reflection->encounter)
        return activity(attempt_id(*reflection->encounter), words::attempt_type);
    const EncounterId* encounter = encounter_of(body);
    if (encounter == nullptr || std::holds_alternative<EncounterFinished>(body)) return {};
    return activity(attempt_id(*encounter), words::attempt_type);
}

std::string context_of(const Record& record) {
    JsonObject activities;
    if (const std::string parent = parent_of(record.body); !parent.empty())
        activities.raw("parent", json_array({parent}));
    activities.raw("category", json_array({activity(words::profile, words::profile_type)}));
    JsonObject context;
    if (const EncounterId* encounter = encounter_of(record.body))
        context.text("registration", encounter->text);
    context.raw("contextActivities", activities.str());
    if (!record.header.language.empty()) context.text("language", record.header.language);
    context.raw("extensions", JsonObject().raw(words::record_extension, record_member(record)).str());
    return context.str();
}

Error not_ours(std::string reason) {
    return {Error::Kind::malformed, "statement: " + std::move(reason),
            "Send statements as a Touchstone tablet renders them."};
}

/// Members of the record extension; throws what Boost.JSON throws when one is missing or of another type.
RecordHeader header_from(const json::object& from) {
    const auto text = [&](const char* name) { return std::string(from.at(name).as_string()); };
    RecordHeader header;
    header.schema = json::value_to<int>(from.at("schema"));
    header.id.text = text("id");
    header.organisation.text = text("organisation");
    header.site.text = text("site");
    header.team.text = text("team");
    header.person.text = text("person");
    header.device.text = text("device");
    header.incarnation.text = text("incarnation");
    header.seq = json::value_to<std::int64_t>(from.at("seq"));
    header.at = json::value_to<std::int64_t>(from.at("at"));
    header.day = json::value_to<Day>(from.at("day"));
    header.monotonic_ms = json::value_to<std::int64_t>(from.at("monotonic_ms"));
    header.boot_id = text("boot_id");
    header.language = text("language");
    header.text_flag = text("text_flag");
    return header;
}

const json::object& extension_of(const json::value& statement) {
    return statement.at("context").at("extensions").at(words::record_extension).as_object();
}

Result<Record> unverified_record_of(std::string_view statement) {
    try {
        json::parse_options options;
        options.max_depth = 32;
        const auto parsed = json::parse(json::string_view(statement.data(), statement.size()), {}, options);
        const auto& member = extension_of(parsed);
        RecordHeader header = header_from(member);
        if (header.schema != record_schema)
            return not_ours(fmt::format("record schema {} is not known", header.schema));
        auto body =
            body_from_json(std::string(member.at("kind").as_string()), json::serialize(member.at("body")));
        if (!body) return body.error();
        return Record{std::move(header), *std::move(body)};
    } catch (const std::exception& problem) {  // Boost.JSON's errors end here.
        return not_ours(problem.what());
    }
}

}  // namespace

std::string statement_of(const Record& record) {
    const Saying saying =
        std::visit([&](const auto& body) { return saying_of(record.header, body); }, record.body);
    JsonObject statement;
    statement.text("id", record.header.id.text)
        .raw("actor", agent(record.header.organisation, record.header.person))
        .raw("verb", verb(saying.verb));
    statement.raw("object", saying.object);
    if (!saying.result.empty()) statement.raw("result", saying.result);
    statement.raw("context", context_of(record)).text("timestamp", to_rfc3339(record.header.at));
    return statement.text("version", "1.0.0").str();
}

Result<Record> record_of(std::string_view statement) {
    auto record = unverified_record_of(statement);
    if (!record) return record.error();
    if (statement_of(*record) != statement) return not_ours("its parts do not agree with its record");
    return record;
}

}  // namespace touchstone::sync
