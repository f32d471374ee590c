// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace touchstone {

/// A place in a text file. Line and column count from 1; columns count code points.
struct TextPosition {
    int line = 1;
    int column = 1;
    friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

}  // namespace touchstone
