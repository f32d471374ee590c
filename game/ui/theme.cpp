// SPDX-License-Identifier: Apache-2.0
#include "game/ui/theme.h"

#include <boost/json.hpp>

#include <utility>

namespace touchstone::game {
namespace {

struct Token {
    const char* name;
    Colour Theme::*member;
};
constexpr Token tokens[] = {{"shadow", &Theme::shadow},
                            {"bg", &Theme::bg},
                            {"surface", &Theme::surface},
                            {"speech", &Theme::speech},
                            {"sunk", &Theme::sunk},
                            {"line", &Theme::line},
                            {"ink", &Theme::ink},
                            {"ink-2", &Theme::ink2},
                            {"ink-3", &Theme::ink3},
                            {"primary", &Theme::primary},
                            {"on-primary", &Theme::on_primary},
                            {"pressed", &Theme::pressed},
                            {"tint", &Theme::tint},
                            {"tint-border", &Theme::tint_border},
                            {"accent", &Theme::accent},
                            {"on-accent", &Theme::on_accent},
                            {"accent-tint", &Theme::accent_tint},
                            {"ok", &Theme::ok},
                            {"ok-tint", &Theme::ok_tint},
                            {"bad", &Theme::bad},
                            {"bad-tint", &Theme::bad_tint},
                            {"warn", &Theme::warn},
                            {"warn-tint", &Theme::warn_tint},
                            {"warn-fill", &Theme::warn_fill},
                            {"gain", &Theme::gain},
                            {"control", &Theme::control},
                            {"outline", &Theme::outline},
                            {"focus", &Theme::focus},
                            {"window-top", &Theme::window_top},
                            {"window-bottom", &Theme::window_bottom},
                            {"shelf", &Theme::shelf},
                            {"parcel-1", &Theme::parcel1},
                            {"parcel-2", &Theme::parcel2},
                            {"parcel-tape", &Theme::parcel_tape},
                            {"counter-top", &Theme::counter_top},
                            {"counter-front", &Theme::counter_front},
                            {"disc", &Theme::disc}};

Error malformed(const std::string& detail) {
    return {Error::Kind::malformed, "theme: " + detail, "Install Touchstone again."};
}

Result<Done> read_colours(const boost::json::object& colours, Theme& theme) {
    for (const Token& token : tokens) {
        const auto* value = colours.if_contains(token.name);
        if (value == nullptr || !value->is_string()) return malformed(std::string("no colour ") + token.name);
        const auto colour = colour_from_hex(value->get_string());
        if (!colour) return malformed(std::string("not six hexadecimal digits: ") + token.name);
        theme.*token.member = *colour;
    }
    if (colours.size() != std::size(tokens)) return malformed("a colour that no widget knows");
    return Done{};
}

}  // namespace

Result<Theme> read_theme(std::string_view json) {
    try {
        const auto root = boost::json::parse(boost::json::string_view(json.data(), json.size())).as_object();
        Theme theme;
        theme.id = root.at("id").as_string().c_str();
        theme.outlined = root.at("outlined").as_bool();
        theme.shadow_strength = root.at("shadow-strength").to_number<float>();
        theme.disc_alpha = root.at("disc-alpha").to_number<float>();
        if (auto read = read_colours(root.at("colours").as_object(), theme); !read) return read.error();
        return theme;
    } catch (const std::exception& problem) {  // what Boost.JSON throws ends here
        return malformed(problem.what());
    }
}

}  // namespace touchstone::game
