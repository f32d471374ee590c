// SPDX-License-Identifier: Apache-2.0
#include "content/tool/yaml_document.h"

#include <catch2/catch_test_macros.hpp>

#include "content/tool/source.h"
#include "engine/basics/seeded.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

content::Finding only_finding(const std::string& text) {
    content::Findings findings("x.yaml");
    CHECK_FALSE(content::read_yaml(text, findings));
    REQUIRE(findings.all().size() == 1);
    return findings.all().front();
}

}  // namespace

TEST_CASE("places count lines and code points from one", "[yaml]") {
    content::Findings findings("x.yaml");
    const auto root = content::read_yaml("õun: kaks\nżółw: {a: 1, \"бы\": two}\n", findings);
    REQUIRE(root);
    CHECK(root->members[0].value.at == TextPosition{1, 6});
    CHECK(root->members[1].value.members[1].at == TextPosition{2, 14});
    CHECK(root->members[1].value.find("бы")->text == "two");
}

TEST_CASE("hostile files are refused at once and never crash", "[yaml]") {
    CHECK(only_finding(std::string(3 * 1024 * 1024, 'a')).code == "E100");
    CHECK(only_finding("a: " + std::string(10'000, '[')).code == "E103");
    CHECK(only_finding("a: " + std::string(100'000, '{')).code == "E103");
    CHECK(only_finding(std::string("a: b\0c", 6)).code == "E100");
    CHECK(only_finding("a: &x [1, 2]\nb: [*x, *x]\n").code == "E102");
    CHECK(only_finding("").code == "E101");
    CHECK(only_finding("a: \"no end").code == "E101");
    std::string keys;
    for (int i = 0; i < 60'000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
    CHECK(only_finding(keys).code == "E145");
    std::string deep;
    for (int i = 0; i < 3000; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "k:\n";
    CHECK(only_finding(deep.substr(0, content::largest_source)).code == "E103");
}

TEST_CASE("no damaged scenario makes the reader crash", "[yaml][property]") {
    const Standard standard = content::default_standard().standard;
    SplitMix64 random(11);
    for (int i = 0; i < 1500; ++i) {
        std::string text(test::small_scenario);
        for (std::uint64_t n = random.below(4); n-- > 0;)
            text[random.below(text.size())] = static_cast<char>(random.below(128));
        if (i % 4 == 0) text.resize(random.below(text.size()));
        content::Findings findings("x.yaml");
        const auto source = content::read_scenario(text, standard, nullptr, findings);
        CHECK((source || findings.has_errors()));
    }
}
