// SPDX-License-Identifier: Apache-2.0
#include "game/screens/author/author_view.h"

namespace touchstone::game {
namespace {

constexpr float gap = 12, step = 5, columns_apart = 40;

/// Draws from top to bottom; with `draws` false it only measures.
class DeskColumn {
public:
    DeskColumn(Ui& ui, const DeskView& view, Rect place, bool draws)
        : ui_(ui), view_(view), rest_(place), top_(place.y), draws_(draws) {}

    void start(DeskAction& action) {
        if (view_.scenarios.empty()) explain_nothing();
        chips(ui_.tr("author", "Scenario"), view_.scenarios, DeskAction::Kind::scenario, action);
        chips(ui_.tr("author", "From"), view_.moments, DeskAction::Kind::moment, action);
        if (view_.can_play) state(action);
        chips(ui_.tr("author", "Already known"), view_.facts, DeskAction::Kind::fact, action);
        chips(ui_.tr("author", "Already happened"), view_.marks, DeskAction::Kind::mark, action);
        if (view_.can_play) seed(action);
        chips(ui_.tr("author", "Drills"), view_.drills, DeskAction::Kind::drill, action);
    }
    void findings(DeskAction& action) {
        if (!view_.trouble.empty()) trouble(action);
        if (view_.findings.empty()) return;
        heading(ui_.tr("author", "Findings"));
        for (std::size_t i = 0; i < view_.findings.size(); ++i) finding(view_.findings[i], i);
        if (!view_.more.empty()) words(view_.more, type::small, ui_.theme().ink2, 0);
    }
    float height() const { return rest_.y - top_; }

private:
    void heading(const std::string& text) {
        const Rect rect = cut_top(rest_, ui_.line_height(type::heading), gap);
        if (!draws_) return;
        ui_.text(text, type::heading, rect, ui_.theme().ink);
        ui_.node({Role::heading, "", text, "", rect});
    }
    void words(const std::string& text, const TextStyle& style, Colour colour, float after) {
        const TextBlock block = ui_.layout(text, style, rest_.w);
        const Rect rect = cut_top(rest_, block.height, after);
        if (draws_) ui_.draw(block, rect, colour);
    }
    void explain_nothing() {
        const std::string text = ui_.tr("author", "As soon as the answers have ratings, in pencil at least, and lead on, there is something to play here.");
        const Rect before = rest_;
        words(text, type::body, ui_.theme().ink2, 28);
        if (draws_) ui_.node({Role::text, "", text, "", {before.x, before.y, before.w, rest_.y - before.y - 28}});
    }
    void chips(const std::string& title, const std::vector<Chip>& all, DeskAction::Kind kind,
               DeskAction& action) {
        if (all.empty()) return;
        heading(title);
        std::optional<std::size_t> fired;
        cut_top(rest_, chip_rows(ui_, rest_, all, draws_, fired), 28);
        if (fired) action = {kind, *fired, {}};
    }
    void state(DeskAction& action) {
        struct Part {
            const char* id;
            std::string label;
            int CustomerState::*value;
            int least;
        };
        const Part parts[] = {
            {"satisfaction", ui_.tr("meter", "Satisfaction"), &CustomerState::satisfaction, 0},
            {"trust", ui_.tr("meter", "Trust"), &CustomerState::trust, 0},
            {"patience", ui_.tr("meter", "Patience"), &CustomerState::patience, static_cast<int>(step)}};
        for (const Part& part : parts) {
            const int now = view_.state.*part.value;
            CustomerState less = view_.state, more = view_.state;
            less.*part.value = std::max(part.least, now - static_cast<int>(step));
            more.*part.value = std::min(100, now + static_cast<int>(step));
            Rect row = cut_top(rest_, icon_button_side, 8);
            if (!draws_) continue;
            const std::string id = part.id;
            if (icon_button(ui_, id + "/more", cut_right(row, icon_button_side, 8), icon::add,
                            ui_.tr("author", "More") + ": " + part.label))
                action = {DeskAction::Kind::state, 0, more};
            const Rect number = cut_right(row, 64, 8);
            ui_.text_middle(std::to_string(now), type::title, number, ui_.theme().ink, Align::centre);
            if (icon_button(ui_, id + "/less", cut_right(row, icon_button_side, 8), icon::remove,
                            ui_.tr("author", "Less") + ": " + part.label))
                action = {DeskAction::Kind::state, 0, less};
            ui_.text_middle(part.label, type::label, row, ui_.theme().ink);
            ui_.node({Role::text, id, part.label, std::to_string(now), row});
        }
        cut_top(rest_, 20);
    }
    void seed(DeskAction& action) {
        const std::string label = ui_.tr("author", "Another order");
        const float width = second_width(ui_, label, true);
        const TextBlock text = ui_.layout(ui_.tr("author", "Order of the answers") + ": " + view_.seed,
                                          type::label, std::max(120.0F, rest_.w - width - gap));
        Rect row = cut_top(rest_, std::max(second_height, text.height), 28);
        if (!draws_) return;
        const Rect button = cut_right(row, width, gap);
        if (second_button(ui_, "shuffle", {button.x, button.centre().y - second_height / 2, width, second_height},
                          label, {icon::swap, false, true, {}}))
            action.kind = DeskAction::Kind::shuffle;
        ui_.draw(text, {row.x, row.centre().y - text.height / 2, row.w, text.height}, ui_.theme().ink);
        ui_.node({Role::text, "seed", ui_.tr("author", "Order of the answers"), view_.seed, row});
    }
    void trouble(DeskAction& action) {
        const Rect before = rest_;
        words(view_.trouble, type::body_strong, ui_.theme().bad, 4);
        words(view_.remedy, type::body, ui_.theme().ink, gap);
        if (draws_)
            ui_.node({Role::text, "trouble", view_.trouble, view_.remedy,
                      {before.x, before.y, before.w, rest_.y - before.y}});
        const Rect button = cut_top(rest_, second_height, 28);
        const std::string label = ui_.tr("author", "Start it again");
        if (draws_ && second_button(ui_, "restart", {button.x, button.y, second_width(ui_, label, true), button.h},
                                    label, {icon::restart, false, true, {}}))
            action.kind = DeskAction::Kind::restart;
    }
    void finding(const DeskView::Finding& one, std::size_t index) {
        const float room = rest_.w - 40;
        const float code = chip_width(ui_, one.code, false);
        const bool beside = code + 12 + ui_.width_of(one.place, type::label) <= room;
        const TextBlock place = ui_.layout(one.place, type::label, beside ? room - code - 12 : room),
                        reason = ui_.layout(one.reason, type::body, room),
                        remedy = ui_.layout(one.remedy, type::small, room);
        const float first = beside ? std::max(chip_height(ui_), place.height) : chip_height(ui_) + 8 + place.height;
        const Rect rect = cut_top(rest_, 40 + first + 8 + reason.height + 6 + remedy.height, 16);
        if (!draws_) return;
        card(ui_, rect, 16);
        Rect inner = rect.inset(20);
        Rect row = cut_top(inner, first, 8);
        chip(ui_, {row.x, row.y}, one.code, one.tint, {});
        ui_.draw(place,
                 beside ? Rect{row.x + code + 12, row.centre().y - place.height / 2, room - code - 12, place.height}
                        : Rect{row.x, row.bottom() - place.height, room, place.height},
                 ui_.theme().ink);
        ui_.draw(reason, cut_top(inner, reason.height, 6), ui_.theme().ink);
        ui_.draw(remedy, inner, ui_.theme().ink2);
        ui_.node({Role::text, "finding/" + std::to_string(index), one.code + " " + one.place,
                  one.reason + ". " + one.remedy, rect});
    }

