// SPDX-License-Identifier: Apache-2.0
#include "tests/support/random_scenario.h"

#include <string>

#include "engine/basics/seeded.h"

namespace touchstone::test {

namespace {

class Maker {
public:
    Maker(std::uint64_t seed, std::size_t layers, std::size_t width, bool plain)
        : random_(seed), layers_(layers), width_(width), plain_(plain) {}

    Scenario make() {
        Scenario scenario;
        scenario.id = "random";
        scenario.logic_hash = "random";
        scenario.facts = {"fact-a", "fact-b"};
        if (!plain_) scenario.marks = {"mark-a"};
        scenario.start_state = {50, 50, 45};
        if (!plain_ && random_.below(2) == 0) scenario.recovery = Recovery{50, random_.below(2) == 0};
        for (std::size_t i = 0; i < layers_ * width_; ++i) scenario.moments.push_back(moment(i));
        scenario.endings = {goodbye(scenario), {"leaves", {{"left", 0, 0, std::nullopt}}}};
        scenario.leaves = 1;
        return scenario;
    }

private:
    int five(int least, int most) {
        return least +
               5 * static_cast<int>(random_.below(static_cast<std::uint64_t>((most - least) / 5 + 1)));
    }
    Effect effect() { return {five(-15, 15), five(-15, 15), five(-15, 15)}; }

    Moment moment(std::size_t index) {
        Moment made;
        made.id = "moment-" + std::to_string(index);
        made.tests = {{static_cast<std::size_t>(random_.below(7)), 2}};
        if (random_.below(3) == 0)
            made.asks.push_back(
                {"ask-" + std::to_string(index), effect(), static_cast<NameSet>(1U << random_.below(2))});
        for (int i = 0; i < 3; ++i) made.choices.push_back(choice(index, i));
        return made;
    }
    Choice choice(std::size_t index, int number) {
        Choice made;
        made.id = "choice-" + std::to_string(number);
        made.ratings = {static_cast<int>(random_.below(5))};
        made.effect = effect();
        made.steps = static_cast<StepSet>(random_.below(8));
        if (number == 2 && random_.below(3) == 0) made.needs = static_cast<NameSet>(1U << random_.below(2));
        if (!plain_) add_promise_and_cost(made);
        const std::size_t layer = index / width_;
        made.next = layer + 1 < layers_
                        ? Target{Target::Kind::moment, (layer + 1) * width_ + random_.below(width_)}
                        : Target{Target::Kind::ending, 0};
        return made;
    }
    void add_promise_and_cost(Choice& made) {
        if (random_.below(4) == 0) made.marks = 1;
        if (random_.below(6) == 0) made.bend = Bend{"rule", 500, RuleClass::amber, true, false};
        if (random_.below(9) == 0) made.bend = Bend{"law", 0, RuleClass::red, false, false};
    }
    static Ending goodbye(const Scenario& scenario) {
        const auto when = [&](const char* text) {
            return *parse_condition(text, scenario.facts, scenario.marks);
        };
        return {"goodbye",
                {{"good", 100, 0,
                  when(scenario.marks.empty() ? "satisfaction >= 55 and found fact-a"
                                              : "satisfaction >= 55 and (found fact-a or marked mark-a)")},
                 {"fair", 60, 0, when("trust >= 50 and spent < 1000")},
                 {"poor", 10, 0, std::nullopt}}};
    }

    SplitMix64 random_;
    std::size_t layers_, width_;
    bool plain_;
};

}  // namespace

Scenario random_scenario(std::uint64_t seed, std::size_t layers, std::size_t width) {
    return Maker(seed, layers, width, false).make();
}

Scenario pinned_scenario(std::size_t layers, std::size_t width) {
    return Maker(7, layers, width, true).make();
}

}  // namespace touchstone::test
