// SPDX-License-Identifier: Apache-2.0
#include "game/app/export.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/records/record_json.h"
#include "game/app/platform.h"

namespace touchstone::game {
namespace {

/// A name as a part of a file's name: what could lead elsewhere is left out.
std::string file_part(const std::string& name) {
    std::string part;
    for (const char c : name) {
        const bool special =
            static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == ':' || c == '.';
        if (!special) part += c == ' ' ? '-' : c;
    }
    return part.empty() ? "person" : part;
}

}  // namespace

std::string to_json_lines(const std::vector<Record>& records) {
    std::string text;
    for (const Record& record : records)
        text += fmt::format("{{\"at\":\"{}\",\"id\":\"{}\",\"kind\":\"{}\",\"record\":{}}}\n",
                            to_rfc3339(record.header.at), record.header.id.text, kind_of(record.body),
                            body_to_json(record.body));
    return text;
}

Result<std::string> export_records(const std::string& directory, const std::string& name, Day today,
                                   const std::vector<Record>& records) {
    std::error_code problem;
    std::filesystem::create_directories(directory, problem);
    const CivilDate date = civil_from_day(today);
    const std::string path = fmt::format("{}/touchstone-{}-{:04}-{:02}-{:02}.jsonl", directory,
                                         file_part(name), date.year, date.month, date.day);
    if (const auto written = platform::write_file(path, to_json_lines(records)); !written)
        return written.error();
    return path;
}

}  // namespace touchstone::game
