// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone {

/// Microseconds since 1970-01-01T00:00:00Z.
using Micros = std::int64_t;
/// Civil days since 1970-01-01 at the site.
using Day = std::int32_t;

struct CivilDate {
    int year;
    int month;  // 1..12
    int day;    // 1..31
    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};
CivilDate civil_from_day(Day day);
Day day_from_civil(const CivilDate& date);
/// 0 = Monday .. 6 = Sunday.
int weekday_of(Day day);
/// The civil day of `at` where local time is UTC plus `offset_minutes`.
Day day_of(Micros at, int offset_minutes);
/// RFC 3339 in UTC with six decimals, for example 2026-11-21T17:20:05.000123Z.
std::string to_rfc3339(Micros at);
/// Reads RFC 3339 with Z or an offset; false when it is not a valid time.
bool from_rfc3339(std::string_view text, Micros& at);

}  // namespace touchstone
