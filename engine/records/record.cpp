// SPDX-License-Identifier: Apache-2.0
#include "engine/records/record.h"

#include "engine/basics/overloaded.h"

namespace touchstone {

const char* kind_of(const RecordBody& body) {
    return std::visit(overloaded{
                          [](const EncounterBegun&) { return "encounter-begun"; },
                          [](const AskMade&) { return "ask-made"; },
                          [](const ChoiceMade&) { return "choice-made"; },
                          [](const EncounterFinished&) { return "encounter-finished"; },
                      },
                      body);
}

const EncounterId& encounter_of(const RecordBody& body) {
    return std::visit([](const auto& known) -> const EncounterId& { return known.encounter; }, body);
}

}  // namespace touchstone
