// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_ids.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/basics/id.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::string_view retired_word = "retired ";
constexpr const char* remedy_of_line = "write one id a line, such as `late-pickup/arrival/own-it`";

/// Names joined by `/`, as in DEFINITIONS A12.
bool is_address(std::string_view text) {
    while (true) {
        const auto slash = text.find('/');
        if (!is_valid_name(text.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        text.remove_prefix(slash + 1);
    }
}

void read_line(std::string_view line, int number, IdsLock& lock, Findings& findings) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') return;
    const bool retired = line.substr(0, retired_word.size()) == retired_word;
    const auto column = static_cast<int>(retired ? retired_word.size() : 0) + 1;
    const std::string id(line.substr(retired ? retired_word.size() : 0));
    if (!is_address(id))
        return findings.error("E143", {number, column}, "this line names no id", remedy_of_line,
                              std::clamp<std::size_t>(count_code_points(id), 1, 80));
    if (lock.published.count(id) + lock.retired.count(id) != 0)
        return findings.error("E143", {number, column}, fmt::format("`{}` stands here twice", id),
                              "remove one of the two lines", id.size());
    (retired ? lock.retired : lock.published)[id] = {number, column};
}

void is_back(const std::string& id, TextPosition retired, const SourceScenario& source, Findings& findings) {
    findings.add({"E210",
                  Severity::error,
                  source.file,
                  source.place(id),
                  SourceScenario::length_at(id),
                  fmt::format("`{}` was published and retired: the id may not come back", id),
                  "choose another id; results of the old one stay tied to it",
                  {findings.file(), retired, id.size(), "retired here"}});
}

}  // namespace

IdsLock read_ids_lock(std::string_view text, Findings& findings) {
    IdsLock lock;
    if (refuse_bytes(text, largest_source, findings)) return lock;
    for (int number = 1; !text.empty() && !findings.full(); ++number) {
        const auto end = text.find('\n');
        read_line(text.substr(0, end), number, lock, findings);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lock;
}

std::set<std::string> ids_of(const PackSources& sources) {
    std::set<std::string> ids;
    for (const SourceScenario& source : sources.scenarios) {
        const Scenario& scenario = source.scenario;
        ids.insert(scenario.id);
        const auto add = [&](const std::string& rest) { ids.insert(scenario.id + "/" + rest); };
        for (const std::string& fact : scenario.facts) add("hides/" + fact);
        for (const Moment& moment : scenario.moments) {
            add(moment.id);
            for (const Ask& ask : moment.asks) add(moment.id + "/" + ask.id);
            for (const Choice& choice : moment.choices) add(moment.id + "/" + choice.id);
        }
        for (const Ending& ending : scenario.endings) {
            add(ending.id);
            for (const Outcome& outcome : ending.outcomes) add(ending.id + "/" + outcome.id);
        }
    }
    return ids;
}

void check_ids(const IdsLock& lock, const PackSources& sources, Findings& findings) {
    const auto ids = ids_of(sources);
    for (const SourceScenario& source : sources.scenarios)
        for (const auto& [id, place] : lock.retired)
            if (ids.count(id) != 0 && id.substr(0, id.find('/')) == source.scenario.id)
                is_back(id, place, source, findings);
    for (const auto& [id, place] : lock.published)
        if (ids.count(id) == 0)
            findings.error("E211", place, fmt::format("`{}` was published and is gone", id),
                           "bring it back, or write `retired` before it: results stay tied to it", id.size());
}

std::string write_ids_lock(const IdsLock& lock, const PackSources& sources) {
    std::set<std::string> published = ids_of(sources);
    for (const auto& [id, place] : lock.published) published.insert(id);
    std::string text = "# Published ids, never reused: `retired` before one that left the pack.\n";
    for (const std::string& id : published)
        if (lock.retired.count(id) == 0) text += id + "\n";
    for (const auto& [id, place] : lock.retired) text += std::string(retired_word) + id + "\n";
    return text;
}

}  // namespace touchstone::content
