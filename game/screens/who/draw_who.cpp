// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "game/screens/common/chips.h"
#include "game/screens/who/who_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {
namespace {

/// The mark of the product: a dark stone with a streak of gold.
void draw_mark(Ui& ui, Point middle) {
    ui.canvas().fill({middle.x - 20, middle.y - 20, 40, 40}, rgb(0x16323C), 17);
    ui.canvas().line({{middle.x - 13, middle.y + 7},
                      {middle.x - 3, middle.y + 2},
                      {middle.x + 5, middle.y - 5},
                      {middle.x + 13, middle.y - 9}},
                     rgb(0xE9A13B), 4.5F);
    ui.canvas().line(
        {{middle.x - 6, middle.y + 12}, {middle.x + 2, middle.y + 8}, {middle.x + 7, middle.y + 4}},
        rgb(0x9C6B3A), 4);
}

void keep(WhoAction& action, WhoAction::Kind kind, std::string text = {}) {
    action = {kind, std::move(text), {}};
}

void draw_top(Ui& ui, const WhoView& view, WhoAction& action) {
    const Theme& theme = ui.theme();
    Rect row{margin, 16, ui.size().w - 2 * margin, icon_button_side};
    const bool short_pill = ui.portrait() || ui.text_scale() > 1.2F;
    if (sync_pill(ui, "sync", cut_right(row, sync_pill_width(ui, view.pill, short_pill), 12), view.pill,
                  short_pill))
        keep(action, WhoAction::Kind::sync);
    if (icon_button(ui, "settings", cut_right(row, icon_button_side, 12), icon::settings,
                    ui.tr("home", "Settings")))
        keep(action, WhoAction::Kind::settings);
    read_button(ui, row);
    const std::vector<std::string> labels{"EN", "PL", "RU", "ET"};
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < 4; ++i)
        if (view.language == languages[i]) chosen = i;
    const float width = std::max(240.0F, 4 * (ui.width_of("PL", type::label) + 36));
    if (const auto picked = segments(ui, "language", cut_right(row, width, 16), labels, chosen))
        keep(action, WhoAction::Kind::language, languages[*picked]);
    draw_mark(ui, {row.x + 22, row.centre().y});
    cut_left(row, 60);
    const std::string name = ui.tr("product", "Touchstone");
    const TextBlock title = ui.layout(name, type::heading, row.w),
                    place = ui.layout(view.place, type::caption, row.w);
    const bool fits = place.lines.size() == 1 && title.height + place.height < 72;
    const float top = row.centre().y - (title.height + (fits ? place.height : 0)) / 2;
    if (title.width <= row.w) ui.draw(title, {row.x, top, row.w, title.height}, theme.ink);
    if (fits) ui.draw(place, {row.x, top + title.height, row.w, place.height}, theme.ink3);
    ui.node({Role::heading, "", name, view.place, {row.x, top, row.w, title.height}});
}

struct Grid {
    std::size_t columns;
    float width, height;
};
Grid grid_of(const Ui& ui, float width) {
    const std::size_t columns = ui.portrait() ? (ui.text_scale() > 1.2F ? 3 : 4) : 6;
    const float gap = 16;
    return {columns, (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns),
            132 + 2.4F * ui.line_height(type::body_strong)};
}

bool draw_tile(Ui& ui, const Rect& rect, const WhoView::Person& person) {
    const std::string id = "person/" + person.id;
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    card(ui, rect);
    ui.canvas().fill(rect, faded(ui.theme().tint, press), 20);
    draw_initials(ui, {rect.centre().x - 44, rect.y + 24, 88, 88}, person.initials, person.colour);
    const TextBlock name = ui.layout(person.name, type::body_strong, rect.w - 20);
    const float room = rect.bottom() - 12 - (rect.y + 120);
    ui.draw(name,
            {rect.x + 10, rect.y + 120 + std::max(0.0F, (room - name.height) / 2), rect.w - 20, name.height},
            ui.theme().ink, Align::centre);
    focus_ring(ui, id, rect, 20);
    return ui.node({Role::button, id, person.name, "", rect});
}

