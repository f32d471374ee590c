// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/play_scenario.h"

namespace touchstone::content {

/// A golden playthrough, one `key: value` a line, `#` before a remark:
/// `scenario` first; then what is chosen (`choose`, an ask, a choice or `leave`) and what must follow:
/// `moment` (where play stands now), `state` (satisfaction trust patience), and at the end `outcome`,
/// `score`, `level`.
struct Playthrough {
    struct Line {
        std::string key, value;
        TextPosition at;  // of the value
    };
    std::string scenario;
    TextPosition scenario_at;
    std::vector<Line> lines;  // without `scenario`
};

/// E400 not a `key: value` line, E401 unknown key, E402 no scenario first, E407 nothing is expected.
std::optional<Playthrough> read_playthrough(std::string_view text, Findings& findings);

/// Plays it. E403 what is chosen is not on offer, E404 play is elsewhere or in another state, E405 the
/// encounter is not over, E406 it ended otherwise. The first finding ends it.
void replay(const Playthrough& playthrough, const Playable& playable, Findings& findings);

/// Reads and replays a file with the scenario that it names, E402 when that is not one of `sources`.
void replay_file(std::string_view text, const SourceStandard& standard,
                 const std::vector<SourceScenario>& scenarios, Findings& findings);

/// The playthrough of a finished encounter, with `remarks` (whole lines) on top.
Result<std::string> write_playthrough(const Playable& playable, const Encounter& encounter,
                                      const std::string& remarks);
/// The lines at the top that start with `#`.
std::string remarks_of(std::string_view playthrough);

}  // namespace touchstone::content
