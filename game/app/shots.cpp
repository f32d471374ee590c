// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "game/app/face_sheet.h"
#include "game/app/shell.h"
#include "game/app/tour.h"

namespace touchstone::game {
namespace {

constexpr Size landscape{1280, 800}, upright{800, 1280};

std::string file_name(const std::string& screen, const std::string& language, Size size,
                      const Settings& settings) {
    const std::string theme = settings.theme == "light" ? "" : "-" + settings.theme;
    return screen + "-" + language + (size == landscape ? "-landscape-" : "-portrait-") +
           std::to_string(settings.text_percent) + theme + ".png";
}

}  // namespace

Picture Shell::picture_of(App& app, Size size, const Settings& settings) {
    window_->resize(static_cast<int>(size.w * scale_), static_cast<int>(size.h * scale_));
    app.override_settings(settings);
    for (int i = 0; i < 200 && !(window_->size_in_pixels() == Size{size.w * scale_, size.h * scale_}); ++i)
        window_->wait(5, 0);
    for (int i = 0; i < 3; ++i) {
        window_->wait(0, 0);
        frame();
    }
    return window_->picture();
}

/// A new app at a stop, so that none is shaped by the one before it.
Result<Done> Shell::show_stop(Tour& tour, const Stop& stop, const Settings& settings) {
    auto texts = load_interface_texts(share_directory());
    if (!texts) return texts.error();
    auto themes = load_themes(share_directory());
    if (!themes) return themes.error();
    app_ = std::make_unique<App>(*std::move(texts), *std::move(themes));
    ui_ = std::make_unique<Ui>(*fonts_, app_->theme(), app_->words());
    tour.visit(*app_, stop, settings);
    return Done{};
}

Result<Done> Shell::shoot_language(const std::string& language) {
    auto pack = load_pack(pack_directories().front());
    if (!pack) return pack.error();
    std::vector<Picture> sheet;
    auto tour = make_tour(*pack, clock_);
    if (!tour) return tour.error();
    for (const Stop& stop : (*tour)->stops())
        for (const Size size : {landscape, upright})
            for (const int percent : {100, 150})
                for (const char* theme : {"light", "dark", "sunlight"}) {
                    if (std::string(theme) != "light" && (stop.name != "stage" || percent != 100)) continue;
                    const Settings settings{language, theme, percent, true};
                    if (auto shown = show_stop(**tour, stop, settings); !shown) return shown;
                    const Picture picture = picture_of(*app_, size, settings);
                    const std::string path =
                        options_.shots + "/" + file_name(stop.name, language, size, settings);
                    if (auto written = write_png(picture, path); !written) return written;
                    sheet.push_back(smaller(picture, 4));
                }
    return write_png(contact_sheet(sheet, 8, 8), options_.shots + "/contact-sheet-" + language + ".png");
}

Result<Done> Shell::take_sheet() {
    auto pack = load_pack(pack_directories().front());
    if (!pack) return pack.error();
    begin_on_saturday();
    auto tour = make_tour(*pack, clock_);
    if (!tour) return tour.error();
    Settings settings = app_->state().settings;
    settings.calm = true;
    const Size size{static_cast<float>(options_.width), static_cast<float>(options_.height)};
    std::vector<Picture> sheet;
    std::string names;
    for (const Stop& stop : (*tour)->stops()) {
        if (auto shown = show_stop(**tour, stop, settings); !shown) return shown;
        sheet.push_back(smaller(picture_of(*app_, size, settings), 4));
        names += stop.name + "\n";
    }
    if (auto written = write_png(contact_sheet(sheet, 8, 8), options_.sheet); !written) return written;
    return platform::write_file(options_.sheet + ".txt", names);
}

/// The sheet on which fresh readers name the moods, and its key.
Result<Done> Shell::shoot_faces() {
    const std::vector<SheetFace> faces = face_sheet();
    const Size size{1200, 672};
    const auto drawn = draw_alone(size, [&](Ui& ui) {
        OutlineCache cache;
        draw_face_sheet(ui, cache, faces);
    });
    if (!drawn) return drawn;
    if (auto written = write_png(window_->picture(), options_.shots + "/faces.png"); !written) return written;
    return platform::write_file(options_.shots + "/faces.txt", face_sheet_key(faces, app_->words()));
}

void Shell::begin_on_saturday() {
    Micros saturday = 0;
    from_rfc3339("2026-11-21T15:20:00Z", saturday);
    clock_.set(saturday);
}

Result<Done> Shell::take_shots() {
    if (auto made = platform::make_directory(options_.shots); !made) return made;
    if (auto shot = shoot_faces(); !shot) return shot;
    begin_on_saturday();
    for (const char* language : languages)
        if (options_.language.empty() || options_.language == language)
            if (auto shot = shoot_language(language); !shot) return shot;
    return Done{};
}

}  // namespace touchstone::game
