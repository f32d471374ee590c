// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/labels.h"
#include "game/screens/map/map_view.h"

namespace touchstone::game {
namespace {

constexpr TextStyle level_number{Face::semibold, 22, 1.2F, 0, true};

/// How wide the names and the numbers are, so that all tracks begin and end alike.
struct Columns {
    float name = 0, value = 0;
    bool stacked = false;  // the track under the name
};
Columns columns_of(const Ui& ui, const MapView& view, float width) {
    Columns columns;
    for (const MapView::Row& row : view.rows) {
        columns.name = std::max(columns.name, ui.width_of(row.name, type::body_strong));
        if (row.mark) columns.value = std::max(columns.value, ui.width_of(row.value, level_number));
    }
    columns.value = std::max(columns.value, 44.0F);
    columns.stacked = width - 32 - 44 - 16 - columns.name - 20 - columns.value - 20 < 220;
    return columns;
}

float row_height_of(const Ui& ui, const MapView& view, float width) {
    const Columns columns = columns_of(ui, view, width);
    if (!columns.stacked) return std::max(72.0F, ui.line_height(type::body_strong) + 32);
    float name = 0;
    for (const MapView::Row& row : view.rows)
        name = std::max(name,
                        ui.layout(row.name, type::body_strong, width - 32 - 60 - columns.value - 12).height);
    return name + 8 + 20 + 28;
}

bool draw_row(Ui& ui, const Rect& rect, const MapView& view, std::size_t i) {
    const Theme& theme = ui.theme();
    const MapView::Row& row = view.rows[i];
    const bool chosen = i == view.chosen;
    const std::string id = "behaviour/" + std::to_string(i);
    if (chosen) {
        ui.canvas().fill(rect, theme.tint, 18);
        ui.canvas().frame(rect, theme.outlined ? theme.line : theme.primary, theme.outlined ? 4.0F : 3.0F, 18);
    }
    const Columns columns = columns_of(ui, view, rect.w);
    Rect inner = rect.inset(16, 0);
    const Rect tile{inner.x, columns.stacked ? inner.y + 14 : inner.centre().y - 22, 44, 44};
    ui.canvas().fill(tile, chosen ? theme.primary : theme.sunk, 14);
    ui.canvas().icon(tile.centre(), 24, row.code, chosen ? theme.on_primary : theme.ink2);
    cut_left(inner, 60);
    Rect track = inner;
    if (columns.stacked) {
        inner = {inner.x, rect.y + 14, inner.w, rect.h - 28};
        track = cut_bottom(inner, 20);
        inner.w -= row.mark ? columns.value + 12 : 0;
        ui.text(row.name, type::body_strong, inner, theme.ink);
        if (row.mark)
            ui.text_middle(row.value, level_number, {track.right() - columns.value, inner.y, columns.value, inner.h},
                           theme.ink, Align::right);
    } else {
        ui.text_middle(row.name, type::body_strong, cut_left(track, columns.name + 1, 20), theme.ink);
        const Rect value = cut_right(track, columns.value, 20);
        if (row.mark) ui.text_middle(row.value, level_number, value, theme.ink, Align::right);
    }
    if (row.mark)
        mastery_track(ui, track, *row.mark);
    else
        ui.text_middle(row.value, type::caption, track, theme.ink2);
    focus_ring(ui, id, rect, 18);
    Node node{Role::choice, id, row.name, row.mark ? row.value + ", " + row.words : row.words, rect};
    node.selected = chosen;
    return ui.node(node);
}

/// The card with the seven rows, as a picture.
class Rows {
public:
    Rows(Ui& ui, const MapView& view) : ui_(ui), view_(view) {}
    float height(float width) const { return rows_height(width - 32) + legend_height(width) + 32; }
    MapAction draw(Rect rect) {
        MapAction action;
        card(ui_, rect);
        const Rect inner = rect.inset(16, 16);
        Rect rows = inner;
        const Rect legend = cut_bottom(rows, legend_height(rect.w)).inset(16, 0);
        const float each = row_height_of(ui_, view_, rows.w);
        const float spare = std::max(0.0F, rows.h - rows_height(rows.w)) / 7;
        for (std::size_t i = 0; i < view_.rows.size(); ++i)
            if (draw_row(ui_, cut_top(rows, each + std::min(spare, 14.0F)), view_, i))
                action = {MapAction::Kind::choose, i, Page::map};
        draw_legend(legend);
        return action;
    }

private:
    float rows_height(float width) const {
        return row_height_of(ui_, view_, width) * static_cast<float>(view_.rows.size());
    }
    float legend_height(float width) const {
        return 12 + mastery_legend(ui_, {0, 0, width - 64, 0}, view_.bands, false) +
               ui_.layout(view_.legend, type::caption, width - 64).height;
    }
    void draw_legend(Rect rect) {
        cut_top(rect, 12);
        cut_top(rect, mastery_legend(ui_, rect, view_.bands, true));
        ui_.text(view_.legend, type::caption, rect, ui_.theme().ink2);
        ui_.node({Role::text, "", view_.legend, joined(view_.bands), rect});
    }

