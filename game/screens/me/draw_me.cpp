// SPDX-License-Identifier: Apache-2.0
#include "game/screens/me/me_view.h"

namespace touchstone::game {
namespace {

constexpr float pad = 24;

/// One column of cards; with `draws` false it only measures.
class MeColumn {
public:
    MeColumn(Ui& ui, const MeView& view, Rect place, bool draws)
        : ui_(ui), view_(view), rest_(place), draws_(draws) {}
    float used() const { return rest_.y; }

    void figures() {
        const float height = figures_height();
        const Rect rect = cut_top(rest_, height, 16);
        if (!draws_) return;
        card(ui_, rect);
        Rect inner = rect.inset(pad, pad);
        const TextBlock hint = ui_.layout(view_.figures_hint, type::caption, inner.w);
        const Rect foot = cut_bottom(inner, hint.height, 16);
        const float width = (inner.w - 16) / 2, each = figure_height(width);
        for (std::size_t i = 0; i < view_.figures.size(); ++i) {
            const Rect place{inner.x + (width + 16) * static_cast<float>(i % 2),
                             inner.y + (each + 12) * static_cast<float>(i / 2), width, each};
            figure(place, view_.figures[i]);
        }
        ui_.draw(hint, foot, ui_.theme().ink2);
        ui_.node({Role::text, "", view_.figures_hint, "", foot});
    }
    void bests() {
        const TextBlock none = ui_.layout(view_.bests_none, type::body, rest_.w - 2 * pad);
        Rect inner = list(view_.bests_title, view_.bests, view_.bests.empty() ? none.height : 0);
        if (!draws_ || !view_.bests.empty()) return;
        ui_.draw(none, inner, ui_.theme().ink2);
        ui_.node({Role::text, "", view_.bests_none, "", inner});
    }
    void thanks() {
        if (!view_.thanks.empty()) list(view_.thanks_title, view_.thanks, 0);
    }
    /// An idea, thanks to a colleague, and what was written before.
    MeAction::Kind say() {
        const float buttons = 2 * second_height + 12;
        const Rect inner = list(view_.say_title, view_.said, buttons);
        MeAction::Kind fired = MeAction::Kind::none;
        if (!draws_) return fired;
        const float width = std::min(
            inner.w, std::max(second_width(ui_, view_.idea, true), second_width(ui_, view_.kudos, true)));
        const Rect idea{inner.x, inner.y, width, second_height};
        if (second_button(ui_, "idea", idea, view_.idea, {icon::bulb, false, true, ""}))
            fired = MeAction::Kind::idea;
        if (second_button(ui_, "kudos", idea.moved(0, second_height + 12), view_.kudos,
                          {icon::heart, false, true, ""}))
            fired = MeAction::Kind::kudos;
        return fired;
    }
    void badges() {
        float height = pad + heading_height(view_.badges_title, view_.badges_hint) + pad;
        for (const MeView::Badge& badge : view_.badges) height += badge_height(badge) + 8;
        const Rect rect = cut_top(rest_, height, 16);
        if (!draws_) return;
        card(ui_, rect);
        Rect inner = rect.inset(pad, pad);
        heading(inner, view_.badges_title, view_.badges_hint);
        for (const MeView::Badge& one : view_.badges) badge(cut_top(inner, badge_height(one), 8), one);
    }
    MeAction::Kind seen() {
        const float room = rest_.w - 2 * pad - 36;
        float height = pad + heading_height(view_.seen_title, {}) + 16 + 2 * second_height + 12 + pad;
        for (const std::string& sentence : view_.seen)
            height += ui_.layout(sentence, type::body, room).height + 10;
        const Rect rect = cut_top(rest_, height, 16);
        if (!draws_) return MeAction::Kind::none;
        card(ui_, rect);
        Rect inner = rect.inset(pad, pad);
        heading(inner, view_.seen_title, {});
        for (std::size_t i = 0; i < view_.seen.size(); ++i) {
            const TextBlock words = ui_.layout(view_.seen[i], type::body, room);
            const Rect row = cut_top(inner, words.height, 10);
            const bool hidden = i + 1 == view_.seen.size();
            ui_.canvas().icon({row.x + 12, row.y + ui_.line_height(type::body) / 2}, 22,
                              hidden ? icon::lock : icon::eye, ui_.theme().primary);
            ui_.draw(words, {row.x + 36, row.y, room, row.h}, ui_.theme().ink);
            ui_.node({Role::text, "", view_.seen[i], "", row});
        }
        cut_top(inner, 16);
        MeAction::Kind fired = MeAction::Kind::none;
        const float width = std::min(
            inner.w, std::max(second_width(ui_, view_.keep, true), second_width(ui_, view_.pin, true)));
        const Rect keep{inner.x, inner.y, width, second_height};
        if (second_button(ui_, "keep", keep, view_.keep, {icon::download, false, true, ""}))
            fired = MeAction::Kind::keep;
        if (second_button(ui_, "pin", keep.moved(0, second_height + 12), view_.pin,
                          {icon::lock, false, true, ""}))
            fired = MeAction::Kind::pin;
        return fired;
    }

private:
    /// A card with a heading and lines; the room of `more` below them.
    Rect list(const std::string& title, const std::vector<MeView::Best>& lines, float more) {
        float height = pad + heading_height(title, {}) + more + pad;
        for (const MeView::Best& one : lines) height += line_height(one) + 12;
        const Rect rect = cut_top(rest_, height, 16);
        if (!draws_) return {};
        card(ui_, rect);
        Rect inner = rect.inset(pad, pad);
        heading(inner, title, {});
        for (const MeView::Best& one : lines) line(cut_top(inner, line_height(one), 12), one);
        return inner;
    }
    float heading_height(const std::string& title, const std::string& hint) const {
        const float room = rest_.w - 2 * pad;
        return ui_.layout(title, type::body_strong, room).height +
               (hint.empty() ? 0 : ui_.layout(hint, type::caption, room).height) + 12;
    }
    void heading(Rect& inner, const std::string& title, const std::string& hint) {
        Rect rect = cut_top(inner, heading_height(title, hint));
        const TextBlock strong = ui_.layout(title, type::body_strong, rect.w);
        ui_.node({Role::heading, "", title, hint, rect});
        ui_.draw(strong, cut_top(rect, strong.height), ui_.theme().ink);
        if (!hint.empty()) ui_.text(hint, type::caption, rect, ui_.theme().ink2);
    }
    float figure_height(float width) const {
        float label = 0;
        for (const MeView::Figure& one : view_.figures)
            label = std::max(label, ui_.layout(one.label, type::caption, width - 24).height);
        return ui_.line_height(type::title) + label + 28;
    }
    float figures_height() const {
        const float room = rest_.w - 2 * pad;
        return pad + 2 * figure_height((room - 16) / 2) + 12 + 16 +
               ui_.layout(view_.figures_hint, type::caption, room).height + pad;
    }
    void figure(const Rect& rect, const MeView::Figure& one) {
        ui_.canvas().fill(rect, ui_.theme().sunk, 16);
        if (ui_.theme().outlined) ui_.canvas().frame(rect, ui_.theme().line, 2, 16);
        Rect inner = rect.inset(12, 12);
        ui_.text(one.value, type::title, cut_top(inner, ui_.line_height(type::title), 4),
                 ui_.theme().primary);
        ui_.text(one.label, type::caption, inner, ui_.theme().ink2);
        ui_.node({Role::status, "", one.value + " " + one.label, "", rect});
    }
    float line_height(const MeView::Best& best) const {
        const float room = rest_.w - 2 * pad;
        return ui_.layout(best.title, type::label_light, room).height +
               ui_.layout(best.line, type::caption, room).height;
    }
    void line(Rect rect, const MeView::Best& best) {
        const TextBlock title = ui_.layout(best.title, type::label_light, rect.w);
        ui_.node({Role::text, "", best.title, best.line, rect});
        ui_.draw(title, cut_top(rect, title.height), ui_.theme().ink);
        ui_.text(best.line, type::caption, rect, ui_.theme().ink2);
    }
    float badge_room() const { return rest_.w - 2 * pad - 60; }
    float badge_height(const MeView::Badge& badge) const {
        return std::max(52.0F, ui_.layout(badge.name, type::label, badge_room()).height +
                                   ui_.layout(badge.line, type::caption, badge_room()).height + 8);
    }
    void badge(const Rect& rect, const MeView::Badge& one) {
        const Theme& theme = ui_.theme();
        const Point middle{rect.x + 22, rect.centre().y};
        ui_.canvas().disc(middle, 22, one.gold ? theme.warn_tint : one.earned ? theme.primary : theme.sunk);
        if (one.gold) ui_.canvas().ring(middle, 20.5F, theme.warn, 3);
        ui_.canvas().icon(middle, 24, one.code,
                          one.gold     ? theme.warn
                          : one.earned ? theme.on_primary
                                       : theme.ink3);
        const TextBlock name = ui_.layout(one.name, type::label, badge_room()),
                        words = ui_.layout(one.line, type::caption, badge_room());
        const float top = rect.centre().y - (name.height + words.height) / 2;
        ui_.draw(name, {rect.x + 60, top, badge_room(), name.height}, theme.ink);
        ui_.draw(words, {rect.x + 60, top + name.height, badge_room(), words.height}, theme.ink2);
        Node node{Role::status, "", one.name, one.line, rect};
        node.selected = one.earned;
        ui_.node(node);
    }

