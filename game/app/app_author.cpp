// SPDX-License-Identifier: Apache-2.0
// While somebody writes a pack: their desk, and play that survives new versions and leaves no record.
#include "engine/scoring/score_encounter.h"
#include "game/app/app.h"

namespace touchstone::game {
namespace {

void toggle(std::set<std::string>& set, const std::string& id) {
    if (set.erase(id) == 0) set.insert(id);
}

}  // namespace

void App::open_desk(const std::string& folder, std::uint64_t seed, Services services) {
    services_ = std::move(services);
    state_.author.emplace();
    state_.author->folder = folder;
    state_.author->start.seed = seed;
    state_.person.emplace();
    state_.person->id = {device::uuid7(services_.clock->now(), services_.random())};
    state_.person->name = words_.tr("author", "You");
    state_.screen = Screen::desk;
}

const Scenario* App::started_scenario() const {
    return pack_ ? pack_->library.find(state_.author->start.scenario) : nullptr;
}

void App::take_build(BuildReport report, std::optional<Result<LoadedPack>> pack) {
    Authoring& author = *state_.author;
    author.trouble.clear();
    if (pack && !*pack) {
        report.problem = pack->error().detail;
        report.remedy = pack->error().remedy;
    } else if (pack) {
        author.shown = report.number;
        author.drafts.clear();
        for (const BuildReport::Pack& one : report.packs)
            author.drafts.insert(author.drafts.end(), one.drafts.begin(), one.drafts.end());
        use(**std::move(pack));
    }
    author.report = std::move(report);
}

/// The new version instead of the old one; play goes on from the same steps.
void App::use(LoadedPack pack) {
    const std::optional<LoadedPack> old = std::exchange(pack_, std::move(pack));
    AuthorStart& start = state_.author->start;
    if (started_scenario() == nullptr)
        start = natural_start(pack_->library.scenarios.front(), start.seed);
    if (state_.drilling) go_on_with_drill(*old);
    if (!state_.playing) return;
    const std::vector<std::string> steps = state_.playing->encounter.log;
    const std::string played = old->library.scenarios[state_.playing->scenario].id;
    state_.playing.reset();
    if (played != start.scenario) {
        say(words_.tr("author", "{} is not there any more.", {played}));
        state_.screen = state_.back_to = Screen::desk;
        return;
    }
    play_steps(steps);
    if (state_.screen == Screen::settings) {
        if (state_.back_to != Screen::desk) state_.back_to = where_it_stands(state_.back_to);
    } else if (state_.screen != Screen::desk) {
        state_.screen = where_it_stands(state_.screen);
    }
}

/// The same variant with the same answer, where the new version still has them.
void App::go_on_with_drill(const LoadedPack& old) {
    const Drilling was = *std::exchange(state_.drilling, std::nullopt);
    const Screen before = state_.screen;
    const Drill& known = old.library.drills[was.drill];
    const Drill* now = pack_->library.find_drill(known.id);
    if (now == nullptr) {
        if (before == Screen::drill) state_.screen = Screen::desk;
        return;
    }
    begin_drill(static_cast<std::size_t>(now - pack_->library.drills.data()));
    const std::size_t variant = was.run.variant;
    if (variant < now->variants.size() &&
        now->variants[variant].moment.choices.size() == known.variants[variant].moment.choices.size()) {
        state_.drilling->run = was.run;
        state_.drilling->confidence = was.confidence;
        state_.drilling->reveal = was.reveal;
    }
    state_.screen = before;
}

/// Plays the chosen start, and as many of these steps as there are.
void App::play_steps(const std::vector<std::string>& steps) {
    const Scenario& scenario = *started_scenario();
    const Replay replayed = replay(scenario, begin_there(scenario, state_.author->start), steps);
    state_.author->lost_steps = steps.size() - replayed.encounter.log.size();
    Playing playing;
    playing.scenario = static_cast<std::size_t>(&scenario - pack_->library.scenarios.data());
    playing.id = {device::uuid7(services_.clock->now(), services_.random())};
    playing.encounter = replayed.encounter;
    playing.before = replayed.before.state;
    playing.choices_made = replayed.choices_made;
    playing.visible_since_ms = services_.clock->monotonic_ms();
    if (replayed.said)
        playing.reaction = {replayed.before.moment, *replayed.said, replayed.before.situation()};
    if (playing.encounter.finished()) {
        auto scoring = score_encounter(pack_->library.standard, scenario, playing.encounter);
        if (!scoring) return say(scoring.error().detail);
        playing.scoring = *std::move(scoring);
    }
    state_.playing = std::move(playing);
}

/// The screen that fits, the same as before if it still does.
Screen App::where_it_stands(Screen before) const {
    const bool finished = state_.playing->encounter.finished(), whole = state_.author->lost_steps == 0;
    if (before == Screen::reaction && whole) return Screen::reaction;
    if (before == Screen::shoes && whole && finished) return Screen::shoes;
    return finished ? Screen::debrief : Screen::stage;
}

void App::tell_of_builds(const Error& error) {
    state_.author->trouble = error.detail;
    state_.author->remedy = error.remedy;
}

void App::do_(const OpenDesk&) {
    const bool at_desk = state_.screen == Screen::desk;
    state_.screen = at_desk && state_.playing ? where_it_stands(Screen::stage) : Screen::desk;
    state_.drilling.reset();
}

void App::do_(const ChooseStart& action) {
    AuthorStart start = state_.author->start;
    if (start.scenario != action.scenario)
        if (const Scenario* scenario = pack_->library.find(action.scenario))
            start = natural_start(*scenario, start.seed);
    start.moment = action.moment;
    begin_from(start);
}

/// What was played from another start is over.
void App::begin_from(const AuthorStart& start) {
    state_.playing.reset();
    state_.author->start = start;
}

void App::do_(const SetStartState& action) {
    AuthorStart start = state_.author->start;
    start.state = action.state;
    begin_from(start);
}

void App::do_(const ToggleFact& action) {
    AuthorStart start = state_.author->start;
    toggle(start.facts, action.id);
    begin_from(start);
}

void App::do_(const ToggleMark& action) {
    AuthorStart start = state_.author->start;
    toggle(start.marks, action.id);
    begin_from(start);
}

void App::do_(const Shuffle&) {
    AuthorStart& start = state_.author->start;
    start.seed = new_seed();
    if (state_.playing) play_steps(std::vector(state_.playing->encounter.log));
}

void App::do_(const PlayFromStart&) {
    if (started_scenario() == nullptr) return;
    play_steps({});
    state_.screen = Screen::stage;
}

/// A retry is a start of its own: it stands where the fork was.
void App::retry_as_author(const Position& fork) {
    const Scenario& scenario = scenario_of(*state_.playing);
    const auto facts = names_in(fork.facts, scenario.facts), marks = names_in(fork.marks, scenario.marks);
    begin_from({scenario.id, scenario.moments[fork.moment].id, fork.state, {facts.begin(), facts.end()},
                {marks.begin(), marks.end()}, state_.author->start.seed});
    do_(PlayFromStart{});
}

void App::do_(const TakeBackStep&) {
    if (!state_.playing || state_.playing->encounter.log.empty()) return;
    std::vector<std::string> steps = state_.playing->encounter.log;
    steps.pop_back();
    play_steps(steps);
    state_.screen = Screen::stage;
}

void App::do_(const PlayDrill& action) { begin_drill(action.drill); }

void App::do_(const RestartBuilds&) { state_.author->restart = true; }

}  // namespace touchstone::game
