// SPDX-License-Identifier: Apache-2.0
// What it costs a tablet to make an event durable, with and without the journal, and to start beside a large
// one.
#include <benchmark/benchmark.h>

#include <stdexcept>

#include "server_sync/device/schema.h"
#include "server_sync/device/sqlite_device_store.h"
#include "tests/support/choice_records.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;

namespace {

std::unique_ptr<device::SqliteDeviceStore> store_at(const std::string& path, bool with_journal) {
    auto database = device::Database::open(path);
    if (!database || !device::prepare_schema(*database, path)) throw std::runtime_error("no log");
    auto store = std::make_unique<device::SqliteDeviceStore>(
        std::move(*database), device::Journal(with_journal ? path + ".journal" : ""), path + ".mark",
        device::system_random, device::StepWatch{});
    if (!store->start()) throw std::runtime_error("the log does not start");
    return store;
}

/// One choice, durable; the argument says whether the journal is written too.
void keep_an_event(benchmark::State& state) {
    const test::TemporaryFolder folder;
    const auto store = store_at(folder.file("tablet.sqlite"), state.range(0) == 1);
    std::uint64_t number = 0;
    for (auto _ : state)
        if (!store->append({test::choice_record(1, ++number)})) throw std::runtime_error("not kept");
}
BENCHMARK(keep_an_event)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond)->UseRealTime()->Iterations(2000);

/// A start of a tablet that has many records and no server.
void start_beside(benchmark::State& state) {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("tablet.sqlite");
    {
        const auto store = store_at(path, state.range(1) == 1);
        std::vector<Record> records;
        for (std::int64_t number = 1; number <= state.range(0); ++number)
            records.push_back(test::choice_record(1, static_cast<std::uint64_t>(number)));
        if (!store->append(std::move(records))) throw std::runtime_error("not kept");
    }
    for (auto _ : state) store_at(path, state.range(1) == 1);
}
BENCHMARK(start_beside)->Args({10'000, 0})->Args({10'000, 1})->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
