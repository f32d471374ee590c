// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <stdexcept>

#include "server_sync/statements/statement.h"
#include "server_sync/storage/store.h"
#include "tests/support/practice_run.h"
#include "tests/support/scenario_text.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;

namespace {

double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// A hundred records as a tablet makes them, stamped from `first_seq` on.
std::vector<Record> hundred_records(const Library& library, std::int64_t first_seq) {
    static const auto played = test::practised(library, {"ask-when", "own-it", "swap"}).records;
    std::vector<Record> records;
    for (std::int64_t i = 0; i < 100; ++i) {
        Record record = played[static_cast<std::size_t>(i) % played.size()];
        const std::int64_t seq = first_seq + i;
        char id[40];
        std::snprintf(id, sizeof id, "0190%04x-0000-7000-8000-%012llx", 0,
                      static_cast<unsigned long long>(seq));
        record.header.id = {id};
        record.header.organisation = {"5b2e5c0e-0000-4000-8000-000000000001"};
        record.header.site = {"site-1"};
        record.header.team = {"team-1"};
        record.header.person = {"person-" + std::to_string(i % 20)};
        record.header.device = {"device-1"};
        record.header.incarnation = {"incarnation-1"};
        record.header.seq = seq;
        record.header.at = 1'795'000'000'000'000 + seq;
        record.header.day = 20'778;
        record.header.language = "en";
        records.push_back(std::move(record));
    }
    return records;
}

void render_a_statement(benchmark::State& state) {
    const Record record = hundred_records(test::small_library(), 1)[2];
    std::size_t bytes = 0;
    for (auto _ : state) bytes = sync::statement_of(record).size();
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(render_a_statement)->Unit(benchmark::kMicrosecond);

/// Parsing, verdicts, rows, rollups and a durable commit, in chunks of 100; processor time of the whole
/// process.
void ingest_statements(benchmark::State& state) {
    const test::TemporaryFolder folder;
    auto store = sync::open_sqlite_store(folder.file("bench.sqlite"));
    if (!store) throw std::runtime_error(store.error().detail);
    const Library library = test::small_library();
    std::int64_t seq = 1;
    double cpu = 0;
    for (auto _ : state) {
        state.PauseTiming();
        sync::IncomingChunk chunk{{"5b2e5c0e-0000-4000-8000-000000000001"},
                                  {"device-1"},
                                  {"incarnation-1"},
                                  1'795'000'000'000'000 + seq,
                                  20'778,
                                  {}};
        std::vector<std::string> statements;
        for (const Record& record : hundred_records(library, seq))
            statements.push_back(sync::statement_of(record));
        state.ResumeTiming();
        const double before = cpu_seconds();
        for (std::size_t i = 0; i < statements.size(); ++i) {
            auto record = sync::record_of(statements[i]);
            if (!record) throw std::runtime_error(record.error().detail);
            chunk.items.push_back(
                {seq + static_cast<std::int64_t>(i), statements[i], std::move(*record), {}});
        }
        const auto outcome = (*store)->ingest(chunk);
        if (!outcome || outcome->high_water_mark != seq + 99)
            throw std::runtime_error("the chunk was not taken");
        cpu += cpu_seconds() - before;
        seq += 100;
    }
    state.counters["statements/s"] =
        benchmark::Counter(static_cast<double>(seq - 1), benchmark::Counter::kIsRate);
    state.counters["cpu_us/statement"] = cpu * 1e6 / static_cast<double>(seq - 1);
}
BENCHMARK(ingest_statements)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
