// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "server_sync/sync/messages.h"
#include "server_sync/sync/strict_json.h"

namespace touchstone::sync {
namespace {

namespace json = boost::json;

enum class Unknown { refused, ignored };
constexpr std::size_t longest_text = 1024;

Error wrong(const std::string& place, const std::string& why) {
    return Error{Error::Kind::malformed, fmt::format("{}: {}", place, why),
                 "Update the program that sent it."};
}

/// Reads the members of one object and keeps the first complaint, so that a message reads as a list of its
/// members.
class Members {
public:
    Members(const json::value& value, std::string place) : place_(std::move(place)) {
        if (value.is_object())
            object_ = &value.get_object();
        else
            complain(place_, "an object is expected");
    }

    std::string text(const char* name, std::size_t at_least = 1, std::size_t at_most = longest_text) {
        const json::value* value = required(name);
        if (!value) return {};
        if (!value->is_string()) return complain(at(name), "a text is expected"), std::string{};
        const json::string& found = value->get_string();
        if (found.size() < at_least) complain(at(name), "is empty");
        if (found.size() > at_most) complain(at(name), "is too long");
        return std::string(found.data(), found.size());
    }
    std::string optional_text(const char* name, std::size_t at_most = longest_text) {
        return has(name) ? text(name, 0, at_most) : std::string{};
    }
    std::int64_t integer(const char* name, std::int64_t least, std::int64_t most) {
        const json::value* value = required(name);
        if (!value) return least;
        if (!value->is_int64()) return complain(at(name), "an integer is expected"), least;
        const std::int64_t found = value->get_int64();
        if (found < least || found > most) complain(at(name), fmt::format("{} is out of range", found));
        return found;
    }
    template <class Item>
    std::vector<Item> list(const char* name, Item (*read)(Members&), Unknown unknown) {
        std::vector<Item> out;
        const json::value* value = required(name);
        if (!value) return out;
        if (!value->is_array()) return complain(at(name), "a list is expected"), out;
        for (const json::value& element : value->get_array()) {
            Members members(element, fmt::format("{}[{}]", at(name), out.size()));
            out.push_back(read(members));
            members.finish(unknown);
            if (members.error_ && !error_) error_ = members.error_;
            if (error_) break;
        }
        return out;
    }
    bool has(const char* name) const { return object_ && object_->if_contains(name); }
    void complain(const std::string& place, const std::string& why) {
        if (!error_) error_ = wrong(place, why);
    }
    void finish(Unknown unknown) {
        if (!object_ || unknown == Unknown::ignored) return;
        for (const auto& member : *object_)
            if (!known_.count(std::string(member.key())))
                complain(at(std::string(member.key())), "is not known here");
    }
    std::string at(const std::string& name) const { return place_ + "." + name; }
    const std::optional<Error>& error() const { return error_; }

private:
    const json::value* required(const char* name) {
        known_.insert(name);
        const json::value* value = object_ ? object_->if_contains(name) : nullptr;
        if (!value) complain(at(name), "is missing");
        return value;
    }

