// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/id.h"

namespace touchstone {

namespace {
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

bool is_valid_name(std::string_view text) {
    if (text.size() < 2 || text.size() > 40 || !is_lower(text.front())) return false;
    char previous = 'a';
    for (const char c : text) {
        if (!is_lower(c) && !is_digit(c) && c != '-') return false;
        if (c == '-' && previous == '-') return false;
        previous = c;
    }
    return previous != '-';
}

}  // namespace touchstone
