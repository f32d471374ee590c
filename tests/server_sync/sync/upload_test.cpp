// SPDX-License-Identifier: Apache-2.0
#include "server_sync/sync/upload.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace touchstone;
using namespace touchstone::sync;

namespace {

constexpr Micros now = 1'795'000'000'000'000;
constexpr Micros second = 1'000'000;
const IncarnationId life{"life"};

/// A tablet under test: keeps the state and hands out the effects of the last event.
struct Tablet {
    UploadState state;
    std::vector<UploadEffect> effects;

    explicit Tablet(std::int64_t acknowledged = 0, std::int64_t last = 10) {
        tell(Positioned{true, {{life, acknowledged, last, true}}, "epoch-1"});
    }
    void tell(const UploadEvent& event, Micros at = now) {
        UploadStep out = step(state, event, at);
        state = std::move(out.state);
        effects = std::move(out.effects);
    }
    /// Wakes up and composes `count` new records, behind the one that vouches.
    SendChunk send(std::int64_t count) {
        tell(Woken{}, state.wake_at);
        REQUIRE(effects.size() == 1);
        const auto chunk = std::get<SendChunk>(effects[0]);
        const std::int64_t first = chunk.heartbeat ? chunk.after + 1 : std::max<std::int64_t>(1, chunk.after);
        tell(ChunkSent{first, chunk.after + count});
        return chunk;
    }
    void answer(std::int64_t mark, const std::string& epoch = "epoch-1", int next = 60) {
        const std::string nonce = state.in_flight ? state.in_flight->nonce : "";
        tell(Answered{200,
                      "application/vnd.touchstone.sync+json; charset=utf-8",
                      to_json(ChunkAnswer{nonce, epoch, mark, {}, next}),
                      {}});
    }
    void problem(int status, const std::string& code, std::optional<std::int64_t> expected = {}) {
        tell(Answered{
            status, "application/problem+json", to_json(Problem{status, code, "because", "", expected}), {}});
    }
    template <class Effect>
    const Effect& only() const {
        REQUIRE(effects.size() == 1);
        return std::get<Effect>(effects[0]);
    }
    std::int64_t acknowledged() const { return state.incarnations.front().acknowledged; }
};

}  // namespace

TEST_CASE("a tablet that is not enrolled only says that it keeps its records", "[upload]") {
    Tablet tablet;
    tablet.tell(Positioned{false, {{life, 0, 3, true}}, ""});
    tablet.tell(Woken{});
    CHECK(tablet.effects.empty());
    CHECK_FALSE(next_wake(tablet.state));
    CHECK(status_of(tablet.state).kind == SyncStatus::Kind::saved_on_tablet);
    CHECK(status_of(tablet.state).waiting == 3);
}

TEST_CASE("records are acknowledged by the server's mark and then the tablet is up to date", "[upload]") {
    Tablet tablet;
    CHECK(tablet.send(10).after == 0);
    CHECK(status_of(tablet.state).kind == SyncStatus::Kind::syncing);
    tablet.answer(10);
    CHECK(tablet.only<NoteAcknowledged>().mark == 10);
    CHECK(status_of(tablet.state) ==
          SyncStatus{SyncStatus::Kind::up_to_date, now, 0, SyncStatus::Help::none, ""});
    CHECK(*next_wake(tablet.state) >= now + 54 * second);
    CHECK(*next_wake(tablet.state) <= now + 66 * second);
}

TEST_CASE("a backlog goes chunk by chunk without waiting", "[upload]") {
    Tablet tablet(0, 250);
    tablet.send(100);
    tablet.answer(100);
    CHECK(*next_wake(tablet.state) == now);
    CHECK(tablet.send(100).after == 100);
}

TEST_CASE("an answer acknowledges nothing that its own chunk did not hold", "[upload]") {
    Tablet tablet;
    tablet.send(4);
    tablet.answer(9);
    CHECK(tablet.acknowledged() == 4);
}

TEST_CASE("an answer in the server's place acknowledges nothing", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    const std::string good = to_json(ChunkAnswer{tablet.state.in_flight->nonce, "epoch-1", 10, {}, 60});
    const std::string cached = to_json(ChunkAnswer{"another nonce", "epoch-1", 10, {}, 60});
    const std::string ours(content_type);
    const Answered answer = GENERATE_COPY(
        Answered{200, "text/html", "<html>Please log in</html>", {}}, Answered{200, "text/html", good, {}},
        Answered{200, "", "", {}}, Answered{200, ours, cached, {}}, Answered{200, ours, "{}", {}},
        Answered{302, "text/html", "", {}}, Answered{407, ours, good, {}}, Answered{511, "text/html", "", {}},
        Answered{403, "text/html", "blocked", {}}, Answered{204, ours, good, {}});
    tablet.tell(answer);
    CHECK(tablet.effects.empty());
    CHECK(tablet.acknowledged() == 0);
    CHECK(status_of(tablet.state).kind == SyncStatus::Kind::needs_help);
    CHECK(status_of(tablet.state).help == SyncStatus::Help::network_login);
    CHECK(*next_wake(tablet.state) > now);
}

