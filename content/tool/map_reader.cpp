// SPDX-License-Identifier: Apache-2.0
#include "content/tool/map_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/todo.h"
#include "engine/basics/id.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

MapReader::MapReader(const Node& node, std::string what, const std::vector<std::string>& known,
                     Findings& findings)
    : node_(node), what_(std::move(what)), findings_(findings) {
    for (const Node::Member& member : node.members) {
        if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
        const std::string meant = did_you_mean(member.key, known);
        // `{says: Hello, you}` is read as a key `you` without a value.
        const bool half_a_text = member.value.kind == Node::Kind::nothing && meant.empty();
        findings_.error("E104", member.at, fmt::format("unknown key `{}` in {}{}", member.key, what_, meant),
                        half_a_text ? "put the text before it in double quotes: inside braces a comma ends it"
                                    : fmt::format("remove it, or use one of: {}", fmt::join(known, ", ")),
                        count_code_points(member.key));
    }
}

TextPosition MapReader::at(const char* key) const {
    const Node* found = node_.find(key);
    return found ? found->at : node_.at;
}

TextPosition MapReader::key_at(const char* key) const {
    for (const Node::Member& member : node_.members)
        if (member.key == key) return member.at;
    return node_.at;
}

const Node* MapReader::need(const char* key, Node::Kind kind, const char* kind_name, bool required) {
    const Node* found = node_.find(key);
    if (!found) {
        if (required)
            findings_.error("E105", node_.at, fmt::format("{} has no `{}`", what_, key),
                            fmt::format("add `{}:`", key));
        return nullptr;
    }
    if (is_todo(*found)) return nullptr;  // listed by list_todos
    if (found->kind == kind) return found;
    // An empty value stands for an empty map or list.
    if (found->kind == Node::Kind::nothing && kind != Node::Kind::scalar) return found;
    findings_.error("E106", found->at, fmt::format("`{}` of {} must be {}", key, what_, kind_name),
                    fmt::format("write {} here", kind_name));
    return nullptr;
}

std::string MapReader::text(const char* key) {
    const Node* found = need(key, Node::Kind::scalar, "a text", true);
    if (!found) return {};
    if (found->text.empty())
        findings_.error("E106", found->at, fmt::format("`{}` of {} is empty", key, what_), "write the text");
    return found->text;
}

std::string MapReader::text_or(const char* key, std::string otherwise) {
    return has(key) ? text(key) : std::move(otherwise);
}

std::string MapReader::name(const char* key) {
    std::string value = text(key);
    if (!value.empty() && !is_valid_name(value))
        findings_.error("E108", at(key), fmt::format("`{}` is not a valid id", value),
                        "use 2 to 40 characters: a-z, 0-9 and single dashes, starting with a letter",
                        count_code_points(value));
    return value;
}

std::int64_t MapReader::integer(const char* key, std::int64_t least, std::int64_t most) {
    const Node* found = need(key, Node::Kind::scalar, "a whole number", true);
    if (!found) return least;
    const auto value = whole_number(found->text);
    if (value && *value >= least && *value <= most) return *value;
    findings_.error("E106", found->at,
                    fmt::format("`{}` of {} must be a whole number from {} to {}", key, what_, least, most),
                    "write such a number", count_code_points(found->text));
    return least;
}

std::int64_t MapReader::integer_or(const char* key, std::int64_t least, std::int64_t most,
                                   std::int64_t otherwise) {
    return has(key) ? integer(key, least, most) : otherwise;
}

bool MapReader::flag(const char* key) {
    if (!has(key)) return false;
    const std::string value = text(key);
    if (!value.empty() && value != "true" && value != "false")
        findings_.error("E106", at(key), fmt::format("`{}` of {} must be true or false", key, what_),
                        "write true or false", count_code_points(value));
    return value == "true";
}

std::string MapReader::one_of(const char* key, const std::vector<std::string>& allowed) {
    std::string value = text(key);
    if (value.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end())
        return value.empty() ? allowed.front() : value;
    findings_.error("E106", at(key),
                    fmt::format("`{}` is not known for `{}`{}", value, key, did_you_mean(value, allowed)),
                    "use one of: " + fmt::format("{}", fmt::join(allowed, ", ")), count_code_points(value));
    return allowed.front();
}

std::vector<const Node*> MapReader::words(const char* key) {
    std::vector<const Node*> all;
    const Node* found = list(key, false);
    if (!found) return all;
    for (const Node& item : found->items) {
        if (is_todo(item)) continue;
        if (item.kind == Node::Kind::scalar)
            all.push_back(&item);
        else
            findings_.error("E106", item.at, fmt::format("`{}` of {} is a list of words", key, what_),
                            "write [one, two]");
    }
    return all;
}

const Node* MapReader::map(const char* key, bool required) {
    return need(key, Node::Kind::map, "a map (`key: value`)", required);
}
const Node* MapReader::list(const char* key, bool required) {
    return need(key, Node::Kind::list, "a list ([a, b])", required);
}

std::optional<std::int64_t> whole_number(const std::string& text) {
    const bool sign = !text.empty() && (text[0] == '+' || text[0] == '-');
    constexpr std::size_t most_digits = 12;
    const std::string digits = text.substr(sign ? 1 : 0);
    if (digits.empty() || digits.size() > most_digits ||
        digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const std::int64_t value = std::stoll(digits);
    return text[0] == '-' ? -value : value;
}

}  // namespace touchstone::content
