// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/fuzz/fuzz.h"

namespace fs = std::filesystem;

namespace {

bool replay(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) return false;
    const std::string input = bytes.str();
    std::cout << file.filename().string() << std::endl;  // flushed: the last name is that of a crash
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    return true;
}

}  // namespace

/// Feeds every file of the folder to the target: what libFuzzer once found is read by every build.
int main(int argc, char** argv) {
    int count = 0;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(argc == 2 ? argv[1] : "", failure))
        if (replay(entry.path())) ++count;
    if (count != 0) return 0;
    std::cerr << "usage: " << argv[0] << " CORPUS: no file could be read there\n";
    return 2;
}
