// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "game/app/action.h"
#include "game/app/clock.h"
#include "game/app/resources.h"
#include "game/app/state.h"
#include "game/screens/common/scenario_words.h"
#include "game/screens/home/home_view.h"
#include "game/screens/me/me_view.h"
#include "game/ui/face/pen.h"
#include "game/ui/ui.h"
#include "game/voice/voice.h"
#include "server_sync/client/sync_client.h"

namespace touchstone::game {

struct AuthorStatus;
struct StripView;
struct WhoView;
struct WritingView;

/// What the client works with. `sync` may be null: then nothing is ever sent.
struct Services {
    Clock* clock = nullptr;
    device::DeviceStore* store = nullptr;
    sync::SyncClient* sync = nullptr;
    device::Pins* pins = nullptr;  // null: nobody is asked for numbers
    device::RandomSource random = device::system_random;
    std::string server_url;  // offered when joining
    std::string device_name = "tablet";
    Voice* voice = nullptr;        // null: nothing is ever spoken
    std::string export_directory;  // where copies of a person's data go; empty: none are made
};

/// The client without its window: state, actions and the natural way of a choice.
class App {
public:
    App(packs::Texts interface_texts, std::vector<Theme> themes);
    App(App&& other) noexcept;
    App& operator=(App&& other) noexcept;
    ~App();

    /// After the first frame: the pack and the log. An error becomes a screen with a remedy.
    void open(Result<LoadedPack> pack, Services services);
    /// Before pack and log are opened once more.
    void forget();
    /// For an author: no person, no log of theirs, and scenarios come with the builds of `folder`. The store keeps
    /// nothing.
    void open_desk(const std::string& folder, std::uint64_t seed, Services services);
    /// What the newest build says, and the packs that it gives: nothing where it gives none. What is being played
    /// goes on from the same steps.
    void take_build(BuildReport report, std::optional<Result<LoadedPack>> pack);
    /// No more builds come.
    void tell_of_builds(const Error& error);
    bool take_restart() { return state_.author && std::exchange(state_.author->restart, false); }
    /// Nothing can be opened at all.
    void show_trouble(const std::string& title, const Error& error);
    /// A kiosk ends by a signal only.
    void forbid_closing() { state_.can_close = false; }
    void tell_of_crash(const std::string& log);
    /// What a new log has from the journal of the one that was put aside.
    void tell_of_taking_over(const device::TakenOver& taken);
    /// Whether somebody asked to open pack and log once more; asked for once.
    bool take_reopening() { return std::exchange(state_.reopen, false); }
    /// Whether a damaged log is to be put aside before that.
    bool take_putting_aside() { return std::exchange(state_.put_aside, false); }

    void act(const Action& action);
    /// Draws the screen; what was fired on it.
    std::optional<Action> draw(Ui& ui);
    /// Somebody is there: a finger, a key, a mouse.
    void touch();
    /// Between frames: sync, toasts, the curtain. Whether something on the screen changed.
    bool tick();
    std::optional<std::int64_t> next_wake_ms() const;

    const State& state() const { return state_; }
    const Words& words() const { return words_; }
    const Theme& theme() const;
    /// What the command line asked for outranks what was kept; it is not kept itself.
    void override_settings(const Settings& settings);
    /// Shows any state: for pictures of every screen.
    void show(State state) { state_ = std::move(state); }

private:
    // people
    void do_(const PickPerson& action);
    void do_(const ShowInitial& action);
    void do_(const BeginName&);
    void do_(const CancelName&);
    void do_(const TypeName& action);
    void do_(const FinishName&);
    void do_(const ShowPeople&);
    // play
    void do_(const StartScenario& action);
    void do_(const SelectChoice& action);
    void do_(const AskFirst& action);
    void do_(const SayIt&);
    void do_(const GoOn&);
    void do_(const AskToLeave&);
    void do_(const Stay&);
    void do_(const Pause&);
    void do_(const EndHere&);
    void do_(const FinishDebrief&);
    void do_(const ToggleList&);
    void do_(const Retry&);
    void do_(const LookFromOtherSide& action);
    void do_(const BackToDebrief&);
    // sessions and drills
    void do_(const StartSession&);
    void do_(const StartDrills&);
    void do_(const SetMinutes& action);
    void do_(const SetSector& action);
    void do_(const OpenPage& action);
    void do_(const LookAt& action);
    void do_(const PractiseBehaviour&);
    void do_(const ToggleMapList&);
    void do_(const PickAnswer& action);
    void do_(const SetConfidence& action);
    void do_(const ShowAnswer&);
    void do_(const NextItem&);
    void do_(const LeaveDrill&);
    void do_(const KeepCopy&);
    // words of one's own
    void do_(const OpenWriting& action);
    void do_(const ChooseColleague& action);
    void do_(const ChooseIndicator& action);
    void do_(const WriteThanks&);
    void do_(const TypeWords& action);
    void do_(const KeepWords&);
    void do_(const LeaveWriting&);
    // sharing the tablet
    void do_(const ImHere&);
    void do_(const TypePin& action);
    void do_(const LeavePin&);
    void do_(const NotMe&);
    void do_(const ChoosePin&);
    // settings
    void do_(const OpenSettings&);
    void do_(const GoBack&);
    void do_(const SetLanguage& action);
    void do_(const SetTheme& action);
    void do_(const SetText& action);
    void do_(const Toggle& action);
    void do_(const ShowSync&);
    // joining
    void do_(const OpenEnrol&);
    void do_(const TypeEnrol& action);
    void do_(const EnrolNext&);
    void do_(const ChangeAddress&);
    void do_(const Join&);
    void do_(const ChooseLink& action);
    void do_(const ConfirmLink&);
    void do_(const TryAgain&);
    void do_(const GiveUp&);
    void do_(const PutAside&);

