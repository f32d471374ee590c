// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "game/app/app.h"
#include "game/app/tour.h"

namespace touchstone::game::test {

inline const std::string share = TOUCHSTONE_BINARY_DIR "/share/touchstone";
inline const std::string essentials = share + "/packs/essentials";

/// Draws frames without a window: a Dear ImGui context with a baked atlas and no OpenGL.
class Headless {
public:
    Headless();
    ~Headless();
    /// One frame of the app; what was fired on it is done.
    const Tree& frame(App& app, Size size);
    void receive(const InputEvent& event) { ui_->receive(event); }
    /// Presses and releases the middle of what bears this label, then draws what came of it.
    bool tap(App& app, Size size, const std::string& label);

private:
    std::unique_ptr<Fonts> fonts_;
    std::unique_ptr<Ui> ui_;
    App* drawn_ = nullptr;
    std::int64_t now_ = 0;
};

App make_app();
/// Its interface speaks "qps" too: English, each text two fifths longer.
App make_longwinded_app();
LoadedPack pack();
/// A pack with drills.
LoadedPack shop();

}  // namespace touchstone::game::test
