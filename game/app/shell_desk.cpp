// SPDX-License-Identifier: Apache-2.0
// The window of somebody who writes: builds come from the author's tool, and nothing is kept.
#include <filesystem>

#include "game/app/shell.h"

namespace touchstone::game {

Services Shell::desk_services() {
    Services services;
    services.clock = &clock_;
    services.store = store_.get();
    voice_ = make_voice(platform::search_path());
    services.voice = voice_.get();
    return services;
}

void Shell::open_desk() {
    auto store = device::open_device_store(":memory:");
    if (!store)
        return app_->show_trouble(app_->words().tr("trouble", "The data of this tablet cannot be opened"),
                                  store.error());
    store_ = *std::move(store);
    options_.author = std::filesystem::absolute(options_.author).lexically_normal().string();
    if (options_.author.ends_with('/')) options_.author.pop_back();
    app_->open_desk(options_.author, options_.seed, desk_services());
    start_builds();
}

void Shell::start_builds() {
    builds_.reset();
    auto started = game::start_builds(platform::program_directory() + "/touchstone-content", options_.author,
                                      [] { Window::wake(); });
    if (!started) return app_->tell_of_builds(started.error());
    builds_ = *std::move(started);
}

/// Whether something on the screen changed.
bool Shell::take_builds() {
    if (app_->take_restart()) start_builds();
    auto report = builds_ ? builds_->take() : std::nullopt;
    if (!report) return false;
    if (!*report) {
        app_->tell_of_builds(report->error());
        return true;
    }
    std::vector<std::string> folders;
    for (const BuildReport::Pack& pack : (*report)->packs) folders.push_back(pack.path);
    std::optional<Result<LoadedPack>> pack;
    if (!folders.empty()) pack = load_packs(folders);
    app_->take_build(**std::move(report), std::move(pack));
    return true;
}

}  // namespace touchstone::game
