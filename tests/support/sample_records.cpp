// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_records.h"

#include <fmt/format.h>

namespace touchstone::test {

std::string uuid(std::uint64_t number) { return fmt::format("01930000-0000-7000-8000-{:012x}", number); }

namespace {

RecordHeader header_of(const Source& source, std::int64_t seq) {
    RecordHeader header;
    header.id = {fmt::format("01930000-{:04x}-7000-9000-{}", seq, source.incarnation.text.substr(24))};
    header.organisation = source.organisation;
    header.site = source.site;
    header.team = source.team;
    header.person = source.person;
    header.device = source.device;
    header.incarnation = source.incarnation;
    header.seq = seq;
    header.at = Micros{source.day} * 86'400'000'000 + 36'000'000'000 + seq * 1'000'123;
    header.day = source.day;
    header.monotonic_ms = 1000 + seq;
    header.boot_id = "boot-1";
    header.language = "et";
    return header;
}

}  // namespace

Record begun(const Source& source, std::int64_t seq) {
    EncounterBegun body;
    body.encounter = source.encounter;
    body.pack = "essentials";
    body.pack_hash = "9f2c";
    body.scenario = "late-pickup";
    body.logic_hash = "77aa";
    body.seed = "00000000000000ff";
    body.start = {"arrival", {30, 40, 35}, {"son-in-hospital"}, {}, 0, {}};
    return {header_of(source, seq), body};
}

Record asked(const Source& source, std::int64_t seq) {
    AskMade body{source.encounter, 1, "arrival", "ask-why", {"son-in-hospital"}, {30, 45, 30}, 4200};
    return {header_of(source, seq), body};
}

Record chosen(const Source& source, std::int64_t seq, const std::string& behaviour, int e, int q) {
    ChoiceMade body;
    body.encounter = source.encounter;
    body.n = 2;
    body.moment = "arrival";
    body.choice = "own-it";
    body.shown = {"explain", "own-it", "deflect"};
    body.visible_ms = 15'340;
    body.state = {35, 50, 40};
    body.steps = {"listen", "apologise"};
    body.evidence = {{behaviour + ".first", 1000, 3}, {behaviour + ".second", 500, 4}};
    body.mastery = {{behaviour, 1000, q, 450, e}};
    body.difficulty = 65;
    return {header_of(source, seq), body};
}

Record finished(const Source& source, std::int64_t seq) {
    EncounterFinished body;
    body.encounter = source.encounter;
    body.ending = "farewell";
    body.outcome = "delighted";
    body.value = 100;
    body.score = 876;
    body.worst = 5400;
    body.levels = {900, std::nullopt, 750};
    body.met = {"need", "promise"};
    body.state = {80, 75, 40};
    body.recommend = 8;
    body.facts_found = 1;
    body.facts_total = 2;
    body.active_ms = 185'000;
    return {header_of(source, seq), body};
}

Record drilled(const Source& source, std::int64_t seq, const std::string& behaviour, int e, int q) {
    DrillAnswered body;
    body.pack = "essentials";
    body.pack_hash = "9f2c";
    body.drill = "name-the-hour";
    body.variant = "at-the-till";
    body.choice = "by-five";
    body.shown = {"soon", "by-five", "ask-there"};
    body.visible_ms = 9'400;
    body.confidence = 2;
    body.q4 = 3;
    body.rating = 3;
    body.evidence = {{behaviour + ".first", 1000, 3}, {behaviour + ".second", 500, 4}};
    body.mastery = {{behaviour, 1000, q, 450, e}};
    body.difficulty = 65;
    body.due_day = source.day + 4;
    return {header_of(source, seq), body};
}

}  // namespace touchstone::test
