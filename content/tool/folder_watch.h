// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace touchstone::content {

/// Sees whether the files below some folders changed. What begins with a dot or ends with a tilde belongs to
/// an editor and does not count. Looks at size and time, and at the bytes where the time is not old enough to
/// be trusted: clocks of file systems are coarse.
class FolderWatch {
public:
    /// A place may be a file, and need not exist yet.
    explicit FolderWatch(std::vector<std::filesystem::path> places) : places_(std::move(places)) {}
    /// Whether anything differs from the look before; the first look says true.
    bool changed();

private:
    struct Seen {
        std::filesystem::file_time_type written;
        std::uintmax_t size = 0;
        std::size_t hash = 0;
        bool settled = false;  // written long before it was read
    };
    using All = std::map<std::string, Seen>;
    void look(const std::filesystem::path& file, All& now) const;

    std::vector<std::filesystem::path> places_;
    All before_;
    bool looked_ = false;
};

}  // namespace touchstone::content
