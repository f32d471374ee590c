// SPDX-License-Identifier: Apache-2.0
// What does not work, and the way on.
#include "game/app/app.h"
#include "game/screens/problem/problem_view.h"

namespace touchstone::game {

void App::forget() {
    services_ = {};
    pack_.reset();
    failed_.reset();
}

void App::show_trouble(const std::string& title, const Error& error) { trouble(title, error); }

void App::trouble(const std::string& title, const Error& error) {
    if (state_.author && is_open()) {  // whoever writes mends it in their own files
        state_.screen = Screen::desk;
        return say(title + ". " + error.detail);
    }
    state_.trouble = {title, error.detail, error.remedy, {}};
    state_.trouble.damaged = error.kind == Error::Kind::broken_storage && services_.store == nullptr;
    state_.screen = Screen::problem;
}

void App::tell_of_crash(const std::string& log) {
    say(words_.tr("crash",
                  "Touchstone ended unexpectedly last time. Nothing saved is lost. What happened is in {}",
                  {log}));
}

void App::tell_of_taking_over(const device::TakenOver& taken) {
    if (taken.damaged)
        say(words_.tr("trouble", "Some of what was not sent yet could not be read. The damaged files are kept."));
    else if (taken.records > 0 || taken.people > 0)
        say(words_.tr("trouble", "What was not sent yet is here again."));
}

void App::do_(const TryAgain&) {
    if (!is_open() || !failed_) {  // it was the start that failed
        state_.reopen = true;
        return;
    }
    const Action again = *std::exchange(failed_, std::nullopt);
    state_.screen = state_.back_to;
    act(again);
}

void App::do_(const PutAside&) {
    state_.put_aside = true;
    state_.reopen = true;
}

void App::do_(const GiveUp&) {
    failed_.reset();
    if (!is_open()) {
        state_.quit = state_.can_close;
        return;
    }
    state_.screen = state_.back_to;
}

std::optional<Action> App::draw_trouble_screen(Ui& ui) {
    std::string second;
    if (state_.trouble.damaged)
        second = words_.tr("trouble", "Set it aside and start anew");
    else if (is_open())
        second = words_.tr("trouble", "Go back");
    else if (state_.can_close)
        second = words_.tr("trouble", "Close");
    const ProblemView view{state_.trouble.title,
                           state_.trouble.detail,
                           state_.trouble.remedy,
                           state_.trouble.kept,
                           words_.tr("trouble", "TRY AGAIN"),
                           second};
    const std::optional<int> fired = draw_problem(ui, view);
    if (fired == 0) return TryAgain{};
    if (fired == 1 && state_.trouble.damaged) return PutAside{};
    if (fired == 1) return GiveUp{};
    return std::nullopt;
}

}  // namespace touchstone::game
