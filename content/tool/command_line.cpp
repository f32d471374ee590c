// SPDX-License-Identifier: Apache-2.0
#include "content/tool/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "content/tool/commands.h"
#include "content/tool/completion.h"
#include "content/tool/finding.h"
#include "content/tool/schemas.h"

namespace touchstone::content {

namespace {

struct Command {
    const char* name;
    const char* what;
    const char* example;
    void (*describe)(CLI::App&, Options&);
    int (*run)(const Options&);
};

std::string example_of(const char* example) {
    return std::string("Example:\n  touchstone-content ") + example + "\n";
}
void add_path(CLI::App& app, Options& options, const char* name, const char* what) {
    app.add_option(name, options.path, what)->required();
}
void add_json(CLI::App& app, Options& options) {
    app.add_flag("--json", options.json, "Print JSON, for programs");
}
void add_format(CLI::App& app, Options& options, const std::vector<std::string>& formats) {
    app.add_option("--format", options.format, "How to print; the first is what you get without it")
        ->check(CLI::IsMember(formats));
}
void add_into(CLI::App& app, Options& options, const char* what) {
    app.add_option("--into", options.into, what);
}

void describe_new(CLI::App& app, Options& options) {
    options.path = ".";
    app.add_option("kind", options.other, "pack or scenario")
        ->required()
        ->check(CLI::IsMember({"pack", "scenario"}));
    app.add_option("folder", options.path, "Where it shall stand; a scenario may stand in a pack's folder")
        ->capture_default_str();
    const auto answer = [&](const char* key, const char* what) {
        app.add_option(std::string("--") + key, options.answers[key], what);
    };
    answer("title", "What it is called");
    answer("id", "Its id; made of the title without it");
    answer("sector", "shop, hotel, bank, telecom, contact-centre or other");
    answer("customer", "Scenario: the customer's first name");
    answer("wants", "Scenario: what the customer wants to reach");
    answer("hides", "Scenario: what only a good question brings out");
    answer("behaviours", "Scenario: two or three behaviours, separated by commas");
    answer("channel", "Scenario: counter, phone or chat");
    answer("touchpoint", "Scenario: where in the customer's journey");
    answer("role", "Pack: what your people are called");
    answer("spend", "Pack: what they may spend for a customer without asking");
    answer("currency", "Pack: three capital letters");
    answer("language", "Pack: the language you write in");
    answer("scenario", "Pack: the title of its first scenario");
}
void describe_stats(CLI::App& app, Options& options) {
    add_path(app, options, "path", "A folder of packs, a pack, or a scenario file");
    add_json(app, options);
}
void describe_explain(CLI::App& app, Options& options) {
    app.add_option("code", options.other, "The code of a finding, such as W405; without it all of them");
}
void describe_import(CLI::App& app, Options& options) {
    app.add_option("kind", options.other, "twee or h5p")->required()->check(CLI::IsMember({"twee", "h5p"}));
    add_path(app, options, "file", "The file of the other program");
    app.add_option("--to", options.into, "The folder of the new pack; it must not be there yet")->required();
}
void describe_check(CLI::App& app, Options& options) {
    add_path(app, options, "path", "A folder of packs, a pack, or a scenario file");
    app.add_flag("--strict", options.strict, "Warnings count too");
    add_format(app, options, {"human", "json"});
    add_json(app, options);
}
void describe_watch(CLI::App& app, Options& options) {
    add_path(app, options, "path", "A folder of packs, a pack, or a scenario file");
    add_into(app, options, "Compile the packs too, each build into a numbered folder in here");
    app.add_flag("--json", options.json,
                 "Print one JSON object per line for each build, for programs; ends when the input does");
}
void describe_play(CLI::App& app, Options& options) {
    app.add_option("scenario", options.path, "A scenario file");
    app.add_option("--choose", options.choose, "Ids of asks and choices, separated by commas");
    app.add_option("--seed", options.seed, "1 to 16 hexadecimal digits: the order of choices");
    app.add_option("--record", options.record, "Write what was played as a playthrough");
    app.add_option("--replay", options.replay, "Follow playthroughs and say where they differ");
    app.add_flag("--json", options.json, "Print the result as one JSON object");
}
void describe_paths(CLI::App& app, Options& options) {
    add_path(app, options, "scenario", "A scenario file");
    app.add_flag("--best", options.best, "The best path alone, as `play --choose` takes it");
    app.add_flag("--worst", options.worst, "The path that loses most alone, likewise");
    app.add_flag("--all", options.all, "Every path without asks, the best first");
    add_json(app, options);
}
void describe_coverage(CLI::App& app, Options& options) {
    add_path(app, options, "path", "A folder of packs, or a pack");
    add_format(app, options, {"text", "markdown", "json"});
}
void describe_graph(CLI::App& app, Options& options) {
    add_path(app, options, "scenario", "A scenario file");
    add_format(app, options, {"dot", "mermaid"});
    app.add_option("--heat", options.usage,
                   "A table scenario,moment,choice,count: how often each choice was made");
}
void describe_extract(CLI::App& app, Options& options) {
    add_path(app, options, "pack", "The folder that holds pack.yaml");
    add_into(app, options, "The template to write; PACK/text/<pack>.pot without it");
}
void describe_merge(CLI::App& app, Options& options) {
    add_path(app, options, "pack", "The folder that holds pack.yaml");
    add_json(app, options);
}
void describe_pack(CLI::App& app, Options& options) {
    add_path(app, options, "path", "A folder of packs, or a pack");
    options.into = "packs";
    app.add_option("--into", options.into, "Folder for the compiled packs")->capture_default_str();
}
void describe_keygen(CLI::App& app, Options& options) {
    add_path(app, options, "file", "The secret key to write; the public one gets `.pub` behind its name");
}
void describe_sign(CLI::App& app, Options& options) {
    add_path(app, options, "pack", "The folder of a compiled pack");
    app.add_option("--key", options.key, "The file of the secret key")->required();
}
void describe_verify(CLI::App& app, Options& options) {
    add_path(app, options, "pack", "The folder of a compiled pack");
    app.add_option("--key", options.key, "The file of the public key")->required();
    add_json(app, options);
}
void describe_diff(CLI::App& app, Options& options) {
    add_path(app, options, "old", "A compiled pack, or a pack's sources, as published");
    app.add_option("new", options.other, "The same pack as it shall be")->required();
    add_json(app, options);
}
void describe_schema(CLI::App& app, Options& options) {
    std::string names;
    for (const Schema& schema : schemas()) names += (names.empty() ? "{" : ",") + schema.name;
    app.add_option("name", options.other, "Which one; without it their names")->type_name(names + "}");
}

void describe_ratings(CLI::App& app, Options& options) {
    app.require_subcommand(1);
    const auto add = [&](const char* name, const char* what, const char* example) {
        CLI::App* part = app.add_subcommand(name, what);
        part->footer(example_of(example));
        part->callback([&options, name] { options.other = name; });
        add_path(*part, options, "path", "A pack, or the file of a scenario");
        add_json(*part, options);
        return part;
    };
    CLI::App* sheet = add("sheet", "Write a sheet for each blind reader (CSV)",
                          "ratings sheet content/essentials --out sheets");
    sheet->add_option("--out", options.into, "Folder for the sheets")->required();
    sheet->add_option("--reader", options.readers,
                      "A reader's name, once for each; reader-1 to -3 without it");
    sheet->add_flag("--experts", options.experts, "The readers are customer-service experts");
    CLI::App* enter = add("enter", "Read filled sheets into ratings.csv and `rated`",
                          "ratings enter content/essentials sheets/essentials.reader-1.csv");
    enter->add_option("sheets", options.files, "The filled sheets")->required();
    add("report", "How far the readers agree, what is arguable, and what is still provisional",
        "ratings report content/essentials");
}
void describe_completion(CLI::App& app, Options& options) {
    app.add_option("shell", options.other, "The shell")->required()->check(CLI::IsMember({"bash"}));
}
void describe_editor_files(CLI::App& app, Options& options) {
    add_path(app, options, "folder", "The folder that the editor opens");
    app.add_flag("--overwrite", options.overwrite, "Replace files that are there with other content");
}

const std::vector<Command> commands = {
    {"new", "Start a pack or a scenario: six questions, or their answers as options",
     "new scenario content/hotel --title \"Wet boots\" --sector hotel --customer Rafael", describe_new,
     run_new},
    {"check", "Check a folder of packs, a pack, or a scenario file", "check --strict content/essentials",
     describe_check, run_check},
    {"watch", "Check again on every change, and compile", "watch content/essentials", describe_watch, run_watch},
    {"play", "Play a scenario in the terminal, or replay playthroughs",
     "play late-pickup.yaml --choose own-it,plain,two-ways --record playthroughs/late-pickup-plain.txt",
     describe_play, run_play},
    {"paths", "What all play of a scenario file says: best, worst, chance, robots", "paths late-pickup.yaml",
     describe_paths, run_paths},
    {"stats", "Words, minutes, decisions, paths, reading level and length bias of scenarios",
     "stats content/essentials", describe_stats, run_stats},
    {"coverage", "What a library of packs practises, and what it does not",
     "coverage content --format markdown", describe_coverage, run_coverage},
    {"graph", "Draw a scenario for Graphviz or Mermaid",
     "graph late-pickup.yaml | dot -Tsvg > late-pickup.svg", describe_graph, run_graph},
    {"explain", "What a finding means, why it matters, and how to mend it", "explain W405", describe_explain,
     run_explain},
    {"import", "Make a pack of a Twine story (Twee 3) or an H5P Branching Scenario",
     "import twee story.twee --to content/my-story", describe_import, run_import},
    {"extract", "Write the template for translators (POT)", "extract content/essentials", describe_extract,
     run_extract},
    {"merge", "Bring the translations of a pack up to its texts, losing nothing", "merge content/essentials",
     describe_merge, run_merge},
    {"pseudo", "Compile packs with the pseudo-language qps, to see texts that do not fit",
     "pseudo content/essentials --into packs", describe_pack, run_pseudo},
    {"pack", "Compile packs", "pack content/essentials --into packs", describe_pack, run_pack},
    {"keygen", "Make a pair of keys for signing packs", "keygen publisher.key", describe_keygen, run_keygen},
    {"sign", "Sign a compiled pack", "sign --key publisher.key packs/essentials", describe_sign, run_sign},
    {"verify", "Verify the signature and every file of a compiled pack",
     "verify --key publisher.key.pub packs/essentials", describe_verify, run_verify},
    {"diff", "What a new version of a pack changes for learners", "diff packs/essentials content/essentials",
     describe_diff, run_diff},
    {"schema", "Print the JSON schema of a file that authors write", "schema scenario", describe_schema,
     run_schema},
    {"ratings", "Have choices rated by blind readers, and see how far they agree",
     "ratings sheet content/essentials --out sheets", describe_ratings, run_ratings},
    {"editor-files", "Write settings, snippets and schemas for Visual Studio Code", "editor-files content",
     describe_editor_files, run_editor_files},
    {"completion", "Print the completion for a shell", "completion bash > touchstone-content.bash",
     describe_completion, nullptr},
};

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Command& command : commands) names.emplace_back(command.name);
    return names;
}

