// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/attempts.h"

#include <algorithm>

namespace touchstone {

namespace {

/// What is known of an encounter, whichever of its records came first.
struct Known {
    const EncounterBegun* begun = nullptr;
    int choices = 0, difficulty = 0;  // sum of percent
    bool ended = false;
};

std::map<EncounterId, Known> encounters_in(const std::vector<Record>& records) {
    std::map<EncounterId, Known> all;
    for (const Record& record : records) {
        if (const auto* begun = std::get_if<EncounterBegun>(&record.body))
            all[begun->encounter].begun = begun;
        const auto* made = std::get_if<ChoiceMade>(&record.body);
        if (!made) continue;
        ++all[made->encounter].choices;
        all[made->encounter].difficulty += made->difficulty;
    }
    return all;
}

Attempt attempt_of(const Known& known, const EncounterFinished& finished, Day day) {
    Attempt attempt;
    attempt.encounter = finished.encounter;
    attempt.pack = known.begun->pack;
    attempt.scenario = known.begun->scenario;
    attempt.version = known.begun->version;
    attempt.day = day;
    attempt.score = *finished.score;
    if (known.choices > 0) attempt.difficulty = (2 * known.difficulty + known.choices) / (2 * known.choices);
    attempt.retry = known.begun->mode == "retry";
    attempt.left = finished.end == "left";
    return attempt;
}

}  // namespace

std::vector<Attempt> attempts_in(const std::vector<Record>& records) {
    const std::vector<Record> ordered = in_order(records);
    auto encounters = encounters_in(ordered);
    std::vector<Attempt> attempts;
    for (const Record& record : ordered) {
        const auto* finished = std::get_if<EncounterFinished>(&record.body);
        if (!finished || !finished->score || finished->end == "abandoned") continue;
        Known& known = encounters[finished->encounter];
        if (!known.begun || known.ended) continue;
        known.ended = true;
        attempts.push_back(attempt_of(known, *finished, record.header.day));
    }
    return attempts;
}

std::optional<int> score_by(const AttemptScores& scores, AttemptPolicy policy) {
    switch (policy) {
        case AttemptPolicy::first:
            return scores.first;
        case AttemptPolicy::best:
            return scores.best;
        case AttemptPolicy::last:
            break;
    }
    return scores.last;
}

void count_attempt(AttemptScores& scores, const Attempt& attempt) {
    ++(attempt.retry ? scores.retries : scores.attempts);
    if (attempt.retry) return;
    scores.last = attempt.score;
    if (!scores.first) scores.first = attempt.score;
    if (scores.best && *scores.best >= attempt.score) return;
    scores.best = attempt.score;
    scores.best_on = attempt.day;
}

std::map<std::string, AttemptScores> scores_of(const std::vector<Attempt>& attempts) {
    std::map<std::string, AttemptScores> all;
    for (const Attempt& attempt : attempts)
        count_attempt(all[attempt.pack + "/" + attempt.scenario], attempt);
    return all;
}

}  // namespace touchstone
