// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <iosfwd>
#include <string>

#include "content/tool/load.h"
#include "content/tool/options.h"

namespace touchstone::content {

/// Says an error with its remedy on the standard error; the exit is `failed`, or `has_findings` when content
/// was refused.
int complain(const Error& error);

void print_findings(const Loaded& loaded, std::ostream& out);
/// What stops a command, on the standard error; `check` tells the rest.
void print_errors(const Loaded& loaded);

/// The folder of the pack that a scenario file stands in; empty when it stands in none.
std::filesystem::path pack_of(const std::filesystem::path& file);

/// One scenario with the standard that it is held to.
struct OpenedScenario {
    SourceStandard standard;
    SourceScenario source;
};
/// The scenario that the file holds, read with the standard, roles and journey of its pack when it stands in
/// PACK/scenarios, else alone. An error refuses it.
Result<OpenedScenario> open_scenario(const std::string& path);

/// What stands at the path, with findings. A file in PACK/scenarios is read as `open_scenario` does, and then
/// stands alone.
Result<Loaded> load_at(const std::string& path);

/// The packs at the path, if all that stands in YAML can be read: an error there refuses them, because a
/// scenario would seem to be gone. What translations and ratings lack refuses nothing.
Result<Loaded> open_packs(const std::string& path);
/// The one pack in the folder, likewise.
Result<Loaded> open_pack(const std::string& path);

/// write_file, with the folders on the way.
Result<Done> write_in_folder(const std::filesystem::path& file, const std::string& bytes);

/// Compiles every pack at `path` into a folder of its own in `into`, each after `change`.
int compile_packs(const Options& options, const std::function<void(PackSources&)>& change);

}  // namespace touchstone::content
