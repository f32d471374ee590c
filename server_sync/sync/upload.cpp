// SPDX-License-Identifier: Apache-2.0
#include "server_sync/sync/upload.h"

#include <algorithm>

#include "engine/basics/overloaded.h"
#include "engine/basics/seeded.h"
#include "server_sync/sync/upload_answer.h"

namespace touchstone::sync {
namespace {

constexpr Micros second = 1'000'000;
/// New records wait this long for company.
constexpr Micros gather = 2 * second;

IncarnationState* current_of(UploadState& state) {
    return state.incarnations.empty() ? nullptr : &state.incarnations.back();
}

/// The oldest incarnation of which the server is not known to have everything.
const IncarnationState* first_behind(const UploadState& state) {
    for (const IncarnationState& incarnation : state.incarnations)
        if (incarnation.acknowledged < incarnation.last && !(incarnation.current && state.undecided))
            return &incarnation;
    return nullptr;
}

bool is_due(const UploadState& state, Micros now) {
    return now >= state.wake_at || state.wake_at > now + longest_wait;
}

void send_next(UploadStep& out) {
    UploadState& state = out.state;
    if (!state.enrolled || state.in_flight || state.incarnations.empty()) return;
    const IncarnationState* behind = first_behind(state);
    const IncarnationState& target = behind ? *behind : state.incarnations.back();
    const std::string nonce = seed_to_text(draw(state)) + seed_to_text(draw(state));
    state.in_flight = InFlight{nonce, target.id, target.acknowledged + 1, target.acknowledged, !behind};
    out.effects.push_back(
        SendChunk{target.id, target.acknowledged, state.most_records, nonce, state.epoch, !behind});
}

void take_position(UploadState& state, const Positioned& position, Micros now) {
    const bool newly_enrolled = position.enrolled && !state.enrolled;
    state.enrolled = position.enrolled;
    state.incarnations = position.incarnations;
    state.epoch = position.epoch;
    state.in_flight.reset();
    state.undecided = false;
    if (!newly_enrolled) return;
    state.help = SyncStatus::Help::none;
    state.failures = 0;
    state.wake_at = now;
}

void grow(UploadState& state, const LogGrew& grown, Micros now) {
    if (IncarnationState* current = current_of(state)) current->last = std::max(current->last, grown.last);
    if (state.failures == 0) state.wake_at = std::min(state.wake_at, now + gather);
}

void wait_for_decision(UploadState& state, Micros now) {
    state.in_flight.reset();
    state.undecided = true;
    state.wake_at = now;  // what does not wait for it may go on, at least a heartbeat
}

void wake_now(UploadState& state, Micros now) {
    state.wake_at = now;
    state.undecided = false;
}

}  // namespace

UploadStep step(UploadState before, const UploadEvent& event, Micros now) {
    UploadStep out{std::move(before), {}};
    UploadState& state = out.state;
    std::visit(overloaded{
                   [&](const Woken&) {
                       if (is_due(state, now)) send_next(out);
                   },
                   [&](const Hurried&) { wake_now(state, now); },
                   [&](const PeopleDecided&) {
                       if (state.undecided) wake_now(state, now);
                   },
                   [&](const Positioned& position) { take_position(state, position, now); },
                   [&](const LogGrew& grown) { grow(state, grown, now); },
                   [&](const ChunkSent& sent) {
                       if (!state.in_flight) return;
                       state.in_flight->first = sent.first;
                       state.in_flight->last = sent.last;
                   },
                   [&](const ChunkUndecided&) { wait_for_decision(state, now); },
                   [&](const StorageFailed& failed) {
                       ask_for_help(state, SyncStatus::Help::tablet_storage, failed.detail, now);
                   },
                   [&](const Answered& answer) { take_answer(out, answer, now); },
                   [&](const Unreachable&) { fail(state, now); },
               },
               event);
    return out;
}

std::optional<Micros> next_wake(const UploadState& state) {
    if (!state.enrolled || state.in_flight || state.incarnations.empty()) return std::nullopt;
    return state.wake_at;
}

SyncStatus status_of(const UploadState& state) {
    SyncStatus status;
    for (const IncarnationState& incarnation : state.incarnations)
        status.waiting += incarnation.last - incarnation.acknowledged;
    if (!state.enrolled) return status;
    const bool asks = state.help != SyncStatus::Help::none || state.undecided;
    const bool sending = state.in_flight && !state.in_flight->heartbeat;
    if (asks) {
        status.kind = SyncStatus::Kind::needs_help;
        status.help = state.help != SyncStatus::Help::none ? state.help : SyncStatus::Help::decide_people;
        status.detail = state.help_detail;
    } else if (state.failures > 0) {
        status.kind = SyncStatus::Kind::offline;
        status.at = state.offline_since;
    } else if (sending) {
        status.kind = SyncStatus::Kind::syncing;
    } else if (status.waiting == 0 && state.confirmed_at) {
        status.kind = SyncStatus::Kind::up_to_date;
        status.at = *state.confirmed_at;
    }
    return status;
}

}  // namespace touchstone::sync
