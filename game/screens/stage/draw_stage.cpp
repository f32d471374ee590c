// SPDX-License-Identifier: Apache-2.0
#include "game/screens/stage/stage_view.h"

namespace touchstone::game {
namespace {

/// Draws the sections from top to bottom; with `draws` false it only measures.
class StageColumn {
public:
    StageColumn(Ui& ui, OutlineCache& cache, const StageView& view, Rect place, bool draws, bool tight)
        : ui_(ui), cache_(cache), view_(view), rest_(place), draws_(draws), tight_(tight) {}

    /// `spare` is what is left over; portrait spreads it, so that the answers lie in the thumb's half.
    float run(float spare, StageAction& action) {
        const float top = rest_.y;
        if (ui_.portrait()) customer();
        if (!ui_.portrait()) scene();
        speech();
        heard();
        rest_.y += ui_.portrait() ? spare / 2 : 0;
        asks(action);
        rest_.y += ui_.portrait() ? spare / 2 : 0;
        choices(action);
        return rest_.y - top;
    }

private:
    void customer() {
        const Rect rect = cut_top(rest_, customer_wide_height(ui_, view_.customer, rest_.w, 372), 20);
        if (draws_) draw_customer_wide(ui_, cache_, rect, view_.customer);
    }
    void scene() {
        const TextBlock block = ui_.layout(view_.scene, type::small, rest_.w - 8);
        const Rect rect = cut_top(rest_, block.height, 12);
        if (!draws_) return;
        ui_.draw(block, {rect.x + 4, rect.y, rect.w - 8, rect.h}, ui_.theme().ink2);
        ui_.node({Role::text, "", view_.scene, "", rect});
    }
    void speech() {
        const bool inside = ui_.portrait();
        const float room = rest_.w - 56;
        const TextBlock words = ui_.layout(view_.says, type::speech, room);
        const TextBlock scene =
            inside ? ui_.layout(view_.scene, type::small, room) : TextBlock{{}, type::small};
        const float scene_height = inside ? scene.height + 6 : 0;
        const Rect rect =
            cut_top(rest_, std::max(words.height + scene_height + 44, inside || tight_ ? 0 : 116.0F),
                    tight_ ? 14 : 20);
        if (!draws_) return;
        bubble(ui_, rect, inside ? Tail::up : Tail::left, inside ? 185 : std::min(66.0F, rect.h / 2));
        if (inside) ui_.draw(scene, {rect.x + 28, rect.y + 22, room, scene.height}, ui_.theme().ink2);
        ui_.draw(words,
                 {rect.x + 28, rect.y + (rect.h - words.height + scene_height) / 2, room, words.height},
                 ui_.theme().ink);
        if (inside) ui_.node({Role::text, "", view_.scene, "", rect});
        ui_.node({Role::text, "says", view_.says, "", rect});
    }
    void heard() {
        for (std::size_t i = 0; i < view_.heard.size(); ++i)
            one_answer(view_.heard[i], "heard/" + view_.moment + std::to_string(i));
    }
    void one_answer(const StageView::Heard& heard, const std::string& id) {
        const float room = rest_.w - 56;
        const TextBlock question = ui_.layout(heard.question, type::caption, room),
                        answer = ui_.layout(heard.answer, type::speech_small, room);
        const bool fact = !heard.fact.empty();
        const TextBlock found =
            fact ? ui_.layout(heard.fact, type::label_light, room - 34) : TextBlock{{}, type::label};
        Rect rect =
            cut_top(rest_, 28 + question.height + 2 + answer.height + (fact ? found.height + 8 : 0), 16);
        if (!draws_) return;
        const float share = ui_.animate(id, 1, 180, 0);
        rect = rect.moved(0, (1 - share) * 12);
        bubble(ui_, rect, Tail::none, 0);
        Rect inner = rect.inset(28, 14);
        ui_.draw(question, cut_top(inner, question.height, 2), ui_.theme().ink3);
        ui_.draw(answer, cut_top(inner, answer.height, 8), ui_.theme().ink);
        ui_.node({Role::text, "", heard.question, heard.answer, rect});
        if (!fact) return;
        ui_.node({Role::text, "", heard.fact, "", rect});
        ui_.canvas().icon({inner.x + 11, inner.y + ui_.line_height(type::label) / 2}, 22, icon::eye,
                          ui_.theme().primary);
        ui_.draw(found, {inner.x + 34, inner.y, room - 34, found.height}, ui_.theme().primary);
    }
    void label(const std::string& strong, const std::string& light) {
        const float height = ui_.line_height(type::label);
        const float strong_width = ui_.width_of(strong, type::label);
        const TextBlock hint = ui_.layout(light, type::caption, rest_.w);
        const bool beside = strong_width + 8 + hint.width <= rest_.w && hint.lines.size() == 1;
        const Rect rect = cut_top(rest_, height, beside || light.empty() ? 8 : 0);
        const Rect under = beside || light.empty() ? Rect{} : cut_top(rest_, hint.height, 8);
        if (!draws_) return;
        ui_.text_middle(strong, type::label, {rect.x, rect.y, strong_width + 1, height}, ui_.theme().ink);
        if (!light.empty())
            ui_.draw(hint,
                     beside ? Rect{rect.x + strong_width + 8, rect.y + (height - hint.height) / 2, hint.width,
                                   hint.height}
                            : under,
                     ui_.theme().ink3);
        ui_.node({Role::heading, "", strong, light, rect});
    }
    void asks(StageAction& action) {
        if (view_.asks.empty()) return;
        label(ui_.tr("stage", "Ask first"), ui_.tr("stage", "costs a little patience"));
        // Two questions share a row where room is dear.
        const float most = tight_ && !ui_.portrait() && view_.asks.size() == 2 && ui_.text_scale() < 1.2F
                               ? (rest_.w - 12) / 2
                               : rest_.w;
        float x = rest_.x, row = 0;
        for (std::size_t i = 0; i < view_.asks.size(); ++i) {
            const Size size = ask_size(ui_, view_.asks[i].text, most);
            if (x > rest_.x && x + size.w > rest_.right()) {
                x = rest_.x;
                rest_.y += row + 12;
                row = 0;
            }
            const StageView::Ask& ask = view_.asks[i];
            if (draws_ && ask_chip(ui_, "ask/" + ask.id, {x, rest_.y, size.w, size.h}, ask.text, ask.made))
                action = {StageAction::Kind::ask, i};
            x += size.w + 12;
            row = std::max(row, size.h);
        }
        rest_.y += row + (tight_ ? 14 : 22);
    }
    void choices(StageAction& action) {
        label(ui_.tr("stage", "You say"), "");
        for (std::size_t i = 0; i < view_.choices.size(); ++i) {
            const StageView::Choice& choice = view_.choices[i];
            const Rect rect = cut_top(rest_, choice_height(ui_, choice.text, rest_.w, tight_),
                                      i + 1 < view_.choices.size() ? (tight_ ? 8 : 12) : 0);
            if (!draws_) continue;
            const float share =
                ui_.animate("enter/" + view_.moment + "/" + std::to_string(std::min<std::size_t>(i, 2)), 1,
                            180 + 40 * static_cast<int>(std::min<std::size_t>(i, 2)), 0);
            if (choice_card(ui_, "choice/" + choice.id, rect.moved(0, (1 - share) * 12), choice.letter,
                            choice.text, view_.selected == i))
                action = {StageAction::Kind::select, i};
        }
        rest_.y += tight_ ? 2 : 8;
    }

