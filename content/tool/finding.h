// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/text_position.h"

namespace touchstone::content {

enum class Severity { error, warning };

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
};

/// Collects findings about one file.
class Findings {
public:
    explicit Findings(std::string file) : file_(std::move(file)) {}
    void error(const char* code, TextPosition at, std::string reason, std::string remedy,
               std::size_t length = 1);
    void warning(const char* code, TextPosition at, std::string reason, std::string remedy,
                 std::size_t length = 1);
    bool has_errors() const;
    const std::vector<Finding>& all() const { return all_; }
    const std::string& file() const { return file_; }

private:
    std::string file_;
    std::vector<Finding> all_;
};

bool has_errors(const std::vector<Finding>& findings);

/// For people: code, place, the line with a caret, the remedy. `source` is the text of the file.
std::string to_human(const Finding& finding, std::string_view source);
/// One JSON array.
std::string to_json(const std::vector<Finding>& findings);

/// "; did you mean `x`?" when one of `known` is at most two edits away, else "".
std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace touchstone::content
