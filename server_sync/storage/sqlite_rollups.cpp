// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/sqlite_store.h"

namespace touchstone::sync {

Result<std::vector<CellSum>> SqliteStore::cells(const Window& window) const {
    auto rows = read(
        "SELECT person_id, behaviour, SUM(evidence), SUM(weighted), MAX(day) FROM cell "
        "WHERE organisation_id = ? AND site_id = ? AND day >= ? AND day <= ? "
        "GROUP BY person_id, behaviour ORDER BY person_id, behaviour",
        {window.organisation.text, window.site.text, window.from, window.to});
    if (!rows) return rows.error();
    std::vector<CellSum> sums;
    for (const auto& row : *rows)
        sums.push_back({{row[0].text()},
                        row[1].text(),
                        row[2].number(),
                        row[3].number(),
                        static_cast<Day>(row[4].number())});
    return sums;
}

Result<std::vector<PracticeSum>> SqliteStore::practice(const Window& window) const {
    auto rows = read(
        "SELECT person_id, SUM(encounters), SUM(choices), COUNT(DISTINCT day), MAX(day) FROM practice_day "
        "WHERE organisation_id = ? AND site_id = ? AND day >= ? AND day <= ? GROUP BY person_id ORDER BY "
        "person_id",
        {window.organisation.text, window.site.text, window.from, window.to});
    if (!rows) return rows.error();
    std::vector<PracticeSum> sums;
    for (const auto& row : *rows)
        sums.push_back({{row[0].text()},
                        row[1].number(),
                        row[2].number(),
                        row[3].number(),
                        static_cast<Day>(row[4].number())});
    return sums;
}

}  // namespace touchstone::sync
