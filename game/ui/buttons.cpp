// SPDX-License-Identifier: Apache-2.0
#include "game/ui/widgets.h"

namespace touchstone::game {
namespace {

struct Label {
    TextStyle style;
    float icon_size;
    Colour colour;
};

/// A word and an icon, centred together.
void centred(Ui& ui, const Rect& rect, const std::string& words, const ButtonLook& look, const Label& label) {
    const float icon_room = look.icon ? label.icon_size + 12 : 0;
    const TextBlock block = ui.layout(words, label.style, rect.w - icon_room - 16);
    const float width = block.width + icon_room;
    const float left = rect.x + (rect.w - width) / 2;
    const float text_left = look.icon && !look.icon_after ? left + icon_room : left;
    ui.draw(block, {text_left, rect.y + (rect.h - block.height) / 2, block.width, block.height},
            label.colour);
    if (!look.icon) return;
    const float icon_x =
        look.icon_after ? left + block.width + 12 + label.icon_size / 2 : left + label.icon_size / 2;
    ui.canvas().icon({icon_x, rect.centre().y}, label.icon_size, *look.icon, label.colour);
}

float press_of(Ui& ui, const std::string& id) {
    return ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
}

Node button_node(const std::string& id, const Rect& rect, const std::string& label, const ButtonLook& look) {
    Node node{Role::button, id, label, "", rect};
    node.enabled = look.enabled;
    node.shortcut = look.shortcut;
    return node;
}

}  // namespace

float primary_width(const Ui& ui, const std::string& label, bool with_icon) {
    return ui.width_of(label, type::primary) + (with_icon ? 36.0F : 0.0F) + 64;
}

float second_width(const Ui& ui, const std::string& label, bool with_icon) {
    return ui.width_of(label, type::button) + (with_icon ? 36.0F : 0.0F) + 48;
}

bool primary_button(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
                    const ButtonLook& look) {
    const Theme& theme = ui.theme();
    const float press = press_of(ui, id);
    if (!look.enabled) {
        ui.canvas().fill(rect, theme.sunk, 20);
        if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 20);
        centred(ui, rect, label, look, {type::primary, 24, theme.ink3});
    } else {
        const Rect face = rect.moved(0, 2 * press);
        if (!theme.outlined) {
            const Colour glow = theme.shadow_strength > 1 ? theme.shadow : rgb(0x0B5C63);
            ui.canvas().shadow(rect, 20, 8, 18, faded(glow, 0.28F * (1 - 0.5F * press)));
            ui.canvas().fill(rect.moved(0, 2), theme.pressed, 20);
        }
        ui.canvas().fill(face, mix(theme.primary, theme.pressed, press), 20);
        centred(ui, face, label, look, {type::primary, 24, theme.on_primary});
    }
    focus_ring(ui, id, rect, 20);
    return ui.node(button_node(id, rect, label, look));
}

bool second_button(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
                   const ButtonLook& look) {
    const Theme& theme = ui.theme();
    const float press = press_of(ui, id);
    ui.canvas().fill(rect, mix(theme.surface, theme.tint, press), 18);
    ui.canvas().frame(rect, look.enabled ? theme.outline : theme.line, 2, 18);
    centred(ui, rect, label, look,
            {type::button, 24, look.enabled ? (theme.outlined ? theme.ink : theme.primary) : theme.ink3});
    focus_ring(ui, id, rect, 18);
    return ui.node(button_node(id, rect, label, look));
}

bool text_button(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
                 const ButtonLook& look) {
    const Theme& theme = ui.theme();
    ui.canvas().fill(rect, faded(theme.tint, press_of(ui, id)), 16);
    centred(ui, rect, label, look, {type::label, 24, look.enabled ? theme.primary : theme.ink3});
    focus_ring(ui, id, rect, 16);
    Node node = button_node(id, rect, label, look);
    node.role = Role::link;
    return ui.node(node);
}

bool icon_button(Ui& ui, const std::string& id, const Rect& rect, icon::Code code, const std::string& label,
                 const std::string& shortcut) {
    const Theme& theme = ui.theme();
    lift(ui, rect, 18, Lift::choice);
    ui.canvas().fill(rect, mix(theme.surface, theme.sunk, press_of(ui, id)), 18);
    if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 18);
    ui.canvas().icon(rect.centre(), 24, code, theme.ink2);
    focus_ring(ui, id, rect, 18);
    Node node{Role::button, id, label, "", rect};
    node.shortcut = shortcut;
    return ui.node(node);
}

void read_button(Ui& ui, Rect& row) {
    if (!ui.offers_reading()) return;
    const Rect place = cut_right(row, icon_button_side, 12);
    const Rect rect{place.x, place.centre().y - icon_button_side / 2, icon_button_side, icon_button_side};
    if (icon_button(ui, "read-aloud", rect, icon::speaker, ui.tr("header", "Read aloud"))) ui.ask_to_read();
}

