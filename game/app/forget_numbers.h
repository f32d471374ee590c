// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/basics/result.h"

namespace touchstone::game {

/// Takes away the four numbers of everybody of this name on the tablet whose data lies in `data_directory`.
/// Nobody of that name: an Error that lists who is there.
Result<Done> forget_numbers(const std::string& data_directory, const std::string& name);

}  // namespace touchstone::game
