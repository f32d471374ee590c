// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "server_sync/server/clock.h"
#include "server_sync/server/commands/commands.h"
#include "server_sync/server/commands/report.h"
#include "server_sync/server/setup.h"

namespace touchstone::sync {
namespace {

Result<Done> list_devices(const Store& store, const OrganisationId& organisation) {
    const auto devices = store.devices(organisation);
    if (!devices) return devices.error();
    for (const DeviceRow& device : *devices)
        say(fmt::format("{}  {:20} {}", device.id.text, device.name,
                        device.revoked_at ? "revoked " + to_rfc3339(*device.revoked_at)
                        : device.seen_at  ? "last heard " + to_rfc3339(*device.seen_at)
                                          : "enrolled " + to_rfc3339(device.enrolled_at)));
    return Done{};
}

Result<Done> revoke(Store& store, const OrganisationId& organisation, const std::string& name) {
    const auto device = device_named(store, organisation, name);
    if (!device) return device.error();
    if (auto revoked = store.revoke_device(organisation, device->id, system_now()); !revoked) return revoked;
    say(fmt::format("{} ({}) may not send any more. Its records stay.", device->name, device->id.text));
    return Done{};
}

Result<Done> enrol(const EnrolFlags& flags) {
    auto store = open_data(flags.data_dir, false);
    if (!store) return store.error();
    const auto organisation = only_organisation(**store);
    if (!organisation) return organisation.error();
    if (flags.list) return list_devices(**store, organisation->id);
    if (!flags.revoke.empty()) return revoke(**store, organisation->id, flags.revoke);
    const auto site = site_named(**store, organisation->id, flags.site);
    if (!site) return site.error();
    const auto code = make_code(**store, *site, flags.name, system_now());
    if (!code) return code.error();
    say(fmt::format("Code:       {}   ({}; valid once, for 15 minutes)", code_in_groups(*code), site->name));
    return Done{};
}

}  // namespace

int run_enrol(const EnrolFlags& flags) {
    const auto done = enrol(flags);
    return done ? 0 : report(done.error());
}

}  // namespace touchstone::sync
