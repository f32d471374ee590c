// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "engine/basics/overloaded.h"
#include "engine/basics/utf8.h"
#include "game/app/app.h"

namespace touchstone::game {
namespace {

constexpr Day oldest_resumable_days = 7;  // DEFINITIONS A7

std::size_t index_of(const Library& library, const Scenario* scenario) {
    return static_cast<std::size_t>(scenario - library.scenarios.data());
}

}  // namespace

ScenarioWords App::words_of(std::size_t scenario) const {
    return {pack_->texts, words_.language(), pack_->library.scenarios[scenario]};
}

const OpenEncounter* App::open_of(std::size_t scenario) const {
    const OpenEncounter* found = nullptr;
    for (const auto& [id, open] : state_.learner.fold.open)
        if (open.begun.scenario == pack_->library.scenarios[scenario].id &&
            (found == nullptr || open.records.front().header.at > found->records.front().header.at))
            found = &open;
    return found;
}

const OpenEncounter* App::latest_open() const {
    const OpenEncounter* found = nullptr;
    for (const auto& [id, open] : state_.learner.fold.open)
        if (pack_->library.find(open.begun.scenario) != nullptr &&
            (found == nullptr || open.records.back().header.at > found->records.back().header.at))
            found = &open;
    return found;
}

std::optional<OpenPlay> App::open_play() const {
    const OpenEncounter* open = latest_open();
    if (open == nullptr) return std::nullopt;
    const Scenario* scenario = pack_->library.find(open->begun.scenario);
    OpenPlay play{index_of(pack_->library, scenario), true, {}, 0};
    if (scenario->logic_hash != open->begun.logic_hash || today() - open->day > oldest_resumable_days)
        return play;
    const auto resumed = refold(*scenario, open->records);
    if (!resumed || resumed->encounter.finished()) return play;
    return OpenPlay{play.scenario, false, resumed->encounter.situation(), resumed->encounter.moment};
}

PracticeContext App::context_of(const Playing& playing) const {
    const Scenario& scenario = scenario_of(playing);
    const Origin& origin = pack_->origin(playing.scenario);
    PracticeContext context{
        pack_->library.standard, scenario, playing.id, origin.pack, origin.hash, playing.mode, {}};
    context.history = playing.history;
    const ScenarioWords said = words_of(playing.scenario);
    if (!playing.encounter.finished())
        for (const std::size_t choice : shown_choices(playing.encounter, scenario))
            context.words_on_screen += count_words(
                said.choice_says(playing.encounter.moment, choice, playing.encounter.situation()));
    return context;
}

bool App::close_open(const OpenEncounter& open) {
    const Scenario* scenario = pack_->library.find_by_hash(open.begun.logic_hash);
    std::optional<Encounter> last;
    if (scenario != nullptr)
        if (const auto resumed = refold(*scenario, open.records)) last = resumed->encounter;
    return commit({abandoned(scenario, open.begun.encounter, last ? &*last : nullptr)});
}

void App::do_(const StartScenario& action) {
    state_.session.reset();
    start(action.scenario, action.again);
}

/// Goes on where it was left, unless it is to begin again.
void App::start(std::size_t scenario, bool again) {
    const OpenEncounter* open = open_of(scenario);
    if (open != nullptr && !again && resume(*open, scenario)) return;
    if (state_.screen == Screen::problem) return;
    if (open != nullptr && !close_open(*open)) return;
    if (load_learner()) begin_scenario(scenario);
}

bool App::resume(const OpenEncounter& open, std::size_t index) {
    const Scenario& scenario = pack_->library.scenarios[index];
    if (scenario.logic_hash != open.begun.logic_hash || today() - open.day > oldest_resumable_days)
        return false;
    const auto resumed = refold(scenario, open.records);
    if (!resumed) {
        std::fprintf(stderr, "touchstone: encounter %s does not refold: %s\n",
                     open.begun.encounter.text.c_str(), resumed.error().detail.c_str());
        return false;
    }
    if (resumed->encounter.finished()) return false;
    Playing playing;
    playing.scenario = index;
    playing.id = open.begun.encounter;
    playing.mode = open.begun.mode;
    playing.encounter = resumed->encounter;
    playing.active_ms = resumed->active_ms;
    playing.before = resumed->encounter.state;
    for (const Record& record : open.records)
        if (const auto* made = std::get_if<ChoiceMade>(&record.body)) {
            ++playing.choices_made;
            playing.rapid += made->rapid ? 1 : 0;
        }
    playing.history = history_of(state_.learner.fold, scenario.id, today());
    playing.history.plays_in_30_days = std::max(0, playing.history.plays_in_30_days - 1);  // this very one
    playing.fold_before = state_.learner.fold;
    playing.visible_since_ms = services_.clock->monotonic_ms();
    state_.playing = std::move(playing);
    state_.screen = Screen::stage;
    return true;
}

std::uint64_t App::new_seed() const {
    const device::RandomBytes bytes = services_.random();
    std::uint64_t seed = 0;
    for (std::size_t i = 0; i < 8; ++i) seed = seed << 8U | bytes[i];
    return seed;
}

void App::begin_scenario(std::size_t index) {
    Playing playing;
    playing.scenario = index;
    playing.id = {device::uuid7(services_.clock->now(), services_.random())};
    playing.history = history_of(state_.learner.fold, pack_->library.scenarios[index].id, today());
    playing.fold_before = state_.learner.fold;
    show_begun(std::move(playing),
               [&](const PracticeContext& context) { return begin_practice(context, new_seed()); });
}

/// The records of the beginning are durable before the stage is shown.
void App::show_begun(Playing playing, const std::function<PracticeStep(const PracticeContext&)>& begin) {
    PracticeStep step = begin(context_of(playing));
    if (!commit(step.records)) return;
    playing.encounter = std::move(step.encounter);
    playing.before = playing.encounter.state;
    playing.visible_since_ms = services_.clock->monotonic_ms();
    state_.playing = std::move(playing);
    state_.screen = Screen::stage;
}

/// One event of the encounter: first the records are durable, then anything changes that can be seen.
bool App::play(const PlayEvent& event) {
    Playing& playing = *state_.playing;
    const std::int64_t now = services_.clock->monotonic_ms(), visible = now - playing.visible_since_ms;
    PlayEvent timed = event;
    std::visit([&](auto& what) { what.visible_ms = visible; }, timed);
    auto step = practise(context_of(playing), playing.encounter, timed, playing.active_ms);
    if (!step) {
        state_.back_to = Screen::home;
        trouble(words_.tr("trouble", "This scenario cannot go on"), step.error());
        return false;
    }
    if (!commit(step->records)) return false;
    for (const RecordBody& body : step->records)
        if (const auto* made = std::get_if<ChoiceMade>(&body); made != nullptr && made->rapid)
            ++playing.rapid;
    playing.before = playing.encounter.state;
    playing.encounter = step->encounter;
    playing.active_ms += visible;
    playing.visible_since_ms = now;
    if (step->scoring) finish_play(*step);
    return true;
}

void App::finish_play(const PracticeStep& step) {
    Playing& playing = *state_.playing;
    playing.scoring = step.scoring;
    const auto known = playing.fold_before.scenarios.find(scenario_of(playing).id);
    if (known != playing.fold_before.scenarios.end()) playing.best_before = known->second.best;
}

void App::do_(const SelectChoice& action) {
    std::string& selected = state_.playing->selected;
    selected = selected == action.id ? std::string() : action.id;
    if (state_.settings.one_tap) do_(SayIt{});
}

void App::do_(const AskFirst& action) {
    if (play(AskEvent{action.id}) && state_.playing->encounter.finished()) state_.screen = Screen::debrief;
}

void App::do_(const SayIt&) {
    Playing& playing = *state_.playing;
    if (playing.selected.empty()) return;
    const Moment& moment = scenario_of(playing).moments[playing.encounter.moment];
    Playing::Reaction reaction{playing.encounter.moment, 0, playing.encounter.situation()};
    for (std::size_t i = 0; i < moment.choices.size(); ++i)
        if (moment.choices[i].id == playing.selected) reaction.choice = i;
    if (!play(ChooseEvent{playing.selected})) return;
    playing.reaction = reaction;
    playing.selected.clear();
    ++playing.choices_made;
    state_.screen = Screen::reaction;
}

void App::do_(const GoOn&) {
    Playing& playing = *state_.playing;
    playing.before = playing.encounter.state;
    playing.visible_since_ms = services_.clock->monotonic_ms();
    state_.screen = playing.encounter.finished() ? Screen::debrief : Screen::stage;
}

void App::do_(const AskToLeave&) {
    if (state_.author) return do_(OpenDesk{});
    if (state_.playing && state_.playing->encounter.finished()) return do_(GoOn{});
    state_.asks_to_leave = true;
}

void App::do_(const Stay&) { state_.asks_to_leave = false; }

void App::do_(const Pause&) {
    state_.asks_to_leave = false;
    go_home();
}

void App::do_(const EndHere&) {
    state_.asks_to_leave = false;
    if (play(LeaveEvent{})) state_.screen = Screen::debrief;
}

void App::do_(const FinishDebrief&) { do_(NextItem{}); }

void App::do_(const Retry&) {
    const Playing& parent = *state_.playing;
    const auto turn = turning_points(*parent.scoring).could_turn;
    if (!turn || parent.mode == "retry") return;
    const auto fork = fork_before(scenario_of(parent), parent.id, parent.encounter, *turn);
    if (!fork) return say(fork.error().detail);
    if (state_.author) return retry_as_author(fork->position);
    Playing playing;
    playing.scenario = parent.scenario;
    playing.mode = "retry";
    playing.id = {device::uuid7(services_.clock->now(), services_.random())};
    if (!load_learner()) return;
    playing.history = history_of(state_.learner.fold, scenario_of(parent).id, today());
    playing.fold_before = state_.learner.fold;
    show_begun(std::move(playing),
               [&](const PracticeContext& context) { return begin_retry(context, new_seed(), *fork); });
}

void App::do_(const LookFromOtherSide& action) {
    if (state_.playing->scoring->choices.empty()) return;
    state_.playing->looked_at = action.step;
    state_.screen = Screen::shoes;
}

void App::do_(const BackToDebrief&) { state_.screen = Screen::debrief; }

void App::do_(const ToggleList&) { state_.playing->as_list = !state_.playing->as_list; }

}  // namespace touchstone::game
