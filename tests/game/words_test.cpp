// SPDX-License-Identifier: Apache-2.0
#include "game/ui/words.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/game/headless.h"

namespace touchstone::game::test {
namespace {

struct Key {
    std::string context, english;
    bool plural = false;
    friend bool operator<(const Key& a, const Key& b) {
        return std::tie(a.context, a.english, a.plural) < std::tie(b.context, b.english, b.plural);
    }
};

/// Every text that the client's code asks for.
std::set<Key> keys_in_code() {
    std::set<Key> keys;
    const std::regex call("\\b(tr|count)\\(\"([^\"]*)\", \"([^\"]*)\"");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(TOUCHSTONE_SOURCE_DIR "/game")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const std::string code = text.str();
        for (std::sregex_iterator at(code.begin(), code.end(), call), end; at != end; ++at)
            keys.insert({(*at)[2], (*at)[3], (*at)[1] == "count"});
    }
    return keys;
}

/// Words that some of the languages share.
bool is_international(const Key& key) {
    return key.english == "Bank" || key.english == "Hotel" || key.english == "{} min";
}

std::ptrdiff_t holes(const std::string& text) {
    std::ptrdiff_t count = 0;
    for (auto at = text.find("{}"); at != std::string::npos; at = text.find("{}", at + 2)) ++count;
    return count;
}

packs::Texts texts() {
    auto loaded = load_interface_texts(share);
    REQUIRE(loaded);
    return *std::move(loaded);
}

}  // namespace

TEST_CASE("every word of the user interface is there in Polish, Russian and Estonian, with the same holes",
          "[words]") {
    const packs::Texts all = texts();
    const auto keys = keys_in_code();
    REQUIRE(keys.size() > 150);
    for (const std::string language : {"pl", "ru", "et"})
        for (const Key& key : keys) {
            INFO(language << " " << key.context << " | " << key.english);
            const int forms = !key.plural ? 1 : language == "et" ? 2 : 3;
            for (int form = 0; form < forms; ++form) {
                std::string address = words_address(key.context, key.english);
                if (key.plural) address += "|" + std::to_string(form);
                REQUIRE(all.contains(address));
                CHECK(holes(all.find(language, address)) == holes(key.english));
                const bool same_everywhere = key.english.size() <= 2 || key.context == "product" ||
                                             is_international(key) ||
                                             key.english.find_first_not_of("{}: of“”") == std::string::npos;
                if (!same_everywhere) CHECK(all.find(language, address) != all.find("en", address));
            }
        }
}

TEST_CASE("plural forms follow the rules of each language", "[words]") {
    Words words(texts(), "pl");
    CHECK(words.count("age", "{}", "{}", 41) == "41 lat");
    CHECK(words.count("age", "{}", "{}", 32) == "32 lata");
    words.set_language("ru");
    CHECK(words.count("age", "{}", "{}", 41) == "41 год");
    CHECK(words.count("age", "{}", "{}", 11) == "11 лет");
    words.set_language("en");
    CHECK(words.count("home", "{} practice day", "{} practice days", 1) == "1 practice day");
    CHECK(words.count("home", "{} practice day", "{} practice days", 3) == "3 practice days");
}

TEST_CASE("an unknown text is shown as it stands in the code", "[words]") {
    CHECK(Words(texts(), "et").tr("nowhere", "Hello {}", {"Jaan"}) == "Hello Jaan");
}

}  // namespace touchstone::game::test
