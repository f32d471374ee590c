// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>

#include "server_sync/sync/messages.h"

namespace touchstone::sync {
namespace {

constexpr std::size_t most_times_larger = 50;
constexpr std::size_t always_allowed = 64 * 1024;

Error unreadable(const char* why) {
    return Error{Error::Kind::malformed, fmt::format("compressed body: {}", why), "Send it again."};
}

/// Ends the zlib stream with the scope.
struct Inflation {
    z_stream stream{};
    bool begun = inflateInit(&stream) == Z_OK;
    Inflation() = default;
    Inflation(const Inflation&) = delete;
    Inflation& operator=(const Inflation&) = delete;
    ~Inflation() {
        if (begun) inflateEnd(&stream);
    }
};

std::size_t bound_of(std::size_t compressed, std::size_t limit) {
    return std::min(limit, std::max(always_allowed, compressed * most_times_larger));
}

}  // namespace

Result<std::string> deflate(std::string_view bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    const auto* source = reinterpret_cast<const Bytef*>(bytes.data());
    const int code = compress2(reinterpret_cast<Bytef*>(out.data()), &size, source,
                               static_cast<uLong>(bytes.size()), Z_DEFAULT_COMPRESSION);
    if (code != Z_OK)
        return Error{Error::Kind::unavailable, "no memory to compress", "Close other programs."};
    out.resize(size);
    return out;
}

Result<std::string> inflate(std::string_view bytes, std::size_t limit) {
    Inflation inflation;
    if (!inflation.begun)
        return Error{Error::Kind::unavailable, "no memory to inflate", "Close other programs."};
    const std::size_t bound = bound_of(bytes.size(), limit);
    std::string input(bytes), out;  // zlib wants writable input
    std::array<char, 16 * 1024> piece;
    z_stream& stream = inflation.stream;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        code = ::inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
        if (out.size() > bound)
            return Error{Error::Kind::too_large, fmt::format("body: more than {} bytes when inflated", bound),
                         "Send smaller chunks."};
    }
    if (code == Z_BUF_ERROR) return unreadable("it ends too early");
    if (code != Z_STREAM_END) return unreadable(stream.msg ? stream.msg : "it is not zlib data");
    if (stream.avail_in > 0) return unreadable("something follows it");
    return out;
}

}  // namespace touchstone::sync
