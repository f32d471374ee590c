// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "game/screens/shoes/shoes_view.h"

namespace touchstone::game {
namespace {

constexpr float face = 64, face_now = 80, lift_of_valence = 26;

/// What was said and thought; with `draws` false it only measures.
class Told {
public:
    Told(Ui& ui, const ShoesView& view, Rect place, bool draws)
        : ui_(ui), step_(view.steps[view.at]), rest_(place), draws_(draws) {}

    float run() {
        const float top = rest_.y;
        line(ui_.tr("shoes", "You said"), step_.yours);
        line(ui_.tr("shoes", "The answer"), step_.reply);
        rest_.y += 8;
        if (!step_.thought.empty()) thought();
        return rest_.y - top;
    }

private:
    void line(const std::string& who, const std::string& words) {
        const TextBlock block = ui_.layout(words, type::speech_small, rest_.w);
        const Rect head = cut_top(rest_, ui_.line_height(type::label), 2);
        const Rect body = cut_top(rest_, block.height, 16);
        if (!draws_) return;
        ui_.text_middle(who, type::label, head, ui_.theme().ink2);
        ui_.draw(block, body, ui_.theme().ink);
        ui_.node({Role::text, "", who, words, body});
    }
    void thought() {
        const std::string who = ui_.tr("shoes", "The thought");
        const TextBlock words = ui_.layout(step_.thought, type::quote, rest_.w - 64);
        const Rect rect = cut_top(rest_, ui_.line_height(type::label) + 4 + words.height + 52, 8);
        if (!draws_) return;
        const Theme& theme = ui_.theme();
        ui_.canvas().fill(rect, theme.tint, 28);
        if (theme.outlined) ui_.canvas().frame(rect, theme.line, 2, 28);
        if (!ui_.portrait()) {
            ui_.canvas().disc({rect.x - 11, rect.centre().y - 8}, 9, theme.tint);
            ui_.canvas().disc({rect.x - 29, rect.centre().y + 8}, 5, theme.tint);
        }
        Rect inner = rect.inset(32, 26);
        ui_.text_middle(who, type::label, cut_top(inner, ui_.line_height(type::label), 4), theme.primary);
        ui_.draw(words, inner, theme.ink);
        ui_.node({Role::text, "thought", who, step_.thought, rect});
    }

