// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "engine/paths/explore.h"
#include "tests/game/tablet.h"

namespace touchstone::game::test {
namespace {

constexpr Size landscape{1280, 800};

bool is_ask(const Scenario& scenario, const Encounter& encounter, const std::string& id) {
    for (const Ask& ask : scenario.moments[encounter.moment].asks)
        if (ask.id == id) return true;
    return false;
}

/// Plays ids until the encounter ends.
void play_path(Tablet& tablet, const std::vector<std::string>& ids) {
    const Scenario scenario = pack().library.scenarios[0];
    for (const std::string& id : ids) {
        if (is_ask(scenario, tablet.app.state().playing->encounter, id)) {
            tablet.app.act(AskFirst{id});
            continue;
        }
        tablet.choose(id);
        tablet.app.act(GoOn{});
    }
}

/// A log whose disk is full whenever it is told so.
class FullDisk final : public device::DeviceStore {
public:
    explicit FullDisk(device::DeviceStore& inner) : inner_(inner) {}
    bool full = false;

    Result<std::vector<Record>> append(std::vector<Record> records) override {
        if (full) return Error{Error::Kind::broken_storage, "the disk is full", "Free some space."};
        return inner_.append(std::move(records));
    }
    Result<std::vector<Record>> read_after(std::int64_t after, std::size_t limit) const override {
        return inner_.read_after(after, limit);
    }
    Result<std::vector<Record>> of_person(const PersonId& person) const override {
        return inner_.of_person(person);
    }
    Result<std::vector<Record>> kudos_to(const PersonId& person) const override { return inner_.kudos_to(person); }
    Result<std::map<PersonId, std::set<Day>>> practice_since(Day since) const override {
        return inner_.practice_since(since);
    }
    Result<std::int64_t> last_seq() const override { return inner_.last_seq(); }
    Result<std::vector<device::DevicePerson>> people() const override { return inner_.people(); }
    Result<Done> add_local_person(const PersonId& id, const std::string& name, int colour) override {
        return inner_.add_local_person(id, name, colour);
    }
    Result<Done> save_roster(const sync::Roster& roster) override { return inner_.save_roster(roster); }
    Result<Done> decide(const PersonId& local, const std::optional<PersonId>& to) override {
        return inner_.decide(local, to);
    }
    Result<std::optional<device::Enrolment>> enrolment() const override { return inner_.enrolment(); }
    Result<Done> save_enrolment(const device::Enrolment& enrolment) override {
        return inner_.save_enrolment(enrolment);
    }
    Result<std::vector<device::IncarnationState>> incarnations() const override {
        return inner_.incarnations();
    }
    Result<Done> begin_incarnation() override { return inner_.begin_incarnation(); }
    Result<std::vector<device::QueuedRecord>> queue(const IncarnationId& incarnation, std::int64_t after,
                                                    std::size_t limit) const override {
        return inner_.queue(incarnation, after, limit);
    }
    Result<Done> note_acknowledged(const IncarnationId& incarnation, std::int64_t mark,
                                   const std::string& epoch) override {
        return inner_.note_acknowledged(incarnation, mark, epoch);
    }
    Result<Done> set_aside(const RecordId& record, const std::string& reason) override {
        return inner_.set_aside(record, reason);
    }
    Result<std::string> epoch() const override { return inner_.epoch(); }
    Result<std::optional<std::string>> setting(const std::string& key) const override {
        return inner_.setting(key);
    }
    Result<Done> set_setting(const std::string& key, const std::string& value) override {
        return inner_.set_setting(key, value);
    }
    device::TakenOver taken_over() const override { return inner_.taken_over(); }

private:
    device::DeviceStore& inner_;
};

}  // namespace

TEST_CASE("the best path, played on the screen's actions, ends in a debrief with 100", "[app]") {
    Tablet tablet;
    tablet.name_myself();
    REQUIRE(tablet.app.state().screen == Screen::home);
    tablet.app.act(StartScenario{0, false});
    const auto paths = explore(pack().library.scenarios[0]);
    REQUIRE(paths);
    play_path(tablet, paths->best_path);
    REQUIRE(tablet.app.state().screen == Screen::debrief);
    CHECK(tablet.app.state().playing->scoring->score.shown() == 100);
    Headless headless;
    CHECK(headless.frame(tablet.app, landscape).find("score")->value.starts_with("100, "));
    tablet.app.act(FinishDebrief{});
    CHECK(tablet.app.state().learner.fold.scenarios.begin()->second.best == 1000);
}

TEST_CASE("a choice is in the log before the answer to it can be seen", "[app]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(StartScenario{0, false});
    const std::size_t before = tablet.records().size();
    const Scenario scenario = pack().library.scenarios[0];
    tablet.choose(scenario.moments[scenario.start].choices[0].id);
    CHECK(tablet.app.state().screen == Screen::reaction);
    REQUIRE(tablet.records().size() == before + 1);
    CHECK(std::holds_alternative<ChoiceMade>(tablet.records().back().body));
    CHECK(std::get<ChoiceMade>(tablet.records().back().body).visible_ms >= 20'000);
}

TEST_CASE("an encounter that was cut off goes on from the same line at the next start", "[app]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(StartScenario{0, false});
    const Scenario scenario = pack().library.scenarios[0];
    tablet.choose(scenario.moments[scenario.start].choices[0].id);
    const Encounter left = tablet.app.state().playing->encounter;
    const std::string person = tablet.app.state().person->id.text;
    tablet.open();
    tablet.app.act(PickPerson{person});
    Headless headless;
    REQUIRE(headless.tap(tablet.app, landscape, "GO ON"));
    REQUIRE(tablet.app.state().screen == Screen::stage);
    CHECK(tablet.app.state().playing->encounter.state == left.state);
    CHECK(tablet.app.state().playing->encounter.moment == left.moment);
    CHECK(tablet.app.state().playing->choices_made == 1);
}

TEST_CASE("starting again closes the open encounter without a score", "[app]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(StartScenario{0, false});
    tablet.app.act(AskToLeave{});
    tablet.app.act(Pause{});
    tablet.app.act(StartScenario{0, true});
    int abandoned_count = 0;
    for (const Record& record : tablet.records())
        if (const auto* finished = std::get_if<EncounterFinished>(&record.body))
            abandoned_count += finished->end == "abandoned" && !finished->score ? 1 : 0;
    CHECK(abandoned_count == 1);
    CHECK(tablet.app.state().screen == Screen::stage);
}

TEST_CASE("when the log cannot be written the choice is not made, and trying again makes it once", "[app]") {
    Tablet tablet;
    FullDisk disk(*tablet.store);
    Services services;
    services.clock = &tablet.clock;
    services.store = &disk;
    tablet.app.open(pack(), services);
    tablet.name_myself();
    tablet.app.act(StartScenario{0, false});
    const Encounter before = tablet.app.state().playing->encounter;
    const std::size_t written = tablet.records().size();
    disk.full = true;
    const Scenario scenario = pack().library.scenarios[0];
    tablet.choose(scenario.moments[scenario.start].choices[0].id);
    Headless headless;
    REQUIRE(tablet.app.state().screen == Screen::problem);
    CHECK(headless.frame(tablet.app, landscape).find("problem")->value.find("the disk is full") !=
          std::string::npos);
    CHECK(tablet.app.state().playing->encounter.log == before.log);
    disk.full = false;
    REQUIRE(headless.tap(tablet.app, landscape, "TRY AGAIN"));
    CHECK(tablet.app.state().screen == Screen::reaction);
    CHECK(tablet.records().size() == written + 1);
}

TEST_CASE("the language chosen on the first screen is kept", "[app]") {
    Tablet tablet;
    Headless headless;
    REQUIRE(headless.tap(tablet.app, landscape, "ET"));
    CHECK(headless.frame(tablet.app, landscape).find_label("Kes harjutab?") != nullptr);
    tablet.open();
    CHECK(tablet.app.state().settings.language == "et");
}

TEST_CASE("the stage shows no verdict and no feedback on a choice", "[app]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(StartScenario{0, false});
    const LoadedPack loaded = pack();
    const Scenario& scenario = loaded.library.scenarios[0];
    const Moment& moment = scenario.moments[scenario.start];
    tablet.choose(moment.choices[0].id);
    Headless headless;
    const std::string& feedback = loaded.texts.find(
        "en", scenario.id + "/" + moment.id + "/" + moment.choices[0].id + "/feedback");
    const std::string tree = to_json(headless.frame(tablet.app, landscape));
    CHECK(tree.find(feedback.substr(0, 30)) == std::string::npos);
}

TEST_CASE("with one tap an answer is said, and without bars only the face tells", "[writing]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(Toggle{"one-tap"});
    tablet.app.act(Toggle{"bars"});
    tablet.app.act(StartScenario{0, false});
    Headless headless;
    for (const Node& node : headless.frame(tablet.app, landscape).nodes) {
        CHECK(node.role != Role::meter);
        CHECK(node.id != "say");
    }
    tablet.app.act(SelectChoice{tablet.loaded.library.scenarios[0].moments[0].choices[0].id});
    CHECK(tablet.app.state().screen == Screen::reaction);
}

TEST_CASE("answers that nobody can have read are told in the debrief", "[app]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(StartScenario{0, false});
    const Scenario& scenario = tablet.loaded.library.scenarios[0];
    while (!tablet.app.state().playing->encounter.finished()) {
        const Playing& playing = *tablet.app.state().playing;
        tablet.clock.skip(50'000);
        const std::size_t shown = shown_choices(playing.encounter, scenario).front();
        tablet.app.act(SelectChoice{scenario.moments[playing.encounter.moment].choices[shown].id});
        tablet.app.act(SayIt{});
        tablet.app.act(GoOn{});
    }
    const auto made = static_cast<long>(tablet.app.state().playing->choices_made);
    CHECK(tablet.app.state().playing->rapid == made);
    Headless headless;
    const std::string said = std::to_string(made) + (made == 1 ? " hasty answer: not on your map" : " hasty answers: not on your map");
    CHECK(headless.frame(tablet.app, {1280, 800}).find_label(said) != nullptr);
}

}  // namespace touchstone::game::test
