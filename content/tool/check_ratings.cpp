// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_ratings.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/ratings_table.h"

namespace touchstone::content {

namespace {

void compare(const WrittenRating& written, const ReaderSum* sum, Findings& findings) {
    if (!sum || !sum->enough())
        return findings.error("E310", sum ? sum->at : TextPosition{},
                              fmt::format("`{}` has fewer than three readers", written.key()),
                              "let three blind readers rate it", sum ? sum->length : 1);
    if (written.rating && sum->mean() != *written.rating)
        findings.error("E310", sum->at,
                       fmt::format("`{}` is rated {}, the readers' mean is {}", written.key(),
                                   *written.rating, sum->mean()),
                       "write the readers' rounded mean into `rated`", sum->length);
    if (sum->disagree())
        findings.warning("W415", sum->at, fmt::format("the readers of `{}` disagree", written.key()),
                         "ask them why, reword the choice, and let it be rated again", sum->length);
}

void check_key(const std::vector<WrittenRating>& all, const ReaderSums& sums, const SourcePack& pack,
               Findings& findings) {
    const auto unconfirmed = std::count_if(all.begin(), all.end(), [&](const WrittenRating& one) {
        const auto found = sums.find(one.key());
        return found == sums.end() || !found->second.confirmed();
    });
    if (pack.key == "confirmed" && unconfirmed != 0)
        findings.add({"E311", Severity::error, pack.file, pack.place("key"), std::string_view("key").size(),
                      fmt::format("the key is not confirmed: {} of {} ratings lack three customer-service "
                                  "experts",
                                  unconfirmed, all.size()),
                      "write `key: provisional` until three experts have rated the pack"});
    if (pack.key == "provisional" && unconfirmed == 0 && !all.empty())
        findings.add({"E311", Severity::note, pack.file, pack.place("key"), std::string_view("key").size(),
                      "three customer-service experts have rated every choice", "write `key: confirmed`"});
}

}  // namespace

void check_ratings(std::string_view csv, const PackSources& sources, Findings& findings) {
    const ReaderSums sums = read_ratings_table(csv, findings).sums;
    if (sums.empty() && findings.has_errors()) return;
    const auto all = written_ratings(sources);
    std::set<std::string> known;
    for (const WrittenRating& written : all) {
        const auto found = sums.find(written.key());
        compare(written, found == sums.end() ? nullptr : &found->second, findings);
        known.insert(written.key());
    }
    for (const auto& [key, sum] : sums)
        if (known.count(key) == 0)
            findings.error("E313", sum.at, fmt::format("`{}` is rated here, but is not in the pack", key),
                           "correct the ids, or remove the rows", sum.length);
    check_key(all, sums, sources.pack, findings);
}

}  // namespace touchstone::content
