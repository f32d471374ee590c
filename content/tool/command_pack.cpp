// SPDX-License-Identifier: Apache-2.0
#include "content/tool/command_shared.h"
#include "content/tool/commands.h"

namespace touchstone::content {

int run_pack(const Options& options) {
    return compile_packs(options, [](PackSources&) {});
}

}  // namespace touchstone::content
