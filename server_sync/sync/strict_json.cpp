// SPDX-License-Identifier: Apache-2.0
#include "server_sync/sync/strict_json.h"

#include <fmt/format.h>

#include <boost/json/basic_parser_impl.hpp>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace touchstone::sync {
namespace {

namespace json = boost::json;
using Code = json::error_code;

/// Sees every key of a document; keeps nothing else.
struct KeyWatch {
    static constexpr std::size_t max_object_size = json_keys;
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = 256;
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    std::vector<std::set<std::string, std::less<>>> open_objects;
    std::string key;
    std::string complaint;

    bool refuse(Code& code, std::string why) {
        complaint = std::move(why);
        code = json::error::exception;
        return false;
    }
    bool on_object_begin(Code&) {
        open_objects.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Code&) {
        open_objects.pop_back();
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, Code&) {
        key.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, Code& code) {
        key.append(part.data(), part.size());
        const bool added = open_objects.back().insert(key).second;
        if (!added) return refuse(code, fmt::format("the member \"{}\" stands twice", key));
        key.clear();
        return true;
    }
    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_array_begin(Code&) { return true; }
    bool on_array_end(std::size_t, Code&) { return true; }
    bool on_string_part(json::string_view, std::size_t, Code&) { return true; }
    bool on_string(json::string_view, std::size_t, Code&) { return true; }
    bool on_number_part(json::string_view, Code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, Code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, Code&) { return true; }
    bool on_double(double, json::string_view, Code&) { return true; }
    bool on_bool(bool, Code&) { return true; }
    bool on_null(Code&) { return true; }
    bool on_comment_part(json::string_view, Code&) { return true; }
    bool on_comment(json::string_view, Code&) { return true; }
};

Error malformed_at(std::size_t byte, const std::string& why) {
    return Error{Error::Kind::malformed, fmt::format("JSON, byte {}: {}", byte, why),
                 "Send one well-formed JSON document."};
}

}  // namespace

Result<Done> check_json(std::string_view text) {
    json::parse_options options;
    options.max_depth = json_depth;
    json::basic_parser<KeyWatch> parser(options);
    Code code;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), code);
    if (code) {
        const std::string& complaint = parser.handler().complaint;
        return malformed_at(read, complaint.empty() ? code.message() : complaint);
    }
    if (read < text.size()) return malformed_at(read, "something follows the document");
    return Done{};
}

}  // namespace touchstone::sync
