// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/labels.h"

#include <fmt/format.h>

namespace touchstone::game {

std::string mood_word(const Words& words, Mood mood) {
    switch (mood) {
        case Mood::delighted:
            return words.tr("mood", "delighted");
        case Mood::reassured:
            return words.tr("mood", "reassured");
        case Mood::neutral:
            return words.tr("mood", "calm");
        case Mood::worried:
            return words.tr("mood", "worried");
        case Mood::doubtful:
            return words.tr("mood", "doubtful");
        case Mood::let_down:
            return words.tr("mood", "let down");
        case Mood::angry:
            break;
    }
    return words.tr("mood", "angry");
}

Tint mood_tint(Mood mood) {
    switch (mood) {
        case Mood::delighted:
        case Mood::reassured:
            return Tint::good;
        case Mood::neutral:
            return Tint::plain;
        case Mood::angry:
            return Tint::bad;
        default:
            return Tint::careful;
    }
}

icon::Code mood_icon(Mood mood) {
    switch (mood) {
        case Mood::delighted:
            return icon::very_satisfied;
        case Mood::reassured:
            return icon::satisfied;
        case Mood::neutral:
            return icon::neutral;
        case Mood::angry:
            return icon::very_dissatisfied;
        default:
            return icon::dissatisfied;
    }
}

std::string level_word_of_satisfaction(const Words& words, int value) {
    if (value < 20) return words.tr("satisfaction", "very low");
    if (value < 36) return words.tr("satisfaction", "low");
    if (value < 70) return words.tr("satisfaction", "fair");
    return words.tr("satisfaction", "high");
}

std::string level_word_of_trust(const Words& words, int value) {
    if (value < 20) return words.tr("trust", "lost");
    if (value < 45) return words.tr("trust", "careful");
    if (value < 70) return words.tr("trust", "growing");
    return words.tr("trust", "firm");
}

std::string level_word_of_patience(const Words& words, int value) {
    if (value < 16) return words.tr("patience", "nearly gone");
    if (value < 36) return words.tr("patience", "thin");
    if (value < 70) return words.tr("patience", "holding");
    return words.tr("patience", "plenty");
}

CustomerView make_customer(const Words& words, const ScenarioWords& scenario, const CustomerState& before,
                           const CustomerState& now) {
    CustomerView view;
    view.looks = scenario.scenario().looks;
    view.backdrop = backdrop_of(scenario.scenario().sector);
    view.expression = expression_of(now, now.satisfaction - before.satisfaction);
    const Mood mood = mood_of(view.expression);
    view.name = scenario.customer() + ", " + words.count("age", "{}", "{}", scenario.scenario().customer_age);
    view.mood = mood_word(words, mood);
    view.picture = words.tr("customer", "{}: {}", {scenario.customer(), view.mood});
    view.tint = mood_tint(mood);
    view.code = mood_icon(mood);
    view.meters = {
        {"satisfaction", mood_icon(mood), words.tr("meter", "Satisfaction"),
         level_word_of_satisfaction(words, now.satisfaction), now.satisfaction, before.satisfaction},
        {"trust", icon::verified, words.tr("meter", "Trust"), level_word_of_trust(words, now.trust),
         now.trust, before.trust},
        {"patience", icon::hourglass, words.tr("meter", "Patience"),
         level_word_of_patience(words, now.patience), now.patience, before.patience}};
    return view;
}

std::string money(const std::string& language, const std::string& currency, std::int64_t minor) {
    const std::string sign = currency == "EUR" ? "€" : currency;
    const char* point = language == "en" ? "." : ",";
    const std::string amount = minor % 100 == 0 ? std::to_string(minor / 100)
                                                : fmt::format("{}{}{:02}", minor / 100, point, minor % 100);
    return language == "en" && currency == "EUR" ? sign + amount : amount + "\u00A0" + sign;
}

std::string clock_time(Micros at, int offset_minutes) {
    const Micros minutes = at / 60'000'000 + offset_minutes;
    const Micros of_day = ((minutes % 1440) + 1440) % 1440;
    return fmt::format("{:02}:{:02}", of_day / 60, of_day % 60);
}

std::string weekday_name(const Words& words, int weekday) {
    switch (weekday) {
        case 0:
            return words.tr("weekday", "Monday");
        case 1:
            return words.tr("weekday", "Tuesday");
        case 2:
            return words.tr("weekday", "Wednesday");
        case 3:
            return words.tr("weekday", "Thursday");
        case 4:
            return words.tr("weekday", "Friday");
        case 5:
            return words.tr("weekday", "Saturday");
        default:
            return words.tr("weekday", "Sunday");
    }
}

std::string weekday_letter(const Words& words, int weekday) {
    switch (weekday) {
        case 0:
            return words.tr("Monday, one letter", "M");
        case 1:
            return words.tr("Tuesday, one letter", "T");
        case 2:
            return words.tr("Wednesday, one letter", "W");
        case 3:
            return words.tr("Thursday, one letter", "T");
        case 4:
            return words.tr("Friday, one letter", "F");
        case 5:
            return words.tr("Saturday, one letter", "S");
        default:
            return words.tr("Sunday, one letter", "S");
    }
}

icon::Code sector_icon(const std::string& sector) {
    if (sector == "hotel") return icon::hotel;
    if (sector == "contact-centre") return icon::phone;
    if (sector == "bank") return icon::bank;
    if (sector == "telecom") return icon::signal;
    if (sector == "manager") return icon::manager;
    return icon::shop;
}

std::string sector_name(const Words& words, const std::string& sector) {
    if (sector == "shop") return words.tr("sector", "Shop");
    if (sector == "hotel") return words.tr("sector", "Hotel");
    if (sector == "bank") return words.tr("sector", "Bank");
    if (sector == "telecom") return words.tr("sector", "Telecom");
    if (sector == "contact-centre") return words.tr("sector", "Contact centre");
    if (sector == "manager") return words.tr("sector", "For managers");
    return sector;
}

std::string letter_of(std::size_t index) { return std::string(1, static_cast<char>('A' + index)); }

std::string initials(const std::string& name) {
    std::string out;
    bool begins = true;
    int count = 0;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t code = next_code_point(name, at);
        if (begins && code != ' ' && count < 2) {
            const bool latin = code >= 'a' && code <= 'z', cyrillic = code >= 0x430 && code <= 0x44F;
            append_code_point(out, latin || cyrillic ? code - 32 : code);
            ++count;
        }
        begins = code == ' ';
    }
    return out;
}

std::string first_name(const std::string& name) { return name.substr(0, name.find(' ')); }

std::string first_sentence(const std::string& text) {
    for (const char* end : {". ", "? ", "! ", "… "})
        if (const auto at = text.find(end); at != std::string::npos && at < 90)
            return text.substr(0, at + std::string(end).size() - 1);
    return text;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

}  // namespace touchstone::game
