// SPDX-License-Identifier: Apache-2.0
#include "game/voice/voice.h"

namespace touchstone::game {

void SilentVoice::say(const std::vector<std::string>&, const std::string&) {}

void MuteVoice::say(const std::vector<std::string>& lines, const std::string& language) {
    said_ = lines;
    language_ = language;
}

}  // namespace touchstone::game
