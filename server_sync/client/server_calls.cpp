// SPDX-License-Identifier: Apache-2.0
#include "server_sync/client/server_calls.h"

#include <algorithm>
#include <string_view>

namespace touchstone::sync {
namespace {

bool starts_with(const std::string& text, std::string_view start) {
    return text.compare(0, start.size(), start) == 0;
}

/// The host of what follows "http://".
std::string host_of(const std::string& rest) {
    if (starts_with(rest, "[")) return rest.substr(0, rest.find(']') + 1);
    return rest.substr(0, rest.find_first_of(":/"));
}

bool is_this_machine(const std::string& host) {
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

void add_credentials(HttpCall& request, const device::Enrolment& server) {
    request.headers.emplace_back("Authorization",
                                 "Bearer " + server.answer.device.text + "." + server.answer.secret);
}

HttpCall call(const std::string& method, const std::string& server_url, const std::string& path) {
    HttpCall request;
    request.method = method;
    request.url = server_url + path;
    request.headers.emplace_back("Accept", std::string(content_type));
    if (method == "POST") request.headers.emplace_back("Content-Type", std::string(content_type));
    return request;
}

PersonFate fate_of(const device::DevicePerson& person) {
    if (person.origin == device::DevicePerson::Origin::roster) return {};
    if (!person.decided) return {PersonFate::Kind::undecided, {}, {}};
    if (!person.linked_to) return {PersonFate::Kind::stays_local, {}, {}};
    return {PersonFate::Kind::sent, *person.linked_to, person.team};
}

}  // namespace

Result<std::string> server_address(const std::string& typed) {
    std::string out = typed;
    while (!out.empty() && (out.back() == '/' || out.back() == ' ')) out.pop_back();
    out.erase(0, out.find_first_not_of(' '));
    if (starts_with(out, "https://") && out.size() > 8) return out;
    if (starts_with(out, "http://") && is_this_machine(host_of(out.substr(7)))) return out;
    if (starts_with(out, "http://"))
        return Error{Error::Kind::refused, "the address begins with http://, so anybody could read along",
                     "Use the address that begins with https://."};
    return Error{Error::Kind::malformed, "this is no address of a server",
                 "It looks like https://touchstone.example.org"};
}

HttpCall enrol_call(const std::string& server_url, const EnrolRequest& request) {
    HttpCall out = call("POST", server_url, "/sync/v1/enrol");
    out.body = to_json(request);
    return out;
}

HttpCall roster_call(const device::Enrolment& server) {
    HttpCall out = call("GET", server.server_url, "/sync/v1/roster");
    add_credentials(out, server);
    return out;
}

Result<HttpCall> records_call(const device::Enrolment& server, const Chunk& chunk) {
    HttpCall out = call("POST", server.server_url, "/sync/v1/records");
    add_credentials(out, server);
    out.headers.emplace_back("Content-Encoding", "deflate");
    auto body = deflate(to_json(chunk));
    if (!body) return body.error();
    out.body = std::move(*body);
    return out;
}

bool is_success(const HttpAnswer& answer) {
    return answer.status == 200 && starts_with(answer.content_type, content_type);
}

Error error_of(const HttpAnswer& answer) {
    if (answer.status == 0)
        return {Error::Kind::unavailable, answer.failure,
                "Check the network and the address, then try again."};
    const bool ours = starts_with(answer.content_type, problem_content_type);
    if (const auto problem = problem_from_json(answer.body); ours && problem)
        return {Error::Kind::refused, problem->detail, problem->remedy};
    return {Error::Kind::unavailable, "something else than a Touchstone server answered",
            "Check the address. A guest network may want a login first."};
}

Sender sender_of(const device::Enrolment& server, const std::vector<device::DevicePerson>& people) {
    Sender out{server.answer.organisation, server.answer.site, server.answer.device, {}, {}};
    for (const device::DevicePerson& person : people) out.people[person.id] = fate_of(person);
    return out;
}

}  // namespace touchstone::sync
