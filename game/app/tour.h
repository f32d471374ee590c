// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "game/app/app.h"

namespace touchstone::game {

/// One screen of a tour. `scenario` indexes the pack.
struct Stop {
    std::string name;
    std::size_t scenario = 0;
};

/// Brings an app to every screen, on a log in memory with people and a little history; always the same.
class Tour {
public:
    virtual ~Tour() = default;
    virtual std::vector<Stop> stops() const = 0;
    virtual void visit(App& app, const Stop& stop, const Settings& settings) = 0;
};
Result<std::unique_ptr<Tour>> make_tour(const LoadedPack& pack, Clock& clock);

}  // namespace touchstone::game
