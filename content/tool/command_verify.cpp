// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/manifest.h"
#include "content/tool/signing_key.h"
#include "content/tool/verify_pack.h"

namespace touchstone::content {

int run_verify(const Options& options) {
    const auto key = read_public_key_file(options.key);
    if (!key) return complain(key.error());
    if (std::error_code none; !std::filesystem::is_directory(options.path, none))
        return complain({Error::Kind::not_found, options.path + ": is not a folder",
                         "give the folder of a compiled pack"});
    const auto findings = verify_pack(options.path, *key);
    if (options.json) {
        std::cout << to_json(findings) << "\n";
    } else if (const auto manifest = read_manifest(options.path); manifest && findings.empty()) {
        fmt::print("{}: {} {}, {} files, as signed by {}\n", options.path, manifest->id, manifest->version,
                   manifest->files.size(), packs::name_of(*key));
    } else {
        for (const Finding& finding : findings) std::cout << to_human(finding, "") << "\n";
    }
    return findings.empty() ? clean : has_findings;
}

}  // namespace touchstone::content
