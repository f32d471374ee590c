// SPDX-License-Identifier: Apache-2.0
#include "content/tool/write_pack.h"

#include "content/tool/load.h"
#include "content/tool/manifest.h"
#include "engine/packs/signature.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

void remove_old_files(const fs::path& folder, const CompiledPack& files) {
    std::error_code ignored;  // a file that stays is named by `verify`
    fs::remove(folder / packs::signature_file, ignored);
    const auto old = read_manifest(folder);
    if (!old) return;
    for (const auto& [name, hash] : old->files)
        if (files.count(name) == 0 && fs::path(name).filename() == name) fs::remove(folder / name, ignored);
}

}  // namespace

Result<Done> write_pack(const fs::path& folder, const CompiledPack& files) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        return Error{Error::Kind::unavailable, folder.string() + ": " + failure.message(),
                     "choose another folder with --into"};
    remove_old_files(folder, files);
    for (const auto& [name, bytes] : files)
        if (name != manifest_file)
            if (auto written = write_file(folder / name, bytes); !written) return written;
    return write_file(folder / manifest_file, files.at(manifest_file));
}

}  // namespace touchstone::content
