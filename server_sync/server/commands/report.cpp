// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/commands/report.h"

#include <iostream>

namespace touchstone::sync {

int report(const Error& error) {
    std::cerr << "touchstone-server: " << error.detail << '\n';
    if (!error.remedy.empty()) std::cerr << error.remedy << '\n';
    const bool no = error.kind == Error::Kind::refused || error.kind == Error::Kind::not_found ||
                    error.kind == Error::Kind::conflict;
    return no ? 1 : 2;
}

void say(const std::string& line) { std::cout << line << '\n'; }

void flush_words() { std::cout.flush(); }

}  // namespace touchstone::sync
