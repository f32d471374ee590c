// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone::game {

/// What a configuration file, the environment and the command line may all say: `text-scale = 115`,
/// TOUCHSTONE_TEXT_SCALE=115, --text-scale 115.
struct Setting {
    const char* key;
    const char* variable;
    const char* help;
    const char* wanted;  // finishes "wants ..."
    bool (*fits)(const std::string& value);
    const char* unsaid;  // what counts when nobody says anything
};
const std::vector<Setting>& known_settings();
const Setting* find_setting(std::string_view key);
/// "on" for on, true, yes and 1; "off" for off, false, no and 0; "" for anything else.
std::string switch_of(const std::string& value);

struct SettingValue {
    std::string value, origin;  // "config.toml:3", "environment: TOUCHSTONE_LANG"
};
/// By key.
using SettingValues = std::map<std::string, SettingValue>;

/// Lines of `key = value`; # begins a comment, a value may stand in "quotes". The first mistake is an Error
/// with file, line and remedy. A relative folder counts from the folder of the file.
Result<SettingValues> read_configuration(std::string_view text, const std::string& path);
/// Replaces what the environment says otherwise; a variable that is not set gives "".
Result<Done> add_environment(SettingValues& values,
                             const std::function<std::string(const std::string&)>& variable);
/// Every setting in the form of the file; what nobody said stands behind a #.
std::string print_configuration(const SettingValues& values, bool with_origin);

}  // namespace touchstone::game
