// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

/// One target: reads any bytes and returns 0. A fault is a crash, or what a sanitizer finds. libFuzzer calls
/// it with bytes of its own making; replay.cpp with those of the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace touchstone::test {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program when something that must hold does not.
inline void must(bool holds) {
    if (!holds) __builtin_trap();
}

}  // namespace touchstone::test
