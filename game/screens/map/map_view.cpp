// SPDX-License-Identifier: Apache-2.0
#include "game/screens/map/map_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "game/screens/common/labels.h"
#include "game/screens/common/scenario_words.h"
#include "game/screens/drill/drill_view.h"

namespace touchstone::game {
namespace {

constexpr std::size_t course_length = 24;

std::string band_word(const Words& words, MasteryBand band) {
    switch (band) {
        case MasteryBand::starting:
            return words.tr("band", "starting");
        case MasteryBand::developing:
            return words.tr("band", "developing");
        case MasteryBand::solid:
            return words.tr("band", "solid");
        case MasteryBand::strong:
            break;
    }
    return words.tr("band", "strong");
}

std::string name_of(const Words& words, const MapInput& input, std::size_t behaviour) {
    return input.texts.find(words.language(),
                            "standard/behaviours/" + input.library.standard.behaviours[behaviour]);
}

MapView::Row make_row(const Words& words, const MapInput& input, std::size_t behaviour) {
    MapView::Row row;
    row.code = behaviour_icon(input.library.standard.behaviours[behaviour]);
    row.name = name_of(words, input, behaviour);
    if (!may_show(input.now, behaviour)) {
        row.value = words.tr("map", "not enough yet");
        const auto seen = static_cast<int>(std::floor(input.now.own_evidence[behaviour]));
        row.words = words.tr("map", "Seen {} of {} times that a number needs",
                             {std::to_string(seen), fmt::format("{:.0f}", evidence_to_show)});
        return row;
    }
    const MasteryLevel level = mastery_level(input.now, behaviour);
    row.value = std::to_string(level.shown());
    row.words = words.tr("map", "{}, likely {} to {}",
                         {band_word(words, level.band()), fmt::format("{:.0f}", level.low),
                          fmt::format("{:.0f}", level.high)});
    row.mark = MasteryMark{static_cast<float>(level.level), static_cast<float>(level.low),
                           static_cast<float>(level.high)};
    return row;
}

const Record* record_of(const std::vector<Record>& records, const RecordId& id) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record& record) { return record.header.id == id; });
    return found == records.end() ? nullptr : &*found;
}

std::string day_words(const Words& words, Day day, Day today) {
    if (day == today) return words.tr("map", "today");
    if (day < today && today - day < 7) return weekday_name(words, weekday_of(day));
    return words.count("map", "{} day ago", "{} days ago", today - day);
}

struct Said {
    std::string what, where;
};

/// What was said, and in which scenario; the ids where this version of the pack has it no more.
Said said_in(const Words& words, const MapInput& input, const ChoiceMade& made, const std::string& scenario) {
    const Scenario* logic = input.library.find(scenario);
    if (logic == nullptr) return {made.choice, scenario};
    const std::string base = scenario + "/";
    const std::string address = base + made.moment + "/" + made.choice + "/says";
    const std::string& says = input.texts.find(words.language(), address);
    return {says == address ? made.choice : says, input.texts.find(words.language(), base + "title")};
}

Said said_in_drill(const Words& words, const MapInput& input, const DrillAnswered& made) {
    const std::string base = "drills/" + made.drill + "/";
    const std::string address = base + made.variant + "/" + made.choice + "/says";
    const std::string& says = input.texts.find(words.language(), address);
    if (says == address) return {made.choice, made.drill};
    return {says, input.texts.find(words.language(), base + "title")};
}

MapView::Moved moved_words(const Words& words, const MapInput& input, const Moved& moved) {
    MapView::Moved shown;
    shown.up = moved.change >= 0;
    shown.change = fmt::format("{}{:.1f}", shown.up ? "+" : "\u2212", std::fabs(moved.change));
    if (words.language() != "en") std::replace(shown.change.begin(), shown.change.end(), '.', ',');
    const Record* record = record_of(input.records, moved.record);
    if (record == nullptr) return shown;
    Said said;
    if (const auto* choice = std::get_if<ChoiceMade>(&record->body)) {
        const auto scenario = input.fold.scenario_of.find(choice->encounter);
        said = said_in(words, input, *choice,
                       scenario == input.fold.scenario_of.end() ? std::string() : scenario->second);
    } else if (const auto* drill = std::get_if<DrillAnswered>(&record->body)) {
        said = said_in_drill(words, input, *drill);
    }
    shown.title = first_sentence(said.what);
    shown.line = said.where + " · " + day_words(words, record->header.day, input.today);
    return shown;
}

/// The level after each evidence, from the changes that the fold kept.
std::vector<float> course_of(const MasteryFold& fold, std::size_t behaviour) {
    std::vector<float> course;
    double level = mastery_level(fold.mastery, behaviour).level;
    for (auto it = fold.contributions.rbegin();
         it != fold.contributions.rend() && course.size() < course_length; ++it) {
        if (it->evidence[behaviour] > 0) course.push_back(static_cast<float>(level));
        level -= it->change[behaviour];
    }
    std::reverse(course.begin(), course.end());
    return course;
}

}  // namespace

icon::Code behaviour_icon(const std::string& behaviour) {
    if (behaviour == "positive") return icon::sun;
    if (behaviour == "savvy") return icon::school;
    if (behaviour == "people") return icon::people;
    if (behaviour == "resourceful") return icon::bulb;
    if (behaviour == "responsive") return icon::hearing;
    if (behaviour == "respectful") return icon::heart_outline;
    return icon::event;
}

MapView make_map_view(const Words& words, const MapInput& input) {
    MapView view;
    view.header.title = words.tr("nav", "My map");
    long encounters = static_cast<long>(input.fold.scenario_of.size());
    view.header.line = words.count("map", "{} encounter · your manager sees the levels, not your choices",
                                   "{} encounters · your manager sees the levels, not your choices", encounters);
    view.header.pill = input.pill;
    view.header.listed = true;
    view.header.as_list = input.as_list;
    for (const MasteryBand band :
         {MasteryBand::starting, MasteryBand::developing, MasteryBand::solid, MasteryBand::strong})
        view.bands.push_back(band_word(words, band));
    for (std::size_t i = 0; i < behaviour_count; ++i) view.rows.push_back(make_row(words, input, i));
    view.chosen = input.chosen;
    view.legend = words.tr("map", "Dot: where you are. Band: how sure we are (80 %).");
    if (view.rows[view.chosen].mark) view.course = course_of(input.fold, view.chosen);
    view.course_label = words.tr("map", "The course of {}", {view.rows[view.chosen].name});
    for (const Moved& moved : moved_by(input.fold, view.chosen))
        view.moved.push_back(moved_words(words, input, moved));
    view.moved_title = words.tr("map", "What moved it");
    view.nothing_yet = words.tr("map", "Nothing yet. Play a scenario, and it shows here.");
    view.practise = words.tr("map", "Practise this");
    return view;
}

}  // namespace touchstone::game
