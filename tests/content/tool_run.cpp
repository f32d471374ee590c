// SPDX-License-Identifier: Apache-2.0
#include "tests/content/tool_run.h"

#include <sys/wait.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "content/tool/load.h"

namespace touchstone::test {

ToolRun shell(const std::string& command) {
    ToolRun run;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        run.output.append(buffer.data(), n);
    const int status = ::pclose(pipe);
    run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 1000;
    return run;
}

ToolRun tool(const std::string& arguments) {
    return shell(std::string(TOUCHSTONE_BINARY_DIR) + "/bin/touchstone-content " + arguments);
}

std::string copied_essentials(const TemporaryFolder& folder) {
    const std::filesystem::path content = std::string(TOUCHSTONE_SOURCE_DIR) + "/content";
    std::filesystem::create_directories(folder.path() / "content");
    const auto recursive = std::filesystem::copy_options::recursive;
    std::filesystem::copy(content / "essentials", folder.path() / "content/essentials", recursive);
    std::filesystem::copy(content / "standards", folder.path() / "content/standards", recursive);
    return folder.file("content/essentials");
}

void edit_file(const std::string& file, const std::string& from, const std::string& to) {
    auto text = content::read_file(file);
    REQUIRE(text);
    const auto at = text->find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(content::write_file(file, text->replace(at, from.size(), to)));
}

}  // namespace touchstone::test
