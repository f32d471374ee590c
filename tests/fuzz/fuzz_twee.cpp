// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/twee.h"
#include "tests/fuzz/fuzz.h"

using namespace touchstone;

/// A Twee file of somebody else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto story = content::read_twee(test::text_of(data, size));
    if (!story) test::must(!story.error().detail.empty() && !story.error().remedy.empty());
    return 0;
}
