// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "content/tool/check_paths.h"
#include "engine/basics/utf8.h"

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
        check_bends();
        check_apologies();
        check_words();
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
                                "give it three or four choices");
            else if (count == 2)
                findings_.warning("W402", place(moment.id),
                                  fmt::format("moment `{}` has only two choices", moment.id),
                                  "add a third that tempts a decent colleague");
            if (moment.asks.size() > 3)
                findings_.error("E206", place(moment.id),
                                fmt::format("moment `{}` has {} asks", moment.id, moment.asks.size()),
                                "keep at most three");
            if (available_choices(moment, 0).empty() && count > 0)
                findings_.error(
                    "E205", place(moment.id),
                    fmt::format("every choice of `{}` needs a fact: somebody who asked nothing is stuck",
                                moment.id),
                    "remove `needs` from at least one choice");
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
                                "lead on to a new moment or to an ending");
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
                            "give the best outcome 100 and every other one less");
    }

    void check_bends() {
        std::set<std::int64_t> costs;
        for (const Moment& moment : scenario_.moments)
            for (const Choice& choice : moment.choices)
                if (choice.bend) {
                    if (choice.bend->cost > 0) costs.insert(choice.bend->cost);
                    check_bend(moment, choice);
                }
        if (costs.size() > 4)
            findings_.error("E306", {1, 1}, "a scenario has at most four distinct costs", "round the costs");
    }
    void check_bend(const Moment& moment, const Choice& choice) {
        const Bend& bend = *choice.bend;
        const TextPosition at = place(moment.id + "/" + choice.id);
        const bool over = bend.rule_class == RuleClass::red ||
                          (scenario_.spend_limit && bend.cost > *scenario_.spend_limit);
        if (over && !choice.exceeds_limit && !bend.approval_asked)
            findings_.error("E306", at,
                            fmt::format("`{}` goes beyond the limits (`{}`) but is not marked as a trap",
                                        choice.id, bend.rule),
                            "add `limit: exceeded`, or `approval: asked`, or take the rule out of `never`");
        if (bend.rule_class == RuleClass::red && bend.approval_asked)
            findings_.error("E306", at,
                            fmt::format("`{}` is a `never` rule: nobody can approve that", bend.rule),
                            "remove `approval: asked`");
        const auto best = std::max_element(choice.ratings.begin(), choice.ratings.end());
        if (choice.critical() && best != choice.ratings.end() && *best >= 3)
            findings_.warning(
                "W403", at, fmt::format("`{}` breaks a `never` rule and is still rated {}", choice.id, *best),
                "let the readers rate it again with the rule in view (learning 7.3)");
    }

    void check_apologies() {
        for (const Moment& moment : scenario_.moments)
            for (const Choice& choice : moment.choices) {
                const bool bare = (choice.steps & step_apologise) != 0 && (choice.steps & step_fix) == 0;
                if (bare && (choice.effect.satisfaction > 5 || choice.effect.trust > 5))
                    findings_.error(
                        "E308", place(moment.id + "/" + choice.id),
                        fmt::format("`{}` apologises without a fix and gains more than 5", choice.id),
                        "an apology alone earns at most +5 satisfaction and +5 trust");
            }
    }

    // ---- craft
    void check_words() {
        for (const SourceText& text : source_.texts) check_text(text);
        for (const Moment& moment : scenario_.moments) check_lengths(moment);
        check_losses();
    }
    void check_text(const SourceText& text) {
        struct Bound {
            const char* suffix;
            std::size_t words;
            const char* what;
        };
        static const Bound bounds[] = {{"/reply", 24, "a reply"},
                                       {"/thinks", 20, "a thought"},
                                       {"/feedback", 36, "feedback"},
                                       {"/scene", 45, "a scene"}};
        const bool learner = text.context == "learner";
        std::size_t most = learner ? 22 : 45;
        const char* what = learner ? "what the learner says" : "what the customer says";
        for (const Bound& bound : bounds)
            if (text.address.size() > std::string_view(bound.suffix).size() &&
                text.address.compare(text.address.size() - std::string_view(bound.suffix).size(),
                                     std::string::npos, bound.suffix) == 0) {
                most = bound.words;
                what = bound.what;
            }
        if (text.address.find("/says") == std::string::npos && most == 45 &&
            std::string_view(what) == "what the customer says")
            return;
        const std::size_t words = count_words(text.text);
        if (words > most)
            findings_.warning("W401", text.at, fmt::format("{} words; {} has at most {}", words, what, most),
                              "say it shorter");
        check_terms(text);
    }
    void check_terms(const SourceText& text) {
        if (!pack_) return;
        for (const std::string& term : pack_->internal_terms) {
            const bool customer = text.context == customer_name();
            if (customer && lower(text.text).find(lower(term)) != std::string::npos)
                findings_.warning("W404", text.at,
                                  fmt::format("the customer uses our internal word `{}`", term),
                                  "say it as a customer would");
        }
    }
    static std::string lower(std::string text) {
        for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return text;
    }
    std::string customer_name() const {
        for (const SourceText& text : source_.texts)
            if (text.address == scenario_.id + "/customer/name") return text.text;
        return {};
    }
    std::size_t length_of(const std::string& rest) const {
        for (const SourceText& text : source_.texts)
            if (text.address == scenario_.id + "/" + rest) return count_code_points(text.text);
        return 0;
    }
    /// learning 1.5: the longest choice must not give the best away; lengths within 0.7..1.3 of the others'
    /// median.
    void check_lengths(const Moment& moment) {
        for (const Choice& choice : moment.choices) {
            std::vector<std::size_t> others;
            for (const Choice& other : moment.choices)
                if (&other != &choice) others.push_back(length_of(moment.id + "/" + other.id + "/says"));
            std::sort(others.begin(), others.end());
            const std::size_t mine = length_of(moment.id + "/" + choice.id + "/says");
            const std::size_t median = others.empty() ? mine : others[others.size() / 2];
            if (mine * 10 > median * 13 || mine * 13 < median * 10)
                findings_.warning(
                    "W405", place(moment.id + "/" + choice.id),
                    fmt::format("`{}` has {} characters, the others about {}", choice.id, mine, median),
                    "make the choices of a moment about equally long");
        }
    }
    void check_losses() {
        int gains = 0, losses = 0, gain_count = 0, loss_count = 0;
        for (const Moment& moment : scenario_.moments)
            for (const Choice& choice : moment.choices)
                for (const int d :
                     {choice.effect.satisfaction, choice.effect.trust, choice.effect.patience}) {
                    if (d > 0) gains += d, ++gain_count;
                    if (d < 0) losses -= d, ++loss_count;
                }
        if (gain_count > 0 && loss_count > 0 && losses * gain_count < gains * loss_count)
            findings_.warning("W406", {1, 1}, "losses are smaller than gains on average",
                              "losses weigh more: write them as they are meant");
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

}  // namespace touchstone::content
