// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/utf8.h"
#include "game/app/app.h"
#include "game/screens/drill/drill_view.h"

namespace touchstone::game {

void App::do_(const StartSession&) { begin_session(session_for(state_.learner, state_.minutes)); }

void App::do_(const StartDrills&) { begin_session(drills_only(state_.learner)); }

void App::begin_session(std::vector<SessionItem> items) {
    if (items.empty()) return;
    state_.session = Session{std::move(items), 0};
    begin_item();
}

void App::begin_item() {
    const SessionItem& item = state_.session->items[state_.session->at];
    if (item.kind == SessionItem::Kind::drill) return begin_drill(item.index);
    start(item.index, false);
}

void App::do_(const NextItem&) {
    if (!state_.session || !state_.session->has_more()) return go_home();
    state_.playing.reset();
    state_.drilling.reset();
    ++state_.session->at;
    if (load_learner()) begin_item();
}

void App::begin_drill(std::size_t drill) {
    Drilling drilling;
    drilling.drill = drill;
    const Drill& logic = pack_->library.drills[drill];
    drilling.before = state_of(state_.learner.drills, pack_->origin_of_drill(drill).pack, logic.id);
    drilling.run = show_drill(logic, drilling.before, new_seed());
    drilling.visible_since_ms = services_.clock->monotonic_ms();
    state_.drilling = std::move(drilling);
    state_.screen = Screen::drill;
}

DrillContext App::drill_context() const {
    const Drilling& drilling = *state_.drilling;
    const Origin& origin = pack_->origin_of_drill(drilling.drill);
    const Drill& drill = pack_->library.drills[drilling.drill];
    DrillContext context{pack_->library.standard, drill,           origin.pack, origin.hash,
                         state_.person->id,       drilling.before, today()};
    const DrillWords words(pack_->texts, words_.language(), drill);
    for (const std::size_t choice : drilling.run.shown)
        context.words_on_screen += count_words(words.choice_says(drilling.run.variant, choice));
    return context;
}

void App::do_(const PickAnswer& action) {
    Drilling& drilling = *state_.drilling;
    const std::int64_t now = services_.clock->monotonic_ms();
    auto run = pick_in_drill(drill_context(), drilling.run, action.id, now - drilling.visible_since_ms);
    if (!run) return say(run.error().detail);
    drilling.run = *std::move(run);
    drilling.visible_since_ms = now;
}

void App::do_(const SetConfidence& action) {
    std::optional<int>& confidence = state_.drilling->confidence;
    if (confidence == action.confidence)
        confidence.reset();
    else
        confidence = action.confidence;
}

/// The answer is durable before anything is revealed.
void App::do_(const ShowAnswer&) {
    Drilling& drilling = *state_.drilling;
    if (!drilling.run.picked || drilling.reveal) return;
    const std::int64_t now = services_.clock->monotonic_ms();
    auto step =
        answer_drill(drill_context(), drilling.run, drilling.confidence, now - drilling.visible_since_ms);
    if (!step) {
        state_.back_to = Screen::home;
        return trouble(words_.tr("trouble", "This drill cannot go on"), step.error());
    }
    if (!commit({step->record})) return;
    drilling.run = std::move(step->run);
    drilling.reveal = step->reveal;
}

void App::do_(const LeaveDrill&) { go_home(); }

void App::do_(const SetMinutes& action) {
    state_.minutes = action.minutes;
    save_setting("minutes", std::to_string(static_cast<int>(action.minutes)));
}

void App::do_(const SetSector& action) {
    state_.sector = action.sector;
    save_setting("sector", action.sector);
    load_learner();
}

void App::do_(const OpenPage& action) {
    switch (action.page) {
        case Page::home:
            return go_home();
        case Page::practise:
            state_.screen = Screen::practise;
            return;
        case Page::map:
            state_.screen = Screen::map;
            return;
        case Page::me:
            state_.screen = Screen::me;
            return;
    }
}

void App::do_(const LookAt& action) { state_.behaviour = action.behaviour; }

void App::do_(const ToggleMapList&) { state_.map_as_list = !state_.map_as_list; }

/// The best ranked scenario that is about it first; without one, what is best anyway.
void App::do_(const PractiseBehaviour&) {
    const Learner& learner = state_.learner;
    if (learner.ranked.empty()) return;
    const RankedPractice* chosen = &learner.ranked.front();
    for (const RankedPractice& one : learner.ranked)
        if (learner.candidates[one.candidate].primary == state_.behaviour) {
            chosen = &one;
            break;
        }
    do_(StartScenario{chosen->candidate, false});
}

}  // namespace touchstone::game
