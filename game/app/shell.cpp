// SPDX-License-Identifier: Apache-2.0
#include "game/app/shell.h"

#include <imgui.h>

#include <cstdio>
#include <random>

#include "game/app/crash.h"
#include "game/app/places.h"

namespace touchstone::game {
namespace {

const char* name_of(Screen screen) {
    switch (screen) {
        case Screen::opening:
            return "opening";
        case Screen::who:
            return "who";
        case Screen::home:
            return "home";
        case Screen::practise:
            return "practise";
        case Screen::map:
            return "map";
        case Screen::me:
            return "me";
        case Screen::stage:
            return "stage";
        case Screen::reaction:
            return "reaction";
        case Screen::debrief:
            return "debrief";
        case Screen::shoes:
            return "shoes";
        case Screen::drill:
            return "drill";
        case Screen::writing:
            return "writing";
        case Screen::kudos:
            return "kudos";
        case Screen::settings:
            return "settings";
        case Screen::desk:
            return "desk";
        case Screen::enrol:
            return "enrol";
        case Screen::link:
            return "link";
        case Screen::problem:
            break;
    }
    return "problem";
}

constexpr float glove_growth = 1.25F;  // research: errors fall until targets of 20 mm

}  // namespace

Shell::~Shell() {
    window_.reset();
    if (ImGui::GetCurrentContext() != nullptr) ImGui::DestroyContext();
}

Result<Done> Shell::start(std::int64_t main_began_ms) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    scale_ = options_.scale > 0 ? options_.scale : 1;
    Micros at = 0;
    if (!options_.clock.empty() && from_rfc3339(options_.clock, at)) clock_.set(at);
    const std::string share = share_directory();
    auto themes = load_themes(share);
    if (!themes) return themes.error();
    auto texts = load_interface_texts(share);
    if (!texts) return texts.error();
    app_ = std::make_unique<App>(*std::move(texts), *std::move(themes));
    if (options_.kiosk) app_->forbid_closing();
    apply_options();
    const bool shoots = !options_.shots.empty() || !options_.sheet.empty();
    auto window = Window::open(
        {options_.width, options_.height, scale_, shoots, !shoots && !options_.time_frames, options_.kiosk});
    if (!window) return window.error();
    window_ = *std::move(window);
    if (auto baked = bake_fonts(Fonts::Styles::opening); !baked) return baked;
    frame();
    baked_.text_scale = 0;  // the next frame bakes the rest
    if (options_.timings)
        std::fprintf(stderr, "touchstone: first frame after %lld ms\n",
                     static_cast<long long>(platform::monotonic_ms() - main_began_ms));
    return Done{};
}

/// Gloves need larger targets and gaps: everything grows.
FontLook Shell::font_look() const {
    const Settings& settings = app_->state().settings;
    return {scale_ * (settings.gloves ? glove_growth : 1.0F), static_cast<float>(settings.text_percent) / 100,
            settings.easy_reading};
}

Result<Done> Shell::bake_fonts(Fonts::Styles styles) {
    const FontLook look = font_look();
    auto fonts = Fonts::load(share_directory() + "/fonts", look, styles);
    if (!fonts) return fonts.error();
    fonts_ = *std::move(fonts);
    window_->upload_fonts();
    window_->set_scale(look.pixels_per_dp);
    baked_ = look;
    if (ui_)
        ui_->use(*fonts_, app_->theme());
    else
        ui_ = std::make_unique<Ui>(*fonts_, app_->theme(), app_->words());
    return Done{};
}

void Shell::frame() {
    const bool bakes = baked_ != font_look();
    if (bakes)
        if (auto baked = bake_fonts(Fonts::Styles::all); !baked)
            app_->show_trouble(app_->words().tr("trouble", "The letters cannot be drawn"), baked.error());
    ui_->use(*fonts_, app_->theme());
    ImDrawList& list = window_->begin_frame();
    const Size pixels = window_->size_in_pixels();
    ui_->begin_frame({{pixels.w / baked_.pixels_per_dp, pixels.h / baked_.pixels_per_dp},
                      clock_.monotonic_ms(),
                      app_->state().settings.calm},
                     list, name_of(app_->state().screen));
    const std::optional<Action> action = app_->draw(*ui_);
    ui_->end_frame();
    window_->end_frame(app_->theme().bg);
    if (bakes) platform::give_back_memory();
    if (!action) return;
    app_->act(*action);
    frames_due_ = 3;
}

Result<Done> Shell::draw_alone(Size size, const std::function<void(Ui&)>& draw) {
    if (baked_ != font_look())
        if (auto baked = bake_fonts(Fonts::Styles::all); !baked) return baked;
    window_->resize(static_cast<int>(size.w * scale_), static_cast<int>(size.h * scale_));
    for (int i = 0; i < 200 && !(window_->size_in_pixels() == Size{size.w * scale_, size.h * scale_}); ++i)
        window_->wait(5, 0);
    ImDrawList& list = window_->begin_frame();
    ui_->begin_frame({size, clock_.monotonic_ms(), true}, list, "alone");
    draw(*ui_);
    ui_->end_frame();
    window_->end_frame(app_->theme().bg);
    return Done{};
}

