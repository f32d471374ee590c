// SPDX-License-Identifier: Apache-2.0
// Kills between the two writes, full disks and folders that cannot be written, each in a process of its own.
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <filesystem>

#include "tests/server_sync/device/journal_files.h"
#include "tests/support/choice_records.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;
using namespace touchstone::device;
using namespace touchstone::test;

namespace {

constexpr int no_small_disk = 77;

/// Kills its own process at the `count`th time that a step was done.
StepWatch killer(WriteStep at, int count) {
    return [=](WriteStep step) mutable {
        if (step == at && --count == 0) ::kill(::getpid(), SIGKILL);
    };
}

/// A reason, and the exit code 1.
int wrong(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    return 1;
}

/// A file that takes up all that is free, and gives back as many pages as wanted.
class Filler {
public:
    explicit Filler(std::string path) : path_(std::move(path)) {}
    void fill_but(int pages) {
        const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        const std::string page(4096, 'f');
        while (::write(file, page.data(), page.size()) == static_cast<ssize_t>(page.size())) {
        }
        const off_t size = ::lseek(file, 0, SEEK_END);
        if (::ftruncate(file, size - off_t{pages} * 4096) != 0) std::perror("filler");
        ::close(file);
    }
    void give_back() const { ::unlink(path_.c_str()); }

private:
    std::string path_;
};

struct FullDisk {
    Filler filler;
    std::uint64_t saved = 0;
    bool journal_failed = false, log_failed = false;

    /// Appends until the disk is full, then once more when there is room again. "" or what was wrong.
    std::string fill_and_mend(DeviceStore& store, int pages) {
        filler.fill_but(pages);
        for (int i = 0; i < 500; ++i) {
            const auto kept = store.append({choice_record(1, saved + 1)});
            if (kept) {
                ++saved;
                continue;
            }
            if (kept.error().detail.find("the disk is full") == std::string::npos) return kept.error().detail;
            const bool journal = kept.error().detail.find("journal") != std::string::npos;
            (journal ? journal_failed : log_failed) = true;
            filler.give_back();
            const auto again = store.append({choice_record(1, saved + 1)});
            if (!again) return "after there was room again: " + again.error().detail;
            ++saved;
            return again->front().header.seq == static_cast<std::int64_t>(saved) ? "" : "a wrong sequence";
        }
        return "the disk never was full";
    }
};

int practise_on_a_small_disk(const std::string& disk) {
    if (!mount_small_disk(disk, "4m")) return no_small_disk;
    const std::string log = disk + "/tablet.sqlite";
    FullDisk full{Filler(disk + "/filler")};
    {
        const auto store = opened_at(log);
        for (int pages = 0; pages < 40; ++pages)
            if (const std::string problem = full.fill_and_mend(*store, pages); !problem.empty())
                return wrong(std::to_string(pages) + " pages: " + problem);
    }
    if (!full.journal_failed || !full.log_failed) return wrong("not both of the two writes failed");
    if (ids_in(*opened_at(log)) != ids_of(1, full.saved)) return wrong("the log differs from what was said");
    lose_log(log);
    if (ids_in(*opened_at(log)) != ids_of(1, full.saved))
        return wrong("the journal differs from what was said");
    return 0;
}

int start_on_a_read_only_disk(const std::string& disk) {
    if (!mount_small_disk(disk, "4m")) return no_small_disk;
    const std::string log = disk + "/tablet.sqlite";
    {
        const auto store = opened_at(log);
        if (!store->append({choice_record(1, 1)})) return wrong("not appended");
    }
    if (::mount("none", disk.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) return no_small_disk;
    for (const bool with_log : {true, false}) {
        if (!with_log) {
            ::mount("none", disk.c_str(), nullptr, MS_REMOUNT, nullptr);
            lose_log(log);
            ::mount("none", disk.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr);
        }
        const auto refused = open_device_store(log);
        if (refused) return wrong("opened");
        if (refused.error().kind != Error::Kind::refused) return wrong(refused.error().detail);
        if (refused.error().remedy.empty()) return wrong("no remedy");
    }
    ::mount("none", disk.c_str(), nullptr, MS_REMOUNT, nullptr);
    return ids_in(*opened_at(log)) == ids_of(1, 1) ? 0 : wrong("the record is lost");
}

}  // namespace

TEST_CASE(
    "a kill at any step of a write leaves log and journal with the same records, and none of those "
    "that were saved missing",
    "[journal][kill]") {
    for (const WriteStep step :
         {WriteStep::journal_written, WriteStep::log_committed, WriteStep::mark_written})
        for (int count = 1; count <= 4; ++count) {
            INFO("step " << static_cast<int>(step) << ", the " << count << "th time");
            const TemporaryFolder folder;
            const std::string log = folder.file("tablet.sqlite");
            opened_at(log);
            const int ended = in_child([&] {
                const auto store = opened_at(log, killer(step, count));
                for (std::uint64_t number = 1; number < 20; number += 2)
                    if (!store->append({choice_record(1, number), choice_record(1, number + 1)})) return 1;
                return 2;
            });
            REQUIRE(ended == 1000 + SIGKILL);
            const auto written = static_cast<std::uint64_t>(2 * count);
            {
                const auto store = opened_at(log);
                CHECK(ids_in(*store) == ids_of(1, written));
                CHECK(store->incarnations()->size() == 1);
                const auto records = *store->read_after(0, 100);
                for (std::size_t i = 0; i < records.size(); ++i)
                    CHECK(records[i].header.seq == static_cast<std::int64_t>(i) + 1);
                append_some(*store, written + 1, 1);
            }
            lose_log(log);
            CHECK(ids_in(*opened_at(log)) == ids_of(1, written + 1));
        }
}

TEST_CASE("a kill in the middle of coming back from the journal only makes the next start do it",
          "[journal][kill]") {
    const TemporaryFolder folder;
    const std::string log = folder.file("tablet.sqlite");
    {
        const auto store = opened_at(log);
        REQUIRE(store->add_local_person({"p1"}, "Ewa", 3));
        append_some(*store, 1, 5);
    }
    lose_log(log);
    // The new log asks for a name of its own life: nothing was taken over by then.
    const int ended = in_child([&] {
        const auto store = open_device_store(log, [] {
            ::kill(::getpid(), SIGKILL);
            return RandomBytes{};
        });
        return store ? 1 : 2;
    });
    REQUIRE(ended == 1000 + SIGKILL);
    const auto store = opened_at(log);
    CHECK(store->taken_over() == TakenOver{5, 1, false});
    CHECK(ids_in(*store) == ids_of(1, 5));
}

TEST_CASE(
    "on a disk that is full forty times nothing that was saved is lost, and nothing that was refused is kept",
    "[journal]") {
    const TemporaryFolder disk;
    const int ended = in_child([&] { return practise_on_a_small_disk(disk.path().string()); });
    if (ended == no_small_disk) SKIP("this system lets nobody mount a small disk");
    CHECK(ended == 0);
}

TEST_CASE("a folder that became read-only is an error with a remedy, and loses nothing", "[journal]") {
    const TemporaryFolder disk;
    const int ended = in_child([&] { return start_on_a_read_only_disk(disk.path().string()); });
    if (ended == no_small_disk) SKIP("this system lets nobody mount a small disk");
    CHECK(ended == 0);
}
