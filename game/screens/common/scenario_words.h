// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/packs/texts.h"
#include "engine/play/encounter.h"

namespace touchstone::game {

/// The words of one scenario in one language.
class ScenarioWords {
public:
    ScenarioWords(const packs::Texts& texts, std::string language, const Scenario& scenario)
        : texts_(texts), language_(std::move(language)), scenario_(scenario) {}

    const Scenario& scenario() const { return scenario_; }
    std::string title() const { return at("title"); }
    std::string summary() const { return at("summary"); }
    std::string shoes() const { return at("shoes"); }
    std::string try_it() const { return at("try"); }
    std::string customer() const { return at("customer/name"); }
    std::string fact(std::size_t index) const { return at("hides/" + scenario_.facts[index]); }
    std::string touchpoint() const { return find("journey/" + scenario_.touchpoint); }

    std::string scene(std::size_t moment) const { return at(moment_id(moment) + "/scene"); }
    std::string says(std::size_t moment, const Situation& situation) const;
    std::string ask_says(std::size_t moment, std::size_t ask) const {
        return at(ask_path(moment, ask) + "/says");
    }
    std::string ask_reply(std::size_t moment, std::size_t ask) const {
        return at(ask_path(moment, ask) + "/reply");
    }
    std::string choice_says(std::size_t moment, std::size_t choice, const Situation& situation) const;
    std::string reply(std::size_t moment, std::size_t choice) const {
        return at(choice_path(moment, choice) + "/reply");
    }
    std::string thinks(std::size_t moment, std::size_t choice) const {
        return at(choice_path(moment, choice) + "/thinks");
    }
    std::string feedback(std::size_t moment, std::size_t choice) const {
        return at(choice_path(moment, choice) + "/feedback");
    }
    std::string ending_scene(std::size_t ending) const { return at(scenario_.endings[ending].id + "/scene"); }
    std::string outcome_says(std::size_t ending, std::size_t outcome) const;

    /// The text at `address`, "" where the pack has none.
    std::string find(const std::string& address) const;

private:
    std::string at(const std::string& path) const { return find(scenario_.id + "/" + path); }
    const std::string& moment_id(std::size_t moment) const { return scenario_.moments[moment].id; }
    std::string ask_path(std::size_t moment, std::size_t ask) const {
        return moment_id(moment) + "/" + scenario_.moments[moment].asks[ask].id;
    }
    std::string choice_path(std::size_t moment, std::size_t choice) const {
        return moment_id(moment) + "/" + scenario_.moments[moment].choices[choice].id;
    }
    std::string with_variant(const std::string& path, const std::vector<Condition>& conditions,
                             const Situation& situation) const;

    const packs::Texts& texts_;
    std::string language_;
    const Scenario& scenario_;
};

/// Choices still to be made from `moment` on, this one included, for somebody who takes the best rated ones.
std::size_t moments_left(const Scenario& scenario, std::size_t moment);

}  // namespace touchstone::game
