// SPDX-License-Identifier: Apache-2.0
// A tablet without a window, for a test that kills it: appends records, says on standard output which are
// safe, and uploads all the while. tablet_program <log> <server> <writer> <records>; with 0 records it
// uploads and ends.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include "server_sync/client/sync_client.h"
#include "tests/support/choice_records.h"

using namespace touchstone;
using namespace touchstone::sync;

namespace {

Micros system_now() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

/// One write, so that a kill leaves a whole line or none.
bool say(const std::string& line) {
    const std::string text = line + "\n";
    return write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n", error.detail.c_str());
    return 1;
}

bool is_uploaded(const SyncClient& client) { return client.status().kind == SyncStatus::Kind::up_to_date; }

void rest() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

int live(device::DeviceStore& store, SyncClient& client, std::uint64_t writer, std::uint64_t records) {
    for (std::uint64_t number = 1; number <= records; ++number) {
        const auto kept = store.append({test::choice_record(writer, number, {"r1"})});
        if (!kept) return fail(kept.error());
        if (!say(kept->front().header.id.text)) return 1;
        client.sync_now(system_now());
        rest();
    }
    for (int tick = 0; tick < 20000 && !is_uploaded(client); ++tick) {
        client.sync_now(system_now());
        rest();
    }
    return is_uploaded(client) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    auto store = device::open_device_store(argv[1]);
    if (!store) return fail(store.error());
    const auto http = make_curl_client();
    SyncClient client(**store, *http, std::stoull(argv[3]));
    if (auto started = client.start(system_now()); !started) return fail(started.error());
    for (int tick = 0; tick < 5000 && !*(*store)->enrolment(); ++tick) {
        client.enrol(argv[2], "123456789012", "Desk");
        client.tick(system_now());
        rest();
    }
    return live(**store, client, std::stoull(argv[3]), std::stoull(argv[4]));
}
