// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace touchstone::content {

/// The text of content/standards/service-excellence.yaml, compiled into the program by its CMakeLists.txt.
extern const char* const default_standard_yaml;

}  // namespace touchstone::content
