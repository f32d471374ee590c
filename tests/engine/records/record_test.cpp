// SPDX-License-Identifier: Apache-2.0
#include "engine/records/record.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace touchstone;

namespace {

Record record_at(Micros at, const char* device, std::int64_t seq) {
    Record record;
    record.header.at = at;
    record.header.device = {device};
    record.header.seq = seq;
    record.header.id = {std::string(device) + "-" + std::to_string(seq)};
    record.body = AskMade{};
    return record;
}

}  // namespace

TEST_CASE("records stand in the order of time, device and sequence, however they arrived", "[records]") {
    const std::vector<Record> right{record_at(10, "a", 1), record_at(10, "a", 2), record_at(10, "b", 1),
                                    record_at(20, "a", 3)};
    std::vector<std::size_t> arrival{0, 1, 2, 3};
    do {
        std::vector<Record> arrived;
        for (const std::size_t i : arrival) arrived.push_back(right[i]);
        CHECK(in_order(arrived) == right);
    } while (std::next_permutation(arrival.begin(), arrival.end()));
}

TEST_CASE("a record that arrived twice is kept once", "[records]") {
    const Record one = record_at(10, "a", 1), other = record_at(10, "a", 2);
    CHECK(in_order({other, one, other, one}) == std::vector<Record>{one, other});
}
