// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/play_scenario.h"
#include "engine/paths/explore.h"

namespace touchstone::content {

int run_paths(const Options& options) {
    const auto opened = open_scenario(options.path);
    if (!opened) return complain(opened.error());
    const auto playable = make_playable(opened->standard, opened->source);
    if (!playable) return complain(playable.error());
    const auto explored = explore(playable->scenario());
    if (!explored) return complain(explored.error());
    fmt::print("best   {}\nworst  {}\nstates {}\n", fmt::join(explored->best_path, ","),
               fmt::join(explored->worst_path, ","), explored->states);
    return clean;
}

}  // namespace touchstone::content
