// SPDX-License-Identifier: Apache-2.0
#include "game/app/configuration.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "engine/basics/utf8.h"

namespace touchstone::game {
namespace {

bool one_of(const std::string& value, std::initializer_list<const char*> allowed) {
    return std::any_of(allowed.begin(), allowed.end(), [&](const char* each) { return value == each; });
}

bool is_language(const std::string& value) { return one_of(value, {"en", "pl", "ru", "et"}); }
bool is_theme(const std::string& value) { return one_of(value, {"light", "dark", "sunlight"}); }
bool is_text_scale(const std::string& value) { return one_of(value, {"100", "115", "130", "150"}); }
bool is_scale(const std::string& value) {
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    return !value.empty() && *end == '\0' && number >= 0.75 && number <= 4;
}
bool is_address(const std::string& value) {
    return (value.starts_with("https://") && value.size() > 8) ||
           (value.starts_with("http://") && value.size() > 7);
}
bool is_path(const std::string& value) { return !value.empty(); }
bool is_folder(const std::string& value) {
    std::error_code problem;
    return std::filesystem::is_directory(value, problem);
}
bool is_switch(const std::string& value) { return !switch_of(value).empty(); }

/// The value without quotes and comment; false when a quote does not end or something follows it.
bool read_value(const std::string& written, std::string& value) {
    if (!written.starts_with('"')) {
        const auto comment = written.find(" #");
        value = trimmed(written.substr(0, comment));
        return !value.empty() && value[0] != '#';
    }
    const auto end = written.find('"', 1);
    if (end == std::string::npos) return false;
    value = written.substr(1, end - 1);
    const std::string_view rest = trimmed(std::string_view(written).substr(end + 1));
    return rest.empty() || rest[0] == '#';
}

std::string all_keys() {
    std::string keys;
    for (const Setting& setting : known_settings())
        keys += (keys.empty() ? "" : ", ") + std::string(setting.key);
    return keys;
}

Error mistake(const std::string& where, const std::string& what, const std::string& remedy) {
    return {Error::Kind::malformed, where + ": " + what, remedy};
}

Error does_not_fit(const std::string& where, const Setting& setting, const std::string& value) {
    return mistake(where, std::string(setting.key) + " is `" + value + "`",
                   std::string(setting.key) + " wants " + setting.wanted + ".");
}

Result<Done> take_line(SettingValues& values, const std::string& line, const std::string& path, int number) {
    const std::string where = path + ":" + std::to_string(number);
    const auto equals = line.find('=');
    std::string value;
    if (equals == std::string::npos || !read_value(std::string(trimmed(line.substr(equals + 1))), value))
        return mistake(where, "this line is not `key = value`", "Write for example: lang = \"pl\"");
    std::string key(trimmed(line.substr(0, equals)));
    std::replace(key.begin(), key.end(), '_', '-');
    const Setting* setting = find_setting(key);
    if (setting == nullptr)
        return mistake(where, "there is no setting `" + key + "`", "The settings are " + all_keys() + ".");
    if (values.count(key) != 0)
        return mistake(where, "`" + key + "` was said before, at " + values[key].origin,
                       "Keep one of the two lines.");
    if (setting->fits == is_path || setting->fits == is_folder)
        value = (std::filesystem::path(path).parent_path() / value).string();
    if (!setting->fits(value)) return does_not_fit(where, *setting, value);
    values[key] = {value, where};
    return Done{};
}

}  // namespace

const std::vector<Setting>& known_settings() {
    static const std::vector<Setting> settings{
        {"data-dir", "TOUCHSTONE_DATA_DIR", "Where this tablet keeps its log", "a folder", is_path, ""},
        {"pack", "TOUCHSTONE_PACK", "A folder with a compiled pack, instead of the installed ones",
         "a folder that exists", is_folder, "all that are installed"},
        {"lang", "TOUCHSTONE_LANG", "en, pl, ru or et", "en, pl, ru or et", is_language,
         "as chosen on the tablet"},
        {"scale", "TOUCHSTONE_SCALE", "Pixels per dp, 0.75 to 4", "a number from 0.75 to 4", is_scale, "1"},
        {"theme", "TOUCHSTONE_THEME", "light, dark or sunlight", "light, dark or sunlight", is_theme,
         "as chosen on the tablet"},
        {"text-scale", "TOUCHSTONE_TEXT_SCALE", "Percent: 100, 115, 130 or 150", "100, 115, 130 or 150",
         is_text_scale, "as chosen on the tablet"},
        {"server", "TOUCHSTONE_SERVER", "Address of the server that joining offers",
         "an address that begins with https:// or http://", is_address, "none"},
        {"kiosk", "TOUCHSTONE_KIOSK",
         "Full screen, with no way to close it from inside; a signal ends it (--no-kiosk: not so)",
         "on or off", is_switch, "off"}};
    return settings;
}

const Setting* find_setting(std::string_view key) {
    for (const Setting& setting : known_settings())
        if (key == setting.key) return &setting;
    return nullptr;
}

std::string switch_of(const std::string& value) {
    if (one_of(value, {"on", "true", "yes", "1"})) return "on";
    return one_of(value, {"off", "false", "no", "0"}) ? "off" : "";
}

Result<SettingValues> read_configuration(std::string_view text, const std::string& path) {
    SettingValues values;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string line(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line[0] == '#') continue;
        if (auto taken = take_line(values, line, path, number); !taken) return taken.error();
    }
    return values;
}

Result<Done> add_environment(SettingValues& values,
                             const std::function<std::string(const std::string&)>& variable) {
    // TOUCHSTONE_HOME says where everything lies, so the file cannot send the data elsewhere.
    if (!variable("TOUCHSTONE_HOME").empty())
        values["data-dir"] = {variable("TOUCHSTONE_HOME"), "environment: TOUCHSTONE_HOME"};
    for (const Setting& setting : known_settings()) {
        const std::string value = variable(setting.variable);
        if (value.empty()) continue;
        const std::string where = std::string("environment: ") + setting.variable;
        if (!setting.fits(value)) return does_not_fit(where, setting, value);
        values[setting.key] = {value, where};
    }
    return Done{};
}

std::string print_configuration(const SettingValues& values, bool with_origin) {
    std::string text;
    for (const Setting& setting : known_settings()) {
        const auto said = values.find(setting.key);
        if (said == values.end()) {
            text += std::string("# ") + setting.key + ": " + setting.unsaid;
            text += with_origin ? "  # nobody said otherwise\n" : "\n";
            continue;
        }
        text += std::string(setting.key) + " = \"" + said->second.value + "\"";
        text += with_origin ? "  # " + said->second.origin + "\n" : "\n";
    }
    return text;
}

}  // namespace touchstone::game
