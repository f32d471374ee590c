// SPDX-License-Identifier: Apache-2.0
#include "game/ui/keyboard.h"

#include <array>

#include "engine/basics/utf8.h"

namespace touchstone::game {
namespace {

struct Layout {
    const char* language;
    std::array<const char*, 4> rows;
};
constexpr Layout layouts[] = {{"en", {"qwertyuiop", "asdfghjkl'", "zxcvbnm-", ""}},
                              {"pl", {"ąćęłńóśźż", "qwertyuiop", "asdfghjkl'", "zxcvbnm-"}},
                              {"et", {"qwertyuiopü", "asdfghjklõä", "zxcvbnmöšž-", ""}},
                              {"ru", {"йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю-", ""}},
                              {"address", {"1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm.:/"}}};

const Layout& layout_of(const std::string& language) {
    for (const Layout& layout : layouts)
        if (language == layout.language) return layout;
    return layouts[0];
}

constexpr float key_height = 60, gap = 6;  // twelve Cyrillic keys of 56 dp fit 752
constexpr float narrow = 700, narrow_gap = 4;

std::size_t rows_of(const Layout& layout) { return layout.rows[3][0] == '\0' ? 3 : 4; }

/// What a key shows.
struct KeyFace {
    std::string label;
    icon::Code code = 0;
    bool chosen = false;
    TextStyle style = type::letter;
};

bool key_button(Ui& ui, const std::string& id, const Rect& rect, const std::string& name,
                const KeyFace& face) {
    const Theme& theme = ui.theme();
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    ui.canvas().fill(
        rect,
        face.chosen ? theme.tint : mix(theme.outlined ? theme.surface : theme.sunk, theme.tint_border, press),
        14);
    if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 14);
    if (face.code != 0)
        ui.canvas().icon(rect.centre(), 28, face.code, theme.ink2);
    else
        ui.text_middle(face.label, face.style, rect, theme.ink, Align::centre);
    focus_ring(ui, id, rect, 14);
    Node node{Role::key, id, name, "", rect};
    node.selected = face.chosen;
    return ui.node(node);
}

std::optional<std::string> letters(Ui& ui, const Rect& row, const std::string& text, bool shifted) {
    std::optional<std::string> pressed;
    const auto count = static_cast<float>(count_code_points(text));
    const float between = row.w < narrow ? narrow_gap : gap;
    const float width = std::min(84.0F, (row.w - between * (count - 1)) / count);
    float x = row.x + (row.w - count * width - (count - 1) * between) / 2;
    for (std::size_t at = 0; at < text.size(); x += width + between) {
        const std::size_t start = at;
        next_code_point(text, at);
        const std::string plain = text.substr(start, at - start), letter = shifted ? capital(plain) : plain;
        if (key_button(ui, "key/" + plain, {x, row.y, width, row.h}, letter, {letter})) pressed = letter;
    }
    return pressed;
}

}  // namespace

float keyboard_height(const std::string& language, Keys keys) {
    const std::size_t rows = rows_of(layout_of(language)) + (keys == Keys::words ? 2 : 1);
    return static_cast<float>(rows) * (key_height + gap) - gap;
}

std::optional<std::string> keyboard(Ui& ui, const Rect& rect, const std::string& language, bool shifted,
                                    Keys keys) {
    std::optional<std::string> pressed;
    Rect rest = rect;
    const Layout& layout = layout_of(language);
    if (keys == Keys::words)
        if (auto digit = letters(ui, cut_top(rest, key_height, gap), "1234567890", false)) pressed = digit;
    for (std::size_t i = 0; i < rows_of(layout); ++i)
        if (auto letter = letters(ui, cut_top(rest, key_height, gap), layout.rows[i], shifted))
            pressed = letter;
    Rect row = cut_top(rest, key_height);
    const bool address = language == "address";
    if (!address && key_button(ui, "key/shift", cut_left(row, 96, gap), ui.tr("keyboard", "Capital letter"),
                               {"", icon::shift, shifted}))
        pressed = "shift";
    if (key_button(ui, "key/backspace", cut_right(row, 96, gap), ui.tr("keyboard", "Delete"),
                   {"", icon::backspace, false}))
        pressed = "backspace";
    if (keys == Keys::words)
        for (const char* mark : {"?", ".", ","})
            if (key_button(ui, std::string("key/") + mark, cut_right(row, 64, gap), mark, {mark}))
                pressed = mark;
    const std::string space = ui.tr("keyboard", "space");
    if (!address && key_button(ui, "key/space", row, space, {space, 0, false, type::label})) pressed = " ";
    return pressed;
}

