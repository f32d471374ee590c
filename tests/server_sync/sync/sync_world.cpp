// SPDX-License-Identifier: Apache-2.0
#include "tests/server_sync/sync/sync_world.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/basics/overloaded.h"

namespace touchstone::test {

using namespace touchstone::sync;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros year = 365LL * 86400 * second;

Answered problem(int status, const std::string& code, std::optional<std::int64_t> expected = {}) {
    return {
        status, std::string(problem_content_type), to_json(Problem{status, code, code, "", expected}), {}};
}

std::vector<IncarnationState> incarnations_of(const Disk& disk) {
    std::vector<IncarnationState> out;
    for (const Disk::Life& life : disk.lives)
        out.push_back({life.id, life.acknowledged, static_cast<std::int64_t>(life.queue.size()), false});
    out.back().current = true;
    return out;
}

std::optional<std::string> content(const WorldRecord& record) {
    return record.local ? std::optional<std::string>() : record.id;
}

}  // namespace

Disk::Life& Disk::life(const IncarnationId& id) {
    return *std::find_if(lives.begin(), lives.end(), [&](const Life& life) { return life.id == id; });
}

std::size_t Disk::count() const {
    std::size_t out = 0;
    for (const Life& life : lives) out += life.queue.size();
    return out;
}

Answered ModelServer::receive(const Chunk& chunk) {
    if (chunk.items.size() > most_items_) return problem(413, "too-large");
    State next = state_;  // one transaction
    auto& received = next.received[chunk.incarnation];
    std::vector<ItemVerdict> verdicts;
    for (const ChunkItem& item : chunk.items) {
        const auto mark = static_cast<std::int64_t>(received.size());
        if (item.seq > mark + 1) return problem(409, "gap", mark + 1);
        if (item.seq <= mark) {
            if (received[static_cast<std::size_t>(item.seq - 1)] != item.statement)
                return problem(409, "forked", item.seq);
            verdicts.push_back({item.seq, item.statement ? Verdict::duplicate : Verdict::withheld, ""});
            continue;
        }
        received.push_back(item.statement);
        verdicts.push_back({item.seq, item.statement ? Verdict::stored : Verdict::withheld, ""});
        if (item.statement) next.stored.insert(*item.statement);
    }
    const auto mark = static_cast<std::int64_t>(received.size());
    state_ = std::move(next);
    return {200,
            std::string(content_type),
            to_json(ChunkAnswer{chunk.nonce, state_.epoch, mark, verdicts, 60}),
            {}};
}

void ModelServer::restore(const std::string& new_epoch) {
    state_ = backup_;
    state_.epoch = new_epoch;
}

SyncWorld::SyncWorld(std::uint64_t seed, int tablets) : random_(seed) {
    for (int i = 0; i < tablets; ++i) {
        auto tablet = std::make_unique<WorldTablet>();
        tablet->disk.lives.push_back({{fmt::format("life-{}", next_id_++)}, 0, {}});
        restart(*tablet);
        tablets_.push_back(std::move(tablet));
    }
}

void SyncWorld::restart(WorldTablet& tablet) {
    tablet.coming.reset();
    tablet.state = UploadState{};
    tablet.state.seed = random_.next();
    tell(tablet, Positioned{true, incarnations_of(tablet.disk), tablet.disk.epoch});
}

void SyncWorld::tell(WorldTablet& tablet, const UploadEvent& event) {
    UploadStep out = step(std::move(tablet.state), event, now_ + tablet.clock_error);
    tablet.state = std::move(out.state);
    for (const UploadEffect& effect : out.effects) {
        if (faults_ && chance(2)) return restart(tablet);  // killed between two effects
        std::visit([&](const auto& known) { carry_out(tablet, known); }, effect);
    }
}

void SyncWorld::carry_out(WorldTablet& tablet, const SendChunk& effect) {
    const Disk::Life& life = tablet.disk.life(effect.incarnation);
    Chunk chunk{{"device"}, effect.incarnation, effect.epoch, effect.nonce, {}};
    const auto most = effect.heartbeat ? std::size_t{0} : effect.most_records;
    const std::int64_t from = std::max<std::int64_t>(0, effect.after - 1);
    for (auto place = static_cast<std::size_t>(from); place < life.queue.size(); ++place) {
        if (chunk.items.size() == most) break;
        chunk.items.push_back({static_cast<std::int64_t>(place + 1), content(life.queue[place])});
    }
    tell(tablet, ChunkSent{from + 1, from + static_cast<std::int64_t>(chunk.items.size())});
    tablet.coming = through_network(chunk);
}

void SyncWorld::carry_out(WorldTablet& tablet, const NoteAcknowledged& effect) {
    Disk::Life& life = tablet.disk.life(effect.incarnation);
    if (effect.mark > static_cast<std::int64_t>(life.queue.size()))
        broken_ = "a mark above everything written";
    // A lower mark is a doubt, not a promise; and what an earlier epoch promised, a restored backup need not
    // hold.
    if (effect.mark > life.acknowledged && effect.epoch == server_.epoch())
        for (std::int64_t place = 0; place < effect.mark; ++place) {
            const WorldRecord& record = life.queue[static_cast<std::size_t>(place)];
            if (!record.local && !server_.has(record.id))
                broken_ = "acknowledged but not there: " + record.id;
        }
    life.acknowledged = effect.mark;
    tablet.disk.epoch = effect.epoch;
}

