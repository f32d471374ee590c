// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/utf8.h"
#include "game/app/app.h"
#include "game/screens/common/labels.h"
#include "game/screens/writing/writing_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {
namespace {

const char* name_of(Writing::Kind kind) {
    switch (kind) {
        case Writing::Kind::contest:
            return "contest";
        case Writing::Kind::idea:
            return "idea";
        case Writing::Kind::reflection:
            return "reflection";
        case Writing::Kind::kudos:
            return "kudos";
    }
    return "";
}

RecordBody body_of(const Writing& writing) {
    std::optional<std::string> words;
    if (const auto kept = trimmed(writing.words); !kept.empty()) words = std::string(kept);
    switch (writing.kind) {
        case Writing::Kind::contest:
            return Contest{writing.about, words};
        case Writing::Kind::reflection:
            return Reflection{writing.encounter, words};
        case Writing::Kind::kudos:
            return Kudos{writing.to, writing.indicator, words};
        case Writing::Kind::idea:
            break;
    }
    return Idea{words};
}

/// Under which an unfinished text waits for its person to come back.
std::string draft_key(const PersonId& person, const Writing& writing) {
    const std::string about = writing.encounter ? "/" + writing.encounter->text : "";
    return std::string("draft/") + name_of(writing.kind) + "/" + person.text + about;
}

}  // namespace

/// The record with which an encounter ended, among those of the person.
std::optional<RecordId> App::end_of(const EncounterId& encounter) const {
    for (const Record& record : state_.learner.records)
        if (const auto* finished = std::get_if<EncounterFinished>(&record.body);
            finished != nullptr && finished->encounter == encounter)
            return record.header.id;
    return std::nullopt;
}

void App::do_(const OpenWriting& action) {
    if (state_.author) return say(words_.tr("author", "Nothing that you play here is recorded"));
    Writing writing;
    writing.kind = action.kind;
    writing.back_to = state_.screen;
    if (state_.screen == Screen::debrief) {
        if (!load_learner()) return;
        writing.encounter = state_.playing->id;
        const auto end = end_of(state_.playing->id);
        if (action.kind == Writing::Kind::contest && !end) return;
        if (end) writing.about = *end;
    }
    const auto draft = services_.store->setting(draft_key(state_.person->id, writing));
    if (draft && *draft) writing.words = **draft;
    writing.shifted = writing.words.empty();
    state_.writing = std::move(writing);
    state_.screen = action.kind == Writing::Kind::kudos ? Screen::kudos : Screen::writing;
}

void App::do_(const ChooseColleague& action) { state_.writing->to = {action.id}; }
void App::do_(const ChooseIndicator& action) { state_.writing->indicator = action.id; }
void App::do_(const WriteThanks&) { state_.screen = Screen::writing; }

void App::do_(const TypeWords& action) {
    Writing& writing = *state_.writing;
    for (const std::string& key : action.keys) {
        if (key == "shift") {
            writing.shifted = !writing.shifted;
            continue;
        }
        writing.words = edited(writing.words, key, longest_writing);
        const std::string_view kept = trimmed(writing.words);
        const bool sentence = kept.empty() || kept.back() == '.' || kept.back() == '?';
        writing.shifted = sentence && (kept.empty() || kept != writing.words);
    }
}

void App::do_(const KeepWords&) {
    const Writing& writing = *state_.writing;
    if (!commit({body_of(writing)})) return;
    save_setting(draft_key(state_.person->id, writing), "");
    const Screen back = writing.back_to;
    const bool thanks = writing.kind == Writing::Kind::kudos;
    state_.writing.reset();
    if (!load_learner()) return;
    state_.screen = back;
    say(thanks ? words_.tr("writing", "Your colleague will see it on this tablet.")
               : words_.tr("writing", "Kept. Thank you."));
}

/// What was begun is not lost: it waits as a draft.
void App::keep_draft() {
    if (state_.writing && state_.person)
        save_setting(draft_key(state_.person->id, *state_.writing), std::string(trimmed(state_.writing->words)));
}

void App::do_(const LeaveWriting&) {
    const bool second_page = state_.screen == Screen::writing && state_.writing->kind == Writing::Kind::kudos;
    keep_draft();
    if (second_page) {
        state_.screen = Screen::kudos;
        return;
    }
    state_.screen = state_.writing->back_to;
    state_.writing.reset();
}

