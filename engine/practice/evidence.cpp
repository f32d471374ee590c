// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/evidence.h"

namespace touchstone {

bool is_rapid(std::int64_t visible_ms, std::size_t words) {
    return visible_ms < 600 + 80 * static_cast<std::int64_t>(words);
}

std::vector<RecordedEvidence> recorded_evidence(const Standard& standard, const Moment& moment,
                                                const Choice& choice) {
    std::vector<RecordedEvidence> all;
    for (const Evidence& one : evidence_of(moment, choice))
        all.push_back({standard.indicators[one.indicator].id, one.weight_halves * 500, one.rating});
    return all;
}

std::vector<RecordedMastery> recorded_mastery(const Standard& standard, const Moment& moment,
                                              const Choice& choice, int factor) {
    std::vector<RecordedMastery> all;
    for (const MasteryEvidence& one : mastery_evidence_of(standard, moment, choice))
        all.push_back({standard.behaviours[one.behaviour], one.weight, one.quality, one.floor,
                       one.weight * factor / 1000});
    return all;
}

}  // namespace touchstone
