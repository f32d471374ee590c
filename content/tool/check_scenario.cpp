// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "content/tool/check_bends.h"
#include "content/tool/check_choices.h"
#include "content/tool/check_feedback.h"
#include "content/tool/check_glyphs.h"
#include "content/tool/check_shape.h"
#include "content/tool/check_texts.h"
#include "engine/paths/explore.h"
#include "engine/paths/loss.h"

namespace touchstone::content {

namespace {

class Checker {
public:
    Checker(SourceScenario& source, const Standard& standard, const SourcePack* pack, Findings& findings)
        : source_(source),
          scenario_(source.scenario),
          standard_(standard),
          pack_(pack),
          findings_(findings) {}

    void run() {
        check_shape();
        if (find_cycle() || findings_.has_errors()) return;
        check_levels();
        check_best_outcome();
        over_marks_ = check_bends(source_, pack_, findings_);
        check_apologies();
        check_craft();
        explore_all();
    }

private:
    TextPosition place(const std::string& rest) const { return source_.place(scenario_.id + "/" + rest); }

    void check_shape() {
        for (const Moment& moment : scenario_.moments) {
            const std::size_t count = moment.choices.size();
            if (count < 2 || count > 4)
                findings_.error("E206", place(moment.id),
                                fmt::format("moment `{}` has {} choices", moment.id, count),
                                "give it three or four choices", moment.id.size());
            else if (count == 2)
                findings_.warning("W402", place(moment.id),
                                  fmt::format("moment `{}` has only two choices", moment.id),
                                  "add a third that tempts a decent colleague", moment.id.size());
            if (moment.asks.size() > 3)
                findings_.error("E206", place(moment.id),
                                fmt::format("moment `{}` has {} asks", moment.id, moment.asks.size()),
                                "keep at most three", moment.id.size());
            if (available_choices(moment, 0).empty() && count > 0)
                findings_.error(
                    "E205", place(moment.id),
                    fmt::format("every choice of `{}` needs a fact: somebody who asked nothing is stuck",
                                moment.id),
                    "remove `needs` from at least one choice", moment.id.size());
        }
    }

    /// Depth first with three colours; reports the choice that closes the circle.
    bool find_cycle() {
        colours_.assign(scenario_.moments.size(), Colour::white);
        for (std::size_t i = 0; i < scenario_.moments.size(); ++i)
            if (colours_[i] == Colour::white && visit(i)) return true;
        return false;
    }
    enum class Colour { white, grey, black };
    bool visit(std::size_t moment) {
        colours_[moment] = Colour::grey;
        for (const Choice& choice : scenario_.moments[moment].choices) {
            if (choice.next.kind != Target::Kind::moment) continue;
            if (colours_[choice.next.index] == Colour::grey) {
                const std::string path = scenario_.moments[moment].id + "/" + choice.id;
                findings_.error("E202", place(path),
                                fmt::format("`{}` leads back to `{}`: the moments form a circle", path,
                                            scenario_.moments[choice.next.index].id),
                                "lead on to a new moment or to an ending", choice.id.size());
                return true;
            }
            if (colours_[choice.next.index] == Colour::white && visit(choice.next.index)) return true;
        }
        colours_[moment] = Colour::black;
        return false;
    }

    void check_levels() {
        std::set<int> levels;
        for (const Moment& moment : scenario_.moments)
            for (const Test& test : moment.tests) levels.insert(standard_.indicators[test.indicator].level);
        if (levels.count(3) != 0 && (levels.count(1) == 0 || levels.count(2) == 0))
            findings_.error("E309", {1, 1}, "a scenario that tests level 3 must test levels 1 and 2 too",
                            "test a courtesy and a competence indicator at some moment");
    }

    void check_best_outcome() {
        int best = 0;
        for (const Ending& ending : scenario_.endings)
            for (const Outcome& outcome : ending.outcomes) best += outcome.value == 100 ? 1 : 0;
        if (best != 1)
            findings_.error("E303",
                            scenario_.endings.empty() ? TextPosition{} : place(scenario_.endings.front().id),
                            fmt::format("{} outcomes have the value 100; exactly one must", best),
                            "give the best outcome 100 and every other one less",
                            scenario_.endings.empty() ? 1 : scenario_.endings.front().id.size());
    }

    void check_apologies() {
        for (const Moment& moment : scenario_.moments)
            for (const Choice& choice : moment.choices) {
                const bool bare = (choice.steps & step_apologise) != 0 && (choice.steps & step_fix) == 0;
                if (bare && (choice.effect.satisfaction > 5 || choice.effect.trust > 5))
                    findings_.error(
                        "E308", place(moment.id + "/" + choice.id),
                        fmt::format("`{}` apologises without a fix and gains more than 5", choice.id),
                        "an apology alone earns at most +5 satisfaction and +5 trust", choice.id.size());
            }
    }

