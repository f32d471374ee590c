// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/dashboard/html.h"
#include "server_sync/server/dashboard/team_view.h"

namespace touchstone::sync {

inline constexpr std::array<int, 3> week_choices = {4, 8, 13};

/// What stands in <main>: whom do I talk to today, about what?
Html team_main(const TeamView& view);
/// The table of people and behaviours with its legend.
Html heat_card(const TeamView& view);

}  // namespace touchstone::sync
