// SPDX-License-Identifier: Apache-2.0
#include "engine/records/record.h"

#include <algorithm>
#include <tuple>

#include "engine/basics/overloaded.h"

namespace touchstone {

const char* kind_of(const RecordBody& body) {
    return std::visit(overloaded{
                          [](const EncounterBegun&) { return "encounter-begun"; },
                          [](const AskMade&) { return "ask-made"; },
                          [](const ChoiceMade&) { return "choice-made"; },
                          [](const EncounterFinished&) { return "encounter-finished"; },
                          [](const DrillAnswered&) { return "drill-answered"; },
                          [](const Contest&) { return "contest"; },
                          [](const Idea&) { return "idea"; },
                          [](const Reflection&) { return "reflection"; },
                          [](const Kudos&) { return "kudos"; },
                      },
                      body);
}

const EncounterId* encounter_of(const RecordBody& body) {
    return std::visit(
        overloaded{
            [](const EncounterBegun& known) -> const EncounterId* { return &known.encounter; },
            [](const AskMade& known) -> const EncounterId* { return &known.encounter; },
            [](const ChoiceMade& known) -> const EncounterId* { return &known.encounter; },
            [](const EncounterFinished& known) -> const EncounterId* { return &known.encounter; },
            [](const auto&) -> const EncounterId* { return nullptr; },
        },
        body);
}

RecordBody without_words(RecordBody body) {
    std::visit(overloaded{
                   [](Contest& written) { written.words.reset(); },
                   [](Idea& written) { written.words.reset(); },
                   [](Reflection& written) { written.words.reset(); },
                   [](Kudos& written) { written.words.reset(); },
                   [](auto&) {},
               },
               body);
    return body;
}

std::optional<int> quality_of(const std::vector<RecordedEvidence>& evidence) {
    std::int64_t weight = 0, weighted = 0;
    for (const auto& item : evidence) {
        weight += item.w;
        weighted += std::int64_t{item.w} * item.q4 * 250;
    }
    if (weight <= 0) return std::nullopt;
    return static_cast<int>((2 * weighted + weight) / (2 * weight));
}

std::vector<Record> in_order(std::vector<Record> records) {
    const auto place = [](const Record& record) {
        const RecordHeader& header = record.header;
        return std::tie(header.at, header.device, header.incarnation, header.seq, header.id);
    };
    std::stable_sort(records.begin(), records.end(),
                     [&](const Record& a, const Record& b) { return place(a) < place(b); });
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return records;
}

}  // namespace touchstone
