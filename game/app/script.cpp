// SPDX-License-Identifier: Apache-2.0
#include "game/app/script.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "engine/basics/utf8.h"

namespace touchstone::game {
namespace {

constexpr std::array commands{"tap",   "touch", "key",   "type",  "wait-for", "expect", "expect-not",
                              "shot",  "dump",  "clock", "idle",  "size",     "lang",   "text",
                              "theme", "quit",  "crash", "close", "wait-file",
                              "pad"};

}  // namespace

Result<std::vector<Command>> read_script(std::string_view text) {
    std::vector<Command> script;
    int number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string line(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.empty() || line[0] == '#') continue;
        const auto space = std::min(line.find(' '), line.size());
        Command command{line.substr(0, space), std::string(trimmed(std::string_view(line).substr(space))), number};
        const bool known = std::any_of(commands.begin(), commands.end(),
                                       [&](const char* name) { return command.name == name; });
        if (!known)
            return Error{Error::Kind::malformed,
                         "line " + std::to_string(number) + ": no command " + command.name};
        script.push_back(std::move(command));
    }
    return script;
}

Result<Micros> read_duration(std::string_view text) {
    const std::string number(text);
    char* end = nullptr;
    const long value = std::strtol(number.c_str(), &end, 10);
    const std::string unit = end;
    constexpr Micros second = 1'000'000;
    if (end != number.c_str() && unit == "d") return value * 86'400 * second;
    if (end != number.c_str() && unit == "h") return value * 3'600 * second;
    if (end != number.c_str() && unit == "m") return value * 60 * second;
    if (end != number.c_str() && unit == "s") return value * second;
    return Error{Error::Kind::malformed, "not a duration: " + number, "Write +1d, +2h, +90m or +30s."};
}

}  // namespace touchstone::game