    // an author's desk
    void do_(const OpenDesk&);
    void do_(const ChooseStart& action);
    void do_(const SetStartState& action);
    void do_(const ToggleFact& action);
    void do_(const ToggleMark& action);
    void do_(const Shuffle&);
    void do_(const PlayFromStart&);
    void do_(const TakeBackStep&);
    void do_(const PlayDrill& action);
    void do_(const RestartBuilds&);

    void load_settings();
    void save_setting(const std::string& key, const std::string& value);
    void ask_for_pin(const device::DevicePerson& person);
    void enter(const device::DevicePerson& person);
    void pin_typed();
    void check_pin(const std::string& digits);
    void keep_pin(const std::string& digits);
    std::optional<std::int64_t> until_curtain() const;
    std::optional<std::int64_t> idle_wake_ms() const;
    bool watch_idle();
    bool load_people();
    bool watch_enrolment();
    bool load_learner();
    bool load_team();
    void go_home();
    void begin_session(std::vector<SessionItem> items);
    void begin_item();
    void begin_drill(std::size_t drill);
    DrillContext drill_context() const;
    std::vector<const device::DevicePerson*> undecided() const;
    void start(std::size_t scenario, bool again);
    std::uint64_t new_seed() const;
    void begin_scenario(std::size_t index);
    void show_begun(Playing playing, const std::function<PracticeStep(const PracticeContext&)>& begin);
    bool resume(const OpenEncounter& open, std::size_t index);
    bool close_open(const OpenEncounter& open);
    const OpenEncounter* open_of(std::size_t scenario) const;
    const OpenEncounter* latest_open() const;
    /// Records become durable, or the trouble screen comes and nothing else changes.
    bool commit(const std::vector<RecordBody>& bodies);
    Record stamped(const RecordBody& body) const;
    PracticeContext context_of(const Playing& playing) const;
    bool play(const PlayEvent& event);
    std::optional<RecordId> end_of(const EncounterId& encounter) const;
    std::vector<Thanks> thanks_received() const;
    void keep_draft();
    void ask_in(WritingView& view) const;
    void finish_play(const PracticeStep& step);
    void trouble(const std::string& title, const Error& error);
    void say(const std::string& toast);
    bool is_open() const { return pack_ && services_.store != nullptr; }

    // an author's desk
    void use(LoadedPack pack);
    void play_steps(const std::vector<std::string>& steps);
    Screen where_it_stands(Screen before) const;
    void begin_from(const AuthorStart& start);
    void retry_as_author(const Position& fork);
    void go_on_with_drill(const LoadedPack& old);
    const Scenario* started_scenario() const;
    std::optional<Action> draw_desk_screen(Ui& ui);
    std::optional<Action> draw_strip_below(Ui& ui, const Rect& rect);
    AuthorStatus author_status() const;
    StripView strip_view() const;

    // reading aloud
    bool has_voice() const { return services_.voice != nullptr && services_.voice->speaks(); }
    std::string place_on_screen() const;
    void hear(const Ui& ui);
    void watch_voice();

    // views and drawing
    std::optional<Action> draw_screen(Ui& ui);
    void add_tiles(WhoView& view) const;
    std::optional<Action> draw_who_screen(Ui& ui);
    std::optional<Action> draw_home_screen(Ui& ui);
    std::optional<Action> draw_practise_screen(Ui& ui);
    std::optional<Action> draw_map_screen(Ui& ui);
    std::optional<Action> draw_me_screen(Ui& ui);
    std::optional<Action> draw_drill_screen(Ui& ui);
    std::optional<Action> draw_stage_screen(Ui& ui);
    std::optional<Action> draw_reaction_screen(Ui& ui);
    std::optional<Action> draw_debrief_screen(Ui& ui);
    std::optional<Action> draw_shoes_screen(Ui& ui);
    std::optional<Action> draw_kudos_screen(Ui& ui);
    std::optional<Action> draw_writing_screen(Ui& ui);
    std::optional<Action> draw_settings_screen(Ui& ui);
    std::optional<Action> draw_enrol_screen(Ui& ui);
    std::optional<Action> draw_link_screen(Ui& ui);
    std::optional<Action> draw_trouble_screen(Ui& ui);
    std::optional<Action> draw_curtain_over(Ui& ui);
    std::optional<Action> draw_pin_over(Ui& ui);
    SyncPill pill() const;
    std::optional<OpenPlay> open_play() const;
    ScenarioWords words_of(std::size_t scenario) const;
    const Scenario& scenario_of(const Playing& playing) const {
        return pack_->library.scenarios[playing.scenario];
    }
    Day today() const;
    int offset() const;

    Words words_;
    std::vector<Theme> themes_;
    State state_;
    std::optional<LoadedPack> pack_;
    Services services_;
    std::string boot_id_;
    OutlineCache faces_;
    std::optional<Action> failed_;  // what TryAgain does once more
    std::int64_t touched_ms_ = 0;
    Day loaded_on_ = 0;  // the learner is a fold up to this day
    struct Heard {
        Screen screen = Screen::opening;
        std::string place, toast;
        std::vector<std::string> lines;
    };
    Heard heard_;                         // what was on the screen when it was last looked at for reading
    std::optional<int> curtain_seconds_;  // left, while it is down
    bool had_roster_ = false;
    sync::SyncStatus last_status_;
    std::optional<int> offset_;
    std::string site_name_;
};

}  // namespace touchstone::game
