// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/basics/utf8.h"
#include "game/app/app.h"
#include "game/screens/common/labels.h"
#include "game/screens/link_people/link_view.h"
#include "game/screens/who/who_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {
namespace {

constexpr std::size_t longest_name = 24;

std::string first_letter(const std::string& name) {
    std::size_t at = 0;
    if (!name.empty()) next_code_point(name, at);
    return capital(name.substr(0, at));
}

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
        if (!person.has_tile()) continue;
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
    if (state_.author) return do_(OpenDesk{});
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
    const std::string name(trimmed(state_.name));
    for (const device::DevicePerson& person : state_.people)
        if (person.has_tile() && person.name == name) {
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

/// The tiles, and where there are many the letters to find one's own by.
void App::add_tiles(WhoView& view) const {
    std::set<std::string> letters;
    for (const device::DevicePerson& person : state_.people) {
        if (!person.has_tile()) continue;
        const std::string letter = first_letter(person.name);
        letters.insert(letter);
        if (state_.initial.empty() || state_.initial == letter)
            view.people.push_back({person.id.text, person.name, initials(person.name), person.colour});
    }
    view.initial = state_.initial;
    constexpr long many = 16;
    const auto tiles = std::count_if(state_.people.begin(), state_.people.end(),
                                     [](const device::DevicePerson& person) { return person.has_tile(); });
    if (tiles > many) view.initials.assign(letters.begin(), letters.end());
}

std::optional<Action> App::draw_who_screen(Ui& ui) {
    WhoView view;
    const auto enrolment = services_.store->enrolment();
    view.enrolled = enrolment && *enrolment;
    view.place = view.enrolled ? (*enrolment)->answer.site_name : words_.tr("who", "On this tablet");
    view.pill = pill();
    view.language = state_.settings.language;
    view.naming = state_.naming;
    view.name = state_.name;
    view.problem = state_.name_problem;
    view.shifted = state_.shifted;
    add_tiles(view);
    const WhoAction fired = draw_who(ui, view);
    switch (fired.kind) {
        case WhoAction::Kind::none:
            return std::nullopt;
        case WhoAction::Kind::pick:
            return PickPerson{fired.text};
        case WhoAction::Kind::initial:
            return ShowInitial{fired.text};
        case WhoAction::Kind::begin_name:
            return BeginName{};
        case WhoAction::Kind::cancel_name:
            return CancelName{};
        case WhoAction::Kind::type:
            return TypeName{fired.keys};
        case WhoAction::Kind::finish_name:
            return FinishName{};
        case WhoAction::Kind::language:
            return SetLanguage{fired.text};
        case WhoAction::Kind::enrol:
            return OpenEnrol{};
        case WhoAction::Kind::sync:
            return ShowSync{};
        case WhoAction::Kind::settings:
            return OpenSettings{};
    }
    return std::nullopt;
}

std::optional<Action> App::draw_link_screen(Ui& ui) {
    const auto waiting = undecided();
    if (waiting.empty()) return GoBack{};
    LinkView view;
    view.name = waiting.front()->name;
    view.nth = state_.linked + 1;
    view.of = state_.linked + waiting.size();
    view.chosen = state_.link_choice;
    for (const device::DevicePerson& person : state_.people)
        if (person.origin == device::DevicePerson::Origin::roster && person.listed)
            view.roster.push_back({person.id.text, person.name, initials(person.name), person.colour});
    view.waiting = view.roster.empty() && (services_.sync == nullptr || !services_.sync->has_roster());
    const LinkAction fired = draw_link(ui, view);
    switch (fired.kind) {
        case LinkAction::Kind::none:
            return std::nullopt;
        case LinkAction::Kind::choose:
            return ChooseLink{fired.id};
        case LinkAction::Kind::confirm:
            return ConfirmLink{};
        case LinkAction::Kind::back:
            return GoBack{};
    }
    return std::nullopt;
}

}  // namespace touchstone::game
