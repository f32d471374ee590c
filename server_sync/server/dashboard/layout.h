// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "server_sync/server/dashboard/html.h"
#include "server_sync/server/people/sessions.h"

namespace touchstone::sync {

/// The sign beside our name.
Html brand();
/// A whole document around `body`.
std::string document(std::string_view title, std::string_view body_class, const Html& body);
/// A page of somebody signed in: navigation at the side, on a phone behind "Menu".
std::string signed_in_page(std::string_view title, const SignedIn& who, std::string_view site,
                           const Html& main);

WebResponse html_response(int status, std::string page);

}  // namespace touchstone::sync
