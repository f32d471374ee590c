// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone::content {

/// One file of a zip, as its directory tells of it.
struct ZipEntry {
    std::string name;
    std::uint64_t packed = 0, size = 0;  // bytes
    std::uint64_t offset = 0;            // of its local header
};

/// What a zip from a stranger may be at most.
struct ZipLimits {
    std::size_t entries = 5000;
    std::uint64_t entry_bytes = 512ULL * 1024 * 1024;
    std::uint64_t all_bytes = 1024ULL * 1024 * 1024;
    std::uint64_t ratio = 200;              // unpacked to packed ...
    std::uint64_t ratio_from = 256 * 1024;  // ... of entries over so many bytes
};

/// Reads the directory of a zip, without unpacking anything. Refused (Error): names with `..`, absolute
/// names, drive letters and backslashes; symbolic links and other special files; encrypted entries; entries
/// that overlap or lie outside; whatever is over the limits; zip64 and split zips. Two entries may share a
/// name: H5P itself writes such packages.
Result<std::vector<ZipEntry>> read_zip_directory(std::span<const std::byte> bytes,
                                                 const ZipLimits& limits = {});

}  // namespace touchstone::content
