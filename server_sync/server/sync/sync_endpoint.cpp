// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/sync/sync_endpoint.h"

#include <fmt/format.h>

#include <variant>

#include "engine/basics/seeded.h"
#include "server_sync/server/http/problem.h"
#include "server_sync/server/secrets.h"
#include "server_sync/server/sync/incoming.h"
#include "server_sync/sync/messages.h"

namespace touchstone::sync {
namespace {

constexpr std::size_t most_inflated = 4 * 1024 * 1024;

WebResponse sync_response(std::string body) {
    return {200, std::string(content_type), std::move(body), {{"Cache-Control", "no-store"}}};
}

WebResponse unauthorised() {
    auto response = problem_response({401,
                                      "unauthorised",
                                      "the request carries no credential of an enrolled device",
                                      "Enrol this tablet with a new code.",
                                      {}});
    response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"touchstone\"");
    return response;
}

WebResponse revoked() {
    return problem_response({403,
                             "revoked",
                             "this device was taken out of service",
                             "Ask your administrator; records that are here already stay.",
                             {}});
}

using DeviceOrRefusal = std::variant<DeviceRow, WebResponse>;

/// "Authorization: Bearer <device>.<secret>".
DeviceOrRefusal device_of(Store& store, const WebRequest& request) {
    constexpr std::string_view scheme = "Bearer ";
    const auto credential = request.header("Authorization").value_or("");
    const auto dot = credential.find('.');
    if (credential.rfind(scheme, 0) != 0 || dot == std::string::npos) return unauthorised();
    const DeviceId id{credential.substr(scheme.size(), dot - scheme.size())};
    const auto device = store.find_device(id);
    if (!device) return problem_response(device.error());
    if (!*device || !same_secret((*device)->secret_hash, hash_of_secret(credential.substr(dot + 1))))
        return unauthorised();
    if ((*device)->revoked_at) return revoked();
    return **device;
}

Result<SiteRow> site_of(const Store& store, const DeviceRow& device) {
    const auto sites = store.sites(device.organisation);
    if (!sites) return sites.error();
    for (const SiteRow& site : *sites)
        if (site.id == device.site) return site;
    return Error{Error::Kind::not_found, "the device's site is not known", "Enrol the tablet again."};
}

Result<std::string> plain_body(const WebRequest& request) {
    const auto encoding = request.header("Content-Encoding").value_or("identity");
    if (encoding == "identity") return request.body;
    if (encoding == "deflate") return inflate(request.body, most_inflated);
    return Error{Error::Kind::malformed, "Content-Encoding: " + encoding + " is not known",
                 "Send deflate or nothing."};
}

Verdict verdict_of(IngestVerdict::Kind kind) {
    switch (kind) {
        case IngestVerdict::Kind::duplicate:
            return Verdict::duplicate;
        case IngestVerdict::Kind::quarantined:
            return Verdict::quarantined;
        case IngestVerdict::Kind::withheld:
            return Verdict::withheld;
        case IngestVerdict::Kind::stored:
            break;
    }
    return Verdict::stored;
}

/// Spread over half a minute by device, so that tablets that woke together do not come together.
int next_sync_after_s(const DeviceId& device) { return 45 + static_cast<int>(spread(device.text) % 30); }

WebResponse taken(const Chunk& chunk, const IngestOutcome& outcome, std::string epoch,
                  const DeviceId& device) {
    ChunkAnswer answer{chunk.nonce, std::move(epoch), outcome.high_water_mark, {}, next_sync_after_s(device)};
    for (const IngestVerdict& verdict : outcome.verdicts)
        answer.verdicts.push_back({verdict.seq, verdict_of(verdict.kind), verdict.reason});
    return sync_response(to_json(answer));
}

WebResponse not_taken(const IngestOutcome& outcome) {
    const std::int64_t expected = outcome.high_water_mark + 1;
    if (outcome.kind == IngestOutcome::Kind::gap)
        return problem_response(
            {409, "gap", fmt::format("records before this chunk are missing; expected is {}", expected),
             fmt::format("Send from sequence {} on.", expected), expected});
    return problem_response(
        {409, "forked",
         fmt::format("sequence {} was taken with another content: two logs share an incarnation",
                     outcome.forked_at),
         "Begin a new incarnation and send again from there.", outcome.forked_at});
}

std::string digits_of(const std::string& code) {
    std::string digits;
    for (const char c : code)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

}  // namespace

WebResponse SyncEndpoint::enrol(const WebRequest& request) {
    const Micros now = clock_();
    if (!wrong_codes_.allows("enrol", now))
        return problem_response(
            {429, "busy", "too many wrong codes in a short time", "Wait five minutes.", {}});
    const auto asked = enrol_request_from_json(request.body);
    if (!asked) return problem_response(asked.error());
    const std::string secret = random_token(32);
    const DeviceRow wanted{{}, {new_uuid(now)}, {}, asked->device_name, hash_of_secret(secret), now, {}, {}};
    const auto device = store_.enrol(hash_of_secret(digits_of(asked->code)), wanted);
    if (!device && device.error().kind == Error::Kind::refused) {
        wrong_codes_.note_failure("enrol", now);
        return problem_response({403, "code-unknown", device.error().detail, device.error().remedy, {}});
    }
    if (!device) return problem_response(device.error());
    const auto site = site_of(store_, *device);
    if (!site) return problem_response(site.error());
    const auto epoch = store_.epoch();
    if (!epoch) return problem_response(epoch.error());
    return sync_response(to_json(EnrolAnswer{device->organisation, device->site, site->name, device->id,
                                             secret, *epoch, site->utc_offset_minutes}));
}

WebResponse SyncEndpoint::records(const WebRequest& request) {
    const auto device = device_of(store_, request);
    if (const auto* refusal = std::get_if<WebResponse>(&device)) return *refusal;
    const DeviceRow& sender = std::get<DeviceRow>(device);
    const auto body = plain_body(request);
    if (!body) return problem_response(body.error());
    const auto chunk = chunk_from_json(*body);
    if (!chunk) return problem_response(chunk.error());
    if (!(chunk->device == sender.id))
        return problem_response({403,
                                 "other-device",
                                 "the chunk names another device than the credential",
                                 "Send each log with its own credential.",
                                 {}});
    const auto site = site_of(store_, sender);
    if (!site) return problem_response(site.error());
    const Micros now = clock_();
    const Day today = day_of(now, site->utc_offset_minutes);
    const auto outcome = store_.ingest(incoming_chunk(*chunk, sender, now, today));
    if (!outcome) return problem_response(outcome.error());
    if (outcome->kind != IngestOutcome::Kind::taken) return not_taken(*outcome);
    const auto epoch = store_.epoch();
    if (!epoch) return problem_response(epoch.error());
    return taken(*chunk, *outcome, *epoch, sender.id);
}

WebResponse SyncEndpoint::roster(const WebRequest& request) {
    const auto device = device_of(store_, request);
    if (const auto* refusal = std::get_if<WebResponse>(&device)) return *refusal;
    const DeviceRow& reader = std::get<DeviceRow>(device);
    const auto site = site_of(store_, reader);
    if (!site) return problem_response(site.error());
    const auto people = store_.people(reader.organisation, reader.site);
    if (!people) return problem_response(people.error());
    Roster roster{site->id, site->name, {}};
    for (const PersonRow& person : *people) roster.people.push_back({person.id, person.name, person.team});
    return sync_response(to_json(roster));
}

}  // namespace touchstone::sync
