// SPDX-License-Identifier: Apache-2.0
#include "game/screens/home/home_view.h"

namespace touchstone::game {
namespace {

HomeAction draw_top(Ui& ui, const HomeView& view) {
    HomeAction action;
    Rect row{margin, 20, ui.size().w - 2 * margin, 72};
    const Theme& theme = ui.theme();
    const auto tool = [&](float width) {
        const Rect slot = cut_right(row, width, 12);
        return Rect{slot.x, slot.y + 8, width, icon_button_side};
    };
    if (icon_button(ui, "people", tool(icon_button_side), icon::person, ui.tr("home", "Somebody else")))
        action.kind = HomeAction::Kind::people;
    if (icon_button(ui, "settings", tool(icon_button_side), icon::settings, ui.tr("home", "Settings")))
        action.kind = HomeAction::Kind::settings;
    const bool short_pill = ui.portrait() || ui.text_scale() > 1.2F;
    if (sync_pill(ui, "sync", tool(sync_pill_width(ui, view.pill, short_pill)), view.pill, short_pill))
        action.kind = HomeAction::Kind::sync;
    const TextStyle style = ui.width_of(view.greeting, type::h1) <= row.w ? type::h1 : type::title;
    const TextBlock greeting = ui.layout(view.greeting, style, row.w);
    const TextBlock line = ui.layout(view.line, type::body, row.w);
    const bool room = greeting.height + line.height <= 80 && line.lines.size() == 1;
    const float top = row.centre().y - (greeting.height + (room ? line.height : 0)) / 2;
    ui.draw(greeting, {row.x, top, row.w, greeting.height}, theme.ink);
    if (room) ui.draw(line, {row.x, top + greeting.height, row.w, line.height}, theme.ink2);
    ui.node({Role::heading, "", view.greeting, view.line, {row.x, top, row.w, greeting.height}});
    return action;
}

float hero_words_height(const Ui& ui, const HomeView::Hero& hero, float width) {
    const float room = width - 64;
    return 24 + ui.line_height(type::label) + 4 + ui.layout(hero.title, type::h1, room).height + 4 +
           ui.layout(hero.reason, type::body, room).height + 24 + primary_height + 36;
}

void draw_hero_window(Ui& ui, OutlineCache& cache, const Rect& rect, const HomeView::Hero& hero) {
    WindowLook look;
    look.looks = hero.looks;
    look.expression = animated_expression(ui, "face", hero.expression);
    look.label = hero.customer;
    look.centre = 0.25F;
    look.blinks = true;
    const float border = ui.theme().outlined ? 2.0F : 0.0F;
    draw_window(ui, cache, {rect.x + border, rect.y + border, rect.w - 2 * border, rect.h - border}, look);
    const float left = rect.x + rect.w * 0.25F + rect.h * 0.4F + 18, room = rect.right() - 27 - left;
    if (room < 150) return;
    const TextBlock quote = ui.layout(hero.quote, type::speech_small, room - 48);
    const float width = quote.width + 48, height = quote.height + 40;
    if (height > rect.h * 0.8F) return;
    const Rect place{left, rect.y + std::max(16.0F, rect.h * 0.34F - height / 2), width, height};
    bubble(ui, place, Tail::left, std::min(52.0F, height / 2));
    ui.draw(quote, {place.x + 24, place.y + 20, quote.width + 1, quote.height}, ui.theme().ink);
    ui.node({Role::text, "quote", hero.quote, "", place});
}

HomeAction draw_hero(Ui& ui, OutlineCache& cache, const Rect& rect, const HomeView::Hero& hero) {
    const Theme& theme = ui.theme();
    HomeAction action{HomeAction::Kind::none, hero.scenario};
    card(ui, rect);
    Rect rest = rect;
    Rect words = cut_bottom(rest, hero_words_height(ui, hero, rect.w)).inset(32, 0);
    draw_hero_window(ui, cache, rest, hero);
    cut_top(words, 24);
    const Rect when = cut_top(words, ui.line_height(type::label), 4);
    ui.canvas().icon({when.x + 10, when.centre().y}, 20, icon::schedule, theme.accent);
    ui.text_middle(hero.when, type::label, {when.x + 28, when.y, when.w - 28, when.h}, theme.accent);
    const TextBlock title = ui.layout(hero.title, type::h1, words.w),
                    reason = ui.layout(hero.reason, type::body, words.w);
    ui.node({Role::heading, "hero", hero.title, hero.when + ". " + hero.reason, words});
    ui.draw(title, cut_top(words, title.height, 4), theme.ink);
    ui.draw(reason, cut_top(words, reason.height, 24), theme.ink2);
    Rect row = cut_top(words, primary_height);
    const float again = hero.again.empty() ? 0 : second_width(ui, hero.again, true);
    const float width =
        std::min(std::max(ui.portrait() ? 400.0F : 288.0F, primary_width(ui, hero.start, true)),
                 row.w - (again > 0 ? again + 16 : 0));
    if (primary_button(ui, "start", cut_left(row, width, 16), hero.start, {icon::play, false, true, "enter"}))
        action.kind = HomeAction::Kind::start;
    if (again > 0 && second_button(ui, "again", {row.x, row.y + 4, again, second_height}, hero.again,
                                   {icon::replay, false, true, ""}))
        action.kind = HomeAction::Kind::again;
    return action;
}

float week_height(const Ui& ui, const HomeView& view, float width) {
    const bool beside =
        ui.width_of(view.week_title, type::body_strong) + 16 + ui.width_of(view.week_line, type::caption) <=
        width - 48;
    return 24 + ui.line_height(type::body_strong) + (beside ? 0 : ui.line_height(type::caption)) + 12 + 44 +
           14 + ui.layout(view.week_hint, type::caption, width - 48).height + 22;
}

void draw_week(Ui& ui, const Rect& rect, const HomeView& view) {
    const Theme& theme = ui.theme();
    card(ui, rect);
    Rect rest = rect.inset(24, 24);
    Rect head = cut_top(rest, ui.line_height(type::body_strong));
    const float line = ui.width_of(view.week_line, type::caption);
    const bool beside = ui.width_of(view.week_title, type::body_strong) + 16 + line <= head.w;
    ui.text_middle(view.week_title, type::body_strong, head, theme.ink);
    if (beside)
        ui.text_middle(view.week_line, type::caption, cut_right(head, line + 1), theme.ink3, Align::right);
    else
        ui.text(view.week_line, type::caption, cut_top(rest, ui.line_height(type::caption)), theme.ink3);
    ui.node({Role::heading, "", view.week_title, view.week_line, rect});
    cut_top(rest, 12);
    const Rect row = cut_top(rest, 44, 14);
    const float pitch = (row.w - 44) / 6;
    for (std::size_t i = 0; i < view.week.size(); ++i) {
        const HomeView::WeekDay& day = view.week[i];
        const Point middle{row.x + 22 + pitch * static_cast<float>(i), row.centre().y};
        ui.canvas().disc(middle, 22, day.done ? theme.primary : day.today ? theme.surface : theme.sunk);
        if (theme.outlined && !day.done) ui.canvas().ring(middle, 21, theme.line, 2);
        if (day.today) ui.canvas().ring(middle, 20.5F, theme.accent, 3);
        if (day.done)
            ui.canvas().icon(middle, 24, icon::check, theme.on_primary);
        else
            ui.text_middle(day.letter, {Face::semibold, 16, 1.2F}, {middle.x - 22, middle.y - 22, 44, 44},
                           day.today ? theme.ink : theme.ink2, Align::centre);
        Node node{Role::status, "", day.name, "", {middle.x - 22, middle.y - 22, 44, 44}};
        node.selected = day.done;
        ui.node(node);
    }
    ui.text(view.week_hint, type::caption, rest, theme.ink3);
}

HomeAction draw_next(Ui& ui, Rect place, const HomeView& view) {
    HomeAction action;
    for (const HomeView::Next& next : view.next) {
        const Rect row = cut_top(place, row_height(ui, next.words, place.w), 16);
        if (row_button(ui, "scenario/" + std::to_string(next.scenario), row, next.code, next.words, true))
            action = {HomeAction::Kind::start, next.scenario};
    }
    return action;
}

float next_height(const Ui& ui, const HomeView& view, float width) {
    float height = 0;
    for (const HomeView::Next& next : view.next) height += row_height(ui, next.words, width) + 16;
    return height;
}

void draw_empty(Ui& ui, const Rect& rect) {
    card(ui, rect);
    ui.text_middle(
        ui.tr("home", "There is nothing to practise on this tablet yet. It comes with the next sync."),
        type::body, rect.inset(48), ui.theme().ink2, Align::centre);
}

void keep(HomeAction& action, const HomeAction& fired) {
    if (fired.kind != HomeAction::Kind::none) action = fired;
}

}  // namespace

HomeAction draw_home(Ui& ui, OutlineCache& cache, const HomeView& view) {
    HomeAction action = draw_top(ui, view);
    const Rect rest{margin, 112, ui.size().w - 2 * margin, ui.size().h - 112};
    const bool two = !ui.portrait();
    const float left = two ? (rest.w - 24) * 0.58F : rest.w, right = two ? rest.w - 24 - left : rest.w;
    const float words = view.hero ? hero_words_height(ui, *view.hero, left) : 0;
    const float window = two ? std::max(220.0F, rest.h - margin - words) : 452;
    const float hero = view.hero ? words + window : 300;
    const float side = week_height(ui, view, right) + 16 + next_height(ui, view, right);
    const float content = (two ? std::max(hero, side) : hero + 16 + side) + margin;
    const Rect inner = ui.begin_scroll("home", {0, rest.y - 4, ui.size().w, rest.h + 4}, content + 4);
    Rect place{rest.x, inner.y + 4, rest.w, content};
    const Rect first = two ? Rect{place.x, place.y, left, hero} : cut_top(place, hero, 16);
    if (view.hero)
        keep(action, draw_hero(ui, cache, first, *view.hero));
    else
        draw_empty(ui, first);
    if (two) cut_left(place, left, 24);
    draw_week(ui, cut_top(place, week_height(ui, view, right), 16), view);
    keep(action, draw_next(ui, place, view));
    ui.end_scroll();
    return action;
}

}  // namespace touchstone::game
