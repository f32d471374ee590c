// SPDX-License-Identifier: Apache-2.0
#include "tests/server_sync/client/sync_office.h"

#include "server_sync/statements/statement.h"

namespace touchstone::test {

using namespace touchstone::sync;

namespace {

constexpr const char* credential = "Bearer device-1.secret-1";

LoopbackReply good(const std::string& body) { return {200, std::string(content_type), body, "", 0, false}; }

LoopbackReply problem(int status, const std::string& code, std::optional<std::int64_t> expected = {}) {
    const Problem message{status, code, code + " it is", "", expected};
    return {status, std::string(problem_content_type), to_json(message), "", 0, false};
}

Roster nordhaus() { return {{"site-1"}, "Nordhaus", {{{"r1"}, "Ewa Lis", {"t1"}}, {{"r2"}, "Jan", {"t1"}}}}; }

}  // namespace

LoopbackReply SyncOffice::answer(const LoopbackRequest& request) {
    const std::lock_guard lock(mutex_);
    if (instead_) return *instead_;
    if (request.target == "/sync/v1/enrol") return enrol(request);
    if (request.authorization != credential) return problem(401, "unauthorised");
    if (request.target == "/sync/v1/roster") return good(to_json(nordhaus()));
    if (request.target == "/sync/v1/records") return take(request);
    return problem(404, "unknown");
}

LoopbackReply SyncOffice::enrol(const LoopbackRequest& request) {
    const auto asked = enrol_request_from_json(request.body);
    if (!asked) return problem(400, "malformed");
    if (asked->code != "123456789012") return problem(403, "code-unknown");
    device_name_ = asked->device_name;
    return good(
        to_json(EnrolAnswer{{"org-1"}, {"site-1"}, "Nordhaus", {"device-1"}, "secret-1", "epoch-1", 120}));
}

LoopbackReply SyncOffice::take(const LoopbackRequest& request) {
    const auto body = inflate(request.body, 4 * 1024 * 1024);
    if (!body) return problem(400, "malformed");
    const auto chunk = chunk_from_json(*body);
    if (!chunk) return problem(400, "malformed");
    auto received = received_[chunk->incarnation];
    for (const ChunkItem& item : chunk->items) {
        const auto mark = static_cast<std::int64_t>(received.size());
        if (item.seq > mark + 1) return problem(409, "gap", mark + 1);
        if (item.seq == mark + 1)
            received.push_back(item.statement);
        else if (received[static_cast<std::size_t>(item.seq - 1)] != item.statement)
            return problem(409, "forked", item.seq);
    }
    received_[chunk->incarnation] = received;
    const auto mark = static_cast<std::int64_t>(received.size());
    return good(to_json(ChunkAnswer{chunk->nonce, "epoch-1", mark, {}, 60}));
}

std::vector<Record> SyncOffice::records() const {
    const std::lock_guard lock(mutex_);
    std::vector<Record> out;
    for (const auto& [life, received] : received_)
        for (const auto& statement : received)
            if (statement)
                if (const auto record = record_of(*statement)) out.push_back(*record);
    return out;
}

std::map<std::string, int> SyncOffice::stored() const {
    std::map<std::string, int> out;
    for (const Record& record : records()) out[record.header.id.text]++;
    return out;
}

std::size_t SyncOffice::withheld() const {
    const std::lock_guard lock(mutex_);
    std::size_t out = 0;
    for (const auto& [life, received] : received_)
        for (const auto& statement : received)
            if (!statement) ++out;
    return out;
}

std::string SyncOffice::device_name() const {
    const std::lock_guard lock(mutex_);
    return device_name_;
}

void SyncOffice::answer_instead(std::optional<LoopbackReply> reply) {
    const std::lock_guard lock(mutex_);
    instead_ = std::move(reply);
}

}  // namespace touchstone::test
