// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "content/tool/ratings_table.h"

namespace touchstone::content {

/// What the readers of a pack, or of one scenario, agree on.
struct RatingsReport {
    struct Reader {
        std::string name, kind;
        std::size_t ratings = 0;
    };
    /// Agreement on one scenario, or on one drill with all its variants.
    struct Agreement {
        std::string id;
        std::optional<double> alpha;  // none when there is nothing to compare
    };
    struct Moment {
        std::string address;  // late-pickup/arrival
        int readers = 0;      // the fewest that any of its answers and indicators has
        int experts = 0;
        bool arguable = false;     // its two best choices lie less than half a rating point apart
        std::string best, second;  // of an arguable moment
        int lead_48 = 0;           // by which the best leads; 12 are a rating point
        std::vector<std::string>
            disputed;  // "own-it people.comfort": the readers' deviation is over one point
        bool provisional() const;
    };
    std::string id;
    std::size_t asked = 0;    // answers times indicators
    std::size_t rated = 0;    // of them by three readers or more
    std::size_t differs = 0;  // where `rated` is not the readers' mean
    std::vector<Reader> readers;
    std::optional<double> alpha;
    std::vector<Agreement> agreements;
    std::vector<Moment> moments;
};

RatingsReport make_ratings_report(const PackSources& sources, const RatingsTable& table);

std::string to_text(const RatingsReport& report);
std::string to_json(const RatingsReport& report);

}  // namespace touchstone::content
