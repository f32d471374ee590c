// SPDX-License-Identifier: Apache-2.0
#include "content/tool/verify_pack.h"

#include <optional>

#include "content/tool/load.h"
#include "content/tool/manifest.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

constexpr const char* get_again = "get the pack again from its publisher, or compile it again";

Finding refused(const char* code, const fs::path& file, std::string reason, std::string remedy) {
    return {code, Severity::error, file.string(), {1, 1}, 1, std::move(reason), std::move(remedy)};
}

void check_listed(const fs::path& folder, const Manifest& manifest, std::vector<Finding>& all) {
    for (const auto& [name, hash] : manifest.files) {
        const fs::path file = folder / name;
        std::error_code none;
        if (fs::path(name).filename() != name || !fs::is_regular_file(file, none)) {
            all.push_back(
                refused("E415", file, "`" + name + "` is in the manifest and not in the pack", get_again));
            continue;
        }
        const auto bytes = read_file(file);
        if (!bytes || packs::sha256_hex(*bytes) != hash)
            all.push_back(
                refused("E413", file, "`" + name + "` was changed after the pack was compiled", get_again));
    }
}

void check_others(const fs::path& folder, const Manifest& manifest, std::vector<Finding>& all) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const std::string name = entry.path().filename().string();
        if (manifest.files.count(name) != 0 || name == manifest_file || name == packs::signature_file)
            continue;
        all.push_back(refused("E414", entry.path(), "`" + name + "` is in the pack and not in the manifest",
                              "remove it, or " + std::string(get_again)));
    }
}

/// What is wrong with the signature, or nothing.
std::optional<Finding> check_signature(const fs::path& folder, const std::string& manifest,
                                       const packs::PublicKey& key) {
    const fs::path file = folder / packs::signature_file;
    const auto text = read_file(file);
    if (!text)
        return refused("E410", file, "the pack is not signed: `manifest.sig` is missing",
                       "ask its publisher for the signed pack");
    const auto signature = packs::read_signature(*text);
    if (!signature) return refused("E412", file, signature.error().detail, signature.error().remedy);
    if (!(signature->by == key))
        return refused("E411", file,
                       "`manifest.sig` is of the key " + packs::name_of(signature->by) + ", not of " +
                           packs::name_of(key),
                       "give that publisher's public key, if you trust it");
    if (!packs::is_valid(*signature, manifest))
        return refused("E412", folder / manifest_file,
                       "`manifest.sig` does not fit `manifest.json`: one of the two was changed", get_again);
    return std::nullopt;
}

Finding no_manifest(const fs::path& folder, const Error& error) {
    return refused("E415", folder / manifest_file, "`manifest.json` cannot be read: " + error.detail,
                   error.remedy);
}

}  // namespace

std::vector<Finding> verify_files(const fs::path& folder) {
    const auto manifest = read_manifest(folder);
    if (!manifest) return {no_manifest(folder, manifest.error())};
    std::vector<Finding> all;
    check_listed(folder, *manifest, all);
    check_others(folder, *manifest, all);
    return all;
}

std::vector<Finding> verify_pack(const fs::path& folder, const packs::PublicKey& key) {
    const auto bytes = read_file(folder / manifest_file);
    if (!bytes) return {no_manifest(folder, bytes.error())};
    if (auto problem = check_signature(folder, *bytes, key)) return {std::move(*problem)};
    return verify_files(folder);
}

}  // namespace touchstone::content
