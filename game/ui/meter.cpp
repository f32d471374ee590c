// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "game/ui/talk.h"

namespace touchstone::game {
namespace {

constexpr int low = 36;  // a bar below this is amber

std::string signed_text(int change) {
    return (change > 0 ? "+" : "\u2212") + std::to_string(std::abs(change));
}

float change_width(const Ui& ui, const Meter& meter) {
    return meter.value == meter.before
               ? 0.0F
               : ui.width_of(signed_text(meter.value - meter.before), type::number) + 54;
}

std::string change_in_words(const Ui& ui, const Meter& meter) {
    const int change = meter.value - meter.before;
    if (change == 0) return {};
    const std::string size = std::to_string(std::abs(change));
    return ", " + (change > 0 ? ui.words().tr("voice", "up {}", {size}) : ui.words().tr("voice", "down {}", {size}));
}

float number_width(const Ui& ui) { return ui.width_of("100", type::number) + 6; }

/// Whether label, word, change and number do not fit side by side.
bool is_narrow(const Ui& ui, const Meter& meter, float width) {
    const float words = 30 + ui.width_of(meter.label, type::label) + 8 + ui.width_of(meter.word, type::small);
    return words + change_width(ui, meter) + number_width(ui) > width;
}

void change_chip(Ui& ui, const Rect& rect, const Meter& meter) {
    const bool gain = meter.value > meter.before;
    const Tint tint = gain ? Tint::good : Tint::bad;
    ui.canvas().fill(rect, tint_of(ui, tint), 14);
    if (ui.theme().outlined) ui.canvas().frame(rect, ui.theme().line, 2, 14);
    ui.canvas().icon({rect.x + 15, rect.centre().y}, 20, gain ? icon::up : icon::down, text_of(ui, tint));
    ui.text_middle(signed_text(meter.value - meter.before), type::number,
                   {rect.x + 28, rect.y, rect.w - 38, rect.h}, text_of(ui, tint));
}

void bar(Ui& ui, const Rect& track, const Meter& meter) {
    const Theme& theme = ui.theme();
    ui.canvas().fill(track, theme.sunk, 6);
    const float value = ui.animate("meter/" + meter.id, static_cast<float>(meter.value), 400,
                                   static_cast<float>(meter.before));
    const float kept = std::min(value, static_cast<float>(meter.before)), share = track.w / 100;
    const Colour fill = meter.value < low ? theme.warn_fill : theme.primary;
    ui.canvas().fill({track.x, track.y, kept * share, track.h}, fill, 6);
    if (value > kept + 0.5F) {
        const float from = track.x + kept * share;
        ui.canvas().fill({from, track.y, 3, track.h}, theme.surface);
        ui.canvas().fill({from + 3, track.y, (value - kept) * share - 3, track.h}, theme.gain, 6,
                         corner_right);
    } else if (meter.value < meter.before) {
        // What was lost shrinks away to the new value.
        const float lost = ui.animate("meter-loss/" + meter.id, static_cast<float>(meter.value), 900,
                                      static_cast<float>(meter.before));
        const float from = track.x + kept * share;
        if (lost > value + 0.5F)
            ui.canvas().fill({from + 3, track.y, (lost - value) * share - 3, track.h}, theme.bad, 6,
                             corner_right);
    }
    if (theme.outlined) ui.canvas().frame(track, theme.line, 2, 6);
}

}  // namespace

float meter_height(const Ui& ui, const Meter& meter, float width) {
    const float line = ui.line_height(type::label);
    return std::max(line, 28.0F) + (is_narrow(ui, meter, width) ? line : 0) + 4 + 12;
}

void meter_bar(Ui& ui, const Rect& rect, const Meter& meter) {
    const Theme& theme = ui.theme();
    Rect rest = rect;
    const float line = ui.line_height(type::label);
    Rect row = cut_top(rest, std::max(line, 28.0F));
    const bool narrow = is_narrow(ui, meter, rect.w);
    ui.canvas().icon({row.x + 11, row.centre().y}, 22, meter.code, theme.ink2);
    cut_left(row, 30);
    const Rect number = cut_right(row, number_width(ui));
    const int shown = static_cast<int>(std::lround(ui.animate(
        "meter-number/" + meter.id, static_cast<float>(meter.value), 400, static_cast<float>(meter.before))));
    ui.text_middle(std::to_string(shown), type::number, number, theme.ink, Align::right);
    const float change = change_width(ui, meter);
    if (change > 0) {
        const float height = line + (narrow ? 0.0F : 4.0F),
                    middle = narrow ? rest.y + line / 2 : row.centre().y;
        change_chip(
            ui, {(narrow ? rect.right() : row.right()) - change + 6, middle - height / 2, change - 8, height},
            meter);
    }
    const float label = ui.width_of(meter.label, type::label);
    ui.text_middle(meter.label, type::label, {row.x, row.y, label + 1, row.h}, theme.ink);
    if (narrow)
        ui.text_middle(meter.word, type::small, {row.x, cut_top(rest, line).y, rect.w - 30 - change, line},
                       theme.ink2);
    else
        ui.text_middle(meter.word, type::small, {row.x + label + 8, row.y, row.w - label - 8 - change, row.h},
                       theme.ink2);
    bar(ui, {rect.x, rest.y + 4, rect.w, 12}, meter);
    ui.node({Role::meter, "meter/" + meter.id, meter.label,
             std::to_string(meter.value) + ", " + meter.word + change_in_words(ui, meter), rect});
}

}  // namespace touchstone::game
