// SPDX-License-Identifier: Apache-2.0
#include "game/app/app.h"
#include "game/app/export.h"
#include "game/screens/drill/drill_view.h"
#include "game/screens/map/map_view.h"
#include "game/screens/me/me_view.h"
#include "game/screens/practise/practise_view.h"

namespace touchstone::game {

/// What colleagues thanked this person for, with the names as this tablet knows them.
std::vector<Thanks> App::thanks_received() const {
    std::vector<Thanks> received;
    for (const Record& record : state_.learner.thanks) {
        const auto& kudos = std::get<Kudos>(record.body);
        Thanks thanks{words_.tr("kudos", "A colleague"), kudos.indicator, kudos.words.value_or(""),
                      record.header.day};
        for (const device::DevicePerson& person : state_.people)
            if (person.id == record.header.person) thanks.from = person.name;
        received.push_back(std::move(thanks));
    }
    return received;
}

std::optional<Action> App::draw_home_screen(Ui& ui) {
    const Learner& learner = state_.learner;
    const Micros minutes = services_.clock->now() / 60'000'000 + offset();
    const HomeInput input{pack_->texts,
                          pack_->library,
                          learner.fold,
                          learner.rhythm,
                          learner.offers,
                          session_for(learner, state_.minutes),
                          state_.minutes,
                          drills_only(learner).size(),
                          state_.team_shares,
                          state_.person->name,
                          thanks_received(),
                          today(),
                          static_cast<int>(minutes / 60 % 24),
                          open_play(),
                          pill()};
    const HomeAction fired = draw_home(ui, faces_, make_home_view(words_, input));
    switch (fired.kind) {
        case HomeAction::Kind::none:
            return std::nullopt;
        case HomeAction::Kind::session:
            return StartSession{};
        case HomeAction::Kind::resume:
            return StartScenario{input.open->scenario, false};
        case HomeAction::Kind::again:
            return StartScenario{input.open->scenario, true};
        case HomeAction::Kind::scenario:
            return StartScenario{fired.index, false};
        case HomeAction::Kind::drills:
            return StartDrills{};
        case HomeAction::Kind::minutes:
            return SetMinutes{session_lengths[fired.index]};
        case HomeAction::Kind::page:
            return OpenPage{fired.page};
        case HomeAction::Kind::people:
            return ShowPeople{};
        case HomeAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_practise_screen(Ui& ui) {
    const PractiseView view = make_practise_view(
        words_, {pack_->texts, pack_->library, state_.learner.fold, state_.sector, pill()});
    const PractiseAction fired = draw_practise(ui, view);
    switch (fired.kind) {
        case PractiseAction::Kind::none:
            return std::nullopt;
        case PractiseAction::Kind::scenario:
            return StartScenario{fired.index, false};
        case PractiseAction::Kind::sector:
            return SetSector{view.sectors[fired.index].id};
        case PractiseAction::Kind::page:
            return OpenPage{fired.page};
        case PractiseAction::Kind::people:
            return ShowPeople{};
        case PractiseAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_map_screen(Ui& ui) {
    const Learner& learner = state_.learner;
    const MapInput input{pack_->texts,     pack_->library,     learner.now, learner.mastery, learner.records,
                         state_.behaviour, state_.map_as_list, today(),     pill()};
    const MapAction fired = draw_map(ui, make_map_view(words_, input));
    switch (fired.kind) {
        case MapAction::Kind::none:
            return std::nullopt;
        case MapAction::Kind::choose:
            return LookAt{fired.index};
        case MapAction::Kind::practise:
            return PractiseBehaviour{};
        case MapAction::Kind::list:
            return ToggleMapList{};
        case MapAction::Kind::page:
            return OpenPage{fired.page};
        case MapAction::Kind::people:
            return ShowPeople{};
        case MapAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_me_screen(Ui& ui) {
    const Learner& learner = state_.learner;
    const std::vector<Thanks> thanks = thanks_received();
    const MeInput input{pack_->texts,   pack_->library,      learner.fold,    learner.mastery,
                        learner.rhythm, learner.badges,      learner.records, thanks,
                        learner.points, state_.person->name, pill()};
    const MeAction fired = draw_me(ui, make_me_view(words_, input));
    switch (fired.kind) {
        case MeAction::Kind::none:
            return std::nullopt;
        case MeAction::Kind::keep:
            return KeepCopy{};
        case MeAction::Kind::pin:
            return ChoosePin{};
        case MeAction::Kind::idea:
            return OpenWriting{Writing::Kind::idea};
        case MeAction::Kind::kudos:
            return OpenWriting{Writing::Kind::kudos};
        case MeAction::Kind::settings:
            return OpenSettings{};
        case MeAction::Kind::page:
            return OpenPage{fired.page};
        case MeAction::Kind::people:
            return ShowPeople{};
        case MeAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_drill_screen(Ui& ui) {
    const Drilling& drilling = *state_.drilling;
    const DrillWords said(pack_->texts, words_.language(), pack_->library.drills[drilling.drill]);
    const Session session = state_.session.value_or(Session{{{}}, 0});
    const DrillInput input{drilling.run,
                           drilling.confidence,
                           drilling.reveal,
                           session.at + 1,
                           session.items.size(),
                           session.has_more(),
                           today(),
                           sector_of(pack_->library, said.drill()),
                           pill()};
    const DrillView view = make_drill_view(words_, said, input);
    const DrillAction fired = draw_drill(ui, faces_, view);
    switch (fired.kind) {
        case DrillAction::Kind::none:
            return std::nullopt;
        case DrillAction::Kind::pick:
            return PickAnswer{view.choices[fired.index].id};
        case DrillAction::Kind::confidence:
            return SetConfidence{fired.confidence};
        case DrillAction::Kind::show:
            return ShowAnswer{};
        case DrillAction::Kind::go_on:
            return NextItem{};
        case DrillAction::Kind::leave:
            return LeaveDrill{};
        case DrillAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

void App::do_(const KeepCopy&) {
    const auto path =
        export_records(services_.export_directory, state_.person->name, today(), state_.learner.records);
    if (path) return say(words_.tr("me", "Your copy lies in {}", {*path}));
    state_.back_to = Screen::me;
    trouble(words_.tr("trouble", "The copy could not be written"), path.error());
}

}  // namespace touchstone::game
