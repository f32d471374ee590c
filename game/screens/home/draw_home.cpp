// SPDX-License-Identifier: Apache-2.0
#include "game/screens/home/home_view.h"

namespace touchstone::game {
namespace {

/// START and what stands beside it: the minutes, or beginning again. Below each other where room is short.
struct HeroRow {
    float start, other;
    bool beside;
};
float minutes_width(const Ui& ui, const HomeView& view) {
    float widest = 0;
    for (const std::string& label : view.minutes) widest = std::max(widest, ui.width_of(label, type::label));
    return (widest + 28) * static_cast<float>(view.minutes.size()) + 8;
}
HeroRow hero_row(const Ui& ui, const HomeView& view, float room) {
    const HomeView::Hero& hero = *view.hero;
    const float wished = std::max(ui.portrait() ? 400.0F : 256.0F, primary_width(ui, hero.start, true));
    const float other = hero.again.empty() ? minutes_width(ui, view) : second_width(ui, hero.again, true);
    const float least = primary_width(ui, hero.start, true);
    if (least + 16 + other > room) return {room, std::min(room, other), false};
    return {std::min(wished, room - 16 - other), other, true};
}

float hero_words_height(const Ui& ui, const HomeView& view, float width) {
    const HomeView::Hero& hero = *view.hero;
    const float room = width - 64;
    return 24 + ui.line_height(type::label) + 4 + ui.layout(hero.title, type::h1, room).height + 4 +
           ui.layout(hero.reason, type::body, room).height + 24 + primary_height +
           (hero_row(ui, view, room).beside ? 0 : 12 + second_height) + 36;
}

void draw_hero_window(Ui& ui, OutlineCache& cache, const Rect& rect, const HomeView::Hero& hero) {
    WindowLook look;
    look.looks = hero.looks;
    look.backdrop = hero.backdrop;
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

HomeAction draw_hero_row(Ui& ui, const Rect& words, const HomeView& view) {
    HomeAction action;
    const HomeView::Hero& hero = *view.hero;
    const HeroRow row = hero_row(ui, view, words.w);
    const Rect start{words.x, words.y, row.start, primary_height};
    if (primary_button(ui, "start", start, hero.start, {icon::play, false, true, "enter"}))
        action.kind = hero.resumes ? HomeAction::Kind::resume : HomeAction::Kind::session;
    const Rect other = row.beside ? Rect{start.right() + 16, words.y + 4, row.other, second_height}
                                  : Rect{words.x, start.bottom() + 12, row.other, second_height};
    if (hero.resumes) {
        if (second_button(ui, "again", other, hero.again, {icon::replay, false, true, ""}))
            action.kind = HomeAction::Kind::again;
    } else if (const auto chosen = segments(ui, "minutes", other, view.minutes, view.chosen_minutes)) {
        action.kind = HomeAction::Kind::minutes;
        action.index = *chosen;
    }
    return action;
}

HomeAction draw_hero(Ui& ui, OutlineCache& cache, const Rect& rect, const HomeView& view) {
    const Theme& theme = ui.theme();
    const HomeView::Hero& hero = *view.hero;
    card(ui, rect);
    Rect rest = rect;
    Rect words = cut_bottom(rest, hero_words_height(ui, view, rect.w)).inset(32, 0);
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
    return draw_hero_row(ui, words, view);
}

/// A card with a title, a line beside or below it, a row of 44 dp and a hint.
struct Strip {
    const std::string &title, &line, &hint;
};
Strip week_strip(const HomeView& view) { return {view.week_title, view.week_line, view.week_hint}; }
Strip team_strip(const HomeView::Team& team) { return {team.title, team.line, team.hint}; }

bool line_beside(const Ui& ui, const Strip& strip, float width) {
    return ui.width_of(strip.title, type::body_strong) + 16 + ui.width_of(strip.line, type::caption) <=
           width - 48;
}
float strip_height(const Ui& ui, const Strip& strip, float width) {
    return 24 + ui.line_height(type::body_strong) +
           (line_beside(ui, strip, width) ? 0 : ui.line_height(type::caption)) + 12 + 44 + 14 +
           ui.layout(strip.hint, type::caption, width - 48).height + 22;
}
/// Draws all but the row; answers where that goes.
Rect draw_strip(Ui& ui, const Rect& rect, const Strip& strip) {
    const Theme& theme = ui.theme();
    card(ui, rect);
    Rect rest = rect.inset(24, 24);
    Rect head = cut_top(rest, ui.line_height(type::body_strong));
    const float line = ui.width_of(strip.line, type::caption);
    const bool beside = line_beside(ui, strip, rect.w);
    ui.text_middle(strip.title, type::body_strong, head, theme.ink);
    if (beside)
        ui.text_middle(strip.line, type::caption, cut_right(head, line + 1), theme.ink3, Align::right);
    else
        ui.text(strip.line, type::caption, cut_top(rest, ui.line_height(type::caption)), theme.ink3);
    ui.node({Role::heading, "", strip.title, strip.line, rect});
    cut_top(rest, 12);
    const Rect row = cut_top(rest, 44, 14);
    ui.text(strip.hint, type::caption, rest, theme.ink3);
    ui.node({Role::text, "", strip.hint, "", rest});
    return row;
}

void draw_week(Ui& ui, const Rect& rect, const HomeView& view) {
    const Theme& theme = ui.theme();
    const Rect row = draw_strip(ui, rect, week_strip(view));
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
        Node node{Role::list_item, "", day.name, "", {middle.x - 22, middle.y - 22, 44, 44}};
        if (day.done) node.value = ui.tr("voice", "practised");
        node.selected = day.done;
        ui.node(node);
    }
}

/// A square for each member, full for those who practised; a bar where they are many.
void draw_team(Ui& ui, const Rect& rect, const HomeView::Team& team) {
    constexpr std::size_t most_squares = 8;
    const Theme& theme = ui.theme();
    const Rect row = draw_strip(ui, rect, team_strip(team));
    if (team.members > most_squares) {
        const Rect bar{row.x, row.centre().y - 8, row.w, 16};
        ui.canvas().fill(bar, theme.sunk, 8);
        if (theme.outlined) ui.canvas().frame(bar, theme.line, 2, 8);
        const float share = static_cast<float>(team.practised) / static_cast<float>(team.members);
        if (share > 0)
            ui.canvas().fill({bar.x, bar.y, std::max(16.0F, bar.w * share), bar.h}, theme.primary, 8);
        return;
    }
    const float side = std::min(44.0F, (row.w + 8) / static_cast<float>(team.members) - 8);
    for (std::size_t i = 0; i < team.members; ++i) {
        const Rect place{row.x + (side + 8) * static_cast<float>(i), row.centre().y - side / 2, side, side};
        if (i < team.practised) {
            ui.canvas().fill(place, theme.tint, 14);
            if (theme.outlined) ui.canvas().frame(place, theme.line, 2, 14);
            ui.canvas().icon(place.centre(), 24, icon::person, theme.primary);
        } else {
            ui.canvas().dashed_frame(place, theme.control, 2, 14);
        }
    }
}

HomeAction draw_next(Ui& ui, Rect place, const HomeView& view) {
    HomeAction action;
    if (view.thanks && row_button(ui, "thanks", cut_top(place, row_height(ui, *view.thanks, place.w), 16),
                                  icon::heart, *view.thanks, true))
        action = {HomeAction::Kind::page, 0, Page::me};
    if (view.drills && row_button(ui, "drills", cut_top(place, row_height(ui, *view.drills, place.w), 16),
                                  icon::bolt, *view.drills, true))
        action.kind = HomeAction::Kind::drills;
    for (const HomeView::Next& next : view.next) {
        const Rect row = cut_top(place, row_height(ui, next.words, place.w), 16);
        if (row_button(ui, "scenario/" + std::to_string(next.scenario), row, next.code, next.words, false))
            action = {HomeAction::Kind::scenario, next.scenario, Page::home};
    }
    return action;
}

float next_height(const Ui& ui, const HomeView& view, float width) {
    float height = view.drills ? row_height(ui, *view.drills, width) + 16 : 0;
    if (view.thanks) height += row_height(ui, *view.thanks, width) + 16;
    for (const HomeView::Next& next : view.next) height += row_height(ui, next.words, width) + 16;
    return height;
}

void draw_empty(Ui& ui, const Rect& rect) {
    const std::string words =
        ui.tr("home", "There is nothing to practise on this tablet yet. It comes with the next sync.");
    card(ui, rect);
    ui.node({Role::text, "", words, "", rect});
    ui.text_middle(words, type::body, rect.inset(48), ui.theme().ink2, Align::centre);
}

void keep(HomeAction& action, const HomeAction& fired) {
    if (fired.kind != HomeAction::Kind::none) action = fired;
}

}  // namespace

HomeAction draw_home(Ui& ui, OutlineCache& cache, const HomeView& view) {
    HomeAction action;
    const NavAction nav = draw_nav(ui, Page::home);
    if (nav.lock) action.kind = HomeAction::Kind::people;
    if (nav.page) action = {HomeAction::Kind::page, 0, *nav.page};
    if (draw_page_header(ui, view.header) == PageHeaderAction::sync) action.kind = HomeAction::Kind::sync;
    const Rect rest = page_rect(ui);
    const bool two = !ui.portrait();
    const float left = two ? (rest.w - 24) * 0.58F : rest.w, right = two ? rest.w - 24 - left : rest.w;
    const float words = view.hero ? hero_words_height(ui, view, left) : 0;
    const float window = two ? std::max(220.0F, rest.h - margin - words) : 452;
    const float hero = view.hero ? words + window : 300;
    const float week = strip_height(ui, week_strip(view), right);
    const float team = view.team ? strip_height(ui, team_strip(*view.team), right) + 16 : 0;
    const float side = week + 16 + team + next_height(ui, view, right);
    const float content = (two ? std::max(hero, side) : hero + 16 + side) + margin;
    const Rect inner =
        ui.begin_scroll("home", {rest.x - margin, rest.y - 4, rest.w + 2 * margin, rest.h + 4}, content + 4);
    Rect place{rest.x, inner.y + 4, rest.w, content};
    const Rect first = two ? Rect{place.x, place.y, left, hero} : cut_top(place, hero, 16);
    if (view.hero)
        keep(action, draw_hero(ui, cache, first, view));
    else
        draw_empty(ui, first);
    if (two) cut_left(place, left, 24);
    draw_week(ui, cut_top(place, week, 16), view);
    if (view.team) draw_team(ui, cut_top(place, team - 16, 16), *view.team);
    keep(action, draw_next(ui, place, view));
    ui.end_scroll();
    return action;
}

}  // namespace touchstone::game