TEST_CASE("the message about the network goes away with the first good answer", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    tablet.tell(Answered{200, "text/html", "<html>", {}});
    tablet.send(10);
    tablet.answer(10);
    CHECK(status_of(tablet.state).kind == SyncStatus::Kind::up_to_date);
}

TEST_CASE("without a network the tablet says since when, and how much waits", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    tablet.tell(Unreachable{"no route"});
    CHECK(status_of(tablet.state) ==
          SyncStatus{SyncStatus::Kind::offline, now, 10, SyncStatus::Help::none, ""});
    tablet.send(10);
    tablet.tell(Unreachable{"no route"}, now + 60 * second);
    CHECK(status_of(tablet.state).at == now);
}

TEST_CASE("waits grow with every failure, differ between tablets and stay below their bound", "[upload]") {
    Tablet one, other;
    other.state.seed = 12345;
    bool differed = false;
    for (int failure = 0; failure < 12; ++failure) {
        for (Tablet* tablet : {&one, &other}) {
            tablet->send(10);
            tablet->tell(Unreachable{});
            const Micros wait = *next_wake(tablet->state) - now;
            CHECK(wait >= second / 2);
            CHECK(wait <= std::min<Micros>(900 * second, (2 * second) << failure));
        }
        differed = differed || one.state.wake_at != other.state.wake_at;
    }
    CHECK(differed);
    CHECK(one.state.failures == 12);
}

TEST_CASE("a busy server is left alone as long as it asks for", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    tablet.tell(Answered{503, "text/plain", "", 120});
    CHECK(*next_wake(tablet.state) >= now + 120 * second);
    CHECK(status_of(tablet.state).kind == SyncStatus::Kind::offline);
}

TEST_CASE("a server that was restored from a backup gets its records again", "[upload]") {
    Tablet tablet(10, 10);
    CHECK(tablet.send(0).heartbeat);
    tablet.answer(3, "epoch-2");
    CHECK(tablet.only<NoteAcknowledged>().mark == 2);
    CHECK(tablet.only<NoteAcknowledged>().epoch == "epoch-2");
    CHECK(status_of(tablet.state).kind == SyncStatus::Kind::saved_on_tablet);
    CHECK(tablet.send(8).after == 2);
    tablet.answer(10, "epoch-2");
    CHECK(status_of(tablet.state).kind == SyncStatus::Kind::up_to_date);
}

TEST_CASE("places that a clone filled after a restore do not pass for ours", "[upload]") {
    Tablet tablet(30, 31);
    tablet.send(1);
    tablet.problem(409, "forked", 30);
    CHECK(tablet.only<NoteAcknowledged>().mark == 29);
    tablet.send(2);
    tablet.problem(409, "forked", 29);
    CHECK(tablet.only<NoteAcknowledged>().mark == 21);
    tablet.send(10);
    tablet.problem(409, "forked", 21);
    CHECK(tablet.only<NoteAcknowledged>().mark == 0);
    tablet.send(31);
    tablet.problem(409, "forked", 6);
    CHECK(std::holds_alternative<BeginIncarnation>(tablet.effects.at(0)));
    CHECK(tablet.acknowledged() == 0);
}

TEST_CASE("a record that the restored server did not have vouches for nothing", "[upload]") {
    Tablet tablet(9, 12);
    tablet.send(3);
    const ChunkAnswer answer{tablet.state.in_flight->nonce, "epoch-2", 12, {{9, Verdict::stored, ""}}, 60};
    tablet.tell(Answered{200, std::string(content_type), to_json(answer), {}});
    CHECK(tablet.only<NoteAcknowledged>().mark == 8);
    CHECK(tablet.send(4).after == 8);
}

TEST_CASE("after a restore the marks of earlier incarnations are doubted before the new epoch is noted",
          "[upload]") {
    Tablet tablet;
    tablet.tell(Positioned{
        true, {{{"old"}, 5, 5, false}, {{"empty"}, 0, 0, false}, {life, 10, 10, true}}, "epoch-1"});
    tablet.send(0);
    tablet.answer(10, "epoch-2");
    REQUIRE(tablet.effects.size() == 2);
    const auto& doubt = std::get<NoteAcknowledged>(tablet.effects[0]);
    CHECK(doubt.incarnation.text == "old");
    CHECK(doubt.mark == 4);
    CHECK(doubt.epoch == "epoch-1");
    CHECK(std::get<NoteAcknowledged>(tablet.effects[1]).epoch == "epoch-2");
    CHECK(tablet.send(1).incarnation.text == "old");
}

TEST_CASE("a gap sends the tablet to the sequence that the server expects", "[upload]") {
    Tablet tablet(8, 10);
    tablet.send(2);
    tablet.problem(409, "gap", 5);
    CHECK(tablet.only<NoteAcknowledged>().mark == 4);
    CHECK(tablet.send(6).after == 4);
}

TEST_CASE("a gap that expects what was just sent is a failure, not an endless loop", "[upload]") {
    Tablet tablet(4, 10);
    tablet.send(6);
    tablet.problem(409, "gap", 4);
    CHECK(tablet.effects.empty());
    CHECK(tablet.state.failures == 1);
}