std::optional<std::size_t> segments(Ui& ui, const std::string& id, const Rect& rect,
                                    const std::vector<std::string>& labels, std::size_t chosen) {
    const Theme& theme = ui.theme();
    ui.canvas().fill(rect, theme.sunk, 16);
    if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 16);
    const float width = (rect.w - 8) / static_cast<float>(labels.size());
    std::optional<std::size_t> fired;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Rect place{rect.x + 4 + width * static_cast<float>(i), rect.y, width, rect.h};
        const std::string part = id + "/" + std::to_string(i);
        if (i == chosen) {
            lift(ui, place.inset(0, 4), 12, Lift::choice);
            ui.canvas().fill(place.inset(0, 4), theme.outlined ? theme.primary : theme.surface, 12);
        }
        const Colour ink = i != chosen ? theme.ink2 : theme.outlined ? theme.on_primary : theme.primary;
        ui.text_middle(labels[i], type::label, place.inset(4, 0), ink, Align::centre);
        focus_ring(ui, part, place.inset(0, 4), 12);
        Node node{Role::tab, part, labels[i], "", place};
        node.selected = i == chosen;
        if (ui.node(node)) fired = i;
    }
    return fired;
}

bool toggle(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
            const std::string& hint, bool on, bool enabled) {
    const Theme& theme = ui.theme();
    Rect rest = rect;
    Rect place = cut_right(rest, 72, 16);
    const Rect track{place.x, rect.centre().y - 22, 72, 44};
    const float share = ui.animate(id + "#on", on ? 1.0F : 0.0F, 120);
    ui.canvas().fill(track, enabled ? mix(theme.control, theme.primary, share) : theme.line, 22);
    const Point knob{lerp(track.x + 22, track.right() - 22, share), track.centre().y};
    ui.canvas().disc(knob, 18, theme.surface);
    ui.canvas().icon(knob, 22, on ? icon::check : icon::close, on ? theme.primary : theme.ink3);
    const TextBlock title = ui.layout(label, type::body_strong, rest.w),
                    line = ui.layout(hint, type::caption, rest.w);
    const float top = rect.centre().y - (title.height + line.height) / 2;
    ui.draw(title, {rest.x, top, rest.w, title.height}, enabled ? theme.ink : theme.ink3);
    ui.draw(line, {rest.x, top + title.height, rest.w, line.height}, theme.ink2);
    focus_ring(ui, id, rect, 14);
    Node node{Role::toggle, id, label, hint, rect};
    node.selected = on;
    node.enabled = enabled;
    return ui.node(node);
}

float row_height(const Ui& ui, const RowWords& words, float width) {
    const float room = width - 52 - 16 - 16 - 16 - 40;
    return std::max(84.0F, ui.layout(words.title, type::body_strong, room).height +
                               ui.layout(words.line, type::caption, room).height + 32);
}

bool row_button(Ui& ui, const std::string& id, const Rect& rect, icon::Code code, const RowWords& words,
                bool tinted) {
    const Theme& theme = ui.theme();
    lift(ui, rect, 20, Lift::choice);
    ui.canvas().fill(rect, mix(theme.surface, theme.sunk, press_of(ui, id)), 20);
    if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 20);
    const Rect tile{rect.x + 16, rect.centre().y - 26, 52, 52};
    ui.canvas().fill(tile, tinted ? theme.tint : theme.sunk, 14);
    ui.canvas().icon(tile.centre(), 28, code, tinted ? theme.primary : theme.ink2);
    ui.canvas().icon({rect.right() - 34, rect.centre().y}, 24, icon::chevron_right, theme.ink2);
    const float left = tile.right() + 16, room = rect.w - 52 - 16 - 16 - 16 - 40;
    const TextBlock title = ui.layout(words.title, type::body_strong, room),
                    line = ui.layout(words.line, type::caption, room);
    const float top = rect.centre().y - (title.height + line.height) / 2;
    ui.draw(title, {left, top, room, title.height}, theme.ink);
    ui.draw(line, {left, top + title.height, room, line.height}, theme.ink2);
    focus_ring(ui, id, rect, 20);
    return ui.node({Role::button, id, words.title, words.line, rect});
}

namespace {

icon::Code icon_of(SyncPill::State state) {
    switch (state) {
        case SyncPill::State::saved:
            return icon::save;
        case SyncPill::State::syncing:
            return icon::cloud_sync;
        case SyncPill::State::up_to_date:
            return icon::cloud_done;
        case SyncPill::State::offline:
            return icon::cloud_off;
        case SyncPill::State::needs_help:
            break;
    }
    return icon::problem;
}

}  // namespace

float sync_pill_width(const Ui& ui, const SyncPill& pill, bool short_form) {
    return short_form ? icon_button_side : ui.width_of(pill.words, type::label) + 62;
}

bool sync_pill(Ui& ui, const std::string& id, const Rect& rect, const SyncPill& pill, bool short_form) {
    const Theme& theme = ui.theme();
    lift(ui, rect, 18, Lift::choice);
    ui.canvas().fill(rect, mix(theme.surface, theme.sunk, press_of(ui, id)), 18);
    if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 18);
    const Colour tone = pill.state == SyncPill::State::needs_help   ? theme.bad
                        : pill.state == SyncPill::State::up_to_date ? theme.ok
                                                                    : theme.ink2;
    ui.canvas().icon({short_form ? rect.centre().x : rect.x + 26, rect.centre().y}, 24, icon_of(pill.state),
                     tone);
    if (!short_form)
        ui.text_middle(pill.words, type::label, {rect.x + 44, rect.y, rect.w - 60, rect.h}, theme.ink2);
    focus_ring(ui, id, rect, 18);
    return ui.node({Role::button, id, pill.words, "", rect});
}

}  // namespace touchstone::game
