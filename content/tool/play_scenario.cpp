// SPDX-License-Identifier: Apache-2.0
#include "content/tool/play_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <iostream>

#include "engine/basics/overloaded.h"
#include "engine/play/mood.h"
#include "engine/scoring/score_encounter.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

json::value tenths(const Value& value) {
    if (!value) return nullptr;
    return json::value(fmt::format("{}.{}", *value / 10, *value % 10));
}

/// Numbers as JSON writes them: one decimal, no binary rounding. Boost.JSON has no decimal type, so text is
/// spliced.
class JsonText {
public:
    void member(const std::string& key, const std::string& raw) {
        text_ += (text_.empty() ? "" : ", ") + json::serialize(json::value(key)) + ": " + raw;
    }
    void text(const std::string& key, const std::string& value) {
        member(key, json::serialize(json::value(value)));
    }
    void value(const std::string& key, const Value& value) {
        member(key, value ? std::string(tenths(value).get_string()) : "null");
    }
    std::string object() const { return "{" + text_ + "}"; }

private:
    std::string text_;
};

std::string state_json(const CustomerState& state) {
    return fmt::format(R"({{"satisfaction": {}, "trust": {}, "patience": {}}})", state.satisfaction,
                       state.trust, state.patience);
}

std::string bar(const char* label, int value) {
    const auto filled = static_cast<std::size_t>(value / 5);
    return fmt::format("{:<13}[{}{}] {}", label, std::string(filled, '#'), std::string(20 - filled, '.'),
                       value);
}

class Terminal {
public:
    Terminal(const Playable& playable, std::istream& in, std::ostream& out)
        : playable_(playable), in_(in), out_(out) {}

    std::optional<Encounter> run(std::uint64_t seed) {
        const Scenario& scenario = playable_.scenario();
        out_ << text("title") << "\n" << text("customer/name") << ": " << text("customer/wants") << "\n";
        Encounter now = begin(scenario, seed);
        while (!now.end) {
            show(now);
            std::string line;
            if (!std::getline(in_, line)) return std::nullopt;
            const std::string id = id_for(now, line);
            auto next = advance(now, scenario, event_for(scenario, now, id));
            if (!next) {
                out_ << next.error().detail << "; " << next.error().remedy << "\n";
                continue;
            }
            tell(now, *next);
            now = next->encounter;
        }
        finish(now);
        return now;
    }

private:
    std::string text(const std::string& rest) const {
        return playable_.texts.find(playable_.language, playable_.scenario().id + "/" + rest);
    }
    std::string says(const std::string& rest, const std::vector<Condition>& says_if,
                     const Situation& situation) const {
        const std::size_t variant = says_variant(says_if, situation);
        return text(variant == 0 ? rest + "/says" : rest + "/says-if/" + std::to_string(variant));
    }
    const Moment& moment(const Encounter& now) const { return playable_.scenario().moments[now.moment]; }

    void show(const Encounter& now) {
        const Moment& m = moment(now);
        out_ << "\n"
             << text(m.id + "/scene") << "\n"
             << text("customer/name") << ": " << says(m.id, m.says_if, now.situation()) << "\n"
             << bar("satisfaction", now.state.satisfaction) << "\n"
             << bar("trust", now.state.trust) << "\n"
             << bar("patience", now.state.patience) << "\n";
        char key = '1';
        for (std::size_t i = 0; i < m.asks.size(); ++i, ++key)
            if (!contains(now.asked, i))
                out_ << "  " << key << " (ask) " << text(m.id + "/" + m.asks[i].id + "/says") << "\n";
        key = 'a';
        for (const std::size_t i : shown_choices(now, playable_.scenario()))
            out_ << "  " << key++ << " "
                 << says(m.id + "/" + m.choices[i].id, m.choices[i].says_if, now.situation()) << "\n";
        out_ << "> " << std::flush;
    }
    /// A letter, a number or an id.
    std::string id_for(const Encounter& now, const std::string& line) const {
        const Moment& m = moment(now);
        const auto shown = shown_choices(now, playable_.scenario());
        if (line.size() != 1) return line;
        const auto letter = static_cast<std::size_t>(line[0] - 'a'),
                   digit = static_cast<std::size_t>(line[0] - '1');
        if (line[0] >= 'a' && letter < shown.size()) return m.choices[shown[letter]].id;
        if (line[0] >= '1' && digit < m.asks.size()) return m.asks[digit].id;
        return line;
    }
    void tell(const Encounter& before, const Advance& step) {
        const Moment& m = moment(before);
        for (const Happening& happening : step.happenings)
            std::visit(overloaded{
                           [&](const Asked& asked) { tell_answer(m, m.asks[asked.ask]); },
                           [&](const Chosen& chosen) {
                               out_ << "\n"
                                    << text("customer/name") << ": "
                                    << text(m.id + "/" + m.choices[chosen.choice].id + "/reply") << "\n";
                           },
                           [](const Finished&) {},
                       },
                       happening);
    }
    void tell_answer(const Moment& m, const Ask& ask) {
        const std::string address = playable_.scenario().id + "/" + m.id + "/" + ask.id + "/reply";
        if (playable_.texts.contains(address))
            out_ << "\n" << text("customer/name") << ": " << text(m.id + "/" + ask.id + "/reply") << "\n";
    }
    void finish(const Encounter& now) {
        const Ending& ending = playable_.scenario().endings[now.end->ending];
        const std::string outcome = ending.id + "/" + ending.outcomes[now.end->outcome].id;
        if (playable_.texts.contains(playable_.scenario().id + "/" + ending.id + "/scene"))
            out_ << "\n" << text(ending.id + "/scene") << "\n";
        if (playable_.texts.contains(playable_.scenario().id + "/" + outcome + "/says"))
            out_ << text("customer/name") << ": " << text(outcome + "/says") << "\n";
        const auto scoring = score_encounter(playable_.library.standard, playable_.scenario(), now);
        if (!scoring) return;
        out_ << "\nScore " << scoring->score.shown() << ", level reached " << scoring->ladder.reached << "\n";
        const TurningPoints points = turning_points(*scoring);
        for (const auto& point : {points.helped, points.could_turn}) {
            if (!point) continue;
            const PlayedChoice& played = scoring->choices[*point];
            const Moment& m = playable_.scenario().moments[played.moment];
            out_ << "- " << text(m.id + "/" + m.choices[played.choice].id + "/feedback") << "\n";
        }
        out_ << "Try on the floor: " << text("try") << "\n";
    }

