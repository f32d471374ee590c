// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/dashboard/team_view.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

/// Reads what the Team page of one site needs, as of `now`.
Result<TeamFacts> read_team_facts(const Store& store, const OrganisationId& organisation, const SiteId& site,
                                  int weeks, Micros now);

}  // namespace touchstone::sync
