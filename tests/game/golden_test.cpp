// SPDX-License-Identifier: Apache-2.0
#include <stb_image.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "tests/game/program_run.h"

// Every screen, small, next to how it looked when somebody last looked at it and found it good. After a change
// that is meant: look at build/<preset>/test-output/screens.png, then copy it and screens.png.txt to
// tests/game/data.
namespace touchstone::game::test {
namespace {

struct Sheet {
    int width = 0, height = 0;
    std::vector<unsigned char> rgb;
    std::vector<std::string> names;
};

Sheet read_sheet(const std::string& path) {
    Sheet sheet;
    int channels = 0;
    unsigned char* pixels = stbi_load(path.c_str(), &sheet.width, &sheet.height, &channels, 3);
    REQUIRE(pixels != nullptr);
    sheet.rgb.assign(pixels, pixels + static_cast<std::ptrdiff_t>(sheet.width) * sheet.height * 3);
    stbi_image_free(pixels);
    std::ifstream names(path + ".txt");
    for (std::string name; std::getline(names, name);) sheet.names.push_back(name);
    return sheet;
}

constexpr int columns = 8, gap = 8, cell_w = 320, cell_h = 200;  // as `touchstone --sheet` lays them out

/// Thousandths of a screen's pixels that look different: more than a tenth of the scale in some colour.
int difference(const Sheet& a, const Sheet& b, std::size_t screen) {
    constexpr int seen = 26;
    const int left = gap + static_cast<int>(screen) % columns * (cell_w + gap),
              top = gap + static_cast<int>(screen) / columns * (cell_h + gap);
    int different = 0;
    for (int y = top; y < top + cell_h; ++y)
        for (int x = left; x < left + cell_w; ++x) {
            const auto at = static_cast<std::size_t>((y * a.width + x) * 3);
            bool differs = false;
            for (std::size_t c = 0; c < 3; ++c) differs = differs || std::abs(a.rgb[at + c] - b.rgb[at + c]) > seen;
            different += differs ? 1 : 0;
        }
    return different * 1000 / (cell_w * cell_h);
}

}  // namespace

TEST_CASE("every screen looks as it did when it was last looked at", "[window][golden]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const std::string output = TOUCHSTONE_BINARY_DIR "/test-output", now_file = output + "/screens.png";
    std::filesystem::create_directories(output);
    touchstone::test::TemporaryFolder folder;
    const auto run = run_touchstone(folder, "--sheet " + now_file + " --size 1280x800 --lang en");
    INFO(run.errors);
    REQUIRE(run.code == 0);
    const Sheet now = read_sheet(now_file), then = read_sheet(TOUCHSTONE_SOURCE_DIR "/tests/game/data/screens.png");
    REQUIRE(now.names == then.names);
    REQUIRE(now.width == then.width);
    REQUIRE(now.height == then.height);
    for (std::size_t screen = 0; screen < now.names.size(); ++screen) {
        INFO(now.names[screen]);
        CHECK(difference(now, then, screen) <= 4);
    }
}

}  // namespace touchstone::game::test
