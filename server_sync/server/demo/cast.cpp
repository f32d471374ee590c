// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/demo/cast.h"

namespace touchstone::sync {

const std::vector<CastSite>& demo_cast() {
    static const std::vector<CastSite> cast = {{"Harbour Street",
                                                120,
                                                "ewa.kalinowska",
                                                "Ewa Kalinowska",
                                                {"Desk tablet 1", "Desk tablet 2", "Staff room tablet"},
                                                {{"Anna Kowalska", "pl", Habit::keen, 62},
                                                 {"Bartek Maj", "pl", Habit::steady, 40},
                                                 {"Daria Lewandowska", "pl", Habit::keen, 55},
                                                 {"Eero Põld", "et", Habit::newcomer, 45},
                                                 {"Galina Tamm", "ru", Habit::keen, 66},
                                                 {"Jaan Rebane", "et", Habit::seldom, 38},
                                                 {"Kadri Õunapuu", "et", Habit::steady, 58},
                                                 {"Marek Zieliński", "pl", Habit::steady, 60},
                                                 {"Märt Kask", "et", Habit::lapsed, 50},
                                                 {"Nikita Sokolov", "ru", Habit::steady, 35},
                                                 {"Olena Bondar", "ru", Habit::steady, 57},
                                                 {"Piret Saar", "et", Habit::keen, 48},
                                                 {"Sofia Ivanova", "ru", Habit::lapsed, 63},
                                                 {"Tom Ashworth", "en", Habit::steady, 44},
                                                 {"Urmas Vaher", "et", Habit::seldom, 52},
                                                 {"Zofia Łukasik", "pl", Habit::steady, 50}}},
                                               {"Old Market",
                                                60,
                                                "henrik.lepik",
                                                "Henrik Lepik",
                                                {"Counter tablet", "Back office tablet"},
                                                {{"Agnieszka Wrona", "pl", Habit::keen, 58},
                                                 {"Alexei Morozov", "ru", Habit::steady, 47},
                                                 {"Chloe Bennett", "en", Habit::keen, 60},
                                                 {"Dominik Sowa", "pl", Habit::seldom, 41},
                                                 {"Ewelina Żak", "pl", Habit::steady, 54},
                                                 {"Grzegorz Bąk", "pl", Habit::lapsed, 46},
                                                 {"Hanna Ilves", "et", Habit::steady, 65},
                                                 {"Irina Volkova", "ru", Habit::steady, 51},
                                                 {"Jakub Śliwa", "pl", Habit::keen, 37},
                                                 {"Kinga Czerwińska", "pl", Habit::steady, 59},
                                                 {"Liam O'Connor", "en", Habit::steady, 43},
                                                 {"Paweł Gołąb", "pl", Habit::never, 50},
                                                 {"Reet Mägi", "et", Habit::seldom, 56},
                                                 {"Svetlana Orlova", "ru", Habit::steady, 49}}}};
    return cast;
}

}  // namespace touchstone::sync
