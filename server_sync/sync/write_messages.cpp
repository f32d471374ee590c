// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "server_sync/sync/messages.h"

namespace touchstone::sync {
namespace {

namespace json = boost::json;

json::object written(const ChunkItem& item) {
    json::object out{{"seq", item.seq}};
    if (item.statement) out["statement"] = *item.statement;
    return out;
}

json::object written(const ItemVerdict& verdict) {
    json::object out{{"seq", verdict.seq}, {"verdict", name_of(verdict.verdict)}};
    if (!verdict.reason.empty()) out["reason"] = verdict.reason;
    return out;
}

json::object written(const RosterPerson& person) {
    return {{"id", person.id.text}, {"name", person.name}, {"team", person.team.text}};
}

template <class Item>
json::array all_written(const std::vector<Item>& items) {
    json::array out;
    out.reserve(items.size());
    for (const Item& item : items) out.push_back(written(item));
    return out;
}

std::string serialized(const json::object& object) { return json::serialize(object); }

}  // namespace

const char* name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::stored:
            return "stored";
        case Verdict::duplicate:
            return "duplicate";
        case Verdict::quarantined:
            return "quarantined";
        case Verdict::withheld:
            return "withheld";
    }
    return "";
}

std::string to_json(const EnrolRequest& message) {
    return serialized({{"code", message.code},
                       {"device_name", message.device_name},
                       {"incarnation", message.incarnation.text}});
}

std::string to_json(const EnrolAnswer& message) {
    return serialized({{"organisation", message.organisation.text},
                       {"site", message.site.text},
                       {"site_name", message.site_name},
                       {"device", message.device.text},
                       {"secret", message.secret},
                       {"epoch", message.epoch},
                       {"utc_offset_minutes", message.utc_offset_minutes}});
}

std::string to_json(const Chunk& message) {
    return serialized({{"device", message.device.text},
                       {"incarnation", message.incarnation.text},
                       {"epoch", message.epoch},
                       {"nonce", message.nonce},
                       {"items", all_written(message.items)}});
}

std::string to_json(const ChunkAnswer& message) {
    return serialized({{"nonce", message.nonce},
                       {"epoch", message.epoch},
                       {"high_water_mark", message.high_water_mark},
                       {"verdicts", all_written(message.verdicts)},
                       {"next_sync_after_s", message.next_sync_after_s}});
}

std::string to_json(const Roster& message) {
    return serialized({{"site", message.site.text},
                       {"site_name", message.site_name},
                       {"people", all_written(message.people)}});
}

std::string to_json(const Problem& message) {
    json::object out{{"status", message.status},
                     {"code", message.code},
                     {"detail", message.detail},
                     {"remedy", message.remedy}};
    if (message.expected_seq) out["expected_seq"] = *message.expected_seq;
    return serialized(out);
}

}  // namespace touchstone::sync