std::optional<std::string> digit_pad(Ui& ui, const Rect& rect) {
    std::optional<std::string> pressed;
    const float w = (rect.w - 24) / 3, h = (rect.h - 36) / 4;
    constexpr const char* keys[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "backspace"};
    for (int i = 0; i < 12; ++i) {
        const std::string key = keys[i];
        if (key.empty()) continue;
        const Rect place{rect.x + static_cast<float>(i % 3) * (w + 12),
                         rect.y + static_cast<float>(i / 3) * (h + 12), w, h};
        const bool erase = key == "backspace";
        KeyFace face{erase ? "" : key, erase ? icon::backspace : icon::Code{0}, false, type::key};
        if (key_button(ui, "digit/" + key, place, erase ? ui.tr("keyboard", "Delete") : key, face))
            pressed = key;
    }
    return pressed;
}

void text_field(Ui& ui, const Rect& rect, const std::string& label, const std::string& text,
                const std::string& hint) {
    const Theme& theme = ui.theme();
    ui.canvas().fill(rect, theme.surface, 18);
    ui.canvas().frame(rect, theme.primary, 3, 18);
    const float width = ui.width_of(text, type::title);
    const Rect inner = rect.inset(24, 0);
    ui.canvas().push_clip(inner.inset(-8, 0));
    const float shift = std::max(0.0F, width - inner.w + 6);
    if (text.empty())
        ui.text_middle(hint, type::body, {inner.x + 8, inner.y, inner.w, inner.h}, theme.ink3);
    else
        ui.canvas().text({inner.x - shift, rect.centre().y + ui.fonts().em(type::title) * 0.36F}, type::title,
                         text, theme.ink);
    const float caret = ui.fonts().em(type::title) * 1.2F;
    ui.canvas().fill({inner.x + width - shift + 2, rect.centre().y - caret / 2, 2.5F, caret}, theme.primary);
    ui.canvas().pop_clip();
    ui.node({Role::field, "field", label, text, rect});
}

std::string edited(const std::string& text, const std::string& key, std::size_t most) {
    if (key == "backspace") {
        std::size_t last = 0;
        for (std::size_t at = 0; at < text.size();) {
            last = at;
            next_code_point(text, at);
        }
        return text.substr(0, last);
    }
    if (!is_valid_utf8(key) || count_code_points(text) + count_code_points(key) > most) return text;
    if (key == " " && (text.empty() || text.back() == ' ')) return text;
    return text + key;
}

std::string capital(const std::string& letter) {
    std::size_t at = 0;
    const char32_t code = next_code_point(letter, at);
    std::string out;
    const bool low_cyrillic = code >= 0x430 && code <= 0x44F, latin = code >= 'a' && code <= 'z',
               latin1 = code >= 0xE0 && code <= 0xFE && code != 0xF7;
    if (latin || low_cyrillic || latin1)
        append_code_point(out, code - 32);
    else if (code == 0x451)
        append_code_point(out, 0x401);
    else if (code >= 0x100 && code <= 0x137)
        append_code_point(out, code & ~char32_t{1});
    else if (code >= 0x139 && code <= 0x148)
        append_code_point(out, code % 2 == 0 ? code - 1 : code);
    else if (code >= 0x14A && code <= 0x177)
        append_code_point(out, code & ~char32_t{1});
    else if (code >= 0x179 && code <= 0x17E)
        append_code_point(out, code % 2 == 0 ? code - 1 : code);
    else
        return letter;
    return out;
}

}  // namespace touchstone::game
