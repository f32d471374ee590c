// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/manifest.h"
#include "content/tool/signing_key.h"
#include "content/tool/verify_pack.h"

namespace touchstone::content {

int run_sign(const Options& options) {
    const std::filesystem::path folder = options.path;
    const auto key = read_signing_key(options.key);
    if (!key) return complain(key.error());
    const auto manifest = read_manifest(folder);
    if (!manifest) return complain(manifest.error());
    const auto findings = verify_files(folder);
    for (const Finding& finding : findings) std::cerr << to_human(finding, "") << "\n";
    if (!findings.empty()) return has_findings;
    if (auto written =
            write_file(folder / packs::signature_file, packs::write_signature(sign(*key, manifest->bytes)));
        !written)
        return complain(written.error());
    fmt::print("{}: {} {}, {} files, signed by {}\n", options.path, manifest->id, manifest->version,
               manifest->files.size(), packs::name_of(key->open));
    return clean;
}

}  // namespace touchstone::content