    const Playable& playable_;
    std::istream& in_;
    std::ostream& out_;
};

}  // namespace

PlayEvent event_for(const Scenario& scenario, const Encounter& now, const std::string& id) {
    if (id == "leave") return LeaveEvent{};
    for (const Ask& ask : scenario.moments[now.moment].asks)
        if (ask.id == id) return AskEvent{id};
    return ChooseEvent{id};
}

std::string offers_of(const Scenario& scenario, const Encounter& now) {
    std::vector<std::string> ids;
    const Moment& moment = scenario.moments[now.moment];
    for (std::size_t i = 0; i < moment.asks.size(); ++i)
        if (!contains(now.asked, i)) ids.push_back(moment.asks[i].id);
    for (const std::size_t i : shown_choices(now, scenario)) ids.push_back(moment.choices[i].id);
    return fmt::format("`{}` offers {}", moment.id, fmt::join(ids, ", "));
}

Result<Playable> make_playable(const SourceStandard& standard, const SourceScenario& source) {
    auto library = compile_library(standard, {source});
    if (!library) return library.error();
    Playable playable{std::move(*library), packs::Texts("en"), "en"};
    for (const SourceText& text : source.texts) playable.texts.add("en", text.address, text.text);
    return playable;
}

Result<Encounter> play_ids(const Playable& playable, const std::vector<std::string>& ids,
                           std::uint64_t seed) {
    const Scenario& scenario = playable.scenario();
    Encounter now = begin(scenario, seed);
    for (const std::string& id : ids) {
        auto next = advance(now, scenario, event_for(scenario, now, id));
        if (!next)
            return Error{Error::Kind::refused, next.error().detail,
                         now.end ? "give fewer ids" : offers_of(scenario, now)};
        now = std::move(next->encounter);
    }
    if (!now.end)
        return Error{Error::Kind::refused, "the encounter is not finished after these choices",
                     offers_of(scenario, now) + "; or add `leave`"};
    return now;
}

Result<std::string> result_json(const Playable& playable, const Encounter& encounter) {
    const Scenario& scenario = playable.scenario();
    const Standard& standard = playable.library.standard;
    const auto scoring = score_encounter(standard, scenario, encounter);
    if (!scoring) return scoring.error();
    const Ending& ending = scenario.endings[encounter.end->ending];
    JsonText levels, behaviours, indicators, out;
    for (std::size_t l = 0; l < level_count; ++l)
        levels.value(standard.levels[l], scoring->ladder.credited[l]);
    for (std::size_t k = 0; k < standard.behaviours.size(); ++k)
        behaviours.value(standard.behaviours[k], scoring->behaviours[k]);
    for (std::size_t i = 0; i < standard.indicators.size(); ++i)
        indicators.value(standard.indicators[i].id, scoring->indicators[i]);
    out.text("scenario", scenario.id);
    out.member("version", std::to_string(scenario.version));
    out.member("path", json::serialize(json::array(encounter.log.begin(), encounter.log.end())));
    out.text("outcome", ending.outcomes[encounter.end->outcome].id);
    out.member("score", std::to_string(scoring->score.shown()));
    out.member("critical", scoring->critical ? "true" : "false");
    out.member("level_reached", std::to_string(scoring->ladder.reached));
    out.member("levels", levels.object());
    out.member("behaviours", behaviours.object());
    out.member("indicators", indicators.object());
    out.member("state", state_json(encounter.state));
    return out.object() + "\n";
}

std::optional<Encounter> play_interactively(const Playable& playable, std::uint64_t seed, std::istream& in,
                                            std::ostream& out) {
    return Terminal(playable, in, out).run(seed);
}

}  // namespace touchstone::content
