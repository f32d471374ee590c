// SPDX-License-Identifier: Apache-2.0
#include "game/screens/drill/drill_view.h"

namespace touchstone::game {
namespace {

constexpr float drill_choice_height = 96;
constexpr TextStyle certainty{Face::semibold, 18, 1.2F};

WindowLook window_of(Ui& ui, const DrillView& view) {
    WindowLook look;
    look.looks = view.looks;
    look.backdrop = view.backdrop;
    look.expression = animated_expression(ui, "face", view.expression);
    look.label = view.picture;
    look.blinks = true;
    return look;
}

float words_height(const Ui& ui, const DrillView& view, float width) {
    return ui.layout(view.scene, type::small, width).height + 6 +
           ui.layout(view.says, type::title, width).height + 8 + ui.line_height(type::label);
}

void draw_words(Ui& ui, Rect rect, const DrillView& view) {
    const TextBlock scene = ui.layout(view.scene, type::small, rect.w),
                    says = ui.layout(view.says, type::title, rect.w);
    const Rect first = cut_top(rect, scene.height, 6), second = cut_top(rect, says.height, 8);
    ui.draw(scene, first, ui.theme().ink2);
    ui.draw(says, second, ui.theme().ink);
    ui.text_middle(view.name, type::label, cut_top(rect, ui.line_height(type::label)), ui.theme().ink2);
    ui.node({Role::text, "", view.scene, "", first});
    ui.node({Role::text, "says", view.name, view.says, second});
}

void draw_person_tall(Ui& ui, OutlineCache& cache, const Rect& rect, const DrillView& view) {
    card(ui, rect);
    const float width = rect.w - 56, words = words_height(ui, view, width) + 48;
    Rect rest = rect;
    const Rect below = cut_bottom(rest, std::max(words, rect.h - 430));
    const float border = ui.theme().outlined ? 2.0F : 0.0F;
    draw_window(ui, cache, {rest.x + border, rest.y + border, rest.w - 2 * border, rest.h - border},
                window_of(ui, view));
    draw_words(ui, {below.x + 28, below.y + (below.h - words + 48) / 2, width, words}, view);
}

float window_width(float width) { return std::min(352.0F, width * 0.46F); }

float person_wide_height(const Ui& ui, const DrillView& view, float width) {
    return std::max(340.0F, words_height(ui, view, width - window_width(width) - 56) + 48);
}

void draw_person_wide(Ui& ui, OutlineCache& cache, const Rect& rect, const DrillView& view) {
    card(ui, rect);
    const float window = window_width(rect.w);
    WindowLook look = window_of(ui, view);
    look.corners = corner_left;
    const float border = ui.theme().outlined ? 2.0F : 0.0F;
    draw_window(ui, cache, {rect.x + border, rect.y + border, window, rect.h - 2 * border}, look);
    const Rect words{rect.x + window + 28, rect.y, rect.w - window - 56, rect.h};
    const float height = words_height(ui, view, words.w);
    draw_words(ui, {words.x, words.y + (words.h - height) / 2, words.w, height}, view);
}

bool certainty_button(Ui& ui, const std::string& id, const Rect& rect, icon::Code code,
                      const std::string& label, bool chosen) {
    const Theme& theme = ui.theme();
    lift(ui, rect, 18, Lift::choice);
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    ui.canvas().fill(rect, chosen ? theme.accent_tint : mix(theme.surface, theme.sunk, press), 18);
    if (chosen)
        ui.canvas().frame(rect, theme.outlined ? theme.line : theme.accent, theme.outlined ? 4.0F : 3.0F, 18);
    else if (theme.outlined)
        ui.canvas().frame(rect, theme.line, 2, 18);
    const Colour ink = chosen ? theme.accent : theme.ink2;
    const bool with_icon = ui.width_of(label, certainty) + 56 <= rect.w;
    const TextBlock block = ui.layout(label, certainty, rect.w - (with_icon ? 56.0F : 16.0F));
    const float width = block.width + (with_icon ? 38.0F : 0.0F), left = rect.centre().x - width / 2;
    if (with_icon) ui.canvas().icon({left + 14, rect.centre().y}, 26, code, ink);
    ui.draw(block,
            {rect.centre().x + width / 2 - block.width, rect.centre().y - block.height / 2, block.width + 1,
             block.height},
            ink, with_icon ? Align::left : Align::centre);
    focus_ring(ui, id, rect, 18);
    Node node{Role::choice, id, label, "", rect};
    node.selected = chosen;
    return ui.node(node);
}

/// Measures, and with `draws` draws, the answers and what stands under them.
class DrillColumn {
public:
    DrillColumn(Ui& ui, OutlineCache& cache, const DrillView& view, Rect place, bool draws)
        : ui_(ui), cache_(cache), view_(view), rest_(place), draws_(draws) {}

