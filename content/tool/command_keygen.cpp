// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/signing_key.h"

namespace touchstone::content {

int run_keygen(const Options& options) {
    const auto key = make_signing_key();
    if (!key) return complain(key.error());
    if (auto written = write_key_files(options.path, *key); !written) return complain(written.error());
    fmt::print("{}: the secret key {}; keep it to yourself\n{}.pub: the public key; give it to others\n",
               options.path, packs::name_of(key->open), options.path);
    return clean;
}

}  // namespace touchstone::content
