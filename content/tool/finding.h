// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/text_position.h"

namespace touchstone::content {

/// A note is worth reading and holds nothing back, not even with --strict.
enum class Severity { error, warning, note };

/// A second place that explains a finding. `file` is empty when it is the finding's own.
struct RelatedPlace {
    std::string file = {};
    TextPosition at = {};
    std::size_t length = 1;  // code points under the run
    std::string label = {};  // "`id-check` is listed under `never` here"; empty = there is no such place
};

/// Something wrong with what an author wrote: where, what, why, and the way out. Codes are stable and never
/// reused: E1xx format, E2xx graph, E3xx scoring, W4xx craft.
struct Finding {
    std::string code;
    Severity severity = Severity::error;
    std::string file;
    TextPosition at;
    std::size_t length = 1;  // code points under the caret
    std::string reason;
    std::string remedy;
    RelatedPlace related = {};
};

/// The code of a place that is still to do (see todo.h). A scenario with one is not finished: what is there
/// is read, and what would judge the whole waits.
inline constexpr const char* todo_code = "W480";

/// Collects findings about one file. The same finding at the same place is kept once, and at most 200 (of
/// places to do 2,000): one more (E159) then says that there are more.
class Findings {
public:
    explicit Findings(std::string file) : file_(std::move(file)) {}
    void error(const char* code, TextPosition at, std::string reason, std::string remedy,
               std::size_t length = 1);
    void warning(const char* code, TextPosition at, std::string reason, std::string remedy,
                 std::size_t length = 1);
    void note(const char* code, TextPosition at, std::string reason, std::string remedy,
              std::size_t length = 1);
    /// A finding of this file when `finding.file` is empty.
    void add(Finding finding);
    bool has_errors() const;
    /// Errors, or places that are to do: what was read is not whole, and nothing is built on it.
    bool holds_back() const;
    /// Nothing more is kept: a reader of lines may stop.
    bool full() const { return others_.kept > most; }
    const std::vector<Finding>& all() const { return all_; }
    const std::string& file() const { return file_; }

private:
    static constexpr std::size_t most = 200, most_todos = 2000;
    /// How many of one kind are kept, and which of `all_` says that there are more.
    struct Kept {
        std::size_t kept = 0;
        std::size_t more_at = 0;
    };
    Kept todos_, others_;
    std::string file_;
    std::vector<Finding> all_;
};

bool has_errors(const std::vector<Finding>& findings);
bool has_todos(const std::vector<Finding>& findings);
/// has_errors or has_todos.
bool holds_back(const std::vector<Finding>& findings);
/// Whether `check` refuses: an error, or with `strict` a warning. Notes never refuse.
bool fails(const std::vector<Finding>& findings, bool strict);
/// Adds what `all` does not hold yet.
void add_new(std::vector<Finding>& all, const std::vector<Finding>& more);

/// File -> its text, for the frames.
using SourceFiles = std::map<std::string, std::string>;

/// For people: code, place, the line with a run of carets under the exact words, the second place if there is
/// one, and the remedy. `source` is the text of the finding's file.
std::string to_human(const Finding& finding, std::string_view source);
std::string to_human(const Finding& finding, const SourceFiles& sources);
/// Every frame, then one line that counts: "9 files checked: 1 error, 2 warnings, no notes".
std::string to_human(const std::vector<Finding>& findings, const SourceFiles& sources, std::size_t files);
/// One JSON array; `related` only where there is a second place.
std::string to_json(const std::vector<Finding>& findings);

/// "; did you mean `x`?" when one of `known` is at most two edits away, else "".
std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace touchstone::content
