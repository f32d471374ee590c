// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/basics/result.h"

namespace touchstone::sync {

/// Says on the error stream what went wrong and what helps; returns the exit code.
int report(const Error& error);
/// One line of what the caller wants to know.
void say(const std::string& line);
/// Writes out what was said: whoever reads us through a pipe waits for it.
void flush_words();

}  // namespace touchstone::sync
