// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/practice/drill.h"
#include "engine/practice/practice.h"
#include "engine/practice/session.h"
#include "game/app/learner.h"
#include "game/app/screen.h"
#include "game/app/writing.h"
#include "game/author/author_start.h"
#include "game/author/build_report.h"
#include "game/screens/enrol/enrol_view.h"
#include "server_sync/device/device_store.h"
#include "server_sync/device/pins.h"

namespace touchstone::game {

/// An encounter that is being played or looked back at.
struct Playing {
    std::size_t scenario = 0;  // index into the library
    EncounterId id;
    std::string mode = "practice";  // or "retry"
    Encounter encounter;
    ScenarioHistory history;
    std::int64_t active_ms = 0;
    std::int64_t visible_since_ms = 0;
    std::size_t choices_made = 0;
    std::string selected;
    CustomerState before;  // the state that the last event changed
    struct Reaction {
        std::size_t moment = 0, choice = 0;
        Situation said_in;
    };
    Reaction reaction;
    std::optional<Scoring> scoring;
    std::optional<int> best_before;
    PersonFold fold_before;
    bool as_list = false;
    long rapid = 0;             // answers given before they could be read
    std::size_t looked_at = 0;  // in the customer's shoes
};

/// What was planned for the minutes that somebody has, and how far it went.
struct Session {
    std::vector<SessionItem> items;  // drills as indices into the library
    std::size_t at = 0;

    bool has_more() const { return at + 1 < items.size(); }
};

/// A drill on the glass.
struct Drilling {
    std::size_t drill = 0;  // index into the library
    DrillState before;
    DrillRun run;
    std::optional<int> confidence;
    std::optional<DrillReveal> reveal;
    std::int64_t visible_since_ms = 0;
};

/// The pad in front of the tiles.
struct PinEntry {
    enum class Step { check, choose, repeat };
    device::DevicePerson person;
    Step step = Step::check;
    std::string digits, first;  // typed now; those to repeat
    std::string message;
    int shakes = 0;      // wrong tries so far
    Micros free_at = 0;  // from when on a try counts
};

/// What went wrong, and what to do again when the person says so.
struct Trouble {
    std::string title, detail, remedy, kept;
    bool damaged = false;  // the log itself
};

struct Settings {
    std::string language = "en", theme = "light";
    int text_percent = 100;
    bool calm = false;
    bool read_aloud = false;
    bool easy_reading = false;
    bool gloves = false;   // everything a quarter larger
    bool bars = true;      // the customer's state beside the face
    bool one_tap = false;  // an answer is said without confirming
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// The settings that are on or off, by the names under which they are kept.
struct Switch {
    const char* name;
    bool Settings::*on;
};
inline constexpr Switch switches[] = {{"calm", &Settings::calm},
                                      {"read-aloud", &Settings::read_aloud},
                                      {"easy-reading", &Settings::easy_reading},
                                      {"gloves", &Settings::gloves},
                                      {"bars", &Settings::bars},
                                      {"one-tap", &Settings::one_tap}};

/// What an author works with; nothing is recorded meanwhile.
struct Authoring {
    std::string folder;
    std::optional<BuildReport> report;  // the newest
    int shown = 0;                      // the build that is on the screen; 0: none yet
    std::vector<std::string> drafts;    // of that build
    std::string trouble, remedy;        // why no builds come; empty while they do
    AuthorStart start;
    std::size_t lost_steps = 0;  // that the newest build does not know
    bool restart = false;        // the tool is to be started again
};

/// Everything that the screens are made from. A plain value; how it is copied and moved stands in app.cpp alone,
/// because it costs every file seconds.
struct State {
    State();
    State(const State& other);
    State(State&& other) noexcept;
    State& operator=(const State& other);
    State& operator=(State&& other) noexcept;
    ~State();

    Screen screen = Screen::opening;
    Screen back_to = Screen::who;  // from settings, enrol and link
    Settings settings;
    std::vector<device::DevicePerson> people;
    std::optional<device::DevicePerson> person;
    std::optional<PinEntry> pin;
    Learner learner;
    std::vector<int> team_shares;  // of this tablet's people in this week; see team_share
    SessionLength minutes = SessionLength::five;
    std::string sector;  // of what is offered; empty: all
    std::optional<Session> session;
    std::optional<Drilling> drilling;
    std::size_t behaviour = 0;  // looked at on the map
    bool map_as_list = false;
    bool naming = false, shifted = true;
    std::string initial;  // of the tiles that are shown; empty: all
    std::string name, name_problem;
    std::optional<Playing> playing;
    std::optional<Writing> writing;
    std::optional<Authoring> author;
    bool asks_to_leave = false;
    EnrolView enrol;
    std::optional<std::string> link_choice;
    std::size_t linked = 0;
    Trouble trouble;
    std::string toast;
    std::int64_t toast_since_ms = 0;
    bool quit = false;
    bool can_close = true;   // false in a kiosk
    bool reopen = false;     // pack and log are to be opened once more
    bool put_aside = false;  // a damaged log before that
};

}  // namespace touchstone::game
