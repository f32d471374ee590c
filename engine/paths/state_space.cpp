// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/state_space.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "engine/paths/loss.h"

namespace touchstone::paths {

namespace {

std::uint8_t step(int value) { return static_cast<std::uint8_t>(value / 5); }

/// For each moment how many others come before it: moves lead only to higher ones.
std::vector<std::size_t> ranks(const Scenario& scenario) {
    std::vector<std::size_t> depth(scenario.moments.size(), nowhere);
    const auto deep = [&](auto& self, std::size_t moment) -> std::size_t {
        if (depth[moment] != nowhere) return depth[moment];
        std::size_t most = 0;
        for (const Choice& choice : scenario.moments[moment].choices)
            if (choice.next.kind == Target::Kind::moment)
                most = std::max(most, self(self, choice.next.index) + 1);
        return depth[moment] = most;
    };
    for (std::size_t i = 0; i < depth.size(); ++i) deep(deep, i);
    const std::size_t deepest = *std::max_element(depth.begin(), depth.end());
    for (std::size_t& d : depth) d = deepest - d;
    return depth;
}

Move make(const Scenario& scenario, const RoomMove& move, const Position& from) {
    switch (move.kind) {
        case RoomMove::Kind::choice:
            return after_choice(scenario, from, move.index);
        case RoomMove::Kind::ask:
            return after_ask(scenario, from, move.index);
        case RoomMove::Kind::leave:
            break;
    }
    return after_leaving(scenario, from);
}

}  // namespace

CustomerState state_at(std::size_t cell) {
    const Steps at = steps_of[cell];
    return {at.satisfaction * 5, at.trust * 5, at.patience * 5};
}

std::size_t cell_of(const CustomerState& state) {
    return cell_at(step(state.satisfaction), step(state.trust), step(state.patience));
}

bool acknowledged(const Scenario& scenario, const Position& position) {
    return scenario.recovery && (position.steps & (step_listen | step_apologise)) != 0;
}

std::size_t CellSet::number() {
    std::size_t count = 0;
    for (std::size_t w = 0; w < word_count; ++w) {
        before_[w] = static_cast<std::uint16_t>(count);
        count += static_cast<std::size_t>(__builtin_popcountll(words_[w]));
    }
    return count;
}

/// Finds the rooms in the order in which moves lead, and fills them with the states that can be reached.
class Reacher {
public:
    Reacher(const Scenario& scenario, std::size_t state_limit, bool with_asks)
        : scenario_(scenario), limit_(state_limit), with_asks_(with_asks), ranks_(ranks(scenario)) {}

    std::optional<StateSpace> reach(const StateSpace::Start& start) {
        rooms_[room_at(start.position, start.critical)].cells.add(cell_of(start.position.state));
        std::size_t states = 0;
        for (const auto& known : rooms_by_key_) {  // grows at its far end while we walk
            Room& room = rooms_[known.second];
            room.first = states;
            states += room.cells.number();
            if (states > limit_) return std::nullopt;
            open_doors(room);
        }
        return in_order(states);
    }

private:
    using Key =
        std::tuple<std::size_t, int, std::size_t, unsigned, unsigned, unsigned, bool, bool, std::int64_t>;

    /// The room of a position; a new one when nobody was there yet.
    std::size_t room_at(const Position& p, bool critical) {
        const bool heard = acknowledged(scenario_, p);
        const Key key{ranks_[p.moment],
                      __builtin_popcount(p.asked),
                      p.moment,
                      p.facts,
                      p.marks,
                      p.asked,
                      heard,
                      critical,
                      p.spent};
        const auto [known, is_new] = rooms_by_key_.emplace(key, rooms_.size());
        if (is_new) {
            Room room;
            room.moment = p.moment;
            room.facts = p.facts;
            room.marks = p.marks;
            room.asked = p.asked;
            room.acknowledged = heard;
            room.critical = critical;
            room.spent = p.spent;
            rooms_.push_back(std::move(room));
        }
        return known->second;
    }

    void open_doors(Room& room) {
        const Moment& moment = scenario_.moments[room.moment];
        for (const std::size_t i : available_choices(moment, room.facts))
            open(room, RoomMove::Kind::choice, i);
        if (!with_asks_) return;
        for (std::size_t i = 0; i < moment.asks.size(); ++i)
            if (!contains(room.asked, i)) open(room, RoomMove::Kind::ask, i);
        open(room, RoomMove::Kind::leave, 0);
    }

