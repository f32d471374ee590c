// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "content/tool/check_bends.h"
#include "content/tool/check_choices.h"
#include "content/tool/check_feedback.h"
#include "content/tool/check_glyphs.h"
#include "content/tool/check_paths.h"
#include "content/tool/check_shape.h"
#include "content/tool/check_texts.h"

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
        check_bends(source_, pack_, findings_);
        check_apologies();
        check_craft();
        if (!findings_.has_errors()) check_paths(source_, standard_, findings_);
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
        check_words(source_, pack_, findings_);
        check_reading_level(source_.texts, language, scenario_.id, {1, 1}, findings_);
        check_bend_ratings(source_, standard_, findings_);
        check_red_rewards(source_, findings_);
        check_empowerment(source_, standard_, findings_);
        check_size(source_, findings_);
        check_improvement(source_, standard_, findings_);
        check_minutes(source_, findings_);
        check_losses(source_, findings_);
    }

    SourceScenario& source_;
    Scenario& scenario_;
    const Standard& standard_;
    const SourcePack* pack_;
    Findings& findings_;
    std::vector<Colour> colours_;
};

}  // namespace

void check_scenario(SourceScenario& source, const Standard& standard, const SourcePack* pack,
                    Findings& findings) {
    Checker(source, standard, pack, findings).run();
}

void check_words(const SourceScenario& source, const SourcePack* pack, Findings& findings) {
    const std::string language = pack ? pack->source_language : "en";
    check_lengths(source.texts, findings);
    if (pack) check_terms(source.texts, *pack, language, findings);
    check_feedback(source.texts, language, findings);
    check_glyphs(source.texts, shipped_glyphs(), findings);
    check_choice_lengths(source, findings);
    check_cue_words(source, language, findings);
    check_overlap(source, findings);
    check_clear_key(source, findings);
}

}  // namespace touchstone::content
