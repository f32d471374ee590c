// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/team_facts.h"

#include <algorithm>

namespace touchstone::sync {
namespace {

Result<Done> read_names(const Store& store, TeamFacts& facts, const OrganisationId& organisation,
                        const SiteId& site) {
    const auto organisations = store.organisations();
    if (!organisations) return organisations.error();
    for (const auto& one : *organisations)
        if (one.id == organisation) facts.organisation = one.name;
    const auto sites = store.sites(organisation);
    if (!sites) return sites.error();
    for (const auto& one : *sites)
        if (one.id == site) facts.site = one;
    if (facts.site.id.empty())
        return Error{Error::Kind::not_found, "this user's site is not known",
                     "Ask the administrator to set your site."};
    return Done{};
}

Result<Done> read_people(const Store& store, TeamFacts& facts) {
    auto people = store.people(facts.site.organisation, facts.site.id);
    if (!people) return people.error();
    facts.people = *std::move(people);
    const auto devices = store.devices(facts.site.organisation);
    if (!devices) return devices.error();
    std::copy_if(devices->begin(), devices->end(), std::back_inserter(facts.devices),
                 [&](const DeviceRow& device) { return device.site == facts.site.id; });
    return Done{};
}

Result<Done> read_sums(const Store& store, TeamFacts& facts, Day today) {
    const auto window = [&](int days) {
        return Window{facts.site.organisation, facts.site.id, today - days + 1, today};
    };
    auto cells = store.cells(window(7 * facts.weeks));
    if (!cells) return cells.error();
    facts.cells = *std::move(cells);
    const struct {
        int days;
        std::vector<PracticeSum>& into;
    } periods[] = {{7 * facts.weeks, facts.practice}, {7, facts.last_week}, {365, facts.last_year}};
    for (const auto& period : periods) {
        auto sums = store.practice(window(period.days));
        if (!sums) return sums.error();
        period.into = *std::move(sums);
    }
    return Done{};
}

}  // namespace

Result<TeamFacts> read_team_facts(const Store& store, const OrganisationId& organisation, const SiteId& site,
                                  int weeks, Micros now) {
    TeamFacts facts;
    facts.weeks = weeks;
    facts.now = now;
    if (auto read = read_names(store, facts, organisation, site); !read) return read.error();
    if (auto read = read_people(store, facts); !read) return read.error();
    const Day today = day_of(now, facts.site.utc_offset_minutes);
    if (auto read = read_sums(store, facts, today); !read) return read.error();
    return facts;
}

}  // namespace touchstone::sync
