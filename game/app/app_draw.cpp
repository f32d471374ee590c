// SPDX-License-Identifier: Apache-2.0
#include "game/app/app.h"
#include "game/screens/author/author_view.h"
#include "game/screens/common/labels.h"
#include "game/screens/common/sheet.h"
#include "game/screens/debrief/debrief_view.h"
#include "game/screens/problem/problem_view.h"
#include "game/screens/reaction/reaction_view.h"
#include "game/screens/settings/settings_view.h"
#include "game/screens/shoes/shoes_view.h"
#include "game/screens/stage/make_stage.h"

namespace touchstone::game {

std::optional<Action> App::draw(Ui& ui) {
    ui.offer_reading(has_voice());
    const Rect below = state_.author ? ui.dock_bottom(strip_height(ui, strip_view())) : Rect{};
    std::optional<Action> action = draw_screen(ui);
    if (state_.asks_to_leave) {
        const std::optional<int> answer = draw_sheet(ui, leave_sheet(words_));
        action.reset();
        if (answer == 0) action = Stay{};
        if (answer == 1) action = Pause{};
        if (answer == 2) action = EndHere{};
    }
    if (state_.pin) action = draw_pin_over(ui);
    if (curtain_seconds_ && state_.person) action = draw_curtain_over(ui);
    if (!state_.toast.empty()) toast(ui, state_.toast, ui.animate("toast", 1, 180, 0));
    if (state_.author)
        if (const auto fired = draw_strip_below(ui, below)) action = fired;
    hear(ui);
    return action;
}

std::optional<Action> App::draw_screen(Ui& ui) {
    switch (state_.screen) {
        case Screen::opening:
            draw_opening(ui);
            return std::nullopt;
        case Screen::who:
            return draw_who_screen(ui);
        case Screen::home:
            return draw_home_screen(ui);
        case Screen::practise:
            return draw_practise_screen(ui);
        case Screen::map:
            return draw_map_screen(ui);
        case Screen::me:
            return draw_me_screen(ui);
        case Screen::shoes:
            return draw_shoes_screen(ui);
        case Screen::drill:
            return draw_drill_screen(ui);
        case Screen::stage:
            return draw_stage_screen(ui);
        case Screen::reaction:
            return draw_reaction_screen(ui);
        case Screen::debrief:
            return draw_debrief_screen(ui);
        case Screen::writing:
            return draw_writing_screen(ui);
        case Screen::kudos:
            return draw_kudos_screen(ui);
        case Screen::settings:
            return draw_settings_screen(ui);
        case Screen::desk:
            return draw_desk_screen(ui);
        case Screen::enrol:
            return draw_enrol_screen(ui);
        case Screen::link:
            return draw_link_screen(ui);
        case Screen::problem:
            return draw_trouble_screen(ui);
    }
    return std::nullopt;
}

SyncPill App::pill() const {
    if (state_.author) return {SyncPill::State::saved, words_.tr("author", "Not recorded")};
    const sync::SyncStatus status = services_.sync != nullptr ? services_.sync->status() : sync::SyncStatus{};
    const long waiting = static_cast<long>(status.waiting);
    switch (status.kind) {
        case sync::SyncStatus::Kind::saved_on_tablet:
            return {SyncPill::State::saved, words_.tr("sync", "Saved on this tablet")};
        case sync::SyncStatus::Kind::syncing:
            return {SyncPill::State::syncing, words_.tr("sync", "Syncing")};
        case sync::SyncStatus::Kind::up_to_date:
            return {SyncPill::State::up_to_date,
                    words_.tr("sync", "Up to date {}", {clock_time(status.at, offset())})};
        case sync::SyncStatus::Kind::offline:
            return {SyncPill::State::offline,
                    words_.count("sync", "Offline, {} waiting", "Offline, {} waiting", waiting)};
        case sync::SyncStatus::Kind::needs_help:
            break;
    }
    const bool people = status.help == sync::SyncStatus::Help::decide_people;
    return {people ? SyncPill::State::saved : SyncPill::State::needs_help,
            people ? words_.tr("sync", "Who is who?") : words_.tr("sync", "Needs help")};
}

std::optional<Action> App::draw_stage_screen(Ui& ui) {
    const Playing& playing = *state_.playing;
    const StageView view =
        make_stage_view(words_, words_of(playing.scenario),
                        {playing.encounter, playing.before, playing.choices_made, playing.selected, pill(),
                         state_.settings.bars, state_.settings.one_tap});
    const StageAction fired = draw_stage(ui, faces_, view);
    switch (fired.kind) {
        case StageAction::Kind::none:
            return std::nullopt;
        case StageAction::Kind::select:
            return SelectChoice{view.choices[fired.index].id};
        case StageAction::Kind::say:
            return SayIt{};
        case StageAction::Kind::ask:
            return AskFirst{view.asks[fired.index].id};
        case StageAction::Kind::leave:
            return AskToLeave{};
        case StageAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_reaction_screen(Ui& ui) {
    const Playing& playing = *state_.playing;
    const Playing::Reaction& reaction = playing.reaction;
    const ReactionInput input{playing.encounter,       reaction.moment, reaction.choice,
                              reaction.said_in,        playing.before,  playing.choices_made,
                              playing.mode == "retry", pill()};
    switch (draw_reaction(ui, faces_, make_reaction_view(words_, words_of(playing.scenario), input))) {
        case ReactionAction::none:
            return std::nullopt;
        case ReactionAction::go_on:
            return GoOn{};
        case ReactionAction::leave:
            return AskToLeave{};
        case ReactionAction::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_debrief_screen(Ui& ui) {
    const Playing& playing = *state_.playing;
    const Origin& origin = pack_->origin(playing.scenario);
    const DebriefInput input{pack_->library.standard,
                             pack_->texts,
                             playing.encounter,
                             *playing.scoring,
                             playing.best_before,
                             playing.fold_before,
                             origin.currency,
                             origin.key_provisional,
                             playing.as_list,
                             playing.rapid,
                             playing.mode == "retry",
                             state_.session && state_.session->has_more(),
                             pill()};
    switch (draw_debrief(ui, faces_, make_debrief_view(words_, words_of(playing.scenario), input))) {
        case DebriefAction::none:
            return std::nullopt;
        case DebriefAction::done:
            return FinishDebrief{};
        case DebriefAction::list:
            return ToggleList{};
        case DebriefAction::retry:
            return Retry{};
        case DebriefAction::shoes:
            return LookFromOtherSide{0};
        case DebriefAction::contest:
            return OpenWriting{Writing::Kind::contest};
        case DebriefAction::reflect:
            return OpenWriting{Writing::Kind::reflection};
        case DebriefAction::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_shoes_screen(Ui& ui) {
    const Playing& playing = *state_.playing;
    const ShoesAction fired = draw_shoes(
        ui, faces_,
        make_shoes_view(words_, words_of(playing.scenario), {*playing.scoring, playing.looked_at, pill()}));
    switch (fired.kind) {
        case ShoesAction::Kind::none:
            return std::nullopt;
        case ShoesAction::Kind::go:
            return LookFromOtherSide{fired.step};
        case ShoesAction::Kind::leave:
            return BackToDebrief{};
        case ShoesAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_settings_screen(Ui& ui) {
    SettingsView view;
    view.header.title = words_.tr("home", "Settings");
    view.header.line = words_.tr("settings", "They apply at once");
    view.header.closes = false;
    view.header.pill = pill();
    view.language = state_.settings.language;
    view.text_percent = state_.settings.text_percent;
    view.theme = state_.settings.theme;
    for (const Switch& one : switches)
        if (state_.settings.*one.on) view.on.insert(one.name);
    view.has_voice = has_voice();
    view.about = words_.tr("product", "Touchstone") + " " TOUCHSTONE_VERSION;
    for (const Origin& origin : pack_ ? pack_->packs : std::vector<Origin>())
        view.about += " · " + origin.pack + " " + origin.version;
    view.themes = themes_;
    const SettingsAction fired = draw_settings(ui, view);
    switch (fired.kind) {
        case SettingsAction::Kind::none:
            return std::nullopt;
        case SettingsAction::Kind::language:
            return SetLanguage{fired.text};
        case SettingsAction::Kind::text:
            return SetText{fired.percent};
        case SettingsAction::Kind::theme:
            return SetTheme{fired.text};
        case SettingsAction::Kind::toggle:
            return Toggle{fired.text};
        case SettingsAction::Kind::back:
            return GoBack{};
        case SettingsAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_enrol_screen(Ui& ui) {
    const EnrolAction fired = draw_enrol(ui, state_.enrol);
    switch (fired.kind) {
        case EnrolAction::Kind::none:
            return std::nullopt;
        case EnrolAction::Kind::type:
            return TypeEnrol{fired.keys};
        case EnrolAction::Kind::next:
            return EnrolNext{};
        case EnrolAction::Kind::back:
            return GoBack{};
        case EnrolAction::Kind::join:
            return Join{};
        case EnrolAction::Kind::change_address:
            return ChangeAddress{};
    }
    return std::nullopt;
}

}  // namespace touchstone::game
