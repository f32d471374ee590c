// SPDX-License-Identifier: Apache-2.0
#include "game/ui/text_layout.h"

#include <catch2/catch_test_macros.hpp>

#include "engine/basics/utf8.h"

namespace touchstone::game {
namespace {

using Lines = std::vector<std::string>;

/// Every letter is one wide.
Lines wrapped(std::string_view text, float width, bool binds_letters = false) {
    return wrap_text(
        text, width, [](std::string_view piece) { return static_cast<float>(count_code_points(piece)); },
        binds_letters);
}

}  // namespace

TEST_CASE("text breaks at spaces and fits its width", "[text]") {
    CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
}
TEST_CASE("a newline always breaks", "[text]") { CHECK(wrapped("one\ntwo", 20) == Lines{"one", "two"}); }
TEST_CASE("a word of one letter stays with the next word in Polish and Russian", "[text]") {
    CHECK(wrapped("Idę w dom", 5, true) == Lines{"Idę", "w\u00A0dom"});
    CHECK(wrapped("Idę w dom", 5, false) == Lines{"Idę w", "dom"});
}
TEST_CASE("a soft hyphen shows only where the line breaks", "[text]") {
    CHECK(wrapped("kasu\u00ADtaja", 6) == Lines{"kasu-", "taja"});
    CHECK(wrapped("kasu\u00ADtaja", 10) == Lines{"kasutaja"});
}
TEST_CASE("a line may break after a hyphen", "[text]") {
    CHECK(wrapped("well-known", 6) == Lines{"well-", "known"});
}
TEST_CASE("a word that is wider than the line is cut between letters", "[text]") {
    CHECK(wrapped("абвгдежз", 3) == Lines{"абв", "где", "жз"});
}
TEST_CASE("no text is one empty line", "[text]") { CHECK(wrapped("", 10) == Lines{""}); }

}  // namespace touchstone::game
