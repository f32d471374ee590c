// SPDX-License-Identifier: Apache-2.0
#include "game/app/app.h"

#include <cstdio>

#include "engine/basics/overloaded.h"

namespace touchstone::game {
namespace {

constexpr std::int64_t toast_ms = 4000, voice_look_ms = 400;

}  // namespace

Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

State::State() = default;
State::State(const State& other) = default;
State::State(State&& other) noexcept = default;
State& State::operator=(const State& other) = default;
State& State::operator=(State&& other) noexcept = default;
State::~State() = default;

App::App(App&& other) noexcept = default;
App& App::operator=(App&& other) noexcept = default;
App::~App() = default;

App::App(packs::Texts interface_texts, std::vector<Theme> themes)
    : words_(std::move(interface_texts), "en"), themes_(std::move(themes)), boot_id_(platform::boot_id()) {}

const Theme& App::theme() const {
    for (const Theme& theme : themes_)
        if (theme.id == state_.settings.theme) return theme;
    return themes_.front();
}

void App::open(Result<LoadedPack> pack, Services services) {
    services_ = std::move(services);
    load_settings();
    if (!pack) return trouble(words_.tr("trouble", "The scenarios cannot be read"), pack.error());
    pack_ = *std::move(pack);
    if (load_people()) state_.screen = Screen::who;
}

void App::say(const std::string& toast) {
    state_.toast = toast;
    state_.toast_since_ms = platform::monotonic_ms();
}

void App::act(const Action& action) {
    touch();
    std::visit([&](const auto& room) { std::visit([&](const auto& what) { do_(what); }, room); }, action.rooms());
    if (state_.screen == Screen::problem && is_open() && !failed_) failed_ = action;
}

Record App::stamped(const RecordBody& body) const {
    Record record{{}, body};
    RecordHeader& header = record.header;
    header.at = services_.clock->now();
    header.id = {device::uuid7(header.at, services_.random())};
    header.day = today();
    header.monotonic_ms = services_.clock->monotonic_ms();
    header.boot_id = boot_id_;
    header.language = words_.language();
    if (state_.person) {
        header.person = state_.person->id;
        header.team = state_.person->team;
    }
    const auto enrolment = services_.store->enrolment();
    if (enrolment && *enrolment) {
        header.organisation = (*enrolment)->answer.organisation;
        header.site = (*enrolment)->answer.site;
    }
    bool has_language = false;
    for (const std::string& language : pack_->languages)
        has_language = has_language || language == words_.language();
    if (!has_language) header.text_flag = "fallback";
    return record;
}

bool App::commit(const std::vector<RecordBody>& bodies) {
    if (state_.author) return true;
    std::vector<Record> records;
    for (const RecordBody& body : bodies) records.push_back(stamped(body));
    const auto stored = services_.store->append(std::move(records));
    if (stored) return true;
    state_.back_to = state_.screen;
    trouble(words_.tr("trouble", "That could not be saved"), stored.error());
    state_.trouble.kept = words_.tr("trouble", "Everything before this is safe on the tablet.");
    return false;
}

bool App::tick() {
    bool changed = false;
    if (!state_.toast.empty() && platform::monotonic_ms() - state_.toast_since_ms > toast_ms) {
        state_.toast.clear();
        changed = true;
    }
    watch_voice();
    changed = watch_idle() || changed;
    // What is due changes at midnight.
    if (state_.person && state_.screen == Screen::home && loaded_on_ != today())
        changed = load_learner() || changed;
    if (services_.sync == nullptr || services_.store == nullptr) return changed;
    services_.sync->tick(services_.clock->now());
    const sync::SyncStatus status = services_.sync->status();
    changed = changed || !(status == last_status_);
    last_status_ = status;
    changed = watch_enrolment() || changed;
    if (services_.sync->has_roster() != had_roster_) {
        had_roster_ = services_.sync->has_roster();
        load_people();
        changed = true;
    }
    return changed;
}

std::optional<std::int64_t> App::next_wake_ms() const {
    std::optional<std::int64_t> wait;
    if (!state_.toast.empty())
        wait = std::max<std::int64_t>(1, state_.toast_since_ms + toast_ms + 1 - platform::monotonic_ms());
    if (const auto idle = idle_wake_ms()) wait = std::min(wait.value_or(*idle), *idle);
    if (has_voice() && services_.voice->is_talking())
        wait = std::min<std::int64_t>(wait.value_or(voice_look_ms), voice_look_ms);
    if (services_.sync == nullptr) return wait;
    if (const auto at = services_.sync->next_wake()) {
        const std::int64_t ms =
            std::clamp<std::int64_t>((*at - services_.clock->now()) / 1000 + 1, 1, 60'000);
        wait = std::min(wait.value_or(ms), ms);
    }
    return wait;
}

int App::offset() const {
    if (services_.store != nullptr)
        if (const auto enrolment = services_.store->enrolment(); enrolment && *enrolment)
            return (*enrolment)->answer.utc_offset_minutes;
    return platform::utc_offset_minutes(services_.clock->now());
}

Day App::today() const { return day_of(services_.clock->now(), offset()); }

}  // namespace touchstone::game
