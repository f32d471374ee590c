// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/basics/result.h"
#include "game/app/picture.h"
#include "game/ui/colour.h"
#include "game/ui/input.h"

struct ImDrawList;

namespace touchstone::game {

/// What the window hands on besides input.
struct WindowEvents {
    std::vector<InputEvent> input;  // places in dp
    bool quit = false;
    bool redraw = false;  // shown again, another size, woken
};

/// The operating system's window with OpenGL; Dear ImGui draws into it.
class Window {
public:
    struct Wish {
        int width = 1280, height = 800;  // of the window
        float scale = 1;                 // pixels per dp
        bool hidden = false;
        bool throttled = true;  // to the screen's rate
        bool kiosk = false;     // the whole screen, without border
    };
    static Result<std::unique_ptr<Window>> open(const Wish& wish);
    virtual ~Window() = default;
    /// Ends a wait, from any thread.
    static void wake();

    /// Waits at most `ms` (-1: until something happens) and gives all that has happened.
    virtual WindowEvents wait(int ms, std::int64_t now_ms) = 0;
    /// From now on game controllers act as keys do.
    virtual void look_for_controllers() = 0;
    virtual Size size_in_pixels() const = 0;
    virtual void resize(int width, int height) = 0;
    virtual void set_scale(float scale) = 0;
    /// The atlas was baked again.
    virtual void upload_fonts() = 0;
    virtual ImDrawList& begin_frame() = 0;
    virtual void end_frame(Colour background) = 0;
    /// The picture that was drawn last.
    virtual Picture picture() = 0;

    // The door of scripts: real events, as the operating system would send them. Places in dp.
    virtual void push_tap(Point at, bool finger) = 0;
    virtual void push_drag(Point from, Point to) = 0;
    virtual void push_key(const std::string& name) = 0;
    virtual void push_pad(const std::string& key) = 0;  // the button that acts as this key
    virtual void push_text(const std::string& text) = 0;
    virtual void push_close() = 0;  // as the cross of the window
};

}  // namespace touchstone::game
