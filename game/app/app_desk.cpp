// SPDX-License-Identifier: Apache-2.0
// What an author sees: the desk, and the strip below every screen.
#include <algorithm>
#include <filesystem>

#include "engine/basics/seeded.h"
#include "game/app/app.h"
#include "game/screens/author/author_view.h"

namespace touchstone::game {
namespace {

constexpr std::size_t most_findings = 60;  // on the desk; nobody reads more at once

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

Tint tint_of(BuildReport::Weight weight) {
    if (weight == BuildReport::Weight::error) return Tint::bad;
    return weight == BuildReport::Weight::warning ? Tint::careful : Tint::plain;
}

}  // namespace

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
