// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace touchstone::sync {

/// `complaint` stands above the form; empty at first. `login` is kept, the password never.
std::string sign_in_page(const std::string& login, const std::string& complaint);
/// A page for a browser when there is nothing to show.
std::string error_page(const std::string& title, const std::string& detail, const std::string& remedy);

}  // namespace touchstone::sync
