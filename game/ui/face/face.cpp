// SPDX-License-Identifier: Apache-2.0
#include "game/ui/face/face.h"

#include <cstdlib>

namespace touchstone::game {
namespace {

template <class Tones>
struct Named {
    const char* name;
    Tones tones;
};
constexpr SkinTones skin(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return {rgb(a), rgb(b), rgb(c)};
}
constexpr HairTones hair(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return {rgb(a), rgb(b), rgb(c)};
}
constexpr CoatTones coat(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return {rgb(a), rgb(b), rgb(c)};
}

// The palettes of the visual target (mockups/source/face.py).
constexpr Named<SkinTones> skins[] = {{"light", skin(0xF3CBAA, 0xDDA079, 0xDD7F68)},
                                      {"porcelain", skin(0xF9DCC8, 0xE9B79A, 0xE58F7B)},
                                      {"olive", skin(0xE0AE82, 0xC4885A, 0xCC6F55)},
                                      {"brown", skin(0xB27A52, 0x8F5A38, 0xB2553F)},
                                      {"deep", skin(0x7C5036, 0x5B3723, 0x9A4636)}};
constexpr Named<HairTones> hairs[] = {
    {"brown", hair(0x5A3A28, 0x6F4A34, 0x432A1C)}, {"black", hair(0x26222A, 0x38333E, 0x17141A)},
    {"blond", hair(0xD9A95B, 0xE8C079, 0xB88840)}, {"red", hair(0xA8502B, 0xC0673F, 0x87391A)},
    {"grey", hair(0xA9ADB3, 0xC2C6CB, 0x8A8F97)},  {"white", hair(0xDDDFE2, 0xF0F1F3, 0xBBBFC5)},
    {"dark", hair(0x3A2A22, 0x4E3A30, 0x281B15)}};
constexpr Named<CoatTones> coats[] = {
    {"slate", coat(0x5B6F80, 0x4A5C6C, 0xF3E9DC)},   {"teal", coat(0x2B7A7F, 0x1F6468, 0xF6EDE0)},
    {"mustard", coat(0xD79B3A, 0xBC8229, 0xFFF5E4)}, {"plum", coat(0x7B4A6B, 0x653A57, 0xF4E4EC)},
    {"navy", coat(0x2F4263, 0x243450, 0xEAF0F8)},    {"brick", coat(0xB4573A, 0x98452B, 0xFBEBDD)},
    {"sage", coat(0x7F9B7A, 0x6A8566, 0xF4F1E4)},    {"sand", coat(0xCDB597, 0xB79D7C, 0x5B4636)},
    {"charcoal", coat(0x3D444C, 0x2F353C, 0xDCE3E8)}};
constexpr Named<Colour> irises[] = {
    {"brown", rgb(0x5B3A24)}, {"black", rgb(0x38231A)}, {"blond", rgb(0x3F6E8C)}, {"red", rgb(0x4C7A57)},
    {"grey", rgb(0x4F7186)},  {"white", rgb(0x4F7186)}, {"dark", rgb(0x4A2E1F)}};
constexpr Named<Colour> headwears[] = {
    {"hijab", rgb(0x8A4A62)}, {"beanie", rgb(0x2F4263)}, {"cap", rgb(0xB4573A)}, {"turban", rgb(0xD6912F)}};

/// The tones of that name; of an unknown one the first, so that a newer pack still shows a face.
template <class Tones, std::size_t count>
const Tones& named(const Named<Tones> (&list)[count], const std::string& name) {
    for (const auto& entry : list)
        if (name == entry.name) return entry.tones;
    return list[0].tones;
}

bool one_of(const std::string& name, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* other) { return name == other; });
}

Colour brow_of(const FaceLooks& looks) {
    if (one_of(looks.hair_name, {"white", "grey"})) return mix(looks.hair.dark, rgb(0x6B6F76), 0.45F);
    if (looks.hair_name == "blond") return mix(looks.hair.dark, rgb(0x6B4A1E), 0.35F);
    return mix(looks.hair.dark, looks.hair.base, 0.35F);
}

void colour_mouth(FaceLooks& looks) {
    const Colour base = looks.skin.base;
    looks.mouth = looks.beard == "full" ? mix(base, rgb(0x8E3A34), 0.78F)
                  : looks.dark_skin     ? rgb(0x4E1B1C)
                                        : rgb(0x7A2E2C);
    looks.lip = looks.dark_skin ? mix(base, rgb(0x8E3A36), 0.6F) : mix(base, rgb(0xB5473F), 0.55F);
}

}  // namespace

FaceLooks face_looks(const Looks& from) {
    FaceLooks looks;
    looks.key = from.style + from.headwear + from.collar + from.beard + from.age + "/";
    looks.skin = named(skins, from.skin);
    looks.hair = named(hairs, from.hair);
    looks.coat = named(coats, from.coat);
    // Dark skin has dark eyes, whatever age did to the hair.
    const bool dark = from.skin == "brown" || from.skin == "deep";
    looks.iris = named(irises, dark ? "black" : from.hair);
    looks.headwear_colour = named(headwears, from.headwear);
    looks.style = from.style;
    looks.collar = from.collar;
    looks.headwear = from.headwear;
    looks.beard = from.beard;
    looks.hair_name = from.hair;
    looks.age = std::atoi(from.age.c_str());
    looks.glasses = from.glasses;
    looks.dark_skin = one_of(from.skin, {"deep", "brown"});
    looks.lashes =
        from.beard.empty() &&
        (one_of(from.style, {"bob", "long", "bun", "ponytail"}) || from.headwear == "hijab");
    looks.jaw = looks.lashes ? 20.0F : 22.5F;
    looks.side = looks.lashes ? 1.0F : -1.0F;
    looks.ink = mix(rgb(0x2A1B18), looks.hair.dark, 0.35F);
    looks.brow = brow_of(looks);
    colour_mouth(looks);
    return looks;
}

void draw_face(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple) {
    const float degrees = (4.5F * pose.sad + 1.5F * pose.joy - 5 * pose.doubt) * pose.side;
    const Point move{-2.5F * pose.doubt * pose.side,
                     2.2F * pose.sad - 1.2F * pose.alarm - pose.joy + 0.6F * pose.anger};
    const float zoom = 1 + 0.02F * pose.anger - 0.015F * pose.doubt;
    pen.tilt(degrees, move, zoom);
    draw_back_hair(pen, looks);
    pen.level();
    draw_body(pen, looks, pose);
    pen.tilt(degrees, move, zoom);
    draw_head(pen, looks, pose, simple);
    draw_eyes(pen, looks, pose, simple);
    if (looks.headwear != "hijab") draw_front_hair(pen, looks);
    draw_mouth(pen, looks, pose, simple);
    draw_brows(pen, looks, pose);
    if (looks.glasses) draw_glasses(pen, looks);
    draw_headwear(pen, looks);
    pen.level();
}

}  // namespace touchstone::game
