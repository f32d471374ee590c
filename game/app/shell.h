// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "game/app/app.h"
#include "game/app/options.h"
#include "game/app/script.h"
#include "game/app/tour.h"
#include "game/app/window.h"
#include "game/author/builds.h"

namespace touchstone::game {

/// The window's loop around App: a frame only when something happened or moves.
class Shell {
public:
    explicit Shell(Options options) : options_(std::move(options)) {}
    ~Shell();
    /// Opens the window and shows the first frame; nothing else is read before that.
    Result<Done> start(std::int64_t main_began_ms);
    /// Pack and log.
    void open();
    /// Once more from the start, after a problem.
    void reopen();
    /// Joins with the code of --enrol.
    void enrol();
    int run();
    /// Pictures of every screen (--shots).
    Result<Done> take_shots();
    /// All of them small in one picture (--sheet), and their names in a text beside it.
    Result<Done> take_sheet();
    /// How long frames take while a page scrolls and moves, beside one empty card over the whole window.
    Result<Done> time_frames();

private:
    FontLook font_look() const;
    Result<Done> bake_fonts(Fonts::Styles styles);
    void frame();
    void settle();  // draws until nothing moves
    int wait_ms() const;
    void take(const WindowEvents& events);
    bool run_script();
    Result<bool> do_command(const Command& command);
    bool tap(const std::string& label, bool finger);
    Services services();
    Services desk_services();
    void open_desk();
    void start_builds();
    bool take_builds();
    Result<Done> open_store();
    std::vector<std::string> pack_directories() const;
    void apply_options();
    Picture picture_of(App& app, Size size, const Settings& settings);
    Result<Done> shoot_faces();
    /// A frame of something that is no screen.
    Result<Done> draw_alone(Size size, const std::function<void(Ui&)>& draw);
    Result<Done> shoot_language(const std::string& language);
    Result<Done> show_stop(Tour& tour, const Stop& stop, const Settings& settings);
    void begin_on_saturday();

    Options options_;
    Clock clock_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<Fonts> fonts_;
    std::unique_ptr<App> app_;
    std::unique_ptr<Ui> ui_;
    std::unique_ptr<device::DeviceStore> store_;
    std::unique_ptr<device::Pins> pins_;
    std::unique_ptr<Voice> voice_;
    std::unique_ptr<Builds> builds_;  // while somebody writes
    std::unique_ptr<sync::HttpClient> http_;
    std::unique_ptr<sync::SyncClient> sync_;
    float scale_ = 1;
    FontLook baked_;
    int frames_due_ = 3;
    std::vector<Command> script_;
    std::size_t script_at_ = 0;
    std::int64_t command_since_ms_ = 0;
    int exit_code_ = 0;
};

}  // namespace touchstone::game
