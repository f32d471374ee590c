// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace touchstone::game {

enum class Face { regular, medium, semibold, bold, display_semibold, display_bold, icons };

/// A style of text. `em` is the true em size in dp, before the reader's text scale.
struct TextStyle {
    Face face = Face::regular;
    float em = 18;
    float leading = 1.4F;  // line height in em
    float tracking = 0;    // extra advance per glyph in em
    bool tabular = false;  // every digit as wide as 0
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

namespace type {
inline constexpr TextStyle caption{Face::regular, 15};
inline constexpr TextStyle small{Face::regular, 16};
inline constexpr TextStyle badge{Face::semibold, 14, 1.2F};
inline constexpr TextStyle label{Face::semibold, 16};
inline constexpr TextStyle label_light{Face::medium, 16};
inline constexpr TextStyle body{Face::regular, 18};
inline constexpr TextStyle body_strong{Face::semibold, 18};
inline constexpr TextStyle choice{Face::regular, 18, 1.35F};
inline constexpr TextStyle choice_chosen{Face::medium, 18, 1.35F};
inline constexpr TextStyle button{Face::semibold, 18, 1.2F};
inline constexpr TextStyle primary{Face::bold, 20, 1.2F, 0.04F};
inline constexpr TextStyle speech{Face::medium, 24};
inline constexpr TextStyle speech_large{Face::medium, 30, 1.3F};
inline constexpr TextStyle speech_small{Face::medium, 20};
inline constexpr TextStyle heading{Face::display_semibold, 20, 1.2F};
inline constexpr TextStyle title{Face::display_semibold, 24, 1.2F};
inline constexpr TextStyle quote{Face::display_bold, 28, 1.25F};
inline constexpr TextStyle h1{Face::display_bold, 36, 1.2F};
inline constexpr TextStyle display{Face::display_bold, 44, 1.15F};
inline constexpr TextStyle initials{Face::bold, 30, 1.2F};
inline constexpr TextStyle letter{Face::semibold, 24, 1.2F};
inline constexpr TextStyle key{Face::semibold, 32, 1.2F};
inline constexpr TextStyle number{Face::semibold, 16, 1.4F, 0, true};
}  // namespace type

}  // namespace touchstone::game