    Ui& ui_;
    const MapView& view_;
};

/// The same as words, one under the other.
float list_height(const Ui& ui, const MapView& view, float width) {
    float height = 32;
    for (const MapView::Row& row : view.rows)
        height += row_height(ui, {row.name, row.mark ? row.value + " · " + row.words : row.words}, width - 32) + 8;
    return height;
}

MapAction draw_list(Ui& ui, Rect rect, const MapView& view) {
    MapAction action;
    card(ui, rect);
    rect = rect.inset(16, 16);
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const MapView::Row& row = view.rows[i];
        const RowWords words{row.name, row.mark ? row.value + " · " + row.words : row.words};
        if (row_button(ui, "behaviour/" + std::to_string(i), cut_top(rect, row_height(ui, words, rect.w), 8),
                       row.code, words, i == view.chosen))
            action = {MapAction::Kind::choose, i, Page::map};
    }
    return action;
}

/// What is known of the chosen behaviour; with `draws` false it only measures. Where the place has a height,
/// the button stands at its foot and as many changes are told as fit above.
class Detail {
public:
    Detail(Ui& ui, const MapView& view, Rect place, bool draws)
        : ui_(ui),
          view_(view),
          row_(view.rows[view.chosen]),
          rest_(place),
          draws_(draws),
          foot_(place.h > 0 ? place.bottom() - button_room : 0) {}

    float run(MapAction& action) {
        const float top = rest_.y;
        cut_top(rest_, 24);
        head();
        if (!view_.course.empty()) course();
        moved();
        button(action);
        cut_top(rest_, 24);
        return rest_.y - top;
    }

private:
    static constexpr float button_room = 8 + primary_height + 24;

