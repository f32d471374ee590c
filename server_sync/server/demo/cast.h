// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace touchstone::sync {

/// How often somebody practises.
enum class Habit { keen, steady, seldom, lapsed, newcomer, never };

struct CastMember {
    const char* name;
    const char* language;
    Habit habit;
    int talent;  // percent, where the skill begins
};
struct CastSite {
    const char* name;
    int utc_offset_minutes;
    const char* manager_login;
    const char* manager_name;
    std::vector<const char*> tablets;
    std::vector<CastMember> people;
};

inline constexpr const char* demo_organisation = "Lumen Shops";
/// Two sites with thirty people. All of them are invented.
const std::vector<CastSite>& demo_cast();

}  // namespace touchstone::sync
