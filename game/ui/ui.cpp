// SPDX-License-Identifier: Apache-2.0
#include "game/ui/ui.h"

#include <cmath>

namespace touchstone::game {

void Ui::begin_frame(const FrameInput& frame, ImDrawList& list, std::string screen) {
    frame_ = frame;
    canvas_.emplace(list, *fonts_);
    motion_.begin_frame(frame.now_ms, frame.calm);
    wake_at_.reset();
    input_.fired.clear();
    input_.typed.clear();
    last_ = std::move(tree_);
    last_areas_ = std::move(areas_);
    tree_ = {std::move(screen), frame.size, {}, {}};
    areas_.clear();
    // One thing is fired per frame; what comes after it waits for the frame that answers it.
    while (!pending_.empty() && input_.fired.empty()) {
        input_ = game::receive(std::move(input_), pending_.front(), last_, last_areas_);
        pending_.erase(pending_.begin());
    }
    input_ = coast(std::move(input_), last_areas_, std::clamp<std::int64_t>(frame.now_ms - last_ms_, 0, 50),
                   frame.calm);
    last_ms_ = frame.now_ms;
}

void Ui::wake_in(std::int64_t ms) {
    const std::int64_t at = frame_.now_ms + ms;
    if (!wake_at_ || at < *wake_at_) wake_at_ = at;
}

void Ui::end_frame() {
    if (!input_.focus.empty() && tree_.find(input_.focus) == nullptr) input_.focus.clear();
}

bool Ui::node(Node node) {
    const std::string id = node.id;
    const bool usable = node.enabled && is_target(node.role);
    node.focused = !id.empty() && input_.focus == id;
    node.seen = open_scrolls_.empty() ? node.rect : node.rect.common(open_scrolls_.back().first);
    tree_.nodes.push_back(std::move(node));
    return usable && !id.empty() && input_.fired == id;
}

void Ui::cover_all() {
    for (Node& node : tree_.nodes) node.enabled = false;
    tree_.nodes.clear();
    tree_.runs.clear();
    areas_.clear();
}

TextBlock Ui::layout(std::string_view text, const TextStyle& style, float width) const {
    const bool binds_letters = words_->language() == "pl" || words_->language() == "ru";
    const auto measure = [&](std::string_view piece) { return fonts_->width(style, piece); };
    TextBlock block{wrap_text(text, width, measure, binds_letters), style};
    for (const std::string& line : block.lines)
        block.width = std::max(block.width, fonts_->width(style, line));
    block.height = line_height(style) * static_cast<float>(block.lines.size());
    return block;
}

void Ui::draw(const TextBlock& block, const Rect& box, Colour colour, Align align) {
    const float em = fonts_->em(block.style), line = line_height(block.style);
    const Fonts::Box box_of_line = fonts_->box(block.style);
    const float base = (line - em * (box_of_line.ascent + box_of_line.descent)) / 2 + em * box_of_line.ascent;
    const float share = align == Align::left ? 0.0F : align == Align::centre ? 0.5F : 1.0F;
    float y = box.y;
    for (const std::string& text : block.lines) {
        const float width = fonts_->width(block.style, text);
        const float x = box.x + (box.w - width) * share;
        canvas_->text({x, y + base}, block.style, text, colour);
        const float em_top = y + (line - em) / 2;
        tree_.runs.push_back({text, {x, em_top, width, em}, box, !open_scrolls_.empty()});
        y += line;
    }
}

float Ui::text(std::string_view text, const TextStyle& style, const Rect& box, Colour colour, Align align) {
    const TextBlock block = layout(text, style, box.w);
    draw(block, {box.x, box.y, box.w, std::max(box.h, block.height)}, colour, align);
    return block.height;
}

void Ui::text_middle(std::string_view text, const TextStyle& style, const Rect& box, Colour colour,
                     Align align) {
    const TextBlock block = layout(text, style, box.w);
    draw(block, {box.x, box.y + (box.h - block.height) / 2, box.w, block.height}, colour, align);
}

Rect Ui::begin_scroll(const std::string& id, const Rect& view, float content) {
    areas_.push_back({id, view, content});
    Scrolled& scrolled = input_.scroll[id];
    scrolled.offset = std::clamp(scrolled.offset, 0.0F, std::max(0.0F, content - view.h));
    open_scrolls_.push_back({view, content});
    canvas_->push_clip(view);
    return {view.x, view.y - scrolled.offset, view.w, std::max(content, view.h)};
}

void Ui::end_scroll() {
    const auto [view, content] = open_scrolls_.back();
    open_scrolls_.pop_back();
    canvas_->pop_clip();
    if (content <= view.h + 1) return;
    const float offset = input_.scroll[areas_.back().id].offset;
    const Colour bg = theme_->bg, clear = faded(bg, 0);
    if (offset < content - view.h - 1) canvas_->gradient({view.x, view.bottom() - 28, view.w, 28}, clear, bg);
    if (offset > 1) canvas_->gradient({view.x, view.y, view.w, 20}, bg, clear);
    const float share = view.h / content, travel = view.h - 16;
    const Rect thumb{view.right() - 6, view.y + 8 + travel * offset / content, 4,
                     std::max(24.0F, travel * share)};
    canvas_->fill(thumb, faded(theme_->ink3, 0.45F), 2);
}

}  // namespace touchstone::game
