// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/demo/demo_data.h"

#include <algorithm>

#include "engine/practice/folds.h"
#include "server_sync/server/demo/play_encounter.h"
#include "server_sync/server/demo/timetable.h"
#include "server_sync/server/secrets.h"
#include "server_sync/server/sync/incoming.h"
#include "server_sync/statements/statement.h"

namespace touchstone::sync {
namespace {

constexpr Micros micros_per_day = 86'400'000'000;

struct Player {
    PersonRow row;
    const CastMember* cast;
    Learner learner;
    std::vector<Record> records;
};
struct Tablet {
    DeviceRow row;
    IncarnationId incarnation;
    std::int64_t seq = 0;
    std::vector<ChunkItem> waiting;
    Day last_day = 0;
};
struct Site {
    SiteRow row;
    std::vector<Player> players;
    std::vector<Tablet> tablets;
};

/// Makes the organisation, then lives through its weeks.
class Demo {
public:
    Demo(Store& store, const packs::Pack& pack, const Library& library, const DemoPlan& plan)
        : store_(store), pack_(pack), library_(library), plan_(plan), random_(plan.seed) {}

    Result<DemoSummary> make() {
        if (auto made = make_organisation(); !made) return made.error();
        for (const CastSite& cast : demo_cast())
            if (auto made = make_site(cast); !made) return made.error();
        const Day today = day_of(plan_.now, 0);
        for (const Sitting& sitting : make_timetable(demo_cast(), plan_.weeks, today, random_.next()))
            if (auto lived = live(sitting); !lived) return lived.error();
        for (Site& site : sites_)
            for (Tablet& tablet : site.tablets)
                if (auto sent = send_last(site, tablet); !sent) return sent.error();
        return summary();
    }

private:
    /// Of today: ids depend on the day and the seed, not on the hour.
    Micros midnight() const { return Micros{day_of(plan_.now, 0)} * micros_per_day; }
    std::string new_id(Micros at) { return uuid_v7(at, random_.next(), random_.next()); }
    Result<Done> make_organisation();
    Result<Done> make_site(const CastSite& cast);
    Result<Done> make_people(const CastSite& cast, Site& site);
    Result<Done> make_tablets(const CastSite& cast, Site& site);
    Result<Done> live(const Sitting& sitting);
    Result<Micros> practise_once(Site& site, Player& player, Tablet& tablet, Micros at);
    void keep(Site& site, Player& player, Tablet& tablet, Micros at, RecordBody body);
    Result<Done> send(const Site& site, Tablet& tablet, Micros at);
    bool is_silent(const Site& site, const Tablet& tablet) const;
    Result<Done> send_last(const Site& site, Tablet& tablet);
    Result<DemoSummary> summary() const;

