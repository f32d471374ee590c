// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/name_order.h"

#include <catch2/catch_test_macros.hpp>

namespace touchstone::sync {

TEST_CASE("names of four languages stand as in an address book") {
    const char* const ordered[] = {"Adam", "ADELE", "Agnieszka", "Ewa Zając", "Jaan",  "Łucja",
                                   "Märt", "Olena", "Õnne",      "Paweł",     "Śliwa", "Zoë",
                                   "Żak",  "Анна",  "борис",     "Елена",     "Ёлкин", "Жанна"};
    for (std::size_t i = 1; i < std::size(ordered); ++i) {
        INFO(ordered[i - 1] << " before " << ordered[i]);
        CHECK(name_order_key(ordered[i - 1]) < name_order_key(ordered[i]));
    }
}

TEST_CASE("initials are whole letters") {
    CHECK(initials_of("Anna Kowalska") == "AK");
    CHECK(initials_of("Łucja Śliwa") == "ŁŚ");
    CHECK(initials_of("Иван Петров") == "ИП");
    CHECK(initials_of("Cher") == "C");
    CHECK(initials_of("").empty());
    CHECK(initials_of("Odd ") == "O");
}

}  // namespace touchstone::sync
