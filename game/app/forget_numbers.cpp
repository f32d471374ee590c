// SPDX-License-Identifier: Apache-2.0
#include "game/app/forget_numbers.h"

#include "game/app/places.h"
#include "server_sync/device/pins.h"

namespace touchstone::game {

Result<Done> forget_numbers(const std::string& data_directory, const std::string& name) {
    const auto store = device::open_device_store(log_file(data_directory));
    if (!store) return store.error();
    const auto people = (*store)->people();
    if (!people) return people.error();
    const auto pins = device::make_pins(**store, key_file(data_directory));
    std::string names;
    bool found = false;
    for (const device::DevicePerson& person : *people) {
        names += (names.empty() ? "" : ", ") + person.name;
        if (person.name != name) continue;
        found = true;
        if (auto forgotten = pins->forget(person.id); !forgotten) return forgotten;
        // Asked once more whether there shall be new ones.
        if (auto asked = (*store)->set_setting("pin-later/" + person.id.text, ""); !asked) return asked;
    }
    if (found) return Done{};
    return Error{
        Error::Kind::not_found, "nobody on this tablet is called " + name,
        names.empty() ? "Nobody has signed in here yet; is --data-dir right?" : "Here are: " + names};
}

}  // namespace touchstone::game
