// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/twee.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "content/tool/import/twee_links.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

struct Header {
    std::string name;
    std::vector<std::string> tags;
};
struct RawPassage {
    Header header;
    std::string text;
};

/// Takes what is between `open` and `close` off the end; a bracket behind a backslash is a letter.
std::string_view take_block(std::string_view& line, char open, char close) {
    if (line.empty() || line.back() != close) return {};
    for (std::size_t i = line.size() - 1; i > 0; --i) {
        if (line[i - 1] != open || (i > 1 && line[i - 2] == '\\')) continue;
        const std::string_view block = line.substr(i, line.size() - i - 1);
        line = trimmed(line.substr(0, i - 1));
        return block;
    }
    return {};
}

/// Takes the metadata off the end: `{"position":"1,2"}`, or `<1,2>` of older Twee.
void take_metadata(std::string_view& line) {
    if (!line.empty() && line.back() == '>') {
        take_block(line, '<', '>');
        return;
    }
    constexpr std::size_t longest_header = 10'000;
    if (line.empty() || line.back() != '}' || line.size() > longest_header) return;
    // The object may hold objects: the first `{` from which the rest can be read.
    for (auto at = line.find('{'); at != std::string_view::npos; at = line.find('{', at + 1)) {
        boost::system::error_code bad;
        json::parse(line.substr(at), bad);
        if (bad) continue;
        line = trimmed(line.substr(0, at));
        return;
    }
}

std::string unescaped(std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        all += text[i];
    }
    return all;
}

Header header_of(std::string_view line) {
    line = trimmed(line.substr(2));
    take_metadata(line);
    std::string_view tags = take_block(line, '[', ']');
    Header header{unescaped(line), {}};
    while (!(tags = trimmed(tags)).empty()) {
        const auto end = std::min(tags.find(' '), tags.size());
        header.tags.push_back(unescaped(tags.substr(0, end)));
        tags.remove_prefix(end);
    }
    return header;
}

std::vector<RawPassage> split(std::string_view bytes) {
    std::vector<RawPassage> passages;
    while (!bytes.empty()) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.substr(0, 2) == "::") {
            passages.push_back({header_of(line), {}});
            continue;
        }
        if (passages.empty()) continue;  // before the first passage nothing is text
        if (line.substr(0, 3) == "\\::") line.remove_prefix(1);
        passages.back().text.append(line) += '\n';
    }
    return passages;
}

const char* why_left_out(const Header& header) {
    static const std::set<std::string> special = {
        "StoryInit",   "StoryCaption",   "StoryMenu",     "StoryAuthor",   "StorySubtitle",
        "StoryBanner", "StoryInterface", "PassageHeader", "PassageFooter", "PassageReady",
        "PassageDone", "StoryShare",     "StorySettings", "StoryIncludes", "StoryDisplayTitle"};
    const auto tagged = [&](std::initializer_list<const char*> tags) {
        return std::any_of(tags.begin(), tags.end(), [&](const char* tag) {
            return std::find(header.tags.begin(), header.tags.end(), tag) != header.tags.end();
        });
    };
    if (tagged({"script"})) return "a script: programs are not taken over";
    if (tagged({"stylesheet"})) return "a style sheet: Touchstone draws by itself";
    if (tagged({"widget", "Twine.image", "Twine.audio", "Twine.video", "Twine.vtt"}))
        return "a widget or a medium: nobody reads it";
    if (tagged({"header", "footer", "startup", "debug-header", "debug-footer", "debug-startup", "init"}) ||
        special.count(header.name) != 0)
        return "a special passage of the story format: it is no screen of its own";
    return nullptr;
}

void read_story_data(const std::string& text, TweeStory& story) {
    boost::system::error_code bad;
    const json::value data = json::parse(text, bad);
    if (bad || !data.is_object()) {
        story.story.left_out.push_back({"StoryData", "it is no JSON object"});
        return;
    }
    const auto text_at = [&](const char* key) {
        const json::value* found = data.as_object().if_contains(key);
        return found && found->is_string() ? std::string(found->as_string()) : std::string();
    };
    story.format = text_at("format");
    story.story.start = text_at("start");
}

/// Chapbook: what stands above a line `--` sets variables.
std::string without_variables(const std::string& text, bool chapbook, StoryPassage& passage) {
    const auto rule = text.rfind("--\n", 0) == 0 ? 0 : text.find("\n--\n");
    if (!chapbook || rule == std::string::npos) return text;
    passage.remarks.emplace_back("variables were set above the text; they are not taken over");
    return text.substr(text.find("--\n", rule) + 3);
}

StoryPassage passage_of(const RawPassage& raw, const TweeStory& story, std::size_t& setters,
                        std::size_t& comments) {
    StoryPassage passage;
    passage.name = raw.header.name;
    TweeText taken = take_links(without_variables(raw.text, story.format == "Chapbook", passage));
    passage.text = std::move(taken.text);
    passage.links = std::move(taken.links);
    setters += taken.setters;
    comments += taken.comments;
    if (taken.has_code)
        passage.remarks.emplace_back("code of the story format stayed in the text; take it out");
    return passage;
}

void add_counts(std::size_t setters, std::size_t comments, Story& story) {
    if (setters > 0)
        story.left_out.push_back(
            {fmt::format("setters of links ({})", setters), "variables are not taken over"});
    if (comments > 0)
        story.left_out.push_back({fmt::format("comments ({})", comments), "the reader never sees them"});
}

void choose_start(Story& story) {
    if (story.find(story.start)) return;
    story.start = story.find("Start") ? "Start" : story.passages.front().name;
}

}  // namespace

Result<TweeStory> read_twee(std::string_view bytes) {
    if (bytes.size() > largest_twee)
        return Error{Error::Kind::too_large, "the story is larger than 4 MiB", "split it"};
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos)
        return Error{Error::Kind::malformed, "the story is not UTF-8 text", "export it again as Twee 3"};
    const std::vector<RawPassage> raw = split(bytes);
    TweeStory story;
    for (const RawPassage& passage : raw) {
        if (passage.header.name == "StoryTitle")
            story.story.title = std::string(trimmed(take_links(passage.text).text));
        if (passage.header.name == "StoryData") read_story_data(passage.text, story);
    }
    std::size_t setters = 0, comments = 0;
    std::set<std::string> names;
    for (const RawPassage& passage : raw) {
        const std::string& name = passage.header.name;
        if (name == "StoryTitle" || name == "StoryData") continue;
        if (const char* why = why_left_out(passage.header))
            story.story.left_out.push_back({"passage `" + name + "`", why});
        else if (name.empty())
            story.story.left_out.push_back({"a passage without a name", "nothing can lead to it"});
        else if (!names.insert(name).second)
            story.story.left_out.push_back(
                {"passage `" + name + "`", "another one of this name stands before it"});
        else
            story.story.passages.push_back(passage_of(passage, story, setters, comments));
    }
    if (story.story.passages.empty())
        return Error{Error::Kind::malformed,
                     raw.empty() ? "no passage: this is no Twee file"
                                 : "no passage that anybody reads: scripts and the like only",
                     "a passage begins with a line `:: Its name`; export the story from Twine as Twee"};
    add_counts(setters, comments, story.story);
    choose_start(story.story);
    return story;
}

}  // namespace touchstone::content
