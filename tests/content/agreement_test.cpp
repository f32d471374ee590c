// SPDX-License-Identifier: Apache-2.0
#include "content/tool/agreement.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace touchstone::content;
using Catch::Matchers::WithinAbs;

TEST_CASE("agreement is what Krippendorff computes in his own examples", "[agreement]") {
    // "Computing Krippendorff's Alpha-Reliability" (2011): two observers and yes or no, alpha 0.095;
    // for two values the ordinal metric is the nominal one.
    const std::vector<std::vector<int>> yes_or_no = {{0, 1}, {1, 1}, {0, 1}, {0, 0}, {0, 0},
                                                     {0, 1}, {0, 0}, {0, 0}, {1, 0}, {0, 0}};
    CHECK_THAT(*krippendorff_alpha(yes_or_no), WithinAbs(0.095, 0.0005));
    // Four observers, twelve units with gaps, five ranks: ordinal alpha 0.815.
    const std::vector<std::vector<int>> ranks = {{1, 1, 1},    {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
                                                 {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1},
                                                 {2, 2, 2, 2}, {5, 5, 5},    {1, 1},       {3}};
    CHECK_THAT(*krippendorff_alpha(ranks), WithinAbs(0.815, 0.0005));
}

TEST_CASE("agreement has its ends: 1 when all agree, below 0 when they contradict each other",
          "[agreement]") {
    CHECK_THAT(*krippendorff_alpha({{0, 0, 0}, {4, 4, 4}, {2, 2, 2}}), WithinAbs(1, 1e-12));
    CHECK(*krippendorff_alpha({{0, 4}, {4, 0}, {0, 4}}) < 0);
}

TEST_CASE("agreement is not told where there is nothing to compare", "[agreement]") {
    CHECK_FALSE(krippendorff_alpha({}));
    CHECK_FALSE(krippendorff_alpha({{3}, {1}, {}}));
    CHECK_FALSE(krippendorff_alpha({{3, 3, 3}, {3, 3}}));  // nobody used another rating
}
