// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/h5p.h"
#include "tests/fuzz/fuzz.h"

using namespace touchstone;

/// An H5P package of somebody else: a zip file with two JSON files in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto content = content::read_h5p({reinterpret_cast<const std::byte*>(data), size});
    if (!content) test::must(!content.error().detail.empty() && !content.error().remedy.empty());
    return 0;
}
