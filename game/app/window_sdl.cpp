// SPDX-License-Identifier: Apache-2.0
#include <SDL.h>
#include <SDL_opengl.h>
#include <backends/imgui_impl_opengl3.h>

#include <cmath>
#include <map>

#include "game/app/window.h"
#include "game/ui/compat.h"

namespace touchstone::game {
namespace {

Error failed(const char* what) {
    return {Error::Kind::unavailable, std::string(what) + ": " + SDL_GetError(),
            "A display with OpenGL 3 is needed. Without one, try: xvfb-run -a touchstone"};
}

struct KeyName {
    SDL_Keycode code;
    const char* name;
};
constexpr KeyName key_names[] = {
    {SDLK_TAB, "tab"},     {SDLK_RETURN, "enter"},        {SDLK_KP_ENTER, "enter"}, {SDLK_ESCAPE, "escape"},
    {SDLK_SPACE, "space"}, {SDLK_BACKSPACE, "backspace"}, {SDLK_UP, "up"},          {SDLK_DOWN, "down"},
    {SDLK_LEFT, "left"},   {SDLK_RIGHT, "right"}};

std::string name_of(SDL_Keycode code) {
    for (const KeyName& key : key_names)
        if (key.code == code) return key.name;
    const bool plain = (code >= SDLK_a && code <= SDLK_z) || (code >= SDLK_0 && code <= SDLK_9);
    if (plain) return std::string(1, static_cast<char>(code));
    if (code == SDLK_KP_0) return "0";
    if (code >= SDLK_KP_1 && code <= SDLK_KP_9)
        return std::string(1, static_cast<char>('1' + (code - SDLK_KP_1)));
    return {};
}

/// What a game controller's buttons stand for: the cross walks, A fires, B goes back.
struct PadKey {
    SDL_GameControllerButton button;
    const char* name;  // of a key
};
constexpr PadKey pad_keys[] = {
    {SDL_CONTROLLER_BUTTON_DPAD_UP, "up"},          {SDL_CONTROLLER_BUTTON_DPAD_DOWN, "down"},
    {SDL_CONTROLLER_BUTTON_DPAD_LEFT, "left"},      {SDL_CONTROLLER_BUTTON_DPAD_RIGHT, "right"},
    {SDL_CONTROLLER_BUTTON_A, "enter"},             {SDL_CONTROLLER_BUTTON_B, "escape"}};

SDL_Keycode code_of(const std::string& name) {
    for (const KeyName& key : key_names)
        if (name == key.name) return key.code;
    return name.size() == 1 ? static_cast<SDL_Keycode>(name[0]) : SDLK_UNKNOWN;
}

class SdlWindow final : public Window {
public:
    SdlWindow(SDL_Window* window, SDL_GLContext context, float scale)
        : window_(window), context_(context), scale_(scale) {}
    ~SdlWindow() override {
        for (const auto& [id, controller] : controllers_) SDL_GameControllerClose(controller);
        ImGui_ImplOpenGL3_Shutdown();
        SDL_GL_DeleteContext(context_);
        SDL_DestroyWindow(window_);
        SDL_Quit();
    }

    WindowEvents wait(int ms, std::int64_t now_ms) override {
        WindowEvents events;
        SDL_Event event;
        bool any = ms == 0 ? SDL_PollEvent(&event) != 0 : SDL_WaitEventTimeout(&event, ms) != 0;
        for (; any; any = SDL_PollEvent(&event) != 0) take(event, now_ms, events);
        return events;
    }

    /// After the first frame: the search takes time. Without the subsystem there are simply none.
    void look_for_controllers() override { SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER); }

    Size size_in_pixels() const override {
        int w = 0, h = 0;
        SDL_GL_GetDrawableSize(window_, &w, &h);
        return {static_cast<float>(w), static_cast<float>(h)};
    }
    void resize(int width, int height) override { SDL_SetWindowSize(window_, width, height); }
    void set_scale(float scale) override { scale_ = scale; }
    void upload_fonts() override {
        if (has_fonts_) {
            ImGui_ImplOpenGL3_DestroyFontsTexture();
            ImGui_ImplOpenGL3_CreateFontsTexture();
        } else {
            ImGui_ImplOpenGL3_CreateDeviceObjects();  // the shaders too, or the first frame would upload
                                                      // twice
        }
        has_fonts_ = true;
        compat::forget_sources(*ImGui::GetIO().Fonts);
    }

    ImDrawList& begin_frame() override {
        ImGui_ImplOpenGL3_NewFrame();
        const Size size = size_in_pixels();
        ImGui::GetIO().DisplaySize = {size.w, size.h};
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        return *ImGui::GetBackgroundDrawList();
    }

