// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scenario_text.h"

#include <stdexcept>

#include "content/tool/check_scenario.h"
#include "content/tool/compile.h"

namespace touchstone::test {

const std::string_view small_scenario = R"(scenario: wet-parcel
version: 2
title: The wet parcel
sector: shop
touchpoint: desk
channel: counter
minutes: 2
focus: [reliable]
limits: {spend: 1000, may-bend: [voucher], never: [id-check]}
customer:
  name: Ana
  age: 30
  looks: {age: 30s, hair: black}
  state: {satisfaction: 50, trust: 50, patience: 40}
  wants: A dry book.
  hides:
    gift: It is a gift for tonight.
try: Name the next step and its hour.
start: opening
moments:
  opening:
    scene: A wet parcel lies on the desk.
    says: The book in it is soaked.
    difficulty: 65
    tests: {people.comfort: 1, reliable.dependable: 0.5}
    asks:
      ask-when: {says: "When do you need it?", reply: Tonight. It is a gift., effect: {patience: -5, trust: +5}, reveals: gift}
    choices:
      own-it:
        says: I am sorry. I will get you a dry one now.
        rated: {people.comfort: 4, reliable.dependable: 4}
        effect: {satisfaction: +10, trust: +10, patience: +5}
        steps: [listen]
        marks: [dry-one]
        reply: Thank you.
        feedback: You took it over at once.
        next: closing
      ask-form:
        says: Please fill in this form, we will look.
        rated: {people.comfort: 1, reliable.dependable: 2}
        effect: {satisfaction: -10, trust: -15, patience: -20}
        reply: A form?
        feedback: A form before a fix costs trust.
        next: closing
      blame:
        says: Sorry, that is the courier. Please call them.
        rated: {people.comfort: 0, reliable.dependable: 0}
        effect: {satisfaction: -20, trust: -25, patience: -40}
        reply: So nobody helps.
        feedback: To Ana you are the company.
        next: closing
  closing:
    scene: The stock room has one copy left.
    says: And now?
    says-if:
      - {when: found gift, says: "Will it be in time for tonight?"}
    difficulty: 55
    tests: {resourceful.bend-rules: 1}
    choices:
      swap:
        says: Here is the last copy, and wrapping is on us.
        needs: [gift]
        rated: {resourceful.bend-rules: 4}
        effect: {satisfaction: +25, trust: +20, patience: 0}
        steps: [fix]
        bends: {rule: voucher, cost: 500, because: our parcel, recorded: true}
        reply: Perfect.
        feedback: Inside your limit you saved the evening.
        next: goodbye
      plain-swap:
        says: Here is our last copy, it is yours.
        rated: {resourceful.bend-rules: 3}
        effect: {satisfaction: +15, trust: +10, patience: 0}
        steps: [fix]
        reply: Fine.
        feedback: It solves the book, not the evening.
        next: goodbye
      skip-id:
        says: Take it now, we skip the check today.
        rated: {resourceful.bend-rules: 0}
        effect: {satisfaction: +10, trust: -5, patience: 0}
        bends: {rule: id-check, cost: 0, because: haste}
        limit: exceeded
        reply: Are you allowed to?
        feedback: The check protects her too.
        next: goodbye
endings:
  goodbye:
    scene: Ana packs her bag.
    outcomes:
      - {id: delighted, value: 100, met: [need, promise], when: satisfaction >= 70 and marked dry-one, says: I will be back.}
      - {id: content, value: 60, met: [need], when: satisfaction >= 55, says: Goodbye.}
      - {id: cold, value: 20, says: Hm.}
)";

std::string small_scenario_with(std::string_view from, std::string_view to) {
    std::string text(small_scenario);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("small_scenario has no `" + std::string(from) + "`");
    return text.replace(at, from.size(), to);
}

Library library_of(std::string_view scenario_text) {
    const content::SourceStandard standard = content::default_standard();
    content::Findings findings("test.yaml");
    auto source = content::read_scenario(scenario_text, standard.standard, nullptr, findings);
    if (source && !findings.has_errors())
        content::check_scenario(*source, standard.standard, nullptr, findings);
    for (const content::Finding& finding : findings.all())
        if (finding.severity == content::Severity::error)
            throw std::logic_error(content::to_human(finding, scenario_text));
    auto library = content::compile_library(standard, {*source});
    if (!library) throw std::logic_error(library.error().detail);
    return std::move(*library);
}

Library small_library() { return library_of(small_scenario); }

}  // namespace touchstone::test
