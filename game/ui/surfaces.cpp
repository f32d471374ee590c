// SPDX-License-Identifier: Apache-2.0
#include "game/ui/widgets.h"

namespace touchstone::game {
namespace {

struct ShadowLayer {
    float dy, softness, alpha;
};
constexpr ShadowLayer choice_layers[] = {{1, 2, 0.07F}, {2, 6, 0.05F}};
constexpr ShadowLayer card_layers[] = {{1, 2, 0.05F}, {8, 24, 0.08F}};
constexpr ShadowLayer sheet_layers[] = {{2, 4, 0.08F}, {16, 40, 0.16F}};

}  // namespace

void lift(Ui& ui, const Rect& rect, float radius, Lift level) {
    const Theme& theme = ui.theme();
    if (theme.outlined) return;
    const auto& layers = level == Lift::choice ? choice_layers
                         : level == Lift::card ? card_layers
                                               : sheet_layers;
    for (const ShadowLayer& layer : layers)
        ui.canvas().shadow(rect, radius, layer.dy, layer.softness,
                           faded(theme.shadow, layer.alpha * theme.shadow_strength));
}

void card(Ui& ui, const Rect& rect, float radius, Lift level) {
    lift(ui, rect, radius, level);
    ui.canvas().fill(rect, ui.theme().surface, radius);
    if (ui.theme().outlined) ui.canvas().frame(rect, ui.theme().line, 2, radius);
}

void focus_ring(Ui& ui, const std::string& id, const Rect& rect, float radius) {
    if (ui.shows_focus(id)) ui.canvas().frame(rect.inset(-5), ui.theme().focus, 3, radius + 5);
}

Colour text_of(const Ui& ui, Tint tint) {
    const Theme& theme = ui.theme();
    switch (tint) {
        case Tint::good:
            return theme.ok;
        case Tint::careful:
            return theme.warn;
        case Tint::bad:
            return theme.bad;
        case Tint::warm:
            return theme.accent;
        case Tint::plain:
            break;
    }
    return theme.ink2;
}

Colour tint_of(const Ui& ui, Tint tint) {
    const Theme& theme = ui.theme();
    switch (tint) {
        case Tint::good:
            return theme.ok_tint;
        case Tint::careful:
            return theme.warn_tint;
        case Tint::bad:
            return theme.bad_tint;
        case Tint::warm:
            return theme.accent_tint;
        case Tint::plain:
            break;
    }
    return theme.sunk;
}

float chip_height(const Ui& ui) { return ui.line_height(type::label) + 10; }

float chip_width(const Ui& ui, const std::string& text, bool with_icon) {
    return ui.width_of(text, type::label) + (with_icon ? 50.0F : 24.0F);
}

void chip(Ui& ui, Point at, const std::string& text, Tint tint, std::optional<icon::Code> code) {
    const Rect rect{at.x, at.y, chip_width(ui, text, code.has_value()), chip_height(ui)};
    ui.canvas().fill(rect, tint_of(ui, tint), 10);
    if (ui.theme().outlined) ui.canvas().frame(rect, ui.theme().line, 2, 10);
    if (code) ui.canvas().icon({rect.x + 22, rect.centre().y}, 22, *code, text_of(ui, tint));
    const float left = code ? 38.0F : 12.0F;
    ui.text_middle(text, type::label, {rect.x + left, rect.y, rect.w - left - 12, rect.h}, text_of(ui, tint));
    ui.node({Role::status, "", text, "", rect});
}

void toast(Ui& ui, const std::string& words, float share) {
    const TextBlock block = ui.layout(words, type::label, std::min(560.0F, ui.size().w - 140));
    const float width = block.width + 64, height = block.height + 28;
    const Rect rect{(ui.size().w - width) / 2, ui.size().h - 120 - height + (1 - share) * 24, width, height};
    lift(ui, rect, 16, Lift::sheet);
    ui.canvas().fill(rect, faded(ui.theme().ink, share), 16);
    ui.draw(block, {rect.x + 32, rect.y + 14, block.width, block.height}, faded(ui.theme().surface, share),
            Align::centre);
    ui.node({Role::status, "", words, "", rect});
}

}  // namespace touchstone::game
