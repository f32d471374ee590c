// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::sync {

/// `text` as a JSON string, with its quotes.
std::string json_quoted(std::string_view text);

/// Builds one JSON object whose members stand in the order in which they were added, so that the same calls
/// give the same bytes.
class JsonObject {
public:
    JsonObject& text(std::string_view name, std::string_view value);
    JsonObject& number(std::string_view name, long long value);
    JsonObject& truth(std::string_view name, bool value);
    /// `json` is JSON already.
    JsonObject& raw(std::string_view name, std::string_view json);
    std::string str() const { return members_ + "}"; }

private:
    std::string members_ = "{";
};

/// `[a,b]` of texts that are JSON already.
std::string json_array(const std::vector<std::string>& items);

}  // namespace touchstone::sync
