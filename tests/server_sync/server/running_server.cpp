// SPDX-License-Identifier: Apache-2.0
#include "tests/server_sync/server/running_server.h"

#include <catch2/catch_test_macros.hpp>

#include "server_sync/server/secrets.h"
#include "server_sync/statements/statement.h"

namespace touchstone::test {
namespace {

template <class Value>
Value value_of(Result<Value> result) {
    if (!result) FAIL(result.error().detail);
    return *std::move(result);
}

}  // namespace

RunningServer::RunningServer() {
    store = value_of(sync::open_data(folder.path().string(), true));
    organisation = value_of(sync::ensure_organisation(*store, "Lumen Shops", now));
    site = value_of(sync::ensure_site(*store, organisation.id, "Harbour Street", 120, now));
    person = {organisation.id, {uuid(4)}, "Anna <script>alert(1)</script> & Co", site.id, {uuid(3)}, 20000};
    value_of(store->put_person(person));
    value_of(sync::add_user(*store, hasher, {"ewa", "Ewa Kalinowska", "manager", site}, good_password));
    const auto code = value_of(sync::make_code(*store, site, "Desk tablet 1", now));
    device = value_of(store->enrol(sync::hash_of_secret(code),
                                   {{}, {uuid(5)}, {}, "", sync::hash_of_secret(secret), now, {}, {}}));
    hasher.hashes = 0;
    auto assets = value_of(sync::Assets::read(std::string(TOUCHSTONE_BINARY_DIR) + "/share/touchstone/web"));
    application_ = std::make_unique<sync::Application>(
        *store, hasher, std::move(assets), [this] { return now.load(); }, sync::ApplicationOptions{});
    server_ =
        value_of(sync::HttpServer::listen({"127.0.0.1", 0}, {}, [this](const sync::WebRequest& request) {
            return application_->handle(request);
        }));
    thread_ = std::thread([this] { server_->run(); });
}

RunningServer::~RunningServer() {
    server_->stop();
    thread_.join();
}

ProbeAnswer RunningServer::get(const std::string& path, std::vector<std::string> headers) const {
    return ask({url(path), "GET", std::move(headers), {}});
}

ProbeAnswer RunningServer::post(const std::string& path, const std::string& body,
                                std::vector<std::string> headers) const {
    return ask({url(path), "POST", std::move(headers), body});
}

Source RunningServer::source() const {
    Source source;
    source.organisation = organisation.id;
    source.site = site.id;
    source.person = person.id;
    source.device = device.id;
    return source;
}

ProbeAnswer RunningServer::send(const std::vector<Record>& records) const {
    sync::Chunk chunk{device.id, {uuid(6)}, "", "nonce-1", {}};
    for (const Record& record : records)
        chunk.items.push_back({record.header.seq, sync::statement_of(record)});
    return send_raw(to_json(chunk));
}

std::string RunningServer::signed_in() const {
    const auto answer = post("/login", "login=ewa&password=" + form_encoded(good_password));
    const auto cookie = answer.header("set-cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';'));
}

}  // namespace touchstone::test
