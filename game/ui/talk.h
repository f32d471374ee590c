// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "game/ui/widgets.h"

/// The parts of a conversation: bubbles, answers and questions.
namespace touchstone::game {

enum class Tail { none, left, up };
/// The surface of what a customer says. The tail's tip is 24 dp outside.
void bubble(Ui& ui, const Rect& rect, Tail tail, float tail_at);
/// What the learner said: a filled bubble with one square corner.
void own_bubble(Ui& ui, const Rect& rect);

float choice_height(const Ui& ui, const std::string& text, float width, bool tight = false);
bool choice_card(Ui& ui, const std::string& id, const Rect& rect, const std::string& letter,
                 const std::string& text, bool selected);

Size ask_size(const Ui& ui, const std::string& text, float max_width);
bool ask_chip(Ui& ui, const std::string& id, const Rect& rect, const std::string& text, bool made);

/// One of the customer's three states.
struct Meter {
    std::string id;
    icon::Code code;
    std::string label, word;
    int value = 0;
    int before = 0;  // of the last step; equal when nothing changed
};
float meter_height(const Ui& ui, const Meter& meter, float width);
void meter_bar(Ui& ui, const Rect& rect, const Meter& meter);

/// Short lines for the moments of an encounter: done, now, to come.
void step_dots(Ui& ui, Point centre, std::size_t count, std::size_t done, bool now, const std::string& label);

}  // namespace touchstone::game
