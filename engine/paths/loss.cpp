// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/loss.h"

#include <algorithm>
#include <optional>

namespace touchstone {

namespace {

Loss potential_of(const Scenario& scenario, std::size_t moment, std::vector<std::optional<Loss>>& known) {
    if (known[moment]) return *known[moment];
    Loss most = 0;
    for (const Choice& choice : scenario.moments[moment].choices) {
        const Loss later =
            choice.next.kind == Target::Kind::moment ? potential_of(scenario, choice.next.index, known) : 0;
        most = std::max(most, choice_loss(scenario.moments[moment], choice) + later);
    }
    known[moment] = most;
    return most;
}

Loss largest_next(const Scenario& scenario, std::size_t moment, const std::vector<Loss>& potential) {
    Loss most = 0;
    for (const Choice& choice : scenario.moments[moment].choices)
        if (choice.next.kind == Target::Kind::moment) most = std::max(most, potential[choice.next.index]);
    return most;
}

}  // namespace

int quality_48(const Moment& moment, const Choice& choice) {
    int sum = 0;
    int weights = 0;
    for (std::size_t i = 0; i < moment.tests.size(); ++i) {
        sum += moment.tests[i].weight_halves * choice.ratings[i];
        weights += moment.tests[i].weight_halves;
    }
    return weights == 0 ? 0 : sum * 12 / weights;  // exact: weights are 2, 3 or 4 halves
}

Loss choice_loss(const Moment& moment, const Choice& choice) {
    int best = 0;
    for (const Choice& other : moment.choices) best = std::max(best, quality_48(moment, other));
    return Loss{best - quality_48(moment, choice)} * (loss_of_one / 48);
}

std::vector<Loss> potential_losses(const Scenario& scenario) {
    std::vector<std::optional<Loss>> known(scenario.moments.size());
    std::vector<Loss> losses;
    for (std::size_t i = 0; i < scenario.moments.size(); ++i)
        losses.push_back(potential_of(scenario, i, known));
    return losses;
}

Loss end_loss(int value, Loss foregone) { return Loss{100 - value} * (loss_of_one * 3 / 2 + foregone) / 100; }

Loss loss_at_end(const Scenario& scenario, const std::vector<Loss>& potential, std::size_t moment,
                 const Choice* choice, const End& end) {
    const int value = scenario.endings[end.ending].outcomes[end.outcome].value;
    if (choice == nullptr) return end_loss(value, potential[moment]);
    if (end.how == End::How::patience_gone)
        return end_loss(value, choice->next.kind == Target::Kind::moment ? potential[choice->next.index] : 0);
    return end_loss(value, largest_next(scenario, moment, potential));
}

}  // namespace touchstone