    // ---- craft
    void check_craft() {
        const std::string language = pack_ ? pack_->source_language : "en";
        check_lengths(source_.texts, findings_);
        check_reading_level(source_.texts, language, scenario_.id, {1, 1}, findings_);
        if (pack_) check_terms(source_.texts, *pack_, language, findings_);
        check_feedback(source_.texts, language, findings_);
        check_glyphs(source_.texts, shipped_glyphs(), findings_);
        check_choice_lengths(source_, findings_);
        check_cue_words(source_, language, findings_);
        check_overlap(source_, findings_);
        check_clear_key(source_, findings_);
        check_bend_ratings(source_, standard_, findings_);
        check_red_rewards(source_, findings_);
        check_empowerment(source_, standard_, findings_);
        check_size(source_, findings_);
        check_focus(source_, standard_, findings_);
        check_minutes(source_, findings_);
        check_losses(source_, findings_);
    }

    // ---- all reachable play
    void explore_all() {
        const auto explored = explore(scenario_);
        if (!explored)
            return findings_.error("E207", {1, 1}, explored.error().detail, explored.error().remedy);
        for (std::size_t i = 0; i < scenario_.moments.size(); ++i)
            if (explored->moments.count(i) == 0)
                findings_.error("E203", place(scenario_.moments[i].id),
                                fmt::format("moment `{}` is never reached", scenario_.moments[i].id),
                                "lead a choice to it, or remove it");
        check_reached(*explored);
        if (explored->worst <= 0)
            findings_.error("E302", {1, 1}, "no choice loses anything: there is nothing to score",
                            "rate the choices differently");
        if (explored->best != 0)
            findings_.error(
                "E301", place(scenario_.moments[scenario_.start].id),
                fmt::format("taking the best choice everywhere does not reach the best outcome (best path: "
                            "{}; it loses {:.2f})",
                            fmt::join(explored->best_path, ", "),
                            static_cast<double>(explored->best) / static_cast<double>(loss_of_one)),
                "let the best rated choices lead to the outcome of value 100, or correct effects and "
                "conditions");
        check_spend(*explored);
        scenario_.worst = explored->worst;
    }
    void check_reached(const Exploration& explored) {
        for (std::size_t m = 0; m < scenario_.moments.size(); ++m)
            for (std::size_t c = 0; c < scenario_.moments[m].choices.size(); ++c) {
                const std::string path = scenario_.moments[m].id + "/" + scenario_.moments[m].choices[c].id;
                if (explored.moments.count(m) != 0 && explored.choices.count({m, c}) == 0)
                    findings_.error(
                        "E209", place(path),
                        fmt::format("choice `{}` is never available: its fact cannot be found by then", path),
                        "add an ask that reveals the fact, or drop `needs`");
            }
        for (std::size_t e = 0; e < scenario_.endings.size(); ++e)
            for (std::size_t o = 0; o < scenario_.endings[e].outcomes.size(); ++o) {
                const std::string path = scenario_.endings[e].id + "/" + scenario_.endings[e].outcomes[o].id;
                if (explored.outcomes.count({e, o}) == 0)
                    findings_.error("E204", place(path), fmt::format("outcome `{}` is never reached", path),
                                    "change its condition, or remove it");
            }
    }
    void check_spend(const Exploration& explored) {
        const bool can_overspend = scenario_.spend_limit && explored.most_spent > *scenario_.spend_limit;
        for (const auto& [moment, choice] : over_marks_)
            if (!can_overspend)
                findings_.error(
                    "E307", place(moment + "/" + choice),
                    fmt::format("`{}` is marked `limit: exceeded` but stays within the limits", choice),
                    "remove `limit: exceeded`, or name the rule under `never`");
        if (can_overspend && over_marks_.empty() && !any_trap_spends())
            findings_.error("E306", {1, 1},
                            fmt::format("a path spends {} with a limit of {}, and no choice is marked",
                                        explored.most_spent, *scenario_.spend_limit),
                            "mark the choice that goes over: `limit: exceeded` or `approval: asked`");
    }
    bool any_trap_spends() const {
        for (const Moment& moment : scenario_.moments)
            for (const Choice& choice : moment.choices)
                if (choice.bend && choice.bend->cost > 0 &&
                    (choice.exceeds_limit || choice.bend->approval_asked))
                    return true;
        return false;
    }

    SourceScenario& source_;
    Scenario& scenario_;
    const Standard& standard_;
    const SourcePack* pack_;
    Findings& findings_;
    std::vector<Colour> colours_;
    std::vector<ChoicePlace> over_marks_;
};

}  // namespace

void check_scenario(SourceScenario& source, const Standard& standard, const SourcePack* pack,
                    Findings& findings) {
    Checker(source, standard, pack, findings).run();
}

}  // namespace touchstone::content
