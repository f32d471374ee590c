// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/practice/session.h"
#include "engine/scenario/condition.h"
#include "game/app/writing.h"
#include "game/screens/common/nav.h"

// What a person did, in the words of the product.
namespace touchstone::game {

// people and the tablet that they share
struct PickPerson {
    std::string id;
};
/// The tiles of those whose names begin with it; empty: all.
struct ShowInitial {
    std::string letter;
};
struct BeginName {};
struct CancelName {};
struct TypeName {
    std::vector<std::string> keys;
};
struct FinishName {};
struct ShowPeople {};
struct ImHere {};
struct TypePin {
    std::vector<std::string> keys;
};
struct LeavePin {};
struct NotMe {};
struct ChoosePin {};
using ActionOnPeople = std::variant<PickPerson, ShowInitial, BeginName, CancelName, TypeName, FinishName, ShowPeople,
                                    ImHere, TypePin, LeavePin, NotMe, ChoosePin>;

// an encounter
struct StartScenario {
    std::size_t scenario = 0;
    bool again = false;
};
struct SelectChoice {
    std::string id;
};
struct AskFirst {
    std::string id;
};
struct SayIt {};
struct GoOn {};
struct AskToLeave {};
struct Stay {};
struct Pause {};
struct EndHere {};
struct FinishDebrief {};
struct ToggleList {};
/// The moment where it could turn, once more.
struct Retry {};
struct LookFromOtherSide {
    std::size_t step = 0;
};
struct BackToDebrief {};
using ActionInPlay =
    std::variant<StartScenario, SelectChoice, AskFirst, SayIt, GoOn, AskToLeave, Stay, Pause, EndHere,
                 FinishDebrief, ToggleList, Retry, LookFromOtherSide, BackToDebrief>;

// sessions, drills and the pages around them
/// Begins what home offers for the chosen minutes.
struct StartSession {};
struct StartDrills {};
struct SetMinutes {
    SessionLength minutes = SessionLength::five;
};
struct SetSector {
    std::string sector;
};
struct OpenPage {
    Page page = Page::home;
};
struct LookAt {
    std::size_t behaviour = 0;
};
struct PractiseBehaviour {};
struct ToggleMapList {};
struct PickAnswer {
    std::string id;
};
struct SetConfidence {
    int confidence = 2;
};
struct ShowAnswer {};
/// To the next part of the session; home after the last.
struct NextItem {};
struct LeaveDrill {};
/// Writes all that is kept of the person to a file.
struct KeepCopy {};
using ActionInSession =
    std::variant<StartSession, StartDrills, SetMinutes, SetSector, OpenPage, LookAt, PractiseBehaviour,
                 ToggleMapList, PickAnswer, SetConfidence, ShowAnswer, NextItem, LeaveDrill, KeepCopy>;

// words of one's own
struct OpenWriting {
    Writing::Kind kind = Writing::Kind::idea;
};
struct ChooseColleague {
    std::string id;
};
struct ChooseIndicator {
    std::string id;
};
/// From whom and what for to the line about it.
struct WriteThanks {};
struct TypeWords {
    std::vector<std::string> keys;
};
struct KeepWords {};
struct LeaveWriting {};
using ActionInWriting = std::variant<OpenWriting, ChooseColleague, ChooseIndicator, WriteThanks, TypeWords,
                                     KeepWords, LeaveWriting>;

// settings
struct OpenSettings {};
struct GoBack {};
struct SetLanguage {
    std::string language;
};
struct SetTheme {
    std::string theme;
};
struct SetText {
    int percent = 100;
};
/// Turns one of the settings that are on or off.
struct Toggle {
    std::string name;
};
struct ShowSync {};
using ActionOnSettings = std::variant<OpenSettings, GoBack, SetLanguage, SetTheme, SetText, Toggle, ShowSync>;

// joining an organisation, and the way out of trouble
struct OpenEnrol {};
struct TypeEnrol {
    std::vector<std::string> keys;
};
struct EnrolNext {};
struct ChangeAddress {};
struct Join {};
struct ChooseLink {
    std::string id;
};
struct ConfirmLink {};
struct TryAgain {};
struct GiveUp {};
/// Goes on with an empty log; the damaged one stays beside it.
struct PutAside {};
using ActionWhenJoining = std::variant<OpenEnrol, TypeEnrol, EnrolNext, ChangeAddress, Join, ChooseLink,
                                       ConfirmLink, TryAgain, GiveUp, PutAside>;

// an author's desk
/// To the desk, from wherever play stands, or back.
struct OpenDesk {};
struct ChooseStart {
    std::string scenario;
    std::string moment;  // empty: the scenario's own start
};
struct SetStartState {
    CustomerState state;
};
struct ToggleFact {
    std::string id;
};
struct ToggleMark {
    std::string id;
};
/// Another order of the answers.
struct Shuffle {};
struct PlayFromStart {};
struct TakeBackStep {};
struct PlayDrill {
    std::size_t drill = 0;
};
struct RestartBuilds {};
using ActionOfAuthor = std::variant<OpenDesk, ChooseStart, SetStartState, ToggleFact, ToggleMark, Shuffle,
                                    PlayFromStart, TakeBackStep, PlayDrill, RestartBuilds>;

using ActionRooms = std::variant<ActionOnPeople, ActionInPlay, ActionInSession, ActionInWriting, ActionOnSettings,
                                 ActionWhenJoining, ActionOfAuthor>;

template <class What, class Variant>
inline constexpr bool is_one_of = false;
template <class What, class... All>
inline constexpr bool is_one_of<What, std::variant<All...>> = (std::is_same_v<What, All> || ...);

/// The room that an action belongs to; void for what is no action.
template <class What, class Rooms = ActionRooms>
struct RoomOf {
    using type = void;
};
template <class What, class First, class... Rest>
struct RoomOf<What, std::variant<First, Rest...>> {
    using type = typename std::conditional_t<is_one_of<What, First>, std::type_identity<First>,
                                             RoomOf<What, std::variant<Rest...>>>::type;
};

/// One of them. By room, and copied and moved in one file alone: a flat variant with its copies would cost every
/// file that names it seconds to compile.
class Action {
public:
    template <class What, class Room = typename RoomOf<What>::type>
        requires(!std::is_void_v<Room>)
    Action(What what) : rooms_(std::in_place_type<Room>, std::in_place_type<What>, std::move(what)) {}
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();

    const ActionRooms& rooms() const { return rooms_; }

private:
    ActionRooms rooms_;
};

}  // namespace touchstone::game
