// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/packs/pack.h"
#include "engine/scenario/library.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

struct DemoPlan {
    int weeks = 8;
    std::uint64_t seed = 7;
    Micros now = 0;
};
struct DemoSummary {
    std::vector<SiteRow> sites;
    int people = 0, devices = 0, encounters = 0;
    std::int64_t records = 0;
};

/// Fills a store with an organisation of two sites and thirty people who practised with `pack`. Everything is
/// played through engine/practice and comes in as statements of tablets; the same plan and pack give the same
/// records.
Result<DemoSummary> make_demo_data(Store& store, const packs::Pack& pack, const Library& library,
                                   const DemoPlan& plan);

}  // namespace touchstone::sync
