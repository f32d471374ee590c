// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/basics/id.h"
#include "engine/basics/utf8.h"
#include "engine/packs/texts.h"

using namespace touchstone;

TEST_CASE("ids are short, lower case and dashed", "[text]") {
    for (const char* good : {"ab", "late-pickup", "a1-b2", "x9"}) CHECK(is_valid_name(good));
    for (const char* bad : {"", "a", "-ab", "ab-", "a--b", "Ab", "1ab", "a_b", "żabka", "a b"})
        CHECK_FALSE(is_valid_name(bad));
    CHECK(is_valid_name(std::string(40, 'a')));
    CHECK_FALSE(is_valid_name(std::string(41, 'a')));
}

TEST_CASE("malformed UTF-8 is seen", "[text]") {
    CHECK(is_valid_utf8("zażółć gęślą jaźń, всё хорошо, õun, \xF0\x9F\x98\x80"));
    for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xE2\x82", "\x80"})
        CHECK_FALSE(is_valid_utf8(bad));
    CHECK(count_code_points("õun") == 3);
    CHECK(count_words("  one two\nthree ") == 3);
}

TEST_CASE("a text falls back to the source language, then to its address", "[text]") {
    packs::Texts texts("en");
    texts.add("en", "greeting", "Hello");
    texts.add("pl", "greeting", "Dzień dobry");
    texts.add("et", "greeting", "");
    CHECK(texts.find("pl", "greeting") == "Dzień dobry");
    CHECK(texts.find("ru", "greeting") == "Hello");
    CHECK(texts.find("et", "greeting") == "Hello");
    CHECK(texts.find("pl", "unknown") == "unknown");
}

TEST_CASE("each language picks its plural form", "[text]") {
    const auto forms = [](const char* language) {
        std::string all;
        for (const long n : {0L, 1L, 2L, 5L, 12L, 21L, 22L, 25L, 111L})
            all += static_cast<char>('0' + packs::plural_form(language, n));
        return all;
    };
    CHECK(forms("en") == "101111111");
    CHECK(forms("et") == "101111111");
    CHECK(forms("pl") == "201222122");
    CHECK(forms("ru") == "201220122");
}
