// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "engine/play/encounter.h"

namespace touchstone {

/// Quality Q(n,o) of a choice in units of 1/48 (0..48): weighted mean of its ratings (DEFINITIONS A5).
int quality_48(const Moment& moment, const Choice& choice);
inline constexpr int quality_of_one = 48;
/// 0.75, from which on an answer is good (learning 3).
inline constexpr int quality_good = 36;
/// l(n,o): best quality of the moment's authored choices minus this one's.
Loss choice_loss(const Moment& moment, const Choice& choice);

/// H(n) per moment: the most that the choices from here on can lose. The graph must be acyclic.
std::vector<Loss> potential_losses(const Scenario& scenario);

/// Loss of an ending of `value` percent: (1 - T)(1.5 + F) with F = `foregone`.
Loss end_loss(int value, Loss foregone);

/// The loss of an end reached from `moment` by `choice`, or by an ask or by leaving when there is none. What
/// was foregone is H of the moment that would have come when patience ran out (the same moment after an ask
/// or when the learner leaves), else the largest H that the moment's choices lead to.
Loss loss_at_end(const Scenario& scenario, const std::vector<Loss>& potential, std::size_t moment,
                 const Choice* choice, const End& end);

}  // namespace touchstone
