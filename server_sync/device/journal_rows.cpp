// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/journal_rows.h"

#include <fmt/format.h>
#include <zlib.h>

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace touchstone::device {
namespace {

constexpr std::string_view magic = "TOUCHJNL", entry_begin = "\xf1JE\n";
constexpr std::size_t head_size = 16, frame_size = 12;

std::string number_bytes(std::uint32_t number) {
    std::string out(4, '\0');
    for (std::size_t i = 0; i < 4; ++i) out[i] = static_cast<char>(number >> (8 * i) & 0xffU);
    return out;
}

std::string sized(std::string_view text) {
    return number_bytes(static_cast<std::uint32_t>(text.size())).append(text);
}

std::uint32_t checksum(std::string_view bytes, uLong sum = 0) {
    return static_cast<std::uint32_t>(
        crc32_z(sum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::uint32_t checksum_of_entry(const std::string& length, std::string_view payload) {
    return payload.empty() ? checksum(length) : checksum(payload, checksum(length));
}

/// Takes parts off the front; once something is missing it stays without success.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    bool good() const { return good_; }
    bool at_end() const { return rest_.empty(); }
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) return good_ = false, std::string_view();
        const std::string_view out = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return out;
    }
    std::uint32_t number() {
        const std::string_view bytes = take(4);
        std::uint32_t out = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            out |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
        return out;
    }

private:
    std::string_view rest_;
    bool good_ = true;
};

std::size_t fields_of(JournalRow::Kind kind) {
    switch (kind) {
        case JournalRow::Kind::record:
            return record_field::count;
        case JournalRow::Kind::person:
        case JournalRow::Kind::enrolment:
            return 8;
        case JournalRow::Kind::setting:
            return 2;
    }
    return 0;
}

std::optional<JournalRow> read_row(Reader& reader) {
    const std::string_view letter = reader.take(1);
    if (!reader.good()) return std::nullopt;
    JournalRow row{static_cast<JournalRow::Kind>(letter[0]), {}};
    const std::size_t count = reader.number();
    if (count == 0 || count != fields_of(row.kind)) return std::nullopt;
    for (std::size_t i = 0; i < count && reader.good(); ++i)
        row.fields.emplace_back(reader.take(reader.number()));
    return reader.good() ? std::optional(std::move(row)) : std::nullopt;
}

std::optional<JournalGroup> read_payload(std::string_view payload) {
    JournalGroup group;
    for (Reader reader(payload); !reader.at_end();) {
        auto row = read_row(reader);
        if (!row) return std::nullopt;
        group.push_back(std::move(*row));
    }
    return group;
}

struct Entry {
    JournalGroup group;
    std::size_t size = 0;
};

/// The entry that begins here, when it is whole.
std::optional<Entry> read_entry(std::string_view bytes) {
    Reader reader(bytes);
    if (reader.take(entry_begin.size()) != entry_begin) return std::nullopt;
    const std::uint32_t length = reader.number(), sum = reader.number();
    const std::string_view payload = reader.take(length);
    if (!reader.good() || sum != checksum_of_entry(number_bytes(length), payload)) return std::nullopt;
    auto group = read_payload(payload);
    if (!group) return std::nullopt;
    return Entry{std::move(*group), frame_size + length};
}

bool is_whole_head(std::string_view bytes) {
    Reader reader(bytes);
    const std::string_view begin = reader.take(magic.size() + 4);
    return reader.number() == checksum(begin) && reader.good() && begin.starts_with(magic);
}

std::uint32_t version_of(std::string_view bytes) { return Reader(bytes.substr(magic.size())).number(); }

using RowName = std::pair<JournalRow::Kind, std::string>;

RowName name_of(const JournalRow& row) {
    if (row.kind == JournalRow::Kind::enrolment) return {row.kind, ""};
    return {row.kind, row.fields[row.kind == JournalRow::Kind::record ? record_field::id : 0]};
}

}  // namespace

std::string journal_head() {
    std::string begin = std::string(magic) + number_bytes(journal_version);
    return begin + number_bytes(checksum(begin));
}

std::string journal_entry(const JournalGroup& group) {
    std::string payload;
    for (const JournalRow& row : group) {
        payload += static_cast<char>(row.kind);
        payload += number_bytes(static_cast<std::uint32_t>(row.fields.size()));
        for (const std::string& field : row.fields) payload += sized(field);
    }
    const std::string length = number_bytes(static_cast<std::uint32_t>(payload.size()));
    return std::string(entry_begin) + length + number_bytes(checksum_of_entry(length, payload)) + payload;
}

Result<JournalContents> read_journal(std::string_view bytes) {
    JournalContents out;
    const bool headed = is_whole_head(bytes);
    if (headed && version_of(bytes) > journal_version)
        return Error{
            Error::Kind::refused,
            fmt::format(
                "the tablet's journal was written by a newer Touchstone (version {}, this one reads {})",
                version_of(bytes), journal_version),
            "Install that newer version again. The file was not touched."};
    out.damaged = !headed;
    out.end = headed ? head_size : 0;
    for (std::size_t at = out.end; at < bytes.size();) {
        if (auto entry = read_entry(bytes.substr(at))) {
            out.damaged = out.damaged || at != out.end;
            out.groups.push_back(std::move(entry->group));
            at += entry->size;
            out.end = at;
        } else {
            at = bytes.find(entry_begin, at + 1);
        }
    }
    out.torn = out.end < bytes.size();
    return out;
}

JournalGroup latest_rows(const std::vector<JournalGroup>& groups) {
    JournalGroup out;
    std::map<RowName, std::size_t> places;
    for (const JournalGroup& group : groups)
        for (const JournalRow& row : group) {
            const auto [found, is_new] = places.try_emplace(name_of(row), out.size());
            if (is_new)
                out.push_back(row);
            else
                out[found->second] = row;
        }
    return out;
}

bool covers(const JournalGroup& kept, const JournalGroup& needed) {
    std::map<RowName, const JournalRow*> known;
    for (const JournalRow& row : kept) known[name_of(row)] = &row;
    for (const JournalRow& row : needed) {
        const auto found = known.find(name_of(row));
        if (found == known.end()) return false;
        if (row.kind != JournalRow::Kind::record && *found->second != row) return false;
    }
    return true;
}

}  // namespace touchstone::device
