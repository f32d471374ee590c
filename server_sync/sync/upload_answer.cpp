// SPDX-License-Identifier: Apache-2.0
#include "server_sync/sync/upload_answer.h"

#include <algorithm>
#include <utility>

#include "engine/basics/seeded.h"

namespace touchstone::sync {
namespace {

using Help = SyncStatus::Help;

constexpr Micros second = 1'000'000;
constexpr Micros first_wait = 2 * second;
constexpr Micros longest_backoff = 15 * 60 * second;
constexpr Micros revoked_wait = longest_wait;

/// "type/subtype; charset=..." without what follows the type, in lower case.
std::string media_type(const std::string& header) {
    std::string out = header.substr(0, header.find(';'));
    while (!out.empty() && out.back() == ' ') out.pop_back();
    for (char& letter : out)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return out;
}

IncarnationState* find(UploadState& state, const IncarnationId& id) {
    for (IncarnationState& incarnation : state.incarnations)
        if (incarnation.id == id) return &incarnation;
    return nullptr;
}

void note(UploadStep& out, IncarnationState& incarnation, std::int64_t mark, const std::string& epoch) {
    const bool news = incarnation.acknowledged != mark || out.state.epoch != epoch;
    incarnation.acknowledged = mark;
    if (news) out.effects.push_back(NoteAcknowledged{incarnation.id, mark, epoch});
}

/// The server is another one than we knew. The other incarnations are doubted under the old epoch, so that a
/// crash before the new one is noted only makes us doubt again.
void doubt_others(UploadStep& out, const IncarnationId& answered) {
    for (IncarnationState& incarnation : out.state.incarnations)
        if (incarnation.id != answered && incarnation.acknowledged == incarnation.last &&
            incarnation.last > 0)
            note(out, incarnation, incarnation.last - 1, out.state.epoch);
}

void be_content(UploadState& state, Micros now) {
    state.failures = 0;
    state.offline_since = 0;
    state.help = Help::none;
    state.help_detail.clear();
    state.confirmed_at = now;
    state.most_records = std::min(chunk_records, state.most_records + 10);
}

/// Plus or minus a tenth, so that the peaks of one morning do not come back.
Micros spread_wait(UploadState& state, int seconds) {
    const Micros wait = std::clamp<Micros>(seconds * second, second, longest_wait);
    const auto tenth = static_cast<std::uint64_t>(wait / 10);
    return wait - static_cast<Micros>(tenth) +
           static_cast<Micros>(SplitMix64(draw(state)).below(2 * tenth + 1));
}

void plan_next(UploadState& state, int next_sync_after_s, Micros now) {
    const bool more = std::any_of(state.incarnations.begin(), state.incarnations.end(), [&](const auto& one) {
        return one.acknowledged < one.last && !(one.current && state.undecided);
    });
    state.wake_at = more ? now : std::min(now + longest_wait, now + spread_wait(state, next_sync_after_s));
}

void begin_incarnation(UploadStep& out, Micros now) {
    fail(out.state, now);  // a server that sees forks everywhere must not make us mint without end
    out.effects.push_back(BeginIncarnation{});
}

/// A heartbeat compared nothing. In the epoch that acknowledged our records its mark is good, in another it
/// is not.
void take_heartbeat(UploadStep& out, IncarnationState& incarnation, const ChunkAnswer& answer,
                    bool new_epoch) {
    const std::int64_t mark = std::min(answer.high_water_mark, incarnation.acknowledged);
    note(out, incarnation, new_epoch ? std::max<std::int64_t>(0, mark - 1) : mark, answer.epoch);
}

/// Whether the first record of the chunk was compared with one that the server had: then it vouches. A
/// withheld one looks like any other withheld one, which only matters after a restore.
bool vouches(const InFlight& sent, const IncarnationState& incarnation, const ChunkAnswer& answer,
             bool new_epoch) {
    if (sent.first > incarnation.acknowledged) return true;  // no acknowledged record was sent along
    if (sent.first == 1) return true;
    for (const ItemVerdict& verdict : answer.verdicts)
        if (verdict.seq == sent.first)
            return verdict.verdict == Verdict::duplicate ||
                   (!new_epoch && verdict.verdict != Verdict::stored);
    return !new_epoch;
}

void take_mark(UploadStep& out, const InFlight& sent, const ChunkAnswer& answer, Micros now) {
    UploadState& state = out.state;
    IncarnationState* incarnation = find(state, sent.incarnation);
    if (!incarnation) return fail(state, now);
    const std::int64_t mark = std::min(answer.high_water_mark, sent.last);
    if (!sent.heartbeat && mark < sent.first) return fail(state, now);
    const bool new_epoch = !state.epoch.empty() && answer.epoch != state.epoch;
    if (new_epoch) doubt_others(out, sent.incarnation);
    const bool good = sent.heartbeat || vouches(sent, *incarnation, answer, new_epoch);
    if (sent.heartbeat)
        take_heartbeat(out, *incarnation, answer, new_epoch);
    else
        note(out, *incarnation, good ? mark : sent.first - 1, answer.epoch);
    state.epoch = answer.epoch;
    state.step_back = 1;
    const bool doubted = (sent.heartbeat && new_epoch) || !good;
    if (!doubted && incarnation->current && answer.high_water_mark > incarnation->last)
        return begin_incarnation(out, now);
    be_content(state, now);
    plan_next(state, answer.next_sync_after_s, now);
}

void go_to_expected(UploadStep& out, const InFlight& sent, std::int64_t expected, Micros now) {
    IncarnationState* incarnation = find(out.state, sent.incarnation);
    if (!incarnation || expected >= sent.first) return fail(out.state, now);
    note(out, *incarnation, expected - 1, out.state.epoch);
    out.state.wake_at = now;
}

/// The server has something else at `place`; what this chunk holds before it is the same on both sides. A
/// problem echoes no nonce, so it never raises a mark.
void take_fork(UploadStep& out, const InFlight& sent, std::int64_t place, Micros now) {
    UploadState& state = out.state;
    IncarnationState* incarnation = find(state, sent.incarnation);
    if (!incarnation || sent.last < sent.first) return fail(state, now);
    if (place < sent.first || place > sent.last) place = sent.first;  // a server that does not say where
    if (place > sent.first || place == 1) {
        note(out, *incarnation, std::min(incarnation->acknowledged, place - 1), state.epoch);
        state.step_back = 1;
        return begin_incarnation(out, now);
    }
    note(out, *incarnation, std::max<std::int64_t>(0, place - state.step_back), state.epoch);
    state.step_back *= 8;
    state.wake_at = now;
}

/// Too large, says the server (`problem`) or somebody on the way. Only the server's own word sets a record
/// aside.
void send_less(UploadStep& out, const InFlight& sent, const Problem* problem, Micros now) {
    const auto count = sent.last - sent.first + 1;
    const bool single = count == 1 || (count == 2 && sent.first > 1);  // beside the one that vouches
    if (count < 1 || (single && !problem))
        return ask_for_help(out.state, Help::server_refuses, "a single record is refused as too large", now);
    if (single) out.effects.push_back(SetAside{sent.incarnation, sent.last, problem->detail});
    out.state.most_records = std::max<std::size_t>(2, static_cast<std::size_t>(count / 2));
    out.state.wake_at = now;
}

void stop_revoked(UploadState& state, const Problem& problem, Micros now) {
    ask_for_help(state, Help::revoked, problem.detail, now);
    state.wake_at = now + revoked_wait;
}

void take_problem(UploadStep& out, const InFlight& sent, const Problem& problem, const Answered& answer,
                  Micros now) {
    if (answer.status == 409 && problem.code == "gap" && problem.expected_seq)
        return go_to_expected(out, sent, *problem.expected_seq, now);
    if (answer.status == 409 && problem.code == "forked")
        return take_fork(out, sent, problem.expected_seq.value_or(sent.first), now);
    if (answer.status == 413) return send_less(out, sent, &problem, now);
    if (answer.status == 401 || answer.status == 403) return stop_revoked(out.state, problem, now);
    const bool passing = answer.status >= 500 || answer.status == 429 || answer.status == 408;
    if (passing) return fail(out.state, now, answer.retry_after_s);
    ask_for_help(out.state, Help::server_refuses, problem.detail, now);
}

/// Not the server's own words: a login page, a proxy, or a server that is starting.
void take_foreign(UploadState& state, const Answered& answer, Micros now) {
    if (answer.status >= 500 && answer.status != 511) return fail(state, now, answer.retry_after_s);
    ask_for_help(state, Help::network_login, "", now);
}

}  // namespace

std::uint64_t draw(UploadState& state) {
    SplitMix64 generator(state.seed);
    const std::uint64_t number = generator.next();
    state.seed = generator.next();
    return number;
}

void fail(UploadState& state, Micros now, std::optional<int> at_least_s) {
    state.in_flight.reset();
    if (state.failures == 0) state.offline_since = now;
    const Micros bound = std::min(longest_backoff, first_wait << std::min(state.failures, 20));
    state.failures++;
    const auto jitter = static_cast<Micros>(SplitMix64(draw(state)).below(static_cast<std::uint64_t>(bound)));
    const Micros least = std::min(longest_backoff, std::max(0, at_least_s.value_or(0)) * second);
    state.wake_at = now + least + std::max(second / 2, jitter);
}

void ask_for_help(UploadState& state, Help help, const std::string& detail, Micros now) {
    fail(state, now);
    state.help = help;
    state.help_detail = detail;
}

void take_answer(UploadStep& out, const Answered& answer, Micros now) {
    UploadState& state = out.state;
    if (!state.in_flight) return;
    const InFlight sent = *std::exchange(state.in_flight, std::nullopt);
    const std::string type = media_type(answer.content_type);
    if (answer.status == 200 && type == content_type) {
        const auto read = chunk_answer_from_json(answer.body);
        if (read && read->nonce == sent.nonce) return take_mark(out, sent, *read, now);
    }
    if (answer.status >= 400 && type == problem_content_type)
        if (const auto problem = problem_from_json(answer.body))
            return take_problem(out, sent, *problem, answer, now);
    if (answer.status == 413) return send_less(out, sent, nullptr, now);
    take_foreign(state, answer, now);
}

}  // namespace touchstone::sync
