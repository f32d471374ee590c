// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/civil.h"
#include "engine/basics/result.h"

namespace touchstone::game {

/// One line of a script: `tap LABEL`, `touch LABEL`, `key NAME`, `type TEXT`, `wait-for LABEL`, `expect
/// LABEL`, `expect-not LABEL`, `shot FILE`, `dump FILE`, `clock +1d`, `size WxH`, `lang xx`, `text 150`,
/// `theme dark`, `quit`, `crash` (an exception; `crash signal` a signal), `close`, `wait-file FILE`.
struct Command {
    std::string name, argument;
    int line = 0;
};
/// Empty lines and lines that begin with # are nothing. An unknown command is an Error with its line.
Result<std::vector<Command>> read_script(std::string_view text);

/// "+1d", "+90m", "+30s", "+2h" in microseconds.
Result<Micros> read_duration(std::string_view text);

}  // namespace touchstone::game
