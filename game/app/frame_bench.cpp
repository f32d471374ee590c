// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "game/app/shell.h"
#include "game/app/tour.h"

namespace touchstone::game {
namespace {

constexpr Size landscape{1280, 800};
constexpr int frames = 240;

double milliseconds_of(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

void print(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-28s median %6.2f ms  p95 %6.2f ms\n", what, at(0.5), at(0.95));
}

}  // namespace

Result<Done> Shell::time_frames() {
    auto pack = load_pack(pack_directories().front());
    if (!pack) return pack.error();
    auto tour = make_tour(*pack, clock_);
    if (!tour) return tour.error();
    const auto shown = [&](const char* stop) {
        Settings settings = app_->state().settings;
        settings.calm = false;
        (*tour)->visit(*app_, {stop, 0}, settings);
        for (int i = 0; i < 3; ++i) frame();
    };
    std::vector<double> card, scrolling, moving;
    const auto one_card = [](Ui& ui) { game::card(ui, {0, 0, ui.size().w, ui.size().h}); };
    for (int i = 0; i < frames; ++i) {
        Result<Done> drawn = Done{};
        card.push_back(milliseconds_of([&] { drawn = draw_alone(landscape, one_card); }));
        if (!drawn) return drawn;
    }
    shown("debrief");
    for (int i = 0; i < frames; ++i) {
        ui_->receive(Wheel{{640, 500}, i / 30 % 2 == 0 ? -1.0F : 1.0F});
        scrolling.push_back(milliseconds_of([&] { frame(); }));
    }
    for (int i = 0; i < frames; ++i) {
        if (i % 30 == 0) {
            ui_->forget_motion("");
            shown("stage");
        }
        moving.push_back(milliseconds_of([&] { frame(); }));
    }
    print("one empty card", card);
    print("the debrief, scrolling", scrolling);
    print("the stage, coming in", moving);
    return Done{};
}

}  // namespace touchstone::game
