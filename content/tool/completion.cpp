// SPDX-License-Identifier: Apache-2.0
#include "content/tool/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace touchstone::content {

namespace {

using Words = std::vector<std::string>;

/// What the places in a command line offer: rows of a bash `case`.
struct Rows {
    Words commands;  // "' graph'", "'ratings sheet'": the words so far and one that goes on
    std::vector<std::string> after_option;  // what may stand behind an option
    std::vector<std::string> of_command;    // what may stand where a word begins
};

/// `dot` and `mermaid` of `TEXT:{dot,mermaid}`; empty when an option lists none.
Words listed_values(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    const auto open = type.find('{');
    const auto close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return {};
    Words values(1);
    for (const char c : type.substr(open + 1, close - open - 1)) {
        if (c == ',')
            values.emplace_back();
        else
            values.back() += c;
    }
    return values;
}

Words names_of(const CLI::Option& option) {
    Words names;
    for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
    return names;
}

void add_rows(const CLI::App& app, const std::string& path, Rows& rows) {
    Words options, values;
    for (const CLI::Option* option : app.get_options()) {
        const Words names = names_of(*option);
        const Words listed = listed_values(*option);
        options.insert(options.end(), names.begin(), names.end());
        if (option->get_positional()) values.insert(values.end(), listed.begin(), listed.end());
        if (option->get_expected_min() == 0) continue;  // a flag: what follows is a new word
        for (const std::string& name : names)
            rows.after_option.push_back(
                fmt::format("'{} {}') values='{}' ;;", path, name, fmt::join(listed, " ")));
    }
    for (const CLI::App* command : app.get_subcommands({})) {
        values.push_back(command->get_name());
        rows.commands.push_back(fmt::format("'{} {}'", path, command->get_name()));
        add_rows(*command, path.empty() ? command->get_name() : path + " " + command->get_name(), rows);
    }
    rows.of_command.push_back(fmt::format("'{}') values='{}'; options='{}' ;;", path, fmt::join(values, " "),
                                          fmt::join(options, " ")));
}

}  // namespace

std::string bash_completion(const CLI::App& program, const std::string& name) {
    Rows rows;
    add_rows(program, "", rows);
    std::string function = "_" + name;
    std::replace(function.begin(), function.end(), '-', '_');
    return fmt::format(R"bash(# Completes the command line of {0} in bash; written by `{0} completion bash`.
{1}() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= values= options= i
    COMPREPLY=()
    # `--format=dot` comes as three words.
    if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=${{COMP_WORDS[COMP_CWORD-2]}}; fi
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case "$command ${{COMP_WORDS[i]}}" in
            {2}) command=${{command:+$command }}${{COMP_WORDS[i]}} ;;
        esac
    done
    case "$command $before" in
        {3}
        *)
            case "$command" in
                {4}
            esac
            [[ $word != -* ]] || values=$options ;;
    esac
    # Without one of these words, bash completes names of files.
    [[ -z $values ]] || mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}}
complete -o bashdefault -o default -F {1} {0}
)bash",
                       name, function, fmt::join(rows.commands, "|"),
                       fmt::join(rows.after_option, "\n        "),
                       fmt::join(rows.of_command, "\n                "));
}

}  // namespace touchstone::content
