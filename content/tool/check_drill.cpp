// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_drill.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/check_scenario.h"
#include "engine/paths/loss.h"

namespace touchstone::content {

namespace {

TextPosition place_of(const SourceScenario& variant) {
    return variant.place(variant.scenario.id + "/" + moment_of(variant).id);
}

/// The text of a variant, `rest` counted from the variant; null when it was not read.
const SourceText* text_at(const SourceScenario& variant, const std::string& rest) {
    const std::string address = variant.scenario.id + "/" + moment_of(variant).id + "/" + rest;
    for (const SourceText& text : variant.texts)
        if (text.address == address) return &text;
    return nullptr;
}

void check_count(const SourceDrill& source, Findings& findings) {
    const std::size_t count = source.variants.size();
    if (count < fewest_variants || count > most_variants)
        findings.error("E130", source.variants_at,
                       fmt::format("the drill `{}` has {} variants; it needs {} to {}", source.id, count,
                                   fewest_variants, most_variants),
                       "write at least three variants, so that the principle and not the text is learned");
}

/// A drill is known when it is answered well: something must be good, and something must not be.
void check_qualities(const SourceScenario& variant, Findings& findings) {
    const Moment& moment = moment_of(variant);
    int best = 0, worst = quality_of_one;
    for (const Choice& choice : moment.choices) {
        best = std::max(best, quality_48(moment, choice));
        worst = std::min(worst, quality_48(moment, choice));
    }
    if (best < quality_good)
        findings.error("E132", place_of(variant),
                       fmt::format("no choice of `{}` is good: the best has {:.2f} of 1", moment.id,
                                   static_cast<double>(best) / quality_of_one),
                       "offer a choice that readers rate 3 or more, or nobody can ever know this drill",
                       moment.id.size());
    else if (best == worst)
        findings.error("E302", place_of(variant),
                       fmt::format("no choice of `{}` loses anything: there is nothing to learn", moment.id),
                       "rate the choices differently", moment.id.size());
}

void check_choices(const SourceScenario& variant, Findings& findings) {
    const Moment& moment = moment_of(variant);
    const std::size_t count = moment.choices.size();
    if (count < 2 || count > 4)
        findings.error("E206", place_of(variant),
                       fmt::format("variant `{}` has {} choices", moment.id, count),
                       "give it three or four choices", moment.id.size());
    else if (count == 2)
        findings.warning("W402", place_of(variant),
                         fmt::format("variant `{}` has only two choices", moment.id),
                         "add a third that tempts a decent colleague", moment.id.size());
    else
        check_qualities(variant, findings);
}

/// Two variants that open alike, or show the same person, are one variant.
void check_difference(const SourceScenario& one, const SourceScenario& other, Findings& findings) {
    const auto same = [&](const char* rest) {
        const SourceText *a = text_at(one, rest), *b = text_at(other, rest);
        return a && b && a->text == b->text ? b : nullptr;
    };
    if (const SourceText* says = same("says"))
        findings.error("E133", says->at,
                       fmt::format("`{}` says what `{}` says: they are one variant", moment_of(other).id,
                                   moment_of(one).id),
                       "let another customer say it in other words");
    if (const SourceText* name = same("customer/name"))
        findings.warning("W430", name->at,
                         fmt::format("the customers of `{}` and `{}` have the same name", moment_of(one).id,
                                     moment_of(other).id),
                         "give each variant its own customer");
}

std::size_t primary_of(const Moment& moment) {
    const auto primary = std::find_if(moment.tests.begin(), moment.tests.end(),
                                      [](const Test& test) { return test.weight_halves == 2; });
    return primary == moment.tests.end() ? moment.tests.front().indicator : primary->indicator;
}

/// The variant tests another indicator first than `expected`, which `where` tests.
void check_primary(const SourceScenario& variant, std::size_t expected, const std::string& where,
                   const Standard& standard, Findings& findings) {
    const std::size_t primary = primary_of(moment_of(variant));
    if (primary == expected) return;
    findings.warning("W431", place_of(variant),
                     fmt::format("`{}` tests `{}` first, but {} tests `{}`", moment_of(variant).id,
                                 standard.indicators[primary].id, where, standard.indicators[expected].id),
                     "a drill practises one thing: give the same indicator the weight 1 everywhere",
                     moment_of(variant).id.size());
}

}  // namespace

void check_drill(SourceDrill& source, const Standard& standard, const SourcePack* pack, Findings& findings) {
    check_count(source, findings);
    for (std::size_t i = 0; i < source.variants.size(); ++i) {
        check_choices(source.variants[i], findings);
        for (std::size_t j = i + 1; j < source.variants.size(); ++j)
            check_difference(source.variants[i], source.variants[j], findings);
    }
    if (findings.has_errors()) return;
    for (SourceScenario& variant : source.variants) {
        check_primary(variant, primary_of(moment_of(source.variants.front())), "the first variant", standard,
                      findings);
        check_words(variant, pack, findings);
    }
}

void check_drill_origin(const SourceDrill& source, const Standard& standard,
                        const std::vector<SourceScenario>& scenarios, Findings& findings) {
    std::vector<std::string> known;
    for (const SourceScenario& scenario : scenarios)
        for (const Moment& moment : scenario.scenario.moments) {
            known.push_back(scenario.scenario.id + "/" + moment.id);
            if (scenario.scenario.id != source.from_scenario || moment.id != source.from_moment) continue;
            return check_primary(source.variants.front(), primary_of(moment), "its moment", standard,
                                 findings);
        }
    const std::string from = source.from_scenario + "/" + source.from_moment;
    findings.error(
        "E131", source.from_at,
        fmt::format("`from` names no moment of this pack: `{}`{}", from, did_you_mean(from, known)),
        "write `from: scenario/moment` with a scenario of this pack", from.size());
}

}  // namespace touchstone::content
