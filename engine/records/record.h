// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/basics/civil.h"
#include "engine/basics/id.h"

namespace touchstone {

/// The version of these fields (DEFINITIONS A7).
inline constexpr int record_schema = 1;

/// Where and when a record was made; stamped by the shell when it is committed.
struct RecordHeader {
    int schema = record_schema;
    RecordId id;  // UUIDv7
    OrganisationId organisation;
    SiteId site;
    TeamId team;
    PersonId person;
    DeviceId device;
    IncarnationId incarnation;
    std::int64_t seq = 0;  // per (device, incarnation), from 1, no gaps
    Micros at = 0;
    Day day = 0;
    std::int64_t monotonic_ms = 0;
    std::string boot_id;
    std::string language;
    std::string text_flag;  // "" shown in that language, "fallback" when source texts stood in
    friend bool operator==(const RecordHeader&, const RecordHeader&) = default;
};

/// A state as records keep it.
struct RecordedState {
    int satisfaction = 0, trust = 0, patience = 0;
    friend bool operator==(const RecordedState&, const RecordedState&) = default;
};
/// Weight in thousandths, q4 the rating 0..4.
struct RecordedEvidence {
    std::string indicator;
    int w = 0;
    int q4 = 0;
    friend bool operator==(const RecordedEvidence&, const RecordedEvidence&) = default;
};
/// All in thousandths: weight, quality, floor, evidence after the factors of learning 1.4.
struct RecordedMastery {
    std::string behaviour;
    int w = 0, q = 0, c = 0, e = 0;
    friend bool operator==(const RecordedMastery&, const RecordedMastery&) = default;
};
/// Where a retry starts.
struct RecordedStart {
    std::string moment;
    RecordedState state;
    std::vector<std::string> facts, marks;
    std::int64_t spent = 0;
    std::optional<std::vector<std::string>> steps;  // taken before a retry began
    friend bool operator==(const RecordedStart&, const RecordedStart&) = default;
};

struct EncounterBegun {
    EncounterId encounter;
    std::string pack, pack_hash, scenario;
    int version = 1;
    std::string logic_hash;
    std::string seed;               // 16 hexadecimal digits
    std::string mode = "practice";  // practice | retry | assigned | session
    std::optional<std::string> assignment;
    std::optional<EncounterId> parent_encounter;
    std::int64_t parent_n = 0;
    RecordedStart start;
    friend bool operator==(const EncounterBegun&, const EncounterBegun&) = default;
};
struct AskMade {
    EncounterId encounter;
    std::int64_t n = 0;  // counts events of the encounter from 1
    std::string moment, ask;
    std::vector<std::string> revealed;
    RecordedState state;
    std::int64_t visible_ms = 0;
    friend bool operator==(const AskMade&, const AskMade&) = default;
};
struct ChoiceMade {
    EncounterId encounter;
    std::int64_t n = 0;
    std::string moment, choice;
    std::vector<std::string> shown;  // order on screen
    std::int64_t visible_ms = 0;
    bool rapid = false, hint = false;
    int loss = 0;  // thousandths
    RecordedState state;
    std::int64_t spent = 0;
    std::vector<std::string> steps;
    bool extra = false, critical = false;
    std::vector<RecordedEvidence> evidence;
    std::vector<RecordedMastery> mastery;
    int difficulty = 0;  // percent
    friend bool operator==(const ChoiceMade&, const ChoiceMade&) = default;
};
struct EncounterFinished {
    EncounterId encounter;
    std::string end = "outcome";  // outcome | left | abandoned
    std::string ending, outcome;  // empty when abandoned
    int value = 0;
    std::optional<int> score;                  // tenths; none when abandoned
    int worst = 0;                             // thousandths
    std::array<std::optional<int>, 3> levels;  // credited, tenths
    std::vector<std::string> met;
    bool critical = false;
    RecordedState state;
    int recommend = 0;
    int facts_found = 0, facts_total = 0;
    std::int64_t spent = 0, active_ms = 0;
    friend bool operator==(const EncounterFinished&, const EncounterFinished&) = default;
};

/// The answer to one variant of a drill. It belongs to no encounter, so it names its pack itself.
struct DrillAnswered {
    std::string pack, pack_hash, drill;
    int version = 1;
    std::string variant, choice;
    std::vector<std::string> shown;  // order on screen
    std::int64_t visible_ms = 0;
    bool rapid = false, hint = false;
    std::optional<int> confidence;  // 1..3, given before the answer was shown
    int q4 = 0;                     // quality of the answer in quarters, 0..4, rounded half up
    int rating = 1;                 // 1 again, 2 hard, 3 good, 4 easy (learning 3)
    std::vector<RecordedEvidence> evidence;
    std::vector<RecordedMastery> mastery;  // e is 0 from the second answer of a day on
    int difficulty = 0;                    // percent
    Day due_day = 0;                       // when the drill is due again
    friend bool operator==(const DrillAnswered&, const DrillAnswered&) = default;
};

/// What a person wrote, in their own words. The words stay in the log of the tablet: no statement has them.
/// Somebody sees a score differently.
struct Contest {
    RecordId about;
    std::optional<std::string> words;
    friend bool operator==(const Contest&, const Contest&) = default;
};
/// How something could be done better.
struct Idea {
    std::optional<std::string> words;
    friend bool operator==(const Idea&, const Idea&) = default;
};
/// A thought after an encounter.
struct Reflection {
    std::optional<EncounterId> encounter;
    std::optional<std::string> words;
    friend bool operator==(const Reflection&, const Reflection&) = default;
};
/// Thanks to a colleague for something that one saw.
struct Kudos {
    PersonId to;
    std::string indicator;
    std::optional<std::string> words;
    friend bool operator==(const Kudos&, const Kudos&) = default;
};

/// One thing that happened, never changed. Later kinds join this variant; the compiler then names what to
/// extend.
using RecordBody = std::variant<EncounterBegun, AskMade, ChoiceMade, EncounterFinished, DrillAnswered,
                                Contest, Idea, Reflection, Kudos>;

struct Record {
    RecordHeader header;
    RecordBody body;
    friend bool operator==(const Record&, const Record&) = default;
};

/// "encounter-begun", "ask-made", "choice-made", "encounter-finished", "drill-answered", "contest", "idea",
/// "reflection", "kudos".
const char* kind_of(const RecordBody& body);
/// The encounter that the record is a part of; null for a kind that stands alone.
const EncounterId* encounter_of(const RecordBody& body);

/// The record as it may leave the tablet: without what a person wrote.
RecordBody without_words(RecordBody body);

/// Quality of a whole answer: the weighted mean of its ratings (Q of DEFINITIONS A5), thousandths; nothing
/// when nothing was tested.
std::optional<int> quality_of(const std::vector<RecordedEvidence>& evidence);

/// The records in the order in which folds take them, whatever order they arrived in: by time, device,
/// incarnation, sequence (learning 2.2). A record that arrived twice is kept once.
std::vector<Record> in_order(std::vector<Record> records);

}  // namespace touchstone
