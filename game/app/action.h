// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
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

/// By room: one flat variant of all of them would cost every file that names it seconds to compile.
using Action = std::variant<ActionOnPeople, ActionInPlay, ActionInSession, ActionInWriting, ActionOnSettings,
                            ActionWhenJoining, ActionOfAuthor>;

}  // namespace touchstone::game
