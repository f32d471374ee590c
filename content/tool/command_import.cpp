// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>
#include <iostream>

#include "content/tool/author_text.h"
#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/import/h5p.h"
#include "content/tool/import/twee.h"
#include "content/tool/import/write_story.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

/// A package with its media, as far as it can be held in memory.
Result<std::string> read_package(const fs::path& path) {
    constexpr std::uintmax_t largest = 512ULL * 1024 * 1024;
    std::error_code failure;
    const auto size = fs::file_size(path, failure);
    if (failure)
        return Error{Error::Kind::not_found, path.string() + ": " + failure.message(), "give an .h5p file"};
    if (size > largest)
        return Error{Error::Kind::too_large, path.string() + ": the file is larger than 512 MiB",
                     "export it without its videos"};
    std::ifstream in(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return Error{Error::Kind::not_found, path.string() + ": cannot be read",
                     "check the file's permissions"};
    return bytes;
}

Result<Story> read_story(const Options& options) {
    if (options.other == "h5p") {
        const auto bytes = read_package(options.path);
        if (!bytes) return bytes.error();
        auto content = read_h5p(std::as_bytes(std::span(bytes->data(), bytes->size())));
        if (!content) return content.error();
        return std::move(content->story);
    }
    const auto bytes = read_file(options.path);
    if (!bytes) return bytes.error();
    auto twee = read_twee(*bytes);
    if (!twee) return twee.error();
    return std::move(twee->story);
}

/// All files or none: they are written beside `target`, which then comes to be by one rename.
Result<Done> write_whole(const fs::path& target, const std::map<std::string, std::string>& files) {
    const fs::path beside = fs::absolute(target).parent_path();
    std::error_code failure;
    fs::create_directories(beside, failure);
    std::string name = (beside / ".import-XXXXXX").string();
    if (failure || !::mkdtemp(name.data()))
        return Error{Error::Kind::unavailable, beside.string() + ": cannot be written",
                     "choose another folder with --to"};
    Result<Done> done = Done{};
    for (const auto& [path, text] : files)
        if (done) done = write_in_folder(fs::path(name) / path, text);
    if (done)
        fs::permissions(name,
                        fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                            fs::perms::others_read | fs::perms::others_exec,
                        failure);
    if (done) fs::rename(name, target, failure);
    if (done && failure)
        done = Error{Error::Kind::unavailable, target.string() + ": " + failure.message(),
                     "choose another folder with --to"};
    std::error_code gone;  // what stays is empty or named `.import-`; the error above says more
    if (!done) fs::remove_all(name, gone);
    return done;
}

void list(const char* what, const std::vector<std::string>& all) {
    if (all.empty()) return;
    fmt::print("  {} ({}):\n", what, all.size());
    for (const std::string& one : all) fmt::print("    {}\n", one);
}

void say(const Options& options, const Story& story, const ImportedPack& pack) {
    fmt::print("{}: kept {} passages and {} links, as moments ({}), endings ({}) and choices ({})\n",
               options.into, story.passages.size(), story.count_links(), pack.moments, pack.endings,
               pack.choices);
    list("links to passages that are not in the file, to do", pack.missing);
    list("links back in a circle, to do", pack.circles);
    std::vector<std::string> left_out;
    for (const LeftOut& one : story.left_out) left_out.push_back(one.what + ": " + one.why);
    list("left out", left_out);
    fmt::print(
        "Next: `touchstone-content check {}` lists what the story does not say and a scenario needs.\n",
        options.into);
}

}  // namespace

int run_import(const Options& options) {
    const fs::path target = fs::path(options.into).lexically_normal();
    if (fs::exists(target))
        return complain({Error::Kind::conflict,
                         options.into + ": is there already, and nothing is written over",
                         "choose another folder with --to"});
    auto story = read_story(options);
    if (!story) {
        Error problem = story.error();
        if (problem.detail.rfind(options.path, 0) != 0) problem.detail = options.path + ": " + problem.detail;
        return complain(problem);
    }
    const std::string id = id_from(
        story->title.empty() ? fs::path(options.path).stem().string() : story->title, "imported-story");
    const auto pack = write_story(*story, id, fs::path(options.path).filename().string());
    if (!pack)
        return complain({pack.error().kind, options.path + ": " + pack.error().detail, pack.error().remedy});
    if (const auto written = write_whole(target, pack->files); !written) return complain(written.error());
    say(options, *story, *pack);
    return clean;
}

}  // namespace touchstone::content
