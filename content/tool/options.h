// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

namespace touchstone::content {

/// What the command line said. Every command reads the members that its `--help` names.
struct Options {
    std::string path;                  // file or folder to work on
    std::string other;                 // the second one: of `diff`, the name of a schema, what `ratings` does
    std::string format;                // empty: the command's own default
    std::string into;                  // file or folder to write
    std::string choose, seed;          // ids with commas; 1 to 16 hexadecimal digits
    std::string record;                // playthrough to write
    std::vector<std::string> replay;   // playthroughs to follow
    std::string key;                   // key file
    std::vector<std::string> readers;  // who rates
    std::vector<std::string> files;    // sheets to enter
    std::string usage;                 // table of choices that were played
    std::map<std::string, std::string> answers;  // of `new`: option -> what it says
    bool experts = false;                        // the readers are customer-service experts
    bool overwrite = false;
    bool strict = false;
    bool json = false;
    bool best = false, worst = false, all = false;  // paths to list
};

/// What a command says to the shell that called it.
enum Exit : int { clean = 0, has_findings = 1, failed = 2 };

}  // namespace touchstone::content
