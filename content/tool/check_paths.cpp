// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_paths.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/paths_report.h"
#include "content/tool/robots.h"
#include "engine/paths/loss.h"

namespace touchstone::content {

namespace {

class PathChecker {
public:
    PathChecker(SourceScenario& source, const Standard& standard, Findings& findings)
        : source_(source), scenario_(source.scenario), standard_(standard), findings_(findings) {}

    void run() {
        const auto explored = explore(scenario_);
        if (!explored)
            return findings_.error("E207", {1, 1}, explored.error().detail, explored.error().remedy);
        scenario_.worst = explored->worst;
        check_reached(*explored);
        check_scores(*explored);
        check_spend(*explored);
        check_apologies();
        if (findings_.has_errors()) return;
        const auto report = report_paths(source_, standard_, *explored);
        if (!report) return findings_.error("E207", {1, 1}, report.error().detail, report.error().remedy);
        check_robots(*report);
        check_length(*report);
        check_repair(*report);
        check_spread(*report);
    }

private:
    TextPosition place(const std::string& rest) const { return source_.place(scenario_.id + "/" + rest); }
    TextPosition start() const { return place(scenario_.moments[scenario_.start].id); }

    void check_reached(const Exploration& explored) {
        for (std::size_t m = 0; m < scenario_.moments.size(); ++m) {
            const Moment& moment = scenario_.moments[m];
            if (explored.moments.count(m) == 0) {
                findings_.error("E203", place(moment.id),
                                fmt::format("moment `{}` is never reached", moment.id),
                                "lead a choice to it, or remove it");
                continue;
            }
            for (std::size_t c = 0; c < moment.choices.size(); ++c)
                if (explored.choices.count({m, c}) == 0)
                    never_available(moment.id + "/" + moment.choices[c].id);
        }
        for (std::size_t e = 0; e < scenario_.endings.size(); ++e)
            for (std::size_t o = 0; o < scenario_.endings[e].outcomes.size(); ++o)
                if (explored.outcomes.count({e, o}) == 0)
                    never_comes(scenario_.endings[e].id + "/" + scenario_.endings[e].outcomes[o].id);
    }
    void never_available(const std::string& path) {
        findings_.error("E209", place(path),
                        fmt::format("choice `{}` is never available: its fact cannot be found by then", path),
                        "add an ask that reveals the fact, or drop `needs`");
    }
    void never_comes(const std::string& path) {
        findings_.error("E204", place(path), fmt::format("outcome `{}` is never reached", path),
                        "change its condition, or remove it");
    }

    void check_scores(const Exploration& explored) {
        if (explored.worst <= 0)
            findings_.error("E302", {1, 1}, "no choice loses anything: there is nothing to score",
                            "rate the choices differently");
        if (explored.best == 0) return;
        findings_.error("E301", start(),
                        fmt::format("taking the best choice everywhere does not reach the best outcome (best "
                                    "path: {}; it loses {:.2f})",
                                    fmt::join(explored.best_path, ", "),
                                    static_cast<double>(explored.best) / static_cast<double>(loss_of_one)),
                        "let the best rated choices lead to the outcome of value 100, or correct effects and "
                        "conditions");
    }

    void check_spend(const Exploration& explored) {
        const bool overspent = scenario_.spend_limit && explored.most_spent > *scenario_.spend_limit;
        bool marked = false, trap_spends = false;
        for (const Moment& moment : scenario_.moments)
            for (const Choice& choice : moment.choices) {
                if (!choice.bend) continue;
                const Bend& bend = *choice.bend;
                const bool over = bend.rule_class == RuleClass::red ||
                                  (scenario_.spend_limit && bend.cost > *scenario_.spend_limit);
                if (bend.cost > 0 && (choice.exceeds_limit || bend.approval_asked)) trap_spends = true;
                if (over || !choice.exceeds_limit) continue;
                marked = true;
                if (!overspent) within_limits(moment.id + "/" + choice.id, choice.id);
            }
        if (overspent && !marked && !trap_spends)
            findings_.error("E306", {1, 1},
                            fmt::format("a path spends {} with a limit of {}, and no choice is marked",
                                        explored.most_spent, *scenario_.spend_limit),
                            "mark the choice that goes over: `limit: exceeded` or `approval: asked`");
    }
    void within_limits(const std::string& path, const std::string& choice) {
        findings_.error("E307", place(path),
                        fmt::format("`{}` is marked `limit: exceeded` but stays within the limits", choice),
                        "remove `limit: exceeded`, or name the rule under `never`");
    }

    /// On no path do apologies without a fix earn more than 10 each of satisfaction and trust (DEFINITIONS
    /// A4).
    void check_apologies() {
        const DecisionGraph graph(scenario_);
        check_apologies(graph, "satisfaction", &Effect::satisfaction);
        check_apologies(graph, "trust", &Effect::trust);
    }
    void check_apologies(const DecisionGraph& graph, const char* quantity, int Effect::*gain) {
        constexpr int most = 10;
        const auto earned = [&](const Decision& decision) -> std::int64_t {
            const Choice& choice = scenario_.moments[decision.first].choices[decision.second];
            const bool bare = (choice.steps & step_apologise) != 0 && (choice.steps & step_fix) == 0;
            return bare ? std::max(choice.effect.*gain, 0) : 0;
        };
        const auto play = graph.greatest(earned);
        if (play.sum <= most) return;
        std::vector<std::string> apologies;
        for (const Decision& decision : play.decisions)
            if (earned(decision) > 0)
                apologies.push_back(scenario_.moments[decision.first].id + "/" +
                                    scenario_.moments[decision.first].choices[decision.second].id);
        findings_.error(
            "E320", place(apologies.back()),
            fmt::format("apologies without a fix earn {} {} on one path ({}); at most {} are allowed",
                        play.sum, quantity, fmt::join(apologies, ", "), most),
            "let a later apology earn nothing, or add a fix");
    }

