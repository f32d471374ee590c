// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "engine/packs/pack.h"
#include "engine/paths/explore.h"
#include "engine/scenario/library.h"
#include "engine/scoring/score_encounter.h"
#include "tests/support/random_scenario.h"

using namespace touchstone;

namespace {

/// The most memory that the process has held so far.
double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

Result<std::string> file(const std::string& name) {
    std::ifstream in(std::string(TOUCHSTONE_PACKS) + "/essentials/" + name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return Error{Error::Kind::not_found, name};
    return text.str();
}

Library essentials() {
    const auto pack = packs::read_pack(file);
    if (!pack) throw std::runtime_error(pack.error().detail);
    auto library = read_library(pack->logic);
    if (!library) throw std::runtime_error(library.error().detail);
    return std::move(*library);
}

void read_essentials(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(essentials());
}
BENCHMARK(read_essentials)->Unit(benchmark::kMillisecond);

void explore_shipped(benchmark::State& state) {
    const Library library = essentials();
    const Scenario& scenario = library.scenarios[static_cast<std::size_t>(state.range(0))];
    std::size_t states = 0;
    for (auto _ : state) states = explore(scenario)->states;
    state.counters["states"] = static_cast<double>(states);
}
BENCHMARK(explore_shipped)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

/// Cost against the number of moments: layers x width, three choices, two facts, seed 7.
void explore_pinned(benchmark::State& state) {
    const Scenario scenario = test::pinned_scenario(static_cast<std::size_t>(state.range(0)),
                                                    static_cast<std::size_t>(state.range(1)));
    std::size_t states = 0;
    for (auto _ : state) states = explore(scenario)->states;
    state.counters["moments"] = static_cast<double>(scenario.moments.size());
    state.counters["states"] = static_cast<double>(states);
    state.counters["peak_MB"] = peak_megabytes();
}
BENCHMARK(explore_pinned)
    ->Args({5, 5})
    ->Args({10, 5})
    ->Args({10, 10})
    ->Args({20, 10})
    ->Args({20, 20})
    ->Unit(benchmark::kMillisecond);

void score_an_encounter(benchmark::State& state) {
    const Library library = essentials();
    const Scenario& scenario = library.scenarios[0];
    Encounter now = begin(scenario, 1);
    while (!now.end) {
        const Moment& moment = scenario.moments[now.moment];
        now =
            advance(now, scenario, ChooseEvent{moment.choices[best_choice(moment, now.facts)].id})->encounter;
    }
    for (auto _ : state) benchmark::DoNotOptimize(score_encounter(library.standard, scenario, now));
}
BENCHMARK(score_an_encounter)->Unit(benchmark::kMicrosecond);

}  // namespace
