// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "server_sync/server/assets.h"
#include "server_sync/server/commands/report.h"
#include "server_sync/server/commands/serving.h"
#include "server_sync/server/demo/cast.h"
#include "server_sync/server/demo/demo_data.h"
#include "server_sync/server/pack_folder.h"
#include "server_sync/server/secrets.h"
#include "server_sync/server/setup.h"

namespace touchstone::sync {
namespace {

/// Plays the past unless the folder holds it already.
Result<Done> ensure_past(Store& store, const std::string& pack_folder, const DemoPlan& plan) {
    const auto known = store.organisations();
    if (!known) return known.error();
    if (!known->empty() && known->front().name == demo_organisation) return Done{};
    if (!known->empty())
        return Error{Error::Kind::refused, "this folder belongs to " + known->front().name,
                     "Give the demonstration a folder of its own: --data-dir DIR."};
    const auto pack = packs::read_pack(reader_of_folder(pack_folder));
    if (!pack) return pack.error();
    const auto library = read_library(pack->logic);
    if (!library) return library.error();
    const auto made = make_demo_data(store, *pack, *library, plan);
    if (!made) return made.error();
    say(fmt::format("{}: {} sites, {} people, {} weeks, {} encounters, {} records from {} tablets",
                    demo_organisation, made->sites.size(), made->people, plan.weeks, made->encounters,
                    made->records, made->devices));
    return Done{};
}

/// A manager for each site, with a new password on every start: nobody needs to keep it.
Result<Done> say_login(Store& store, PasswordHasher& hasher, const SiteRow& site, const CastSite& cast) {
    const std::string password = random_password();
    const auto known = store.find_user(cast.manager_login);
    if (!known) return known.error();
    const NewUser user{cast.manager_login, cast.manager_name, "manager", site};
    const auto set = *known ? change_password(store, hasher, user.login, password)
                            : add_user(store, hasher, user, password);
    if (!set) return set;
    say(fmt::format("Manager:    {}   password: {}   ({})", user.login, password, site.name));
    return Done{};
}

Result<Done> say_logins_and_codes(Store& store, Micros now) {
    const auto organisation = only_organisation(store);
    if (!organisation) return organisation.error();
    const auto hasher = make_argon2_hasher();
    for (const CastSite& cast : demo_cast()) {
        const auto site = site_named(store, organisation->id, cast.name);
        if (!site) return site.error();
        if (auto said = say_login(store, *hasher, *site, cast); !said) return said;
        const auto code = make_code(store, *site, "", now);
        if (!code) return code.error();
        say(fmt::format("Code:       {}   (a tablet of {}; valid once, for 15 minutes)",
                        code_in_groups(*code), site->name));
    }
    return Done{};
}

Result<Done> demo(const DemoFlags& flags) {
    const auto clock = clock_for(flags.serve.today);
    if (!clock) return clock.error();
    auto store = open_data(flags.serve.data_dir, true);
    if (!store) return store.error();
    const std::string share = flags.serve.share.empty() ? default_share_folder() : flags.serve.share;
    const std::string pack = flags.serve.pack.empty() ? share + "/packs/essentials" : flags.serve.pack;
    if (auto made = ensure_past(**store, pack, {flags.weeks, flags.seed, (*clock)()}); !made) return made;
    if (auto said = say_logins_and_codes(**store, (*clock)()); !said) return said;
    flush_words();
    return flags.no_serve ? Result<Done>(Done{}) : serve_store(**store, flags.serve, *clock);
}

}  // namespace

int run_demo(const DemoFlags& flags) {
    const auto done = demo(flags);
    return done ? 0 : report(done.error());
}

}  // namespace touchstone::sync
