// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/mark_file.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace touchstone::device {

std::optional<Mark> read_mark(const std::string& path) {
    std::ifstream in(path);
    Mark mark;
    std::string end;
    if (!(in >> mark.incarnation.text >> mark.seq >> end) || end != "end") return std::nullopt;
    return mark;
}

Result<Done> write_mark(const std::string& path, const Mark& mark) {
    std::fstream out(path, std::ios::in | std::ios::out);
    if (!out) out.open(path, std::ios::out);
    // One write of a fixed width, so that a kill leaves the old line or the new one.
    const std::string line = fmt::format("{} {:020} end\n", mark.incarnation.text, mark.seq);
    out.write(line.data(), static_cast<std::streamsize>(line.size()));
    out.flush();
    if (out) return Done{};
    return Error{Error::Kind::unavailable, fmt::format("{} cannot be written", path),
                 "Free some space and allow writing in that folder."};
}

}  // namespace touchstone::device
