// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "server_sync/server/dashboard/team_view.h"

namespace touchstone::sync {

/// At most three people to talk to today, each for another reason, and only for what practice really shows:
/// somebody to invite back, somebody with a behaviour that starts, somebody whose rhythm deserves a word of
/// praise.
std::vector<TalkItem> talk_list(const std::vector<TeamRow>& rows, const TeamFacts& facts, Day today);

}  // namespace touchstone::sync
