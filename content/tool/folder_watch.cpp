// SPDX-License-Identifier: Apache-2.0
#include "content/tool/folder_watch.h"

#include <algorithm>
#include <chrono>

#include "content/tool/load.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds coarse{2};  // FAT keeps times in steps of two seconds

bool is_of_an_editor(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.empty() || name.front() == '.' || name.back() == '~';
}

}  // namespace

void FolderWatch::look(const fs::path& file, All& now) const {
    std::error_code gone;  // a file that goes while it is looked at is not there
    Seen seen;
    seen.written = fs::last_write_time(file, gone);
    if (!gone) seen.size = fs::file_size(file, gone);
    if (gone) return;
    const auto known = before_.find(file.string());
    if (known != before_.end() && known->second.settled && known->second.written == seen.written &&
        known->second.size == seen.size) {
        now.emplace(file.string(), known->second);
        return;
    }
    const auto bytes = read_file(file);
    seen.hash = bytes ? std::hash<std::string>()(*bytes) : 0;
    seen.settled = seen.written + coarse < fs::file_time_type::clock::now();
    now.emplace(file.string(), seen);
}

bool FolderWatch::changed() {
    All now;
    for (const fs::path& place : places_) {
        std::error_code none;
        if (!fs::is_directory(place, none)) {
            look(place, now);
            continue;
        }
        for (fs::recursive_directory_iterator at(place, none), end; !none && at != end; at.increment(none)) {
            const bool skips = is_of_an_editor(at->path());
            std::error_code gone;
            if (at->is_directory(gone) && skips) at.disable_recursion_pending();
            if (!skips && at->is_regular_file(gone)) look(at->path(), now);
        }
    }
    const bool same = now.size() == before_.size() &&
                      std::equal(now.begin(), now.end(), before_.begin(), [](const auto& a, const auto& b) {
                          return a.first == b.first && a.second.size == b.second.size &&
                                 a.second.hash == b.second.hash;
                      });
    before_ = std::move(now);
    return !std::exchange(looked_, true) || !same;
}

}  // namespace touchstone::content
