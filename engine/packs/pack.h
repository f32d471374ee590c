// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"
#include "engine/packs/texts.h"

namespace touchstone::packs {

/// What a compiled pack holds, before anything looks inside `logic`: verified bytes and the texts.
struct Pack {
    std::string id;
    std::string version;
    std::string hash;              // SHA-256 over the manifest's file hashes, hexadecimal
    std::string currency = "EUR";  // ISO code; amounts are minor units
    std::string source_language = "en";
    std::vector<std::string> languages;  // the source language first
    bool key_provisional = true;         // ratings not yet confirmed by three experts
    std::string logic;                   // the text of pack.json: standard and scenarios
    Texts texts;
};

/// Gives the bytes of one file of the pack (`manifest.json`, `pack.json`, `text.pl.json`).
using ReadFile = std::function<Result<std::string>(const std::string& name)>;

/// Says whether `signature`, the text of manifest.sig, stands for `manifest` (packs/signature.h: trusting).
using VerifySignature = std::function<Result<Done>(std::string_view manifest, std::string_view signature)>;

/// Reads a compiled pack and verifies every file against the manifest's SHA-256. Refuses what does not match,
/// and names that are not plain file names. With `verify`, the manifest's signature comes first: a pack that
/// is not signed, or not by somebody trusted, is refused before anything else of it is read.
Result<Pack> read_pack(const ReadFile& read_file, const VerifySignature& verify = {});

/// SHA-256, hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace touchstone::packs
