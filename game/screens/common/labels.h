// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/basics/civil.h"
#include "engine/play/encounter.h"
#include "engine/play/mood.h"
#include "game/screens/common/header.h"
#include "game/screens/common/scenario_words.h"
#include "game/ui/words.h"

/// Engine values in the words of a person.
namespace touchstone::game {

std::string mood_word(const Words& words, Mood mood);
Tint mood_tint(Mood mood);
icon::Code mood_icon(Mood mood);

std::string level_word_of_satisfaction(const Words& words, int value);
std::string level_word_of_trust(const Words& words, int value);
std::string level_word_of_patience(const Words& words, int value);

/// The customer's card; `before` is the state that the last step changed.
CustomerView make_customer(const Words& words, const ScenarioWords& scenario, const CustomerState& before,
                           const CustomerState& now);

/// "15 €", "€15.50"; minor units.
std::string money(const std::string& language, const std::string& currency, std::int64_t minor);
/// "17:02" of the site's clock.
std::string clock_time(Micros at, int offset_minutes);
std::string weekday_name(const Words& words, int weekday);
/// One letter for a calendar.
std::string weekday_letter(const Words& words, int weekday);
icon::Code sector_icon(const std::string& sector);
/// "Shop"; the id of a sector that we have no word for.
std::string sector_name(const Words& words, const std::string& sector);
/// A, B, C for the answers on screen.
std::string letter_of(std::size_t index);
/// Up to two capital letters.
std::string initials(const std::string& name);
/// "Daria" of "Daria L".
std::string first_name(const std::string& name);
/// The first sentence, so that it stays short; the whole text where that is long.
std::string first_sentence(const std::string& text);
/// "Reliable, responsive": the second and later ones in lower case where the language does so.
std::string joined(const std::vector<std::string>& parts);

}  // namespace touchstone::game
