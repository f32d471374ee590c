// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "game/screens/writing/writing_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {
namespace {

/// What was written so far, its last lines where there is not room for all; the caret stands at its end.
void draw_page(Ui& ui, const Rect& rect, const WritingView& view) {
    const Theme& theme = ui.theme();
    ui.canvas().fill(rect, theme.surface, 18);
    ui.canvas().frame(rect, theme.primary, 3, 18);
    ui.node({Role::field, "field", view.question, view.text, rect});
    const Rect inner = rect.inset(24, 16);
    const TextBlock hint = ui.layout(view.placeholder, type::body, inner.w);
    if (view.text.empty() && hint.height <= inner.h) ui.draw(hint, inner, theme.ink3);
    TextBlock words = ui.layout(view.text, type::body, inner.w);
    const float line = ui.line_height(type::body);
    const auto room = static_cast<std::size_t>(std::max(1.0F, std::floor(inner.h / line)));
    if (words.lines.size() > room)
        words.lines.erase(words.lines.begin(), words.lines.end() - static_cast<std::ptrdiff_t>(room));
    words.height = line * static_cast<float>(words.lines.size());
    ui.canvas().push_clip(rect);
    ui.draw(words, inner, theme.ink);
    const bool gap = !view.text.empty() && view.text.back() == ' ';
    const float end = ui.width_of(words.lines.back() + (gap ? " " : ""), type::body);
    ui.canvas().fill({inner.x + end + 2, inner.y + words.height - line + 2, 2.5F, line - 4}, theme.primary);
    ui.canvas().pop_clip();
}

}  // namespace

WritingAction draw_writing(Ui& ui, const WritingView& view) {
    WritingAction action;
    const HeaderAction header = draw_header(ui, view.header);
    if (header == HeaderAction::leave) action.kind = WritingAction::Kind::back;
    if (header == HeaderAction::sync) action.kind = WritingAction::Kind::sync;
    Rect rest = content_rect(ui);
    const Rect keys = cut_bottom(rest, keyboard_height(view.language, Keys::words), 12);
    Rect bottom = cut_bottom(rest, primary_height, 12);
    const float width = std::max(208.0F, primary_width(ui, view.keep, true));
    const bool ready = view.may_be_empty || !view.text.empty();
    if (primary_button(ui, "keep-words", cut_right(bottom, width, 16), view.keep,
                       {icon::check, false, ready, "enter"}))
        action.kind = WritingAction::Kind::keep;
    const TextBlock reads = ui.layout(view.who_reads, type::caption, bottom.w - 34);
    ui.canvas().icon({bottom.x + 12, bottom.centre().y}, 22, icon::eye, ui.theme().ink3);
    ui.draw(reads, {bottom.x + 34, bottom.centre().y - reads.height / 2, bottom.w - 34, reads.height},
            ui.theme().ink3);
    ui.node({Role::text, "", view.who_reads, "", bottom});
    const TextBlock question = ui.layout(view.question, type::body_strong, rest.w);
    ui.node({Role::text, "", view.question, "", {rest.x, rest.y, rest.w, question.height}});
    ui.draw(question, cut_top(rest, question.height, 10), ui.theme().ink);
    draw_page(ui, {rest.x, rest.y, rest.w, std::max(rest.h, 72.0F)}, view);
    std::vector<std::string> typed = ui.typed();
    if (const auto key = keyboard(ui, keys, view.language, view.shifted, Keys::words)) typed.push_back(*key);
    if (!typed.empty()) action = {WritingAction::Kind::type, std::move(typed)};
    return action;
}

}  // namespace touchstone::game
