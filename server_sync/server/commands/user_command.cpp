// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "server_sync/server/commands/commands.h"
#include "server_sync/server/commands/report.h"
#include "server_sync/server/secrets.h"
#include "server_sync/server/setup.h"

namespace touchstone::sync {
namespace {

/// From standard input, so that it stands in no list of processes; else a random one.
std::string password_for(const UserFlags& flags) {
    if (!flags.password_from_input) return random_password();
    std::string line;
    std::getline(std::cin, line);
    return line;
}

void say_password(const UserFlags& flags, const std::string& password) {
    if (flags.password_from_input) return say(fmt::format("{}: password set", flags.login));
    say(fmt::format("{}   password: {}   (shown only now)", flags.login, password));
}

Result<Done> user_add(const UserFlags& flags) {
    auto store = open_data(flags.data_dir, false);
    if (!store) return store.error();
    const auto organisation = only_organisation(**store);
    if (!organisation) return organisation.error();
    const auto site = site_named(**store, organisation->id, flags.site);
    if (!site) return site.error();
    const auto hasher = make_argon2_hasher();
    const std::string password = password_for(flags);
    const std::string name = flags.name.empty() ? flags.login : flags.name;
    if (auto added = add_user(**store, *hasher, {flags.login, name, flags.role, *site}, password); !added)
        return added;
    say_password(flags, password);
    return Done{};
}

Result<Done> user_password(const UserFlags& flags) {
    auto store = open_data(flags.data_dir, false);
    if (!store) return store.error();
    const auto hasher = make_argon2_hasher();
    const std::string password = password_for(flags);
    if (auto changed = change_password(**store, *hasher, flags.login, password); !changed) return changed;
    say_password(flags, password);
    return Done{};
}

Result<Done> user_list(const UserFlags& flags) {
    auto store = open_data(flags.data_dir, false);
    if (!store) return store.error();
    const auto organisation = only_organisation(**store);
    if (!organisation) return organisation.error();
    const auto users = (*store)->users(organisation->id);
    if (!users) return users.error();
    for (const UserRow& user : *users) say(fmt::format("{:24} {:14} {}", user.login, user.role, user.name));
    return Done{};
}

Result<Done> user_read_key(const UserFlags& flags) {
    auto store = open_data(flags.data_dir, false);
    if (!store) return store.error();
    const auto organisation = only_organisation(**store);
    if (!organisation) return organisation.error();
    const std::string secret = random_token(24);
    auto added = (*store)->add_read_key({organisation->id, flags.login, hash_of_secret(secret)});
    if (!added) return added;
    say(fmt::format("Read key:   {}   secret: {}   (shown only now; it reads every statement)", flags.login,
                    secret));
    return Done{};
}

int exit_code(const Result<Done>& done) { return done ? 0 : report(done.error()); }

}  // namespace

int run_user_add(const UserFlags& flags) { return exit_code(user_add(flags)); }
int run_user_password(const UserFlags& flags) { return exit_code(user_password(flags)); }
int run_user_list(const UserFlags& flags) { return exit_code(user_list(flags)); }
int run_user_read_key(const UserFlags& flags) { return exit_code(user_read_key(flags)); }

}  // namespace touchstone::sync
