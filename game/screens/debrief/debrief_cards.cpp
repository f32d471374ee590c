// SPDX-License-Identifier: Apache-2.0
#include "game/screens/debrief/debrief_cards.h"

namespace touchstone::game {

float try_height(const Ui& ui, float width, const DebriefView& view) {
    const float room = width - 20 - 52 - 16 - 20;
    return std::max(88.0F,
                    ui.line_height(type::label) + ui.layout(view.try_it, type::body, room).height + 32);
}

void draw_try(Ui& ui, const Rect& rect, const DebriefView& view) {
    const Theme& theme = ui.theme();
    ui.canvas().fill(rect, theme.accent_tint, 20);
    if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 20);
    const Rect tile{rect.x + 20, rect.centre().y - 26, 52, 52};
    ui.canvas().fill(tile, theme.accent, 14);
    ui.canvas().icon(tile.centre(), 28, icon::flag, theme.on_accent);
    const float left = tile.right() + 16, room = rect.right() - 20 - left;
    const TextBlock text = ui.layout(view.try_it, type::body, room);
    const float head = ui.line_height(type::label), top = rect.centre().y - (head + text.height) / 2;
    ui.text(ui.tr("debrief", "Try on the floor today"), type::label, {left, top, room, head}, theme.accent);
    ui.draw(text, {left, top + head, room, text.height}, theme.ink);
    ui.node({Role::text, "try", ui.tr("debrief", "Try on the floor today"), view.try_it, rect});
}

DebriefCards::OutcomePlaces DebriefCards::outcome_places(float width) const {
    OutcomePlaces places{ui_.portrait() ? 176.0F : 200.0F, 0, 0, 0, 0};
    float lines = 0;
    for (const auto& line : view_.lines) lines = std::max(lines, ui_.width_of(line.words, type::small) + 30);
    const float score =
        std::max({ui_.width_of(view_.score, type::display), ui_.width_of(view_.score_line, type::caption),
                  ui_.width_of(view_.provisional, type::caption)});
    places.side = ui_.portrait() ? std::max(score, lines) : score + 48 + lines;
    // Very long words: the numbers go below the quote.
    const bool below = width - places.window - places.side - 72 < 220;
    places.middle = below ? width - places.window - 48 : width - places.window - places.side - 72;
    places.quote = ui_.layout(view_.quote, type::title, places.middle).height;
    const float words = chip_height(ui_) + 8 + places.quote + 40;
    const float numbers =
        ui_.line_height(type::display) + 2 * ui_.line_height(type::caption) +
        (ui_.portrait() || below ? (ui_.line_height(type::small) + 4) * static_cast<float>(view_.lines.size())
                                 : 0);
    places.height = std::max(136.0F, below ? words + numbers + 16 : std::max(words, numbers + 28));
    if (below) places.side = 0;
    return places;
}

float DebriefCards::outcome_height(float width) const { return outcome_places(width).height; }

void DebriefCards::outcome(const Rect& rect) {
    if (!draws_) return;
    const OutcomePlaces places = outcome_places(rect.w);
    card(ui_, rect);
    WindowLook look;
    look.looks = view_.looks;
    look.backdrop = view_.backdrop;
    look.expression = view_.expression;
    look.label = ui_.words().tr("customer", "{}: {}", {view_.customer, view_.mood});
    look.counter = false;
    look.corners = corner_left;
    const float border = ui_.theme().outlined ? 2.0F : 0.0F;
    const Rect window{rect.x + border, rect.y + border, places.window, rect.h - 2 * border};
    draw_window(ui_, cache_, window, look);
    Rect words{rect.x + places.window + 24, rect.y, places.middle, rect.h};
    const float block = chip_height(ui_) + 8 + places.quote;
    const float top = places.side > 0 ? rect.centre().y - block / 2 : rect.y + 20;
    chip(ui_, {words.x, top}, view_.mood, view_.tint, view_.code);
    ui_.text(view_.quote, type::title, {words.x, top + chip_height(ui_) + 8, places.middle, places.quote},
             ui_.theme().ink);
    ui_.node({Role::heading,
              "quote",
              view_.quote,
              "",
              {words.x, top + chip_height(ui_) + 8, places.middle, places.quote}});
    if (places.side > 0)
        outcome_side({rect.right() - places.side - 24, rect.y, places.side, rect.h});
    else
        outcome_side({words.x, top + block + 8, places.middle, rect.bottom() - top - block - 20});
}

