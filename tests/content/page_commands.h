// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "tests/content/tool_run.h"

namespace touchstone::test {

/// One fenced block of a page of docs, as somebody meets it who reads from the top.
struct PageBlock {
    std::string language;  // sh, text, yaml, markdown
    std::string lead;      // the last line of words before it
    std::vector<std::string> lines;
};

/// The fenced blocks of docs/NAME, in their order. Fails the test when a fence is not closed.
std::vector<PageBlock> blocks_of_page(const std::string& name);
/// The rows of the table of docs/NAME whose first cell of the head is `first`, without head and rule.
std::vector<std::vector<std::string>> table_of_page(const std::string& name, const std::string& first);

/// What somebody types at a prompt: the lines of a block that begin with `> `, after blanks.
std::vector<std::string> typed_in(const PageBlock& shown);
/// The first shown line that the output does not have in its place, or nothing. `...` alone stands for any
/// lines, at the end of a line for any end of it.
std::string missing_line(const PageBlock& shown, const std::string& output);
/// The codes of findings in what `check` prints, each with its severity, such as `error[E104]`.
std::vector<std::string> codes_in(const std::string& output);

/// Runs a command line in a folder, at a terminal at which `typed` was typed. The program stands first in
/// PATH.
ToolRun run_at_terminal(const std::string& command, const std::string& folder,
                        const std::vector<std::string>& typed);

}  // namespace touchstone::test
