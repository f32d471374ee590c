// SPDX-License-Identifier: Apache-2.0
#include "content/tool/manifest.h"

#include <boost/json.hpp>

#include "content/tool/load.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

Error no_manifest(const std::filesystem::path& file, const std::string& why) {
    return {Error::Kind::malformed, file.string() + ": " + why,
            "give the folder of a compiled pack (`touchstone-content pack` makes it)"};
}

std::string text_at(const json::object& object, const char* key) {
    const json::value* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& folder) {
    const auto file = folder / manifest_file;
    auto bytes = read_file(file);
    if (!bytes) return no_manifest(file, "there is no manifest that can be read");
    boost::system::error_code failure;
    const json::value root = json::parse(*bytes, failure);
    const json::object* object = failure ? nullptr : root.if_object();
    const json::value* files = object ? object->if_contains("files") : nullptr;
    if (!files || !files->is_object()) return no_manifest(file, "is not the manifest of a pack");
    Manifest manifest{std::move(*bytes), text_at(*object, "id"), text_at(*object, "version"), {}};
    for (const auto& [name, hash] : files->get_object()) {
        if (!hash.is_string()) return no_manifest(file, "`" + std::string(name) + "` has no hash");
        manifest.files.emplace(std::string(name), std::string(hash.get_string()));
    }
    return manifest;
}

}  // namespace touchstone::content
