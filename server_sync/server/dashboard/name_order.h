// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace touchstone::sync {

/// Sorting texts by this key puts names into the order of an address book: capitals beside small letters,
/// letters with a mark behind the plain ones. It serves four languages at once and so is no language's own
/// order to the letter.
std::string name_order_key(std::string_view name);

/// First letters of the first and the last word, for the disc beside a name.
std::string initials_of(std::string_view name);

}  // namespace touchstone::sync
