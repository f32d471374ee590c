// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/lrs/statements_endpoint.h"

#include <fmt/format.h>
#include <sodium.h>

#include "server_sync/server/http/problem.h"
#include "server_sync/server/secrets.h"
#include "server_sync/statements/json_writer.h"
#include "server_sync/statements/vocabulary.h"

namespace touchstone::sync {
namespace {

constexpr const char* version = "1.0.3";
constexpr std::size_t most_statements = 500;
constexpr std::size_t usual_statements = 100;

WebResponse xapi_response(std::string body, Micros consistent_through) {
    WebResponse response{200, "application/json", std::move(body), {{"Cache-Control", "no-store"}}};
    response.headers.emplace_back("X-Experience-API-Version", version);
    response.headers.emplace_back("X-Experience-API-Consistent-Through", to_rfc3339(consistent_through));
    return response;
}

WebResponse xapi_problem(int status, const char* code, std::string detail, std::string remedy) {
    auto response = problem_response({status, code, std::move(detail), std::move(remedy), {}});
    response.headers.emplace_back("X-Experience-API-Version", version);
    return response;
}

std::string base64_decoded(const std::string& text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const int code =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
    bytes.resize(code == 0 ? size : 0);
    return bytes;
}

/// The organisation of the Basic credentials; nothing when they are wrong.
Result<std::optional<OrganisationId>> reader_of(const Store& store, const WebRequest& request) {
    constexpr std::string_view scheme = "Basic ";
    const auto header = request.header("Authorization").value_or("");
    if (header.rfind(scheme, 0) != 0) return std::optional<OrganisationId>();
    const std::string pair = base64_decoded(header.substr(scheme.size()));
    const auto colon = pair.find(':');
    if (colon == std::string::npos) return std::optional<OrganisationId>();
    const auto key = store.find_read_key(pair.substr(0, colon));
    if (!key) return key.error();
    if (!*key || !same_secret((*key)->secret_hash, hash_of_secret(pair.substr(colon + 1))))
        return std::optional<OrganisationId>();
    return std::optional((*key)->organisation);
}

/// The bytes as they came, and what only the server knows behind them.
std::string completed(const StatementRow& row, const OrganisationId& organisation) {
    const auto home = fmt::format("{}organisation/{}", vocabulary::base, organisation.text);
    const auto account = JsonObject().text("homePage", home).text("name", "device:" + row.device).str();
    const auto authority = JsonObject().text("objectType", "Agent").raw("account", account).str();
    return fmt::format("{},\"stored\":\"{}\",\"authority\":{}}}", row.raw.substr(0, row.raw.size() - 1),
                       to_rfc3339(row.stored_at), authority);
}

Result<StatementQuery> query_from(const HttpFields& fields) {
    StatementQuery query{std::nullopt, -1, usual_statements};
    for (const auto& [name, value] : fields) {
        const Error wrong{Error::Kind::malformed, fmt::format("{}={} cannot be read", name, value),
                          "Known are statementId, registration, since and limit (0 to 500)."};
        if (name == "registration" && is_uuid(value))
            query.registration = value;
        else if (name == "since" && from_rfc3339(value, query.since))
            continue;
        else if (name == "limit" && !value.empty() && value.size() < 8 &&
                 value.find_first_not_of("0123456789") == std::string::npos)
            query.limit = static_cast<std::size_t>(std::stoul(value));
        else
            return wrong;
    }
    if (query.limit == 0 || query.limit > most_statements) query.limit = most_statements;
    return query;
}

/// Where the next part begins: after the last statement of this one.
std::string more_link(const StatementQuery& query, const StatementRow& last) {
    std::string link = fmt::format("/xapi/statements?since={}&limit={}",
                                   percent_encoded(to_rfc3339(last.stored_at)), query.limit);
    if (query.registration) link += "&registration=" + *query.registration;
    return link;
}

WebResponse one_statement(const Store& store, const OrganisationId& organisation, const HttpFields& fields) {
    if (fields.size() != 1)
        return xapi_problem(400, "malformed", "statementId goes with no other parameter",
                            "Ask for the id alone.");
    const auto found = store.statement(organisation, fields.at("statementId"));
    if (!found) return problem_response(found.error());
    if (!*found) return xapi_problem(404, "not-found", "there is no such statement", "Check the id.");
    const auto latest = store.last_stored_at(organisation);
    if (!latest) return problem_response(latest.error());
    return xapi_response(completed(**found, organisation), *latest);
}

WebResponse many_statements(const Store& store, const OrganisationId& organisation,
                            const HttpFields& fields) {
    auto query = query_from(fields);
    if (!query) return xapi_problem(400, "malformed", query.error().detail, query.error().remedy);
    const std::size_t wanted = query->limit++;  // one more than asked shows whether there are more
    auto rows = store.statements(organisation, *query);
    query->limit = wanted;
    if (!rows) return problem_response(rows.error());
    const bool more = rows->size() > wanted;
    if (more) rows->pop_back();
    std::vector<std::string> statements;
    for (const StatementRow& row : *rows) statements.push_back(completed(row, organisation));
    const auto body = JsonObject()
                          .raw("statements", json_array(statements))
                          .text("more", more ? more_link(*query, rows->back()) : "")
                          .str();
    const auto latest = store.last_stored_at(organisation);
    if (!latest) return problem_response(latest.error());
    return xapi_response(body, *latest);
}

}  // namespace

WebResponse read_statements(const Store& store, const WebRequest& request) {
    const auto organisation = reader_of(store, request);
    if (!organisation) return problem_response(organisation.error());
    if (!*organisation) {
        auto response = xapi_problem(401, "unauthorised", "the request carries no read key",
                                     "Make one: touchstone-server user read-key NAME.");
        response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"touchstone\", charset=\"UTF-8\"");
        return response;
    }
    const auto asked = request.header("X-Experience-API-Version").value_or("");
    if (asked.rfind("1.0", 0) != 0)
        return xapi_problem(400, "version", "X-Experience-API-Version is missing or not 1.0.x",
                            "Send 1.0.3.");
    if (request.query.count("statementId") != 0) return one_statement(store, **organisation, request.query);
    return many_statements(store, **organisation, request.query);
}

WebResponse about_xapi() {
    WebResponse response{200, "application/json", R"({"version":["1.0.3"]})", {}};
    response.headers.emplace_back("X-Experience-API-Version", version);
    return response;
}

}  // namespace touchstone::sync
