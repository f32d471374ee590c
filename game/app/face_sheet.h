// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "game/ui/face/window.h"

namespace touchstone::game {

/// One face of the sheet on which fresh readers name the mood.
struct SheetFace {
    char letter = 'A';
    Mood mood = Mood::neutral;
    Looks looks;
    Expression expression;
};
/// Three people, six moods each, shuffled, always in the same order.
std::vector<SheetFace> face_sheet();
/// Six in a row, each with its letter and no word.
void draw_face_sheet(Ui& ui, OutlineCache& cache, const std::vector<SheetFace>& faces);
/// "A worried" per line.
std::string face_sheet_key(const std::vector<SheetFace>& faces, const Words& words);

}  // namespace touchstone::game
