// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace touchstone::device {
namespace {

constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

Error failure(int code, const std::string& path) {
    if (code == ENOSPC || code == EDQUOT)
        return {Error::Kind::unavailable, fmt::format("the tablet's journal ({}): the disk is full", path),
                "Free some space. Everything that was saved before is still there."};
    if (code == EACCES || code == EPERM || code == EROFS || code == EISDIR || code == ENOENT)
        return {Error::Kind::refused,
                fmt::format("the tablet's journal ({}): the folder or the file cannot be written: {}", path,
                            std::strerror(code)),
                "Allow writing there, or choose another folder with --data-dir."};
    return {Error::Kind::unavailable, fmt::format("the tablet's journal ({}): {}", path, std::strerror(code)),
            "Keep the file as it is and ask the person who looks after the tablets."};
}

/// 0 or the reason.
int write_all(int file, std::string_view bytes, std::uint64_t at) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        at += static_cast<std::uint64_t>(written);
    }
    return 0;
}

/// 0 or the reason.
int make_durable(const std::string& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return errno;
    const int problem = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    return problem;
}

std::string folder_of(const std::string& path) {
    const std::string parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

/// 0 or the reason. What is read before it is kept.
int read_all(int file, std::string& bytes) {
    std::string part(64U * 1024, '\0');
    while (true) {
        const ssize_t got = ::read(file, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) return 0;
        bytes.append(part, 0, static_cast<std::size_t>(got));
    }
}

std::string whole_journal(const JournalGroup& rows) {
    std::string bytes = journal_head();
    for (const JournalRow& row : rows) bytes += journal_entry({row});
    return bytes;
}

}  // namespace

Journal::Journal(Journal&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      end_(other.end_),
      before_(other.before_) {}

Journal::~Journal() { close(); }

void Journal::close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
}

Result<JournalContents> Journal::read() const {
    if (path_.empty()) return JournalContents{};
    const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) return JournalContents{};
    if (file < 0) return failure(errno, path_);
    std::string bytes;
    const int problem = read_all(file, bytes);
    ::close(file);
    if (problem != 0) return failure(problem, path_);
    return read_journal(bytes);
}

Result<Done> Journal::go_on(const JournalContents& contents) {
    if (path_.empty()) return Done{};
    close();
    file_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
    if (file_ < 0) return failure(errno, path_);
    end_ = before_ = contents.end;
    if (::fchmod(file_, owner_only) != 0) return failure(errno, path_);
    if (contents.torn && (::ftruncate(file_, static_cast<off_t>(end_)) != 0 || ::fsync(file_) != 0))
        return failure(errno, path_);
    return Done{};
}

Result<Done> Journal::rewrite(const JournalGroup& rows) {
    if (path_.empty()) return Done{};
    const std::string fresh = path_ + ".new", bytes = whole_journal(rows);
    const int file = ::open(fresh.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, owner_only);
    if (file < 0) return failure(errno, fresh);
    int problem = ::fchmod(file, owner_only) == 0 ? write_all(file, bytes, 0) : errno;
    if (problem == 0 && ::fsync(file) != 0) problem = errno;
    if (problem == 0 && ::rename(fresh.c_str(), path_.c_str()) != 0) problem = errno;
    if (problem != 0) {
        ::close(file);
        ::unlink(fresh.c_str());
        return failure(problem, fresh);
    }
    close();
    file_ = file;
    end_ = before_ = bytes.size();
    if (const int lost = make_durable(folder_of(path_)); lost != 0) return failure(lost, path_);
    return Done{};
}

Result<Done> Journal::put_aside() const {
    std::string name;
    std::error_code problem;
    for (int number = 1; name.empty() || std::filesystem::exists(name, problem); ++number)
        name = fmt::format("{}.damaged-{}", path_, number);
    if (::rename(path_.c_str(), name.c_str()) != 0) return failure(errno, path_);
    return Done{};
}

Result<Done> Journal::append(const JournalGroup& group) {
    before_ = end_;
    if (path_.empty() || group.empty()) return Done{};
    const std::string entry = journal_entry(group);
    int problem = write_all(file_, entry, end_);
    if (problem == 0 && ::fdatasync(file_) != 0) problem = errno;
    if (problem != 0) {
        cut(end_);
        return failure(problem, path_);
    }
    end_ += entry.size();
    return Done{};
}

void Journal::take_back() {
    if (path_.empty()) return;
    end_ = before_;
    cut(end_);
}

/// When not even this succeeds, the next entry is written over what should be gone; until then the journal is
/// only ahead of the log, and the next start settles that.
void Journal::cut(std::uint64_t end) {
    if (::ftruncate(file_, static_cast<off_t>(end)) == 0) (void)::fsync(file_);
}

}  // namespace touchstone::device
