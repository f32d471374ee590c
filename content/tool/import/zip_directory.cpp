// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/zip_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::size_t end_record_bytes = 22, directory_entry_bytes = 46, local_header_bytes = 30;
constexpr std::uint32_t end_mark = 0x06054b50, directory_mark = 0x02014b50, local_mark = 0x04034b50;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;

Error refused(const std::string& why) {
    return {Error::Kind::refused, "the package is refused: " + why,
            "get the file again from its author, or export it again"};
}

/// Little-endian numbers; out of range reads as nothing.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::size_t size() const { return bytes_.size(); }
    bool has(std::size_t at, std::size_t count) const { return at <= size() && count <= size() - at; }
    std::uint32_t number(std::size_t at, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = count; i > 0; --i)
            value = (value << 8U) | std::to_integer<std::uint32_t>(bytes_[at + i - 1]);
        return value;
    }
    std::uint32_t two(std::size_t at) const { return number(at, 2); }
    std::uint32_t four(std::size_t at) const { return number(at, 4); }
    std::string text(std::size_t at, std::size_t count) const {
        std::string all;
        for (std::size_t i = 0; i < count; ++i) all += static_cast<char>(bytes_[at + i]);
        return all;
    }

private:
    std::span<const std::byte> bytes_;
};

std::optional<std::size_t> find_end_record(const Reader& in) {
    constexpr std::size_t longest_comment = 65535;
    if (in.size() < end_record_bytes) return std::nullopt;
    const std::size_t last = in.size() - end_record_bytes;
    const std::size_t first = last > longest_comment ? last - longest_comment : 0;
    for (std::size_t at = last + 1; at > first; --at)
        if (in.four(at - 1) == end_mark && in.two(at - 1 + 20) == in.size() - (at - 1) - end_record_bytes)
            return at - 1;
    return std::nullopt;
}

/// Names as another program could unpack them onto a disk.
std::optional<std::string> problem_of_name(const std::string& name) {
    constexpr std::size_t longest = 400;
    const std::string shown = "`" + name.substr(0, 80) + "`";
    if (name.empty() || name.size() > longest || !is_valid_utf8(name) ||
        std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return "an entry has a name that cannot be used";
    if (name.front() == '/' || name.find('\\') != std::string::npos || (name.size() > 1 && name[1] == ':'))
        return "the entry " + shown + " has an absolute name";
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t end = std::min(name.find('/', from), name.size());
        if (name.compare(from, end - from, "..") == 0 && end - from == 2)
            return "the entry " + shown + " leads out of the package";
        from = end + 1;
    }
    return std::nullopt;
}

/// Directory, ordinary file, or not said; anything else is a link or a device.
bool is_special(std::uint32_t made_by, std::uint32_t attributes) {
    constexpr std::uint32_t unix_system = 3, mac_system = 19, kind_mask = 0170000, file = 0100000,
                            folder = 0040000;
    const std::uint32_t system = made_by >> 8U;
    const std::uint32_t kind = (attributes >> 16U) & kind_mask;
    return (system == unix_system || system == mac_system) && kind != 0 && kind != file && kind != folder;
}

std::optional<std::string> problem_of_size(const ZipEntry& entry, const ZipLimits& limits) {
    if (entry.size > limits.entry_bytes) return "the entry `" + entry.name + "` is too large";
    if (entry.size > limits.ratio_from && entry.size / limits.ratio > entry.packed)
        return "the entry `" + entry.name + "` unpacks to more than " + std::to_string(limits.ratio) +
               " times its size";
    return std::nullopt;
}

class Directory {
public:
    Directory(std::span<const std::byte> bytes, const ZipLimits& limits) : in_(bytes), limits_(limits) {}

    Result<std::vector<ZipEntry>> read() {
        const auto end = find_end_record(in_);
        if (!end) return refused("it is no zip file");
        const std::size_t count = in_.two(*end + 10), start = in_.four(*end + 16);
        if (in_.two(*end + 4) != 0 || in_.two(*end + 8) != count)
            return refused("it is one part of a split zip");
        if (start == in_zip64 || count == 0xFFFF) return refused("it is a zip64, which we do not read");
        if (count > limits_.entries)
            return refused(fmt::format("it has {} entries, at most {}", count, limits_.entries));
        directory_ = start;
        std::size_t at = start;
        for (std::size_t i = 0; i < count; ++i)
            if (const std::string problem = entry(at, *end); !problem.empty()) return refused(problem);
        if (at != *end) return refused("its directory does not end where it says");
        if (const std::string problem = overlap(); !problem.empty()) return refused(problem);
        return std::move(entries_);
    }

private:
    /// Reads the entry at `at` and moves on; says what is wrong with it.
    std::string entry(std::size_t& at, std::size_t end) {
        if (at + directory_entry_bytes > end || in_.four(at) != directory_mark)
            return "its directory is damaged";
        const std::size_t name = in_.two(at + 28), more = in_.two(at + 30) + in_.two(at + 32);
        if (at + directory_entry_bytes + name + more > end) return "its directory is damaged";
        ZipEntry one{in_.text(at + directory_entry_bytes, name), in_.four(at + 20), in_.four(at + 24),
                     in_.four(at + 42)};
        if (const auto problem = problem_of_name(one.name)) return *problem;
        if (is_special(in_.two(at + 4), in_.four(at + 38))) return "the entry `" + one.name + "` is a link";
        if ((in_.two(at + 8) & 1U) != 0) return "the entry `" + one.name + "` is encrypted";
        if (one.packed == in_zip64 || one.size == in_zip64 || one.offset == in_zip64)
            return "it is a zip64, which we do not read";
        if (const auto problem = problem_of_size(one, limits_)) return *problem;
        if ((sum_ += one.size) > limits_.all_bytes) return "it unpacks to too much";
        at += directory_entry_bytes + name + more;
        entries_.push_back(std::move(one));
        return {};
    }

    /// Where the data of an entry end; nothing when its header is not there or tells of another file.
    std::optional<std::uint64_t> end_of(const ZipEntry& entry) const {
        const auto at = static_cast<std::size_t>(entry.offset);
        if (!in_.has(at, local_header_bytes) || in_.four(at) != local_mark) return std::nullopt;
        const std::size_t name = in_.two(at + 26);
        if (!in_.has(at + local_header_bytes, name) || in_.text(at + local_header_bytes, name) != entry.name)
            return std::nullopt;
        return entry.offset + local_header_bytes + name + in_.two(at + 28) + entry.packed;
    }

    std::string overlap() const {
        std::vector<const ZipEntry*> in_order;
        for (const ZipEntry& entry : entries_) in_order.push_back(&entry);
        std::sort(in_order.begin(), in_order.end(),
                  [](const ZipEntry* a, const ZipEntry* b) { return a->offset < b->offset; });
        std::uint64_t free_from = 0;
        for (const ZipEntry* entry : in_order) {
            const auto end = end_of(*entry);
            if (!end || *end > directory_)
                return "the entry `" + entry->name + "` does not lie where it says";
            if (entry->offset < free_from) return "the entry `" + entry->name + "` overlaps another one";
            free_from = *end;
        }
        return {};
    }

    Reader in_;
    const ZipLimits& limits_;
    std::uint64_t directory_ = 0, sum_ = 0;
    std::vector<ZipEntry> entries_;
};

}  // namespace

Result<std::vector<ZipEntry>> read_zip_directory(std::span<const std::byte> bytes, const ZipLimits& limits) {
    return Directory(bytes, limits).read();
}

}  // namespace touchstone::content
