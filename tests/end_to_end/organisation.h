// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "tests/support/temporary_folder.h"

namespace touchstone::test {

extern const std::string server_program;

/// A whole organisation on disk: one site, two people (Daria Lewandowska and Anna Kowalska), one manager
/// (`ewa`), and a code for a tablet.
struct Organisation {
    Organisation();
    TemporaryFolder folder;
    std::string data_dir = folder.file("server");
    std::string password, code;
};

}  // namespace touchstone::test
