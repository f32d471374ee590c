// SPDX-License-Identifier: Apache-2.0
#include "content/tool/rated_content.h"

#include <algorithm>

#include "content/tool/command_shared.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> sources_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;  // a folder that is missing has no files
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

class RatedReader {
public:
    RatedContent content;

    Result<Done> read_pack(const fs::path& folder) {
        content.pack = folder;
        auto pack = read(folder / "pack.yaml", read_pack_file);
        if (!pack) return pack.error();
        if (*pack) content.sources.pack = std::move(**pack);
        return read_standard_of(folder);
    }
    Result<Done> read_scenario_file(const fs::path& file, const SourcePack* pack) {
        auto scenario = read(file, [&](std::string_view text, Findings& findings) {
            return read_scenario(text, standard(), pack, findings);
        });
        if (!scenario) return scenario.error();
        if (*scenario) content.sources.scenarios.push_back(std::move(**scenario));
        return Done{};
    }
    Result<Done> read_drill_file(const fs::path& file) {
        auto drill = read(file, [&](std::string_view text, Findings& findings) {
            return read_drill(text, standard(), findings);
        });
        if (!drill) return drill.error();
        if (*drill) content.sources.drills.push_back(std::move(**drill));
        return Done{};
    }

private:
    const Standard& standard() const { return content.sources.standard.standard; }

    /// What `reader` makes of the file; nothing when it has errors, which are kept.
    template <class Reader>
    auto read(const fs::path& file, Reader reader)
        -> Result<decltype(reader(std::string_view(), std::declval<Findings&>()))> {
        const auto text = read_file(file);
        if (!text) return text.error();
        Findings findings(file.string());
        auto value = reader(*text, findings);
        content.files[file.string()] = *text;
        add_new(content.findings, findings.all());
        if (findings.has_errors()) value.reset();
        return value;
    }
    Result<Done> read_standard_of(const fs::path& folder) {
        content.sources.standard = default_standard();
        const fs::path file = folder.parent_path() / "standards" / (content.sources.pack.standard + ".yaml");
        std::error_code none;
        if (!fs::exists(file, none)) return Done{};  // `check` says when it is another than the default
        auto own = read(file, read_standard);
        if (!own) return own.error();
        if (*own) content.sources.standard = std::move(**own);
        return Done{};
    }
};

Result<Done> read_file_of(RatedReader& reader, const fs::path& file) {
    const fs::path pack = pack_of(file);
    if (!pack.empty())
        if (auto done = reader.read_pack(pack); !done) return done;
    if (pack.empty()) reader.content.sources.standard = default_standard();
    if (auto done = reader.read_scenario_file(file, pack.empty() ? nullptr : &reader.content.sources.pack);
        !done)
        return done;
    reader.content.id = file.stem().string();
    return Done{};
}

Result<Done> read_whole_pack(RatedReader& reader, const fs::path& folder) {
    if (auto done = reader.read_pack(folder); !done) return done;
    for (const fs::path& file : sources_in(folder / "scenarios"))
        if (auto done = reader.read_scenario_file(file, &reader.content.sources.pack); !done) return done;
    for (const fs::path& file : sources_in(folder / "drills"))
        if (auto done = reader.read_drill_file(file); !done) return done;
    reader.content.id = reader.content.sources.pack.id;
    return Done{};
}

}  // namespace

Result<RatedContent> read_rated(const std::string& path) {
    std::error_code none;
    RatedReader reader;
    const bool file = fs::is_regular_file(path, none);
    if (!file && !fs::exists(fs::path(path) / "pack.yaml", none))
        return Error{Error::Kind::not_found, path + ": is neither a pack nor a scenario",
                     "give the folder that holds pack.yaml, or the file of a scenario"};
    const auto done = file ? read_file_of(reader, path) : read_whole_pack(reader, path);
    if (!done) return done.error();
    return std::move(reader.content);
}

}  // namespace touchstone::content
