// SPDX-License-Identifier: Apache-2.0
#include "tests/game/headless.h"

#include <imgui.h>

#include <boost/json.hpp>

#include <catch2/catch_test_macros.hpp>

#include "engine/basics/utf8.h"

namespace touchstone::game::test {

Headless::Headless() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
}

Headless::~Headless() { ImGui::DestroyContext(); }

const Tree& Headless::frame(App& app, Size size) {
    const Settings& settings = app.state().settings;
    const FontLook look{1, static_cast<float>(settings.text_percent) / 100, settings.easy_reading};
    if (!fonts_ || fonts_->look() != look || drawn_ != &app) {
        if (!fonts_ || fonts_->look() != look) {
            auto fonts = Fonts::load(share + "/fonts", look);
            REQUIRE(fonts);
            fonts_ = *std::move(fonts);
        }
        drawn_ = &app;
        ui_ = std::make_unique<Ui>(*fonts_, app.theme(), app.words());
    }
    ui_->use(*fonts_, app.theme());
    ImGui::GetIO().DisplaySize = {size.w, size.h};
    ImGui::GetIO().DeltaTime = 0.016F;
    ImGui::NewFrame();
    ui_->begin_frame({size, now_ += 16, true}, *ImGui::GetBackgroundDrawList(), "test");
    const auto action = app.draw(*ui_);
    ui_->end_frame();
    ImGui::Render();
    if (action) app.act(*action);
    return ui_->tree();
}

bool Headless::tap(App& app, Size size, const std::string& label) {
    const Node* node = frame(app, size).find_label(label);
    if (node == nullptr || !node->enabled) return false;
    const Point middle = node->seen.centre();
    receive(PressDown{middle, now_});
    receive(PressUp{middle, now_ + 50});
    frame(app, size);
    frame(app, size);
    return true;
}

App make_app() {
    auto texts = load_interface_texts(share);
    auto themes = load_themes(share);
    REQUIRE(texts);
    REQUIRE(themes);
    return App(*std::move(texts), *std::move(themes));
}

namespace {

/// Two fifths more letters, taken from its own beginning; one letter stays one letter.
std::string lengthened(const std::string& text) {
    std::string more;
    const std::size_t wanted = count_code_points(text) * 2 / 5;
    for (std::size_t at = 0, taken = 0; at < text.size() && taken < wanted; ++taken) {
        const char32_t code = next_code_point(text, at);
        append_code_point(more, code == '{' || code == '}' || code == 0xAD ? U'e' : code);
    }
    return more.empty() ? text : text + " " + more;
}

LoadedPack loaded_from(const std::string& directory) {
    auto loaded = load_pack(directory);
    REQUIRE(loaded);
    return *std::move(loaded);
}

}  // namespace

App make_longwinded_app() {
    auto texts = load_interface_texts(share);
    auto themes = load_themes(share);
    const auto english = platform::read_file(share + "/text/en.json");
    REQUIRE(texts);
    REQUIRE(themes);
    REQUIRE(english);
    boost::json::value file = boost::json::parse(*english);
    file.as_object()["language"] = "qps";
    for (auto& text : file.at("texts").as_object())
        text.value() = lengthened(std::string(text.value().as_string()));
    REQUIRE(packs::read_texts(boost::json::serialize(file), *texts));
    return App(*std::move(texts), *std::move(themes));
}

LoadedPack pack() { return loaded_from(essentials); }
LoadedPack shop() { return loaded_from(share + "/packs/shop"); }

}  // namespace touchstone::game::test
