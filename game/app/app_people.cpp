// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/utf8.h"
#include "game/app/app.h"
#include "game/screens/who/who_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {
namespace {

constexpr std::size_t longest_name = 24;

}  // namespace

bool App::load_people() {
    auto people = services_.store->people();
    if (!people) {
        trouble(words_.tr("trouble", "The people of this tablet cannot be read"), people.error());
        return false;
    }
    state_.people = *std::move(people);
    return true;
}

bool App::load_learner() {
    const auto records = services_.store->of_person(state_.person->id);
    if (!records) {
        state_.back_to = Screen::who;
        trouble(words_.tr("trouble", "Your practice cannot be read"), records.error());
        return false;
    }
    state_.learner = learn(*pack_, *records, state_.person->id, state_.sector, today());
    const auto thanks = services_.store->kudos_to(state_.person->id);
    if (!thanks) {
        state_.back_to = Screen::who;
        trouble(words_.tr("trouble", "Your practice cannot be read"), thanks.error());
        return false;
    }
    state_.learner.thanks = *thanks;
    loaded_on_ = today();
    return load_team();
}

/// How far this tablet's people are with their week: nobody is named.
bool App::load_team() {
    const auto days = services_.store->practice_since(today() - weekday_of(today()));
    if (!days) {
        state_.back_to = Screen::who;
        trouble(words_.tr("trouble", "Your practice cannot be read"), days.error());
        return false;
    }
    state_.team_shares.clear();
    for (const device::DevicePerson& person : state_.people) {
        if (!person.listed || person.linked_to) continue;
        const auto practised = days->find(person.id);
        state_.team_shares.push_back(practised == days->end() ? 0 : team_share(practised->second, today()));
    }
    return true;
}

void App::do_(const PickPerson& action) {
    for (const device::DevicePerson& person : state_.people)
        if (person.id.text == action.id) return ask_for_pin(device::DevicePerson(person));
}

void App::go_home() {
    state_.playing.reset();
    if (load_learner()) state_.screen = Screen::home;
}

void App::do_(const ShowPeople&) {
    keep_draft();
    state_.writing.reset();
    state_.initial.clear();
    state_.person.reset();
    state_.pin.reset();
    state_.asks_to_leave = false;
    curtain_seconds_.reset();
    state_.playing.reset();
    state_.learner = {};
    state_.session.reset();
    state_.drilling.reset();
    if (load_people()) state_.screen = Screen::who;
}

void App::do_(const ShowInitial& action) { state_.initial = action.letter; }

void App::do_(const BeginName&) {
    state_.naming = true;
    state_.shifted = true;
    state_.name.clear();
    state_.name_problem.clear();
}

void App::do_(const CancelName&) { state_.naming = false; }

void App::do_(const TypeName& action) {
    state_.name_problem.clear();
    for (const std::string& key : action.keys) {
        if (key == "shift") {
            state_.shifted = !state_.shifted;
            continue;
        }
        state_.name = edited(state_.name, key, longest_name);
        state_.shifted = state_.name.empty() || state_.name.back() == ' ';
    }
}

void App::do_(const FinishName&) {
    if (state_.name.empty()) return;
    std::string name = state_.name;
    while (!name.empty() && name.back() == ' ') name.pop_back();
    for (const device::DevicePerson& person : state_.people)
        if (person.listed && !person.linked_to && person.name == name) {
            state_.name_problem = words_.tr(
                "who", "There is a {} here already. Add a letter, so that both of you find your tile.",
                {name});
            return;
        }
    const PersonId id{device::uuid4(services_.random())};
    const auto colour = static_cast<int>(state_.people.size()) % person_colours;
    if (const auto added = services_.store->add_local_person(id, name, colour); !added) {
        state_.back_to = Screen::who;
        return trouble(words_.tr("trouble", "The name could not be saved"), added.error());
    }
    state_.naming = false;
    if (load_people()) do_(PickPerson{id.text});
}

std::vector<const device::DevicePerson*> App::undecided() const {
    std::vector<const device::DevicePerson*> waiting;
    for (const device::DevicePerson& person : state_.people)
        if (person.origin == device::DevicePerson::Origin::local && !person.decided)
            waiting.push_back(&person);
    return waiting;
}

}  // namespace touchstone::game
