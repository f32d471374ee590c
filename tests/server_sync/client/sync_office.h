// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/records/record.h"
#include "server_sync/sync/messages.h"
#include "tests/support/loopback_server.h"

namespace touchstone::test {

/// Answers /sync/v1 for one site, as plainly as the protocol allows, and tells what it holds. From any
/// thread.
class SyncOffice {
public:
    LoopbackReply answer(const LoopbackRequest& request);
    LoopbackHandler handler() {
        return [this](const LoopbackRequest& request) { return answer(request); };
    }
    /// How often each record id was stored under a sequence of its own.
    std::map<std::string, int> stored() const;
    std::vector<Record> records() const;
    std::size_t withheld() const;
    std::string device_name() const;
    /// While set, it answers in the office's place.
    void answer_instead(std::optional<LoopbackReply> reply);

private:
    LoopbackReply enrol(const LoopbackRequest& request);
    LoopbackReply take(const LoopbackRequest& request);

    mutable std::mutex mutex_;
    std::map<IncarnationId, std::vector<std::optional<std::string>>> received_;
    std::optional<LoopbackReply> instead_;
    std::string device_name_;
};

}  // namespace touchstone::test
