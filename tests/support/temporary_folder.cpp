// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temporary_folder.h"

#include <stdlib.h>

#include <stdexcept>
#include <system_error>

namespace touchstone::test {

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "touchstone-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // A folder that stays behind fails no test.
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace touchstone::test
