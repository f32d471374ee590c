// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "game/ui/face/window.h"
#include "game/ui/talk.h"
#include "game/ui/widgets.h"

namespace touchstone::game {

/// The strip on top of every screen.
struct HeaderView {
    std::string title, line;
    bool closes = true;  // a cross; else an arrow back
    SyncPill pill;
    std::size_t steps = 0;  // moments on the way; 0 shows none
    std::size_t done = 0;
    bool now = true;       // whether the next step is under way
    std::string progress;  // the same in words
};
/// What was fired in the header.
enum class HeaderAction { none, leave, sync };
HeaderAction draw_header(Ui& ui, const HeaderView& view);

/// Who stands in front of the learner.
struct CustomerView {
    std::string name;     // "Marta, 41"
    std::string mood;     // "let down"
    std::string picture;  // the face in words
    Tint tint = Tint::plain;
    icon::Code code = icon::neutral;
    Looks looks;
    Backdrop backdrop = Backdrop::shop;
    Expression expression;
    std::vector<Meter> meters;  // three, or none for who wants to read the face alone
};
/// The card with window, name, mood and bars: tall in landscape, wide in portrait.
void draw_customer_tall(Ui& ui, OutlineCache& cache, const Rect& rect, const CustomerView& view);
void draw_customer_wide(Ui& ui, OutlineCache& cache, const Rect& rect, const CustomerView& view);
float customer_wide_height(const Ui& ui, const CustomerView& view, float width, float wanted);

/// The place under the header, less the margins.
Rect content_rect(const Ui& ui);

}  // namespace touchstone::game
