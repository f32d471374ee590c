// SPDX-License-Identifier: Apache-2.0
#include "content/tool/po.h"
#include "tests/fuzz/fuzz.h"

using namespace touchstone;
using namespace touchstone::content;

/// A translation: what was read without an error can be written and reads the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Findings findings("fuzz.po");
    const PoFile file = read_po(test::text_of(data, size), findings);
    if (findings.has_errors()) return 0;
    const std::string once = write_po(file);
    Findings again("again.po");
    const PoFile same = read_po(once, again);
    test::must(!again.has_errors());
    test::must(same.messages.size() == file.messages.size());
    test::must(write_po(same) == once);
    return 0;
}