    Ui& ui_;
    const MeView& view_;
    Rect rest_;
    bool draws_;
};

/// Both columns, or one under the other in portrait; how far down they reach, and what was fired.
std::pair<float, MeAction::Kind> columns(Ui& ui, const MeView& view, const Rect& place, bool draws) {
    const bool two = !ui.portrait();
    const float width = two ? (place.w - 24) / 2 : place.w;
    MeColumn left(ui, view, {place.x, place.y, width, 0}, draws);
    left.figures();
    left.thanks();
    left.bests();
    MeAction::Kind said = two ? left.say() : MeAction::Kind::none;
    const float top = two ? place.y : left.used();
    MeColumn right(ui, view, {two ? place.x + width + 24 : place.x, top, width, 0}, draws);
    if (two) {
        const MeAction::Kind fired = left.seen();
        right.badges();
        return {std::max(left.used(), right.used()) - place.y, fired != MeAction::Kind::none ? fired : said};
    }
    right.badges();
    said = right.say();
    const MeAction::Kind fired = right.seen();
    return {right.used() - place.y, fired != MeAction::Kind::none ? fired : said};
}

}  // namespace

MeAction draw_me(Ui& ui, const MeView& view) {
    MeAction action;
    const NavAction nav = draw_nav(ui, Page::me);
    if (nav.lock) action.kind = MeAction::Kind::people;
    if (nav.page) action = {MeAction::Kind::page, *nav.page};
    const PageHeaderAction header = draw_page_header(ui, view.header);
    if (header == PageHeaderAction::sync) action.kind = MeAction::Kind::sync;
    if (header == PageHeaderAction::settings) action.kind = MeAction::Kind::settings;
    const Rect rest = page_rect(ui);
    const float content = columns(ui, view, rest, false).first + margin;
    const Rect inner =
        ui.begin_scroll("me", {rest.x - margin, rest.y - 4, rest.w + 2 * margin, rest.h + 4}, content);
    const MeAction::Kind fired = columns(ui, view, {rest.x, inner.y + 4, rest.w, content}, true).second;
    if (fired != MeAction::Kind::none) action.kind = fired;
    ui.end_scroll();
    return action;
}

}  // namespace touchstone::game
