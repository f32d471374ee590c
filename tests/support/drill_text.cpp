// SPDX-License-Identifier: Apache-2.0
#include "tests/support/drill_text.h"

#include <stdexcept>

#include "content/tool/check_drill.h"
#include "content/tool/check_scenario.h"
#include "content/tool/compile.h"
#include "tests/support/scenario_text.h"

namespace touchstone::test {

const std::string_view small_drill = R"(drill: take-it-over
version: 3
title: Take it over before you explain
from: wet-parcel/opening
variants:
  cracked-cup:
    customer:
      name: Ilja
      age: 62
      looks: {age: 60s, hair: grey}
      state: {satisfaction: 40, trust: 45, patience: 40}
    scene: Ilja sets down a box. It rattles.
    says: I carried it home before I saw the crack.
    difficulty: 65
    tests: {people.comfort: 1, reliable.dependable: 0.5}
    choices:
      take-over:
        says: Please sit. I will bring you a whole one now.
        rated: {people.comfort: 4, reliable.dependable: 4}
        reply: That is kind.
        feedback: He can rest while you mend it.
      ask-slip:
        says: Do you have the till slip with you today?
        rated: {people.comfort: 2, reliable.dependable: 2}
        reply: Somewhere, yes.
        feedback: The slip can wait until he sits.
      doubt-him:
        says: It left us whole. Did you drop it maybe?
        rated: {people.comfort: 0, reliable.dependable: 1}
        reply: I did not.
        feedback: Doubt makes him defend himself.
  late-coat:
    customer:
      name: Rosa
      looks: {age: 20s, hair: black}
      state: {satisfaction: 35, trust: 40, patience: 30}
    scene: The phone rings again. It is Rosa.
    says: My coat was to be ready this morning.
    difficulty: 55
    tests: {people.comfort: 1}
    choices:
      own-it:
        says: I am on it. I call you by four, ready or not.
        rated: {people.comfort: 4}
        reply: By four. Good.
        feedback: She knows who calls, and when.
      transfer:
        says: One moment, I put you through to the tailor.
        rated: {people.comfort: 1}
        reply: Again?
        feedback: She tells it all a second time.
      explain:
        says: We have had many coats this week, you know.
        rated: {people.comfort: 1}
        reply: I see.
        feedback: Your week is not her worry.
  wrong-size:
    customer:
      name: Tomek
      looks: {age: 40s, hair: brown}
      state: {satisfaction: 45, trust: 50, patience: 35}
    scene: Tomek holds up one small shoe.
    says: The box said 44. This is a 41.
    difficulty: 75
    tests: {people.comfort: 1}
    choices:
      fetch:
        says: Our mix-up. I fetch the 44 while you sit.
        rated: {people.comfort: 4}
        reply: Thanks.
        feedback: He waits in comfort and not in line.
      point:
        says: The 44 stand in the second row over there.
        rated: {people.comfort: 1}
        reply: Well.
        feedback: He came to get them, not to search.
      shrug:
        says: That can happen when it is so busy here.
        rated: {people.comfort: 0}
        reply: Can it.
        feedback: A shrug leaves him with the shoe.
)";

std::string small_drill_with(std::string_view from, std::string_view to) {
    std::string text(small_drill);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("small_drill has no `" + std::string(from) + "`");
    return text.replace(at, from.size(), to);
}

std::optional<content::SourceDrill> read_small_drill(std::string_view text, content::Findings& findings) {
    return content::read_drill(text, content::default_standard().standard, findings);
}

Library drill_library() {
    const content::SourceStandard standard = content::default_standard();
    content::Findings findings("test.yaml");
    auto scenario = content::read_scenario(small_scenario, standard.standard, nullptr, findings);
    content::check_scenario(*scenario, standard.standard, nullptr, findings);
    auto drill = read_small_drill(small_drill, findings);
    auto library = content::compile_library(standard, {*scenario}, {*drill});
    if (!library) throw std::logic_error(library.error().detail);
    return std::move(*library);
}

}  // namespace touchstone::test