    void open(Room& room, RoomMove::Kind kind, std::size_t index) {
        RoomMove move;
        move.kind = kind;
        move.index = index;
        const Position after = try_out(room, move);
        move.after = after.situation();
        if (kind == RoomMove::Kind::choice) {
            const Moment& moment = scenario_.moments[room.moment];
            move.own = choice_loss(moment, moment.choices[index]);
        }
        if (kind != RoomMove::Kind::leave && move.ending == nowhere) fill(room, move, after);
        room.moves.push_back(std::move(move));
    }

    /// Makes the move from each height of patience, then of satisfaction and trust, and notes what became of
    /// them. Returns a position after the move, one that goes on if any does.
    Position try_out(const Room& room, RoomMove& move) const {
        Position from;
        from.moment = room.moment;
        from.facts = room.facts;
        from.marks = room.marks;
        from.asked = room.asked;
        from.spent = room.spent;
        from.steps = room.acknowledged ? step_listen : StepSet{0};
        int lively = 100;
        for (std::size_t i = side; i-- > 0;) {
            from.state = {50, 50, static_cast<int>(i) * 5};
            const Move made = make(scenario_, move, from);
            const bool gone = made.end && made.end->how == End::How::patience_gone;
            move.patience[i] = gone ? std::uint8_t{0} : step(made.position.state.patience);
            if (!gone && made.end && move.kind == RoomMove::Kind::choice) move.ending = made.end->ending;
            if (!gone) lively = static_cast<int>(i) * 5;
        }
        Move made;
        for (std::size_t i = 0; i < side; ++i) {
            from.state = {static_cast<int>(i) * 5, static_cast<int>(i) * 5, lively};
            made = make(scenario_, move, from);
            move.satisfaction[i] = step(made.position.state.satisfaction);
            move.trust[i] = step(made.position.state.trust);
        }
        return made.position;
    }

    void fill(Room& room, RoomMove& move, const Position& after) {
        const bool anybody_stays = std::any_of(move.patience.begin(), move.patience.end(),
                                               [](std::uint8_t patience) { return patience > 0; });
        if (!anybody_stays) return;
        const Moment& moment = scenario_.moments[room.moment];
        const bool red = move.kind == RoomMove::Kind::choice && moment.choices[move.index].critical();
        move.room = room_at(after, room.critical || red);
        CellSet& reached = rooms_[move.room].cells;
        room.cells.each([&](std::size_t cell) {
            const std::size_t next = StateSpace::land(move, cell);
            if (next != nowhere) reached.add(next);
        });
    }

    StateSpace in_order(std::size_t states) {
        std::vector<std::size_t> place(rooms_.size());
        std::size_t next = 0;
        for (const auto& known : rooms_by_key_) place[known.second] = next++;
        StateSpace space;
        space.scenario_ = &scenario_;
        space.states_ = states;
        space.rooms_.resize(rooms_.size());
        for (std::size_t i = 0; i < rooms_.size(); ++i) {
            for (RoomMove& move : rooms_[i].moves)
                if (move.room != nowhere) move.room = place[move.room];
            space.rooms_[place[i]] = std::move(rooms_[i]);
        }
        return space;
    }

    const Scenario& scenario_;
    std::size_t limit_;
    bool with_asks_;
    std::vector<std::size_t> ranks_;
    std::map<Key, std::size_t> rooms_by_key_;
    std::deque<Room> rooms_;
};

std::optional<StateSpace> StateSpace::reach(const Scenario& scenario, const Start& start,
                                            std::size_t state_limit, bool with_asks) {
    return Reacher(scenario, state_limit, with_asks).reach(start);
}

std::size_t StateSpace::room_of(const Position& p, bool critical) const {
    const bool heard = acknowledged(*scenario_, p);
    const auto found = std::find_if(rooms_.begin(), rooms_.end(), [&](const Room& room) {
        return room.moment == p.moment && room.facts == p.facts && room.marks == p.marks &&
               room.asked == p.asked && room.spent == p.spent && room.acknowledged == heard &&
               room.critical == critical;
    });
    return found == rooms_.end() ? nowhere : static_cast<std::size_t>(found - rooms_.begin());
}

End StateSpace::end(const RoomMove& move, std::size_t cell) const {
    const Steps at = steps_of[cell];
    const bool left = move.kind == RoomMove::Kind::leave;
    const bool gone = !left && move.patience[at.patience] == 0;
    const std::size_t ending = left || gone ? scenario_->leaves : move.ending;
    const End::How how = left ? End::How::left : gone ? End::How::patience_gone : End::How::outcome;
    if (scenario_->endings[ending].outcomes.size() == 1) return {how, ending, 0};
    Situation there = move.after;
    there.state = capped(*scenario_, {move.satisfaction[at.satisfaction] * 5, move.trust[at.trust] * 5,
                                      move.patience[at.patience] * 5});
    return {how, ending, outcome_of(scenario_->endings[ending], there)};
}

}  // namespace touchstone::paths