void DebriefCards::outcome_side(Rect rect) {
    const Theme& theme = ui_.theme();
    const bool beside = !ui_.portrait() && rect.x > ui_.size().w / 2;
    const float caption = ui_.line_height(type::caption), display = ui_.line_height(type::display),
                small = ui_.line_height(type::small) + 4;
    const float score =
        std::max({ui_.width_of(view_.score, type::display), ui_.width_of(view_.score_line, type::caption),
                  ui_.width_of(view_.provisional, type::caption)}) +
        2;
    const float lines = small * static_cast<float>(view_.lines.size());
    const float notes = caption * (view_.provisional.empty() ? 1.0F : 2.0F);
    Rect left = beside ? cut_left(rect, score, 48) : rect;
    float y = left.centre().y - (display + notes + (beside ? 0 : lines)) / 2;
    const Align align = beside ? Align::centre : Align::left;
    const int target = std::atoi(view_.score.c_str());
    const int shown = static_cast<int>(ui_.animate("score", static_cast<float>(target), 600, 0) + 0.5F);
    ui_.text(std::to_string(shown), type::display, {left.x, y, score, display}, theme.ink, align);
    ui_.node({Role::meter,
              "score",
              ui_.tr("debrief", "Score"),
              view_.score + ", " + view_.score_line,
              {left.x, y, score, display}});
    ui_.text(view_.score_line, type::caption, {left.x, y + display, score, caption}, theme.ink3, align);
    if (!view_.provisional.empty()) ui_.node({Role::text, "", view_.provisional, "", rect});
    if (!view_.provisional.empty())
        ui_.text(view_.provisional, type::caption, {left.x, y + display + caption, score, caption},
                 theme.ink3, align);
    if (beside) ui_.canvas().fill({left.right() + 22, rect.y + 32, 1.5F, rect.h - 64}, theme.line);
    y = beside ? rect.centre().y - lines / 2 : y + display + notes + 4;
    for (const auto& line : view_.lines) {
        ui_.canvas().icon({rect.x + 10, y + small / 2}, 20, line.code, theme.primary);
        ui_.text_middle(line.words, type::small, {rect.x + 28, y, rect.w - 28, small}, theme.ink2);
        ui_.node({Role::text, "", line.words, "", {rect.x, y, rect.w, small}});
        y += small;
    }
}

float DebriefCards::turn_height(const DebriefView::Turn& turn, float width) const {
    const float room = width - 60;
    float height = ui_.line_height(type::label) + ui_.layout(turn.what, type::body_strong, room).height +
                   ui_.layout(turn.why, type::small, room).height + 6;
    if (!turn.other.empty())
        height += 14 + 32 + ui_.line_height(type::caption) +
                  ui_.layout(turn.other, type::body_strong, room - 36).height + 6 +
                  std::max(28.0F, ui_.layout(turn.other_reply, type::small, room - 36 - 36).height);
    return std::max(height, 44.0F);
}

float DebriefCards::turns_height(float width) const {
    float height = 26 + ui_.line_height(type::title) + 16 + 24;
    for (const auto& turn : view_.turns) height += turn_height(turn, width - 56);
    if (view_.turns.size() > 1) height += 33;
    if (!view_.retry.empty()) height += 12 + second_height;
    if (view_.turns.empty())
        height += ui_.layout(ui_.tr("debrief", "No single moment decided this one."), type::body, width - 56)
                      .height;
    return height;
}