    Rect line(float height, float gap) { return cut_top(rest_, height, gap).inset(28, 0); }
    void head() {
        const float room = rest_.w - 56;
        const float number = row_.mark ? ui_.width_of(row_.value, type::display) + 12 : 0;
        const TextBlock name = ui_.layout(row_.name, type::title, room - number),
                        words = ui_.layout(row_.words, type::small, room - number);
        const float height = std::max(name.height + 2 + words.height, row_.mark ? ui_.line_height(type::display) : 0);
        const Rect rect = line(height, 16);
        if (!draws_) return;
        ui_.draw(name, {rect.x, rect.y, room - number, name.height}, ui_.theme().ink);
        ui_.draw(words, {rect.x, rect.y + name.height + 2, room - number, words.height}, ui_.theme().ink2);
        if (row_.mark) ui_.text(row_.value, type::display, rect, ui_.theme().primary, Align::right);
        ui_.node({Role::heading, "detail", row_.name, row_.words, rect});
    }
    void course() {
        const Rect rect = line(76, 16);
        if (draws_) sparkline(ui_, rect, view_.course, view_.course_label);
    }
    void moved() {
        const Rect title = line(ui_.line_height(type::label), 12);
        if (draws_) {
            ui_.text_middle(view_.moved_title, type::label, title, ui_.theme().ink);
            ui_.node({Role::heading, "", view_.moved_title, "", title});
        }
        for (const MapView::Moved& one : view_.moved) entry(one);
        if (!view_.moved.empty()) return;
        const TextBlock words = ui_.layout(view_.nothing_yet, type::body, rest_.w - 56);
        const Rect rect = line(words.height, 16);
        if (!draws_) return;
        ui_.draw(words, rect, ui_.theme().ink2);
        ui_.node({Role::text, "", view_.nothing_yet, "", rect});
    }
    void entry(const MapView::Moved& one) {
        const float badge = std::max(60.0F, ui_.width_of(one.change, type::number) + 20);
        const float room = rest_.w - 56 - badge - 16;
        const TextBlock title = ui_.layout(one.title, type::label_light, room),
                        where = ui_.layout(one.line, type::caption, room);
        const float height = std::max(40.0F, title.height + where.height);
        if (foot_ > 0 && rest_.y + height > foot_) {
            rest_.y = foot_;
            return;
        }
        const Rect rect = line(height, 14);
        if (!draws_) return;
        const Theme& theme = ui_.theme();
        const Rect chip{rect.x, rect.y + 2, badge, std::max(36.0F, ui_.line_height(type::number) + 8)};
        ui_.canvas().fill(chip, one.up ? theme.ok_tint : theme.bad_tint, 12);
        if (theme.outlined) ui_.canvas().frame(chip, theme.line, 2, 12);
        ui_.text_middle(one.change, type::number, chip, one.up ? theme.ok : theme.bad, Align::centre);
        ui_.draw(title, {rect.x + badge + 16, rect.y, room, title.height}, theme.ink);
        ui_.draw(where, {rect.x + badge + 16, rect.y + title.height, room, where.height}, theme.ink2);
        ui_.node({Role::text, "", one.change + " " + one.title, one.line, rect});
    }
    void button(MapAction& action) {
        if (foot_ > 0) rest_.y = foot_;
        cut_top(rest_, 8);
        const Rect rect = line(primary_height, 0);
        if (draws_ && primary_button(ui_, "practise", rect, view_.practise, {icon::play, false, true, "enter"}))
            action.kind = MapAction::Kind::practise;
    }

    Ui& ui_;
    const MapView& view_;
    const MapView::Row& row_;
    Rect rest_;
    bool draws_;
    float foot_;  // where the button's room begins; 0: below all
};

}  // namespace

MapAction draw_map(Ui& ui, const MapView& view) {
    MapAction action;
    const NavAction nav = draw_nav(ui, Page::map);
    if (nav.lock) action.kind = MapAction::Kind::people;
    if (nav.page) action = {MapAction::Kind::page, 0, *nav.page};
    const PageHeaderAction header = draw_page_header(ui, view.header);
    if (header == PageHeaderAction::sync) action.kind = MapAction::Kind::sync;
    if (header == PageHeaderAction::list) action.kind = MapAction::Kind::list;
    const Rect rest = page_rect(ui);
    const bool two = !ui.portrait();
    const float left = two ? (rest.w - 24) * 0.6F : rest.w, right = two ? rest.w - 24 - left : rest.w;
    MapAction ignored;
    const float wanted = view.header.as_list ? list_height(ui, view, left) : Rows(ui, view).height(left);
    const float first = two ? std::max(wanted, rest.h - margin) : wanted;
    const float least = ui.line_height(type::display) + 300;
    const float second = two ? std::max({first, rest.h - margin, least})
                             : Detail(ui, view, {0, 0, right, 0}, false).run(ignored);
    const float content = (two ? std::max(first, second) : first + 16 + second) + margin;
    const Rect inner =
        ui.begin_scroll("map", {rest.x - margin, rest.y - 4, rest.w + 2 * margin, rest.h + 4}, content + 4);
    const Rect rows{rest.x, inner.y + 4, left, first};
    const MapAction fired = view.header.as_list ? draw_list(ui, rows, view) : Rows(ui, view).draw(rows);
    const Rect side = two ? Rect{rest.x + left + 24, inner.y + 4, right, second}
                          : Rect{rest.x, inner.y + 4 + first + 16, right, second};
    card(ui, side);
    Detail(ui, view, side, true).run(action);
    ui.end_scroll();
    if (fired.kind != MapAction::Kind::none) action = fired;
    return action;
}

}  // namespace touchstone::game
