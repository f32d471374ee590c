// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "content/tool/drill_source.h"
#include "content/tool/load.h"
#include "content/tool/source.h"

using namespace touchstone;
namespace json = boost::json;

namespace {

std::set<std::string> properties_of(const json::object& map) {
    std::set<std::string> keys;
    for (const auto& [key, value] : map.at("properties").as_object()) keys.insert(std::string(key));
    return keys;
}

using KnownKeys = std::map<std::string, std::vector<std::string>>;

/// The schema in `file` has a closed map for each of `known`; `root` is the file itself.
void check_schema(const std::string& file, const std::string& root, const KnownKeys& known) {
    const auto text = content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/content/schema/" + file);
    REQUIRE(text);
    const json::object schema = json::parse(*text).as_object();
    CHECK(schema.at("$schema") == "http://json-schema.org/draft-07/schema#");
    for (const auto& [map, keys] : known) {
        INFO(map);
        const json::object& described = map == root ? schema : schema.at("definitions").at(map).as_object();
        CHECK(properties_of(described) == std::set<std::string>(keys.begin(), keys.end()));
        CHECK(described.at("additionalProperties") == false);
    }
}

}  // namespace

TEST_CASE("pack.yaml may hold every key of its schema", "[schema]") {
    const auto text = content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/content/schema/pack.v1.json");
    REQUIRE(text);
    const json::object schema = json::parse(*text).as_object();
    std::string pack;
    for (const std::string& key : properties_of(schema)) pack += key + ":\n";
    content::Findings findings("pack.yaml");
    content::read_pack_file(pack + "a-wrong-key:\n", findings);
    int unknown = 0;
    for (const content::Finding& finding : findings.all()) {
        if (finding.code != "E104") continue;
        ++unknown;
        CHECK(finding.reason.find("`a-wrong-key`") != std::string::npos);
    }
    CHECK(unknown == 1);
}

TEST_CASE("the schema that editors use and the reader know the same keys", "[schema]") {
    check_schema("scenario.v1.json", "scenario", content::known_keys());
    check_schema("drill.v1.json", "drill", content::known_drill_keys());
}
