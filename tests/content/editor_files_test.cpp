// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "content/tool/drill_source.h"
#include "content/tool/load.h"
#include "content/tool/schemas.h"
#include "tests/content/tool_run.h"
#include "tests/support/drill_text.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using content::Findings;
namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

json::object json_of(const std::string& file) {
    const auto text = content::read_file(file);
    REQUIRE(text);
    return json::parse(*text).as_object();
}

/// The body of a snippet as the editor inserts it when nothing else is typed: `${1:words}` gives its words,
/// `${1|a,b|}` the first, `$0` nothing.
std::string filled(const json::array& body) {
    std::string text;
    for (const auto& line : body) text += std::string(line.as_string()) + "\n";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "$0") == 0) {
            ++i;
        } else if (text.compare(i, 2, "${") == 0) {
            const auto mark = text.find_first_of(":|", i);
            const bool choice = text[mark] == '|';
            const auto end = choice ? text.find(',', mark) : text.find('}', mark);
            REQUIRE(end != std::string::npos);
            out += text.substr(mark + 1, end - mark - 1);
            i = text.find('}', end);
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string indented(const std::string& text, std::size_t spaces) {
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        out += std::string(spaces, ' ') + text.substr(begin, end - begin) + "\n";
        begin = end + 1;
    }
    return out;
}

/// The text with `what` before the first `place`.
std::string before(std::string_view text, const std::string& place, const std::string& what) {
    std::string all(text);
    const auto at = all.find(place);
    REQUIRE(at != std::string::npos);
    return all.insert(at, what);
}

const std::string& snippets_file() {
    static const test::TemporaryFolder folder;
    static const std::string file = [] {
        REQUIRE(test::tool("editor-files " + folder.file("work")).exit == 0);
        return folder.file("work") + "/.vscode/touchstone.code-snippets";
    }();
    return file;
}

/// Where each snippet stands in a file that is whole without it; by its prefix.
std::string file_with(const std::string& prefix, const std::string& body) {
    if (prefix == "moment") return before(test::small_scenario, "  closing:\n", indented(body, 2));
    if (prefix == "choice") {
        // The snippet rates the indicator that the moment snippet tests.
        std::string scenario(test::small_scenario);
        for (auto at = scenario.find("resourceful.bend-rules"); at != std::string::npos;
             at = scenario.find("resourceful.bend-rules"))
            scenario.replace(at, std::string("resourceful.bend-rules").size(), "people.comfort");
        return before(scenario, "      plain-swap:\n", indented(body, 6));
    }
    if (prefix == "ask") return before(test::small_scenario, "      ask-when:", indented(body, 6));
    if (prefix == "says-if") return before(test::small_scenario, "    difficulty: 65\n", indented(body, 4));
    if (prefix == "bends")
        return before(test::small_scenario, "        reply: Thank you.\n", indented(body, 8));
    if (prefix == "ending") return before(test::small_scenario, "  goodbye:\n", indented(body, 2));
    if (prefix == "variant") return before(test::small_drill, "  cracked-cup:\n", indented(body, 2));
    return body;
}

void read(const std::string& prefix, const std::string& text, Findings& findings) {
    const auto standard = content::default_standard();
    if (prefix == "pack")
        content::read_pack_file(text, findings);
    else if (content::looks_like_drill(text))
        content::read_drill(text, standard.standard, findings);
    else
        content::read_scenario(text, standard.standard, nullptr, findings);
}

}  // namespace

TEST_CASE("the editor's settings name schemas that are there, one for each kind of file", "[editor]") {
    const test::TemporaryFolder folder;
    REQUIRE(test::tool("editor-files " + folder.file("work")).exit == 0);
    const json::object settings = json_of(folder.file("work") + "/.vscode/settings.json");
    const auto& wired = settings.at("yaml.schemas").as_object();
    CHECK(wired.size() == content::schemas().size());
    for (const auto& [schema, files] : wired) {
        INFO(std::string(schema));
        CHECK_FALSE(files.as_array().empty());
        CHECK(json_of(folder.file("work") + "/" + std::string(schema)).contains("$schema"));
    }
    for (const content::Schema& schema : content::schemas()) {
        const auto text =
            content::read_file(folder.file("work") + "/.vscode/touchstone/" + schema.name + ".json");
        REQUIRE(text);
        CHECK(*text == schema.text);
    }
}

TEST_CASE("every snippet reads as it is inserted", "[editor]") {
    const json::object snippets = json_of(snippets_file());
    CHECK(snippets.size() >= 10);
    for (const auto& [name, snippet] : snippets) {
        const std::string prefix(snippet.at("prefix").as_string());
        const std::string text = file_with(prefix, filled(snippet.at("body").as_array()));
        Findings findings("snippet.yaml");
        read(prefix, text, findings);
        for (const content::Finding& finding : findings.all()) {
            INFO(std::string(name) << "\n" << content::to_human(finding, text));
            CHECK(finding.severity != content::Severity::error);
        }
    }
}

TEST_CASE("files that an author has changed are not overwritten without being asked", "[editor]") {
    const test::TemporaryFolder folder;
    const std::string work = folder.file("work");
    const std::string settings = folder.write("work/.vscode/settings.json", "{\"mine\": 1}").string();
    const auto refused = test::tool("editor-files " + work);
    CHECK(refused.exit == 1);
    CHECK(refused.says("with other content: .vscode/settings.json; nothing was written"));
    CHECK(refused.says("--overwrite"));
    CHECK_FALSE(fs::exists(work + "/.vscode/touchstone.code-snippets"));
    CHECK(*content::read_file(settings) == "{\"mine\": 1}");
    CHECK(test::tool("editor-files --overwrite " + work).says("settings.json: overwritten\n"));
    CHECK(test::tool("editor-files " + work).says("settings.json: as before\n"));
}
