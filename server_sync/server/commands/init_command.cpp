// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>

#include "server_sync/server/clock.h"
#include "server_sync/server/commands/commands.h"
#include "server_sync/server/commands/report.h"
#include "server_sync/server/secrets.h"
#include "server_sync/server/setup.h"

namespace touchstone::sync {
namespace {

/// Minutes that this machine's local time is ahead of UTC.
int local_offset_minutes() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return static_cast<int>(local.tm_gmtoff / 60);
}

Result<std::vector<CsvPerson>> read_people_file(const std::string& path) {
    if (path.empty()) return std::vector<CsvPerson>();
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{Error::Kind::malformed, path + " cannot be read", "Check the name of the file."};
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto people = read_people_csv(text);
    if (!people)
        return Error{people.error().kind, path + ": " + people.error().detail, people.error().remedy};
    return people;
}

Result<std::vector<SiteRow>> ensure_sites(Store& store, const OrganisationId& organisation,
                                          const InitFlags& flags, Micros now) {
    const int offset = flags.utc_offset_minutes.value_or(local_offset_minutes());
    for (const std::string& name : flags.sites)
        if (auto site = ensure_site(store, organisation, name, offset, now); !site) return site.error();
    return store.sites(organisation);
}

/// The first manager, with a password that is printed this once.
Result<Done> ensure_manager(Store& store, const std::vector<SiteRow>& sites, const InitFlags& flags) {
    if (flags.manager.empty()) return Done{};
    const auto known = store.find_user(flags.manager);
    if (!known) return known.error();
    if (*known) return Done{};
    const auto hasher = make_argon2_hasher();
    const std::string password = random_password();
    const std::string name = flags.manager_name.empty() ? flags.manager : flags.manager_name;
    auto added = add_user(store, *hasher, {flags.manager, name, "manager", sites.front()}, password);
    if (!added) return added;
    say(fmt::format("Manager:    {}   password: {}   ({}; shown only now)", flags.manager, password,
                    sites.front().name));
    return Done{};
}

Result<Done> init(const InitFlags& flags) {
    const Micros now = system_now();
    const auto people = read_people_file(flags.people_file);
    if (!people) return people.error();
    auto store = open_data(flags.data_dir, true);
    if (!store) return store.error();
    const auto organisation = flags.organisation.empty()
                                  ? only_organisation(**store)
                                  : ensure_organisation(**store, flags.organisation, now);
    if (!organisation) return organisation.error();
    if (flags.renew_epoch)
        if (auto renewed = (*store)->set_epoch(random_token(16)); !renewed) return renewed;
    const auto sites = ensure_sites(**store, organisation->id, flags, now);
    if (!sites) return sites.error();
    if (sites->empty())
        return Error{Error::Kind::malformed, "there is no site yet",
                     "Name at least one: --site \"Harbour Street\"."};
    const auto added = ensure_people(**store, *sites, *people, now);
    if (!added) return added.error();
    say(fmt::format("{}: {} site(s), {} new people. Data in {}", organisation->name, sites->size(), *added,
                    flags.data_dir));
    return ensure_manager(**store, *sites, flags);
}

}  // namespace

std::string default_data_dir() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0')
        return std::string(data) + "/touchstone-server";
    const char* home = std::getenv("HOME");
    return std::string(home == nullptr ? "." : home) + "/.local/share/touchstone-server";
}

int run_init(const InitFlags& flags) {
    const auto done = init(flags);
    return done ? 0 : report(done.error());
}

}  // namespace touchstone::sync
