// SPDX-License-Identifier: Apache-2.0
#include "game/app/picture.h"

#include <zlib.h>

#include <algorithm>
#include <fstream>

namespace touchstone::game {
namespace {

void put32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(value >> shift)));
}

void chunk(std::string& out, const std::string& type, const std::string& data) {
    put32(out, static_cast<std::uint32_t>(data.size()));
    const std::string body = type + data;
    out += body;
    put32(out, static_cast<std::uint32_t>(
                   crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()))));
}

std::string packed_rows(const Picture& picture) {
    std::string raw;
    const auto row = static_cast<std::size_t>(picture.width) * 3;
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        raw.push_back(0);
        raw.append(reinterpret_cast<const char*>(picture.rgb.data() + y * row), row);
    }
    uLongf size = compressBound(raw.size());
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(raw.data()),
              raw.size(), 3);
    packed.resize(size);
    return packed;
}

}  // namespace

Result<Done> write_png(const Picture& picture, const std::string& path) {
    std::string out("\x89PNG\r\n\x1a\n", 8), head;
    put32(head, static_cast<std::uint32_t>(picture.width));
    put32(head, static_cast<std::uint32_t>(picture.height));
    head.append("\x08\x02\x00\x00\x00", 5);
    chunk(out, "IHDR", head);
    chunk(out, "IDAT", packed_rows(picture));
    chunk(out, "IEND", "");
    std::ofstream file(path, std::ios::binary);
    file.write(out.data(), static_cast<std::streamsize>(out.size()));
    file.flush();
    if (!file)
        return Error{Error::Kind::unavailable, "cannot write " + path,
                     "Choose a folder that can be written to."};
    return Done{};
}

Picture smaller(const Picture& picture, int times) {
    Picture out{picture.width / times, picture.height / times, {}};
    const auto sample = [&](int x, int y, int c) {
        return picture.rgb[static_cast<std::size_t>((y * picture.width + x) * 3 + c)];
    };
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            for (int c = 0; c < 3; ++c) {
                int sum = 0;
                for (int i = 0; i < times * times; ++i)
                    sum += sample(x * times + i % times, y * times + i / times, c);
                out.rgb.push_back(static_cast<std::uint8_t>(sum / (times * times)));
            }
    return out;
}

Picture contact_sheet(const std::vector<Picture>& pictures, int columns, int gap) {
    int cell_w = 1, cell_h = 1;
    for (const Picture& picture : pictures) {
        cell_w = std::max(cell_w, picture.width);
        cell_h = std::max(cell_h, picture.height);
    }
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    Picture sheet{columns * (cell_w + gap) + gap, rows * (cell_h + gap) + gap, {}};
    sheet.rgb.assign(static_cast<std::size_t>(sheet.width * sheet.height * 3), 0xB8);
    for (int i = 0; i < static_cast<int>(pictures.size()); ++i) {
        const Picture& picture = pictures[static_cast<std::size_t>(i)];
        const int left = gap + i % columns * (cell_w + gap), top = gap + i / columns * (cell_h + gap);
        for (int y = 0; y < picture.height; ++y)
            std::copy_n(picture.rgb.begin() + y * picture.width * 3, picture.width * 3,
                        sheet.rgb.begin() + ((top + y) * sheet.width + left) * 3);
    }
    return sheet;
}

}  // namespace touchstone::game
