// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "game/ui/canvas.h"
#include "game/ui/input.h"
#include "game/ui/motion.h"
#include "game/ui/semantics.h"
#include "game/ui/text_layout.h"
#include "game/ui/theme.h"
#include "game/ui/words.h"

namespace touchstone::game {

enum class Align { left, centre, right };

/// Text that has been broken into lines.
struct TextBlock {
    std::vector<std::string> lines;
    TextStyle style;
    float width = 0;  // of the widest line
    float height = 0;
};

/// What one frame is drawn with.
struct FrameInput {
    Size size;
    std::int64_t now_ms = 0;
    bool calm = false;  // reduced motion
};

/// One frame of the user interface: draws, keeps the semantic tree, and answers what was fired.
class Ui {
public:
    Ui(const Fonts& fonts, const Theme& theme, const Words& words)
        : fonts_(&fonts), theme_(&theme), words_(&words) {}
    void use(const Fonts& fonts, const Theme& theme) { fonts_ = &fonts, theme_ = &theme; }

    void receive(const InputEvent& event) { pending_.push_back(event); }
    void begin_frame(const FrameInput& frame, ImDrawList& list, std::string screen);
    void end_frame();
    /// Whether another frame is due without any event.
    bool restless() const { return motion_.moving() || is_coasting(input_) || !pending_.empty(); }
    const Tree& tree() const { return tree_; }

    Canvas& canvas() { return *canvas_; }
    const Theme& theme() const { return *theme_; }
    const Fonts& fonts() const { return *fonts_; }
    const Words& words() const { return *words_; }
    std::string tr(std::string_view context, std::string_view english) const {
        return words_->tr(context, english);
    }
    Size size() const { return frame_.size; }
    /// Takes a strip off the bottom of this frame: what is drawn from now on has the rest.
    Rect dock_bottom(float height) {
        frame_.size.h -= height;
        return {0, frame_.size.h, frame_.size.w, height};
    }
    bool portrait() const { return frame_.size.h > frame_.size.w; }
    float text_scale() const { return fonts_->text_scale(); }
    std::int64_t now_ms() const { return frame_.now_ms; }
    bool calm() const { return frame_.calm; }

    /// Puts a node into the tree; for a target, whether it was fired.
    bool node(Node node);
    bool is_pressed(const std::string& id) const { return input_.pressed == id; }
    bool shows_focus(const std::string& id) const { return input_.focus_visible && input_.focus == id; }
    const std::vector<std::string>& typed() const { return input_.typed; }
    /// What lies below can no longer be used: a sheet is in front.
    void cover_all();

    float animate(const std::string& id, float target, int ms, float from) {
        return motion_.value(id, target, ms, from);
    }
    float animate(const std::string& id, float target, int ms) {
        return motion_.value(id, target, ms, target);
    }
    void forget_motion(const std::string& prefix) { motion_.forget(prefix); }
    /// Whether somebody could read the screen aloud, and whether that was asked for in this frame.
    void offer_reading(bool offered) { reading_ = offered ? Reading::offered : Reading::none; }
    bool offers_reading() const { return reading_ != Reading::none; }
    void ask_to_read() { reading_ = Reading::asked; }
    bool asked_to_read() const { return reading_ == Reading::asked; }
    /// Asks for a frame in `ms`, even when nothing happens.
    void wake_in(std::int64_t ms);
    std::optional<std::int64_t> wake_at() const { return wake_at_; }

    TextBlock layout(std::string_view text, const TextStyle& style, float width) const;
    float width_of(std::string_view text, const TextStyle& style) const { return fonts_->width(style, text); }
    float line_height(const TextStyle& style) const { return fonts_->em(style) * fonts_->leading(style); }
    void draw(const TextBlock& block, const Rect& box, Colour colour, Align align = Align::left);
    /// Lays out and draws at the top of `box`, or in its middle; the height it took.
    float text(std::string_view text, const TextStyle& style, const Rect& box, Colour colour,
               Align align = Align::left);
    void text_middle(std::string_view text, const TextStyle& style, const Rect& box, Colour colour,
                     Align align = Align::left);

    /// Content between these two moves with the finger. Gives the rectangle of the content, moved by the
    /// offset.
    Rect begin_scroll(const std::string& id, const Rect& view, float content);
    void end_scroll();

private:
    enum class Reading { none, offered, asked };

    const Fonts* fonts_;
    const Theme* theme_;
    const Words* words_;
    FrameInput frame_;
    std::optional<Canvas> canvas_;
    InputState input_;
    std::vector<InputEvent> pending_;
    Tree tree_, last_;
    std::vector<ScrollArea> areas_, last_areas_;
    std::vector<std::pair<Rect, float>> open_scrolls_;  // view, content bottom
    Motion motion_;
    std::int64_t last_ms_ = 0;
    std::optional<std::int64_t> wake_at_;
    Reading reading_ = Reading::none;
};

}  // namespace touchstone::game
