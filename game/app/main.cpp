// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "game/app/crash.h"
#include "game/app/forget_numbers.h"
#include "game/app/places.h"
#include "game/app/shell.h"

namespace {

int fail(const touchstone::Error& error) {
    std::fprintf(stderr, "touchstone: %s\n", error.detail.c_str());
    if (!error.remedy.empty()) std::fprintf(stderr, "  help: %s\n", error.remedy.c_str());
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace touchstone::game;
    const std::int64_t began = platform::monotonic_ms();
    int code = 0;
    const auto options = read_options(argc, argv, code);
    if (!options) return code;
    if (!options->forget_numbers.empty()) {
        const auto forgotten = forget_numbers(options->data_directory, options->forget_numbers);
        if (!forgotten) return fail(forgotten.error());
        std::printf("The numbers of %s are gone. The next sign-in offers new ones.\n",
                    options->forget_numbers.c_str());
        return 0;
    }
    watch_for_crashes(crash_file(options->data_directory), crash_mark(options->data_directory));
    Shell shell(*options);
    if (const auto started = shell.start(began); !started) return fail(started.error());
    if (!options->shots.empty()) {
        const auto shot = shell.take_shots();
        return shot ? 0 : fail(shot.error());
    }
    if (!options->sheet.empty()) {
        const auto shot = shell.take_sheet();
        return shot ? 0 : fail(shot.error());
    }
    if (options->time_frames) {
        const auto timed = shell.time_frames();
        return timed ? 0 : fail(timed.error());
    }
    shell.open();
    return shell.run();
}
