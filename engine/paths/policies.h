// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/basics/result.h"
#include "engine/play/encounter.h"

namespace touchstone {

/// Says which of the available choices (the author's indices) a robot takes. Robots ask nothing and never
/// leave.
using Robot = std::function<std::size_t(const Moment&, const std::vector<std::size_t>& available)>;

struct RobotPlay {
    std::vector<std::string> path;
    Loss loss = 0;
    bool critical = false;
    End end;
};
RobotPlay play_robot(const Scenario& scenario, const Robot& robot);

/// With which probability each of the available choices is taken; sums to 1.
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
