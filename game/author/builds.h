// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "game/author/build_report.h"

namespace touchstone::game {

/// The author's tool at work beside the client: it watches a folder and compiles it on every change.
class Builds {
public:
    virtual ~Builds() = default;
    /// The newest build that has not been taken yet; those before it are passed over. An Error once when a
    /// line cannot be understood, or when the tool has ended.
    virtual std::optional<Result<BuildReport>> take() = 0;
};

/// Starts `tool` watching `folder`; `wake` is called from another thread when there is something to take. The
/// tool ends with this value, also when this program is killed, and takes what it compiled with it.
Result<std::unique_ptr<Builds>> start_builds(const std::string& tool, const std::string& folder,
                                             std::function<void()> wake);

}  // namespace touchstone::game