    float run(float spare, DrillAction& action) {
        const float top = rest_.y;
        if (ui_.portrait()) person();
        label(ui_.tr("stage", "You say"));
        if (view_.reveal) {
            answered();
            rest_.y += std::min(spare, 16.0F);
            reveal();
        } else {
            choices(action);
            rest_.y += std::min(spare, 72.0F);
            certainties(action);
        }
        return rest_.y - top;
    }

private:
    void person() {
        const Rect rect = cut_top(rest_, person_wide_height(ui_, view_, rest_.w), 24);
        if (draws_) draw_person_wide(ui_, cache_, rect, view_);
    }
    void label(const std::string& words) {
        const Rect rect = cut_top(rest_, ui_.line_height(type::label), 8);
        if (!draws_) return;
        ui_.text_middle(words, type::label, rect, ui_.theme().ink);
        ui_.node({Role::heading, "", words, "", rect});
    }
    float height_of(const std::string& text) {
        return std::max(drill_choice_height, choice_height(ui_, text, rest_.w));
    }
    void choices(DrillAction& action) {
        for (std::size_t i = 0; i < view_.choices.size(); ++i) {
            const DrillView::Choice& choice = view_.choices[i];
            const Rect rect = cut_top(rest_, height_of(choice.text), 12);
            if (draws_ &&
                choice_card(ui_, "choice/" + choice.id, rect, choice.letter, choice.text, view_.picked == i))
                action = {DrillAction::Kind::pick, i, 0};
        }
    }
    void certainties(DrillAction& action) {
        label(ui_.tr("drill", "How sure are you?"));
        const std::string labels[] = {ui_.tr("drill", "Guessing"), ui_.tr("drill", "Fairly sure"),
                                      ui_.tr("drill", "Certain")};
        const icon::Code codes[] = {icon::neutral, icon::satisfied, icon::very_satisfied};
        Rect row = cut_top(rest_, std::max(primary_height, 2 * ui_.line_height(certainty) + 16), 8);
        if (!draws_) return;
        const float width = (row.w - 24) / 3;
        for (int i = 0; i < 3; ++i)
            if (certainty_button(ui_, "sure/" + std::to_string(i + 1), cut_left(row, width, 12), codes[i],
                                 labels[i], view_.confidence == i + 1))
                action = {DrillAction::Kind::confidence, 0, i + 1};
    }
    /// A card that says what was answered, or what is stronger; nothing to press any more.
    void said(const std::string& letter, const std::string& text, const std::string& above, Tint tint,
              icon::Code code) {
        const TextBlock head = ui_.layout(above, type::label, rest_.w - 79 - 24),
                        words = ui_.layout(text, type::choice_chosen, rest_.w - 79 - 24);
        const Rect rect = cut_top(rest_, (above.empty() ? 0 : head.height + 2) + words.height + 32, 12);
        if (!draws_) return;
        const Theme& theme = ui_.theme();
        card(ui_, rect, 18, Lift::choice);
        const Rect badge{rect.x + 19, rect.centre().y - 22, 44, 44};
        ui_.canvas().fill(badge, tint_of(ui_, tint), 14);
        if (letter.empty())
            ui_.canvas().icon(badge.centre(), 24, code, text_of(ui_, tint));
        else
            ui_.text_middle(letter, type::body_strong, badge, text_of(ui_, tint), Align::centre);
        float top = rect.y + 16;
        if (!above.empty()) {
            ui_.draw(head, {rect.x + 79, top, rest_.w - 103, head.height}, text_of(ui_, tint));
            top += head.height + 2;
        }
        ui_.draw(words, {rect.x + 79, top, rest_.w - 103, words.height}, theme.ink);
        ui_.node({Role::text, "", above.empty() ? text : above, above.empty() ? std::string() : text, rect});
    }
    void answered() {
        const DrillView::Choice& choice = view_.choices[*view_.picked];
        said(choice.letter, choice.text, {}, view_.reveal->tint, icon::check);
    }
    void reveal() {
        const DrillView::Reveal& shown = *view_.reveal;
        const float room = rest_.w - 56;
        const TextBlock reply = ui_.layout(shown.reply, type::speech_small, room);
        Rect rect = cut_top(rest_, reply.height + 40, 12);
        if (draws_) {
            const float share = ui_.animate("drill/" + view_.motion + "/reply", 1, 180, 0);
            rect = rect.moved(0, (1 - share) * 12);
            bubble(ui_, rect, ui_.portrait() ? Tail::none : Tail::left, std::min(52.0F, rect.h / 2));
            ui_.draw(reply, {rect.x + 28, rect.y + 20, room, reply.height}, ui_.theme().ink);
            ui_.node({Role::text, "reply", view_.name, shown.reply, rect});
        }
        coach(shown);
        if (!shown.best.empty())
            said({}, shown.best, ui_.tr("drill", "Stronger here"), Tint::good, icon::star);
    }
    void coach(const DrillView::Reveal& shown) {
        const float room = rest_.w - 48;
        const TextBlock head = ui_.layout(shown.words, type::body_strong, room),
                        words = ui_.layout(shown.feedback, type::body, room);
        const Rect rect = cut_top(rest_, head.height + 4 + words.height + 40, 12);
        if (!draws_) return;
        card(ui_, rect);
        ui_.draw(head, {rect.x + 24, rect.y + 20, room, head.height}, text_of(ui_, shown.tint));
        ui_.draw(words, {rect.x + 24, rect.y + 24 + head.height, room, words.height}, ui_.theme().ink);
        ui_.node({Role::text, "verdict", shown.words, shown.feedback, rect});
    }