    void end_frame(Colour background) override {
        ImGui::Render();
        const Size size = size_in_pixels();
        glViewport(0, 0, static_cast<GLsizei>(size.w), static_cast<GLsizei>(size.h));
        glClearColor(static_cast<float>(background.r) / 255, static_cast<float>(background.g) / 255,
                     static_cast<float>(background.b) / 255, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        SDL_GL_SwapWindow(window_);
    }

    Picture picture() override {
        const Size size = size_in_pixels();
        Picture picture{static_cast<int>(size.w), static_cast<int>(size.h), {}};
        const auto row = static_cast<std::size_t>(picture.width) * 3;
        std::vector<std::uint8_t> raw(row * static_cast<std::size_t>(picture.height));
        // Drawn once more: after a swap the back buffer's content is not defined.
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, picture.width, picture.height, GL_RGB, GL_UNSIGNED_BYTE, raw.data());
        for (int y = picture.height - 1; y >= 0; --y) {
            const auto from = raw.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row);
            picture.rgb.insert(picture.rgb.end(), from, from + static_cast<std::ptrdiff_t>(row));
        }
        return picture;
    }

    void push_tap(Point at, bool finger) override {
        push_press(at, finger, true);
        push_press(at, finger, false);
    }
    void push_drag(Point from, Point to) override {
        push_press(from, true, true);
        for (int i = 1; i <= 8; ++i)
            push_finger(SDL_FINGERMOTION, from + (to - from) * (static_cast<float>(i) / 8));
        push_press(to, true, false);
    }
    void push_key(const std::string& name) override {
        for (const Uint32 type : {Uint32{SDL_KEYDOWN}, Uint32{SDL_KEYUP}}) {
            SDL_Event event{};
            event.type = type;
            event.key.windowID = SDL_GetWindowID(window_);
            event.key.keysym.sym = code_of(name);
            SDL_PushEvent(&event);
        }
    }
    void push_pad(const std::string& key) override {
        for (const PadKey& pad : pad_keys) {
            if (key != pad.name) continue;
            SDL_Event event{};
            event.type = SDL_CONTROLLERBUTTONDOWN;
            event.cbutton.button = static_cast<Uint8>(pad.button);
            SDL_PushEvent(&event);
        }
    }
    void push_close() override {
        SDL_Event event{};
        event.type = SDL_QUIT;
        SDL_PushEvent(&event);
    }
    void push_text(const std::string& text) override {
        SDL_Event event{};
        event.type = SDL_TEXTINPUT;
        event.text.windowID = SDL_GetWindowID(window_);
        SDL_strlcpy(event.text.text, text.c_str(), sizeof event.text.text);
        SDL_PushEvent(&event);
    }

private:
    Point dp_of(float x, float y) const {
        int w = 1;
        SDL_GetWindowSize(window_, &w, nullptr);
        const float density = size_in_pixels().w / static_cast<float>(std::max(1, w));
        return {x * density / scale_, y * density / scale_};
    }
    Point dp_of_finger(const SDL_TouchFingerEvent& finger) const {
        int w = 1, h = 1;
        SDL_GetWindowSize(window_, &w, &h);
        return dp_of(finger.x * static_cast<float>(w), finger.y * static_cast<float>(h));
    }

