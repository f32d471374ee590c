// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/basics/seeded.h"
#include "server_sync/sync/upload.h"

/// A small world for the upload step: a server, some tablets, a bad network, one seed. Same seed, same story.
namespace touchstone::test {

/// A record is its id; one that stays local is withheld.
struct WorldRecord {
    std::string id;
    bool local = false;
};

/// What survives a crash of a tablet.
struct Disk {
    struct Life {
        IncarnationId id;
        std::int64_t acknowledged = 0;
        std::vector<WorldRecord> queue;
    };
    std::vector<Life> lives;
    std::string epoch;

    Life& life(const IncarnationId& id);
    std::size_t count() const;
};

/// The server by the rules of the protocol, without its storage.
class ModelServer {
public:
    sync::Answered receive(const sync::Chunk& chunk);
    bool has(const std::string& id) const { return state_.stored.count(id) > 0; }
    std::size_t count() const { return state_.stored.size(); }
    const std::string& epoch() const { return state_.epoch; }
    void back_up() { backup_ = state_; }
    void restore(const std::string& new_epoch);
    void limit_items(std::size_t most) { most_items_ = most; }

private:
    struct State {
        std::map<IncarnationId, std::vector<std::optional<std::string>>> received;
        std::set<std::string> stored;
        std::string epoch = "epoch-0";
    };
    State state_, backup_;
    std::size_t most_items_ = sync::chunk_records;
};

struct WorldTablet {
    Disk disk;
    sync::UploadState state;
    Micros clock_error = 0;
    std::optional<sync::UploadEvent> coming;  // what the network will bring
};

class SyncWorld {
public:
    SyncWorld(std::uint64_t seed, int tablets);
    /// One thing happens, good or bad.
    void live();
    /// No more faults: until a whole round in which nobody had anything to send. False when that never comes.
    bool settle();
    /// What was broken on the way, "" so far.
    const std::string& broken() const { return broken_; }
    /// Ids that were written and are still on some tablet, and should be on the server.
    std::set<std::string> expected_ids() const;
    const ModelServer& server() const { return server_; }
    std::size_t forks() const { return forks_; }

private:
    bool chance(std::uint64_t percent) { return random_.below(100) < percent; }
    void tell(WorldTablet& tablet, const sync::UploadEvent& event);
    void carry_out(WorldTablet& tablet, const sync::SendChunk& effect);
    void carry_out(WorldTablet& tablet, const sync::NoteAcknowledged& effect);
    void carry_out(WorldTablet& tablet, const sync::BeginIncarnation& effect);
    void carry_out(WorldTablet& tablet, const sync::SetAside& effect);
    void restart(WorldTablet& tablet);
    void write_records(WorldTablet& tablet);
    void clone(const WorldTablet& tablet);
    void trouble_server();
    void trouble_tablet(WorldTablet& tablet);
    void deliver_late();
    sync::UploadEvent through_network(const sync::Chunk& chunk);

    SplitMix64 random_;
    Micros now_ = 1'795'000'000'000'000;
    ModelServer server_;
    std::deque<std::unique_ptr<WorldTablet>> tablets_;
    std::vector<sync::Chunk> late_;       // requests that arrive after everybody gave them up
    std::vector<sync::Answered> cached_;  // answers that a proxy may give again
    std::string broken_;
    int next_id_ = 0;
    std::size_t forks_ = 0;
    bool faults_ = true;
};

}  // namespace touchstone::test
