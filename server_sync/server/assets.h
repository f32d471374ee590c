// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "engine/basics/result.h"
#include "server_sync/server/http/message.h"

namespace touchstone::sync {

/// The files under /static/, read once at the start.
class Assets {
public:
    /// Reads every style sheet, font and picture of the folder. A folder that is not there is an Error.
    static Result<Assets> read(const std::string& folder);
    /// The file, for a day in the browser's cache; 304 when the browser has it.
    WebResponse serve(const WebRequest& request, const std::string& name) const;

private:
    struct File {
        std::string content_type, bytes, tag;
    };
    std::map<std::string, File> files_;
};

/// share/touchstone beside the folder of this program.
std::string default_share_folder();

}  // namespace touchstone::sync
