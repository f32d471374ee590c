// SPDX-License-Identifier: Apache-2.0
#include "game/screens/who/who_view.h"
#include "game/screens/writing/writing_view.h"

namespace touchstone::game {
namespace {

/// A line that can be chosen, one of several.
bool option(Ui& ui, const std::string& id, const Rect& rect, const std::string& words, bool chosen,
            float left) {
    const Theme& theme = ui.theme();
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    ui.canvas().fill(rect, chosen ? theme.tint : mix(theme.surface, theme.tint, press), 16);
    ui.canvas().frame(rect, chosen ? theme.primary : theme.control, chosen ? 3.0F : 1.5F, 16);
    const float room = rect.w - left - 52;
    const TextBlock block = ui.layout(words, type::body, room);
    ui.draw(block, {rect.x + left, rect.centre().y - block.height / 2, room, block.height}, theme.ink);
    ui.canvas().icon({rect.right() - 28, rect.centre().y}, 24, chosen ? icon::check_circle : icon::unchecked,
                     chosen ? theme.primary : theme.ink3);
    focus_ring(ui, id, rect, 16);
    Node node{Role::choice, id, words, "", rect};
    node.selected = chosen;
    return ui.node(node);
}

class KudosColumn {
public:
    KudosColumn(Ui& ui, const KudosView& view, Rect place, bool draws)
        : ui_(ui), view_(view), rest_(place), draws_(draws) {}

    float people(KudosAction& action) {
        const float top = rest_.y;
        heading(view_.whom, type::heading);
        if (view_.people.empty()) line(view_.nobody);
        for (const KudosView::Person& person : view_.people) {
            const Rect rect = cut_top(rest_, std::max(64.0F, words_height(person.name, 72)), 10);
            if (!draws_) continue;
            if (option(ui_, "to/" + person.id, rect, person.name, view_.chosen_person == person.id, 72))
                action = {KudosAction::Kind::person, person.id};
            draw_initials(ui_, {rect.x + 14, rect.centre().y - 22, 44, 44}, person.initials, person.colour);
        }
        return rest_.y - top;
    }
    float reasons(KudosAction& action) {
        const float top = rest_.y;
        heading(view_.what, type::heading);
        for (const KudosView::Group& group : view_.groups) {
            heading(group.behaviour, type::label);
            for (const auto& [id, words] : group.indicators) {
                const Rect rect = cut_top(rest_, words_height(words, 20), 8);
                if (draws_ && option(ui_, "for/" + id, rect, words, view_.chosen_indicator == id, 20))
                    action = {KudosAction::Kind::indicator, id};
            }
            cut_top(rest_, 8);
        }
        return rest_.y - top;
    }

private:
    float words_height(const std::string& words, float left) const {
        return std::max(56.0F, ui_.layout(words, type::body, rest_.w - left - 52).height + 24);
    }
    void heading(const std::string& words, const TextStyle& style) {
        const TextBlock block = ui_.layout(words, style, rest_.w);
        const Rect rect = cut_top(rest_, block.height, 10);
        if (!draws_) return;
        ui_.draw(block, rect, ui_.theme().ink);
        ui_.node({Role::heading, "", words, "", rect});
    }
    void line(const std::string& words) {
        const TextBlock block = ui_.layout(words, type::body, rest_.w);
        const Rect rect = cut_top(rest_, block.height, 10);
        if (!draws_) return;
        ui_.draw(block, rect, ui_.theme().ink2);
        ui_.node({Role::text, "", words, "", rect});
    }

    Ui& ui_;
    const KudosView& view_;
    Rect rest_;
    bool draws_;
};

/// People at the left and reasons at the right, or one under the other; how far down they reach.
float columns(Ui& ui, const KudosView& view, const Rect& place, bool draws, KudosAction& action) {
    if (ui.portrait()) {
        const float people = KudosColumn(ui, view, place, draws).people(action) + 20;
        return people + KudosColumn(ui, view, {place.x, place.y + people, place.w, 0}, draws).reasons(action);
    }
    const float left = std::min(360.0F, place.w * 0.36F);
    const float people = KudosColumn(ui, view, {place.x, place.y, left, 0}, draws).people(action);
    const Rect right{place.x + left + 32, place.y, place.w - left - 32, 0};
    return std::max(people, KudosColumn(ui, view, right, draws).reasons(action));
}

}  // namespace

KudosAction draw_kudos(Ui& ui, const KudosView& view) {
    KudosAction action;
    const HeaderAction header = draw_header(ui, view.header);
    if (header == HeaderAction::leave) action.kind = KudosAction::Kind::back;
    if (header == HeaderAction::sync) action.kind = KudosAction::Kind::sync;
    Rect rest = content_rect(ui);
    Rect bottom = cut_bottom(rest, primary_height, 16);
    const float width = std::max(208.0F, primary_width(ui, view.next, true));
    const bool ready = !view.chosen_person.empty() && !view.chosen_indicator.empty();
    KudosAction ignored;
    const float content = columns(ui, view, rest, false, ignored) + 8;
    const Rect inner = ui.begin_scroll("kudos", {rest.x - 8, rest.y - 4, rest.w + 32, rest.h + 8}, content);
    columns(ui, view, {rest.x, inner.y + 4, rest.w, content}, true, action);
    ui.end_scroll();
    if (primary_button(ui, "next", cut_right(bottom, width), view.next,
                       {icon::forward, true, ready, "enter"}))
        action.kind = KudosAction::Kind::next;
    return action;
}

}  // namespace touchstone::game
