// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "content/tool/coverage.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

json::array list(const std::vector<std::string>& all) { return json::array(all.begin(), all.end()); }

json::object json_of(const CoverageTable& table) {
    json::array cells;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            if (const auto& cell = table.cells[r][c])
                cells.push_back(json::object{{"row", table.rows[r]},
                                             {"column", table.columns[c]},
                                             {"primary", cell->primary},
                                             {"secondary", cell->secondary}});
    return {{"title", table.title},
            {"rows", list(table.rows)},
            {"columns", list(table.columns)},
            {"cells", std::move(cells)}};
}

json::object json_of(const ScenarioCoverage& one) {
    return {{"pack", one.pack},         {"scenario", one.scenario},
            {"sector", one.sector},     {"touchpoint", one.touchpoint},
            {"channel", one.channel},   {"moments", one.moments},
            {"asks", one.asks},         {"facts", one.facts},
            {"marks", one.marks},       {"extras", one.extras},
            {"prevents", one.prevents}, {"bends", one.bends},
            {"traps", one.traps},       {"drills", one.drills}};
}

json::object json_of(const Probe& probe) {
    return {{"kind", probe.kind},
            {"name", probe.name},
            {"scenarios", list(probe.scenarios)},
            {"complete", probe.complete}};
}

template <class All>
json::array each(const All& all) {
    json::array out;
    for (const auto& one : all) out.emplace_back(json_of(one));
    return out;
}

json::object json_of(const Coverage& coverage) {
    return {{"standard", coverage.standard},         {"tables", each(coverage.tables)},
            {"scenarios", each(coverage.scenarios)}, {"probes", each(coverage.probes)},
            {"never", list(coverage.never)},         {"never_primary", list(coverage.never_primary)}};
}

}  // namespace

std::string to_json(const std::vector<Coverage>& all) {
    json::array out;
    for (const Coverage& coverage : all) out.emplace_back(json_of(coverage));
    return json::serialize(out);
}

}  // namespace touchstone::content