std::optional<Action> App::draw_kudos_screen(Ui& ui) {
    const Writing& writing = *state_.writing;
    KudosView view;
    view.header.title = words_.tr("kudos", "Thank a colleague");
    view.header.line = words_.tr("kudos", "For something that you saw");
    view.header.closes = false;
    view.header.pill = pill();
    view.whom = words_.tr("kudos", "Whom?");
    view.what = words_.tr("kudos", "What for?");
    view.nobody = words_.tr("kudos", "Nobody else uses this tablet yet.");
    view.next = words_.tr("enrol", "NEXT");
    for (const device::DevicePerson& person : state_.people)
        if (person.has_tile() && person.id != state_.person->id)
            view.people.push_back({person.id.text, person.name, initials(person.name), person.colour});
    const Standard& standard = pack_->library.standard;
    for (std::size_t i = 0; i < standard.behaviours.size(); ++i) {
        KudosView::Group group;
        group.behaviour =
            pack_->texts.find(words_.language(), "standard/behaviours/" + standard.behaviours[i]);
        for (const Indicator& indicator : standard.indicators)
            if (indicator.behaviour == i)
                group.indicators.emplace_back(
                    indicator.id,
                    pack_->texts.find(words_.language(), "standard/indicators/" + indicator.id));
        view.groups.push_back(std::move(group));
    }
    view.chosen_person = writing.to.text;
    view.chosen_indicator = writing.indicator;
    const KudosAction fired = draw_kudos(ui, view);
    switch (fired.kind) {
        case KudosAction::Kind::none:
            return std::nullopt;
        case KudosAction::Kind::person:
            return ChooseColleague{fired.id};
        case KudosAction::Kind::indicator:
            return ChooseIndicator{fired.id};
        case KudosAction::Kind::next:
            return WriteThanks{};
        case KudosAction::Kind::back:
            return LeaveWriting{};
        case KudosAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

/// What to write, and who will see it.
void App::ask_in(WritingView& view) const {
    switch (state_.writing->kind) {
        case Writing::Kind::contest:
            view.header.title = words_.tr("writing", "I see this score differently");
            view.question = words_.tr("writing", "What did the score miss?");
            view.placeholder = words_.tr("writing", "What you did, and why it was right for this customer.");
            view.who_reads =
                words_.tr("writing", "For your manager. For now it stays on this tablet, and the score as it is.");
            return;
        case Writing::Kind::idea:
            view.header.title = words_.tr("writing", "An idea");
            view.question = words_.tr("writing", "What would make it easier for customers or for you?");
            view.placeholder = words_.tr("writing", "Small things count.");
            view.who_reads = words_.tr("writing", "For your manager. For now it stays on this tablet.");
            return;
        case Writing::Kind::reflection:
            view.header.title = words_.tr("writing", "A thought of your own");
            view.question =
                words_.tr("writing", "What else could I do so that every customer feels cared for?");
            view.who_reads = words_.tr("writing", "For you alone.");
            return;
        case Writing::Kind::kudos:
            view.header.title = words_.tr("kudos", "Thank a colleague");
            view.question = words_.tr("writing", "What did you see? A line, if you like.");
            view.who_reads = words_.tr("writing", "For your colleague.");
            view.may_be_empty = true;
            return;
    }
}

std::optional<Action> App::draw_writing_screen(Ui& ui) {
    const Writing& writing = *state_.writing;
    WritingView view;
    ask_in(view);
    view.header.line = words_.count("writing", "{} letter left", "{} letters left",
                                    static_cast<long>(longest_writing - count_code_points(writing.words)));
    view.header.closes = false;
    view.header.pill = pill();
    view.text = writing.words;
    view.language = words_.language();
    view.shifted = writing.shifted;
    view.keep =
        writing.kind == Writing::Kind::kudos ? words_.tr("writing", "THANK") : words_.tr("writing", "KEEP");
    WritingAction fired = draw_writing(ui, view);
    switch (fired.kind) {
        case WritingAction::Kind::none:
            return std::nullopt;
        case WritingAction::Kind::type:
            return TypeWords{std::move(fired.keys)};
        case WritingAction::Kind::keep:
            return KeepWords{};
        case WritingAction::Kind::back:
            return LeaveWriting{};
        case WritingAction::Kind::sync:
            return ShowSync{};
    }
    return std::nullopt;
}

}  // namespace touchstone::game
