// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

#include "engine/basics/civil.h"

namespace touchstone::sync {

/// What a screen says about the records of this tablet. "Up to date" is only ever said after the server's own
/// word.
struct SyncStatus {
    enum class Kind { saved_on_tablet, syncing, up_to_date, offline, needs_help };
    /// Why somebody has to do something.
    enum class Help {
        none,
        decide_people,  // somebody has to say who a local person is
        revoked,        // the administrator took this tablet off the server
        network_login,  // the network answers in the server's place: it wants a login, or is not the internet
        server_refuses,  // the server understood and said no; `detail` is its reason
        tablet_storage   // the log cannot be read or written; `detail` says why
    };

    Kind kind = Kind::saved_on_tablet;
    Micros at = 0;             // up_to_date: when the server confirmed; offline: since when
    std::int64_t waiting = 0;  // records that the server has not confirmed
    Help help = Help::none;
    std::string detail;
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

}  // namespace touchstone::sync
