// SPDX-License-Identifier: Apache-2.0
#include "game/voice/voice.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "game/process/child.h"

namespace touchstone::game {
namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr std::chrono::minutes longest_speech{5};  // a voice that hangs is ended then

/// A program that speaks, with what it is started with.
struct Speaker {
    std::string path;
    bool is_dispatcher = false;  // spd-say: the sound comes from a service that outlives the child

    std::vector<std::string> to_say(const std::string& language) const {
        if (is_dispatcher) return {path, "-C", "-w", "-e", "-l", language};
        return {path, "-b", "1", "-v", language, "--stdin"};
    }
};

std::string find_program(const std::string& search_path, const std::string& name) {
    for (std::size_t from = 0; from <= search_path.size();) {
        const std::size_t to = std::min(search_path.find(':', from), search_path.size());
        const std::string folder = search_path.substr(from, to - from);
        if (!folder.empty() && folder[0] == '/' && is_program(folder + "/" + name))
            return folder + "/" + name;
        from = to + 1;
    }
    return {};
}

/// spd-say takes a line that begins with "!-!" for a command, and waits for ever on an empty one.
std::string as_input(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        const auto first = line.find_first_not_of("! \n\r\t");
        if (first == std::string::npos) continue;
        std::string one = line.substr(first);
        std::replace(one.begin(), one.end(), '\n', ' ');
        text += one + "\n";
    }
    return text;
}

/// A file in memory that holds the text: the child reads it at its own pace and nothing here waits for it.
class Input {
public:
    explicit Input(const std::string& text) : file_(memfd_create("spoken", MFD_CLOEXEC)) {
        if (file_ < 0) return;
        const bool whole = write(file_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
        if (!whole || lseek(file_, 0, SEEK_SET) != 0) close_file();
    }
    ~Input() { close_file(); }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    int file() const { return file_; }

private:
    void close_file() {
        if (file_ >= 0) close(file_);
        file_ = -1;
    }
    int file_;
};

std::optional<pid_t> start(std::vector<std::string> words, const std::string& text) {
    const Input input(text);
    if (input.file() < 0) return std::nullopt;
    return start_child(std::move(words), {input.file(), -1});
}

class ProcessVoice final : public Voice {
public:
    explicit ProcessVoice(Speaker speaker) : speaker_(std::move(speaker)) {}
    ~ProcessVoice() override {
        stop();
        // A service that does not answer must not keep the program from ending.
        for (int i = 0; i < 50 && !ending_.empty(); ++i) {
            std::erase_if(ending_, has_ended);
            if (!ending_.empty()) usleep(10'000);
        }
    }

    void say(const std::vector<std::string>& lines, const std::string& language) override {
        end_talk();
        const std::string text = as_input(lines);
        if (text.empty()) return;
        talking_ = start(speaker_.to_say(language), text);
        since_ = std::chrono::steady_clock::now();
    }
    void stop() override {
        if (!is_talking()) return;
        end_talk();
        // What the service was given goes on without the child: it is told apart.
        if (!speaker_.is_dispatcher) return;
        if (const auto quiet = start({speaker_.path, "-C"}, "")) ending_.push_back(*quiet);
    }
    bool is_talking() override {
        if (talking_ && has_ended(*talking_)) talking_.reset();
        if (talking_ && std::chrono::steady_clock::now() - since_ > longest_speech) end_talk();
        std::erase_if(ending_, has_ended);
        return talking_.has_value();
    }
    bool speaks() const override { return true; }

private:
    void end_talk() {
        if (!talking_) return;
        end_child(*talking_);
        ending_.push_back(*talking_);
        talking_.reset();
        std::erase_if(ending_, has_ended);
    }

    Speaker speaker_;
    std::optional<pid_t> talking_;
    Moment since_;
    std::vector<pid_t> ending_;  // told to end, not yet gone
};

}  // namespace

std::unique_ptr<Voice> make_voice(const std::string& search_path) {
    // espeak-ng first: it ends at once, and stopping it stops nobody else's speech.
    if (const std::string path = find_program(search_path, "espeak-ng"); !path.empty())
        return std::make_unique<ProcessVoice>(Speaker{path, false});
    if (const std::string path = find_program(search_path, "spd-say"); !path.empty())
        return std::make_unique<ProcessVoice>(Speaker{path, true});
    return std::make_unique<SilentVoice>();
}

}  // namespace touchstone::game
