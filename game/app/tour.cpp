// SPDX-License-Identifier: Apache-2.0
#include "game/app/tour.h"

#include <map>

#include "engine/basics/seeded.h"
#include "engine/paths/explore.h"

namespace touchstone::game {
namespace {

device::RandomSource seeded_random() {
    return [generator = SplitMix64(2026)]() mutable {
        device::RandomBytes bytes{};
        for (std::size_t i = 0; i < bytes.size(); i += 8)
            for (std::uint64_t word = generator.next(), k = 0; k < 8; ++k)
                bytes[i + k] = static_cast<std::uint8_t>(word >> (8 * k));
        return bytes;
    };
}

constexpr const char* names[] = {"Anna K",   "Bartek M", "Дарья Л", "Eero P",
                                 "Galina T", "Jaan Õ",   "Marek Ż", "Oksana V"};

class PackTour final : public Tour {
public:
    PackTour(const LoadedPack& pack, Clock& clock) : pack_(pack), clock_(clock), began_(clock.now()) {}

    std::vector<Stop> stops() const override {
        std::vector<Stop> stops{
            {"who"},         {"who-many"},   {"who-new"},         {"who-same"}, {"home"},
            {"home-resume"}, {"home-later"}, {"practise"},        {"map"},      {"map-later"},
            {"map-list"},    {"me"},         {"me-later"},        {"idea"},     {"kudos"},
            {"kudos-words"}, {"settings"},   {"settings-silent"}, {"enrol"},    {"enrol-address"},
            {"link"},        {"problem"}};
        for (std::size_t i = 0; i < pack_.library.scenarios.size(); ++i) {
            const std::string tail = i == 0 ? "" : "-" + std::to_string(i + 1);
            for (const char* name : {"stage", "stage-asked", "reaction", "leave", "debrief"})
                stops.push_back({name + tail, i});
        }
        if (!pack_.library.drills.empty())
            for (const char* name : {"drill", "drill-picked", "drill-revealed"}) stops.push_back({name});
        stops.push_back({"debrief-list"});
        stops.push_back({"debrief-weak"});
        stops.push_back({"reaction-last"});
        stops.push_back({"shoes"});
        for (const char* name : {"pin", "pin-choose", "pin-wait", "curtain"}) stops.push_back({name});
        for (const char* name : {"retry-reaction", "retry-debrief"}) stops.push_back({name});
        for (const char* name : {"author-empty", "author-desk", "author-errors", "author-stage", "author-old"})
            stops.push_back({name});
        return stops;
    }