std::vector<std::string> Shell::pack_directories() const {
    if (!options_.pack.empty()) return {options_.pack};
    auto installed = installed_packs(share_directory());
    if (installed.empty()) installed.push_back(share_directory() + "/packs/essentials");
    return installed;
}

Result<Done> Shell::open_store() {
    const std::string& directory = options_.data_directory;
    if (auto made = platform::make_directory(directory); !made) return made;
    auto store = device::open_device_store(log_file(directory));
    if (!store) return store.error();
    store_ = *std::move(store);
    return Done{};
}

Services Shell::services() {
    http_ = sync::make_curl_client([] { Window::wake(); });
    std::random_device random;
    sync_ = std::make_unique<sync::SyncClient>(*store_, *http_, std::uint64_t{random()} << 32U | random());
    if (auto started = sync_->start(clock_.now()); !started)
        std::fprintf(stderr, "touchstone: %s\n", started.error().detail.c_str());
    Services services;
    services.clock = &clock_;
    services.store = store_.get();
    services.sync = sync_.get();
    services.export_directory = copies_directory(options_.data_directory);
    pins_ = device::make_pins(*store_, key_file(options_.data_directory));
    services.pins = pins_.get();
    voice_ = make_voice(platform::search_path());
    services.voice = voice_.get();
    services.server_url = options_.server_url;
    services.device_name = platform::device_name();
    return services;
}

void Shell::open() {
    window_->look_for_controllers();
    if (!options_.author.empty()) return open_desk();
    if (auto opened = open_store(); !opened)
        return app_->show_trouble(app_->words().tr("trouble", "The data of this tablet cannot be opened"),
                                  opened.error());
    app_->open(load_packs(pack_directories()), services());
    apply_options();
    if (crashed_before(crash_mark(options_.data_directory)))
        app_->tell_of_crash(crash_file(options_.data_directory));
    enrol();
    platform::give_back_memory();
}

void Shell::reopen() {
    app_->forget();
    sync_.reset();
    pins_.reset();
    http_.reset();
    store_.reset();
    const bool begins_anew = app_->take_putting_aside();
    if (begins_anew)
        if (auto aside = put_aside(log_file(options_.data_directory), clock_.now()); !aside)
            return app_->show_trouble(app_->words().tr("trouble", "The data of this tablet cannot be opened"),
                                      aside.error());
    open();
    if (begins_anew && store_) app_->tell_of_taking_over(store_->taken_over());
    frames_due_ = 3;
}

void Shell::enrol() {
    if (options_.enrol_code.empty()) return;
    const auto enrolment = store_->enrolment();
    if (!enrolment || enrolment->has_value()) return;
    app_->act(OpenEnrol{});
    app_->act(TypeEnrol{{options_.enrol_code}});
    app_->act(Join{});
}

void Shell::apply_options() {
    Settings settings = app_->state().settings;
    if (!options_.language.empty()) settings.language = options_.language;
    if (!options_.theme.empty()) settings.theme = options_.theme;
    if (options_.text_percent > 0) settings.text_percent = options_.text_percent;
    app_->override_settings(settings);
}

int Shell::wait_ms() const {
    if (frames_due_ > 0 || ui_->restless()) return 0;
    if (script_at_ < script_.size()) return 5;
    std::optional<std::int64_t> wait = app_->next_wake_ms();
    if (const auto at = ui_->wake_at()) {
        const std::int64_t ms = std::max<std::int64_t>(0, *at - clock_.monotonic_ms());
        wait = std::min(wait.value_or(ms), ms);
    }
    return wait ? static_cast<int>(std::min<std::int64_t>(*wait, 60'000)) : -1;
}

void Shell::take(const WindowEvents& events) {
    for (const InputEvent& event : events.input) ui_->receive(event);
    if (!events.input.empty()) app_->touch();
    if (!events.input.empty() || events.redraw) frames_due_ = 3;
}

int Shell::run() {
    if (!options_.script.empty()) {
        const auto text = platform::read_file(options_.script);
        auto script = text ? read_script(*text) : Result<std::vector<Command>>(text.error());
        if (!script) return std::fprintf(stderr, "touchstone: %s\n", script.error().detail.c_str()), 2;
        script_ = *std::move(script);
    }
    while (!app_->state().quit) {
        const WindowEvents events = window_->wait(wait_ms(), clock_.monotonic_ms());
        if (events.quit && !options_.kiosk) break;
        take(events);
        if (app_->take_reopening()) reopen();
        if (take_builds()) frames_due_ = 3;
        if (app_->tick()) frames_due_ = std::max(frames_due_, 2);
        const bool due = ui_->wake_at() && *ui_->wake_at() <= clock_.monotonic_ms();
        if (frames_due_ > 0 || ui_->restless() || due) {
            frames_due_ = std::max(0, frames_due_ - 1);
            frame();
        } else if (!options_.script.empty() && !run_script()) {
            break;
        }
    }
    if (!options_.dump_tree.empty())
        if (auto written = platform::write_file(options_.dump_tree, to_json(ui_->tree())); !written)
            return std::fprintf(stderr, "touchstone: %s\n", written.error().detail.c_str()), 2;
    return exit_code_;
}

}  // namespace touchstone::game
