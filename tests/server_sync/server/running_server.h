// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <memory>
#include <thread>

#include "server_sync/server/application.h"
#include "server_sync/server/http/http_server.h"
#include "server_sync/server/setup.h"
#include "server_sync/sync/messages.h"
#include "tests/support/http_probe.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::test {

/// Counts what the door costs; the hash itself is trivial, so that tests are quick.
class CountingHasher final : public sync::PasswordHasher {
public:
    Result<std::string> hash(const std::string& password) override {
        ++hashes;
        return "hash of " + password;
    }
    bool matches(const std::string& hash, const std::string& password) override {
        ++hashes;
        return hash == "hash of " + password;
    }
    std::atomic<int> hashes{0};
};

inline constexpr const char* good_password = "a long enough password";

/// A whole server on the loopback over a real database: one organisation, one site, one manager "ewa", one
/// person, one enrolled tablet.
class RunningServer {
public:
    RunningServer();
    ~RunningServer();

    std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(server_->port()) + path;
    }
    ProbeAnswer get(const std::string& path, std::vector<std::string> headers = {}) const;
    ProbeAnswer post(const std::string& path, const std::string& body,
                     std::vector<std::string> headers = {}) const;
    /// As the tablet.
    ProbeAnswer send(const std::vector<Record>& records) const;
    ProbeAnswer send_raw(const std::string& body) const {
        return post("/sync/v1/records", body, {authorization()});
    }
    std::string authorization() const { return "Authorization: Bearer " + device.id.text + "." + secret; }
    /// Signs in; the "Cookie: ..." header.
    std::string signed_in() const;
    /// Whose records the tablet sends.
    Source source() const;

    TemporaryFolder folder;
    std::unique_ptr<sync::Store> store;
    CountingHasher hasher;
    std::atomic<Micros> now{Micros{20400} * 86'400'000'000 + 43'200'000'000};  // noon of the samples' day
    sync::OrganisationRow organisation;
    sync::SiteRow site;
    sync::PersonRow person;
    sync::DeviceRow device;
    std::string secret = "secret-of-the-tablet";

private:
    std::unique_ptr<sync::Application> application_;
    std::unique_ptr<sync::HttpServer> server_;
    std::thread thread_;
};

}  // namespace touchstone::test
