// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/pack_folder.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace touchstone::sync {

packs::ReadFile reader_of_folder(std::string folder) {
    return [folder = std::move(folder)](const std::string& name) -> Result<std::string> {
        const auto path = std::filesystem::path(folder) / name;
        std::ifstream in(path, std::ios::binary);
        if (!in)
            return Error{Error::Kind::not_found, path.string() + " cannot be read",
                         "Name the folder of a compiled pack: --pack DIR (made by touchstone-content pack)."};
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
}

}  // namespace touchstone::sync