    const json::object* object_ = nullptr;
    std::string place_;
    std::set<std::string> known_;
    std::optional<Error> error_;
};

constexpr std::int64_t most_seq = std::int64_t{1} << 53;

template <class Message>
Result<Message> read_message(std::string_view text, Unknown unknown, Message (*read)(Members&)) {
    if (auto checked = check_json(text); !checked) return checked.error();
    json::error_code code;
    const json::value value = json::parse(json::string_view(text.data(), text.size()), code);
    if (code) return wrong("$", code.message());
    Members members(value, "$");
    Message message = read(members);
    members.finish(unknown);
    if (members.error()) return *members.error();
    return message;
}

EnrolRequest enrol_request(Members& in) {
    return {in.text("code"), in.text("device_name"), {in.text("incarnation")}};
}

EnrolAnswer enrol_answer(Members& in) {
    EnrolAnswer out;
    out.organisation = {in.text("organisation")};
    out.site = {in.text("site")};
    out.site_name = in.text("site_name");
    out.device = {in.text("device")};
    out.secret = in.text("secret");
    out.epoch = in.text("epoch");
    out.utc_offset_minutes = static_cast<int>(in.integer("utc_offset_minutes", -1440, 1440));
    return out;
}

ChunkItem chunk_item(Members& in) {
    ChunkItem out;
    out.seq = in.integer("seq", 1, most_seq);
    if (in.has("statement")) out.statement = in.text("statement", 1, chunk_bytes);
    return out;
}

void check_contiguous(Members& in, const std::vector<ChunkItem>& items) {
    for (std::size_t i = 1; i < items.size(); ++i)
        if (items[i].seq != items[i - 1].seq + 1)
            return in.complain(fmt::format("{}[{}].seq", in.at("items"), i),
                               fmt::format("{} is expected, not {}", items[i - 1].seq + 1, items[i].seq));
}

Chunk chunk(Members& in) {
    Chunk out;
    out.device = {in.text("device")};
    out.incarnation = {in.text("incarnation")};
    out.epoch = in.text("epoch", 0);
    out.nonce = in.text("nonce");
    out.items = in.list("items", chunk_item, Unknown::refused);
    check_contiguous(in, out.items);
    return out;
}

Verdict verdict_named(Members& in) {
    const std::string name = in.text("verdict");
    for (Verdict verdict : {Verdict::stored, Verdict::duplicate, Verdict::quarantined, Verdict::withheld})
        if (name == name_of(verdict)) return verdict;
    in.complain(in.at("verdict"), fmt::format("\"{}\" is not known", name));
    return Verdict::stored;
}

ItemVerdict item_verdict(Members& in) {
    ItemVerdict out;
    out.seq = in.integer("seq", 1, most_seq);
    out.verdict = verdict_named(in);
    out.reason = in.optional_text("reason");
    return out;
}

ChunkAnswer chunk_answer(Members& in) {
    ChunkAnswer out;
    out.nonce = in.text("nonce");
    out.epoch = in.text("epoch");
    out.high_water_mark = in.integer("high_water_mark", 0, most_seq);
    out.verdicts = in.list("verdicts", item_verdict, Unknown::ignored);
    out.next_sync_after_s = static_cast<int>(in.integer("next_sync_after_s", 0, 7 * 86400));
    return out;
}

RosterPerson roster_person(Members& in) {
    return {{in.text("id")}, in.text("name"), {in.optional_text("team")}};
}

Roster roster(Members& in) {
    return {{in.text("site")}, in.text("site_name"), in.list("people", roster_person, Unknown::ignored)};
}

Problem problem(Members& in) {
    Problem out;
    out.status = static_cast<int>(in.integer("status", 0, 999));
    out.code = in.optional_text("code");
    out.detail = in.optional_text("detail", 8 * longest_text);
    out.remedy = in.optional_text("remedy", 8 * longest_text);
    if (in.has("expected_seq")) out.expected_seq = in.integer("expected_seq", 1, most_seq);
    return out;
}

}  // namespace

Result<EnrolRequest> enrol_request_from_json(std::string_view json) {
    return read_message(json, Unknown::refused, enrol_request);
}
Result<EnrolAnswer> enrol_answer_from_json(std::string_view json) {
    return read_message(json, Unknown::ignored, enrol_answer);
}
Result<Chunk> chunk_from_json(std::string_view json) {
    auto read = read_message(json, Unknown::refused, chunk);
    if (read && read->items.size() > chunk_records)
        return Error{Error::Kind::too_large,
                     fmt::format("$.items: {} of at most {}", read->items.size(), chunk_records),
                     "Send smaller chunks."};
    return read;
}
Result<ChunkAnswer> chunk_answer_from_json(std::string_view json) {
    return read_message(json, Unknown::ignored, chunk_answer);
}
Result<Roster> roster_from_json(std::string_view json) {
    return read_message(json, Unknown::ignored, roster);
}
Result<Problem> problem_from_json(std::string_view json) {
    return read_message(json, Unknown::ignored, problem);
}

}  // namespace touchstone::sync