    Store& store_;
    const packs::Pack& pack_;
    const Library& library_;
    DemoPlan plan_;
    SplitMix64 random_;
    OrganisationRow organisation_;
    std::vector<Site> sites_;
    int encounters_ = 0;
};

Result<Done> Demo::make_organisation() {
    organisation_ = {{new_id(midnight())}, demo_organisation};
    if (auto set = store_.set_epoch(random_token(16)); !set) return set;
    return store_.add_organisation(organisation_);
}

Result<Done> Demo::make_site(const CastSite& cast) {
    Site site{{organisation_.id, {new_id(midnight())}, cast.name, cast.utc_offset_minutes}, {}, {}};
    if (auto added = store_.add_site(site.row); !added) return added;
    if (auto made = make_people(cast, site); !made) return made;
    if (auto made = make_tablets(cast, site); !made) return made;
    sites_.push_back(std::move(site));
    return Done{};
}

Result<Done> Demo::make_people(const CastSite& cast, Site& site) {
    const Day today = day_of(plan_.now, 0);
    for (const CastMember& member : cast.people) {
        PersonRow row{organisation_.id, {new_id(midnight())}, member.name,
                      site.row.id,      {site.row.id.text},   joined_on(member.habit, plan_.weeks, today)};
        if (auto put = store_.put_person(row); !put) return put;
        site.players.push_back({std::move(row), &member, Learner(member.talent, random_.next()), {}});
    }
    return Done{};
}

/// Enrolled like any tablet: by a code that is used once.
Result<Done> Demo::make_tablets(const CastSite& cast, Site& site) {
    const Micros at = midnight() - Micros{7} * (plan_.weeks + 1) * micros_per_day;
    for (const char* name : cast.tablets) {
        const std::string code_hash = hash_of_secret(new_id(at));
        auto added = store_.add_code({organisation_.id, code_hash, site.row.id, name, at + 1});
        if (!added) return added;
        auto device = store_.enrol(
            code_hash, {{}, {new_id(at)}, {}, name, hash_of_secret(random_token(32)), at, {}, {}});
        if (!device) return device.error();
        site.tablets.push_back({*device, {new_id(at)}, 0, {}, 0});
    }
    return Done{};
}

Result<Done> Demo::live(const Sitting& sitting) {
    Site& site = sites_[sitting.site];
    Tablet& tablet = site.tablets[sitting.tablet];
    const Day day = day_of(sitting.at, site.row.utc_offset_minutes);
    if (day != tablet.last_day && !tablet.waiting.empty() && !is_silent(site, tablet)) {
        const Micros evening = (Micros{tablet.last_day} * 24 + 19) * 3600 * 1'000'000;
        if (auto sent = send(site, tablet, std::min(evening, plan_.now)); !sent) return sent;
    }
    tablet.last_day = day;
    Micros at = sitting.at;
    for (int i = 0; i < sitting.encounters; ++i) {
        const auto ended = practise_once(site, site.players[sitting.person], tablet, at);
        if (!ended) return ended.error();
        at = *ended + 30'000'000;
    }
    return Done{};
}

Result<Micros> Demo::practise_once(Site& site, Player& player, Tablet& tablet, Micros at) {
    const Day today = day_of(at, site.row.utc_offset_minutes);
    const PersonFold fold = fold_person(player.records);
    const auto next = suggest(fold, library_.scenarios, player.row.id, today);
    const Scenario& scenario = library_.scenarios[next.scenario];
    auto played = play_encounter(pack_, library_, scenario, {new_id(at)},
                                 history_of(fold, scenario.id, today), player.learner, at);
    if (!played) return played.error();
    for (auto& [when, body] : played->records) keep(site, player, tablet, when, std::move(body));
    ++encounters_;
    return played->ended_at;
}

void Demo::keep(Site& site, Player& player, Tablet& tablet, Micros at, RecordBody body) {
    RecordHeader header;
    header.id = {new_id(at)};
    header.organisation = organisation_.id;
    header.site = site.row.id;
    header.team = player.row.team;
    header.person = player.row.id;
    header.device = tablet.row.id;
    header.incarnation = tablet.incarnation;
    header.seq = ++tablet.seq;
    header.at = at;
    header.day = day_of(at, site.row.utc_offset_minutes);
    header.monotonic_ms = at / 1000 % 864'000'000;
    header.boot_id = "demo";
    header.language = player.cast->language;
    player.records.push_back({std::move(header), std::move(body)});
    tablet.waiting.push_back({tablet.seq, statement_of(player.records.back())});
}

Result<Done> Demo::send(const Site& site, Tablet& tablet, Micros at) {
    const Day today = day_of(at, site.row.utc_offset_minutes);
    for (std::size_t first = 0; first < tablet.waiting.size(); first += chunk_records) {
        const auto from = tablet.waiting.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = tablet.waiting.begin() +
                        static_cast<std::ptrdiff_t>(std::min(first + chunk_records, tablet.waiting.size()));
        const Chunk chunk{tablet.row.id, tablet.incarnation, {}, "demo", {from, to}};
        const auto outcome = store_.ingest(incoming_chunk(chunk, tablet.row, at, today));
        if (!outcome) return outcome.error();
        for (const IngestVerdict& verdict : outcome->verdicts)
            if (verdict.kind != IngestVerdict::Kind::stored)
                return Error{Error::Kind::conflict,
                             "a record of the demonstration was not stored: " + verdict.reason,
                             {}};
    }
    tablet.waiting.clear();
    return Done{};
}

/// The last tablet of each site has met no network for three days: what was practised on it is still on it.
bool Demo::is_silent(const Site& site, const Tablet& tablet) const {
    return &tablet == &site.tablets.back() && tablet.last_day > day_of(plan_.now, 0) - 4;
}

/// The others report now.
Result<Done> Demo::send_last(const Site& site, Tablet& tablet) {
    if (&tablet == &site.tablets.back()) return Done{};
    if (auto sent = send(site, tablet, plan_.now); !sent) return sent;
    const auto heard = store_.ingest({organisation_.id, tablet.row.id, tablet.incarnation, plan_.now, 0, {}});
    if (!heard) return heard.error();
    return Done{};
}

Result<DemoSummary> Demo::summary() const {
    DemoSummary summary;
    for (const Site& site : sites_) {
        summary.sites.push_back(site.row);
        summary.people += static_cast<int>(site.players.size());
        summary.devices += static_cast<int>(site.tablets.size());
    }
    summary.encounters = encounters_;
    const auto records = store_.count_statements(organisation_.id);
    if (!records) return records.error();
    summary.records = *records;
    return summary;
}

}  // namespace

Result<DemoSummary> make_demo_data(Store& store, const packs::Pack& pack, const Library& library,
                                   const DemoPlan& plan) {
    if (library.scenarios.empty())
        return Error{Error::Kind::not_found, "the pack has no scenario",
                     "Choose a pack with scenarios: --pack DIR."};
    return Demo(store, pack, library, plan).make();
}

}  // namespace touchstone::sync
