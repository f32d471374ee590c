// SPDX-License-Identifier: Apache-2.0
#include "tests/content/tool_run.h"

#include <sys/wait.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "content/tool/load.h"
#include "tests/support/scenario_text.h"

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

std::string small_pack(const TemporaryFolder& folder) {
    folder.write("small/pack.yaml",
                 "pack: small\nversion: 1.0.0\ntitle: Small\nstandard: service-excellence\n"
                 "source-language: en\nlanguages: [en, pl]\ncurrency: EUR\nkey: provisional\n"
                 "journey: {desk: Desk}\n");
    folder.write("small/scenarios/wet-parcel.yaml", std::string(small_scenario));
    folder.write("small/playthroughs/best.txt",
                 "# The best path.\nscenario: wet-parcel\nchoose: ask-when\nchoose: own-it\nchoose: swap\n"
                 "outcome: delighted\nscore: 100\n");
    const std::string pack = folder.file("small");
    auto loaded = content::load(pack);
    REQUIRE(loaded);
    REQUIRE(loaded->packs.size() == 1);
    const auto texts = loaded->packs.front().texts();
    content::PoFile po = content::merge_po({}, texts, "pl");
    for (content::PoMessage& message : po.messages) message.translation = "po polsku: " + message.source;
    folder.write("small/text/pl.po", content::write_po(po));
    return pack;
}

void edit_file(const std::string& file, const std::string& from, const std::string& to) {
    auto text = content::read_file(file);
    REQUIRE(text);
    const auto at = text->find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(content::write_file(file, text->replace(at, from.size(), to)));
}

}  // namespace touchstone::test
