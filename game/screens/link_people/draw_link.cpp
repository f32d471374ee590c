// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/header.h"
#include "game/screens/link_people/link_view.h"
#include "game/screens/who/who_view.h"

namespace touchstone::game {
namespace {

bool draw_row(Ui& ui, const Rect& rect, const std::string& id, const LinkView::Candidate& person, bool chosen,
              bool stays) {
    const Theme& theme = ui.theme();
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    lift(ui, rect, 18, Lift::choice);
    ui.canvas().fill(rect, chosen ? theme.tint : mix(theme.surface, theme.sunk, press), 18);
    if (chosen)
        ui.canvas().frame(rect, theme.primary, 3, 18);
    else if (theme.outlined)
        ui.canvas().frame(rect, theme.line, 2, 18);
    const Rect tile{rect.x + 18, rect.centre().y - 26, 52, 52};
    if (stays) {
        ui.canvas().fill(tile, theme.sunk, 16);
        ui.canvas().icon(tile.centre(), 28, icon::tablet, theme.ink2);
    } else {
        draw_initials(ui, tile, person.initials, person.colour);
    }
    ui.text_middle(person.name, type::body_strong,
                   {tile.right() + 18, rect.y, rect.right() - tile.right() - 80, rect.h}, theme.ink);
    if (chosen) ui.canvas().icon({rect.right() - 38, rect.centre().y}, 28, icon::check_circle, theme.primary);
    focus_ring(ui, id, rect, 18);
    Node node{Role::choice, id, person.name, "", rect};
    node.selected = chosen;
    return ui.node(node);
}

float row_height_of(const Ui& ui, const std::string& name, float width) {
    return std::max(80.0F, ui.layout(name, type::body_strong, width - 168).height + 32);
}

}  // namespace

LinkAction draw_link(Ui& ui, const LinkView& view) {
    LinkAction action;
    const Theme& theme = ui.theme();
    Rect row{margin, 16, ui.size().w - 2 * margin, icon_button_side};
    read_button(ui, row);
    if (icon_button(ui, "back", {margin, 16, icon_button_side, icon_button_side}, icon::back,
                    ui.tr("header", "Later"), "escape"))
        action.kind = LinkAction::Kind::back;
    Rect rest = content_rect(ui);
    const std::string title = ui.words().tr("link", "Who is {}?", {view.name});
    const std::string line = view.waiting ? ui.tr("link", "The list of people is on its way…")
                                          : ui.words().tr("link",
                                                          "{} practised here before this tablet joined. Say "
                                                          "who that is, once. Nothing is sent until you do.",
                                                          {view.name});
    const TextBlock head = ui.layout(title, type::h1, rest.w), body = ui.layout(line, type::body, rest.w);
    ui.draw(head, cut_top(rest, head.height, 8), theme.ink);
    ui.node({Role::heading, "", title, line, {rest.x, rest.y - head.height - 8, rest.w, head.height}});
    ui.draw(body, cut_top(rest, body.height, 20), theme.ink2);
    Rect bottom = cut_bottom(rest, primary_height, 16);
    const LinkView::Candidate stays{
        "", ui.tr("link", "Nobody of the list: stays on this tablet and is never sent"), "", 0};
    float content = row_height_of(ui, stays.name, rest.w) + 12;
    for (const auto& person : view.roster) content += row_height_of(ui, person.name, rest.w) + 12;
    const Rect inner =
        ui.begin_scroll("link/" + view.name, {rest.x - 24, rest.y - 4, rest.w + 48, rest.h + 8}, content + 8);
    Rect place{rest.x, inner.y + 4, rest.w, content};
    for (const auto& person : view.roster)
        if (draw_row(ui, cut_top(place, row_height_of(ui, person.name, rest.w), 12), "roster/" + person.id,
                     person, view.chosen == person.id, false))
            action = {LinkAction::Kind::choose, person.id};
    if (draw_row(ui, cut_top(place, row_height_of(ui, stays.name, rest.w), 12), "stays", stays,
                 view.chosen == "", true))
        action = {LinkAction::Kind::choose, ""};
    ui.end_scroll();
    const std::string yes = ui.tr("link", "THAT IS RIGHT");
    const float width = std::max(280.0F, primary_width(ui, yes, true));
    if (primary_button(ui, "confirm", cut_right(bottom, width, 16), yes,
                       {icon::check, false, view.chosen.has_value() && !view.waiting, "enter"}))
        action.kind = LinkAction::Kind::confirm;
    if (view.of > 1)
        ui.text_middle(
            ui.words().tr("link", "Person {} of {}", {std::to_string(view.nth), std::to_string(view.of)}),
            type::caption, bottom, theme.ink3);
    return action;
}

}  // namespace touchstone::game
