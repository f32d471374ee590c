// SPDX-License-Identifier: Apache-2.0
#include "game/screens/debrief/debrief_cards.h"

namespace touchstone::game {
namespace {

/// Widths of the buttons of the bar below.
struct Bar {
    float done, shoes;  // `shoes` 0: none
    bool with_word;     // whether the second button says what it is, or shows an icon alone
};
Bar bar_of(const Ui& ui, const DebriefView& view, float width) {
    Bar bar{std::max(ui.portrait() ? 260.0F : 208.0F, primary_width(ui, view.done, true)), 0, true};
    if (!view.replays) return bar;
    bar.shoes = second_width(ui, ui.tr("shoes", "The other side"), true);
    if (bar.done + bar.shoes + 16 + (ui.portrait() ? 0 : 420) > width) {
        bar.with_word = false;
        bar.shoes = primary_height;
    }
    return bar;
}
float try_room(const Bar& bar, float width) {
    return width - bar.done - 16 - (bar.shoes > 0 ? bar.shoes + 16 : 0);
}

/// The bar below: what to try, the other side, and DONE.
DebriefAction draw_bottom(Ui& ui, Rect rect, const DebriefView& view) {
    DebriefAction action = DebriefAction::none;
    const Bar bar = bar_of(ui, view, rect.w);
    const float top = rect.bottom() - primary_height - 2;
    const Rect done = cut_right(rect, bar.done, 16);
    if (primary_button(ui, "done", {done.x, top, bar.done, primary_height}, view.done,
                       {icon::check, false, true, "enter"}))
        action = DebriefAction::done;
    if (bar.shoes > 0) {
        const Rect slot = cut_right(rect, bar.shoes, 16);
        const Rect place{slot.x, top + 4, bar.shoes, second_height};
        const std::string words = ui.tr("shoes", "The other side");
        if (bar.with_word ? second_button(ui, "other-side", place, words, {icon::swap, false, true, ""})
                          : icon_button(ui, "other-side", place, icon::swap, words))
            action = DebriefAction::shoes;
    }
    if (!ui.portrait() && !view.try_it.empty()) draw_try(ui, rect, view);
    return action;
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
        cards.turns(cut_left(row, left, 16), action);
        cards.standard(row, action);
    } else {
        cards.turns(cut_top(place, cards.turns_height(place.w), 20), action);
        cards.standard(cut_top(place, cards.standard_height(place.w), 20), action);
    }
    cards.ticks(cut_top(place, cards.ticks_height(place.w), two ? 16 : 20));
    if (ui.portrait() && !view.try_it.empty()) {
        const Rect rect = cut_top(place, try_height(ui, place.w, view), 20);
        if (draws) draw_try(ui, rect, view);
    }
    if (!view.shoes.empty()) cards.shoes(cut_top(place, cards.shoes_height(place.w), two ? 16 : 20));
    cards.say(cut_top(place, cards.say_height(place.w), 8), action);
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
            : std::max(88.0F, view.try_it.empty()
                                  ? 0
                                  : try_height(ui, try_room(bar_of(ui, view, rest.w), rest.w), view));
    const Rect bottom = cut_bottom(rest, bar, 12);
    DebriefAction ignored = DebriefAction::none;
    const float needed = draw_cards(ui, cache, rest, view, false, ignored);
    const Rect inner = ui.begin_scroll("debrief/" + view.header.line,
                                       {rest.x - 24, rest.y, rest.w + 48, rest.h + 4}, needed + 8);
    draw_cards(ui, cache, {rest.x, inner.y, rest.w, needed}, view, true, action);
    ui.end_scroll();
    if (const DebriefAction fired = draw_bottom(ui, bottom, view); fired != DebriefAction::none)
        action = fired;
    return action;
}

}  // namespace touchstone::game
