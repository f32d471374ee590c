// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "game/app/app.h"
#include "game/voice/transcript.h"

namespace touchstone::game {

/// Changes with every step that a person would call another screen, or another line of the customer.
std::string App::place_on_screen() const {
    const State& s = state_;
    std::string place = s.settings.language + (s.settings.read_aloud ? " read" : "") +
                        (s.naming ? " naming" : "") + (s.asks_to_leave ? " leave" : "") +
                        (s.map_as_list ? " list " : " ") + (curtain_seconds_ ? "curtain " : "") + s.sector;
    for (const std::size_t part :
         {s.behaviour, s.linked, static_cast<std::size_t>(s.minutes), static_cast<std::size_t>(s.enrol.step)})
        place += " " + std::to_string(part);
    place += s.enrol.problem + s.trouble.title;
    if (s.pin) place += " pin " + std::to_string(static_cast<int>(s.pin->step)) + s.pin->message;
    if (s.session) place += " part " + std::to_string(s.session->at);
    if (s.drilling) place += " drill " + std::to_string(s.drilling->drill) + (s.drilling->reveal ? "!" : "");
    if (s.playing)
        place += " play " + s.playing->id.text + " " + std::to_string(s.playing->encounter.log.size()) +
                 (s.playing->as_list ? " list " : " ") + std::to_string(s.playing->looked_at);
    return place;
}

/// Reads what is new on the screen when it has come to rest, or all of it when that was asked for.
void App::hear(const Ui& ui) {
    if (!has_voice()) return;
    Voice& voice = *services_.voice;
    const bool other_screen = state_.screen != heard_.screen;
    if (other_screen) {
        voice.stop();
        heard_ = {state_.screen, {}, {}, {}};
    }
    if (ui.asked_to_read()) voice.say(transcript_of(ui.tree(), words_), words_.language());
    const std::string place = place_on_screen();
    const bool told = !state_.toast.empty() && state_.toast != heard_.toast;
    if (place == heard_.place && !told) {
        heard_.toast = state_.toast;
        return;
    }
    if (!state_.settings.read_aloud) {
        if (place != heard_.place) voice.stop();
        heard_ = {state_.screen, place, state_.toast, {}};
        return;
    }
    if (!ui.calm() && ui.restless()) return;
    const std::vector<std::string> lines = transcript_of(ui.tree(), words_);
    std::vector<std::string> fresh;
    for (const std::string& line : lines)
        if (std::find(heard_.lines.begin(), heard_.lines.end(), line) == heard_.lines.end())
            fresh.push_back(line);
    heard_ = {state_.screen, place, state_.toast, lines};
    if (!fresh.empty()) voice.say(fresh, words_.language());
}

/// Who listens is there: the curtain waits for the end, and nothing is said from behind it.
void App::watch_voice() {
    if (has_voice() && services_.voice->is_talking() && !curtain_seconds_) touch();
}

}  // namespace touchstone::game
