// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "engine/scenario/scenario.h"

namespace touchstone {

/// Quality Q(n,o) of a choice in units of 1/48 (0..48): weighted mean of its ratings (DEFINITIONS A5).
int quality_48(const Moment& moment, const Choice& choice);
/// l(n,o): best quality of the moment's authored choices minus this one's.
Loss choice_loss(const Moment& moment, const Choice& choice);

/// H(n) per moment: the most that the choices from here on can lose. The graph must be acyclic.
std::vector<Loss> potential_losses(const Scenario& scenario);

/// Loss of an ending of `value` percent: (1 - T)(1.5 + F) with F = `foregone`.
Loss end_loss(int value, Loss foregone);

/// F for an ending that a choice of `moment` leads to: largest H over the choices that lead to a moment, else 0.
Loss foregone_at(const Scenario& scenario, std::size_t moment, const std::vector<Loss>& potential);

}  // namespace touchstone
