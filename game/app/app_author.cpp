// SPDX-License-Identifier: Apache-2.0
// While somebody writes a pack: their desk, and play that survives new versions and leaves no record.
#include <algorithm>
#include <filesystem>

#include "engine/basics/seeded.h"
#include "game/app/app.h"
#include "game/screens/author/author_view.h"
#include "game/screens/common/scenario_words.h"

namespace touchstone::game {
namespace {

constexpr std::size_t most_findings = 60;  // on the desk; nobody reads more at once

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

std::vector<std::string> names_in(NameSet set, const std::vector<std::string>& names) {
    std::vector<std::string> in;
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((set & (1U << i)) != 0) in.push_back(names[i]);
    return in;
}

Tint tint_of(BuildReport::Weight weight) {
    if (weight == BuildReport::Weight::error) return Tint::bad;
    return weight == BuildReport::Weight::warning ? Tint::careful : Tint::plain;
}

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

AuthorStatus App::author_status() const {
    const Authoring& author = *state_.author;
    if (!author.trouble.empty())
        return {Tint::bad, icon::problem, words_.tr("author", "Changes are not noticed any more."), author.trouble};
    if (!author.report) return {Tint::plain, icon::hourglass, words_.tr("author", "Reading what you wrote"), ""};
    const BuildReport& report = *author.report;
    AuthorStatus status{Tint::good, icon::check_circle, words_.tr("author", "Everything is well."), ""};
    const long errors = report.errors(), to_do = report.to_do(), warnings = report.warnings();
    if (to_do > 0)
        status = {Tint::careful, icon::flag,
                  words_.count("author", "{} place is still to do.", "{} places are still to do.", to_do), ""};
    else if (warnings > 0)
        status = {Tint::careful, icon::flag, words_.count("author", "{} warning", "{} warnings", warnings), ""};
    if (errors > 0)
        status = {Tint::bad, icon::problem, words_.count("author", "{} error", "{} errors", errors),
                  report.findings.front().place + " " + report.findings.front().reason};
    if (!report.problem.empty())
        status = {Tint::bad, icon::problem, words_.tr("author", "That cannot be used."), report.problem};
    // What is on the screen is older than the files: that must never go unsaid.
    if (author.shown == report.number) return status;
    if (author.shown > 0) {
        status.tint = Tint::bad;
        status.words += " · " + words_.tr("author", "You still see the last good version.");
    } else {
        status.words += " · " + words_.tr("author", "There is nothing to play yet.");
    }
    return status;
}

StripView App::strip_view() const {
    StripView view;
    view.status = author_status();
    view.at_desk = state_.screen == Screen::desk;
    if (!state_.playing) return view;
    const Encounter& encounter = state_.playing->encounter;
    const Scenario& scenario = scenario_of(*state_.playing);
    view.can_take_back = !encounter.log.empty();
    view.path = joined(encounter.log, " › ");
    const std::string place = encounter.finished() ? scenario.endings[encounter.end->ending].id
                                                   : scenario.moments[encounter.moment].id;
    view.path = scenario.id + "/" + place + (view.path.empty() ? "" : ": " + view.path);
    const CustomerState& now = encounter.state;
    view.state = words_.tr("meter", "Satisfaction") + " " + std::to_string(now.satisfaction) + " · " +
                 words_.tr("meter", "Trust") + " " + std::to_string(now.trust) + " · " +
                 words_.tr("meter", "Patience") + " " + std::to_string(now.patience);
    for (const std::string& name : names_in(encounter.facts, scenario.facts)) view.state += " · " + name;
    for (const std::string& name : names_in(encounter.marks, scenario.marks)) view.state += " · " + name;
    if (state_.author->lost_steps > 0)
        view.state += " · " + words_.count("author", "{} step is not there any more", "{} steps are not there any more",
                                           static_cast<long>(state_.author->lost_steps));
    return view;
}

std::optional<Action> App::draw_strip_below(Ui& ui, const Rect& rect) {
    switch (draw_strip(ui, rect, strip_view())) {
        case StripAction::none:
            return std::nullopt;
        case StripAction::desk:
            return OpenDesk{};
        case StripAction::again:
            return PlayFromStart{};
        case StripAction::take_back:
            return TakeBackStep{};
    }
    return std::nullopt;
}

namespace {

/// What can be chosen of the started scenario.
void add_start(DeskView& view, const Scenario& scenario, const AuthorStart& start) {
    const std::string first = scenario.moments[scenario.start].id;
    const std::string& chosen = start.moment.empty() ? first : start.moment;
    for (const Moment& moment : scenario.moments)
        view.moments.push_back({"moment/" + moment.id, moment.id, moment.id == chosen, {}});
    for (const std::string& fact : scenario.facts)
        view.facts.push_back({"fact/" + fact, fact, start.facts.count(fact) != 0, {}});
    for (const std::string& mark : scenario.marks)
        view.marks.push_back({"mark/" + mark, mark, start.marks.count(mark) != 0, {}});
    view.state = start.state;
    view.seed = seed_to_text(start.seed);
    view.can_play = true;
}

}  // namespace

std::optional<Action> App::draw_desk_screen(Ui& ui) {
    const Authoring& author = *state_.author;
    DeskView view;
    view.title = std::filesystem::path(author.folder).filename().string();
    view.line = words_.tr("author", "Nothing that you play here is recorded");
    view.trouble = author.trouble;
    view.remedy = author.remedy;
    if (author.report && !author.report->problem.empty()) {
        view.trouble = author.report->problem;
        view.remedy = author.report->remedy;
    }
    if (pack_) {
        for (std::size_t i = 0; i < pack_->library.scenarios.size(); ++i) {
            const Scenario& scenario = pack_->library.scenarios[i];
            const bool draft =
                std::find(author.drafts.begin(), author.drafts.end(), scenario.id) != author.drafts.end();
            view.scenarios.push_back({"scenario/" + scenario.id,
                                      words_of(i).title() + (draft ? " · " + words_.tr("author", "draft") : ""),
                                      scenario.id == author.start.scenario, {}});
        }
        for (const Drill& drill : pack_->library.drills) view.drills.push_back({"drill/" + drill.id, drill.id, false, {}});
        if (const Scenario* scenario = started_scenario()) add_start(view, *scenario, author.start);
    }
    if (author.report) {
        const auto& all = author.report->findings;
        for (std::size_t i = 0; i < std::min(all.size(), most_findings); ++i)
            view.findings.push_back({tint_of(all[i].weight), all[i].code, all[i].place, all[i].reason, all[i].remedy});
        if (all.size() > most_findings)
            view.more = words_.count("author", "and {} more", "and {} more",
                                     static_cast<long>(all.size() - most_findings));
    }
    const DeskAction fired = draw_desk(ui, view);
    switch (fired.kind) {
        case DeskAction::Kind::none:
            return std::nullopt;
        case DeskAction::Kind::scenario:
            return ChooseStart{pack_->library.scenarios[fired.index].id, {}};
        case DeskAction::Kind::moment:
            return ChooseStart{author.start.scenario, view.moments[fired.index].label};
        case DeskAction::Kind::fact:
            return ToggleFact{view.facts[fired.index].label};
        case DeskAction::Kind::mark:
            return ToggleMark{view.marks[fired.index].label};
        case DeskAction::Kind::drill:
            return PlayDrill{fired.index};
        case DeskAction::Kind::state:
            return SetStartState{fired.state};
        case DeskAction::Kind::shuffle:
            return Shuffle{};
        case DeskAction::Kind::play:
            return PlayFromStart{};
        case DeskAction::Kind::settings:
            return OpenSettings{};
        case DeskAction::Kind::restart:
            return RestartBuilds{};
    }
    return std::nullopt;
}

}  // namespace touchstone::game