    Ui& ui_;
    OutlineCache& cache_;
    const DrillView& view_;
    Rect rest_;
    bool draws_;
};

void draw_bottom(Ui& ui, const Rect& row, const DrillView& view, DrillAction& action) {
    const std::string label = view.reveal ? view.go_on : ui.tr("drill", "SHOW ME");
    const float width = std::max(ui.portrait() ? 320.0F : 300.0F, primary_width(ui, label, true));
    const float room = row.w - width - 24;
    const std::string hint =
        view.reveal ? view.reveal->due : ui.tr("drill", "Private. Sure and wrong teaches the most.");
    const TextBlock block = ui.layout(hint, type::caption, room - 28);
    ui.canvas().icon({row.x + 10, row.centre().y}, 20, view.reveal ? icon::schedule : icon::lock,
                     ui.theme().ink3);
    const Rect place{row.x + 28, row.centre().y - block.height / 2, room - 28, block.height};
    ui.draw(block, place, ui.theme().ink3);
    ui.node({Role::text, "", hint, "", place});
    const ButtonLook look{view.reveal ? icon::forward : icon::eye, true,
                          view.reveal || (view.picked && view.confidence), "enter"};
    const Rect button{row.right() - width, row.y, width, primary_height};
    if (primary_button(ui, view.reveal ? "go-on" : "show", button, label, look))
        action.kind = view.reveal ? DrillAction::Kind::go_on : DrillAction::Kind::show;
}

}  // namespace

DrillAction draw_drill(Ui& ui, OutlineCache& cache, const DrillView& view) {
    DrillAction action;
    const HeaderAction header = draw_header(ui, view.header);
    if (header == HeaderAction::leave) action.kind = DrillAction::Kind::leave;
    if (header == HeaderAction::sync) action.kind = DrillAction::Kind::sync;
    Rect rest = content_rect(ui);
    if (!ui.portrait()) draw_person_tall(ui, cache, cut_left(rest, 424, 32), view);
    const Rect bottom = cut_bottom(rest, primary_height, 16);
    DrillAction ignored;
    const float needed = DrillColumn(ui, cache, view, rest, false).run(0, ignored);
    const float spare = std::max(0.0F, rest.h - needed);
    const std::string place = "drill/" + view.motion + (view.reveal ? "/reveal" : "");
    const Rect clip{rest.x - 30, rest.y - 4, rest.w + 54, rest.h + 8};
    const Rect inner = ui.begin_scroll(place, clip, needed + 8);
    DrillColumn(ui, cache, view, {rest.x, inner.y + 4, rest.w, rest.h}, true).run(spare, action);
    ui.end_scroll();
    draw_bottom(ui, bottom, view, action);
    return action;
}

}  // namespace touchstone::game
