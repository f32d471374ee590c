// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace touchstone {

/// Names one thing of one kind. Ids of different kinds do not mix: that is a compile error.
template <class Kind>
struct Id {
    std::string text;

    bool empty() const { return text.empty(); }
    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.text < b.text; }
};

using OrganisationId = Id<struct OrganisationKind>;
using SiteId = Id<struct SiteKind>;
using TeamId = Id<struct TeamKind>;
using PersonId = Id<struct PersonKind>;
using DeviceId = Id<struct DeviceKind>;
/// One life of a device's log: a clone or a restored copy gets a new one.
using IncarnationId = Id<struct IncarnationKind>;
using RecordId = Id<struct RecordKind>;
using EncounterId = Id<struct EncounterKind>;

/// Whether `text` may name a pack, scenario, moment, choice, fact or mark:
/// `[a-z][a-z0-9]*(-[a-z0-9]+)*`, 2 to 40 characters (DEFINITIONS A12).
bool is_valid_name(std::string_view text);

}  // namespace touchstone
