// SPDX-License-Identifier: Apache-2.0
#include "server_sync/client/sync_client.h"

#include <algorithm>

#include "engine/basics/seeded.h"
#include "server_sync/client/server_calls.h"

namespace touchstone::sync {
namespace {

constexpr Micros second = 1'000'000;
constexpr Micros roster_wait = 900 * second;
constexpr Micros roster_retry = 60 * second;

constexpr const char* too_large_reason = "larger than any chunk may be";

/// "1234 5678-9012" -> "123456789012"
std::string digits_of(const std::string& code) {
    std::string out;
    std::copy_if(code.begin(), code.end(), std::back_inserter(out),
                 [](char letter) { return letter != ' ' && letter != '-'; });
    return out;
}

}  // namespace

SyncClient::SyncClient(device::DeviceStore& store, HttpClient& http, std::uint64_t seed)
    : store_(store), http_(http) {
    upload_.seed = seed;
}

Result<Done> SyncClient::start(Micros now) {
    roster_at_ = now;
    return position(now);
}

Result<Done> SyncClient::position(Micros now) {
    auto enrolled = store_.enrolment();
    if (!enrolled) return enrolled.error();
    auto incarnations = store_.incarnations();
    if (!incarnations) return incarnations.error();
    auto epoch = store_.epoch();
    if (!epoch) return epoch.error();
    server_ = std::move(*enrolled);
    if (!incarnations->empty()) known_last_ = incarnations->back().last;
    tell(Positioned{server_.has_value(), std::move(*incarnations), std::move(*epoch)}, now);
    return Done{};
}

void SyncClient::tick(Micros now) {
    while (const auto answer = http_.poll()) take(*answer, now);
    const auto last = store_.last_seq();
    if (last && *last != known_last_) {
        known_last_ = *last;
        tell(LogGrew{known_last_}, now);
    }
    tell(Woken{}, now);
    const bool jumped_back = roster_at_ > now + longest_wait;
    if (now >= roster_at_ || jumped_back) ask_for_roster(now);
}

void SyncClient::sync_now(Micros now) {
    roster_at_ = now;
    tell(Hurried{}, now);
    tick(now);
}

std::optional<Micros> SyncClient::next_wake() const {
    if (!server_) return std::nullopt;
    const auto upload = sync::next_wake(upload_);
    if (roster_request_) return upload;
    return upload ? std::min(*upload, roster_at_) : roster_at_;
}

SyncStatus SyncClient::status() const { return status_of(upload_); }

void SyncClient::enrol(const std::string& server_url, const std::string& code,
                       const std::string& device_name) {
    if (enrolment_request_) return;
    const auto address = server_address(server_url);
    const auto incarnations = store_.incarnations();
    if (!address || !incarnations) {
        enrolment_ = {EnrolmentProgress::Stage::failed, address ? incarnations.error() : address.error()};
        return;
    }
    asked_server_ = *address;
    enrolment_.stage = EnrolmentProgress::Stage::asking;
    const EnrolRequest request{digits_of(code), device_name, incarnations->back().id};
    enrolment_request_ = http_.send(enrol_call(asked_server_, request));
}

Result<Done> SyncClient::decide(const PersonId& local, const std::optional<PersonId>& linked_to, Micros now) {
    auto decided = store_.decide(local, linked_to);
    if (decided) tell(PeopleDecided{}, now);
    return decided;
}

void SyncClient::take(const HttpAnswer& answer, Micros now) {
    if (answer.id == enrolment_request_) return take_enrolment(answer, now);
    if (answer.id == roster_request_) return take_roster(answer, now);
    if (answer.id != chunk_request_) return;  // of a question that nobody asks any more
    chunk_request_.reset();
    if (answer.status == 0) return tell(Unreachable{answer.failure}, now);
    tell(Answered{answer.status, answer.content_type, answer.body, answer.retry_after_s}, now);
}

void SyncClient::take_enrolment(const HttpAnswer& answer, Micros now) {
    enrolment_request_.reset();
    const auto failed = [&](const Error& error) { enrolment_ = {EnrolmentProgress::Stage::failed, error}; };
    if (!is_success(answer)) return failed(error_of(answer));
    const auto read = enrol_answer_from_json(answer.body);
    if (!read) return failed(read.error());
    if (auto saved = store_.save_enrolment({asked_server_, *read}); !saved) return failed(saved.error());
    chunk_request_.reset();
    const std::uint64_t seed = SplitMix64(upload_.seed).next();
    upload_ = UploadState{};
    upload_.seed = seed;
    if (auto positioned = position(now); !positioned) return failed(positioned.error());
    enrolment_.stage = EnrolmentProgress::Stage::done;
    roster_at_ = now;
}

void SyncClient::ask_for_roster(Micros now) {
    if (!server_ || roster_request_) return;
    roster_request_ = http_.send(roster_call(*server_));
    roster_at_ = now + roster_wait;
}

void SyncClient::take_roster(const HttpAnswer& answer, Micros now) {
    roster_request_.reset();
    roster_at_ = now + roster_retry;
    if (!is_success(answer)) return;  // the upload says what is wrong with the network
    const auto roster = roster_from_json(answer.body);
    if (!roster) return;
    if (auto saved = store_.save_roster(*roster); !saved)
        return tell(StorageFailed{saved.error().detail}, now);
    has_roster_ = true;
    tell(PeopleDecided{}, now);
    roster_at_ = now + roster_wait;
}

void SyncClient::tell(const UploadEvent& event, Micros now) {
    UploadStep next = step(std::move(upload_), event, now);
    upload_ = std::move(next.state);
    for (const UploadEffect& effect : next.effects) {
        const auto done = std::visit([&](const auto& known) { return carry_out(known, now); }, effect);
        if (!done) return tell(StorageFailed{done.error().detail}, now);
    }
}

Result<Done> SyncClient::carry_out(const NoteAcknowledged& effect, Micros) {
    return store_.note_acknowledged(effect.incarnation, effect.mark, effect.epoch);
}

Result<Done> SyncClient::carry_out(const BeginIncarnation&, Micros now) {
    if (auto begun = store_.begin_incarnation(); !begun) return begun;
    return position(now);
}

Result<Done> SyncClient::carry_out(const SetAside& effect, Micros) {
    const auto queued = store_.queue(effect.incarnation, effect.seq - 1, 1);
    if (!queued) return queued.error();
    if (queued->empty()) return Done{};
    return store_.set_aside(queued->front().record.header.id, effect.reason);
}

Result<Outgoing> SyncClient::compose(const SendChunk& effect) {
    if (effect.heartbeat) return Outgoing{};
    const auto people = store_.people();
    if (!people) return people.error();
    const std::int64_t vouching = std::max<std::int64_t>(0, effect.after - 1);
    auto queued = store_.queue(effect.incarnation, vouching, effect.most_records);
    if (!queued) return queued.error();
    Sender sender = sender_of(*server_, *people);
    sender.incarnation = effect.incarnation;
    Outgoing out = outgoing(*queued, sender, chunk_bytes);
    const bool only_vouches = out.items.size() == 1 && out.items.back().seq <= effect.after && !out.undecided;
    if (only_vouches && queued->size() > 1) {  // it leaves no room for the next one
        queued->erase(queued->begin());
        out = outgoing(*queued, sender, chunk_bytes);
    }
    if (!out.too_large) return out;
    if (auto aside = store_.set_aside(*out.too_large, too_large_reason); !aside) return aside.error();
    return compose(effect);
}

Result<Done> SyncClient::carry_out(const SendChunk& effect, Micros now) {
    const auto chunk = compose(effect);
    if (!chunk) return chunk.error();
    const bool nothing_new = chunk->items.empty() || chunk->items.back().seq <= effect.after;
    if (nothing_new && chunk->undecided) {
        tell(ChunkUndecided{}, now);
        return Done{};
    }
    if (auto posted = post_chunk(effect, *chunk); !posted) return posted;
    const ChunkSent sent = chunk->items.empty()
                               ? ChunkSent{effect.after + 1, effect.after}
                               : ChunkSent{chunk->items.front().seq, chunk->items.back().seq};
    tell(sent, now);
    return Done{};
}

Result<Done> SyncClient::post_chunk(const SendChunk& effect, const Outgoing& chunk) {
    const Chunk message{server_->answer.device, effect.incarnation, effect.epoch, effect.nonce, chunk.items};
    auto request = records_call(*server_, message);
    if (!request) return request.error();
    chunk_request_ = http_.send(std::move(*request));
    return Done{};
}

}  // namespace touchstone::sync
