// SPDX-License-Identifier: Apache-2.0
#include "engine/scoring/score_encounter.h"

#include <algorithm>

#include "engine/basics/overloaded.h"
#include "engine/paths/explore.h"
#include "engine/paths/loss.h"

namespace touchstone {

namespace {

constexpr int met_from = 650;  // tenths of a percent: a level is met from 65

/// Sums of weight x rating, for the evidence that `belongs`.
template <class Belongs>
Value value_where(const std::vector<Evidence>& evidence, Belongs belongs) {
    std::int64_t sum = 0;
    std::int64_t weights = 0;
    for (const Evidence& one : evidence) {
        if (!belongs(one)) continue;
        sum += std::int64_t{one.weight_halves} * one.rating;
        weights += one.weight_halves;
    }
    if (weights == 0) return std::nullopt;
    return thousandths(sum, weights * 4);
}

bool level_met(const Value& value) { return !value || *value >= met_from; }

/// Replays the log; calls `on_choice` and `on_end`. False when the log does not fit the scenario.
struct Replay {
    const Scenario& scenario;
    std::vector<Loss> potential;
    Scoring scoring;

    Result<Done> run(const Encounter& played) {
        Encounter now = begin_again(scenario, played);
        for (const std::string& id : played.log) {
            auto next = advance(now, scenario, event_of(scenario, now, id));
            if (!next) return next.error();
            note(now, *next);
            now = next->encounter;
        }
        if (!now.end) return Error{Error::Kind::refused, "the encounter is still open", "finish it first"};
        return Done{};
    }

    void note(const Encounter& before, const Advance& step) {
        const Moment& moment = scenario.moments[before.moment];
        const Choice* choice = nullptr;
        for (const Happening& happening : step.happenings)
            std::visit(overloaded{
                           [](const Asked&) {},
                           [&](const Chosen& chosen) {
                               choice = &moment.choices[chosen.choice];
                               add_choice(moment, *choice, chosen, before.situation());
                           },
                           [&](const Finished& finished) {
                               scoring.loss +=
                                   loss_at_end(scenario, potential, before.moment, choice, finished.end);
                           },
                       },
                       happening);
    }

