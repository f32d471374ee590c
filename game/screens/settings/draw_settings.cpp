// SPDX-License-Identifier: Apache-2.0
#include "game/screens/settings/settings_view.h"

namespace touchstone::game {
namespace {

class SettingsColumn {
public:
    SettingsColumn(Ui& ui, const SettingsView& view, Rect place, bool draws)
        : ui_(ui), view_(view), rest_(place), draws_(draws) {}

    float run(SettingsAction& action) {
        const float top = rest_.y;
        language(action);
        text_size(action);
        theme(action);
        all_switches(action);
        about();
        return rest_.y - top;
    }

private:
    void heading(const std::string& words) {
        const Rect rect = cut_top(rest_, ui_.line_height(type::heading), 12);
        if (!draws_) return;
        ui_.text(words, type::heading, rect, ui_.theme().ink);
        ui_.node({Role::heading, "", words, "", rect});
    }
    /// Side by side, or in two rows where the words need it.
    std::optional<std::size_t> options(const std::string& id, const std::vector<std::string>& labels,
                                       std::size_t chosen) {
        float widest = 0;
        for (const std::string& label : labels) widest = std::max(widest, ui_.width_of(label, type::label));
        const bool one_row = (widest + 28) * static_cast<float>(labels.size()) <= rest_.w;
        const std::size_t per_row = one_row ? labels.size() : (labels.size() + 1) / 2;
        std::optional<std::size_t> fired;
        for (std::size_t from = 0; from < labels.size(); from += per_row) {
            const std::size_t to = std::min(labels.size(), from + per_row);
            const Rect rect = cut_top(rest_, 64, 12);
            if (!draws_) continue;
            const std::size_t in_row = chosen >= from && chosen < to ? chosen - from : labels.size();
            const auto picked = segments(ui_, id + std::to_string(from), rect,
                                         {labels.begin() + static_cast<std::ptrdiff_t>(from),
                                          labels.begin() + static_cast<std::ptrdiff_t>(to)},
                                         in_row);
            if (picked) fired = from + *picked;
        }
        rest_.y += 20;
        return fired;
    }
    void language(SettingsAction& action) {
        heading(ui_.tr("settings", "Language"));
        std::size_t chosen = 0;
        for (std::size_t i = 0; i < 4; ++i)
            if (view_.language == languages[i]) chosen = i;
        // Each language calls itself by its own name, whatever is chosen.
        if (const auto fired = options("language", {"English", "Polski", "Русский", "Eesti"}, chosen))
            action = {SettingsAction::Kind::language, languages[*fired]};
    }
    void text_size(SettingsAction& action) {
        heading(ui_.tr("settings", "Text size"));
        std::size_t chosen = 0;
        for (std::size_t i = 0; i < 4; ++i)
            if (view_.text_percent == text_percents[i]) chosen = i;
        const std::vector<std::string> labels{ui_.tr("settings", "Normal"), ui_.tr("settings", "Larger"),
                                              ui_.tr("settings", "Large"), ui_.tr("settings", "Largest")};
        if (const auto fired = options("text", labels, chosen))
            action = {SettingsAction::Kind::text, "", text_percents[*fired]};
    }
    std::string theme_name(const std::string& id) {
        if (id == "dark") return ui_.tr("settings", "Dark");
        if (id == "sunlight") return ui_.tr("settings", "Sunlight");
        return ui_.tr("settings", "Light");
    }
    void theme(SettingsAction& action) {
        heading(ui_.tr("settings", "Theme"));
        const float line = ui_.line_height(type::label);
        Rect row = cut_top(rest_, 120 + 10 + line, 32);
        const float width = (row.w - 2 * 20) / 3;
        for (const Theme& theme : view_.themes) {
            const Rect cell = cut_left(row, width, 20);
            if (draws_ && theme_tile(cell, theme)) action = {SettingsAction::Kind::theme, theme.id};
        }
    }
    bool theme_tile(const Rect& cell, const Theme& theme) {
        const bool chosen = theme.id == view_.theme;
        const Rect rect{cell.x, cell.y, cell.w, 120};
        Canvas& canvas = ui_.canvas();
        canvas.fill(rect, theme.bg, 20);
        canvas.frame(rect, theme.outlined ? theme.line : ui_.theme().line, 2, 20);
        const Rect bubble{rect.x + 16, rect.y + 16, rect.w * 0.55F, 36},
            button{rect.right() - 16 - rect.w * 0.3F, rect.bottom() - 16 - 34, rect.w * 0.3F, 34};
        canvas.fill(bubble, theme.surface, 12);
        if (theme.outlined) canvas.frame(bubble, theme.line, 2, 12);
        canvas.fill({bubble.x + 12, bubble.centre().y - 5, bubble.w * 0.6F, 10}, theme.ink2, 5);
        canvas.fill({rect.x + 16, button.y, 34, 34}, theme.surface, 10);
        if (theme.outlined) canvas.frame({rect.x + 16, button.y, 34, 34}, theme.line, 2, 10);
        canvas.fill(button, theme.primary, 10);
        if (chosen) canvas.frame(rect.inset(-4), ui_.theme().primary, 4, 24);
        const std::string id = "theme/" + theme.id, name = theme_name(theme.id);
        const Rect words{cell.x, rect.bottom() + 10, cell.w, cell.h - 130};
        const float text = ui_.width_of(name, type::label);
        if (chosen)
            ui_.canvas().icon({words.centre().x - text / 2 - 18, words.centre().y}, 22, icon::check_circle,
                              ui_.theme().primary);
        ui_.text_middle(name, type::label, words, chosen ? ui_.theme().primary : ui_.theme().ink,
                        Align::centre);
        focus_ring(ui_, id, rect, 20);
        Node node{Role::choice, id, name, "", cell};
        node.selected = chosen;
        return ui_.node(node);
    }
    struct Switch {
        std::string name, title, line;
        bool enabled = true;
    };
    std::vector<Switch> switches() const {
        const std::string voice =
            view_.has_voice ? ui_.tr("settings", "Each new screen and each reply is spoken")
                            : ui_.tr("settings", "This device has no voice; install espeak-ng to hear one");
        return {{"easy-reading", ui_.tr("settings", "Easy reading"),
                 ui_.tr("settings", "Plainer letters, wider spacing")},
                {"read-aloud", ui_.tr("settings", "Read aloud"), voice, view_.has_voice},
                {"calm", ui_.tr("settings", "Calm motion"), ui_.tr("settings", "Fades instead of movement")},
                {"gloves", ui_.tr("settings", "Gloves"), ui_.tr("settings", "Everything a quarter larger")},
                {"bars", ui_.tr("settings", "Bars beside the customer"),
                 ui_.tr("settings", "Without them, only the face tells")},
                {"one-tap", ui_.tr("settings", "One tap answers"),
                 ui_.tr("settings", "Said without confirming")}};
    }
    float switch_height(const Switch& one, float width) const {
        const float words = ui_.layout(one.title, type::body_strong, width - 88).height +
                            ui_.layout(one.line, type::caption, width - 88).height;
        return std::max(72.0F, words + 12);
    }
    /// Two beside each other where there is room.
    void all_switches(SettingsAction& action) {
        const std::vector<Switch> all = switches();
        const std::size_t columns = rest_.w >= 720 && ui_.text_scale() < 1.2F ? 2 : 1;
        const float gap = 40,
                    width = (rest_.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        for (std::size_t from = 0; from < all.size(); from += columns) {
            const std::size_t to = std::min(all.size(), from + columns);
            float height = 0;
            for (std::size_t i = from; i < to; ++i) height = std::max(height, switch_height(all[i], width));
            Rect row = cut_top(rest_, height, 16);
            for (std::size_t i = from; i < to; ++i) one_switch(cut_left(row, width, gap), all[i], action);
        }
    }
    void one_switch(const Rect& rect, const Switch& one, SettingsAction& action) {
        const bool on = one.enabled && view_.on.count(one.name) != 0;
        if (draws_ && toggle(ui_, "switch/" + one.name, rect, one.title, one.line, on, one.enabled))
            action = {SettingsAction::Kind::toggle, one.name};
    }
    void about() {
        const TextBlock block = ui_.layout(view_.about, type::caption, rest_.w);
        const Rect rect = cut_top(rest_, block.height);
        if (!draws_) return;
        ui_.draw(block, rect, ui_.theme().ink3);
        ui_.node({Role::text, "about", view_.about, "", rect});
    }

    Ui& ui_;
    const SettingsView& view_;
    Rect rest_;
    bool draws_;
};

}  // namespace

SettingsAction draw_settings(Ui& ui, const SettingsView& view) {
    SettingsAction action;
    const HeaderAction header = draw_header(ui, view.header);
    if (header == HeaderAction::leave) action.kind = SettingsAction::Kind::back;
    if (header == HeaderAction::sync) action.kind = SettingsAction::Kind::sync;
    const Rect rest = content_rect(ui);
    const Rect column{rest.x, rest.y, rest.w, rest.h};
    SettingsAction ignored;
    const float pad = 32, width = std::min(column.w, 960.0F);
    const Rect sheet{column.x + (column.w - width) / 2, column.y, width, 0};
    const float needed = SettingsColumn(ui, view, {sheet.x + pad, 0, width - 2 * pad, 0}, false).run(ignored);
    const Rect inner = ui.begin_scroll("settings", {0, column.y - 8, ui.size().w, ui.size().h - column.y + 8},
                                       needed + 56 + 8 + margin);
    card(ui, {sheet.x, inner.y + 8, width, needed + 56});
    SettingsColumn(ui, view, {sheet.x + pad, inner.y + 8 + 28, width - 2 * pad, 0}, true).run(action);
    ui.end_scroll();
    return action;
}

}  // namespace touchstone::game
