// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "server_sync/server/commands/commands.h"

using namespace touchstone::sync;

namespace {

void add_data_dir(CLI::App& command, std::string& data_dir) {
    data_dir = default_data_dir();
    command.add_option("--data-dir", data_dir, "Folder of the database")->capture_default_str();
}

void add_serve_options(CLI::App& command, ServeFlags& flags) {
    add_data_dir(command, flags.data_dir);
    command.add_option("--listen", flags.listen, "Address and port; port 0 takes any free one")
        ->capture_default_str();
    command.add_option("--share", flags.share, "Folder with web/ and packs/ (beside the program)");
    command.add_option("--pack", flags.pack, "Folder of a compiled pack");
    command.add_option("--today", flags.today, "Make this day today, for demonstrations: 2026-11-22");
    command.add_flag("--allow-plain-http-on-this-network", flags.allow_plain_http,
                     "Serve others without TLS");
    command.add_flag("--behind-tls", flags.behind_tls, "A proxy in front speaks https");
}

void add_init(CLI::App& app, int& exit_code) {
    auto* command =
        app.add_subcommand("init", "Make or extend the organisation: sites, people, the first manager");
    auto flags = std::make_shared<InitFlags>();
    add_data_dir(*command, flags->data_dir);
    command->add_option("--organisation", flags->organisation, "Its name");
    command->add_option("--site", flags->sites, "A site's name; may be given more than once");
    command->add_option("--people", flags->people_file, "CSV file with the columns site,name");
    command->add_option("--manager", flags->manager, "User name of the first manager (of the first site)");
    command->add_option("--manager-name", flags->manager_name, "The manager's name as shown");
    command->add_option("--utc-offset", flags->utc_offset_minutes, "Minutes that the sites are ahead of UTC");
    command->add_flag("--renew-epoch", flags->renew_epoch,
                      "After a backup was put back: tablets send again what it lacks");
    command->callback([flags, &exit_code] { exit_code = run_init(*flags); });
}

void add_serve(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("serve", "Serve tablets and the dashboard");
    auto flags = std::make_shared<ServeFlags>();
    add_serve_options(*command, *flags);
    command->callback([flags, &exit_code] { exit_code = run_serve(*flags); });
}

void add_demo(CLI::App& app, int& exit_code) {
    auto* command =
        app.add_subcommand("demo", "Make a lifelike organisation by playing the pack, then serve it");
    auto flags = std::make_shared<DemoFlags>();
    add_serve_options(*command, flags->serve);
    command->add_option("--weeks", flags->weeks, "How far the past goes back")
        ->check(CLI::Range(1, 52))
        ->capture_default_str();
    command->add_option("--seed", flags->seed, "The same seed gives the same past")->capture_default_str();
    command->add_flag("--no-serve", flags->no_serve, "Only make the data");
    command->callback([flags, &exit_code] { exit_code = run_demo(*flags); });
}

void add_user(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("user", "Users of the dashboard and keys that read statements");
    group->require_subcommand(1);
    const auto add = [&](const char* name, const char* what, int (*run)(const UserFlags&), bool named) {
        auto* command = group->add_subcommand(name, what);
        auto flags = std::make_shared<UserFlags>();
        add_data_dir(*command, flags->data_dir);
        if (named) command->add_option("login", flags->login, "User name")->required();
        command->callback([flags, run, &exit_code] { exit_code = run(*flags); });
        return std::pair(command, flags);
    };
    const auto [added, flags] = add("add", "A new user", run_user_add, true);
    added->add_option("--name", flags->name, "The name as shown");
    added->add_option("--site", flags->site, "The site whose Team page is shown");
    added->add_option("--role", flags->role, "manager or administrator")
        ->check(CLI::IsMember({"manager", "administrator"}));
    added->add_flag("--password-stdin", flags->password_from_input, "Read the password from standard input");
    const auto [changed, change_flags] =
        add("password", "A new password for a user", run_user_password, true);
    changed->add_flag("--password-stdin", change_flags->password_from_input,
                      "Read the password from standard input");
    add("list", "All users", run_user_list, false);
    add("read-key", "A key that reads every statement at /xapi", run_user_read_key, true);
}

void add_enrol(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("enrol", "A one-time code for a tablet, or an end to one");
    auto flags = std::make_shared<EnrolFlags>();
    add_data_dir(*command, flags->data_dir);
    command->add_option("--site", flags->site, "The tablet's site");
    command->add_option("--name", flags->name, "The tablet's name: \"Desk tablet 2\"");
    command->add_option("--revoke", flags->revoke, "Take this device (id or name) out of service");
    command->add_flag("--list", flags->list, "All devices");
    command->callback([flags, &exit_code] { exit_code = run_enrol(*flags); });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Touchstone's server: an organisation's records, tablets and dashboard",
                 "touchstone-server");
    app.set_version_flag("--version", TOUCHSTONE_VERSION);
    app.require_subcommand(1);
    int exit_code = 0;
    add_init(app, exit_code);
    add_serve(app, exit_code);
    add_demo(app, exit_code);
    add_user(app, exit_code);
    add_enrol(app, exit_code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    return exit_code;
}
