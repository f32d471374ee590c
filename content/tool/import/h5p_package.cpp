// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <memory>

#include "content/tool/import/h5p.h"
#include "content/tool/import/zip_directory.h"

namespace touchstone::content {

namespace {

constexpr std::size_t largest_text = 8 * 1024 * 1024;
constexpr const char* description_name = "h5p.json";
constexpr const char* content_name = "content/content.json";

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using ZipFile = std::unique_ptr<zip_file_t, CloseFile>;

Error damaged(const std::string& name) {
    return {Error::Kind::malformed, "`" + name + "` in the package cannot be read",
            "get the file again from its author, or export it again"};
}

Zip open_zip(std::span<const std::byte> package) {
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* source = zip_source_buffer_create(package.data(), package.size(), 0, &problem);
    zip_t* zip = source ? zip_open_from_source(source, ZIP_RDONLY, &problem) : nullptr;
    if (source && !zip) zip_source_free(source);
    zip_error_fini(&problem);
    return Zip(zip);
}

/// The whole entry, whatever size it claims; libzip compares its check sum at the end.
Result<std::string> read_entry(zip_t& zip, const std::string& name) {
    const ZipFile file(zip_fopen(&zip, name.c_str(), ZIP_FL_UNCHANGED));
    if (!file)
        return Error{Error::Kind::malformed, "the package has no `" + name + "`: this is no H5P package",
                     "download the content from H5P as a .h5p file"};
    std::string text;
    std::string part(64 * 1024, '\0');
    while (true) {
        const zip_int64_t count = zip_fread(file.get(), part.data(), part.size());
        if (count < 0) return damaged(name);
        if (count == 0) return text;
        text.append(part, 0, static_cast<std::size_t>(count));
        if (text.size() > largest_text)
            return Error{Error::Kind::refused, "the package is refused: `" + name + "` is larger than 8 MiB",
                         "split the content"};
    }
}

}  // namespace

Result<H5pContent> read_h5p(std::span<const std::byte> package) {
    const auto entries = read_zip_directory(package);
    if (!entries) return entries.error();
    // Which of two is read depends on the reader. Libraries, which some packages hold twice, are never read.
    for (const char* name : {description_name, content_name})
        if (std::count_if(entries->begin(), entries->end(),
                          [&](const ZipEntry& entry) { return entry.name == name; }) > 1)
            return Error{Error::Kind::refused,
                         fmt::format("the package is refused: two entries are called `{}`", name),
                         "get the file again from its author, or export it again"};
    const Zip zip = open_zip(package);
    if (!zip) return damaged("the directory");
    const auto description = read_entry(*zip, description_name);
    if (!description) return description.error();
    const auto content = read_entry(*zip, content_name);
    if (!content) return content.error();
    return read_h5p_json(*description, *content);
}

}  // namespace touchstone::content
