// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "content/tool/source.h"
#include "engine/paths/policies.h"

namespace touchstone::content {

/// Somebody who does not think: always the longest choice, the author's first, the politest words, what
/// compensates, what hands over to others. Each must fail (learning 1.5).
struct Robot {
    std::string name;
    Mixture takes;  // where nothing fits, each choice alike
    /// The word in a choice that it goes by; "" where no word decides.
    std::function<std::string(const Moment&, const Choice&)> because;
};

/// Robots that read the choices' words in the source language (their lists of words are English).
std::vector<Robot> robots(const SourceScenario& source);

}  // namespace touchstone::content
