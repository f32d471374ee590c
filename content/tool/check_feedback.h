// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "content/tool/source.h"

namespace touchstone::content {

/// Feedback names the act, its effect and another way (learning 7.2, criterion 10): not only a verdict
/// ("Wrong answer."), and no word about what the person is ("You are rude.").
void check_feedback(const std::vector<SourceText>& texts, const std::string& language, Findings& findings);

}  // namespace touchstone::content