    void take(const SDL_Event& event, std::int64_t now, WindowEvents& events) {
        switch (event.type) {
            case SDL_QUIT:
                events.quit = true;
                break;
            case SDL_WINDOWEVENT:
                events.redraw = true;
                break;
            case SDL_MOUSEBUTTONDOWN:
            case SDL_MOUSEBUTTONUP:
            case SDL_MOUSEMOTION:
            case SDL_MOUSEWHEEL:
                take_mouse(event, now, events);
                break;
            case SDL_FINGERDOWN:
            case SDL_FINGERMOTION:
            case SDL_FINGERUP:
                take_finger(event, now, events);
                break;
            case SDL_KEYDOWN:
                take_key(event.key.keysym, events);
                break;
            case SDL_CONTROLLERDEVICEADDED:
            case SDL_CONTROLLERDEVICEREMOVED:
                take_controller(event.cdevice);
                break;
            case SDL_CONTROLLERBUTTONDOWN:
                for (const PadKey& pad : pad_keys)
                    if (pad.button == event.cbutton.button) events.input.push_back(KeyPress{pad.name, false});
                break;
            case SDL_TEXTINPUT:
                events.input.push_back(TextTyped{event.text.text});
                break;
            default:
                events.redraw = events.redraw || event.type >= SDL_USEREVENT;
                break;
        }
    }
    void take_mouse(const SDL_Event& event, std::int64_t now, WindowEvents& events) {
        const auto at = [&](Sint32 x, Sint32 y) {
            return dp_of(static_cast<float>(x), static_cast<float>(y));
        };
        if (event.type == SDL_MOUSEWHEEL) {
            int x = 0, y = 0;
            SDL_GetMouseState(&x, &y);
            events.input.push_back(Wheel{at(x, y), -60.0F * static_cast<float>(event.wheel.y)});
        } else if (event.type == SDL_MOUSEMOTION) {
            if ((event.motion.state & SDL_BUTTON_LMASK) != 0)
                events.input.push_back(PressMove{at(event.motion.x, event.motion.y), now});
        } else if (event.button.button == SDL_BUTTON_LEFT) {
            const Point place = at(event.button.x, event.button.y);
            if (event.type == SDL_MOUSEBUTTONDOWN)
                events.input.push_back(PressDown{place, now});
            else
                events.input.push_back(PressUp{place, now});
        }
    }
    /// The first finger counts; others are ignored until all have left.
    void take_finger(const SDL_Event& event, std::int64_t now, WindowEvents& events) {
        const SDL_TouchFingerEvent& finger = event.tfinger;
        const Point place = dp_of_finger(finger);
        if (event.type == SDL_FINGERDOWN) {
            ++fingers_;
            if (fingers_ > 1) return;
            first_ = finger.fingerId;
            events.input.push_back(PressDown{place, now});
        } else if (event.type == SDL_FINGERUP) {
            fingers_ = std::max(0, fingers_ - 1);
            if (finger.fingerId == first_) events.input.push_back(PressUp{place, now});
        } else if (finger.fingerId == first_) {
            events.input.push_back(PressMove{place, now});
        }
    }
    /// `which` is an index when one comes and an id when it goes.
    void take_controller(const SDL_ControllerDeviceEvent& device) {
        if (device.type == SDL_CONTROLLERDEVICEADDED) {
            SDL_GameController* controller = SDL_GameControllerOpen(device.which);
            if (controller == nullptr) return;
            controllers_[SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(controller))] = controller;
        } else if (const auto found = controllers_.find(device.which); found != controllers_.end()) {
            SDL_GameControllerClose(found->second);
            controllers_.erase(found);
        }
    }
    static void take_key(const SDL_Keysym& key, WindowEvents& events) {
        const std::string name = name_of(key.sym);
        if (!name.empty()) events.input.push_back(KeyPress{name, (key.mod & KMOD_SHIFT) != 0});
    }

    void push_finger(Uint32 type, Point at) {
        const Size size = size_in_pixels();
        SDL_Event event{};
        event.type = type;
        event.tfinger.fingerId = 1;
        event.tfinger.x = at.x * scale_ / size.w;
        event.tfinger.y = at.y * scale_ / size.h;
        SDL_PushEvent(&event);
    }
    void push_press(Point at, bool finger, bool down) {
        if (finger) return push_finger(down ? SDL_FINGERDOWN : SDL_FINGERUP, at);
        SDL_Event event{};
        event.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
        event.button.button = SDL_BUTTON_LEFT;
        event.button.state = down ? SDL_PRESSED : SDL_RELEASED;
        event.button.x = static_cast<Sint32>(std::lround(at.x * scale_));
        event.button.y = static_cast<Sint32>(std::lround(at.y * scale_));
        SDL_PushEvent(&event);
    }

    SDL_Window* window_;
    SDL_GLContext context_;
    float scale_;
    bool has_fonts_ = false;
    std::map<SDL_JoystickID, SDL_GameController*> controllers_;
    int fingers_ = 0;
    SDL_FingerID first_ = 0;
};

void set_hints() {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

}  // namespace

void Window::wake() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

Result<std::unique_ptr<Window>> Window::open(const Wish& wish) {
    set_hints();
    // SDL would turn SIGTERM and SIGINT into the same event as a click on "close".
    if (wish.kiosk) SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) return failed("no window system");
    const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI |
                         (wish.kiosk ? SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS : 0U) |
                         (wish.hidden ? SDL_WINDOW_HIDDEN : SDL_WINDOW_SHOWN);
    SDL_Window* window = SDL_CreateWindow("Touchstone", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                          wish.width, wish.height, flags);
    if (window == nullptr) return failed("no window");
    // Below this the keys and the answers have no room.
    SDL_SetWindowMinimumSize(window, static_cast<int>(640 * wish.scale), static_cast<int>(560 * wish.scale));
    SDL_GLContext context = SDL_GL_CreateContext(window);
    if (context == nullptr) return failed("no OpenGL 3");
    SDL_GL_MakeCurrent(window, context);
    SDL_GL_SetSwapInterval(wish.throttled ? 1 : 0);
    if (!ImGui_ImplOpenGL3_Init("#version 150")) return failed("OpenGL does not start");
    SDL_StartTextInput();
    return std::unique_ptr<Window>(std::make_unique<SdlWindow>(window, context, wish.scale));
}

}  // namespace touchstone::game
