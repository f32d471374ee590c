// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Code points of Material Icons; drawn as their own run, centred by their own box. The atlas holds just
/// these.
namespace touchstone::game::icon {

using Code = unsigned short;
inline constexpr Code close = 0xE5CD, back = 0xE5C4, forward = 0xE5C8, check = 0xE5CA, check_circle = 0xE86C,
                      play = 0xE037, replay = 0xE042, help = 0xE8FD, schedule = 0xE8B5, cloud_off = 0xE2C1,
                      cloud_done = 0xE2BF, cloud_sync = 0xE2C3, save = 0xE161, warning = 0xE002, up = 0xE5D8,
                      down = 0xE5DB, chevron_right = 0xE5CC, chevron_down = 0xE5CF, chevron_up = 0xE5CE,
                      eye = 0xE8F4, wallet = 0xE850, flag = 0xE153, trending_up = 0xE8E5, turn = 0xE0B6,
                      person = 0xE7FD, person_add = 0xE7FE, backspace = 0xE14A, settings = 0xE8B8,
                      language = 0xE894, satisfied = 0xE813, very_satisfied = 0xE815, dissatisfied = 0xE811,
                      very_dissatisfied = 0xE814, neutral = 0xE812, verified = 0xE8E8, hourglass = 0xE88C,
                      link = 0xE157, shop = 0xE8D1, hotel = 0xE53A, phone = 0xE0CD, home = 0xE88A,
                      shift = 0xE318, tablet = 0xE32F, problem = 0xE000, store = 0xE563,
                      keyboard_hide = 0xE31A, heart = 0xE87D, lock = 0xE897, list = 0xE896, restart = 0xE5D5,
                      unchecked = 0xE836,
                      forum = 0xE0BF, insights = 0xF092, bolt = 0xEA0B, trophy = 0xEA23, bank = 0xE84F, signal = 0xE202, school = 0xE80C, sun = 0xE430, people = 0xE7FB, bulb = 0xE0F0, hearing = 0xE023, heart_outline = 0xE87E, event = 0xE614, download = 0xE2C4, manager = 0xE8D3, star = 0xE838, swap = 0xE8D4, speaker = 0xE050, add = 0xE145, remove = 0xE15B, undo = 0xE166, build = 0xE869;

inline constexpr Code all[] = {close,          back,          forward,
                               check,          check_circle,  play,
                               replay,         help,          schedule,
                               cloud_off,      cloud_done,    cloud_sync,
                               save,           warning,       up,
                               down,           chevron_right, chevron_down,
                               chevron_up,     eye,           wallet,
                               flag,           trending_up,   turn,
                               person,         person_add,    backspace,
                               settings,       language,      satisfied,
                               very_satisfied, dissatisfied,  very_dissatisfied,
                               neutral,        verified,      hourglass,
                               link,           shop,          hotel,
                               phone,          home,          shift,
                               tablet,         problem,       store,
                               keyboard_hide,  heart,         lock,
                               list,           restart,       unchecked, forum, insights, bolt, trophy, bank, signal, school, sun, people, bulb, hearing, heart_outline, event, download, manager, star, swap, speaker, add, remove, undo, build};

}  // namespace touchstone::game::icon
