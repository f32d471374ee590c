// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/nav.h"

namespace touchstone::game {
namespace {

struct Tab {
    Page page;
    const char* id;
    icon::Code code;
    std::string label;
};

std::vector<Tab> tabs(const Ui& ui) {
    return {{Page::home, "nav/home", icon::home, ui.tr("nav", "Home")},
            {Page::practise, "nav/practise", icon::forum, ui.tr("nav", "Practise")},
            {Page::map, "nav/map", icon::insights, ui.tr("nav", "My map")},
            {Page::me, "nav/me", icon::person, ui.tr("nav", "Me")}};
}

constexpr float bar_height = 96;
constexpr TextStyle nav_label{Face::semibold, 15, 1.2F};

float rail_width(const Ui& ui) {
    float widest = 84;
    for (const Tab& tab : tabs(ui)) widest = std::max(widest, ui.width_of(tab.label, nav_label) + 8);
    return widest + 24;
}

bool draw_tab(Ui& ui, const Rect& rect, const Tab& tab, bool here) {
    const Theme& theme = ui.theme();
    if (here) ui.canvas().fill(rect, theme.tint, 18);
    if (here && theme.outlined) ui.canvas().frame(rect, theme.line, 2, 18);
    const Colour ink = here ? theme.primary : theme.ink2;
    const float line = ui.line_height(nav_label), height = 28 + 4 + line;
    const float top = rect.centre().y - height / 2;
    ui.canvas().icon({rect.centre().x, top + 14}, 26, tab.code, ink);
    ui.text_middle(tab.label, nav_label, {rect.x, top + 32, rect.w, line}, ink, Align::centre);
    focus_ring(ui, tab.id, rect, 18);
    Node node{Role::tab, tab.id, tab.label, "", rect};
    node.selected = here;
    return ui.node(node);
}

NavAction draw_rail(Ui& ui, Page here) {
    NavAction action;
    const Theme& theme = ui.theme();
    const float width = rail_width(ui);
    ui.canvas().fill({0, 0, width, ui.size().h}, theme.surface);
    ui.canvas().line({{width, 0}, {width, ui.size().h}}, theme.line, theme.outlined ? 2.0F : 1.0F);
    Rect rest{12, 24, width - 24, ui.size().h - 48};
    for (const Tab& tab : tabs(ui))
        if (draw_tab(ui, cut_top(rest, std::max(72.0F, ui.line_height(nav_label) + 48), 10), tab,
                     tab.page == here))
            action.page = tab.page;
    const Rect slot = cut_bottom(rest, icon_button_side);
    const Rect lock{slot.centre().x - icon_button_side / 2, slot.y, icon_button_side, icon_button_side};
    if (icon_button(ui, "people", lock, icon::lock, ui.tr("home", "Somebody else"))) action.lock = true;
    return action;
}

NavAction draw_bar(Ui& ui, Page here) {
    NavAction action;
    const Theme& theme = ui.theme();
    const Rect bar{0, ui.size().h - bar_height, ui.size().w, bar_height};
    ui.canvas().fill(bar, theme.surface);
    ui.canvas().line({{0, bar.y}, {bar.w, bar.y}}, theme.line, theme.outlined ? 2.0F : 1.0F);
    Rect rest = bar.inset(16, 10);
    const Rect slot = cut_right(rest, icon_button_side + 24, 0);
    const float width = rest.w / 4;
    for (const Tab& tab : tabs(ui))
        if (draw_tab(ui, cut_left(rest, width - 8, 8), tab, tab.page == here)) action.page = tab.page;
    const Rect lock{slot.right() - icon_button_side, slot.centre().y - icon_button_side / 2, icon_button_side,
                    icon_button_side};
    if (icon_button(ui, "people", lock, icon::lock, ui.tr("home", "Somebody else"))) action.lock = true;
    return action;
}

}  // namespace

NavAction draw_nav(Ui& ui, Page here) { return ui.portrait() ? draw_bar(ui, here) : draw_rail(ui, here); }

Rect beside_nav(const Ui& ui) {
    if (ui.portrait()) return {0, 0, ui.size().w, ui.size().h - bar_height};
    const float rail = rail_width(ui);
    return {rail, 0, ui.size().w - rail, ui.size().h};
}

Rect page_rect(const Ui& ui) {
    const Rect page = beside_nav(ui);
    return {page.x + margin, 112, page.w - 2 * margin, page.h - 112};
}

PageHeaderAction draw_page_header(Ui& ui, const PageHeader& view) {
    PageHeaderAction action = PageHeaderAction::none;
    const Theme& theme = ui.theme();
    Rect row = page_rect(ui);
    row = {row.x, 20, row.w, 72};
    const auto tool = [&](float width) {
        const Rect slot = cut_right(row, width, 12);
        return Rect{slot.x, slot.y + 8, width, icon_button_side};
    };
    if (view.settings &&
        icon_button(ui, "settings", tool(icon_button_side), icon::settings, ui.tr("home", "Settings")))
        action = PageHeaderAction::settings;
    const std::string list = view.as_list ? ui.tr("map", "As a picture") : ui.tr("map", "As a list");
    if (view.listed && icon_button(ui, "list", tool(icon_button_side),
                                   view.as_list ? icon::insights : icon::list, list))
        action = PageHeaderAction::list;
    read_button(ui, row);
    const bool short_pill = ui.portrait() || ui.text_scale() > 1.2F;
    if (sync_pill(ui, "sync", tool(sync_pill_width(ui, view.pill, short_pill)), view.pill, short_pill))
        action = PageHeaderAction::sync;
    const TextStyle style = ui.width_of(view.title, type::h1) <= row.w ? type::h1 : type::title;
    const TextBlock title = ui.layout(view.title, style, row.w);
    const TextBlock line = ui.layout(view.line, type::body, row.w);
    const bool room = title.height + line.height <= 84 && line.lines.size() == 1;
    const float top = row.centre().y - (title.height + (room ? line.height : 0)) / 2;
    ui.draw(title, {row.x, top, row.w, title.height}, theme.ink);
    if (room) ui.draw(line, {row.x, top + title.height, row.w, line.height}, theme.ink2);
    ui.node({Role::heading, "", view.title, view.line, {row.x, top, row.w, title.height}});
    return action;
}

}  // namespace touchstone::game