    // ---- craft
    /// Somebody who does not think must fail (learning 1.5).
    void check_robots(const PathsReport& report) {
        constexpr double bar = 60;
        for (const Robot& robot : robots(source_)) {
            const double score = report.robots.at(robot.name).score;
            if (score < bar) continue;
            findings_.warning("W440", start(),
                              fmt::format("somebody who always takes `{}` scores {:.0f}; {:.0f} and more is too "
                                          "much. It takes {}",
                                          robot.name, score, bar, picks_of(robot)),
                              "at some of these moments make another choice the best, or word it differently");
        }
    }
    /// "arrival/own-it (please), offer/swap": where it takes just one choice.
    std::string picks_of(const Robot& robot) const {
        constexpr NameSet everything = 0xFF;
        std::vector<std::string> picks;
        for (const Moment& moment : scenario_.moments) {
            const auto all = available_choices(moment, everything);
            const auto shares = robot.takes(moment, all);
            const auto whole = std::find(shares.begin(), shares.end(), 1.0);
            if (whole == shares.end()) continue;
            const Choice& choice = moment.choices[all[static_cast<std::size_t>(whole - shares.begin())]];
            const std::string word = robot.because(moment, choice);
            picks.push_back(moment.id + "/" + choice.id + (word.empty() ? "" : " (“" + word + "”)"));
        }
        return fmt::format("{}", fmt::join(picks, ", "));
    }

    void check_length(const PathsReport& report) {
        if (report.best_decisions < 5 || report.best_decisions > 8)
            findings_.warning("W441", start(),
                              fmt::format("the best path has {} decisions", report.best_decisions),
                              "five to seven decisions take three to five minutes; eight at most");
        const double by_chance = chance_of_best(report);
        if (by_chance > 0.5)
            findings_.warning(
                "W442", start(),
                fmt::format("by chance {:.0f} % of all plays reach the best outcome", 100 * by_chance),
                "ask more of its condition: the best outcome is for those who choose well");
    }
    double chance_of_best(const PathsReport& report) const {
        double chance = 0;
        for (std::size_t e = 0; e < scenario_.endings.size(); ++e)
            for (std::size_t o = 0; o < scenario_.endings[e].outcomes.size(); ++o)
                if (scenario_.endings[e].outcomes[o].value == 100) chance += report.chance.outcomes[e][o];
        return chance;
    }

    /// One slip must be repairable: afterwards at least half of the score can still be had (learning 7.2, 6).
    void check_repair(const PathsReport& report) {
        const auto losses = LeastLosses::of(scenario_);
        if (!losses) return findings_.error("E207", {1, 1}, losses.error().detail, losses.error().remedy);
        Encounter now = begin(scenario_, 0);
        for (const std::string& id : report.exploration.best_path) {
            const Moment& moment = scenario_.moments[now.moment];
            const bool is_choice = std::any_of(moment.choices.begin(), moment.choices.end(),
                                               [&](const Choice& choice) { return choice.id == id; });
            if (is_choice) check_slips(now, moment, *losses);
            const auto next =
                is_choice ? advance(now, scenario_, ChooseEvent{id}) : advance(now, scenario_, AskEvent{id});
            if (!next || next->encounter.end) return;
            now = next->encounter;
        }
    }
    void check_slips(const Encounter& now, const Moment& moment, const LeastLosses& losses) {
        for (const Choice& choice : moment.choices) {
            if (choice.critical() || (choice.needs & ~now.facts) != 0) continue;
            const auto slip = advance(now, scenario_, ChooseEvent{choice.id});
            if (!slip || slip->encounter.end) continue;
            const Loss least = losses.from(slip->encounter, false);
            const double score = score_of(choice_loss(moment, choice) + least, scenario_.worst, false);
            if (score >= 50) continue;
            findings_.warning("W443", place(moment.id + "/" + choice.id),
                              fmt::format("after this one slip at most {:.0f} can still be reached", score),
                              "give a later moment a choice that repairs it");
        }
    }

    /// A behaviour in focus must be able to turn out well and badly.
    void check_spread(const PathsReport& report) {
        for (const std::size_t behaviour : scenario_.focus) {
            const auto& range = report.behaviours[behaviour];
            if (range && range->least.percent() <= 50 && range->most.percent() >= 75) continue;
            findings_.warning("W444", {1, 1},
                              range
                                  ? fmt::format("`{}` is in focus, but it only reaches from {:.0f} to {:.0f}",
                                                standard_.behaviours[behaviour], range->least.percent(),
                                                range->most.percent())
                                  : fmt::format("`{}` is in focus, but no moment tests it",
                                                standard_.behaviours[behaviour]),
                              "test it at a moment where choices differ, or take it out of `focus`");
        }
    }

    SourceScenario& source_;
    Scenario& scenario_;
    const Standard& standard_;
    Findings& findings_;
};

}  // namespace

void check_paths(SourceScenario& source, const Standard& standard, Findings& findings) {
    PathChecker(source, standard, findings).run();
}

}  // namespace touchstone::content