bool draw_new_tile(Ui& ui, const Rect& rect) {
    const Theme& theme = ui.theme();
    const float press = ui.animate("new#press", ui.is_pressed("new") ? 1.0F : 0.0F, 80);
    ui.canvas().fill(rect, faded(theme.tint, press), 20);
    ui.canvas().dashed_frame(rect, theme.control, 2, 20);
    ui.canvas().icon({rect.centre().x, rect.y + 68}, 44, icon::person_add, theme.primary);
    const std::string words = ui.tr("who", "I am new here");
    const TextBlock block = ui.layout(words, type::body_strong, rect.w - 20);
    const float room = rect.bottom() - 12 - (rect.y + 120);
    ui.draw(
        block,
        {rect.x + 10, rect.y + 120 + std::max(0.0F, (room - block.height) / 2), rect.w - 20, block.height},
        theme.primary, Align::centre);
    focus_ring(ui, "new", rect, 20);
    return ui.node({Role::button, "new", words, "", rect});
}

/// First letters, to find oneself among many: a row of keys, or more where the window is narrow.
void draw_initials_row(Ui& ui, Rect& rest, const WhoView& view, WhoAction& action) {
    if (view.initials.empty()) return;
    std::vector<Chip> chips{{"initial/", ui.tr("who", "All"), view.initial.empty(), {}}};
    for (const std::string& one : view.initials) {
        // Keyboards send the letters of the alphabet as keys; others are found by arrows.
        const bool is_key = one.size() == 1 && one[0] >= 'A' && one[0] <= 'Z';
        const std::string key = is_key ? std::string(1, static_cast<char>(one[0] - 'A' + 'a')) : "";
        chips.push_back({"initial/" + one, one, view.initial == one, key});
    }
    std::optional<std::size_t> fired;
    cut_top(rest, chip_rows(ui, rest, chips, true, fired), 20);
    if (fired) keep(action, WhoAction::Kind::initial, *fired == 0 ? "" : view.initials[*fired - 1]);
}

void draw_tiles(Ui& ui, const Rect& rect, const WhoView& view, WhoAction& action) {
    const Grid grid = grid_of(ui, rect.w);
    const std::size_t count = view.people.size() + 1, rows = (count + grid.columns - 1) / grid.columns;
    const float content = static_cast<float>(rows) * (grid.height + 16) + 8;
    const Rect inner = ui.begin_scroll("people", {0, rect.y - 4, ui.size().w, rect.h + 8}, content);
    for (std::size_t i = 0; i < count; ++i) {
        const Rect tile{rect.x + static_cast<float>(i % grid.columns) * (grid.width + 16),
                        inner.y + 4 + static_cast<float>(i / grid.columns) * (grid.height + 16), grid.width,
                        grid.height};
        if (i < view.people.size() && draw_tile(ui, tile, view.people[i]))
            keep(action, WhoAction::Kind::pick, view.people[i].id);
        if (i == view.people.size() && draw_new_tile(ui, tile)) keep(action, WhoAction::Kind::begin_name);
    }
    ui.end_scroll();
}

/// What to do, or why the name cannot be taken; left out where a low window needs the room for the keys.
void draw_naming_hint(Ui& ui, Rect& rect, const WhoView& view, bool low) {
    const bool bad = !view.problem.empty();
    const std::string hint =
        bad ? view.problem
            : ui.tr("who", "Your first name, and a letter if there are two of you. It stays on this tablet.");
    if (low && !bad) return;
    const TextBlock line = ui.layout(hint, low ? type::caption : type::body, rect.w);
    ui.node({bad ? Role::status : Role::text, "", hint, "", {rect.x, rect.y, rect.w, line.height}});
    ui.draw(line, cut_top(rect, line.height, low ? 8 : 16), bad ? ui.theme().bad : ui.theme().ink2);
}

