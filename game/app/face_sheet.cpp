// SPDX-License-Identifier: Apache-2.0
#include "game/app/face_sheet.h"

#include "engine/basics/seeded.h"
#include "game/screens/common/labels.h"

namespace touchstone::game {
namespace {

struct Sample {
    Mood mood;
    CustomerState state;
    int change;
};
// In the middle of where each word is printed.
constexpr Sample samples[] = {
    {Mood::delighted, {85, 80, 80}, 10}, {Mood::reassured, {62, 65, 60}, 5},
    {Mood::worried, {40, 45, 10}, -8},     {Mood::doubtful, {45, 15, 50}, 0},
    {Mood::let_down, {25, 35, 50}, -4},   {Mood::angry, {10, 10, 5}, -15}};

const Looks people[] = {{"40s", "bob", "brown", "light", "slate", "coat", "", "", false},
                        {"60s", "crop", "grey", "deep", "navy", "shirt", "", "", true},
                        {"20s", "curly", "black", "olive", "sage", "hood", "", "", false}};

constexpr std::size_t per_row = 6;

}  // namespace

std::vector<SheetFace> face_sheet() {
    std::vector<SheetFace> faces;
    for (const Looks& looks : people)
        for (const Sample& sample : samples)
            faces.push_back({'A', sample.mood, looks, expression_of(sample.state, sample.change)});
    SplitMix64 random(20261122);
    for (std::size_t i = faces.size() - 1; i > 0; --i) std::swap(faces[i], faces[random.below(i + 1)]);
    for (std::size_t i = 0; i < faces.size(); ++i) faces[i].letter = static_cast<char>('A' + i);
    return faces;
}

void draw_face_sheet(Ui& ui, OutlineCache& cache, const std::vector<SheetFace>& faces) {
    const float width = ui.size().w / per_row, height = width + 24;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const Rect cell{width * static_cast<float>(i % per_row), height * static_cast<float>(i / per_row),
                        width, height};
        draw_avatar(ui, cache, {cell.x + 12, cell.y + 8, width - 24, width - 24}, faces[i].looks,
                    faces[i].expression, ui.theme().tint);
        ui.text_middle(std::string(1, faces[i].letter), type::title, {cell.x, cell.bottom() - 34, cell.w, 30},
                       ui.theme().ink, Align::centre);
    }
}

std::string face_sheet_key(const std::vector<SheetFace>& faces, const Words& words) {
    std::string key;
    for (const SheetFace& face : faces) key += std::string(1, face.letter) + " " + mood_word(words, face.mood) + "\n";
    return key;
}

}  // namespace touchstone::game
