// SPDX-License-Identifier: Apache-2.0
#include "game/app/app.h"
#include "game/screens/common/labels.h"
#include "game/screens/curtain/curtain_view.h"
#include "game/screens/who/pin_view.h"

namespace touchstone::game {
namespace {

constexpr std::int64_t idle_on_pages_ms = 90'000, idle_in_practice_ms = 300'000, curtain_ms = 20'000;

bool in_practice(Screen screen) {
    return screen == Screen::stage || screen == Screen::reaction || screen == Screen::debrief ||
           screen == Screen::shoes || screen == Screen::drill || screen == Screen::writing;
}

std::string edited_digits(std::string digits, const std::string& key) {
    if (key == "backspace" && !digits.empty()) digits.pop_back();
    if (key != "backspace" && digits.size() < device::pin_digits) digits += key;
    return digits;
}

}  // namespace

void App::touch() { touched_ms_ = services_.clock != nullptr ? services_.clock->monotonic_ms() : 0; }

/// Milliseconds until the curtain falls (negative: since it fell); nothing where nobody is signed in.
std::optional<std::int64_t> App::until_curtain() const {
    if (services_.clock == nullptr || state_.author || (!state_.person && !state_.pin)) return std::nullopt;
    const std::int64_t limit = in_practice(state_.screen) ? idle_in_practice_ms : idle_on_pages_ms;
    return touched_ms_ + limit - services_.clock->monotonic_ms();
}

/// Whether the picture changes by this.
bool App::watch_idle() {
    const auto left = until_curtain();
    const bool falls = left && *left <= 0;
    if (!falls) return std::exchange(curtain_seconds_, std::nullopt).has_value();
    if (*left <= -curtain_ms || !state_.person) {
        do_(ShowPeople{});
        return true;
    }
    const int seconds = static_cast<int>((curtain_ms + *left + 999) / 1000);
    return std::exchange(curtain_seconds_, seconds) != seconds;
}

std::optional<std::int64_t> App::idle_wake_ms() const {
    const auto left = until_curtain();
    if (!left) return std::nullopt;
    return *left > 0 ? *left : 1 + (1000 + *left % 1000) % 1000;
}

std::optional<Action> App::draw_curtain_over(Ui& ui) {
    CurtainView view;
    view.seconds = *curtain_seconds_;
    view.share = static_cast<float>(view.seconds) / (static_cast<float>(curtain_ms) / 1000);
    view.title = words_.tr("curtain", "Still there, {}?", {first_name(state_.person->name)});
    if (state_.playing && !state_.playing->encounter.finished())
        view.kept = words_.tr("curtain", "Your practice is kept at this line.");
    view.soon = words_.count("curtain", "In {} second this tablet is free for a colleague.",
                             "In {} seconds this tablet is free for a colleague.", view.seconds);
    const std::optional<int> answer = draw_curtain(ui, view);
    if (answer == 0) return ImHere{};
    if (answer == 1) return ShowPeople{};
    return std::nullopt;
}

void App::do_(const ImHere&) { touch(); }

// ---- the four numbers

/// After a tile was tapped: the numbers, the offer to choose some, or home at once.
void App::ask_for_pin(const device::DevicePerson& person) {
    if (services_.pins == nullptr) return enter(person);
    const auto has = services_.pins->has(person.id);
    if (!has) {
        state_.back_to = Screen::who;
        return trouble(words_.tr("trouble", "The people of this tablet cannot be read"), has.error());
    }
    const auto later = services_.store->setting("pin-later/" + person.id.text);
    if (!*has && later && *later == "yes") return enter(person);
    state_.pin = PinEntry{person, *has ? PinEntry::Step::check : PinEntry::Step::choose, {}, {}, {}, 0, 0};
}

void App::enter(const device::DevicePerson& person) {
    state_.pin.reset();
    state_.person = person;
    touch();
    go_home();
}

void App::do_(const TypePin& action) {
    for (const std::string& key : action.keys) {
        if (!state_.pin) return;
        state_.pin->digits = edited_digits(state_.pin->digits, key);
        if (state_.pin->digits.size() == device::pin_digits) pin_typed();
    }
}

void App::pin_typed() {
    PinEntry& pin = *state_.pin;
    const std::string digits = std::exchange(pin.digits, {});
    switch (pin.step) {
        case PinEntry::Step::check:
            return check_pin(digits);
        case PinEntry::Step::choose:
            pin.first = digits;
            pin.step = PinEntry::Step::repeat;
            pin.message.clear();
            return;
        case PinEntry::Step::repeat:
            if (digits == pin.first) return keep_pin(digits);
            pin.step = PinEntry::Step::choose;
            ++pin.shakes;
            pin.message = words_.tr("pin", "These were two different ones. Once more, please.");
            return;
    }
}

void App::check_pin(const std::string& digits) {
    PinEntry& pin = *state_.pin;
    const auto answer = services_.pins->check(pin.person.id, digits, services_.clock->now());
    if (!answer) {
        pin.message = answer.error().detail;
        return;
    }
    if (answer->kind == device::PinAnswer::Kind::right) return enter(device::DevicePerson(pin.person));
    ++pin.shakes;
    pin.free_at = answer->free_at;
    pin.message = pin.shakes < 3
                      ? words_.tr("pin", "These are not the numbers. Try again.")
                      : words_.tr("pin", "Forgotten? Whoever looks after this tablet can take them away.");
}

void App::keep_pin(const std::string& digits) {
    PinEntry& pin = *state_.pin;
    if (const auto kept = services_.pins->set(pin.person.id, digits); !kept) {
        pin.message = kept.error().detail;
        pin.step = PinEntry::Step::choose;
        return;
    }
    say(words_.tr("pin", "Your numbers are kept on this tablet."));
    enter(device::DevicePerson(pin.person));
}

void App::do_(const LeavePin&) {
    const PinEntry pin = *std::exchange(state_.pin, std::nullopt);
    if (pin.step == PinEntry::Step::check) return;
    save_setting("pin-later/" + pin.person.id.text, "yes");
    enter(pin.person);
}

/// Another tile was meant.
void App::do_(const NotMe&) { state_.pin.reset(); }

/// From one's own page: new numbers.
void App::do_(const ChoosePin&) {
    state_.pin = PinEntry{*state_.person, PinEntry::Step::choose, {}, {}, {}, 0, 0};
}

std::optional<Action> App::draw_pin_over(Ui& ui) {
    const PinEntry& pin = *state_.pin;
    PinView view;
    view.title = words_.tr("pin", "Hello, {}", {first_name(pin.person.name)});
    view.typed = pin.digits.size();
    view.digits = device::pin_digits;
    view.shakes = pin.shakes;
    view.other = pin.step == PinEntry::Step::check ? words_.tr("pin", "Not me") : words_.tr("pin", "Not now");
    if (pin.step != PinEntry::Step::check && !state_.person) view.back = words_.tr("pin", "Not me");
    view.waits = pin.step == PinEntry::Step::check && pin.free_at > services_.clock->now();
    if (view.waits)
        view.line = words_.tr("pin", "Too many tries. It goes on at {}.",
                              {clock_time(pin.free_at + 59'000'000, offset())});
    else if (!pin.message.empty())
        view.line = pin.message;
    else if (pin.step == PinEntry::Step::check)
        view.line = words_.tr("pin", "Your four numbers");
    else if (pin.step == PinEntry::Step::choose)
        view.line = words_.tr("pin", "Choose four numbers, so that your page stays yours.");
    else
        view.line = words_.tr("pin", "The same four once more");
    const PinAction fired = draw_pin(ui, view);
    if (fired.other) return LeavePin{};
    if (fired.back) return NotMe{};
    if (!fired.keys.empty()) return TypePin{fired.keys};
    return std::nullopt;
}

}  // namespace touchstone::game
