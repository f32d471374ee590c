// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "content/tool/check_scenario.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

std::vector<content::Finding> findings_of(const std::string& text) {
    const Standard standard = content::default_standard().standard;
    content::Findings findings("broken.yaml");
    auto source = content::read_scenario(text, standard, nullptr, findings);
    if (source && !findings.has_errors()) content::check_scenario(*source, standard, nullptr, findings);
    return findings.all();
}

struct Broken {
    const char* what;
    const char* from;
    const char* to;
    const char* code;
    const char* at;  // a text in the line where the finding must stand
};

int line_of(const std::string& text, const std::string& part) {
    int line = 1;
    for (std::size_t i = 0; i < text.find(part); ++i) line += text[i] == '\n' ? 1 : 0;
    return line;
}

const Broken all_broken[] = {
    {"a wrong key", "title: The wet parcel", "titel: The wet parcel", "E104", "titel:"},
    {"an unknown indicator", "tests: {people.comfort: 1", "tests: {people.confort: 1", "E110",
     "people.confort: 1"},
    {"a missing next", "        next: closing\n      ask-form:", "      ask-form:", "E105", "own-it:"},
    {"a next that leads nowhere", "next: closing", "next: closign", "E201", "next: closign"},
    {"a circle", "next: goodbye", "next: opening", "E202", "swap:"},
    {"a missing text", "        reply: Thank you.\n", "", "E105", "says: I am sorry"},
    {"a wrong type", "version: 2", "version: two", "E106", "version: two"},
    {"an effect that is no multiple of five", "trust: +10, patience: +5", "trust: +12, patience: +5", "E106",
     "trust: +12"},
    {"a key twice", "minutes: 2", "minutes: 2\nminutes: 3", "E107", "minutes: 3"},
    {"a bad id", "scenario: wet-parcel", "scenario: Wet_parcel", "E108", "Wet_parcel"},
    {"a condition that cannot be read", "when: found gift", "when: fond gift", "E109", "fond gift"},
    {"an unknown fact", "needs: [gift]", "needs: [gitf]", "E110", "gitf"},
    {"an unknown rule", "bends: {rule: voucher", "bends: {rule: vaucher", "E110", "vaucher"},
    {"a rating missing", "rated: {people.comfort: 1, reliable.dependable: 2}", "rated: {people.comfort: 1}",
     "E305", "ask-form:"},
    {"a rating out of range", "rated: {people.comfort: 1, reliable", "rated: {people.comfort: 5, reliable",
     "E305", "people.comfort: 5"},
    {"two primary tests", "people.comfort: 1, reliable.dependable: 0.5",
     "people.comfort: 1, reliable.dependable: 1", "E106",
     "tests: {people.comfort: 1, reliable.dependable: 1}"},
    {"no outcome of value 100", "id: delighted, value: 100", "id: delighted, value: 90", "E303", "goodbye:"},
    {"a last outcome with a condition", "id: cold, value: 20", "id: cold, value: 20, when: trust >= 1",
     "E304", "goodbye:"},
    {"an unmarked trap", "        limit: exceeded\n", "", "E306", "rule: id-check"},
    {"a trap mark without a limit to exceed", "because: our parcel, recorded: true}",
     "because: our parcel, recorded: true}\n        limit: exceeded", "E307", "swap:"},
    {"an apology that earns too much", "steps: [listen]", "steps: [listen, apologise]", "E308", "own-it:"},
    {"a best path that does not end best", "when: satisfaction >= 70 and marked dry-one",
     "when: satisfaction >= 70 and not marked dry-one and not found gift", "E301", "opening:"},
    {"a level 3 without its foundations", "tests: {people.comfort: 1, reliable.dependable: 0.5}",
     "tests: {people.comfort: 1, responsive.understand: 0.5}", "E305", "own-it:"},
    {"an outcome never reached", "when: satisfaction >= 55, says", "when: spent > 90000, says", "E204",
     "id: content"},
    {"bad indentation", "  closing:\n    scene: The", "  closing:\n      scene: The", "E101",
     "says: And now?"},
    {"an anchor", "name: Ana", "name: &ana Ana", "E102", "&ana"},
    {"an alias", "name: Ana", "name: *ana", "E102", "*ana"},
    {"a tag", "name: Ana", "name: !person Ana", "E102", "!person"},
    {"bad UTF-8", "name: Ana", "name: \xC3\x28", "E100", "name: \xC3"},
};

}  // namespace

TEST_CASE("the small scenario itself is right, though too short for practice", "[check]") {
    for (const content::Finding& finding : findings_of(std::string(test::small_scenario)))
        if (finding.severity != content::Severity::note && finding.code != "W440" && finding.code != "W441")
            FAIL_CHECK(content::to_human(finding, test::small_scenario));
}

TEST_CASE("every broken scenario gets its code, its line and a remedy", "[check]") {
    for (const Broken& broken : all_broken) {
        DYNAMIC_SECTION(broken.what) {
            const std::string text = test::small_scenario_with(broken.from, broken.to);
            const auto findings = findings_of(text);
            bool found = false;
            for (const content::Finding& finding : findings) {
                INFO(content::to_human(finding, text));
                CHECK_FALSE(finding.remedy.empty());
                CHECK_FALSE(finding.reason.empty());
                found = found || (finding.code == broken.code && finding.at.line == line_of(text, broken.at));
            }
            std::string all;
            for (const content::Finding& finding : findings) all += content::to_human(finding, text);
            INFO(all);
            CHECK(found);
        }
    }
}

TEST_CASE("a moment of which every choice needs a fact is refused", "[check]") {
    std::string text =
        test::small_scenario_with("says: Here is our last copy, it is yours.",
                                  "says: Here is our last copy, it is yours.\n        needs: [gift]");
    text.replace(text.find("says: Take it now, we skip the check today."), 43,
                 "says: Take it now, we skip the check today.\n        needs: [gift]");
    const auto findings = findings_of(text);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front().code == "E205");
}

TEST_CASE("a finding shows its line with a caret under the place", "[check]") {
    const content::Finding finding{"E104", content::Severity::error, "a.yaml",     {2, 3},
                                   5,      "unknown key `titel`",    "write title"};
    CHECK(content::to_human(finding, "first\n  titel: x\n") ==
          "error[E104]: unknown key `titel`\n --> a.yaml:2:3\n  |\n2 |   titel: x\n  |   ^^^^^\n  = help: "
          "write title\n");
    CHECK(
        content::to_json({finding}) ==
        R"([{"code":"E104","severity":"error","file":"a.yaml","line":2,"column":3,"length":5,"reason":"unknown key `titel`","remedy":"write title"}])");
}
