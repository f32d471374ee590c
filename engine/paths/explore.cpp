// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/explore.h"

#include <algorithm>
#include <limits>
#include <memory>

#include "engine/paths/loss.h"
#include "engine/paths/state_space.h"

namespace touchstone {

namespace {

using paths::nowhere;
using paths::Room;
using paths::RoomMove;
using paths::StateSpace;

/// Losses and asks in one number, so that the least of it is the least loss with the fewest asks.
using Weight = std::int32_t;
constexpr Weight ask_weight = 1;
constexpr Weight loss_weight = 256;
constexpr Weight unknown = std::numeric_limits<Weight>::min();
Weight weight_of(Loss loss) { return static_cast<Weight>(loss * loss_weight); }

/// The losses by which a move may end, by outcome.
class EndLosses {
public:
    EndLosses(const StateSpace& space, const std::vector<Loss>& potential, const Room& room,
              const RoomMove& move)
        : space_(space), move_(move) {
        const Scenario& scenario = space.scenario();
        const Choice* choice = move.kind == RoomMove::Kind::choice
                                   ? &scenario.moments[room.moment].choices[move.index]
                                   : nullptr;
        const auto losses = [&](End::How how, std::size_t ending) {
            std::vector<Loss> all;
            for (std::size_t i = 0; i < scenario.endings[ending].outcomes.size(); ++i)
                all.push_back(loss_at_end(scenario, potential, room.moment, choice, End{how, ending, i}));
            return all;
        };
        const bool leaving = move.kind == RoomMove::Kind::leave;
        left_ = losses(leaving ? End::How::left : End::How::patience_gone, scenario.leaves);
        if (move.ending != nowhere) ended_ = losses(End::How::outcome, move.ending);
    }

    Loss at(const End& end) const {
        return end.how == End::How::outcome ? ended_[end.outcome] : left_[end.outcome];
    }
    End end(std::size_t cell) const { return space_.end(move_, cell); }

private:
    const StateSpace& space_;
    const RoomMove& move_;
    std::vector<Loss> left_, ended_;
};

}  // namespace

class Explorer {
public:
    explicit Explorer(StateSpace space)
        : space_(std::move(space)),
          potential_(potential_losses(space_.scenario())),
          least_(space_.states(), std::numeric_limits<Weight>::max()),
          most_(space_.states(), unknown) {
        for (const Ending& ending : space_.scenario().endings) outcomes_.emplace_back(ending.outcomes.size());
        for (std::size_t i = space_.rooms().size(); i-- > 0;)
            for (const RoomMove& move : space_.rooms()[i].moves) weigh(space_.rooms()[i], move);
    }

    Loss least(std::size_t state) const { return least_[state] / loss_weight; }
    Loss most(std::size_t state) const { return most_[state] / loss_weight; }
    Loss least_from(const Position& position, bool red) const {
        return least(space_.state(space_.room_of(position, red), paths::cell_of(position.state)));
    }

    Exploration finish() {
        const Position start = start_of(space_.scenario());
        found_.best = least(0);
        found_.worst = most(0);
        found_.best_path = follow(start, least_);
        found_.worst_path = follow(start, most_);
        found_.states = space_.states();
        note_rooms();
        note_possible();
        return std::move(found_);
    }

private:
    static Weight toll(const RoomMove& move) {
        return weight_of(move.own) + (move.kind == RoomMove::Kind::ask ? ask_weight : 0);
    }

    void weigh(const Room& room, const RoomMove& move) {
        const EndLosses ends(space_, potential_, room, move);
        const Room* next = move.room == nowhere ? nullptr : &space_.rooms()[move.room];
        const Weight toll_here = toll(move);
        std::size_t state = room.first;
        room.cells.each([&](std::size_t cell) {
            const std::size_t landing = StateSpace::land(move, cell);
            Weight least, most;
            if (landing == nowhere) {
                least = most = weight_of(end_here(ends, cell));
            } else {
                const std::size_t there = next->first + next->cells.rank(landing);
                least = least_[there];
                most = most_[there];
            }
            least_[state] = std::min(least_[state], least + toll_here);
            most_[state] = std::max(most_[state], most + weight_of(move.own));
            ++state;
        });
    }

    Loss end_here(const EndLosses& ends, std::size_t cell) {
        const End end = ends.end(cell);
        outcomes_[end.ending][end.outcome] = true;
        return ends.at(end);
    }

    /// The path from the start along which `weights` (the least or the most) come true.
    std::vector<std::string> follow(Position position, const std::vector<Weight>& weights) const {
        std::vector<std::string> path;
        const bool least = &weights == &least_;
        std::size_t room_index = 0;
        std::size_t cell = paths::cell_of(position.state);
        for (;;) {
            const Room& room = space_.rooms()[room_index];
            const Moment& moment = space_.scenario().moments[room.moment];
            const Weight here = weights[space_.state(room_index, cell)];
            const RoomMove* taken = nullptr;
            std::size_t landing = nowhere;
            for (const RoomMove& move : room.moves) {
                const Weight own = least ? toll(move) : weight_of(move.own);
                landing = StateSpace::land(move, cell);
                const EndLosses ends(space_, potential_, room, move);
                const Weight later = landing == nowhere ? weight_of(ends.at(ends.end(cell)))
                                                        : weights[space_.state(move.room, landing)];
                if (own + later != here) continue;
                taken = &move;
                break;
            }
            if (taken->kind == RoomMove::Kind::leave) {
                path.emplace_back("leave");
                return path;
            }
            path.push_back(taken->kind == RoomMove::Kind::choice ? moment.choices[taken->index].id
                                                                 : moment.asks[taken->index].id);
            if (landing == nowhere) return path;
            room_index = taken->room;
            cell = landing;
        }
    }