TEST_CASE("a fork asks for a new incarnation and forgets nothing", "[upload]") {
    Tablet tablet(4, 10);
    tablet.send(6);
    tablet.problem(409, "forked", 5);
    CHECK(std::holds_alternative<BeginIncarnation>(tablet.effects.at(0)));
    CHECK(tablet.acknowledged() == 4);
    CHECK(status_of(tablet.state).waiting == 6);
    CHECK(*next_wake(tablet.state) > now);
}

TEST_CASE("a server that does not say where the fork is costs steps back, nothing else", "[upload]") {
    Tablet tablet(4, 10);
    tablet.send(6);
    tablet.problem(409, "forked", 17);
    CHECK(tablet.acknowledged() == 3);
    tablet.send(7);
    tablet.problem(409, "forked");
    CHECK(tablet.acknowledged() == 0);
    tablet.send(10);
    tablet.problem(409, "forked");
    CHECK(std::holds_alternative<BeginIncarnation>(tablet.effects.at(0)));
    CHECK(status_of(tablet.state).waiting == 10);
}

TEST_CASE("a mark above everything that was written is a fork too", "[upload]") {
    Tablet tablet(10, 10);
    tablet.send(0);
    tablet.answer(14);
    CHECK(tablet.acknowledged() == 10);
    CHECK(std::holds_alternative<BeginIncarnation>(tablet.effects.at(0)));
}

TEST_CASE("a chunk that is too large is halved down to the one record, which is set aside", "[upload]") {
    Tablet tablet(4, 10);
    tablet.send(6);
    tablet.problem(413, "too-large");
    CHECK(tablet.send(2).most_records == 3);
    tablet.problem(413, "too-large");
    CHECK(tablet.send(1).most_records == 2);
    tablet.problem(413, "too-large");
    CHECK(tablet.only<SetAside>().seq == 5);
    CHECK(tablet.only<SetAside>().reason == "because");
    tablet.send(1);
    tablet.answer(5);
    CHECK(tablet.acknowledged() == 5);
}

TEST_CASE("a stranger's 413 never sets a record aside", "[upload]") {
    Tablet tablet(0, 1);
    tablet.send(1);
    tablet.tell(Answered{413, "text/html", "<html>", {}});
    CHECK(tablet.effects.empty());
    CHECK(status_of(tablet.state).help == SyncStatus::Help::server_refuses);
}

TEST_CASE("a revoked tablet says so, keeps everything and hardly asks again", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    tablet.problem(GENERATE(401, 403), "revoked");
    CHECK(tablet.effects.empty());
    CHECK(status_of(tablet.state).help == SyncStatus::Help::revoked);
    CHECK(status_of(tablet.state).waiting == 10);
    CHECK(*next_wake(tablet.state) == now + longest_wait);
}

TEST_CASE("records of a person without a decision wait, heartbeats go on", "[upload]") {
    Tablet tablet;
    tablet.tell(Woken{});
    tablet.tell(ChunkUndecided{});
    CHECK(status_of(tablet.state).help == SyncStatus::Help::decide_people);
    CHECK(tablet.send(0).heartbeat);
    tablet.answer(0);
    CHECK(status_of(tablet.state).help == SyncStatus::Help::decide_people);
    tablet.tell(PeopleDecided{});
    CHECK(*next_wake(tablet.state) == now);
    CHECK_FALSE(tablet.send(10).heartbeat);
}

TEST_CASE("new records leave soon, but not into a wait after a failure", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    tablet.answer(10, "epoch-1", 900);
    tablet.tell(LogGrew{12});
    CHECK(*next_wake(tablet.state) == now + 2 * second);
    tablet.send(2);
    tablet.tell(Answered{503, "", "", 600});
    const Micros wait = *next_wake(tablet.state);
    tablet.tell(LogGrew{13});
    CHECK(*next_wake(tablet.state) == wait);
}

TEST_CASE("a clock that jumps back by years delays nothing", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    tablet.tell(Unreachable{});
    const Micros years_ago = now - 41LL * 365 * 86400 * second;
    tablet.tell(Woken{}, years_ago);
    CHECK(tablet.effects.size() == 1);
}

TEST_CASE("nothing is sent twice while an answer is awaited, and a late answer means nothing", "[upload]") {
    Tablet tablet;
    tablet.send(10);
    tablet.tell(Woken{}, now + 3600 * second);
    CHECK(tablet.effects.empty());
    tablet.answer(10);
    tablet.answer(10);
    CHECK(tablet.effects.empty());
    CHECK(tablet.acknowledged() == 10);
}

TEST_CASE("a log that cannot be read asks for help and tries again later", "[upload]") {
    Tablet tablet;
    tablet.tell(Woken{});
    tablet.tell(StorageFailed{"the disk is full"});
    CHECK(status_of(tablet.state).help == SyncStatus::Help::tablet_storage);
    CHECK(status_of(tablet.state).detail == "the disk is full");
    CHECK(*next_wake(tablet.state) > now);
}
