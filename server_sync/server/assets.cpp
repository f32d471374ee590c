// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/assets.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "server_sync/server/http/problem.h"
#include "server_sync/server/secrets.h"

namespace touchstone::sync {
namespace {

std::string type_of(const std::filesystem::path& file) {
    const auto extension = file.extension().string();
    if (extension == ".css") return "text/css; charset=utf-8";
    if (extension == ".svg") return "image/svg+xml";
    if (extension == ".otf") return "font/otf";
    return {};
}

}  // namespace

Result<Assets> Assets::read(const std::string& folder) {
    std::error_code code;
    const std::filesystem::directory_iterator entries(folder, code);
    if (code)
        return Error{Error::Kind::not_found, folder + ": " + code.message(),
                     "Build the target touchstone-server, or name the folder: --share DIR."};
    Assets assets;
    for (const auto& entry : entries) {
        const std::string type = type_of(entry.path());
        if (type.empty()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        const std::string tag = '"' + hash_of_secret(bytes).substr(0, 16) + '"';
        assets.files_[entry.path().filename().string()] = {type, std::move(bytes), tag};
    }
    return assets;
}

WebResponse Assets::serve(const WebRequest& request, const std::string& name) const {
    const auto file = files_.find(name);
    if (file == files_.end())
        return problem_response(
            Error{Error::Kind::not_found, "there is no file " + name, "Check the address."});
    WebResponse response{200, file->second.content_type, file->second.bytes, {}};
    response.headers = {{"Cache-Control", "public, max-age=86400"}, {"ETag", file->second.tag}};
    if (request.header("If-None-Match") == file->second.tag) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

std::string default_share_folder() {
    std::error_code code;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", code);
    return (program.parent_path().parent_path() / "share" / "touchstone").string();
}

}  // namespace touchstone::sync
