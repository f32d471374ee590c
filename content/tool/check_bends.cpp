// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_bends.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "content/tool/check_choices.h"

namespace touchstone::content {

namespace {

constexpr std::string_view bending = "resourceful.bend-rules";

/// One bend in its place.
struct Bent {
    const SourceScenario& source;
    const Moment& moment;
    const Choice& choice;

    const Bend& bend() const { return *choice.bend; }
    std::string address() const { return source.scenario.id + "/" + moment.id + "/" + choice.id; }
    bool over() const {
        const auto& limit = source.scenario.spend_limit;
        return bend().rule_class == RuleClass::red || (limit && bend().cost > *limit);
    }
};

template <class Act>
void each_bend(const SourceScenario& source, Act act) {
    for (const Moment& moment : source.scenario.moments)
        for (const Choice& choice : moment.choices)
            if (choice.bend) act(Bent{source, moment, choice});
}

RelatedPlace never_place(const Bent& bent, const SourcePack* pack) {
    const std::string& rule = bent.bend().rule;
    if (bent.bend().rule_class != RuleClass::red) return {};
    const std::string label = "`" + rule + "` is listed under `never` here";
    if (bent.source.role.empty() || !pack)
        return {
            {}, bent.source.place(bent.source.scenario.id + "/#limits/never/" + rule), rule.size(), label};
    return {pack->file, pack->place("roles/" + bent.source.role + "/never/" + rule), rule.size(), label};
}

RelatedPlace limit_place(const Bent& bent) {
    const auto at = bent.source.places.find(bent.source.scenario.id + "/#limits/spend");
    if (bent.bend().rule_class == RuleClass::red || at == bent.source.places.end()) return {};
    return {{},
            at->second,
            std::string_view("spend").size(),
            fmt::format("at most {} may be spent", *bent.source.scenario.spend_limit)};
}

void unmarked(const Bent& bent, const SourcePack* pack, Findings& findings) {
    const std::string rule = bent.address() + "/bends/" + bent.bend().rule;
    RelatedPlace related = never_place(bent, pack);
    if (related.label.empty()) related = limit_place(bent);
    findings.add({"E306",
                  Severity::error,
                  {},
                  bent.source.place(rule),
                  bent.bend().rule.size(),
                  fmt::format("`{}` goes beyond the limits (`{}`) but is not marked as a trap",
                              bent.choice.id, bent.bend().rule),
                  "add `limit: exceeded`, or `approval: asked`, or take the rule out of `never`",
                  related});
}

void approved_red(const Bent& bent, const SourcePack* pack, Findings& findings) {
    findings.add({"E306",
                  Severity::error,
                  {},
                  bent.source.place(bent.address() + "/approval"),
                  std::string_view("approval").size(),
                  fmt::format("`{}` is a `never` rule: nobody can approve that", bent.bend().rule),
                  "remove `approval: asked`",
                  never_place(bent, pack)});
}

/// Highest and lowest rating (0..4) that the table gives for resourceful, reliable and respectful.
struct Row {
    const char* name;
    int lowest[3];
    int highest[3];
};
constexpr Row red_row{"a broken `never` rule", {0, 0, 0}, {1, 1, 1}};
constexpr Row over_row{"over the limit without asking", {0, 0, 0}, {3, 2, 4}};
constexpr Row asked_row{"approval asked over the limit", {3, 3, 3}, {4, 4, 4}};
constexpr Row recorded_row{"a justified bend", {3, 3, 3}, {4, 4, 4}};
constexpr Row unrecorded_row{"a justified bend, not recorded", {3, 2, 3}, {4, 4, 4}};
/// Whether it was needed cannot be told, and its words may harm in other ways: only the bending itself
/// counts.
constexpr Row other_row{"a bend that is not needed", {1, 0, 0}, {4, 4, 4}};

const Row& row_of(const Bent& bent) {
    const bool best = &bent.choice == &bent.moment.choices[best_choice(bent.moment)];
    if (bent.bend().rule_class == RuleClass::red) return red_row;
    if (bent.choice.exceeds_limit) return over_row;
    if (bent.bend().approval_asked && best) return asked_row;
    if (best) return bent.bend().recorded ? recorded_row : unrecorded_row;
    return other_row;
}

std::size_t column_of(const std::string& behaviour) {
    static const char* const columns[] = {"resourceful", "reliable", "respectful"};
    return static_cast<std::size_t>(std::find(std::begin(columns), std::end(columns), behaviour) -
                                    std::begin(columns));
}

void check_row(const Bent& bent, const Standard& standard, Findings& findings) {
    const Row& row = row_of(bent);
    for (std::size_t i = 0; i < bent.moment.tests.size() && i < bent.choice.ratings.size(); ++i) {
        const Indicator& indicator = standard.indicators[bent.moment.tests[i].indicator];
        const std::size_t column = column_of(standard.behaviours[indicator.behaviour]);
        const int rating = bent.choice.ratings[i];
        if (&row == &other_row && indicator.id != bending) continue;
        if (column > 2 || (rating >= row.lowest[column] && rating <= row.highest[column])) continue;
        findings.warning("W426", bent.source.place(bent.address() + "/rated/" + indicator.id),
                         fmt::format("`{}` is rated {} for `{}`; {} has {} to {}", bent.choice.id, rating,
                                     indicator.id, row.name, row.lowest[column], row.highest[column]),
                         "let the readers rate it again with the rule in view, or change what is said",
                         indicator.id.size());
    }
}

bool tests_bending(const Moment& moment, const Standard& standard) {
    return std::any_of(moment.tests.begin(), moment.tests.end(), [&](const Test& test) {
        return test.weight_halves == 2 && standard.indicators[test.indicator].id == bending;
    });
}

}  // namespace

void check_bends(const SourceScenario& source, const SourcePack* pack, Findings& findings) {
    std::set<std::int64_t> costs;
    each_bend(source, [&](const Bent& bent) {
        if (bent.bend().cost > 0) costs.insert(bent.bend().cost);
        if (bent.over() && !bent.choice.exceeds_limit && !bent.bend().approval_asked)
            unmarked(bent, pack, findings);
        if (bent.bend().rule_class == RuleClass::red && bent.bend().approval_asked)
            approved_red(bent, pack, findings);
    });
    if (costs.size() > 4)
        findings.error("E306", source.place(source.scenario.id + "/#limits/spend"),
                       "a scenario has at most four distinct costs", "round the costs");
}

void check_bend_ratings(const SourceScenario& source, const Standard& standard, Findings& findings) {
    each_bend(source, [&](const Bent& bent) {
        const std::size_t before = findings.all().size();
        check_row(bent, standard, findings);
        const auto most = std::max_element(bent.choice.ratings.begin(), bent.choice.ratings.end());
        if (findings.all().size() == before && bent.bend().rule_class == RuleClass::red &&
            most != bent.choice.ratings.end() && *most >= 3)
            findings.warning(
                "W403", source.place(bent.address()),
                fmt::format("`{}` breaks a `never` rule and is still rated {}", bent.choice.id, *most),
                "let the readers rate it again with the rule in view (learning 7.3)", bent.choice.id.size());
    });
}

void check_red_rewards(const SourceScenario& source, Findings& findings) {
    const auto pleased = [](const Choice& choice) {
        return choice.effect.satisfaction + choice.effect.trust;
    };
    each_bend(source, [&](const Bent& bent) {
        const Choice& best = bent.moment.choices[best_choice(bent.moment)];
        if (!bent.choice.critical() || &best == &bent.choice) return;
        if (bent.choice.effect.trust < 0 && pleased(bent.choice) <= pleased(best)) return;
        findings.warning(
            "W428", source.place(bent.address() + "/effect"),
            fmt::format("`{}` breaks a rule that nobody may break, and is rewarded for it", bent.choice.id),
            "let the customer lose trust, and gain less than by the best choice",
            std::string_view("effect").size());
    });
}

void check_empowerment(const SourceScenario& source, const Standard& standard, Findings& findings) {
    const auto& moments = source.scenario.moments;
    const auto testing = std::find_if(moments.begin(), moments.end(),
                                      [&](const Moment& moment) { return tests_bending(moment, standard); });
    if (testing == moments.end()) return;
    bool justified = false, red = false;
    each_bend(source, [&](const Bent& bent) {
        red = red || bent.choice.critical();
        justified = justified || (!bent.choice.critical() &&
                                  &bent.choice == &bent.moment.choices[best_choice(bent.moment)]);
    });
    const bool other_way =
        std::any_of(testing->choices.begin(), testing->choices.end(),
                    [](const Choice& one) { return !one.bend || one.bend->approval_asked; });
    const auto lacks = [&](bool has, const char* what, const char* remedy) {
        if (!has)
            findings.warning(
                "W427", source.place(source.scenario.id + "/" + testing->id),
                fmt::format("`{}` tests the bending of rules, but the scenario has no {}", testing->id, what),
                remedy, testing->id.size());
    };
    lacks(justified, "justified bend", "let the best choice of one moment bend a rule within the limits");
    lacks(red, "tempting `never` rule", "add a kind choice that breaks one, with `limit: exceeded`");
    lacks(other_way, "way without bending there", "add a choice that keeps the rule or asks for approval");
}

}  // namespace touchstone::content
