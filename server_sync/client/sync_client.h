// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "engine/basics/result.h"
#include "server_sync/client/http_client.h"
#include "server_sync/device/device_store.h"
#include "server_sync/sync/sync_status.h"
#include "server_sync/sync/upload.h"

namespace touchstone::sync {

/// How far an enrolment is.
struct EnrolmentProgress {
    enum class Stage { none, asking, done, failed };
    Stage stage = Stage::none;
    Error error{Error::Kind::unavailable, ""};  // of `failed`
};

/// Keeps the tablet and its server in step, on the thread that owns the log, without ever waiting. Call
/// `tick` when HttpClient wakes you, when `next_wake` has come, and after records were appended.
class SyncClient {
public:
    /// Both must outlive the client. `seed` is fresh randomness of this start.
    SyncClient(device::DeviceStore& store, HttpClient& http, std::uint64_t seed);

    /// Reads where the log stands. Call it once.
    Result<Done> start(Micros now);
    /// Takes answers, and composes at most one chunk.
    void tick(Micros now);
    /// Does not wait for the next slot.
    void sync_now(Micros now);
    std::optional<Micros> next_wake() const;
    SyncStatus status() const;

    /// Asks the server to take this tablet; `code` is the administrator's. Spaces and dashes in it do not
    /// count. Watch `enrolment`.
    void enrol(const std::string& server_url, const std::string& code, const std::string& device_name);
    const EnrolmentProgress& enrolment() const { return enrolment_; }

    /// Whether the people of the site were fetched since the start; they are in DeviceStore::people.
    bool has_roster() const { return has_roster_; }
    /// Says who a local person is: someone of the roster, or nobody (stays local, is never sent).
    Result<Done> decide(const PersonId& local, const std::optional<PersonId>& linked_to, Micros now);

private:
    void take(const HttpAnswer& answer, Micros now);
    void take_enrolment(const HttpAnswer& answer, Micros now);
    void take_roster(const HttpAnswer& answer, Micros now);
    void ask_for_roster(Micros now);
    void tell(const UploadEvent& event, Micros now);
    Result<Done> carry_out(const SendChunk& effect, Micros now);
    Result<Done> carry_out(const NoteAcknowledged& effect, Micros now);
    Result<Done> carry_out(const BeginIncarnation& effect, Micros now);
    Result<Done> carry_out(const SetAside& effect, Micros now);
    Result<Done> position(Micros now);
    Result<Outgoing> compose(const SendChunk& effect);
    Result<Done> post_chunk(const SendChunk& effect, const Outgoing& chunk);

    device::DeviceStore& store_;
    HttpClient& http_;
    UploadState upload_;
    std::optional<device::Enrolment> server_;
    std::int64_t known_last_ = 0;
    EnrolmentProgress enrolment_;
    std::string asked_server_;
    std::optional<std::int64_t> enrolment_request_, chunk_request_, roster_request_;
    Micros roster_at_ = 0;
    bool has_roster_ = false;
};

}  // namespace touchstone::sync