    void note_rooms() {
        for (const Room& room : space_.rooms()) {
            found_.moments.insert(room.moment);
            bool any_choice = false;
            for (const RoomMove& move : room.moves) {
                found_.most_spent = std::max(found_.most_spent, move.after.spent);
                if (move.kind != RoomMove::Kind::choice) continue;
                found_.choices.insert({room.moment, move.index});
                any_choice = true;
            }
            if (!any_choice) found_.dead_ends.insert(room.moment);
        }
        for (std::size_t e = 0; e < outcomes_.size(); ++e)
            for (std::size_t o = 0; o < outcomes_[e].size(); ++o)
                if (outcomes_[e][o]) found_.outcomes.insert({e, o});
    }

    /// Walks forwards with the least and the most that was lost on the way to each state.
    void note_possible() {
        found_.still_possible.assign(space_.scenario().moments.size(), std::nullopt);
        std::vector<Weight> fewest(space_.states(), std::numeric_limits<Weight>::max());
        std::vector<Weight> highest(space_.states(), unknown);
        fewest[0] = highest[0] = 0;
        for (const Room& room : space_.rooms()) {
            auto& possible = found_.still_possible[room.moment];
            for (const RoomMove& move : room.moves)
                if (move.room != nowhere) carry(room, move, fewest, highest);
            std::size_t state = room.first;
            room.cells.each([&](std::size_t) {
                const Loss low = fewest[state] / loss_weight + least(state);
                const Loss high = highest[state] / loss_weight + least(state);
                ++state;
                if (!possible) possible = StillPossible{low, high, room.critical, room.critical};
                if (capped(low, room.critical) < capped(possible->luckiest, possible->luckiest_red))
                    possible->luckiest = low, possible->luckiest_red = room.critical;
                if (capped(high, room.critical) > capped(possible->unluckiest, possible->unluckiest_red))
                    possible->unluckiest = high, possible->unluckiest_red = room.critical;
            });
        }
    }
    /// Five times the loss that a score stands for: after a broken RED rule at least 60 % of the worst.
    Loss capped(Loss loss, bool red) const { return red ? std::max(loss * 5, found_.worst * 3) : loss * 5; }
    void carry(const Room& room, const RoomMove& move, std::vector<Weight>& fewest,
               std::vector<Weight>& highest) const {
        const Room& next = space_.rooms()[move.room];
        const Weight own = weight_of(move.own);
        std::size_t state = room.first;
        room.cells.each([&](std::size_t cell) {
            const std::size_t landing = StateSpace::land(move, cell);
            if (landing != nowhere) {
                const std::size_t there = next.first + next.cells.rank(landing);
                fewest[there] = std::min(fewest[there], fewest[state] + own);
                highest[there] = std::max(highest[there], highest[state] + own);
            }
            ++state;
        });
    }

    StateSpace space_;
    std::vector<Loss> potential_;
    std::vector<Weight> least_, most_;
    std::vector<std::vector<bool>> outcomes_;  // per ending: which of its outcomes was seen
    Exploration found_;
};

namespace {

Error too_many(const Scenario& scenario, std::size_t limit) {
    return {Error::Kind::too_large,
            "scenario `" + scenario.id + "` has more than " + std::to_string(limit) + " states to explore",
            "use fewer facts, marks or costs, or split the scenario"};
}

Result<Explorer> explorer(const Scenario& scenario, const Position& start, std::size_t limit) {
    const Loss most = potential_losses(scenario)[scenario.start] * 2 + loss_of_one * 3;
    auto space = StateSpace::reach(scenario, {start, false}, limit);
    if (!space || most >= std::numeric_limits<Weight>::max() / loss_weight) return too_many(scenario, limit);
    return Explorer(std::move(*space));
}

}  // namespace

Result<Exploration> explore(const Scenario& scenario, std::size_t state_limit) {
    auto known = explorer(scenario, start_of(scenario), state_limit);
    if (!known) return known.error();
    return known->finish();
}

Result<LeastLosses> LeastLosses::of(const Scenario& scenario, std::size_t state_limit) {
    auto known = explorer(scenario, start_of(scenario), state_limit);
    if (!known) return known.error();
    LeastLosses losses;
    losses.explorer_ = std::make_shared<const Explorer>(std::move(*known));
    return losses;
}

Loss LeastLosses::from(const Position& position, bool broke_red_rule) const {
    return explorer_->least_from(position, broke_red_rule);
}

Result<Loss> most_loss_from(const Scenario& scenario, const Position& start) {
    auto known = explorer(scenario, start, default_state_limit);
    if (!known) return known.error();
    return known->most(0);
}

Result<Loss> least_loss_from(const Scenario& scenario, const Encounter& encounter) {
    if (encounter.finished()) return Loss{0};
    auto known = explorer(scenario, encounter, default_state_limit);
    if (!known) return known.error();
    return known->least(0);
}

}  // namespace touchstone
