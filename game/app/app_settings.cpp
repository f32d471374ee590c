// SPDX-License-Identifier: Apache-2.0
#include <cctype>
#include <cstdlib>

#include "game/app/app.h"
#include "game/screens/settings/settings_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {

void App::load_settings() {
    if (services_.store == nullptr) return;
    Settings& settings = state_.settings;
    const auto kept = [&](const char* key) {
        const auto value = services_.store->setting(key);
        return value && *value ? **value : std::string();
    };
    for (const char* language : languages)
        if (kept("language") == language) settings.language = language;
    for (const Theme& theme : themes_)
        if (kept("theme") == theme.id) settings.theme = theme.id;
    for (const int percent : text_percents)
        if (kept("text") == std::to_string(percent)) settings.text_percent = percent;
    for (const Switch& one : switches)
        if (const std::string value = kept(one.name); !value.empty()) settings.*one.on = value == "on";
    state_.sector = kept("sector");
    for (const SessionLength minutes : {SessionLength::two, SessionLength::ten})
        if (kept("minutes") == std::to_string(static_cast<int>(minutes))) state_.minutes = minutes;
    words_.set_language(settings.language);
}

void App::override_settings(const Settings& settings) {
    state_.settings = settings;
    words_.set_language(settings.language);
}

void App::save_setting(const std::string& key, const std::string& value) {
    if (services_.store == nullptr) return;
    if (const auto saved = services_.store->set_setting(key, value); !saved)
        say(words_.tr("trouble", "This setting could not be saved: {}", {saved.error().detail}));
}

void App::do_(const OpenSettings&) {
    state_.back_to = state_.screen;
    state_.screen = Screen::settings;
}

void App::do_(const GoBack&) {
    state_.screen = state_.back_to;
    if (state_.screen == Screen::who) load_people();
}

void App::do_(const SetLanguage& action) {
    state_.settings.language = action.language;
    words_.set_language(action.language);
    save_setting("language", action.language);
}

void App::do_(const SetTheme& action) {
    state_.settings.theme = action.theme;
    save_setting("theme", action.theme);
}

void App::do_(const SetText& action) {
    state_.settings.text_percent = action.percent;
    save_setting("text", std::to_string(action.percent));
}

void App::do_(const Toggle& action) {
    for (const Switch& one : switches) {
        if (action.name != one.name) continue;
        bool& on = state_.settings.*one.on;
        on = !on;
        save_setting(one.name, on ? "on" : "off");
    }
    if (has_voice() && action.name == "read-aloud" && !state_.settings.read_aloud) services_.voice->stop();
}

void App::do_(const ShowSync&) {
    if (services_.sync != nullptr && !undecided().empty() && had_roster_) {
        state_.back_to = state_.screen;
        state_.link_choice.reset();
        state_.linked = 0;
        state_.screen = Screen::link;
        return;
    }
    if (services_.sync != nullptr) services_.sync->sync_now(services_.clock->now());
    say(pill().words);
}

void App::do_(const OpenEnrol&) {
    state_.back_to = state_.screen;
    state_.enrol = {};
    state_.enrol.address = services_.server_url;
    state_.enrol.step = services_.server_url.empty() ? EnrolView::Step::address : EnrolView::Step::code;
    if (state_.enrol.address.empty()) state_.enrol.address = "https://";
    state_.screen = Screen::enrol;
}

void App::do_(const TypeEnrol& action) {
    EnrolView& enrol = state_.enrol;
    for (const std::string& key : action.keys) {
        if (enrol.step == EnrolView::Step::address)
            enrol.address = edited(enrol.address, key, 200);
        else if (key == "backspace")
            enrol.digits = edited(enrol.digits, key, code_digits);
        else
            for (const char c : key)
                if (std::isdigit(static_cast<unsigned char>(c)) != 0 && enrol.digits.size() < code_digits)
                    enrol.digits += c;
    }
}

void App::do_(const EnrolNext&) { state_.enrol.step = EnrolView::Step::code; }
void App::do_(const ChangeAddress&) { state_.enrol.step = EnrolView::Step::address; }

void App::do_(const Join&) {
    EnrolView& enrol = state_.enrol;
    enrol.problem.clear();
    enrol.remedy.clear();
    if (services_.sync == nullptr) {
        enrol.problem = words_.tr("enrol", "This tablet cannot reach a network.");
        return;
    }
    enrol.busy = true;
    services_.sync->enrol(enrol.address, enrol.digits, services_.device_name);
}

/// Whether the answer to a request to join has come.
bool App::watch_enrolment() {
    EnrolView& enrol = state_.enrol;
    const sync::EnrolmentProgress& progress = services_.sync->enrolment();
    if (!enrol.busy || progress.stage == sync::EnrolmentProgress::Stage::asking) return false;
    enrol.busy = false;
    if (progress.stage == sync::EnrolmentProgress::Stage::failed) {
        enrol.problem = progress.error.detail;
        enrol.remedy = progress.error.remedy;
        return true;
    }
    say(words_.tr("enrol", "This tablet has joined."));
    load_people();
    state_.linked = 0;
    state_.link_choice.reset();
    state_.screen = undecided().empty() ? state_.back_to : Screen::link;
    return true;
}

void App::do_(const ChooseLink& action) { state_.link_choice = action.id; }

void App::do_(const ConfirmLink&) {
    const auto waiting = undecided();
    if (waiting.empty() || !state_.link_choice) return;
    std::optional<PersonId> to;
    if (!state_.link_choice->empty()) to = PersonId{*state_.link_choice};
    if (const auto decided = services_.sync->decide(waiting.front()->id, to, services_.clock->now());
        !decided) {
        state_.back_to = Screen::link;
        return trouble(words_.tr("trouble", "That could not be saved"), decided.error());
    }
    ++state_.linked;
    state_.link_choice.reset();
    if (load_people() && undecided().empty()) state_.screen = state_.person ? Screen::home : Screen::who;
}

}  // namespace touchstone::game
