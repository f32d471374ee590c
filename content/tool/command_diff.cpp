// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/diff_packs.h"
#include "content/tool/manifest.h"

namespace touchstone::content {

namespace {

/// A compiled pack when it has a manifest, else sources, whose files then come into `files`.
Result<PackContent> read_either(const std::string& path, std::map<std::string, std::string>& files) {
    std::error_code none;
    if (std::filesystem::exists(std::filesystem::path(path) / manifest_file, none)) {
        auto content = read_compiled(path);
        if (content) return content;
        return Error{content.error().kind, path + ": " + content.error().detail, content.error().remedy};
    }
    const auto loaded = open_pack(path);
    if (!loaded) return loaded.error();
    files = loaded->sources;
    return read_sources(loaded->packs.front(), files);
}

void say(const PackDiff& diff, const std::map<std::string, std::string>& files) {
    std::cout << to_text(diff);
    for (const Finding& finding : diff.findings) {
        const auto text = files.find(finding.file);
        std::cout << "\n" << to_human(finding, text == files.end() ? std::string_view() : text->second);
    }
}

}  // namespace

int run_diff(const Options& options) {
    std::map<std::string, std::string> files;
    const auto before = read_either(options.path, files);
    if (!before) return complain(before.error());
    const auto after = read_either(options.other, files);
    if (!after) return complain(after.error());
    if (before->pack.id != after->pack.id)
        return complain({Error::Kind::malformed,
                         "these are two packs: `" + before->pack.id + "` and `" + after->pack.id + "`",
                         "compare two versions of one pack"});
    const PackDiff diff = diff_packs(*before, *after, options.other);
    if (options.json)
        std::cout << to_json(diff) << "\n";
    else
        say(diff, files);
    return has_errors(diff.findings) ? has_findings : clean;
}

}  // namespace touchstone::content
