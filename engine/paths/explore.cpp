// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/explore.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "engine/paths/loss.h"

namespace touchstone {

namespace {

/// What lies ahead of a position. Moves are numbered: choices first, then asks, then leaving.
struct Ahead {
    Loss least = 0;
    int asks_of_least = 0;
    std::size_t best_move = 0;
    Loss most = -1;
    std::size_t worst_move = 0;
};

class Explorer {
public:
    Explorer(const Scenario& scenario, std::size_t state_limit)
        : scenario_(scenario), state_limit_(state_limit), potential_(potential_losses(scenario)) {}

    /// Nothing beyond the limit of states.
    std::optional<Ahead> ahead_of(const Position& position) {
        const std::uint64_t key = key_of(position);
        if (const auto known = known_.find(key); known != known_.end()) return known->second;
        if (known_.size() >= state_limit_) return std::nullopt;
        found_.moments.insert(position.moment);
        found_.most_spent = std::max(found_.most_spent, position.spent);
        const auto ahead = weigh(position);
        if (ahead) known_.emplace(key, *ahead);
        return ahead;
    }

    Exploration finish(const Ahead& start) {
        found_.best = start.least;
        found_.worst = start.most;
        found_.best_path = follow(&Ahead::best_move);
        found_.worst_path = follow(&Ahead::worst_move);
        found_.states = known_.size();
        return found_;
    }

    std::size_t states() const { return known_.size(); }

private:
    std::uint64_t key_of(const Position& p) {
        const auto spent = spent_index_.emplace(p.spent, spent_index_.size()).first->second;
        const bool acknowledged = scenario_.recovery && (p.steps & (step_listen | step_apologise)) != 0;
        std::uint64_t key = p.moment;
        key = key * 21 + static_cast<std::uint64_t>(p.state.satisfaction / 5);
        key = key * 21 + static_cast<std::uint64_t>(p.state.trust / 5);
        key = key * 21 + static_cast<std::uint64_t>(p.state.patience / 5);
        key = (key << 8U) | p.facts;
        key = (key << 8U) | p.marks;
        key = (key << 3U) | p.asked;
        key = (key << 1U) | (acknowledged ? 1U : 0U);
        return (key << 12U) | spent;
    }

    std::optional<Ahead> weigh(const Position& position) {
        const Moment& moment = scenario_.moments[position.moment];
        Ahead ahead{0, -1, 0, -1, 0};
        for (const std::size_t i : available_choices(moment, position.facts)) {
            found_.choices.insert({position.moment, i});
            const Choice& choice = moment.choices[i];
            if (!take(ahead, position, i, after_choice(scenario_, position, i), &choice,
                      choice_loss(moment, choice), 0))
                return std::nullopt;
        }
        for (std::size_t i = 0; i < moment.asks.size(); ++i) {
            if (contains(position.asked, i)) continue;
            if (!take(ahead, position, moment.choices.size() + i, after_ask(scenario_, position, i), nullptr,
                      0, 1))
                return std::nullopt;
        }
        if (!take(ahead, position, leave_move(moment), after_leaving(scenario_, position), nullptr, 0, 0))
            return std::nullopt;
        return ahead;
    }

    /// Weighs one move into `ahead`; false beyond the limit of states.
    bool take(Ahead& ahead, const Position& from, std::size_t number, const Move& move, const Choice* choice,
              Loss own, int asks) {
        Ahead later;
        found_.most_spent = std::max(found_.most_spent, move.position.spent);
        if (move.end) {
            found_.outcomes.insert({move.end->ending, move.end->outcome});
            later.least = later.most = loss_at_end(scenario_, potential_, from.moment, choice, *move.end);
        } else if (const auto known = ahead_of(move.position)) {
            later = *known;
        } else {
            return false;
        }
        const Loss least = own + later.least;
        const int asks_used = asks + later.asks_of_least;
        const bool first = ahead.asks_of_least < 0;
        if (first || least < ahead.least || (least == ahead.least && asks_used < ahead.asks_of_least)) {
            ahead.least = least;
            ahead.asks_of_least = asks_used;
            ahead.best_move = number;
        }
        if (own + later.most > ahead.most) {
            ahead.most = own + later.most;
            ahead.worst_move = number;
        }
        return true;
    }

    static std::size_t leave_move(const Moment& moment) { return moment.choices.size() + moment.asks.size(); }

    std::vector<std::string> follow(std::size_t Ahead::*move) {
        std::vector<std::string> path;
        Position position = start_of(scenario_);
        for (;;) {
            const Moment& moment = scenario_.moments[position.moment];
            const std::size_t number = known_.at(key_of(position)).*move;
            if (number == leave_move(moment)) {
                path.emplace_back("leave");
                return path;
            }
            const bool is_choice = number < moment.choices.size();
            const std::size_t ask = number - moment.choices.size();
            path.push_back(is_choice ? moment.choices[number].id : moment.asks[ask].id);
            const Move next =
                is_choice ? after_choice(scenario_, position, number) : after_ask(scenario_, position, ask);
            if (next.end) return path;
            position = next.position;
        }
    }

    const Scenario& scenario_;
    std::size_t state_limit_;
    std::vector<Loss> potential_;
    std::unordered_map<std::uint64_t, Ahead> known_;
    std::unordered_map<std::int64_t, std::uint64_t> spent_index_;
    Exploration found_;
};

Error too_many(const Scenario& scenario, std::size_t limit) {
    return {Error::Kind::too_large,
            "scenario `" + scenario.id + "` has more than " + std::to_string(limit) + " states to explore",
            "use fewer facts, marks or costs, or split the scenario"};
}

}  // namespace

Result<Exploration> explore(const Scenario& scenario, std::size_t state_limit) {
    Explorer explorer(scenario, state_limit);
    const auto start = explorer.ahead_of(start_of(scenario));
    if (!start) return too_many(scenario, state_limit);
    return explorer.finish(*start);
}

Result<Loss> least_loss_from(const Scenario& scenario, const Encounter& encounter) {
    constexpr std::size_t limit = 2'000'000;
    if (encounter.finished()) return Loss{0};
    Explorer explorer(scenario, limit);
    const auto ahead = explorer.ahead_of(encounter);
    if (!ahead) return too_many(scenario, limit);
    return ahead->least;
}

}  // namespace touchstone
