// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/write_story.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/author_text.h"
#include "content/tool/new_content.h"
#include "content/tool/source_bytes.h"

namespace touchstone::content {

namespace {

constexpr std::size_t most_passages = 300;  // keys of a map, see yaml_document.cpp

std::string todo(const std::string& what) { return yaml_text("todo: " + what); }
/// The text, or what is to do when there is none.
std::string text_or(const std::string& text, const std::string& what) {
    return text.empty() ? todo(what) : yaml_text(text);
}

/// A link, by its passage and its place there.
using LinkPlace = std::pair<std::size_t, std::size_t>;

/// Finds the links that lead back to a moment on the way to them, depth first from the start.
class Circles {
public:
    Circles(const Story& story, const std::map<std::string, std::size_t>& places)
        : story_(story), places_(places), colours_(story.passages.size()) {
        visit(places.at(story.start));
        for (std::size_t i = 0; i < story.passages.size(); ++i)
            if (colours_[i] == Colour::white) visit(i);
    }
    bool closes_one(std::size_t passage, std::size_t link) const {
        return std::find(back_.begin(), back_.end(), LinkPlace{passage, link}) != back_.end();
    }

private:
    enum class Colour { white, grey, black };
    void visit(std::size_t passage) {
        colours_[passage] = Colour::grey;
        const auto& links = story_.passages[passage].links;
        for (std::size_t i = 0; i < links.size(); ++i) {
            const auto target = places_.find(links[i].target);
            if (target == places_.end()) continue;
            if (colours_[target->second] == Colour::grey) back_.emplace_back(passage, i);
            if (colours_[target->second] == Colour::white) visit(target->second);
        }
        colours_[passage] = Colour::black;
    }

    const Story& story_;
    const std::map<std::string, std::size_t>& places_;
    std::vector<Colour> colours_;
    std::vector<LinkPlace> back_;
};

std::map<std::string, std::size_t> places_of(const Story& story) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < story.passages.size(); ++i) places.emplace(story.passages[i].name, i);
    return places;
}

class Writer {
public:
    Writer(const Story& story, std::string id, std::string came_from)
        : story_(story),
          id_(std::move(id)),
          came_from_(std::move(came_from)),
          places_(places_of(story)),
          circles_(story, places_) {
        UniqueIds unique({"leaves", "todo"});
        for (std::size_t i = 0; i < story.passages.size(); ++i)
            ids_.push_back(unique.of(story.passages[i].name, fmt::format("passage-{}", i + 1)));
    }

    ImportedPack write() {
        std::string moments, endings;
        for (std::size_t i = 0; i < story_.passages.size(); ++i)
            story_.passages[i].links.empty() ? add_ending(i, endings) : add_moment(i, moments);
        if (endings.empty()) endings = ending("the-end", "", {});
        pack_.files["scenarios/" + id_ + ".yaml"] = head() + "moments:\n" + moments + "endings:\n" + endings;
        pack_.files["pack.yaml"] = new_pack_file({{"id", id_},
                                                  {"title", title()},
                                                  {"sector", "other"},
                                                  {"role", "team-member"},
                                                  {"spend", "0"},
                                                  {"currency", todo("three capital letters, such as EUR")},
                                                  {"language", todo("en, pl, ru or et")}});
        return std::move(pack_);
    }

private:
    std::string title() const { return story_.title.empty() ? "todo: the title" : story_.title; }

    std::string head() const {
        const StoryPassage& start = story_.passages[places_.at(story_.start)];
        std::string text =
            "# Made from " + came_from_ + ". Wherever it says \"todo: ...\", something is yours to write.\n";
        text += fmt::format("scenario: {}\nversion: 1\ntitle: {}\n", id_, yaml_text(title()));
        text += fmt::format("summary: {}\n", todo("one line that makes a colleague want to play this"));
        text += fmt::format("sector: {}\n", todo("shop, hotel, bank, telecom, contact-centre or manager"));
        text += fmt::format("touchpoint: {}\n", todo("where in the journey of pack.yaml it plays"));
        text += fmt::format("channel: {}\n", todo("counter, phone or chat"));
        text += fmt::format("minutes: {}\n", todo("how many minutes it takes to play"));
        text += fmt::format("focus: [{}]\n", todo("the two or three behaviours that it trains"));
        text += "limits: {role: team-member}\ncustomer:\n";
        text += fmt::format("  name: {}\n", todo("a first name"));
        text += fmt::format("  looks: {}\n",
                            todo("{age: 40s, style: short, ...}; see `touchstone-content schema scenario`"));
        text +=
            fmt::format("  state: {}\n", todo("{satisfaction: 45, trust: 45, patience: 60}, in steps of 5"));
        text += fmt::format("  wants: {}\n", todo("what the customer wants to reach"));
        text += fmt::format("try: {}\n", todo("one thing to do differently today"));
        text +=
            fmt::format("start: {}\n", start.links.empty()
                                           ? todo("the story begins with an ending; name the first moment")
                                           : ids_[places_.at(story_.start)]);
        return text;
    }