int usage(const std::string& problem, const std::string& help) {
    std::cerr << "touchstone-content: " << problem << "\n  help: " << help << "\n";
    return failed;
}

/// The options that a command knows, as they are typed.
std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

int explain(CLI::App& command, const CLI::ParseError& problem, const std::string& outer = {}) {
    const std::string name = outer + command.get_name();
    if (const auto parts = command.get_subcommands(); !parts.empty())
        return explain(*parts.front(), problem, name + " ");
    const std::string help = "see `touchstone-content " + name + " --help`";
    const auto unexpected = command.remaining();
    if (unexpected.empty()) return usage(name + ": " + problem.what(), help);
    const std::string& word = unexpected.front();
    if (word.rfind("-", 0) == 0)
        return usage(name + ": unknown option `" + word + "`" +
                         did_you_mean(word.substr(0, word.find('=')), option_names(command)),
                     help);
    if (const auto parts = command.get_subcommands({}); !parts.empty()) {
        std::vector<std::string> names;
        for (const CLI::App* part : parts) names.push_back(part->get_name());
        return usage("unknown command `" + name + " " + word + "`" + did_you_mean(word, names), help);
    }
    return usage(name + ": `" + word + "` is one argument too many", help);
}

/// The first word when it should be a command and is none; else empty.
std::string unknown_command(int argc, char** argv) {
    const std::string word = argc > 1 ? argv[1] : "";
    if (word.empty() || word.front() == '-') return {};
    for (const Command& command : commands)
        if (word == command.name) return {};
    return word;
}

}  // namespace

