// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "engine/basics/result.h"
#include "engine/play/encounter.h"

namespace touchstone {

/// A policy: with which probability each of the available choices (the author's indices) is taken; sums to 1.
/// A robot divides itself among the choices that it likes best.
using Mixture = std::function<std::vector<double>(const Moment&, const std::vector<std::size_t>& available)>;

/// Each available choice alike.
std::vector<double> by_chance(const Moment& moment, const std::vector<std::size_t>& available);
/// Better choices more often, so that the expected quality is the moment's difficulty where that can be
/// (probability ~ exp(b Q), the tilt of a softmax chooser).
std::vector<double> like_typical_staff(const Moment& moment, const std::vector<std::size_t>& available);

/// What somebody who chooses by a mixture, asks nothing and never leaves can expect.
struct Expectation {
    double score = 0;                           // percent, each play capped after a broken RED rule
    std::vector<std::vector<double>> outcomes;  // probability per ending and outcome
    double decisions = 0;                       // expected number
};
/// Exact but for rounding; beyond `state_limit` states (or losses within them) it refuses. `worst` > 0 is the
/// scenario's largest loss.
Result<Expectation> expect(const Scenario& scenario, Loss worst, const Mixture& mixture,
                           std::size_t state_limit = 4'000'000);

}  // namespace touchstone
