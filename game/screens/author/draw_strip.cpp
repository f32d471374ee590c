// SPDX-License-Identifier: Apache-2.0
#include "game/screens/author/author_view.h"

namespace touchstone::game {
namespace {

constexpr float side = 16, least_height = 76, around = 84;  // icon, chevron and the room beside them

/// Everything laid out, so that measuring and drawing agree.
struct Strip {
    TextBlock words, line;
    float status_width = 0, tools = 0;

    Strip(const Ui& ui, const StripView& view) {
        const float width = ui.size().w - 2 * side;
        tools = view.path.empty() ? 0 : 2 * (icon_button_side + 8) + 8;
        const float most = view.path.empty() && view.status.detail.empty() ? width - around : width * 0.32F - around;
        words = ui.layout(view.status.words, type::label, most);
        status_width = words.width + around;
        line = ui.layout(text_of(view), type::caption, width - tools - status_width - 20);
    }
    /// What is wrong comes before where play stands.
    static std::string text_of(const StripView& view) {
        std::string text = view.status.detail;
        for (const std::string& more : {view.path, view.state})
            if (!more.empty()) text += (text.empty() ? "" : "\n") + more;
        return text;
    }
    float height() const { return std::max({least_height, words.height + 32, line.height + 24}); }
};

}  // namespace

float strip_height(const Ui& ui, const StripView& view) { return Strip(ui, view).height(); }

StripAction draw_strip(Ui& ui, const Rect& rect, const StripView& view) {
    const Theme& theme = ui.theme();
    const Strip strip(ui, view);
    StripAction action = StripAction::none;
    ui.canvas().fill(rect, theme.surface);
    ui.canvas().line({{rect.x, rect.y}, {rect.right(), rect.y}}, theme.line, theme.outlined ? 2.0F : 1.0F);
    Rect row = rect.inset(side, 10);
    const Rect status = cut_left(row, strip.status_width, 20);
    const float press = ui.animate("strip#press", ui.is_pressed("desk") ? 1.0F : 0.0F, 80);
    ui.canvas().fill(status, mix(tint_of(ui, view.status.tint), theme.tint, press * 0.5F), 18);
    if (theme.outlined) ui.canvas().frame(status, theme.line, 2, 18);
    ui.canvas().icon({status.x + 26, status.centre().y}, 24, view.status.code, text_of(ui, view.status.tint));
    ui.draw(strip.words,
            {status.x + 46, status.centre().y - strip.words.height / 2, strip.words.width + 2, strip.words.height},
            text_of(ui, view.status.tint));
    ui.canvas().icon({status.right() - 22, status.centre().y}, 24,
                     view.at_desk ? icon::chevron_down : icon::chevron_up, text_of(ui, view.status.tint));
    focus_ring(ui, "desk", status, 18);
    Node node{Role::button, "desk", view.status.words, "", status};
    node.value = view.at_desk ? ui.tr("author", "Back to the scene") : ui.tr("author", "To the desk");
    if (ui.node(node)) action = StripAction::desk;
    if (strip.tools > 0) {
        Rect tools = cut_right(row, strip.tools, 0);
        const auto tool = [&] {
            const Rect slot = cut_right(tools, icon_button_side, 8);
            return Rect{slot.x, rect.centre().y - icon_button_side / 2, slot.w, icon_button_side};
        };
        if (icon_button(ui, "again", tool(), icon::restart, ui.tr("author", "From the start again")))
            action = StripAction::again;
        if (view.can_take_back &&
            icon_button(ui, "take-back", tool(), icon::undo, ui.tr("author", "One step back")))
            action = StripAction::take_back;
    }
    const Rect place{row.x, rect.centre().y - strip.line.height / 2, row.w, strip.line.height};
    ui.draw(strip.line, place, theme.ink2);
    const std::string said = Strip::text_of(view);
    if (!said.empty()) ui.node({Role::status, "strip", said, "", place});
    return action;
}

}  // namespace touchstone::game
