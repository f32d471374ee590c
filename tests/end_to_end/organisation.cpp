// SPDX-License-Identifier: Apache-2.0
#include "tests/end_to_end/organisation.h"

#include <stdexcept>

#include "tests/support/server_process.h"

namespace touchstone::test {

const std::string server_program = std::string(TOUCHSTONE_BINARY_DIR) + "/bin/touchstone-server";

Organisation::Organisation() {
    const auto people =
        folder.write("people.csv", "site,name\nNorth,Daria Lewandowska\nNorth,Anna Kowalska\n");
    const auto made = run_program({server_program, "init", "--data-dir", data_dir, "--organisation",
                                   "Lumen Shops", "--site", "North", "--people", people.string(), "--manager",
                                   "ewa", "--manager-name", "Ewa"});
    if (made.exit_code != 0) throw std::runtime_error(made.output);
    password = made.output.substr(made.output.find("password: ") + 10, 19);
    const auto enrolled = run_program(
        {server_program, "enrol", "--data-dir", data_dir, "--site", "North", "--name", "Desk tablet"});
    if (enrolled.exit_code != 0) throw std::runtime_error(enrolled.output);
    for (const char c : enrolled.output.substr(enrolled.output.find("ode:")))
        if (c >= '0' && c <= '9' && code.size() < 12) code += c;
}

}  // namespace touchstone::test