    void visit(App& app, const Stop& stop, const Settings& settings) override {
        clock_.set(began_);
        auto store = device::open_device_store(":memory:", seeded_random());
        if (!store) return app.show_trouble("", store.error());
        store_ = *std::move(store);
        Services services;
        services.clock = &clock_;
        services.store = store_.get();
        services.random = seeded_random();
        if (stop.name != "settings-silent") services.voice = &voice_;
        if (stop.name.starts_with("author")) return author(app, stop.name, services, settings);
        add_people();
        app.open(LoadedPack(pack_), services);
        app.override_settings(settings);
        go(app, stop);
    }

private:
    void add_people() {
        int colour = 0;
        for (const char* name : names)
            if (!store_->add_local_person({"00000000-0000-4000-8000-00000000000" + std::to_string(colour)},
                                          name, colour))
                return;
            else
                ++colour;
    }
    void go(App& app, const Stop& stop) {
        const std::string& name = stop.name;
        if (name == "who") return;
        if (name == "who-new") return app.act(BeginName{}), app.act(TypeName{{"D", "a", "r", "i", "a"}});
        if (name == "who-many") return crowd(app);
        if (name == "who-same")
            return app.act(BeginName{}), app.act(TypeName{{names[0]}}), app.act(FinishName{});
        if (name.starts_with("enrol")) return join(app, name == "enrol-address");
        if (name == "link") return link(app);
        if (name == "problem")
            return app.show_trouble(
                app.words().tr("trouble", "The data of this tablet cannot be opened"),
                {Error::Kind::broken_storage,
                 "/var/lib/touchstone/tablet.sqlite: attempt to write a readonly database",
                 "Choose a folder that can be written to, with --data-dir."});
        if (name.starts_with("pin")) return pin(app, name);
        app.act(PickPerson{"00000000-0000-4000-8000-000000000002"});
        if (name == "curtain") return curtain(app);
        if (name.starts_with("settings")) return app.act(OpenSettings{});
        if (name == "idea" || name.starts_with("kudos")) return write(app, name);
        if (name == "practise") return app.act(OpenPage{Page::practise});
        if (name.ends_with("-later") || name == "map-list") play_before(app);
        if (name.starts_with("map")) return show_map(app, name == "map-list");
        if (name.starts_with("me")) return app.act(OpenPage{Page::me});
        if (name.starts_with("drill")) return drill(app, name);
        if (name.starts_with("retry")) return retry(app, name == "retry-debrief");
        if (name == "shoes") return play(app, {"debrief", 0}), app.act(LookFromOtherSide{2});
        if (name != "home" && name != "home-later") play(app, stop);
    }
    /// Somebody writes: all is well, or the newest build has errors and the one before it is still shown.
    void author(App& app, const std::string& name, const Services& services, const Settings& settings) {
        app.open_desk("content/essentials", 7, services);
        app.override_settings(settings);
        if (name == "author-empty") return app.take_build({1, 214, {}, {}, "", ""}, std::nullopt);
        app.take_build({1, 214, {{"", {}}}, {}, "", ""}, LoadedPack(pack_));
        if (name == "author-stage" || name == "author-old") {
            app.act(PlayFromStart{});
            app.act(SelectChoice{pack_.library.scenarios[0].moments[0].choices[0].id});
            app.act(SayIt{});
            app.act(GoOn{});
        }
        if (name == "author-desk" || name == "author-stage") return;
        using Weight = BuildReport::Weight;
        BuildReport broken{2, 198, {}, {}, "", ""};
        broken.findings = {
            {Weight::error, "E201", "scenarios/late-pickup.yaml:43:15",
             "`next` names no moment or ending: `serch`; did you mean `search`?",
             "use the id of a moment or an ending of this scenario", false},
            {Weight::warning, "W405", "scenarios/late-pickup.yaml:121:13",
             "the choice is 1.6 times as long as the others", "make it shorter, or the others longer", false},
            {Weight::note, "W410", "scenarios/quiet-room.yaml:499:12",
             "a sentence of 15 words; 14 is easy to follow", "make two sentences of it", false}};
        app.take_build(std::move(broken), std::nullopt);
    }
    /// Two encounters, so that there is something to show.
    void play_before(App& app) {
        const Micros now = clock_.now();
        app.act(OpenWriting{Writing::Kind::reflection});
        app.act(TypeWords{{"I could have asked what the phone is for before I looked at the screen."}});
        app.act(KeepWords{});
        for (const std::size_t scenario : {std::size_t{0}, std::size_t{1}}) {
            if (scenario >= pack_.library.scenarios.size()) return;
            play(app, {scenario == 0 ? "debrief" : "debrief-weak", scenario});
            app.act(FinishDebrief{});
        }
        clock_.set(now);
    }
    /// Twenty-four people.
    void crowd(App& app) {
        State state = app.state();
        for (int i = 0; i < 16; ++i) {
            device::DevicePerson person = state.people[static_cast<std::size_t>(i) % 8];
            person.id.text += "-" + std::to_string(i);
            person.name = std::string(1, static_cast<char>('C' + i)) + "ella";
            state.people.push_back(std::move(person));
        }
        app.show(std::move(state));
    }
    void write(App& app, const std::string& name) {
        app.act(OpenPage{Page::me});
        const bool kudos = name.starts_with("kudos");
        app.act(OpenWriting{kudos ? Writing::Kind::kudos : Writing::Kind::idea});
        if (!kudos)
            return app.act(
                TypeWords{{"A chair at the counter, for people who wait with a child on their arm. "}});
        app.act(ChooseColleague{"00000000-0000-4000-8000-000000000006"});
        app.act(ChooseIndicator{pack_.library.standard.indicators.front().id});
        if (name == "kudos-words") app.act(WriteThanks{});
    }
    void pin(App& app, const std::string& name) {
        State state = app.state();
        state.pin = PinEntry{state.people[2], PinEntry::Step::check, "47", {}, {}, 0, 0};
        if (name == "pin-choose") state.pin->step = PinEntry::Step::choose;
        if (name == "pin-wait") state.pin->free_at = clock_.now() + 600'000'000;
        app.show(std::move(state));
    }
    void curtain(App& app) {
        play(app, {"stage", 0});
        clock_.skip(305'000'000);
        app.tick();
        clock_.skip(-305'000'000);
    }
    void show_map(App& app, bool as_list) {
        app.act(OpenPage{Page::map});
        app.act(LookAt{2});
        if (as_list) app.act(ToggleMapList{});
    }
    /// The worst path, then its turn once more along the first answers.
    void retry(App& app, bool whole) {
        play(app, {"debrief-weak", 0});
        app.act(Retry{});
        while (app.state().screen == Screen::stage) {
            select_longest(app, pack_.library.scenarios[0]);
            app.act(SayIt{});
            if (!whole) return;
            app.act(GoOn{});
        }
    }
    /// The first drill of the pack, before and after the answer.
    void drill(App& app, const std::string& name) {
        State state = app.state();
        state.session = Session{{{SessionItem::Kind::drill, 0}, {SessionItem::Kind::drill, 0}}, 0};
        state.screen = Screen::debrief;
        app.show(std::move(state));
        app.act(NextItem{});
        if (name == "drill" || app.state().screen != Screen::drill) return;
        const Moment& moment = pack_.library.drills[0].variants[app.state().drilling->run.variant].moment;
        const Choice* weakest = &moment.choices.front();
        for (const Choice& choice : moment.choices)
            if (choice.ratings.front() < weakest->ratings.front()) weakest = &choice;
        app.act(PickAnswer{weakest->id});
        app.act(SetConfidence{3});
        clock_.skip(20'000'000);
        if (name == "drill-revealed") app.act(ShowAnswer{});
    }
    void join(App& app, bool address) {
        app.act(OpenEnrol{});
        app.act(TypeEnrol{{"t", "o", "u", "c", "h", "s", "t", "o", "n", "e", ".", "s", "h", "o", "p"}});
        if (address) return;
        app.act(EnrolNext{});
        app.act(TypeEnrol{{"4821076"}});
        app.act(Join{});
    }
    void link(App& app) {
        sync::Roster roster;
        for (int i = 0; i < 6; ++i) roster.people.push_back({{"roster-" + std::to_string(i)}, names[i], {}});
        if (!store_->save_roster(roster)) return;
        app.act(ShowPeople{});
        State state = app.state();
        state.screen = Screen::link;
        app.show(std::move(state));
    }
    /// Plays along the best path, or the worst, up to the place that the picture needs.
    void play(App& app, const Stop& stop) {
        const std::string& name = stop.name;
        const Scenario& scenario = pack_.library.scenarios[stop.scenario];
        app.act(StartScenario{stop.scenario, false});
        if (name.starts_with("stage") && !name.starts_with("stage-asked"))
            return select_longest(app, scenario);
        if (name.starts_with("stage-asked")) return ask(app, scenario);
        if (name.starts_with("leave")) return app.act(AskToLeave{});
        const auto& paths = explored(stop.scenario);
        if (!paths) return app.show_trouble("", paths.error());
        const bool whole = name.starts_with("debrief") || name == "reaction-last",
                   weak = name == "debrief-weak";
        for (const std::string& id : weak ? paths->worst_path : paths->best_path) {
            step(app, scenario, id, weak);
            if (name == "home-resume" && app.state().screen == Screen::reaction)
                return app.act(GoOn{}), app.act(Pause{});
            if (!whole && app.state().screen == Screen::reaction) return;
            if (name != "reaction-last" && app.state().screen == Screen::reaction)
                app.act(GoOn{});
            else if (app.state().screen == Screen::reaction && !app.state().playing->encounter.finished())
                app.act(GoOn{});
        }
        if (name == "debrief-list") app.act(ToggleList{});
    }
    const Result<Exploration>& explored(std::size_t scenario) {
        const auto known = explored_.find(scenario);
        if (known != explored_.end()) return known->second;
        return explored_.emplace(scenario, explore(pack_.library.scenarios[scenario])).first->second;
    }
    void step(App& app, const Scenario& scenario, const std::string& id, bool weak) {
        if (id == "leave") return app.act(EndHere{});
        const Moment& moment = scenario.moments[app.state().playing->encounter.moment];
        for (const Ask& ask : moment.asks)
            if (ask.id == id) return app.act(AskFirst{id});
        // The last choice of the good path is not the best one, so that the debrief has two turning points.
        const bool last = !weak && app.state().playing->choices_made == 2;
        clock_.skip(20'000'000);
        app.act(SelectChoice{last ? second_best(app, scenario, id) : id});
        app.act(SayIt{});
    }
    /// Another choice that leads to the same place, so that the path goes on.
    std::string second_best(App& app, const Scenario& scenario, const std::string& best) {
        const Encounter& encounter = app.state().playing->encounter;
        const Moment& moment = scenario.moments[encounter.moment];
        const Choice* wanted = nullptr;
        for (const Choice& choice : moment.choices)
            if (choice.id == best) wanted = &choice;
        for (const std::size_t i : shown_choices(encounter, scenario)) {
            const Choice& choice = moment.choices[i];
            if (choice.id != best && choice.next.kind == wanted->next.kind &&
                choice.next.index == wanted->next.index)
                return choice.id;
        }
        return best;
    }
    void select_longest(App& app, const Scenario& scenario) {
        const Encounter& encounter = app.state().playing->encounter;
        app.act(SelectChoice{
            scenario.moments[encounter.moment].choices[shown_choices(encounter, scenario)[1]].id});
    }
    void ask(App& app, const Scenario& scenario) {
        const std::vector<Ask> asks = scenario.moments[app.state().playing->encounter.moment].asks;
        for (std::size_t i = 0; i < std::min<std::size_t>(asks.size(), 1); ++i) app.act(AskFirst{asks[i].id});
    }

    const LoadedPack& pack_;
    std::map<std::size_t, Result<Exploration>> explored_;
    Clock& clock_;
    Micros began_ = 0;
    std::unique_ptr<device::DeviceStore> store_;
    MuteVoice voice_;  // shows the loudspeaker and says nothing
};

}  // namespace

Result<std::unique_ptr<Tour>> make_tour(const LoadedPack& pack, Clock& clock) {
    return std::unique_ptr<Tour>(std::make_unique<PackTour>(pack, clock));
}

}  // namespace touchstone::game
