// SPDX-License-Identifier: Apache-2.0
#include "content/tool/playthrough.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/basics/utf8.h"
#include "engine/scoring/score_encounter.h"

namespace touchstone::content {

namespace {

using Line = Playthrough::Line;

const std::vector<std::string> keys_of_lines = {"scenario", "choose", "moment", "state",
                                                "outcome",  "score",  "level"};

bool is_expectation(const Line& line) { return line.key != "choose"; }

std::string_view without_line_end(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// One line into `into`; false after a finding.
bool read_line(std::string_view text, int number, Playthrough& into, Findings& findings) {
    const auto colon = text.find(": ");
    if (colon == std::string_view::npos) {
        findings.error("E400", {number, 1}, "this line is not `key: value`",
                       "write for example `choose: own-it`, or start a remark with `#`",
                       count_code_points(text));
        return false;
    }
    Line line{std::string(text.substr(0, colon)),
              std::string(text.substr(colon + 2)),
              {number, static_cast<int>(colon) + 3}};
    if (std::find(keys_of_lines.begin(), keys_of_lines.end(), line.key) == keys_of_lines.end()) {
        findings.error(
            "E401", {number, 1}, "unknown key `" + line.key + "`" + did_you_mean(line.key, keys_of_lines),
            fmt::format("use one of: {}", fmt::join(keys_of_lines, ", ")), count_code_points(line.key));
        return false;
    }
    if ((line.key == "scenario") != into.scenario.empty()) {
        findings.error("E402", {number, 1}, "a playthrough names its scenario once, in its first line",
                       "start with `scenario: an-id`", count_code_points(line.key));
        return false;
    }
    if (line.key != "scenario") {
        into.lines.push_back(std::move(line));
    } else {
        into.scenario = line.value;
        into.scenario_at = line.at;
    }
    return true;
}

class Replayer {
public:
    Replayer(const Playable& playable, Findings& findings)
        : playable_(playable), findings_(findings), now_(begin(playable.scenario(), 0)) {}

    /// False after a finding.
    bool follow(const Line& line) {
        if (line.key == "choose") return choose(line);
        if (line.key == "moment") return expect("E404", line, moment());
        if (line.key == "state")
            return expect(
                "E404", line,
                fmt::format("{} {} {}", now_.state.satisfaction, now_.state.trust, now_.state.patience));
        if (!now_.end) return not_over(line);
        return expect("E406", line, end_value(line.key));
    }

private:
    const Scenario& scenario() const { return playable_.scenario(); }
    std::string outcome() const {
        return scenario().endings[now_.end->ending].outcomes[now_.end->outcome].id;
    }
    std::string moment() const {
        return now_.end ? "the encounter is over" : scenario().moments[now_.moment].id;
    }
    std::string end_value(const std::string& key) const {
        if (key == "outcome") return outcome();
        const auto scoring = score_encounter(playable_.library.standard, scenario(), now_);
        if (!scoring) return scoring.error().detail;
        return std::to_string(key == "score" ? scoring->score.shown() : scoring->ladder.reached);
    }

    bool refuse(const char* code, const Line& line, std::string reason, std::string remedy) {
        findings_.error(code, line.at, std::move(reason), std::move(remedy), count_code_points(line.value));
        return false;
    }
    bool choose(const Line& line) {
        if (now_.end)
            return refuse("E403", line,
                          "`" + line.value + "` comes after the end: the outcome `" + outcome() +
                              "` is reached before it",
                          "remove the line, or correct what is chosen above");
        auto next = advance(now_, scenario(), event_for(scenario(), now_, line.value));
        if (!next) return refuse("E403", line, next.error().detail, offers_of(scenario(), now_) + ", leave");
        now_ = std::move(next->encounter);
        return true;
    }
    bool not_over(const Line& line) {
        return refuse(
            "E405", line,
            fmt::format("expected the {} `{}`, but the encounter is not over", line.key, line.value),
            offers_of(scenario(), now_) + ", leave");
    }
    bool expect(const char* code, const Line& line, const std::string& came) {
        if (line.value == came) return true;
        return refuse(
            code, line, fmt::format("expected the {} `{}`, came `{}`", line.key, line.value, came),
            "correct the scenario; or, when the change is meant, write `" + line.key + ": " + came + "`");
    }

    const Playable& playable_;
    Findings& findings_;
    Encounter now_;
};

}  // namespace

std::optional<Playthrough> read_playthrough(std::string_view text, Findings& findings) {
    if (!is_valid_utf8(text)) {
        findings.error("E400", {}, "the playthrough is not valid UTF-8", "save it as UTF-8");
        return std::nullopt;
    }
    Playthrough playthrough;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const std::string_view line = without_line_end(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#') continue;
        if (!read_line(line, number, playthrough, findings)) return std::nullopt;
    }
    if (std::any_of(playthrough.lines.begin(), playthrough.lines.end(), is_expectation)) return playthrough;
    findings.error("E407", {}, "the playthrough expects nothing, so it can never fail",
                   "end it with `outcome: an-id` and `score: 0..100`");
    return std::nullopt;
}

void replay(const Playthrough& playthrough, const Playable& playable, Findings& findings) {
    Replayer replayer(playable, findings);
    for (const Line& line : playthrough.lines)
        if (!replayer.follow(line)) return;
}

void replay_file(std::string_view text, const SourceStandard& standard,
                 const std::vector<SourceScenario>& scenarios, Findings& findings) {
    const auto playthrough = read_playthrough(text, findings);
    if (!playthrough) return;
    std::vector<std::string> known;
    for (const SourceScenario& source : scenarios) {
        known.push_back(source.scenario.id);
        if (source.scenario.id != playthrough->scenario) continue;
        const auto playable = make_playable(standard, source);
        if (playable) return replay(*playthrough, *playable, findings);
        return findings.error("E402", playthrough->scenario_at, playable.error().detail,
                              playable.error().remedy);
    }
    findings.error(
        "E402", playthrough->scenario_at,
        "unknown scenario `" + playthrough->scenario + "`" + did_you_mean(playthrough->scenario, known),
        fmt::format("use one of: {}", fmt::join(known, ", ")), count_code_points(playthrough->scenario));
}

Result<std::string> write_playthrough(const Playable& playable, const Encounter& encounter,
                                      const std::string& remarks) {
    const auto scoring = score_encounter(playable.library.standard, playable.scenario(), encounter);
    if (!scoring) return scoring.error();
    const Ending& ending = playable.scenario().endings[encounter.end->ending];
    std::string text = remarks + "scenario: " + playable.scenario().id + "\n";
    for (const std::string& id : encounter.log) text += "choose: " + id + "\n";
    return text + fmt::format("outcome: {}\nscore: {}\n", ending.outcomes[encounter.end->outcome].id,
                              scoring->score.shown());
}

std::string remarks_of(std::string_view playthrough) {
    std::size_t end = 0;
    while (end < playthrough.size() && playthrough[end] == '#') {
        const auto line = playthrough.find('\n', end);
        end = line == std::string_view::npos ? playthrough.size() : line + 1;
    }
    return std::string(playthrough.substr(0, end));
}

}  // namespace touchstone::content