void SyncWorld::carry_out(WorldTablet& tablet, const BeginIncarnation&) {
    ++forks_;
    const std::size_t before = tablet.disk.count();
    Disk::Life next{{fmt::format("life-{}", next_id_++)}, 0, {}};
    for (Disk::Life& life : tablet.disk.lives) {
        const auto kept = life.queue.begin() + life.acknowledged;
        next.queue.insert(next.queue.end(), kept, life.queue.end());
        life.queue.erase(kept, life.queue.end());
    }
    tablet.disk.lives.push_back(std::move(next));
    if (tablet.disk.count() != before) broken_ = "a record was forgotten";
    tell(tablet, Positioned{true, incarnations_of(tablet.disk), tablet.disk.epoch});
}

void SyncWorld::carry_out(WorldTablet& tablet, const SetAside& effect) {
    tablet.disk.life(effect.incarnation).queue[static_cast<std::size_t>(effect.seq - 1)].local = true;
}

UploadEvent SyncWorld::through_network(const Chunk& chunk) {
    if (faults_ && chance(8)) return Unreachable{"the request was lost"};
    if (faults_ && chance(4)) return Answered{200, "text/html", "<html>Log in</html>", {}};
    if (faults_ && chance(4)) return Answered{503, "text/plain", "", 5};
    if (faults_ && chance(5)) {
        late_.push_back(chunk);
        return Unreachable{"timeout"};
    }
    if (faults_ && !cached_.empty() && chance(4)) return cached_[random_.below(cached_.size())];
    Answered answer = server_.receive(chunk);
    if (faults_ && chance(5)) answer = server_.receive(chunk);  // delivered twice
    if (faults_ && chance(10)) return Unreachable{"the answer was lost"};
    if (faults_ && chance(5)) answer.body.resize(random_.below(answer.body.size()));
    cached_.push_back(answer);
    return answer;
}

void SyncWorld::write_records(WorldTablet& tablet) {
    auto& queue = tablet.disk.lives.back().queue;
    for (std::uint64_t more = 1 + random_.below(6); more > 0; --more)
        queue.push_back({fmt::format("record-{}", next_id_++), chance(10)});
    tell(tablet, LogGrew{static_cast<std::int64_t>(queue.size())});
}

void SyncWorld::clone(const WorldTablet& tablet) {
    auto copy = std::make_unique<WorldTablet>();
    copy->disk = tablet.disk;
    restart(*copy);
    tablets_.push_back(std::move(copy));
}

void SyncWorld::trouble_server() {
    const std::uint64_t which = random_.below(4);
    if (which == 0) server_.back_up();
    if (which == 1) server_.restore(fmt::format("epoch-{}", next_id_++));
    if (which == 2) server_.limit_items(2 + random_.below(sync::chunk_records - 1));
    if (which == 3) deliver_late();
}

void SyncWorld::deliver_late() {
    for (const Chunk& chunk : late_) (void)server_.receive(chunk);  // nobody waits for these answers
    late_.clear();
}

void SyncWorld::trouble_tablet(WorldTablet& tablet) {
    const std::uint64_t which = random_.below(4);
    if (which == 0) restart(tablet);
    if (which == 1) tablet.clock_error = static_cast<Micros>(random_.below(80)) * year - 40 * year;
    if (which == 2) tell(tablet, Hurried{});
    if (which == 3 && tablets_.size() < 6) clone(tablet);
}

void SyncWorld::live() {
    WorldTablet& tablet = *tablets_[random_.below(tablets_.size())];
    now_ += static_cast<Micros>(random_.below(40)) * second;
    if (chance(2)) return trouble_server();
    if (chance(2)) return trouble_tablet(tablet);
    if (chance(30)) return write_records(tablet);
    if (!tablet.coming) return tell(tablet, Woken{});
    const UploadEvent event = *std::exchange(tablet.coming, std::nullopt);
    tell(tablet, event);
}

bool SyncWorld::settle() {
    faults_ = false;
    deliver_late();
    server_.limit_items(sync::chunk_records);
    for (int round = 0, quiet = 0; round < 200; ++round) {
        now_ += 2 * longest_wait;
        const std::size_t before = server_.count();
        bool waiting = false;
        for (auto& tablet : tablets_) {
            for (int exchange = 0; exchange < 100; ++exchange) {
                tell(*tablet, Hurried{});
                tell(*tablet, Woken{});
                if (tablet->coming) tell(*tablet, *std::exchange(tablet->coming, std::nullopt));
                if (status_of(tablet->state).waiting == 0) break;
            }
            waiting = waiting || status_of(tablet->state).kind != SyncStatus::Kind::up_to_date;
        }
        quiet = waiting || server_.count() != before ? 0 : quiet + 1;
        if (quiet == 2) return true;
    }
    return false;
}

std::set<std::string> SyncWorld::expected_ids() const {
    std::set<std::string> out;
    for (const auto& tablet : tablets_)
        for (const Disk::Life& life : tablet->disk.lives)
            for (const WorldRecord& record : life.queue)
                if (!record.local) out.insert(record.id);
    return out;
}

}  // namespace touchstone::test
