// SPDX-License-Identifier: Apache-2.0
#include "game/screens/reaction/reaction_view.h"

namespace touchstone::game {
namespace {

/// Measures, and with `draws` draws, what was said and what comes next.
class ReactionColumn {
public:
    ReactionColumn(Ui& ui, OutlineCache& cache, const ReactionView& view, Rect place, bool draws)
        : ui_(ui), cache_(cache), view_(view), rest_(place), draws_(draws) {}

    float run(float spare) {
        const float top = rest_.y;
        if (!ui_.portrait()) rest_.y += spare * 0.3F;
        yours();
        if (ui_.portrait()) customer();
        reply();
        rest_.y += spare * (ui_.portrait() ? 1.0F : 0.5F);
        next();
        return rest_.y - top;
    }

private:
    float enter(int place) {
        return draws_
                   ? ui_.animate("reaction/" + view_.moment + std::to_string(place), 1, 180 + 40 * place, 0)
                   : 1.0F;
    }
    void yours() {
        const float most = std::min(620.0F, rest_.w * 0.8F);
        const TextBlock who = ui_.layout(view_.you, type::caption, most - 48),
                        words = ui_.layout(view_.yours, type::body, most - 48);
        const float width = std::max(who.width, words.width) + 48;
        const Rect row = cut_top(rest_, 18 + who.height + 4 + words.height + 18, 24);
        if (!draws_) return;
        const Rect rect = Rect{row.right() - width, row.y, width, row.h}.moved(0, (1 - enter(0)) * 12);
        own_bubble(ui_, rect);
        const Colour ink = ui_.theme().on_primary;
        ui_.draw(who, {rect.x + 24, rect.y + 18, width - 48, who.height}, faded(ink, 0.85F));
        ui_.draw(words, {rect.x + 24, rect.y + 22 + who.height, width - 48, words.height}, ink);
        ui_.node({Role::text, "", view_.you, view_.yours, rect});
    }
    void customer() {
        const Rect rect = cut_top(rest_, customer_wide_height(ui_, view_.customer, rest_.w, 452), 24);
        if (draws_) draw_customer_wide(ui_, cache_, rect, view_.customer);
    }
    void reply() {
        const float width = ui_.portrait() ? rest_.w : rest_.w - 64;
        const TextBlock words = ui_.layout(view_.reply, type::speech_large, width - 80);
        const Rect row = cut_top(rest_, words.height + 76, 24);
        if (!draws_) return;
        const Rect rect = Rect{row.x, row.y, width, row.h}.moved(0, (1 - enter(1)) * 12);
        bubble(ui_, rect, ui_.portrait() ? Tail::up : Tail::left,
               ui_.portrait() ? 185 : std::min(66.0F, rect.h / 2));
        ui_.draw(words, {rect.x + 40, rect.y + 38, width - 80, words.height}, ui_.theme().ink);
        ui_.node({Role::text, "says", view_.reply, "", rect});
    }
    void next() {
        if (!view_.feedback.empty()) note(view_.feedback, icon::school);
        if (!view_.next_scene.empty())
            note(view_.next_scene, view_.ended ? icon::flag : icon::schedule);
    }
    void note(const std::string& text, icon::Code code) {
        const TextBlock words = ui_.layout(text, type::body, rest_.w - 96);
        const Rect rect = cut_top(rest_, words.height + 44, 12);
        if (!draws_) return;
        ui_.canvas().fill(rect, ui_.theme().sunk, 20);
        if (ui_.theme().outlined) ui_.canvas().frame(rect, ui_.theme().line, 2, 20);
        ui_.canvas().icon({rect.x + 36, rect.y + 22 + ui_.line_height(type::body) / 2}, 24, code,
                          ui_.theme().ink2);
        ui_.draw(words, {rect.x + 66, rect.y + 22, rest_.w - 96, words.height}, ui_.theme().ink);
        ui_.node({Role::text, "", text, "", rect});
    }

    Ui& ui_;
    OutlineCache& cache_;
    const ReactionView& view_;
    Rect rest_;
    bool draws_;
};

}  // namespace

ReactionAction draw_reaction(Ui& ui, OutlineCache& cache, const ReactionView& view) {
    ReactionAction action = ReactionAction::none;
    const HeaderAction header = draw_header(ui, view.header);
    if (header == HeaderAction::leave) action = ReactionAction::leave;
    if (header == HeaderAction::sync) action = ReactionAction::sync;
    Rect rest = content_rect(ui);
    if (!ui.portrait()) draw_customer_tall(ui, cache, cut_left(rest, 424, 32), view.customer);
    const Rect bottom = cut_bottom(rest, primary_height, 16);
    const float needed = ReactionColumn(ui, cache, view, rest, false).run(0);
    const float spare = std::max(0.0F, rest.h - needed);
    const Rect inner = ui.begin_scroll(
        "reaction/" + view.moment, {rest.x - 30, rest.y - 4, rest.w + 54, rest.h + 8}, needed + spare + 8);
    ReactionColumn(ui, cache, view, {rest.x, inner.y + 4, rest.w, rest.h}, true).run(spare);
    ui.end_scroll();
    const std::string label = view.ended ? ui.tr("reaction", "LOOK BACK") : ui.tr("reaction", "WHAT NOW?");
    const float width = std::max(300.0F, primary_width(ui, label, true));
    // The button comes after 600 ms, so that the face is seen first.
    const float seen = ui.calm() ? 1.0F : ui.animate("reaction/" + view.moment + "/wait", 1, 600, 0);
    if (seen < 1) return action;
    ButtonLook look{icon::forward, true, true, "enter"};
    if (primary_button(ui, "go-on", {bottom.right() - width, bottom.y, width, primary_height}, label, look))
        action = ReactionAction::go_on;
    return action;
}

}  // namespace touchstone::game