void DebriefCards::turn(Rect rect, const DebriefView::Turn& turn) {
    const Theme& theme = ui_.theme();
    const Tint tint = turn.helped ? Tint::good : Tint::careful;
    const Rect tile{rect.x, rect.y, 44, 44};
    ui_.canvas().fill(tile, tint_of(ui_, tint), 14);
    if (theme.outlined) ui_.canvas().frame(tile, theme.line, 2, 14);
    ui_.canvas().icon(tile.centre(), 24, turn.helped ? icon::trending_up : icon::turn, text_of(ui_, tint));
    ui_.node({Role::text, "", turn.head, turn.what + " " + turn.why, rect});
    cut_left(rect, 44, 16);
    const auto line = [&](const std::string& words, const TextStyle& style, Colour colour, float gap) {
        const TextBlock block = ui_.layout(words, style, rect.w);
        ui_.draw(block, cut_top(rect, block.height, gap), colour);
    };
    line(turn.head, type::label, text_of(ui_, tint), 0);
    line(turn.what, type::body_strong, theme.ink, 6);
    line(turn.why, type::small, theme.ink2, 14);
    if (turn.other.empty()) return;
    ui_.canvas().fill(rect, theme.sunk, 16);
    if (theme.outlined) ui_.canvas().frame(rect, theme.line, 2, 16);
    rect = rect.inset(18, 16);
    line(ui_.tr("debrief", "The road not taken"), type::caption, theme.ink2, 0);
    line(turn.other, type::body_strong, theme.ink, 6);
    draw_avatar(ui_, cache_, {rect.x, rect.y, 28, 28}, view_.looks, view_.expression, theme.sunk);
    cut_left(rect, 28, 8);
    line(turn.other_reply, type::small, theme.ink2, 0);
    ui_.node(
        {Role::text, "", ui_.tr("debrief", "The road not taken"), turn.other + " " + turn.other_reply, rect});
}

void DebriefCards::turns(const Rect& rect, DebriefAction& action) {
    if (!draws_) return;
    card(ui_, rect);
    Rect inner{rect.x + 28, rect.y + 26, rect.w - 56, rect.h - 50};
    ui_.text(view_.turns_title, type::title, cut_top(inner, ui_.line_height(type::title), 16),
             ui_.theme().ink);
    ui_.node({Role::heading, "", view_.turns_title, "", rect});
    if (view_.turns.empty())
        ui_.text(ui_.tr("debrief", "No single moment decided this one."), type::body, inner,
                 ui_.theme().ink2);
    for (std::size_t i = 0; i < view_.turns.size(); ++i) {
        if (i > 0) {
            ui_.canvas().fill({inner.x, inner.y + 16, inner.w, 1.5F}, ui_.theme().line);
            cut_top(inner, 33);
        }
        turn(cut_top(inner, turn_height(view_.turns[i], inner.w)), view_.turns[i]);
    }
    if (view_.retry.empty()) return;
    const float width = std::min(inner.w - 60, second_width(ui_, view_.retry, true));
    if (second_button(ui_, "retry", {inner.x + 60, inner.y + 12, width, second_height}, view_.retry,
                      {icon::replay, false, true, ""}))
        action = DebriefAction::retry;
}

/// Whether both buttons fit beside each other.
bool DebriefCards::say_beside(float width) const {
    return second_width(ui_, view_.contest, true) + 16 + second_width(ui_, view_.reflect, true) <= width;
}

float DebriefCards::say_height(float width) const {
    return second_height + (say_beside(width) ? 0 : 12 + second_height);
}

/// What one can write: that the score missed something, or a thought of one's own.
void DebriefCards::say(Rect rect, DebriefAction& action) {
    if (!draws_) return;
    const bool beside = say_beside(rect.w);
    const float contest = std::min(rect.w, second_width(ui_, view_.contest, true)),
                reflect = std::min(rect.w, second_width(ui_, view_.reflect, true));
    const Rect first{rect.x, rect.y, contest, second_height};
    const Rect second{beside ? first.right() + 16 : rect.x, beside ? rect.y : first.bottom() + 12, reflect,
                      second_height};
    if (second_button(ui_, "contest", first, view_.contest, {icon::forum, false, true, ""}))
        action = DebriefAction::contest;
    if (second_button(ui_, "reflect", second, view_.reflect, {icon::bulb, false, true, ""}))
        action = DebriefAction::reflect;
}

}  // namespace touchstone::game
