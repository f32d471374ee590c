// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <catch2/catch_test_macros.hpp>

#include "tests/game/headless.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::game::test {

/// A tablet with a log in a real file, and one pack.
struct Tablet {
    touchstone::test::TemporaryFolder folder;
    LoadedPack loaded;
    Clock clock;
    std::unique_ptr<device::DeviceStore> store;
    std::unique_ptr<device::Pins> pins;  // only where numbers are asked for
    std::unique_ptr<MuteVoice> voice;  // only where something is to be heard
    App app = make_app();

    explicit Tablet(LoadedPack with = pack()) : loaded(std::move(with)) { open(); }
    void open() {
        store.reset();
        auto opened = device::open_device_store(folder.file("tablet.sqlite"));
        REQUIRE(opened);
        store = *std::move(opened);
        if (pins) pins = device::make_pins(*store, folder.file("tablet.key"));
        app = make_app();
        Services services;
        services.clock = &clock;
        services.store = store.get();
        services.pins = pins.get();
        services.voice = voice.get();
        services.export_directory = folder.file("copies");
        app.open(LoadedPack(loaded), services);
    }
    void ask_for_numbers() {
        pins = device::make_pins(*store, folder.file("tablet.key"));
        open();
    }
    void give_voice() {
        voice = std::make_unique<MuteVoice>();
        open();
    }
    void name_myself() {
        app.act(BeginName{});
        app.act(TypeName{{"D", "a", "r", "i", "a"}});
        app.act(FinishName{});
    }
    void choose(const std::string& id) {
        clock.skip(20'000'000);
        app.act(SelectChoice{id});
        app.act(SayIt{});
    }
    /// Plays ids of asks and choices of a scenario until the debrief.
    void play(std::size_t scenario, const std::vector<std::string>& ids) {
        app.act(StartScenario{scenario, false});
        for (const std::string& id : ids) {
            const Moment& moment = loaded.library.scenarios[scenario].moments[app.state().playing->encounter.moment];
            bool is_ask = false;
            for (const Ask& ask : moment.asks) is_ask = is_ask || ask.id == id;
            if (is_ask) {
                app.act(AskFirst{id});
            } else if (id == "leave") {
                app.act(EndHere{});
            } else {
                choose(id);
                app.act(GoOn{});
            }
        }
    }
    std::vector<Record> records() {
        auto read = store->read_after(0, 1000);
        REQUIRE(read);
        return *read;
    }
};

}  // namespace touchstone::game::test
