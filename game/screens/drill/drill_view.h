// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/practice/drill.h"
#include "engine/scenario/library.h"
#include "game/screens/common/header.h"
#include "game/ui/words.h"

namespace touchstone::game {

/// The words of one drill in one language.
class DrillWords {
public:
    DrillWords(const packs::Texts& texts, std::string language, const Drill& drill)
        : texts_(texts), language_(std::move(language)), drill_(drill) {}

    const Drill& drill() const { return drill_; }
    std::string title() const { return find("title"); }
    std::string customer(std::size_t variant) const { return at(variant, "customer/name"); }
    std::string scene(std::size_t variant) const { return at(variant, "scene"); }
    std::string says(std::size_t variant) const { return at(variant, "says"); }
    std::string choice_says(std::size_t variant, std::size_t choice) const {
        return of_choice(variant, choice, "says");
    }
    std::string reply(std::size_t variant, std::size_t choice) const {
        return of_choice(variant, choice, "reply");
    }
    std::string feedback(std::size_t variant, std::size_t choice) const {
        return of_choice(variant, choice, "feedback");
    }

private:
    std::string find(const std::string& path) const {
        return texts_.find(language_, "drills/" + drill_.id + "/" + path);
    }
    std::string at(std::size_t variant, const std::string& path) const {
        return find(drill_.variants[variant].id() + "/" + path);
    }
    std::string of_choice(std::size_t variant, std::size_t choice, const std::string& path) const {
        return at(variant, drill_.variants[variant].moment.choices[choice].id + "/" + path);
    }

    const packs::Texts& texts_;
    std::string language_;
    const Drill& drill_;
};

/// One decision alone: an answer, how sure one is, then what comes of it.
struct DrillView {
    HeaderView header;
    std::string scene, says, name, picture;
    Looks looks;
    Backdrop backdrop = Backdrop::shop;
    Expression expression;
    struct Choice {
        std::string id, letter, text;
    };
    std::vector<Choice> choices;  // in the order on screen
    std::optional<std::size_t> picked;
    std::optional<int> confidence;  // 1..3
    struct Reveal {
        std::string reply, feedback;
        std::string best;  // the answer that the readers found best; empty when it was this one
        std::string due;   // when it comes back
        std::string words;  // what to make of it
        Tint tint = Tint::plain;
    };
    std::optional<Reveal> reveal;
    std::string go_on;   // label of the button after the reveal
    std::string motion;  // changes with the variant
};
/// The sector of the scenario that the drill comes from; "" where that is not installed.
std::string sector_of(const Library& library, const Drill& drill);

struct DrillInput {
    const DrillRun& run;
    std::optional<int> confidence;
    const std::optional<DrillReveal>& reveal;
    std::size_t nth = 1, of = 1;
    bool more = false;  // whether the session goes on
    Day today = 0;
    std::string sector;
    SyncPill pill;
};
DrillView make_drill_view(const Words& words, const DrillWords& drill, const DrillInput& input);

struct DrillAction {
    enum class Kind { none, pick, confidence, show, go_on, leave, sync } kind = Kind::none;
    std::size_t index = 0;  // of a choice
    int confidence = 0;     // 1..3
};
DrillAction draw_drill(Ui& ui, OutlineCache& cache, const DrillView& view);

}  // namespace touchstone::game
