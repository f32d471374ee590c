// SPDX-License-Identifier: Apache-2.0
#include "game/screens/debrief/debrief_cards.h"

namespace touchstone::game {
namespace {

/// The bar below: what to try, and DONE.
DebriefAction draw_bottom(Ui& ui, Rect rect, const DebriefView& view) {
    const std::string done = ui.tr("debrief", "DONE");
    const float width = std::max(ui.portrait() ? 300.0F : 208.0F, primary_width(ui, done, true));
    const Rect button = cut_right(rect, width, 16);
    const bool fired =
        primary_button(ui, "done", {button.x, button.bottom() - primary_height - 2, width, primary_height},
                       done, {icon::check, false, true, "enter"});
    if (!ui.portrait() && !view.try_it.empty()) draw_try(ui, rect, view);
    return fired ? DebriefAction::done : DebriefAction::none;
}

/// Cards one under the other, or two beside each other.
float draw_cards(Ui& ui, OutlineCache& cache, Rect place, const DebriefView& view, bool draws,
                 DebriefAction& action) {
    const float top = place.y;
    DebriefCards cards(ui, cache, view, draws);
    const bool two = !ui.portrait();
    cards.outcome(cut_top(place, cards.outcome_height(place.w), two ? 16 : 20));
    if (two) {
        Rect row = place;
        const float left = (place.w - 16) * 0.54F, right = place.w - 16 - left;
        const float height = std::max(
            {cards.turns_height(left), cards.standard_height(right), ui.size().h - 96 - 88 - 176 - 16});
        row.h = height;
        cut_top(place, height, 16);
        cards.turns(cut_left(row, left, 16));
        cards.standard(row, action);
    } else {
        cards.turns(cut_top(place, cards.turns_height(place.w), 20));
        cards.standard(cut_top(place, cards.standard_height(place.w), 20), action);
    }
    cards.ticks(cut_top(place, cards.ticks_height(place.w), two ? 16 : 20));
    if (ui.portrait() && !view.try_it.empty()) {
        const Rect rect = cut_top(place, try_height(ui, place.w, view), 20);
        if (draws) draw_try(ui, rect, view);
    }
    if (!view.shoes.empty()) cards.shoes(cut_top(place, cards.shoes_height(place.w), 8));
    return place.y - top;
}

}  // namespace

DebriefAction draw_debrief(Ui& ui, OutlineCache& cache, const DebriefView& view) {
    DebriefAction action = DebriefAction::none;
    const HeaderAction header = draw_header(ui, view.header);
    if (header == HeaderAction::leave) action = DebriefAction::done;
    if (header == HeaderAction::sync) action = DebriefAction::sync;
    Rect rest = content_rect(ui);
    rest.y -= 8;
    rest.h += 8;
    const float bar =
        ui.portrait()
            ? primary_height + 2
            : std::max(
                  88.0F,
                  view.try_it.empty()
                      ? 0
                      : try_height(
                            ui,
                            rest.w - 16 - std::max(208.0F, primary_width(ui, ui.tr("debrief", "DONE"), true)),
                            view));
    const Rect bottom = cut_bottom(rest, bar, 12);
    DebriefAction ignored = DebriefAction::none;
    const float needed = draw_cards(ui, cache, rest, view, false, ignored);
    const Rect inner = ui.begin_scroll("debrief", {rest.x - 24, rest.y, rest.w + 48, rest.h + 4}, needed + 8);
    draw_cards(ui, cache, {rest.x, inner.y, rest.w, needed}, view, true, action);
    ui.end_scroll();
    if (const DebriefAction fired = draw_bottom(ui, bottom, view); fired != DebriefAction::none)
        action = fired;
    return action;
}

}  // namespace touchstone::game
