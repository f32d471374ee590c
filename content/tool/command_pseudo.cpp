// SPDX-License-Identifier: Apache-2.0
#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/pseudo.h"

namespace touchstone::content {

int run_pseudo(const Options& options) {
    return compile_packs(options, [](PackSources& sources) {
        sources.translations[pseudo_language] = pseudo_translation(sources);
    });
}

}  // namespace touchstone::content
