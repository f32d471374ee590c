// SPDX-License-Identifier: Apache-2.0
#include "server_sync/statements/json_writer.h"

#include <boost/json.hpp>

namespace touchstone::sync {

std::string json_quoted(std::string_view text) {
    return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

JsonObject& JsonObject::raw(std::string_view name, std::string_view json) {
    if (members_.size() > 1) members_ += ',';
    members_ += json_quoted(name);
    members_ += ':';
    members_ += json;
    return *this;
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value) {
    return raw(name, json_quoted(value));
}

JsonObject& JsonObject::number(std::string_view name, long long value) {
    return raw(name, std::to_string(value));
}

JsonObject& JsonObject::truth(std::string_view name, bool value) {
    return raw(name, value ? "true" : "false");
}

std::string json_array(const std::vector<std::string>& items) {
    std::string out = "[";
    for (const auto& item : items) out += (out.size() > 1 ? "," : "") + item;
    return out + "]";
}

}  // namespace touchstone::sync
