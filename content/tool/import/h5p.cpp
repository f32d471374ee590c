// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/h5p.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "content/tool/import/html_text.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

const json::value* at(const json::value* from, std::string_view key) {
    return from && from->is_object() ? from->as_object().if_contains(key) : nullptr;
}
std::string text_at(const json::value* from, std::string_view key) {
    const json::value* found = at(from, key);
    return found && found->is_string() ? text_of_html(found->as_string()) : std::string();
}
const json::array& list_at(const json::value* from, std::string_view key) {
    static const json::array none;
    const json::value* found = at(from, key);
    return found && found->is_array() ? found->as_array() : none;
}
/// A number, also when it stands in quotes.
std::optional<std::int64_t> number_at(const json::value* from, std::string_view key) {
    const json::value* found = at(from, key);
    if (!found) return std::nullopt;
    if (found->is_int64()) return found->as_int64();
    if (!found->is_string()) return std::nullopt;
    const std::string_view text = found->as_string();
    constexpr std::size_t most_digits = 9;
    const std::string_view digits = text.substr(!text.empty() && text[0] == '-' ? 1 : 0);
    if (digits.empty() || digits.size() > most_digits ||
        digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    const std::int64_t value = std::stoll(std::string(digits));
    return digits.size() == text.size() ? value : -value;
}

std::string joined(const std::string& a, const std::string& b, const char* between) {
    return a.empty() ? b : b.empty() ? a : a + between + b;
}

/// What a person reads in content of any kind: its texts in their order, and how many media go with it.
class Words {
public:
    std::string text;
    std::size_t media = 0;

    void collect(const json::value& value) {
        if (value.is_array())
            for (const json::value& item : value.as_array()) collect(item);
        if (!value.is_object()) return;
        for (const auto& [key, item] : value.as_object()) {
            if (key == "mime" && item.is_string()) ++media;
            if (item.is_string() && is_read(key))
                add(text_of_html(item.as_string()));
            else if (key == "questions" && item.is_array())
                collect_questions(item.as_array());
            else if (key != "l10n" && key != "behaviour" && key != "override")
                collect(item);
        }
    }

private:
    static bool is_read(std::string_view key) {
        static constexpr std::string_view keys[] = {
            "text", "question", "statement", "taskDescription", "introduction", "description",
            "alt",  "answer",   "tip"};
        return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
    }
    /// Sentences with gaps stand as bare texts, other questions as content of their own.
    void collect_questions(const json::array& questions) {
        for (const json::value& question : questions)
            question.is_string() ? add(text_of_html(question.as_string())) : collect(question);
    }
    void add(const std::string& words) { text = joined(text, words, "\n"); }
};

class Branching {
public:
    explicit Branching(const json::value& scenario) : scenario_(scenario) {}

    Story read() {
        const json::array& nodes = list_at(&scenario_, "content");
        for (std::size_t i = 0; i < nodes.size(); ++i) names_.push_back(name_of(nodes[i], i));
        for (const json::value& screen : list_at(&scenario_, "endScreens"))
            if (const auto id = number_at(&screen, "contentId")) screens_.emplace(*id, &screen);
        const json::value* start = at(&scenario_, "startScreen");
        story_.title = text_at(start, "startScreenTitle");
        for (std::size_t i = 0; i < nodes.size(); ++i) story_.passages.push_back(passage(nodes[i], i));
        add_ends();
        if (!story_.passages.empty()) story_.start = story_.passages.front().name;
        if (const std::string words = text_at(start, "startScreenSubtitle");
            !words.empty() && !nodes.empty()) {
            StoryPassage& first = story_.passages.front();
            first.text = joined(words, first.text, "\n");
        }
        if (media_ > 0)
            story_.left_out.push_back(
                {fmt::format("images, sounds and videos ({})", media_),
                 "Touchstone draws the customer by itself; say in the scene what is seen"});
        return std::move(story_);
    }

private:
    /// The library's name without its version: "H5P.BranchingQuestion".
    static std::string library_of(const json::value& node) {
        const json::value* library = at(at(&node, "type"), "library");
        const std::string name =
            library && library->is_string() ? std::string(library->as_string()) : std::string();
        return name.substr(0, name.find(' '));
    }
    std::string name_of(const json::value& node, std::size_t index) {
        std::string name = text_at(at(at(&node, "type"), "metadata"), "title");
        if (name.empty() || name == "Untitled Content" || !used_.insert(name).second) {
            name = fmt::format("{} {}", name.empty() ? "Content" : name, index + 1);
            while (!used_.insert(name).second) name += "'";
        }
        return name;
    }

    /// Where a node or an alternative leads; an end screen gets a passage of its own.
    std::string target(const json::value* from) {
        const std::int64_t id = number_at(from, "nextContentId").value_or(-1);
        if (id >= 0)
            return static_cast<std::size_t>(id) < names_.size() ? names_[static_cast<std::size_t>(id)]
                                                                : fmt::format("content {}", id);
        const std::int64_t known = screens_.count(id) != 0 ? id : -1;
        auto& name = ends_[known];
        if (name.empty()) {
            name = joined("End", text_at(screen_of(known), "endScreenTitle"), ": ");
            while (!used_.insert(name).second) name += "'";
        }
        return name;
    }
    const json::value* screen_of(std::int64_t id) const {
        const auto found = screens_.find(id);
        return found == screens_.end() ? nullptr : found->second;
    }

    static std::string feedback_of(const json::value* from) {
        const json::value* feedback = at(from, "feedback");
        return joined(text_at(feedback, "title"), text_at(feedback, "subtitle"), "\n");
    }

    StoryPassage passage(const json::value& node, std::size_t index) {
        StoryPassage passage;
        passage.name = names_[index];
        const std::string library = library_of(node);
        const json::value* params = at(at(&node, "type"), "params");
        if (library == "H5P.BranchingQuestion")
            read_question(at(params, "branchingQuestion"), passage);
        else
            read_content(node, library, params, passage);
        return passage;
    }
    void read_question(const json::value* question, StoryPassage& passage) {
        passage.text = text_at(question, "question");
        for (const json::value& alternative : list_at(question, "alternatives"))
            passage.links.push_back(
                {text_at(&alternative, "text"), target(&alternative), feedback_of(&alternative)});
    }
    void read_content(const json::value& node, const std::string& library, const json::value* params,
                      StoryPassage& passage) {
        Words words;
        if (params) words.collect(*params);
        media_ += words.media;
        passage.text = words.text;
        std::string button = text_at(&node, "proceedButtonText");
        if (button.empty()) button = text_at(at(&scenario_, "l10n"), "proceedButtonText");
        passage.links.push_back({button.empty() ? "Proceed" : button, target(&node), feedback_of(&node)});
        if (library != "H5P.AdvancedText")
            passage.remarks.push_back(
                fmt::format("this was {}; only its words are here: say in the scene what was seen and heard",
                            library.empty() ? "content of an unknown kind" : library));
    }

    void add_ends() {
        for (const auto& [id, name] : ends_) {
            const json::value* screen = screen_of(id);
            story_.passages.push_back(
                {name,
                 joined(text_at(screen, "endScreenTitle"), text_at(screen, "endScreenSubtitle"), "\n"),
                 {},
                 {}});
        }
    }

    const json::value& scenario_;
    Story story_;
    std::vector<std::string> names_;
    std::set<std::string> used_;
    std::map<std::int64_t, const json::value*> screens_;
    std::map<std::int64_t, std::string> ends_;
    std::size_t media_ = 0;
};

std::string version_of(const json::value& description) {
    for (const json::value& one : list_at(&description, "preloadedDependencies"))
        if (text_at(&one, "machineName") == "H5P.BranchingScenario")
            return fmt::format("{}.{}", number_at(&one, "majorVersion").value_or(0),
                               number_at(&one, "minorVersion").value_or(0));
    return {};
}

/// Content within content nests deeper than Boost.JSON takes by itself.
json::value parse(std::string_view text, boost::system::error_code& bad) {
    json::parse_options deep;
    deep.max_depth = 100;
    return json::parse(text, bad, {}, deep);
}

Error unreadable(const std::string& what) {
    return {Error::Kind::malformed, what, "download the content from H5P as a .h5p file again"};
}

}  // namespace

Result<H5pContent> read_h5p_json(std::string_view h5p_json, std::string_view content_json) {
    boost::system::error_code bad;
    const json::value description = parse(h5p_json, bad);
    if (bad) return unreadable("h5p.json is not JSON: " + bad.message());
    const json::value content = parse(content_json, bad);
    if (bad) return unreadable("content/content.json is not JSON: " + bad.message());
    const std::string kind = text_at(&description, "mainLibrary");
    if (kind != "H5P.BranchingScenario")
        return Error{
            Error::Kind::malformed,
            fmt::format("this is `{}`; only H5P.BranchingScenario can be imported", kind.substr(0, 80)),
            "give the package of a Branching Scenario"};
    const json::value* scenario = at(&content, "branchingScenario");
    if (list_at(scenario, "content").empty()) return unreadable("the package holds no branching scenario");
    H5pContent read{Branching(*scenario).read(), version_of(description)};
    if (const std::string title = text_at(&description, "title"); !title.empty()) read.story.title = title;
    return read;
}

}  // namespace touchstone::content
