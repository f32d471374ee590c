// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace touchstone::content {

/// The files of content/tool/templates, compiled into the program by its CMakeLists.txt. `%name%` stands for
/// what `new` fills in.
extern const char* const scenario_template;
extern const char* const pack_template;
extern const char* const sectors_yaml;

}  // namespace touchstone::content