void draw_naming(Ui& ui, Rect rect, const WhoView& view, WhoAction& action) {
    const float keys_height = keyboard_height(view.language);
    const float field = std::max(72.0F, ui.line_height(type::title) + 24);
    const bool low = rect.h < keys_height + field + primary_height + 40 + 2 * ui.line_height(type::body);
    draw_naming_hint(ui, rect, view, low);
    const std::string go = ui.tr("who", "THAT IS ME"), back = ui.tr("who", "Back");
    Rect row = low ? cut_top(rect, primary_height, 12) : cut_bottom(rect, primary_height, 16);
    const float width = std::max(low ? 0.0F : 240.0F, primary_width(ui, go, true));
    if (primary_button(ui, "finish-name", cut_right(row, width, 16), go,
                       {icon::forward, true, !view.name.empty(), "enter"}))
        keep(action, WhoAction::Kind::finish_name);
    const Rect place = cut_left(row, second_width(ui, back, true), 16);
    if (second_button(ui, "cancel-name", {place.x, place.y + 4, place.w, second_height}, back,
                      {icon::back, false, true, "escape"}))
        keep(action, WhoAction::Kind::cancel_name);
    text_field(ui, low ? row : cut_top(rect, field, 24), ui.tr("who", "Your name"), view.name, "");
    const Rect keys{rect.x, std::max(rect.y, rect.bottom() - keys_height), rect.w, keys_height};
    std::vector<std::string> typed = ui.typed();
    if (const auto key = keyboard(ui, keys, view.language, view.shifted)) typed.push_back(*key);
    if (!typed.empty()) action = {WhoAction::Kind::type, {}, std::move(typed)};
}

void draw_join(Ui& ui, const Rect& rect, WhoAction& action) {
    const std::string words = ui.tr("who", "Join a server");
    const float width = second_width(ui, words, true);
    if (second_button(ui, "enrol", {rect.x, rect.y, width, second_height}, words,
                      {icon::link, false, true, ""}))
        keep(action, WhoAction::Kind::enrol);
    const float left = rect.x + width + 20, room = rect.right() - left;
    const std::string line = ui.tr("who", "Without one, everything works and stays on this tablet.");
    const TextBlock hint = ui.layout(line, type::caption, room);
    ui.node({Role::text, "", line, "", {left, rect.y, room, second_height}});
    ui.draw(hint, {left, rect.y + (second_height - hint.height) / 2, room, hint.height}, ui.theme().ink3);
}

}  // namespace

Colour person_colour(int index) {
    constexpr std::array colours{rgb(0x7B4A6B), rgb(0x2F6B8C), rgb(0x0B5C63), rgb(0x8A5A1C),
                                 rgb(0xA33D2E), rgb(0x4B6B38), rgb(0x3F4D7A), rgb(0x8C3D5C)};
    static_assert(colours.size() == person_colours);
    return colours[static_cast<std::size_t>(index < 0 ? 0 : index) % colours.size()];
}

void draw_initials(Ui& ui, const Rect& rect, const std::string& initials, int colour) {
    ui.canvas().fill(rect, person_colour(colour), rect.w * 0.33F);
    TextStyle style = rect.w > 60 ? type::initials : type::body_strong;
    if (ui.width_of(initials, style) > rect.w - 12) style = type::label;
    ui.text_middle(initials, style, rect, rgb(0xFFFFFF), Align::centre);
}

WhoAction draw_who(Ui& ui, const WhoView& view) {
    WhoAction action;
    draw_top(ui, view, action);
    Rect rest{margin, 104, ui.size().w - 2 * margin, ui.size().h - 104 - margin};
    const std::string question =
        view.naming ? ui.tr("who", "What do we call you?") : ui.tr("who", "Who is practising?");
    const bool low = view.naming && ui.size().h < 700;
    const TextBlock title = ui.layout(question, low ? type::title : type::display, rest.w);
    ui.draw(title, cut_top(rest, title.height, view.naming ? 8 : 24), ui.theme().ink);
    ui.node({Role::heading, "", question, "", {rest.x, 104, rest.w, title.height}});
    if (view.naming) {
        draw_naming(ui, rest, view, action);
        return action;
    }
    if (!view.enrolled) draw_join(ui, cut_bottom(rest, second_height, 16), action);
    draw_initials_row(ui, rest, view, action);
    draw_tiles(ui, rest, view, action);
    return action;
}

}  // namespace touchstone::game
