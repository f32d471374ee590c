// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/header.h"
#include "game/screens/enrol/enrol_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {
namespace {

/// Twelve places in three groups of four.
void draw_places(Ui& ui, const Rect& rect, const std::string& digits) {
    const Theme& theme = ui.theme();
    const float width = (rect.w - 11 * 8 - 2 * 16) / 12;
    float x = rect.x;
    for (std::size_t i = 0; i < code_digits; ++i) {
        const Rect place{x, rect.y, width, rect.h};
        const bool next = i == digits.size();
        ui.canvas().fill(place, i < digits.size() ? theme.tint : theme.surface, 10);
        ui.canvas().frame(place, next ? theme.primary : theme.control, next ? 3.0F : 1.5F, 10);
        if (i < digits.size())
            ui.text_middle(digits.substr(i, 1), {Face::display_semibold, 24, 1.2F, 0, true}, place, theme.ink,
                           Align::centre);
        x += width + 8 + (i % 4 == 3 ? 16.0F : 0);
    }
    ui.node({Role::field, "field", ui.tr("enrol", "Code"), digits, rect});
}

float draw_problem(Ui& ui, const Rect& rect, const EnrolView& view) {
    if (view.problem.empty()) return 0;
    const std::string words = view.problem + " " + view.remedy;
    const TextBlock block = ui.layout(words, type::small, rect.w - 72);
    const Rect box{rect.x, rect.y, rect.w, block.height + 28};
    ui.canvas().fill(box, ui.theme().bad_tint, 16);
    if (ui.theme().outlined) ui.canvas().frame(box, ui.theme().line, 2, 16);
    ui.canvas().icon({box.x + 30, box.centre().y}, 24, icon::problem, ui.theme().bad);
    ui.draw(block, {box.x + 54, box.y + 14, block.width + 1, block.height}, ui.theme().bad);
    ui.node({Role::status, "problem", view.problem, view.remedy, box});
    return box.h + 16;
}

void draw_words(Ui& ui, Rect& rest, const std::string& title, const std::string& line) {
    const TextBlock head = ui.layout(title, type::h1, rest.w), body = ui.layout(line, type::body, rest.w);
    ui.draw(head, cut_top(rest, head.height, 8), ui.theme().ink);
    ui.draw(body, cut_top(rest, body.height, 20), ui.theme().ink2);
    ui.node({Role::heading,
             "",
             title,
             line,
             {rest.x, rest.y - body.height - head.height - 28, rest.w, head.height}});
}

void draw_address(Ui& ui, Rect rest, const EnrolView& view, EnrolAction& action) {
    const float height = keyboard_height("address");
    const float field = std::max(72.0F, ui.line_height(type::title) + 24);
    // In a low window the keys need the room of the words, and field and button share a row.
    const bool low = rest.h < height + field + primary_height + 160;
    if (!low)
        draw_words(ui, rest, ui.tr("enrol", "Where is the server?"),
                   ui.tr("enrol", "Its address stands on the page where your administrator made the code."));
    Rect row = low ? cut_top(rest, field, 12) : cut_bottom(rest, primary_height, 16);
    const std::string next = ui.tr("enrol", "NEXT");
    const float width = std::max(low ? 0.0F : 240.0F, primary_width(ui, next, true));
    if (primary_button(ui, "next", cut_right(row, width, 16), next,
                       {icon::forward, true, view.address.size() > 8, "enter"}))
        action.kind = EnrolAction::Kind::next;
    text_field(ui, low ? row : cut_top(rest, field, 20), ui.tr("enrol", "Address"), view.address, "https://");
    if (const auto key = keyboard(ui, {rest.x, std::max(rest.y, rest.bottom() - height), rest.w, height},
                                  "address", false))
        action.keys.push_back(*key);
}

void draw_code(Ui& ui, Rect rest, const EnrolView& view, EnrolAction& action) {
    const bool two = !ui.portrait();
    Rect bottom = cut_bottom(rest, primary_height, 20);
    Rect pad = two ? cut_right(rest, 408, 40) : Rect{};
    if (two) pad = {pad.x, pad.y, pad.w, std::min(pad.h, 480.0F)};
    draw_words(ui, rest, ui.tr("enrol", "Join a server"),
               ui.tr("enrol", "Type the twelve digits that your administrator gave you. They work once."));
    draw_places(ui, cut_top(rest, 64, 20), view.digits);
    cut_top(rest, draw_problem(ui, rest, view));
    const std::string join = view.busy ? ui.tr("enrol", "JOINING…") : ui.tr("enrol", "JOIN");
    const float width = std::max(240.0F, primary_width(ui, join, true));
    const bool ready = view.digits.size() == code_digits && !view.busy;
    if (!two) pad = {rest.x, rest.y, rest.w, std::min(rest.h, 420.0F)};
    if (const auto key = digit_pad(ui, pad)) action.keys.push_back(*key);
    if (primary_button(ui, "join", cut_right(bottom, width, 16), join, {icon::link, false, ready, "enter"}))
        action.kind = EnrolAction::Kind::join;
    const TextBlock address = ui.layout(view.address, type::caption, bottom.w - 72);
    if (icon_button(ui, "change-address", {bottom.x, bottom.y + 8, icon_button_side, icon_button_side},
                    icon::settings, ui.tr("enrol", "Another address")))
        action.kind = EnrolAction::Kind::change_address;
    ui.draw(address, {bottom.x + 72, bottom.centre().y - address.height / 2, bottom.w - 72, address.height},
            ui.theme().ink3);
}

}  // namespace

EnrolAction draw_enrol(Ui& ui, const EnrolView& view) {
    EnrolAction action;
    Rect row{margin, 16, ui.size().w - 2 * margin, icon_button_side};
    read_button(ui, row);
    if (icon_button(ui, "back", {margin, 16, icon_button_side, icon_button_side}, icon::back,
                    ui.tr("header", "Back"), "escape"))
        action.kind = EnrolAction::Kind::back;
    const Rect rest = content_rect(ui);
    if (view.step == EnrolView::Step::address)
        draw_address(ui, rest, view, action);
    else
        draw_code(ui, rest, view, action);
    for (const std::string& typed : ui.typed()) action.keys.push_back(typed);
    if (action.kind == EnrolAction::Kind::none && !action.keys.empty()) action.kind = EnrolAction::Kind::type;
    return action;
}

}  // namespace touchstone::game
