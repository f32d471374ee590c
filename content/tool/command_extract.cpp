// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/translator_notes.h"

namespace touchstone::content {

namespace fs = std::filesystem;

int run_extract(const Options& options) {
    const auto loaded = open_pack(options.path);
    if (!loaded) return complain(loaded.error());
    const PackSources& sources = loaded->packs.front();
    const fs::path file = options.into.empty() ? fs::path(options.path) / "text" / (sources.pack.id + ".pot")
                                               : fs::path(options.into);
    const PoFile po = make_template(sources);
    if (auto written = write_in_folder(file, write_po(po)); !written) return complain(written.error());
    fmt::print("{}: {} texts\n", file.string(), po.messages.size());
    return clean;
}

}  // namespace touchstone::content