int run_command_line(int argc, char** argv) {
    CLI::App app{"Checks, plays, translates, packs and signs Touchstone's content."};
    app.require_subcommand(1);
    app.footer(
        "Exit: 0 clean, 1 findings, 2 usage or input/output.\n"
        "`touchstone-content COMMAND --help` shows an example.");
    if (const std::string word = unknown_command(argc, argv); !word.empty())
        return usage("unknown command `" + word + "`" + did_you_mean(word, command_names()),
                     "see `touchstone-content --help`");
    std::vector<Options> all(commands.size());
    std::vector<CLI::App*> parsers;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        parsers.push_back(app.add_subcommand(commands[i].name, commands[i].what));
        parsers.back()->footer(example_of(commands[i].example));
        commands[i].describe(*parsers.back(), all[i]);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) return app.exit(problem);
        for (CLI::App* parser : parsers)
            if (parser->parsed()) return explain(*parser, problem);
        return usage(problem.what(), "see `touchstone-content --help`");
    }
    for (std::size_t i = 0; i < commands.size(); ++i)
        if (parsers[i]->parsed() && commands[i].run) return commands[i].run(all[i]);
    std::cout << bash_completion(app, "touchstone-content");  // the one command that is about the others
    return clean;
}

}  // namespace touchstone::content
