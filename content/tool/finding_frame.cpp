// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/finding.h"
#include "content/tool/letters.h"

namespace touchstone::content {

namespace {

constexpr std::size_t most_shown = 240;  // code points; a line may be a whole megabyte

std::string_view line_of(std::string_view source, int line) {
    for (; line > 1; --line) {
        const auto end = source.find('\n');
        if (end == std::string_view::npos) return {};
        source.remove_prefix(end + 1);
    }
    std::string_view text = source.substr(0, source.find('\n'));
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return text;
}

/// A run of carets under part of one line, with what it says.
struct Run {
    TextPosition at;
    std::size_t length;
    char mark;
    std::string label;
};

/// A line as a terminal shows it: control characters would move the cursor, and long lines are cut.
std::u32string shown(std::string_view line) {
    std::u32string all = code_points(line.substr(0, 4 * most_shown));
    if (all.size() > most_shown) all.resize(most_shown);
    for (char32_t& code : all)
        if (code != U'\t' && (code < 0x20 || code == 0x7F)) code = 0xFFFD;
    return all;
}

/// Spaces as wide as what stands before the run; tabs stay tabs.
std::string indent_before(const std::u32string& line, std::size_t column) {
    std::string indent;
    for (std::size_t i = 0; i + 1 < column; ++i) {
        const char32_t code = i < line.size() ? line[i] : U' ';
        indent += code == U'\t' ? "\t" : std::string(display_width(code), ' ');
        if (i > most_shown) break;
    }
    return indent;
}

std::string run_under(const std::u32string& line, const Run& run) {
    std::size_t width = 0;
    const auto from = static_cast<std::size_t>(std::max(run.at.column, 1)) - 1;
    for (std::size_t i = from; i < from + run.length && i < line.size(); ++i) width += display_width(line[i]);
    const std::string carets(std::clamp<std::size_t>(width, 1, most_shown), run.mark);
    return indent_before(line, from + 1) + carets + (run.label.empty() ? "" : " " + run.label);
}

class Frame {
public:
    explicit Frame(int widest_line) : margin_(std::to_string(widest_line).size(), ' ') {}

    void head(const Finding& finding, const char* word) {
        text_ += fmt::format("{}[{}]: {}\n", word, finding.code, finding.reason);
        place("-->", finding.file, finding.at);
    }
    void place(const char* arrow, const std::string& file, TextPosition at) {
        text_ += fmt::format("{}{} {}:{}:{}\n", margin_, arrow, file, at.line, at.column);
    }
    /// The runs of one file, in the order of its lines.
    void lines(std::string_view source, std::vector<Run> runs) {
        std::stable_sort(runs.begin(), runs.end(),
                         [](const Run& a, const Run& b) { return a.at.line < b.at.line; });
        int last = 0;
        for (const Run& run : runs) {
            const std::u32string line = shown(line_of(source, run.at.line));
            if (line.empty()) continue;
            if (last == 0) text_ += margin_ + " |\n";
            if (last != 0 && run.at.line > last + 1) text_ += "...\n";
            if (run.at.line != last)
                text_ += fmt::format("{:>{}} | {}\n", run.at.line, margin_.size(), utf8(line));
            text_ += margin_ + " | " + run_under(line, run) + "\n";
            last = run.at.line;
        }
    }
    std::string finish(const std::string& remedy) {
        return text_ + fmt::format("{} = help: {}\n", margin_, remedy);
    }

private:
    std::string margin_;
    std::string text_;
};

const char* word_of(Severity severity) {
    static const char* const words[] = {"error", "warning", "note"};
    return words[static_cast<std::size_t>(severity)];
}

std::string frame_of(const Finding& finding, std::string_view source, std::string_view related_source) {
    const RelatedPlace& related = finding.related;
    const bool second = !related.label.empty();
    const bool other_file = second && !related.file.empty() && related.file != finding.file;
    Frame frame(second ? std::max(finding.at.line, related.at.line) : finding.at.line);
    frame.head(finding, word_of(finding.severity));
    std::vector<Run> runs{{finding.at, finding.length, '^', {}}};
    const Run beside{related.at, related.length, '-', related.label};
    if (second && !other_file) runs.push_back(beside);
    frame.lines(source, std::move(runs));
    if (other_file) {
        frame.place(":::", related.file, related.at);
        frame.lines(related_source, {beside});
    }
    return frame.finish(finding.remedy);
}

std::string_view text_in(const SourceFiles& sources, const std::string& file) {
    const auto found = sources.find(file);
    return found == sources.end() ? std::string_view() : std::string_view(found->second);
}

std::string counted(std::ptrdiff_t count, const char* word) {
    return fmt::format("{} {}{}", count == 0 ? "no" : std::to_string(count), word, count == 1 ? "" : "s");
}

}  // namespace

std::string to_human(const Finding& finding, std::string_view source) {
    return frame_of(finding, source, {});
}

std::string to_human(const Finding& finding, const SourceFiles& sources) {
    return frame_of(finding, text_in(sources, finding.file), text_in(sources, finding.related.file));
}

std::string to_human(const std::vector<Finding>& findings, const SourceFiles& sources, std::size_t files) {
    std::string text;
    for (const Finding& finding : findings) text += to_human(finding, sources) + "\n";
    const auto count = [&](Severity severity) {
        return std::count_if(findings.begin(), findings.end(),
                             [&](const Finding& one) { return one.severity == severity; });
    };
    return text + fmt::format("{} checked: {}, {}, {}\n", counted(static_cast<std::ptrdiff_t>(files), "file"),
                              counted(count(Severity::error), "error"),
                              counted(count(Severity::warning), "warning"),
                              counted(count(Severity::note), "note"));
}

}  // namespace touchstone::content