    void add_moment(std::size_t index, std::string& text) {
        const StoryPassage& passage = story_.passages[index];
        ++pack_.moments;
        text += "  " + ids_[index] + ":\n" + todos_of(passage);
        text += fmt::format("    scene: {}\n", text_or(passage.text, "what is seen and heard"));
        text += fmt::format("    says: {}\n", todo("what the customer says; it may stand in the scene"));
        text += fmt::format("    difficulty: {}\n", todo("what typical staff reach, 45 (hard) to 90 (easy)"));
        text += fmt::format("    tests: {}\n    choices:\n",
                            todo("which indicators it tests, such as {people.comfort: 1}"));
        UniqueIds unique({"todo"});
        for (std::size_t i = 0; i < passage.links.size(); ++i) {
            const StoryLink& link = passage.links[i];
            ++pack_.choices;
            text += "      " + unique.of(link.words, fmt::format("answer-{}", i + 1)) + ":\n";
            text += fmt::format("        says: {}\n", text_or(link.words, "what is said"));
            text += fmt::format("        rated: {}\n",
                                todo("0 to 4 for each indicator, from three blind readers"));
            text += fmt::format("        effect: {}\n", todo("such as {satisfaction: +5, trust: -10}"));
            text += fmt::format("        reply: {}\n", todo("what the customer answers to just this"));
            text += fmt::format("        feedback: {}\n",
                                text_or(link.feedback, "what was done, its effect, another way"));
            text += fmt::format("        next: {}\n", next(index, i));
        }
    }

    static std::string todos_of(const StoryPassage& passage) {
        std::vector<std::string> todos = passage.remarks;
        constexpr std::size_t least = 2, most = 4;
        if (passage.links.size() < least)
            todos.emplace_back("there is one way on only: write two more answers");
        if (passage.links.size() > most)
            todos.push_back(
                fmt::format("there are {} ways on; a moment has at most four: make two moments of it",
                            passage.links.size()));
        if (todos.empty()) return {};
        std::string text = "    todo:\n";
        for (const std::string& one : todos) text += "      - " + yaml_text(one) + "\n";
        return text;
    }

    std::string next(std::size_t passage, std::size_t index) {
        const StoryLink& link = story_.passages[passage].links[index];
        const std::string shown =
            fmt::format("`{}`: {} -> `{}`", story_.passages[passage].name, link.words, link.target);
        const auto target = places_.find(link.target);
        if (target == places_.end()) {
            pack_.missing.push_back(shown);
            return todo("it led to `" + link.target +
                        "`, which is not in the file; name a moment or an ending");
        }
        if (!circles_.closes_one(passage, index)) return ids_[target->second];
        pack_.circles.push_back(shown);
        return todo("it led back to `" + ids_[target->second] +
                    "`, and a scenario has no circles; lead on to another moment or ending");
    }

    void add_ending(std::size_t index, std::string& text) {
        ++pack_.endings;
        text += ending(ids_[index], story_.passages[index].text, story_.passages[index].remarks);
    }
    static std::string ending(const std::string& id, const std::string& scene,
                              const std::vector<std::string>& remarks) {
        std::string text = "  " + id + ":\n";
        if (!remarks.empty()) text += "    todo:\n";
        for (const std::string& one : remarks) text += "      - " + yaml_text(one) + "\n";
        text += fmt::format("    scene: {}\n    outcomes:\n", text_or(scene, "the last picture"));
        return text + fmt::format("      - id: reached\n        value: {}\n        says: {}\n",
                                  todo("0 to 100; exactly one outcome of all has 100"),
                                  todo("the customer's last words"));
    }

    const Story& story_;
    std::string id_, came_from_;
    std::map<std::string, std::size_t> places_;
    Circles circles_;
    std::vector<std::string> ids_;
    ImportedPack pack_;
};

}  // namespace

Result<ImportedPack> write_story(const Story& story, const std::string& id, const std::string& came_from) {
    const std::string remedy = "split the story in its own program, and import the parts";
    if (story.count_links() == 0)
        return Error{Error::Kind::malformed, "no passage has a link: there is nothing to choose",
                     "give a story that branches"};
    if (story.passages.size() > most_passages)
        return Error{Error::Kind::too_large,
                     fmt::format("the story has {} passages; a scenario holds at most {}",
                                 story.passages.size(), most_passages),
                     remedy};
    ImportedPack pack = Writer(story, id, came_from).write();
    for (const auto& [path, text] : pack.files)
        if (text.size() > largest_source)
            return Error{Error::Kind::too_large, "the story has more text than a scenario file holds (1 MiB)",
                         remedy};
    return pack;
}

}  // namespace touchstone::content
