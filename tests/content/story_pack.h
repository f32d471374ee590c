// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <zip.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace touchstone::test {

/// One file of a package that a test builds.
struct PackedFile {
    std::string name;
    std::string bytes;
    std::uint32_t unix_mode = 0;  // 0: not said
    bool stored = false;          // as it is, not compressed
};

/// A zip as libzip writes it.
inline std::string zip_of(const std::string& path, const std::vector<PackedFile>& files) {
    int problem = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &problem);
    REQUIRE(zip);
    for (const PackedFile& file : files) {
        zip_source_t* source = zip_source_buffer(zip, file.bytes.data(), file.bytes.size(), 0);
        const zip_int64_t index = zip_file_add(zip, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        REQUIRE(index >= 0);
        if (file.stored) zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
        if (file.unix_mode != 0)
            zip_file_set_external_attributes(zip, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                             file.unix_mode << 16U);
    }
    REQUIRE(zip_close(zip) == 0);
    return path;
}

}  // namespace touchstone::test
