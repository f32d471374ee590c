// SPDX-License-Identifier: Apache-2.0
#include "engine/packs/pack.h"

#include <sodium.h>

#include <boost/json.hpp>

#include "engine/packs/signature.h"

namespace touchstone::packs {

namespace json = boost::json;

namespace {

Error refused(const std::string& reason) {
    return {Error::Kind::malformed, "pack: " + reason,
            "compile the pack again, or install it again from its source"};
}

bool is_plain_file_name(std::string_view name) {
    if (name.empty() || name.size() > 80 || name.front() == '.') return false;
    for (const char c : name)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'))
            return false;
    return true;
}

std::string text_at(const json::object& object, const char* key) {
    const json::value* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// Reads the file and compares its hash with the manifest's.
Result<std::string> verified(const ReadFile& read_file, const std::string& name, const std::string& hash) {
    if (!is_plain_file_name(name)) return refused("`" + name + "` is not a plain file name");
    auto bytes = read_file(name);
    if (bytes && sha256_hex(*bytes) != hash)
        return refused("`" + name + "` was changed after it was compiled");
    return bytes;
}

Result<Done> check_signature(const ReadFile& read_file, const VerifySignature& verify,
                             const std::string& manifest) {
    if (!verify) return Done{};
    const auto signature = read_file(signature_file);
    if (!signature)
        return Error{Error::Kind::refused, "pack: it is not signed: `manifest.sig` is missing",
                     "install packs of a publisher that this device trusts"};
    return verify(manifest, *signature);
}

Result<Done> read_files(const ReadFile& read_file, const json::object& files, Pack& pack) {
    for (const auto& [key, hash] : files) {
        const std::string name(key);
        if (!hash.is_string()) return refused("`" + name + "` has no hash");
        auto bytes = verified(read_file, name, std::string(hash.get_string()));
        if (!bytes) return bytes.error();
        if (name == "pack.json") {
            pack.logic = std::move(*bytes);
        } else if (name.rfind("text.", 0) == 0) {
            if (auto read = read_texts(*bytes, pack.texts); !read) return read.error();
        }
    }
    if (pack.logic.empty()) return refused("pack.json is missing");
    return Done{};
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    // libsodium takes unsigned bytes; the text is not changed.
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return to_hex(std::string(std::begin(hash), std::end(hash)));
}

Result<Pack> read_pack(const ReadFile& read_file, const VerifySignature& verify) {
    const auto manifest = read_file("manifest.json");
    if (!manifest) return manifest.error();
    if (auto done = check_signature(read_file, verify, *manifest); !done) return done.error();
    boost::system::error_code failure;
    const json::value root = json::parse(*manifest, failure);
    if (failure || !root.is_object()) return refused("manifest.json is not JSON");
    const json::object& object = root.get_object();
    const json::value* files = object.if_contains("files");
    if (text_at(object, "id").empty() || !files || !files->is_object())
        return refused("manifest.json has no id or no files");
    Pack pack;
    pack.id = text_at(object, "id");
    pack.version = text_at(object, "version");
    pack.currency = text_at(object, "currency");
    pack.source_language = text_at(object, "source_language");
    pack.key_provisional = text_at(object, "key") != "confirmed";
    pack.hash = sha256_hex(json::serialize(*files));
    pack.texts = Texts(pack.source_language);
    if (const json::value* languages = object.if_contains("languages"); languages && languages->is_array())
        for (const json::value& language : languages->get_array())
            if (language.is_string()) pack.languages.emplace_back(language.get_string());
    if (auto read = read_files(read_file, files->get_object(), pack); !read) return read.error();
    return pack;
}

}  // namespace touchstone::packs
