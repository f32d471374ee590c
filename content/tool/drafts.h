// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "content/tool/compile.h"

namespace touchstone::content {

/// The pack as its author may see it while writing: the finished scenarios, and with them the drafts in which
/// nothing but words and ratings is to do. The words say `todo: ...` themselves, and an answer that nobody has
/// rated counts as a middling one. Drills whose scenario is missing are left out. `findings` are those of the whole pack. Gives the ids of the drafts.
std::vector<std::string> take_in_drafts(PackSources& sources, const std::vector<Finding>& findings);

}  // namespace touchstone::content
