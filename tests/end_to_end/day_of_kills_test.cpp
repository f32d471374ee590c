// SPDX-License-Identifier: Apache-2.0
// Three people share a tablet that is killed again and again. Before each start the log tells where everybody
// stands; from that follow the script of the next turns and the records that each of its steps must leave.
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "engine/basics/seeded.h"
#include "engine/practice/drill_fold.h"
#include "engine/practice/folds.h"
#include "server_sync/device/device_store.h"
#include "tests/end_to_end/tablet.h"
#include "tests/support/drill_text.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

constexpr int kills = TOUCHSTONE_KILLS;  // 50; a dozen where sanitizers make each start three times as long
constexpr Micros hour = Micros{3600} * 1'000'000, morning = 1'795'330'800 * Micros{1'000'000};
const std::vector<std::string> names{"Anna", "Bert", "Carla"};

/// The small drill, with one answer that every variant has, so that a script can tap it.
std::string drill_text() {
    std::string text(test::small_drill);
    for (const std::string id : {"take-over:", "own-it:", "fetch:"})
        text.replace(text.find("      " + id) + 6, id.size(), "warm:");
    return text;
}

std::vector<Record> records_in(const std::string& log) {
    const auto store = device::open_device_store(log);
    REQUIRE(store);
    CHECK((*store)->incarnations()->size() == 1);
    auto records = (*store)->read_after(0, 100'000);
    REQUIRE(records);
    return *std::move(records);
}

/// One thing that becomes durable: by whom, and the kinds of its records.
struct Step {
    PersonId person;
    std::vector<std::string> kinds;
};

/// What a run of the program is to do. After each step the script writes a file, once its answer is on the
/// glass.
struct Plan {
    std::string script;
    std::vector<Step> steps;
};

class SharedTablet {
public:
    explicit SharedTablet(std::uint64_t seed) : random_(seed) {
        ::setenv("TZ", "UTC", 1);  // the tablet's days are ours
    }

    void meet_everybody() {
        std::string script = "wait-for I am new here\n";
        for (const std::string& name : names)
            script +=
                "tap I am new here\ntype " + name +
                "\ntap THAT IS ME\ntap Not now\nwait-for #people\ntap #people\nwait-for I am new here\n";
        const int met = tablet_.play(script + "quit\n", clock());
        INFO(tablet_.errors());
        REQUIRE(met == 0);
        const auto store = device::open_device_store(tablet_.database());
        REQUIRE(store);
        const auto people = (*store)->people();
        REQUIRE(people);
        for (const device::DevicePerson& person : *people) people_[person.name] = person.id;
        REQUIRE(people_.size() == names.size());
        REQUIRE((*store)->set_setting("calm", "on"));  // nothing moves: a day takes a minute
    }

    /// One start, some turns, and the end of the program at any moment.
    void live_and_die(int round) {
        now_ += 4 * hour;
        const Plan plan = plan_turns(round);
        const std::string mark = "round-" + std::to_string(round) + "-";
        const std::uint64_t among = round % 5 == 0 ? plan.steps.size() : 2;
        const std::uint64_t steps = random_.below(std::min<std::uint64_t>(among, plan.steps.size()) + 1);
        tablet_.start(plan.script, clock());
        if (steps > 0) {
            const bool reached = tablet_.wait_for_file(mark + std::to_string(steps));
            INFO(tablet_.errors());
            REQUIRE(reached);
        }
        // Not to wait for anything, but to die at another place of what comes next.
        std::this_thread::sleep_for(std::chrono::milliseconds(random_.below(steps == 0 ? 700 : 90)));
        tablet_.kill_9();
        std::size_t seen = 0;
        while (std::filesystem::exists(tablet_.file(mark + std::to_string(seen + 1)))) ++seen;
        take_stock(plan, seen);
    }

    /// Everybody signs in once more; nothing but an offer to resume awaits them.
    void look_around() {
        std::string script;
        for (const std::string& name : names) script += sign_in(name) + "tap #people\n";
        const int looked = tablet_.play(script + "wait-for Who is practising?\nquit\n", clock());
        INFO(tablet_.errors());
        REQUIRE(looked == 0);
        CHECK(records_in(tablet_.database()) == records_);
    }

    /// The log is damaged and put aside by hand; its journal has all of it.
    void lose_the_log() {
        const std::string log = tablet_.database();
        for (const char* part : {"-wal", ".mark", ""})
            if (std::filesystem::exists(log + part))
                std::filesystem::rename(log + part, log + part + ".aside");
        CHECK(records_in(log) == records_);
    }

    const std::vector<Record>& records() const { return records_; }
    std::map<std::string, int> kinds_seen() const {
        std::map<std::string, int> seen;
        for (const Record& record : records_) ++seen[kind_of(record.body)];
        return seen;
    }

private:
    std::vector<std::string> clock() const { return {"--clock", to_rfc3339(now_)}; }

    std::vector<Record> records_of(const PersonId& person) const {
        std::vector<Record> out;
        for (const Record& record : records_)
            if (record.header.person == person) out.push_back(record);
        return out;
    }
    std::optional<Encounter> open_of(const PersonId& person) const {
        const PersonFold fold = fold_person(records_of(person));
        REQUIRE(fold.open.size() <= 1);
        if (fold.open.empty()) return std::nullopt;
        const auto resumed = refold(library_.scenarios[0], fold.open.begin()->second.records);
        REQUIRE(resumed);
        return resumed->encounter;
    }
    bool has_drill(const PersonId& person) const {
        const DrillFold fold = fold_drills(records_of(person), person);
        const Day today = day_of(now_, 0);
        return !drills_for_today(fold, drills_of(fold, "small", library_.drills), person, today).empty();
    }

    std::string sign_in(const std::string& name) const {
        const bool paused = open_of(people_.at(name)).has_value();
        return "wait-for Who is practising?\ntap " + name + "\nwait-for #people\n" +
               (paused ? "wait-for GO ON\n" : "wait-for START\nexpect-not GO ON\n") +
               "expect-not TRY AGAIN\nexpect-not Touchstone ended\n";
    }

    Plan plan_turns(int round) {
        Plan plan;
        for (std::size_t turn = 0; turn < names.size(); ++turn)
            plan_turn(plan, names[(static_cast<std::size_t>(round) + turn) % names.size()], round);
        return plan;
    }
    void add_step(Plan& plan, const std::string& script, const PersonId& person,
                  std::vector<std::string> kinds, int round) {
        plan.steps.push_back({person, std::move(kinds)});
        const std::string mark = "round-" + std::to_string(round) + "-" + std::to_string(plan.steps.size());
        plan.script += script + "dump " + tablet_.file(mark) + "\n";
    }
    void plan_turn(Plan& plan, const std::string& name, int round) {
        const PersonId person = people_.at(name);
        plan.script += sign_in(name);
        if (has_drill(person)) {
            add_step(
                plan,
                "tap #drills\nwait-for SHOW ME\ntap #choice/warm\ntap #sure/2\ntap #show\nwait-for #go-on\n",
                person, {"drill-answered"}, round);
            plan.script += "tap #go-on\nwait-for Your week\n";
        }
        plan_scenario(plan, person, round);
        plan.script += "tap #people\n";
    }
    void plan_scenario(Plan& plan, const PersonId& person, int round) {
        const auto open = open_of(person);
        plan.script += "tap Practise\nwait-for #scenario/0\n";
        const std::string begin = "tap #scenario/0\nwait-for SAY IT\n";
        if (open)
            plan.script += begin;
        else
            add_step(plan, begin, person, {"encounter-begun"}, round);
        if (!open || open->log.empty()) {
            const std::string choice = random_.below(2) == 0 ? "own-it" : "ask-form";
            add_step(plan, "tap #choice/" + choice + "\ntap #say\nwait-for WHAT NOW?\n", person,
                     {"choice-made"}, round);
            plan.script += "tap WHAT NOW?\nwait-for SAY IT\n";
            if (random_.below(3) == 0) {
                plan.script += "tap #leave\nwait-for Pause\ntap Pause\nwait-for GO ON\n";
                return;
            }
        }
        add_step(plan, "tap #choice/plain-swap\ntap #say\nwait-for LOOK BACK\n", person,
                 {"choice-made", "encounter-finished"}, round);
        plan.script += "tap LOOK BACK\nwait-for DONE\ntap DONE\nwait-for Your week\n";
    }

    /// What was seen is there, in its order and under its person, and at most one step more: the one that was
    /// under way.
    void take_stock(const Plan& plan, std::size_t seen) {
        const auto now = records_in(tablet_.database());
        REQUIRE(now.size() >= records_.size());
        for (std::size_t i = 0; i < records_.size(); ++i) REQUIRE(now[i] == records_[i]);
        std::size_t at = records_.size(), steps = 0;
        while (at < now.size()) {
            REQUIRE(steps < plan.steps.size());
            const Step& step = plan.steps[steps++];
            for (const std::string& kind : step.kinds) {
                REQUIRE(at < now.size());
                CHECK(kind_of(now[at].body) == kind);
                CHECK(now[at].header.person == step.person);
                CHECK(now[at].header.seq == static_cast<std::int64_t>(at) + 1);
                ++at;
            }
        }
        CHECK(steps >= seen);
        CHECK(steps <= seen + 1);
        records_ = now;
    }

    SplitMix64 random_;
    test::Tablet tablet_{drill_text()};
    const Library library_ = test::drill_library();
    std::map<std::string, PersonId> people_;
    std::vector<Record> records_;
    Micros now_ = morning;
};

/// From the environment, to see a day again; else another one each time.
std::uint64_t seed_of_the_day() {
    const char* said = std::getenv("TOUCHSTONE_KILL_SEED");
    return said != nullptr ? std::strtoull(said, nullptr, 10) : std::random_device{}();
}

}  // namespace

