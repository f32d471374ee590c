// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/pins.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "tests/support/temporary_folder.h"

using namespace touchstone;
using device::PinAnswer;

namespace {

constexpr Micros second = 1'000'000, now = 1'795'274'400 * second;
const PersonId ana{"ana"}, ben{"ben"};

struct Tablet {
    test::TemporaryFolder folder;
    std::unique_ptr<device::DeviceStore> store;
    std::unique_ptr<device::Pins> pins;

    Tablet() {
        auto opened = device::open_device_store(folder.file("tablet.sqlite"));
        REQUIRE(opened);
        store = *std::move(opened);
        pins = device::make_pins(*store, folder.file("tablet.key"));
    }
    PinAnswer::Kind check(const PersonId& person, const std::string& digits, Micros at = now) {
        const auto answer = pins->check(person, digits, at);
        REQUIRE(answer);
        return answer->kind;
    }
};

}  // namespace

TEST_CASE("a person's four numbers open their own page and nobody else's", "[pin]") {
    Tablet tablet;
    REQUIRE(tablet.pins->set(ana, "4711"));
    REQUIRE(tablet.pins->set(ben, "0815"));
    CHECK(*tablet.pins->has(ana));
    CHECK_FALSE(*tablet.pins->has({"eve"}));
    CHECK(tablet.check(ana, "4711") == PinAnswer::Kind::right);
    CHECK(tablet.check(ana, "0815") == PinAnswer::Kind::wrong);
    CHECK(tablet.check(ben, "0815") == PinAnswer::Kind::right);
    CHECK(tablet.check({"eve"}, "0000") == PinAnswer::Kind::wrong);
}

TEST_CASE("numbers are four digits", "[pin]") {
    Tablet tablet;
    for (const char* digits : {"", "123", "12345", "12a4", " 123"}) CHECK_FALSE(tablet.pins->set(ana, digits));
    CHECK_FALSE(*tablet.pins->has(ana));
}

TEST_CASE("after five wrong tries one waits: 30 seconds, then twice as long each time, at most 15 minutes",
          "[pin]") {
    CHECK(device::pin_wait(4) == 0);
    CHECK(device::pin_wait(5) == 30 * second);
    CHECK(device::pin_wait(6) == 60 * second);
    CHECK(device::pin_wait(9) == 480 * second);
    CHECK(device::pin_wait(10) == 900 * second);
    CHECK(device::pin_wait(1000) == 900 * second);
    Tablet tablet;
    REQUIRE(tablet.pins->set(ana, "4711"));
    for (int i = 0; i < 5; ++i) CHECK(tablet.check(ana, "0000") == PinAnswer::Kind::wrong);
    const auto answer = tablet.pins->check(ana, "4711", now + 29 * second);
    REQUIRE(answer);
    CHECK(answer->kind == PinAnswer::Kind::wait);
    CHECK(answer->free_at == now + 30 * second);
    CHECK(tablet.check(ana, "4711", now + 31 * second) == PinAnswer::Kind::right);
    CHECK(tablet.check(ana, "0000", now + 31 * second) == PinAnswer::Kind::wrong);  // and counts from 1 again
    CHECK(tablet.check(ana, "4711", now + 31 * second) == PinAnswer::Kind::right);
}

TEST_CASE("tries are counted across restarts, and a clock that goes back gives none away", "[pin]") {
    Tablet tablet;
    REQUIRE(tablet.pins->set(ana, "4711"));
    for (int i = 0; i < 5; ++i) tablet.check(ana, "0000");
    tablet.pins = device::make_pins(*tablet.store, tablet.folder.file("tablet.key"));
    CHECK(tablet.check(ana, "4711", now + second) == PinAnswer::Kind::wait);
    CHECK(tablet.check(ana, "4711", now - 3600 * second) == PinAnswer::Kind::wait);
    CHECK(tablet.check(ana, "4711", now + 31 * second) == PinAnswer::Kind::right);
}

TEST_CASE("a copy of the tablet's file without its secret opens nothing", "[pin]") {
    Tablet tablet;
    REQUIRE(tablet.pins->set(ana, "4711"));
    const auto permissions = std::filesystem::status(tablet.folder.file("tablet.key")).permissions();
    CHECK((permissions & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    auto elsewhere = device::make_pins(*tablet.store, tablet.folder.file("other.key"));
    const auto without = elsewhere->check(ana, "4711", now);
    REQUIRE(without);
    CHECK(without->kind == PinAnswer::Kind::wrong);
    REQUIRE(elsewhere->set(ben, "1234"));  // makes another secret
    CHECK(elsewhere->check(ana, "4711", now)->kind == PinAnswer::Kind::wrong);
}

TEST_CASE("forgotten numbers can be taken away, and new ones chosen", "[pin]") {
    Tablet tablet;
    REQUIRE(tablet.pins->set(ana, "4711"));
    REQUIRE(tablet.pins->forget(ana));
    CHECK_FALSE(*tablet.pins->has(ana));
    CHECK(tablet.check(ana, "4711") == PinAnswer::Kind::wrong);
    REQUIRE(tablet.pins->set(ana, "1234"));
    CHECK(tablet.check(ana, "1234") == PinAnswer::Kind::right);
}
