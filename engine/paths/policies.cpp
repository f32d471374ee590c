// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/policies.h"

#include <algorithm>
#include <cmath>

#include "engine/paths/loss.h"
#include "engine/paths/state_space.h"

namespace touchstone {

namespace {

double share(int quality_in_48ths) { return static_cast<double>(quality_in_48ths) / 48; }

std::vector<double> tilted(const std::vector<double>& qualities, double tilt) {
    std::vector<double> weights;
    double sum = 0;
    for (const double quality : qualities) sum += weights.emplace_back(std::exp(tilt * quality));
    for (double& weight : weights) weight /= sum;
    return weights;
}

double mean(const std::vector<double>& qualities, const std::vector<double>& weights) {
    double sum = 0;
    for (std::size_t i = 0; i < qualities.size(); ++i) sum += qualities[i] * weights[i];
    return sum;
}

/// Histories that stand at the same state. Where RED rules can be broken they are kept apart by what they
/// lost, because the cap of a score is not linear; elsewhere their mean is enough.
struct History {
    Loss lost = 0;  // 0 where a mean is kept
    double probability = 0;
    double loss_mass = 0;  // sum of probability x loss
};
using Histories = std::vector<History>;

void join(Histories& here, const History& come) {
    for (History& known : here)
        if (known.lost == come.lost) {
            known.probability += come.probability;
            known.loss_mass += come.loss_mass;
            return;
        }
    here.push_back(come);
}

class Expecter {
public:
    Expecter(const paths::StateSpace& space, Loss worst, const Mixture& mixture, std::size_t limit)
        : space_(space),
          scenario_(space.scenario()),
          worst_(worst),
          mixture_(mixture),
          limit_(limit),
          potential_(potential_losses(scenario_)),
          at_(space.states()) {
        for (const Moment& moment : scenario_.moments)
            for (const Choice& choice : moment.choices) keeps_apart_ = keeps_apart_ || choice.critical();
        for (const Ending& ending : scenario_.endings) found_.outcomes.emplace_back(ending.outcomes.size());
    }

    /// False beyond the limit of histories.
    bool run() {
        at_[0].push_back({0, 1, 0});
        for (const paths::Room& room : space_.rooms()) {
            walk(room);
            if (histories_ > limit_) return false;
        }
        return true;
    }
    Expectation found() { return std::move(found_); }

private:
    void walk(const paths::Room& room) {
        std::vector<std::size_t> available;
        for (const paths::RoomMove& move : room.moves) available.push_back(move.index);
        const auto shares = mixture_(scenario_.moments[room.moment], available);
        std::size_t state = room.first;
        room.cells.each([&](std::size_t cell) {
            for (std::size_t i = 0; i < room.moves.size(); ++i)
                for (const History& history : at_[state]) take(room, room.moves[i], cell, history, shares[i]);
            for (const History& history : at_[state]) found_.decisions += history.probability;
            Histories().swap(at_[state]);
            ++state;
        });
    }

    void take(const paths::Room& room, const paths::RoomMove& move, std::size_t cell, const History& from,
              double share_of_move) {
        const double probability = from.probability * share_of_move;
        if (probability == 0) return;
        History next{from.lost + (keeps_apart_ ? move.own : 0), probability,
                     from.loss_mass * share_of_move + probability * static_cast<double>(move.own)};
        const std::size_t landing = paths::StateSpace::land(move, cell);
        if (landing != paths::nowhere) {
            Histories& there = at_[space_.state(move.room, landing)];
            const std::size_t before = there.size();
            join(there, next);
            histories_ += there.size() - before;
            return;
        }
        finish(room, move, cell, next);
    }

    void finish(const paths::Room& room, const paths::RoomMove& move, std::size_t cell, const History& last) {
        const Choice& choice = scenario_.moments[room.moment].choices[move.index];
        const End end = space_.end(move, cell);
        const Loss at_end = loss_at_end(scenario_, potential_, room.moment, &choice, end);
        const double lost = last.loss_mass / last.probability + static_cast<double>(at_end);
        double score = 100 * (1 - lost / static_cast<double>(worst_));
        if (room.critical || choice.critical()) score = std::min(score, 40.0);
        found_.score += last.probability * score;
        found_.outcomes[end.ending][end.outcome] += last.probability;
    }

    const paths::StateSpace& space_;
    const Scenario& scenario_;
    Loss worst_;
    const Mixture& mixture_;
    std::size_t limit_;
    std::vector<Loss> potential_;
    std::vector<Histories> at_;
    std::size_t histories_ = 0;
    bool keeps_apart_ = false;
    Expectation found_;
};

}  // namespace

std::vector<double> by_chance(const Moment&, const std::vector<std::size_t>& available) {
    return std::vector<double>(available.size(), 1.0 / static_cast<double>(available.size()));
}

std::vector<double> like_typical_staff(const Moment& moment, const std::vector<std::size_t>& available) {
    std::vector<double> qualities;
    for (const std::size_t i : available) qualities.push_back(share(quality_48(moment, moment.choices[i])));
    const double wanted = moment.difficulty / 100.0;
    double low = -60, high = 60;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (mean(qualities, tilted(qualities, middle)) < wanted ? low : high) = middle;
    }
    return tilted(qualities, (low + high) / 2);
}

Result<Expectation> expect(const Scenario& scenario, Loss worst, const Mixture& mixture,
                           std::size_t state_limit) {
    const Error too_many{Error::Kind::too_large,
                         "scenario `" + scenario.id + "` has too many states to expect anything",
                         "use fewer facts, marks or costs, or split the scenario"};
    const auto space = paths::StateSpace::reach(scenario, {start_of(scenario), false}, state_limit, false);
    if (!space) return too_many;
    Expecter expecter(*space, worst, mixture, state_limit);
    if (!expecter.run()) return too_many;
    return expecter.found();
}

}  // namespace touchstone
