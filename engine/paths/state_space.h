// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/play/encounter.h"

namespace touchstone::paths {

/// The customer's state is a cell of a cube: satisfaction, trust and patience in steps of 5, 0..20 each.
inline constexpr std::size_t side = 21;
inline constexpr std::size_t cell_count = side * side * side;
struct Steps {
    std::uint8_t satisfaction, trust, patience;  // 0..20
};
constexpr std::size_t cell_at(std::size_t satisfaction, std::size_t trust, std::size_t patience) {
    return (satisfaction * side + trust) * side + patience;
}
constexpr std::array<Steps, cell_count> make_steps() {
    std::array<Steps, cell_count> steps{};
    for (std::uint8_t s = 0; s < side; ++s)
        for (std::uint8_t t = 0; t < side; ++t)
            for (std::uint8_t p = 0; p < side; ++p) steps[cell_at(s, t, p)] = {s, t, p};
    return steps;
}
/// Where each of the 9,261 cells lies.
inline constexpr std::array<Steps, cell_count> steps_of = make_steps();
CustomerState state_at(std::size_t cell);
std::size_t cell_of(const CustomerState& state);

/// A set of cells that also says the how-manieth of them a cell is.
class CellSet {
public:
    void add(std::size_t cell) { words_[cell / 64] |= std::uint64_t{1} << (cell % 64); }
    bool has(std::size_t cell) const { return (words_[cell / 64] >> (cell % 64) & 1U) != 0; }
    /// Counts the cells; afterwards `rank` is right until the next `add`.
    std::size_t number();
    /// How many cells of the set lie before `cell`.
    std::size_t rank(std::size_t cell) const {
        const std::uint64_t below = words_[cell / 64] & ((std::uint64_t{1} << (cell % 64)) - 1);
        return before_[cell / 64] + static_cast<std::size_t>(__builtin_popcountll(below));
    }
    /// Calls visit(cell) in ascending order.
    template <class Visit>
    void each(Visit visit) const {
        for (std::size_t w = 0; w < words_.size(); ++w)
            for (std::uint64_t left = words_[w]; left != 0; left &= left - 1)
                visit(w * 64 + static_cast<std::size_t>(__builtin_ctzll(left)));
    }

private:
    static constexpr std::size_t word_count = (cell_count + 63) / 64;
    std::array<std::uint64_t, word_count> words_{};
    std::array<std::uint16_t, word_count> before_{};
};

/// Whether somebody listened or apologised on the way; only a recovery asks (DEFINITIONS A4).
bool acknowledged(const Scenario& scenario, const Position& position);

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// What one move does to every state of a room. How satisfaction, trust and patience change does not depend
/// on each other; the tables are filled by making the move (`after_choice` and its like), so that exploring
/// and playing cannot disagree.
struct RoomMove {
    enum class Kind : std::uint8_t { choice, ask, leave };
    Kind kind = Kind::choice;
    std::size_t index = 0;         // of the choice or ask in the author's order
    std::size_t room = nowhere;    // where it leads, when the encounter goes on
    std::size_t ending = nowhere;  // where it ends, when it leads to an ending
    Loss own = 0;                  // what the choice itself loses
    std::array<std::uint8_t, side> satisfaction{}, trust{};
    std::array<std::uint8_t, side> patience{};  // 0: the customer leaves
    Situation after;                            // facts, marks, spent afterwards; its state is not used
};

/// All reachable states that share everything but the customer's state.
struct Room {
    std::size_t moment = 0;
    NameSet facts = 0, marks = 0;
    std::uint8_t asked = 0;
    bool acknowledged = false;  // somebody listened or apologised; kept in recoveries only
    bool critical = false;      // a RED rule was broken
    std::int64_t spent = 0;
    CellSet cells;
    std::size_t first = 0;  // number of the first state; states are numbered room by room
    std::vector<RoomMove> moves;
};

/// Every state that play can reach from a start, as rooms in an order in which moves lead only forwards. The
/// scenario must outlive it.
class StateSpace {
public:
    struct Start {
        Position position;
        bool critical = false;
    };
    /// Nothing beyond `state_limit` states. Without asks, only choices are made and nobody leaves.
    static std::optional<StateSpace> reach(const Scenario& scenario, const Start& start,
                                           std::size_t state_limit, bool with_asks = true);

    const std::vector<Room>& rooms() const { return rooms_; }
    std::size_t states() const { return states_; }
    /// The room of a position, or `nowhere`.
    std::size_t room_of(const Position& position, bool critical) const;
    /// The number of a reachable state.
    std::size_t state(std::size_t room, std::size_t cell) const {
        return rooms_[room].first + rooms_[room].cells.rank(cell);
    }
    /// The cell after a move that goes on from `cell`, or `nowhere` when the encounter ends there.
    static std::size_t land(const RoomMove& move, std::size_t cell) {
        const Steps at = steps_of[cell];
        const std::size_t patience = move.patience[at.patience];
        if (patience == 0 || move.room == nowhere) return nowhere;
        return cell_at(move.satisfaction[at.satisfaction], move.trust[at.trust], patience);
    }
    /// How the encounter ends by a move that does not go on from `cell`.
    End end(const RoomMove& move, std::size_t cell) const;
    const Scenario& scenario() const { return *scenario_; }

private:
    friend class Reacher;
    const Scenario* scenario_ = nullptr;
    std::vector<Room> rooms_;
    std::size_t states_ = 0;
};

}  // namespace touchstone::paths