TEST_CASE(
    "a shared tablet that is killed again and again keeps every record once, under the person who made it",
    "[end-to-end]") {
    const std::uint64_t seed = seed_of_the_day();
    std::printf("seed of the kills: TOUCHSTONE_KILL_SEED=%llu\n", static_cast<unsigned long long>(seed));
    SharedTablet tablet(seed);
    tablet.meet_everybody();
    for (int round = 1; round <= kills; ++round) {
        INFO("seed " << seed << ", kill " << round);
        tablet.live_and_die(round);
    }
    tablet.look_around();

    std::set<std::string> ids;
    std::map<std::string, PersonId> owners;
    for (const Record& record : tablet.records()) {
        CHECK(ids.insert(record.header.id.text).second);
        if (const EncounterId* encounter = encounter_of(record.body))
            CHECK(owners.emplace(encounter->text, record.header.person).first->second ==
                  record.header.person);
    }
    auto kinds_seen = tablet.kinds_seen();
    CHECK(kinds_seen["encounter-begun"] > 0);
    // A dozen kills are too few to come by all the rest.
    if constexpr (kills >= 50)
        for (const char* kind : {"choice-made", "encounter-finished", "drill-answered"})
            CHECK(kinds_seen[kind] > 0);
    tablet.lose_the_log();
}
