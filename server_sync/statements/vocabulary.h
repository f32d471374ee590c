// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The IRIs of our statements; docs/xapi.md says what each means.
namespace touchstone::sync::vocabulary {

inline constexpr const char* base = "https://w3id.org/xapi/touchstone/";
inline constexpr const char* profile = "https://w3id.org/xapi/touchstone";
inline constexpr const char* record_extension = "https://w3id.org/xapi/touchstone/extensions/record";
inline constexpr const char* scenario_type = "http://id.tincanapi.com/activitytype/scenario";
inline constexpr const char* attempt_type = "http://adlnet.gov/expapi/activities/simulation";
inline constexpr const char* moment_type = "http://adlnet.gov/expapi/activities/cmi.interaction";
inline constexpr const char* profile_type = "http://adlnet.gov/expapi/activities/profile";
inline constexpr const char* question_type = "http://adlnet.gov/expapi/activities/question";
inline constexpr const char* idea_type = "http://id.tincanapi.com/activitytype/suggestion";
inline constexpr const char* reflection_type = "http://activitystrea.ms/schema/1.0/note";

struct Verb {
    const char* id;
    const char* display;
};
inline constexpr Verb attempted{"http://adlnet.gov/expapi/verbs/attempted", "attempted"};
inline constexpr Verb asked{"http://adlnet.gov/expapi/verbs/asked", "asked"};
inline constexpr Verb answered{"http://adlnet.gov/expapi/verbs/answered", "answered"};
inline constexpr Verb completed{"http://adlnet.gov/expapi/verbs/completed", "completed"};
inline constexpr Verb exited{"http://adlnet.gov/expapi/verbs/exited", "exited"};
inline constexpr Verb abandoned{"https://w3id.org/xapi/adl/verbs/abandoned", "abandoned"};
inline constexpr Verb contested{"https://w3id.org/xapi/touchstone/verbs/contested", "contested"};
inline constexpr Verb raised{"https://w3id.org/xapi/touchstone/verbs/raised", "raised"};
inline constexpr Verb commented{"http://adlnet.gov/expapi/verbs/commented", "commented"};
inline constexpr Verb liked{"http://activitystrea.ms/schema/1.0/like", "liked"};

}  // namespace touchstone::sync::vocabulary