    Ui& ui_;
    const ShoesView::Step& step_;
    Rect rest_;
    bool draws_;
};

/// The course of the customer's mood: a face for each moment, higher the better they felt.
float course_height(const Ui& ui) {
    return 16 + 2 * lift_of_valence + face_now + 12 + ui.line_height(type::caption) + 16;
}

std::optional<std::size_t> draw_course(Ui& ui, OutlineCache& cache, const Rect& rect, const ShoesView& view) {
    std::optional<std::size_t> fired;
    const Theme& theme = ui.theme();
    card(ui, rect);
    const float pitch = rect.w / static_cast<float>(view.steps.size());
    const float middle = rect.y + 16 + lift_of_valence + face_now / 2;
    std::vector<Point> places;
    for (std::size_t i = 0; i < view.steps.size(); ++i)
        places.push_back({rect.x + pitch * (static_cast<float>(i) + 0.5F),
                          middle - lift_of_valence * static_cast<float>(view.steps[i].expression.valence)});
    if (places.size() > 1) ui.canvas().line(places, theme.outlined ? theme.line : theme.tint_border, 6);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const ShoesView::Step& step = view.steps[i];
        const bool now = i == view.at;
        const float side = std::min(now ? face_now : face, pitch - 4);
        const Rect square{places[i].x - side / 2, places[i].y - side / 2, side, side};
        ui.canvas().disc(places[i], side / 2 + 6, theme.surface);
        draw_avatar(ui, cache, square, view.looks, step.expression, theme.surface);
        if (now) ui.canvas().ring(places[i], side / 2 + 5, theme.accent, 4);
        const std::string id = "moment/" + std::to_string(i);
        focus_ring(ui, id, square.inset(-2), side / 2);
        const float word = ui.width_of(step.mood, type::caption);
        const Rect below{places[i].x - word / 2, rect.bottom() - 16 - ui.line_height(type::caption), word + 1,
                         ui.line_height(type::caption)};
        if (word + 8 <= pitch)
            ui.text_middle(step.mood, type::caption, below, now ? theme.accent : theme.ink2, Align::centre);
        const float touch = std::max(side, 56.0F);
        Node node{Role::tab, id, step.picture, "",
                  {places[i].x - touch / 2, places[i].y - touch / 2, touch, touch}};
        node.selected = now;
        if (ui.node(node)) fired = i;
    }
    return fired;
}

ShoesAction draw_bottom(Ui& ui, const Rect& row, const ShoesView& view) {
    ShoesAction action;
    const float width = std::max(ui.portrait() ? 280.0F : 300.0F, primary_width(ui, view.next, true));
    const Rect next{row.right() - width, row.y, width, primary_height};
    if (primary_button(ui, "next", next, view.next, {icon::forward, true, true, "enter"}))
        action = view.at + 1 < view.steps.size() ? ShoesAction{ShoesAction::Kind::go, view.at + 1}
                                                 : ShoesAction{ShoesAction::Kind::leave, 0};
    float left = row.w - width - 16;
    if (view.at > 0) {
        const Rect back{next.x - 16 - primary_height, row.y, primary_height, primary_height};
        if (icon_button(ui, "before", back, icon::back, ui.tr("shoes", "Moment before")))
            action = {ShoesAction::Kind::go, view.at - 1};
        left = back.x - 16 - row.x;
    }
    const TextBlock question = ui.layout(view.question, type::label, left),
                    hint = ui.layout(view.hint, type::caption, left);
    const bool whole = question.height + hint.height <= row.h;
    const float height = question.height + (whole ? hint.height : 0);
    const Rect text{row.x, row.centre().y - height / 2, left, height};
    ui.draw(question, {text.x, text.y, left, question.height}, ui.theme().ink);
    if (whole) ui.draw(hint, {text.x, text.y + question.height, left, hint.height}, ui.theme().ink3);
    ui.node({Role::text, "", view.question, view.hint, text});
    return action;
}

}  // namespace

ShoesAction draw_shoes(Ui& ui, OutlineCache& cache, const ShoesView& view) {
    ShoesAction action;
    const HeaderAction header = draw_header(ui, view.header);
    Rect rest = content_rect(ui);
    const Rect bottom = cut_bottom(rest, primary_height, 16);
    const Rect course = cut_bottom(rest, course_height(ui), 20);
    const ShoesView::Step& step = view.steps[view.at];
    card(ui, rest);
    WindowLook look;
    look.looks = view.looks;
    look.backdrop = view.backdrop;
    look.expression = animated_expression(ui, "face", step.expression);
    look.label = step.picture;
    look.blinks = true;
    look.corners = ui.portrait() ? corner_top : corner_left;
    const float border = ui.theme().outlined ? 2.0F : 0.0F;
    Rect words = rest;
    const Rect window = ui.portrait() ? cut_top(words, std::min(380.0F, rest.h * 0.45F))
                                      : cut_left(words, std::min(440.0F, rest.w * 0.36F));
    draw_window(ui, cache, window.inset(border), look);
    const Rect place = words.inset(40, 24);
    const float needed = Told(ui, view, place, false).run();
    const Rect inner = ui.begin_scroll("shoes/" + std::to_string(view.at),
                                       {words.x, words.y + 12, words.w, words.h - 24}, needed + 24);
    const float spare = std::max(0.0F, words.h - 48 - needed);
    Told(ui, view, {place.x, inner.y + 12 + spare / 2, place.w, place.h}, true).run();
    ui.end_scroll();
    if (const auto fired = draw_course(ui, cache, course, view)) action = {ShoesAction::Kind::go, *fired};
    if (const ShoesAction fired = draw_bottom(ui, bottom, view); fired.kind != ShoesAction::Kind::none)
        action = fired;
    if (header == HeaderAction::leave) action.kind = ShoesAction::Kind::leave;
    if (header == HeaderAction::sync) action.kind = ShoesAction::Kind::sync;
    return action;
}

}  // namespace touchstone::game
