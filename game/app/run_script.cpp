// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "game/app/shell.h"

namespace touchstone::game {
namespace {

constexpr std::int64_t patience_ms = 10'000;  // how long a script waits for a label

bool waits(const Command& command) {
    return command.name == "tap" || command.name == "touch" || command.name == "wait-for" ||
           command.name == "expect" || command.name == "wait-file";
}

/// "#id" names a node by its id, anything else by what it says.
const Node* named(const Tree& tree, const std::string& name) {
    return name.starts_with('#') ? tree.find(name.substr(1)) : tree.find_label(name);
}

}  // namespace

/// Presses the middle of what can be seen of it; what is scrolled away is pulled into view first.
bool Shell::tap(const std::string& label, bool finger) {
    const Node* node = named(ui_->tree(), label);
    if (node == nullptr || !node->enabled) return false;
    if (node->seen.h >= std::min(node->rect.h, 30.0F)) {
        window_->push_tap(node->seen.centre(), finger);
        return true;
    }
    const Size size = ui_->size();
    const float way = node->rect.centre().y > size.h / 2 ? -1.0F : 1.0F;
    const Point from{std::clamp(node->rect.centre().x, 40.0F, size.w - 40), size.h * 0.5F};
    window_->push_drag(from, {from.x, from.y + way * size.h * 0.2F});
    return false;
}

Result<bool> Shell::do_command(const Command& command) {
    const std::string& argument = command.argument;
    const auto wrong = [&](const std::string& detail) { return Error{Error::Kind::malformed, detail}; };
    if (command.name == "tap" || command.name == "touch") return tap(argument, command.name == "touch");
    if (command.name == "wait-for" || command.name == "expect")
        return named(ui_->tree(), argument) != nullptr;
    if (command.name == "wait-file") return static_cast<bool>(platform::read_file(argument));
    if (command.name == "expect-not") {
        if (named(ui_->tree(), argument) != nullptr) return wrong("is there: " + argument);
    } else if (command.name == "key") {
        window_->push_key(argument);
    } else if (command.name == "pad") {
        window_->push_pad(argument);
    } else if (command.name == "type") {
        window_->push_text(argument);
    } else if (command.name == "shot") {
        if (auto written = write_png(window_->picture(), argument); !written) return written.error();
    } else if (command.name == "dump") {
        if (auto written = platform::write_file(argument, to_json(ui_->tree())); !written)
            return written.error();
    } else if (command.name == "clock" || command.name == "idle") {
        const auto by = read_duration(argument);
        if (!by) return by.error();
        clock_.skip(*by);
        if (command.name == "clock") app_->touch();
    } else if (command.name == "size") {
        int width = 0, height = 0;
        if (std::sscanf(argument.c_str(), "%5dx%5d", &width, &height) != 2)
            return wrong("not a size: " + argument);
        window_->resize(width, height);
    } else if (command.name == "lang") {
        app_->act(SetLanguage{argument});
    } else if (command.name == "theme") {
        app_->act(SetTheme{argument});
    } else if (command.name == "close") {
        window_->push_close();
    } else if (command.name == "crash" && command.argument == "signal") {
        std::raise(SIGSEGV);
    } else if (command.name == "crash") {
        throw std::runtime_error("the script asked for a crash");
    } else if (command.name == "text") {
        app_->act(SetText{std::atoi(argument.c_str())});
    }
    return true;
}

/// One command while nothing moves. False ends the program.
bool Shell::run_script() {
    if (script_at_ >= script_.size()) return true;
    const Command& command = script_[script_at_];
    if (command.name == "quit") return false;
    const std::int64_t now = platform::monotonic_ms();
    if (command_since_ms_ == 0) command_since_ms_ = now;
    const auto done = do_command(command);
    const bool late = done && !*done && (!waits(command) || now - command_since_ms_ > patience_ms);
    if (!done || late) {
        const std::string reason = done ? "not there: " + command.argument : done.error().detail;
        std::fprintf(stderr, "touchstone: script line %d: %s %s\n", command.line, command.name.c_str(),
                     reason.c_str());
        std::fprintf(stderr, "%s\n", to_json(ui_->tree()).c_str());
        exit_code_ = 1;
        return false;
    }
    frames_due_ = std::max(frames_due_, 2);
    if (!*done) return true;
    ++script_at_;
    command_since_ms_ = 0;
    return true;
}

}  // namespace touchstone::game
