// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The subcommands of touchstone-server. Each prints what it did and returns the exit code: 0 done, 1 refused
/// or not found, 2 usage, input or output.
namespace touchstone::sync {

struct InitFlags {
    std::string data_dir, organisation, people_file, manager, manager_name;
    std::vector<std::string> sites;
    bool renew_epoch = false;               // after a backup was put back
    std::optional<int> utc_offset_minutes;  // of the sites; the machine's own when not given
};
int run_init(const InitFlags& flags);

struct ServeFlags {
    std::string data_dir, listen = "127.0.0.1:8480", share, pack, today;
    bool allow_plain_http = false;  // on an address that others can reach
    bool behind_tls = false;        // a proxy in front speaks https
};
int run_serve(const ServeFlags& flags);

struct DemoFlags {
    ServeFlags serve;
    int weeks = 8;
    std::uint64_t seed = 7;
    bool no_serve = false;
};
int run_demo(const DemoFlags& flags);

struct UserFlags {
    std::string data_dir, login, name, role = "manager", site;
    bool password_from_input = false;
};
int run_user_add(const UserFlags& flags);
int run_user_password(const UserFlags& flags);
int run_user_list(const UserFlags& flags);
int run_user_read_key(const UserFlags& flags);

struct EnrolFlags {
    std::string data_dir, site, name, revoke;
    bool list = false;
};
int run_enrol(const EnrolFlags& flags);

/// $XDG_DATA_HOME/touchstone-server, or its usual place.
std::string default_data_dir();

}  // namespace touchstone::sync