    Ui& ui_;
    const DeskView& view_;
    Rect rest_;
    float top_;
    bool draws_;
};

void draw_head(Ui& ui, Rect row, const DeskView& view, DeskAction& action) {
    const Rect settings = cut_right(row, icon_button_side, 12);
    if (icon_button(ui, "settings", {settings.x, row.centre().y - icon_button_side / 2, settings.w, icon_button_side},
                    icon::settings, ui.tr("home", "Settings")))
        action.kind = DeskAction::Kind::settings;
    const TextBlock title = ui.layout(view.title, type::title, row.w), line = ui.layout(view.line, type::small, row.w);
    const bool room = title.height + line.height <= row.h;
    const float top = row.centre().y - (title.height + (room ? line.height : 0)) / 2;
    ui.draw(title, {row.x, top, row.w, title.height}, ui.theme().ink);
    if (room) ui.draw(line, {row.x, top + title.height, row.w, line.height}, ui.theme().ink2);
    ui.node({Role::heading, "", view.title, view.line, {row.x, top, row.w, title.height}});
}

/// A column that scrolls; `part` draws it.
template <class Part>
void scroll(Ui& ui, const std::string& id, const Rect& rect, const DeskView& view, const Part& part) {
    DeskColumn measured(ui, view, rect, false);
    part(measured);
    const Rect area{rect.x - 20, rect.y, rect.w + 40, rect.h};
    const Rect inner = ui.begin_scroll(id, area, measured.height() + 32);
    DeskColumn drawn(ui, view, {rect.x, inner.y + 8, rect.w, rect.h}, true);
    part(drawn);
    ui.end_scroll();
}

}  // namespace

DeskAction draw_desk(Ui& ui, const DeskView& view) {
    DeskAction action;
    Rect page{margin, 16, ui.size().w - 2 * margin, ui.size().h - 16};
    draw_head(ui, cut_top(page, 72, 8), view, action);
    if (view.can_play) {
        const std::string label = ui.tr("author", "PLAY FROM HERE");
        Rect bottom = cut_bottom(page, primary_height + 24, 8);
        const float width = std::min(bottom.w, std::max(320.0F, primary_width(ui, label, true)));
        if (primary_button(ui, "play", {bottom.x, bottom.y + 8, width, primary_height}, label,
                           {icon::play, false, true, "enter"}))
            action.kind = DeskAction::Kind::play;
    }
    if (ui.portrait() || (view.findings.empty() && view.trouble.empty())) {
        scroll(ui, "desk", page, view, [&](DeskColumn& column) {
            column.start(action);
            column.findings(action);
        });
        return action;
    }
    const Rect left = cut_left(page, page.w / 2 - columns_apart / 2, columns_apart);
    scroll(ui, "desk", left, view, [&](DeskColumn& column) { column.start(action); });
    scroll(ui, "findings", page, view, [&](DeskColumn& column) { column.findings(action); });
    return action;
}

}  // namespace touchstone::game
