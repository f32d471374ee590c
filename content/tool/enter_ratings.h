// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/ratings_table.h"

namespace touchstone::content {

/// ratings.csv with new ratings in it.
struct MergedRatings {
    std::string csv;
    std::size_t added = 0, changed = 0, same = 0;
};
/// A rating of the same reader for the same thing is replaced in its line; a new one goes behind the last
/// line that is nearest to it. Every other line, remarks included, stays as it is.
MergedRatings merge_ratings(std::string_view csv, const std::vector<RatingRow>& entered);

/// A `rated` that is brought to the readers' mean.
struct ChangedRating {
    WrittenRating from;
    int to = 0;
    std::string file;
};
/// Writes the readers' rounded mean into `rated` wherever at least three have rated, in the texts of the
/// files: a digit for the digit or the quoted `todo: ...` that stands there, nothing else is touched. Where
/// neither is found is a finding of the file (E327).
std::vector<ChangedRating> write_means(const PackSources& sources, const ReaderSums& sums, SourceFiles& files,
                                       std::vector<Finding>& findings);

}  // namespace touchstone::content
