// SPDX-License-Identifier: Apache-2.0
#include "tests/content/page_commands.h"

#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "content/tool/load.h"

namespace touchstone::test {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        line.erase(line.find_last_not_of(" \r") + 1);
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> lines_of_page(const std::string& name) {
    auto text = content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/docs/" + name);
    REQUIRE(text);
    return lines_of(*text);
}

bool starts(const std::string& text, const std::string& with) { return text.rfind(with, 0) == 0; }

bool is_typed(const std::string& line) {
    const auto at = line.find_first_not_of(' ');
    return at != std::string::npos && starts(line.substr(at), "> ");
}

bool fits(const std::string& shown, const std::string& real) {
    constexpr std::string_view rest = "...";
    if (shown.size() < rest.size() || shown.substr(shown.size() - rest.size()) != rest) return shown == real;
    return starts(real, shown.substr(0, shown.size() - rest.size()));
}

std::vector<std::string> cells_of(const std::string& row) {
    std::vector<std::string> cells;
    std::istringstream in(row.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) {
        const auto from = cell.find_first_not_of(' ');
        cells.push_back(from == std::string::npos ? ""
                                                  : cell.substr(from, cell.find_last_not_of(' ') + 1 - from));
    }
    return cells;
}

[[noreturn]] void become(const std::string& command, const std::string& folder) {
    const std::string path =
        std::string(TOUCHSTONE_BINARY_DIR) + "/bin:" + (::getenv("PATH") ? ::getenv("PATH") : "");
    ::setenv("PATH", path.c_str(), 1);
    if (::chdir(folder.c_str()) == 0)
        ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
}

}  // namespace

std::vector<PageBlock> blocks_of_page(const std::string& name) {
    std::vector<PageBlock> blocks;
    std::string lead;
    bool inside = false;
    for (const std::string& line : lines_of_page(name)) {
        if (starts(line, "```")) {
            inside = !inside;
            if (inside) blocks.push_back({line.substr(3), lead, {}});
            if (!inside) lead.clear();
        } else if (inside) {
            blocks.back().lines.push_back(line);
        } else if (!line.empty()) {
            lead = line;
        }
    }
    REQUIRE_FALSE(inside);
    return blocks;
}

std::vector<std::vector<std::string>> table_of_page(const std::string& name, const std::string& first) {
    std::vector<std::vector<std::string>> rows;
    bool inside = false;
    for (const std::string& line : lines_of_page(name)) {
        if (starts(line, "| " + first + " |")) inside = true;
        if (inside && !starts(line, "|")) break;
        if (inside) rows.push_back(cells_of(line));
    }
    REQUIRE(rows.size() > 2);
    rows.erase(rows.begin(), rows.begin() + 2);
    return rows;
}

std::vector<std::string> typed_in(const PageBlock& shown) {
    std::vector<std::string> typed;
    for (const std::string& line : shown.lines)
        if (is_typed(line)) typed.push_back(line.substr(line.find("> ") + 2));
    return typed;
}

std::string missing_line(const PageBlock& shown, const std::string& output) {
    const auto real = lines_of(output);
    auto at = real.begin();
    for (const std::string& line : shown.lines) {
        if (line.empty() || line == "..." || is_typed(line)) continue;
        at = std::find_if(at, real.end(), [&](const std::string& one) { return fits(line, one); });
        if (at == real.end()) return line;
        ++at;
    }
    return {};
}

std::vector<std::string> codes_in(const std::string& output) {
    std::set<std::string> codes;
    const std::regex code("^(error|warning|note)\\[[A-Z][0-9]+\\]");
    for (const std::string& line : lines_of(output)) {
        std::smatch match;
        if (std::regex_search(line, match, code)) codes.insert(match.str());
    }
    return {codes.begin(), codes.end()};
}

ToolRun run_at_terminal(const std::string& command, const std::string& folder,
                        const std::vector<std::string>& typed) {
    termios quiet{};  // no echo: what was typed is not what the program says
    ::cfmakeraw(&quiet);
    quiet.c_lflag |= ICANON;
    quiet.c_cc[VEOF] = 4;
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, &quiet, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) become(command, folder);
    std::string keys;
    for (const std::string& line : typed) keys += line + "\n";
    keys += "\x04";  // whoever asks for more is told that there is none
    REQUIRE(::write(terminal, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    ToolRun run;
    std::array<char, 4096> buffer{};
    // The end of the program is told as an error of reading.
    for (ssize_t n = 0; (n = ::read(terminal, buffer.data(), buffer.size())) > 0;)
        run.output.append(buffer.data(), static_cast<std::size_t>(n));
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    ::close(terminal);
    run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 1000;
    return run;
}

}  // namespace touchstone::test