    Ui& ui_;
    OutlineCache& cache_;
    const StageView& view_;
    Rect rest_;
    bool draws_;
    bool tight_;  // four long answers: closer together, so that all are seen at once
};

void draw_hint(Ui& ui, const Rect& row, const std::string& hint) {
    const TextBlock block = ui.layout(hint, type::caption, row.w - 28);
    ui.canvas().icon({row.x + 10, row.centre().y}, 20, icon::schedule, ui.theme().ink3);
    ui.draw(block, {row.x + 28, row.centre().y - block.height / 2, row.w - 28, block.height},
            ui.theme().ink3);
    ui.node({Role::text, "", hint, "", row});
}

void draw_bottom(Ui& ui, const Rect& row, const StageView& view, StageAction& action) {
    const std::string label = ui.tr("stage", "SAY IT");
    if (view.one_tap) return draw_hint(ui, row, ui.tr("stage", "A tap on an answer says it."));
    const float width = std::max(ui.portrait() ? 320.0F : 300.0F, primary_width(ui, label, true));
    const Rect button{row.right() - width, row.y, width, primary_height};
    const float room = row.w - width - 24;
    const std::string hint = view.selected ? ui.tr("stage", "Take your time. Nobody is timing you.")
                                           : ui.tr("stage", "Choose what you would say.");
    draw_hint(ui, {row.x, row.y, room, row.h}, hint);
    ButtonLook look{icon::forward, true, view.selected.has_value(), "enter"};
    if (primary_button(ui, "say", button, label, look)) action.kind = StageAction::Kind::say;
}

}  // namespace

StageAction draw_stage(Ui& ui, OutlineCache& cache, const StageView& view) {
    StageAction action;
    const HeaderAction header = draw_header(ui, view.header);
    if (header == HeaderAction::leave) action.kind = StageAction::Kind::leave;
    if (header == HeaderAction::sync) action.kind = StageAction::Kind::sync;
    Rect rest = content_rect(ui);
    if (!ui.portrait()) draw_customer_tall(ui, cache, cut_left(rest, 424, 32), view.customer);
    const Rect bottom = cut_bottom(rest, primary_height, 16);
    StageAction ignored;
    const bool tight = StageColumn(ui, cache, view, rest, false, false).run(0, ignored) > rest.h;
    const float needed = StageColumn(ui, cache, view, rest, false, tight).run(0, ignored);
    const float spare = std::max(0.0F, rest.h - needed);
    const Rect clip{rest.x - 30, rest.y - 4, rest.w + 54, rest.h + 8};
    const Rect inner = ui.begin_scroll("stage/" + view.moment, clip, needed + spare + (spare > 0 ? 8 : 0));
    StageColumn(ui, cache, view, {rest.x, inner.y + 4, rest.w, rest.h}, true, tight).run(spare, action);
    ui.end_scroll();
    draw_bottom(ui, bottom, view, action);
    return action;
}

}  // namespace touchstone::game