    void add_choice(const Moment& moment, const Choice& choice, const Chosen& chosen,
                    const Situation& situation) {
        const Loss loss = choice_loss(moment, choice);
        scoring.choices.push_back(
            {chosen.moment, chosen.choice, loss, chosen.before, chosen.after, situation});
        scoring.loss += loss;
        scoring.critical = scoring.critical || choice.critical();
        const auto evidence = evidence_of(moment, choice);
        scoring.evidence.insert(scoring.evidence.end(), evidence.begin(), evidence.end());
    }
};

int gain_of(const PlayedChoice& played) {
    return played.after.satisfaction - played.before.satisfaction + played.after.trust - played.before.trust;
}

}  // namespace

std::vector<Evidence> evidence_of(const Moment& moment, const Choice& choice) {
    std::vector<Evidence> evidence;
    for (std::size_t i = 0; i < moment.tests.size(); ++i)
        evidence.push_back({moment.tests[i].indicator, moment.tests[i].weight_halves, choice.ratings[i]});
    return evidence;
}

std::vector<MasteryEvidence> mastery_evidence_of(const Standard& standard, const Moment& moment,
                                                 const Choice& choice) {
    std::vector<MasteryEvidence> all;
    for (std::size_t k = 0; k < standard.behaviours.size(); ++k) {
        int most = 0;
        std::int64_t weights = 0, sum = 0, sum_of_all = 0;
        for (std::size_t i = 0; i < moment.tests.size(); ++i) {
            const Test& test = moment.tests[i];
            if (standard.indicators[test.indicator].behaviour != k) continue;
            most = std::max(most, test.weight_halves);
            weights += test.weight_halves;
            sum += std::int64_t{test.weight_halves} * choice.ratings[i];
            for (const Choice& other : moment.choices)
                sum_of_all += std::int64_t{test.weight_halves} * other.ratings[i];
        }
        if (weights == 0) continue;
        const auto choices = static_cast<std::int64_t>(moment.choices.size());
        all.push_back(
            {k, most * 500, thousandths(sum, weights * 4), thousandths(sum_of_all, weights * 4 * choices)});
    }
    return all;
}

Ladder ladder_of(const Standard& standard, const std::vector<Evidence>& evidence) {
    Ladder ladder;
    for (std::size_t l = 0; l < level_count; ++l) {
        const auto of_level = [&](const Evidence& one) {
            return standard.indicators[one.indicator].level == static_cast<int>(l) + 1;
        };
        ladder.measured[l] = ladder.credited[l] = value_where(evidence, of_level);
        ladder.met[l] = level_met(ladder.measured[l]);
        for (const Evidence& one : evidence) {
            if (!of_level(one)) continue;
            ++ladder.tested[l];
            if (one.rating >= 3) ++ladder.shown[l];
        }
    }
    if (ladder.measured[2] && !(ladder.met[0] && ladder.met[1]))
        for (const Value& lower : {ladder.measured[0], ladder.measured[1]})
            if (lower) ladder.credited[2] = std::min(*ladder.credited[2], *lower);
    for (std::size_t l = 0; l < level_count && ladder.met[l]; ++l)
        if (ladder.measured[l]) ladder.reached = static_cast<int>(l) + 1;
    return ladder;
}

Score path_score(Loss loss, Loss worst, bool critical) {
    constexpr Score most_after_critical{400};
    const Score score{worst > 0 ? thousandths(std::max<Loss>(worst - loss, 0), worst) : 1000};
    return critical && score.tenths > most_after_critical.tenths ? most_after_critical : score;
}

Result<Scoring> score_encounter(const Standard& standard, const Scenario& scenario,
                                const Encounter& encounter) {
    Replay replay{scenario, potential_losses(scenario), {}};
    if (auto run = replay.run(encounter); !run) return run.error();
    Scoring& scoring = replay.scoring;
    scoring.worst = scenario.worst;
    if (encounter.fork) {
        const auto most = most_loss_from(scenario, *encounter.fork);
        if (!most) return most.error();
        scoring.worst = *most;
    }
    scoring.score = path_score(scoring.loss, scoring.worst, scoring.critical);
    scoring.ladder = ladder_of(standard, scoring.evidence);
    for (std::size_t k = 0; k < standard.behaviours.size(); ++k)
        scoring.behaviours.push_back(value_where(scoring.evidence, [&](const Evidence& one) {
            return standard.indicators[one.indicator].behaviour == k;
        }));
    for (std::size_t i = 0; i < standard.indicators.size(); ++i)
        scoring.indicators.push_back(
            value_where(scoring.evidence, [&](const Evidence& one) { return one.indicator == i; }));
    for (std::size_t x = 0; x < standard.expectations.size(); ++x)
        scoring.expectations.push_back(value_where(scoring.evidence, [&](const Evidence& one) {
            return standard.indicators[one.indicator].expectation == x;
        }));
    return scoring;
}

std::size_t best_choice(const Moment& moment, NameSet facts) {
    const auto available = available_choices(moment, facts);
    return *std::max_element(available.begin(), available.end(), [&](std::size_t a, std::size_t b) {
        return quality_48(moment, moment.choices[a]) < quality_48(moment, moment.choices[b]);
    });
}

TurningPoints turning_points(const Scoring& scoring) {
    TurningPoints points;
    for (std::size_t i = 0; i < scoring.choices.size(); ++i) {
        const PlayedChoice& played = scoring.choices[i];
        if (played.loss > 0 && (!points.could_turn || played.loss > scoring.choices[*points.could_turn].loss))
            points.could_turn = i;
        if (played.loss == 0 &&
            (!points.helped || gain_of(played) > gain_of(scoring.choices[*points.helped])))
            points.helped = i;
    }
    return points;
}

}  // namespace touchstone
