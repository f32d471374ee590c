// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/civil.h"

namespace touchstone {

/// FSRS-6 (free spaced repetition scheduler, 21 parameters; Ye, Su and Cao 2022, and the
/// open-spaced-repetition project). The weights are its published defaults, fitted on 350 million reviews.
struct MemoryParameters {
    std::array<double, 21> weights = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                      0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                      1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
    double desired_retention = 0.85;  // recall probability on the due day
    int longest_interval = 180;       // days
    /// Whether repeats on one day count as steps. Ours are coaching and not rated.
    bool short_term = false;
};

enum class Rating { again = 1, hard = 2, good = 3, easy = 4 };

/// How well one drill is remembered.
struct Memory {
    double stability = 0;   // days until recall falls to 90 %
    double difficulty = 0;  // 1..10
    Day last_day = 0;       // of the last rated answer
    Rating last_rating = Rating::again;
    friend bool operator==(const Memory&, const Memory&) = default;
};

/// The memory after an answer on `day`; `before` is nothing for the first one. A day before the last counts
/// as that day.
Memory remembered(const std::optional<Memory>& before, Rating rating, Day day,
                  const MemoryParameters& parameters = {});

/// Probability 0..1 of recall, `elapsed` days after the last answer.
double retrievability(double stability, Day elapsed, const MemoryParameters& parameters = {});
double retrievability_on(const Memory& memory, Day day, const MemoryParameters& parameters = {});

/// Days, 1..longest_interval, until recall falls to the desired retention.
int interval_of(const Memory& memory, const MemoryParameters& parameters = {});
/// `interval` moved by at most 5 % (so not at all below 20 days), always the same way for one person and
/// item: what was learnt together does not stay due together (DEFINITIONS A8).
int spread_interval(int interval, const std::string& person, const std::string& item,
                    const MemoryParameters& parameters = {});
Day due_day(const Memory& memory, const std::string& person, const std::string& item,
            const MemoryParameters& parameters = {});

/// The first answer of a day, as the scheduler sees it.
struct DrillAnswer {
    int quality = 0;  // thousandths
    bool hint = false;
    bool rapid = false;
};
/// Again below 0.45, hard below 0.75, good from there; easy from 0.95 without hint or haste and when the last
/// rating was good or easy already.
Rating rating_of(const DrillAnswer& answer, std::optional<Rating> previous);

/// One drill that a person has answered before.
struct ScheduledDrill {
    std::string drill;
    Memory memory;
    Day due = 0;
};
inline constexpr int drills_a_day = 5;  // about three minutes
/// Indices of the drills for today: due, least remembered first, ties by A8's hash; with `answered_today` at
/// most five. What does not fit waits: there is no debt.
std::vector<std::size_t> due_drills(const std::vector<ScheduledDrill>& drills, const std::string& person,
                                    Day today, int answered_today, const MemoryParameters& parameters = {});

}  // namespace touchstone
