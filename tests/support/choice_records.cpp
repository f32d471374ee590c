// SPDX-License-Identifier: Apache-2.0
#include "tests/support/choice_records.h"

#include <fmt/format.h>

namespace touchstone::test {
namespace {

ChoiceMade sample_choice(std::uint64_t number) {
    ChoiceMade choice;
    choice.encounter = {writer_uuid(99, number / 7)};
    choice.n = static_cast<std::int64_t>(number % 7 + 1);
    choice.moment = "arrival";
    choice.choice = "own-it";
    choice.shown = {"own-it", "blame-system", "offer-call"};
    choice.visible_ms = 4200;
    choice.state = {45, 55, 40};
    choice.steps = {"listen", "apologise"};
    choice.evidence = {{"people.personal-interest", 1000, 4}};
    choice.mastery = {{"people", 1000, 1000, 550, 1000}};
    choice.difficulty = 65;
    return choice;
}

}  // namespace

std::string writer_uuid(std::uint64_t writer, std::uint64_t number) {
    return fmt::format("01938a00-{:04x}-7000-8000-{:012x}", writer & 0xffff, number);
}

Record choice_record(std::uint64_t writer, std::uint64_t number, const PersonId& person) {
    Record record;
    record.header.id = {writer_uuid(writer, number)};
    record.header.person = person;
    record.header.at = 1'795'000'000'000'000 + static_cast<Micros>(number) * 1'000'000;
    record.header.day = 20'775;
    record.header.monotonic_ms = static_cast<std::int64_t>(number) * 1000;
    record.header.boot_id = "boot";
    record.header.language = "pl";
    record.body = sample_choice(number);
    return record;
}

}  // namespace touchstone::test
