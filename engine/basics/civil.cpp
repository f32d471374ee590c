// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/civil.h"

#include <cstdio>

namespace touchstone {

namespace {

constexpr Micros micros_per_day = 86'400'000'000;

Micros floor_divide(Micros value, Micros by) {
    const Micros quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

/// Reads `count` digits at `at`; -1 when there are fewer.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return -1;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Reads ".123456" (1 to 9 digits, truncated to microseconds); `at` moves behind it.
bool fraction(std::string_view text, std::size_t& at, Micros& micros) {
    micros = 0;
    if (at >= text.size() || text[at] != '.') return true;
    Micros scale = 100'000;
    const std::size_t first = ++at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
        micros += scale * (text[at] - '0');
    return at > first && at - first <= 9;
}

/// Reads "Z" or "+02:00" to the end of the text, in minutes.
bool zone(std::string_view text, int& minutes) {
    minutes = 0;
    if (text == "Z" || text == "z") return true;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return false;
    const int hour = digits(text, 1, 2);
    const int minute = digits(text, 4, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
    minutes = (text[0] == '-' ? -1 : 1) * (hour * 60 + minute);
    return true;
}

}  // namespace

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
CivilDate civil_from_day(Day day) {
    const int z = day + 719468;
    const int era = (z >= 0 ? z : z - 146096) / 146097;
    const int day_of_era = z - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
            day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

Day day_from_civil(const CivilDate& date) {
    const int year = date.year - (date.month <= 2 ? 1 : 0);
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int weekday_of(Day day) {
    const int from_thursday = (day % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    return (from_thursday + 3) % 7;
}

Day day_of(Micros at, int offset_minutes) {
    return static_cast<Day>(floor_divide(at + Micros{offset_minutes} * 60'000'000, micros_per_day));
}

std::string to_rfc3339(Micros at) {
    const Micros days = floor_divide(at, micros_per_day);
    const Micros rest = at - days * micros_per_day;
    const CivilDate date = civil_from_day(static_cast<Day>(days));
    const int seconds = static_cast<int>(rest / 1'000'000);
    char text[80];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", date.year, date.month, date.day,
                  seconds / 3600, seconds / 60 % 60, seconds % 60, static_cast<int>(rest % 1'000'000));
    return text;
}

bool from_rfc3339(std::string_view text, Micros& at) {
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') ||
        text[13] != ':' || text[16] != ':')
        return false;
    const CivilDate date{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (date.year < 0 || date.month < 1 || date.month > 12 || date.day < 1 || hour < 0 || hour > 23 ||
        minute < 0 || minute > 59 || second < 0 || second > 60)
        return false;
    const Day day = day_from_civil(date);
    if (!(civil_from_day(day) == date)) return false;
    std::size_t rest = 19;
    Micros micros = 0;
    int offset = 0;
    if (!fraction(text, rest, micros) || !zone(text.substr(rest), offset)) return false;
    const Micros seconds = Micros{day} * 86'400 + hour * 3600 + minute * 60 + second - Micros{offset} * 60;
    at = seconds * 1'000'000 + micros;
    return true;
}

}  // namespace touchstone
