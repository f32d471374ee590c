// SPDX-License-Identifier: Apache-2.0
#include "content/tool/verify_pack.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "content/tool/load.h"
#include "content/tool/signing_key.h"
#include "tests/content/tool_run.h"

using namespace touchstone;
using test::tool;

namespace {

namespace fs = std::filesystem;

/// A copy of the compiled pack, signed with a key of its own.
struct SignedPack {
    test::TemporaryFolder folder;
    std::string pack = folder.file("essentials"), key = folder.file("publisher.key");

    SignedPack() {
        fs::copy(std::string(TOUCHSTONE_BINARY_DIR) + "/share/touchstone/packs/essentials", pack);
        fs::remove(pack + "/manifest.sig");
        REQUIRE(tool("keygen " + key).exit == 0);
        REQUIRE(tool("sign --key " + key + " " + pack).exit == 0);
    }
    test::ToolRun verify() const { return tool("verify --key " + key + ".pub " + pack); }
};

void flip_a_bit(const std::string& file, std::size_t at) {
    auto text = content::read_file(file);
    REQUIRE(text);
    (*text)[at % text->size()] ^= 4;
    REQUIRE(content::write_file(file, *text));
}

}  // namespace

TEST_CASE("a signed pack is verified, and the same pack and key give the same signature", "[sign]") {
    const SignedPack signed_pack;
    const auto run = signed_pack.verify();
    INFO(run.output);
    CHECK(run.exit == 0);
    CHECK(run.says("essentials 1.0.0"));
    const auto once = content::read_file(signed_pack.pack + "/manifest.sig");
    CHECK(tool("sign --key " + signed_pack.key + " " + signed_pack.pack).exit == 0);
    CHECK(*once == *content::read_file(signed_pack.pack + "/manifest.sig"));
    CHECK(tool("verify --json --key " + signed_pack.key + ".pub " + signed_pack.pack).output == "[]\n");
}

TEST_CASE("one changed bit in any file of a signed pack is named", "[sign]") {
    const SignedPack signed_pack;
    for (const char* name : {"pack.json", "text.en.json", "text.ru.json", "manifest.json", "manifest.sig"}) {
        const std::string file = signed_pack.pack + "/" + name;
        const std::string whole = *content::read_file(file);
        for (const std::size_t at : {std::size_t{0}, whole.size() / 2, whole.size() - 2}) {
            flip_a_bit(file, at);
            const auto run = signed_pack.verify();
            INFO(name << " at " << at << ": " << run.output);
            CHECK(run.exit == 1);
            CHECK(run.says(name));
            CHECK(run.says("= help: "));
            REQUIRE(content::write_file(file, whole));
        }
    }
    CHECK(signed_pack.verify().exit == 0);
}

TEST_CASE("a missing file, a file that is not listed and a missing signature are named", "[sign]") {
    const SignedPack signed_pack;
    std::ofstream(signed_pack.pack + "/extra.bin") << "x";
    CHECK(signed_pack.verify().says("error[E414]: `extra.bin` is in the pack and not in the manifest"));
    CHECK(tool("sign --key " + signed_pack.key + " " + signed_pack.pack).exit == 1);
    fs::remove(signed_pack.pack + "/extra.bin");
    fs::rename(signed_pack.pack + "/text.et.json", signed_pack.folder.file("away"));
    CHECK(signed_pack.verify().says("error[E415]: `text.et.json` is in the manifest and not in the pack"));
    fs::rename(signed_pack.folder.file("away"), signed_pack.pack + "/text.et.json");
    fs::remove(signed_pack.pack + "/manifest.sig");
    const auto run = signed_pack.verify();
    CHECK(run.exit == 1);
    CHECK(run.says("error[E410]"));
}

TEST_CASE("another key than the publisher's is refused", "[sign]") {
    const SignedPack signed_pack, other;
    const auto run = tool("verify --key " + other.key + ".pub " + signed_pack.pack);
    CHECK(run.exit == 1);
    CHECK(run.says("error[E411]: `manifest.sig` is of the key "));
    const auto secret = tool("verify --key " + signed_pack.key + " " + signed_pack.pack);
    CHECK(secret.exit == 2);
    CHECK(secret.says("is not a public key"));
}

TEST_CASE("a secret key is its owner's alone and never written over", "[sign]") {
    const SignedPack signed_pack;
    CHECK((fs::status(signed_pack.key).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const auto again = tool("keygen " + signed_pack.key);
    CHECK(again.exit == 2);
    CHECK(again.says("is there already"));
    fs::permissions(signed_pack.key, fs::perms::others_read, fs::perm_options::add);
    const auto open = tool("sign --key " + signed_pack.key + " " + signed_pack.pack);
    CHECK(open.exit == 2);
    CHECK(open.says("others may read this secret key"));
    CHECK(open.says("chmod 600"));
}

TEST_CASE("packing again takes the old signature and old files away", "[sign]") {
    const test::TemporaryFolder folder;
    const std::string sources = test::small_pack(folder), out = folder.file("out"), pack = out + "/small";
    REQUIRE(tool("pseudo " + sources + " --into " + out).exit == 0);
    REQUIRE(tool("keygen " + folder.file("key")).exit == 0);
    REQUIRE(tool("sign --key " + folder.file("key") + " " + pack).exit == 0);
    CHECK(fs::exists(pack + "/text.qps.json"));
    REQUIRE(tool("pack " + sources + " --into " + out).exit == 0);
    CHECK_FALSE(fs::exists(pack + "/manifest.sig"));
    CHECK_FALSE(fs::exists(pack + "/text.qps.json"));
    CHECK(content::verify_files(pack).empty());
}

TEST_CASE("what the program signed, a client that trusts the key reads, and no other", "[sign]") {
    const SignedPack signed_pack;
    const auto key = content::read_public_key_file(signed_pack.key + ".pub");
    REQUIRE(key);
    const packs::ReadFile file = [&](const std::string& name) {
        return content::read_file(signed_pack.pack + "/" + name);
    };
    CHECK(packs::read_pack(file, packs::trusting({*key})));
    const auto stranger = packs::read_pack(file, packs::trusting({}));
    REQUIRE_FALSE(stranger);
    CHECK(stranger.error().detail.find("not trusted") != std::string::npos);
}
