// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/new_content.h"
#include "engine/basics/id.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

/// Where answers are typed; nothing when nobody sits there.
std::istream* terminal() { return ::isatty(STDIN_FILENO) != 0 ? &std::cin : nullptr; }

Result<Answers> answers_to(const std::vector<Question>& questions, const Options& options) {
    Answers given;
    for (const auto& [key, value] : options.answers)
        if (!value.empty()) given[key] = value;
    auto answers = interview(questions, std::move(given), terminal(), std::cout);
    if (answers && !is_valid_name(id_of(*answers)))
        return Error{Error::Kind::malformed, "`" + id_of(*answers) + "` is not a valid id",
                     "use 2 to 40 characters: a-z, 0-9 and single dashes, starting with a letter"};
    return answers;
}

Error is_there(const fs::path& path) {
    return {Error::Kind::conflict, path.string() + ": is there already, and nothing is written over",
            "choose another --id, or work on that one"};
}

void say_next(const fs::path& file, const fs::path& check) {
    fmt::print(
        "\n{}: written\nNext: open it, and write what belongs where it says `todo: ...`;\n"
        "      `touchstone-content check {}` lists what is left.\n",
        file.string(), check.string());
}

int new_scenario_file(const Options& options) {
    const fs::path folder = options.path;
    std::optional<PackSources> in;
    if (fs::exists(folder / "pack.yaml")) {
        auto loaded = load_one_of_pack(folder, "pack.yaml");  // none of its scenarios
        if (!loaded) return complain(loaded.error());
        print_errors(*loaded);
        if (has_errors(loaded->findings) || loaded->packs.empty()) return has_findings;
        in = std::move(loaded->packs.front());
    }
    const SourceStandard standard = in ? in->standard : default_standard();
    const SourcePack* pack = in ? &in->pack : nullptr;
    const auto answers = answers_to(questions_for_scenario(standard.standard, pack), options);
    if (!answers) return complain(answers.error());
    const fs::path file = (pack ? folder / "scenarios" : folder) / (id_of(*answers) + ".yaml");
    if (fs::exists(file)) return complain(is_there(file));
    if (auto written = write_in_folder(file, new_scenario(*answers, standard, pack)); !written)
        return complain(written.error());
    say_next(file, pack ? folder : file);
    return clean;
}

int new_pack_folder(const Options& options) {
    const auto answers = answers_to(questions_for_pack(), options);
    if (!answers) return complain(answers.error());
    const fs::path folder = fs::path(options.path) / id_of(*answers);
    if (fs::exists(folder)) return complain(is_there(folder));
    fs::path last;
    for (const auto& [name, text] : new_pack(*answers, default_standard())) {
        if (auto written = write_in_folder(folder / name, text); !written) return complain(written.error());
        last = folder / name;
    }
    fmt::print("\n{}: written", (folder / "pack.yaml").string());
    say_next(last, folder);
    return clean;
}

}  // namespace

int run_new(const Options& options) {
    return options.other == "pack" ? new_pack_folder(options) : new_scenario_file(options);
}

}  // namespace touchstone::content
