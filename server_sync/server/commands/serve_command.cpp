// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/packs/pack.h"
#include "server_sync/server/application.h"
#include "server_sync/server/commands/report.h"
#include "server_sync/server/commands/serving.h"
#include "server_sync/server/http/http_server.h"
#include "server_sync/server/pack_folder.h"
#include "server_sync/server/setup.h"

namespace touchstone::sync {
namespace {

constexpr Micros micros_per_day = 86'400'000'000;

Result<Done> check_address(const ListenOn& on, const ServeFlags& flags) {
    if (is_loopback(on.host) || flags.allow_plain_http || flags.behind_tls) return Done{};
    return Error{
        Error::Kind::refused, on.host + " can be reached from the network, and this server speaks plain HTTP",
        "Put a proxy with TLS in front and give --behind-tls, or, in a closed training network only, "
        "--allow-plain-http-on-this-network."};
}

/// Until an installed pack says that experts confirmed its ratings, they are provisional.
bool is_key_provisional(const std::string& pack_folder) {
    const auto pack = packs::read_pack(reader_of_folder(pack_folder));
    return !pack || pack->key_provisional;
}

std::string shown_host(const std::string& host) {
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

void say_addresses(const ListenOn& on, std::uint16_t port, const ServeFlags& flags) {
    const std::string base = fmt::format("http://{}:{}", shown_host(on.host), port);
    say("Dashboard:  " + base + "/");
    say("Tablets:    " + base + "/sync/v1");
    say("Statements: " + base + "/xapi/statements");
    say("Data:       " + flags.data_dir);
    say("Stop with Ctrl+C.");
    flush_words();
}

}  // namespace

Result<Clock> clock_for(const std::string& today) {
    if (today.empty()) return Clock(system_now);
    Micros wanted = 0;
    if (!from_rfc3339(today + "T00:00:00Z", wanted))
        return Error{Error::Kind::malformed, "--today " + today + ": not a day", "Write it as 2026-11-22."};
    const Day now = day_of(system_now(), 0);
    return shifted_clock((day_of(wanted, 0) - now) * micros_per_day);
}

Result<Done> serve_store(Store& store, const ServeFlags& flags, const Clock& clock) {
    const auto on = read_listen(flags.listen);
    if (!on) return on.error();
    if (auto checked = check_address(*on, flags); !checked) return checked;
    const std::string share = flags.share.empty() ? default_share_folder() : flags.share;
    auto assets = Assets::read(share + "/web");
    if (!assets) return assets.error();
    const std::string pack = flags.pack.empty() ? share + "/packs/essentials" : flags.pack;
    const auto hasher = make_argon2_hasher();
    Application application(store, *hasher, *std::move(assets), clock,
                            {flags.behind_tls, is_key_provisional(pack)});
    auto server =
        HttpServer::listen(*on, {}, [&](const WebRequest& request) { return application.handle(request); });
    if (!server) return server.error();
    say_addresses(*on, (*server)->port(), flags);
    (*server)->run();
    return Done{};
}

int run_serve(const ServeFlags& flags) {
    auto store = open_data(flags.data_dir, false);
    if (!store) return report(store.error());
    const auto clock = clock_for(flags.today);
    if (!clock) return report(clock.error());
    const auto served = serve_store(**store, flags, *clock);
    return served ? 0 : report(served.error());
}

}  // namespace touchstone::sync
