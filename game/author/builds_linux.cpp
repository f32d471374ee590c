// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

#include "game/author/builds.h"
#include "game/process/child.h"

namespace touchstone::game {
namespace {

namespace fs = std::filesystem;

/// An open file that closes itself.
class File {
public:
    File() = default;
    explicit File(int number) : number_(number) {}
    File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~File() { close_now(); }
    void close_now() {
        if (number_ >= 0) close(number_);
        number_ = -1;
    }
    int number() const { return number_; }

private:
    int number_ = -1;
};

struct Pipe {
    File out, in;  // to read from, to write to
};
std::optional<Pipe> make_pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
    return Pipe{File(ends[0]), File(ends[1])};
}

class ChildBuilds final : public Builds {
public:
    ChildBuilds(pid_t child, File to_child, File from_child, std::string folder, fs::path cache,
                std::function<void()> wake)
        : child_(child),
          to_child_(std::move(to_child)),
          from_child_(std::move(from_child)),
          folder_(std::move(folder)),
          cache_(std::move(cache)),
          wake_(std::move(wake)),
          reader_([this] { read_lines(); }) {}

    /// The tool ends when its input does, and clears its folder; one that does not is ended.
    ~ChildBuilds() override {
        to_child_.close_now();
        constexpr int patience_ms = 3000;
        bool ended = has_ended(child_);
        for (int waited = 0; !ended && waited < patience_ms; waited += 10) {
            usleep(10'000);
            ended = has_ended(child_);
        }
        if (!ended) {
            end_child(child_);
            while (!has_ended(child_)) usleep(1000);
        }
        reader_.join();
        std::error_code ignored;  // a folder that stays only takes room
        fs::remove_all(cache_, ignored);
    }
    ChildBuilds(const ChildBuilds&) = delete;
    ChildBuilds& operator=(const ChildBuilds&) = delete;

    std::optional<Result<BuildReport>> take() override {
        const std::lock_guard lock(mutex_);
        if (!line_.empty()) return read_build_report(std::exchange(line_, {}), folder_);
        if (!std::exchange(tells_end_, false)) return std::nullopt;
        return Error{Error::Kind::unavailable, "touchstone-content has ended", "start it again"};
    }

private:
    void read_lines() {
        std::string pending;
        char bytes[65536];
        for (ssize_t got = 0; (got = read(from_child_.number(), bytes, sizeof bytes)) > 0;) {
            pending.append(bytes, static_cast<std::size_t>(got));
            for (auto end = pending.find('\n'); end != std::string::npos; end = pending.find('\n')) {
                keep(pending.substr(0, end));
                pending.erase(0, end + 1);
            }
        }
        {
            const std::lock_guard lock(mutex_);
            tells_end_ = true;
        }
        wake_();
    }
    void keep(std::string line) {
        {
            const std::lock_guard lock(mutex_);
            line_ = std::move(line);
        }
        wake_();
    }

    pid_t child_;
    File to_child_, from_child_;
    std::string folder_;
    fs::path cache_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::string line_;        // the newest that was not taken
    bool tells_end_ = false;  // its end was not told yet
    std::thread reader_;      // last: it begins when all else stands
};

Error no_tool(const std::string& tool) {
    return {Error::Kind::not_found, tool + ": cannot be started",
            "install touchstone-content beside touchstone"};
}

}  // namespace

Result<std::unique_ptr<Builds>> start_builds(const std::string& tool, const std::string& folder,
                                             std::function<void()> wake) {
    if (!is_program(tool)) return no_tool(tool);
    std::error_code failure;
    std::string cache = (fs::temp_directory_path(failure) / "touchstone-author-XXXXXX").string();
    if (failure || mkdtemp(cache.data()) == nullptr)
        return Error{Error::Kind::unavailable, cache + ": this folder cannot be made",
                     "check the free space, or set TMPDIR to another folder"};
    auto to_child = make_pipe(), from_child = make_pipe();
    if (!to_child || !from_child) return no_tool(tool);
    const auto child = start_child({tool, "watch", folder, "--into", cache, "--json"},
                                   {to_child->out.number(), from_child->in.number()});
    if (!child) return no_tool(tool);
    return std::unique_ptr<Builds>(std::make_unique<ChildBuilds>(
        *child, std::move(to_child->in), std::move(from_child->out), folder, cache, std::move(wake)));
}

}  // namespace touchstone::game
