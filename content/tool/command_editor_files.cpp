// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/editor_files.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

enum class State { absent, same, different };

Result<State> state_of(const fs::path& file, const std::string& wanted) {
    std::error_code none;
    if (!fs::exists(file, none)) return State::absent;
    const auto found = read_file(file);
    if (!found) return found.error();
    return *found == wanted ? State::same : State::different;
}

}  // namespace

int run_editor_files(const Options& options) {
    const auto files = editor_files();
    std::map<std::string, State> states;
    std::vector<std::string> different;
    for (const auto& [name, text] : files) {
        const auto state = state_of(fs::path(options.path) / name, text);
        if (!state) return complain(state.error());
        states[name] = *state;
        if (*state == State::different) different.push_back(name);
    }
    if (!different.empty() && !options.overwrite)
        return complain({Error::Kind::refused,
                         fmt::format("{}: there already, with other content: {}; nothing was written",
                                     options.path, fmt::join(different, ", ")),
                         "--overwrite replaces them; to keep your own, write into another folder and copy "
                         "what you need"});
    for (const auto& [name, text] : files) {
        const fs::path file = fs::path(options.path) / name;
        if (states[name] == State::same) {
            fmt::print("{}: as before\n", file.string());
            continue;
        }
        if (auto written = write_in_folder(file, text); !written) return complain(written.error());
        fmt::print("{}: {}\n", file.string(), states[name] == State::absent ? "written" : "overwritten");
    }
    return clean;
}

}  // namespace touchstone::content
