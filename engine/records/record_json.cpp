// SPDX-License-Identifier: Apache-2.0
#include "engine/records/record_json.h"

#include <boost/json.hpp>

#include "engine/basics/overloaded.h"

namespace touchstone {

namespace json = boost::json;

namespace {

// Each kind lists its members once, in `members`; writing and reading both walk that list, so they cannot
// differ.

/// Writes members in the order they are walked.
class Writer {
public:
    json::object object;

    void operator()(const char* key, const std::string& value) { object.emplace(key, value); }
    template <class Tag>
    void operator()(const char* key, const Id<Tag>& value) {
        object.emplace(key, value.text);
    }
    void operator()(const char* key, int value) { object.emplace(key, value); }
    void operator()(const char* key, std::int64_t value) { object.emplace(key, value); }
    void operator()(const char* key, bool value) { object.emplace(key, value); }
    void operator()(const char* key, const std::optional<std::string>& value) {
        if (value) object.emplace(key, *value);
    }
    void operator()(const char* key, const std::optional<EncounterId>& value) {
        if (value) object.emplace(key, value->text);
    }
    void operator()(const char* key, const std::optional<int>& value) {
        if (value) object.emplace(key, *value);
    }
    void operator()(const char* key, const std::vector<std::string>& value) {
        object.emplace(key, json::array(value.begin(), value.end()));
    }
    void operator()(const char* key, const std::optional<std::vector<std::string>>& value) {
        if (value) (*this)(key, *value);
    }
    void operator()(const char* key, const RecordedState& s) {
        object.emplace(key, json::array{s.satisfaction, s.trust, s.patience});
    }
    void operator()(const char* key, const std::array<std::optional<int>, 3>& levels) {
        json::array list;
        for (const auto& level : levels) list.push_back(level ? json::value(*level) : json::value(nullptr));
        object.emplace(key, std::move(list));
    }
    template <class Part>
    void operator()(const char* key, const std::vector<Part>& parts);
    void operator()(const char* key, const RecordedStart& start);
};

/// Reads the same members; the first that is missing or of another type is kept as the error.
class Reader {
public:
    explicit Reader(const json::object& object) : object_(object) {}

    std::string problem() const {
        if (!problem_.empty()) return problem_;
        return used_ == object_.size() ? std::string() : "has members that this version does not know";
    }

    void operator()(const char* key, std::string& value) {
        if (const json::value* found = need(key); found && found->is_string())
            value = std::string(found->get_string());
        else
            miss(key);
    }
    template <class Tag>
    void operator()(const char* key, Id<Tag>& value) {
        (*this)(key, value.text);
    }
    void operator()(const char* key, std::int64_t& value) {
        if (const json::value* found = need(key); found && found->is_int64())
            value = found->get_int64();
        else
            miss(key);
    }
    void operator()(const char* key, int& value) {
        std::int64_t wide = 0;
        (*this)(key, wide);
        if (wide < -2'000'000'000 || wide > 2'000'000'000) return miss(key);
        value = static_cast<int>(wide);
    }
    void operator()(const char* key, bool& value) {
        if (const json::value* found = need(key); found && found->is_bool())
            value = found->get_bool();
        else
            miss(key);
    }
    template <class Value>
    void operator()(const char* key, std::optional<Value>& value) {
        if (!object_.if_contains(key)) return;
        (*this)(key, value.emplace());
    }
    void operator()(const char* key, std::vector<std::string>& value) {
        for (const json::value& one : list(key)) {
            if (!one.is_string()) return miss(key);
            value.emplace_back(one.get_string());
        }
    }
    void operator()(const char* key, RecordedState& state) {
        const json::array& numbers = list(key);
        if (numbers.size() != 3) return miss(key);
        int* const fields[] = {&state.satisfaction, &state.trust, &state.patience};
        for (std::size_t i = 0; i < 3; ++i) *fields[i] = small(numbers[i], key);
    }
    void operator()(const char* key, std::array<std::optional<int>, 3>& levels) {
        const json::array& numbers = list(key);
        if (numbers.size() != 3) return miss(key);
        for (std::size_t i = 0; i < 3; ++i)
            if (!numbers[i].is_null()) levels[i] = small(numbers[i], key);
    }
    template <class Part>
    void operator()(const char* key, std::vector<Part>& parts);
    void operator()(const char* key, RecordedStart& start);

private:
    const json::value* need(const char* key) {
        const json::value* found = object_.if_contains(key);
        if (found) ++used_;
        return found;
    }
    const json::array& list(const char* key) {
        static const json::array none;
        const json::value* found = need(key);
        if (found && found->is_array()) return found->get_array();
        miss(key);
        return none;
    }
    int small(const json::value& value, const char* key) {
        if (value.is_int64() && value.get_int64() >= -1'000'000 && value.get_int64() <= 1'000'000)
            return static_cast<int>(value.get_int64());
        miss(key);
        return 0;
    }
    void miss(const char* key) {
        if (problem_.empty()) problem_ = std::string("`") + key + "` is missing or of another type";
    }

    const json::object& object_;
    std::size_t used_ = 0;
    std::string problem_;
};

/// The parts that records are made of; `Part` is const while writing.
template <class Visitor, class Part>
void members_of(Visitor& visit, Part& m) {
    using Kind = std::remove_const_t<Part>;
    if constexpr (std::is_same_v<Kind, RecordedEvidence>) {
        visit("indicator", m.indicator);
        visit("w", m.w);
        visit("q4", m.q4);
    } else if constexpr (std::is_same_v<Kind, RecordedMastery>) {
        visit("behaviour", m.behaviour);
        visit("w", m.w);
        visit("q", m.q);
        visit("c", m.c);
        visit("e", m.e);
    } else {
        visit("moment", m.moment);
        visit("state", m.state);
        visit("facts", m.facts);
        visit("marks", m.marks);
        visit("spent", m.spent);
        visit("steps", m.steps);
    }
}

template <class Visitor, class Body>
void begun_members(Visitor& visit, Body& m) {
    visit("encounter", m.encounter);
    visit("pack", m.pack);
    visit("pack_hash", m.pack_hash);
    visit("scenario", m.scenario);
    visit("version", m.version);
    visit("logic_hash", m.logic_hash);
    visit("seed", m.seed);
    visit("mode", m.mode);
    visit("assignment", m.assignment);
    visit("parent_encounter", m.parent_encounter);
    visit("parent_n", m.parent_n);
    visit("start", m.start);
}
template <class Visitor, class Body>
void ask_members(Visitor& visit, Body& m) {
    visit("encounter", m.encounter);
    visit("n", m.n);
    visit("moment", m.moment);
    visit("ask", m.ask);
    visit("revealed", m.revealed);
    visit("state", m.state);
    visit("visible_ms", m.visible_ms);
}
template <class Visitor, class Body>
void choice_members(Visitor& visit, Body& m) {
    visit("encounter", m.encounter);
    visit("n", m.n);
    visit("moment", m.moment);
    visit("choice", m.choice);
    visit("shown", m.shown);
    visit("visible_ms", m.visible_ms);
    visit("rapid", m.rapid);
    visit("hint", m.hint);
    visit("loss", m.loss);
    visit("state", m.state);
    visit("spent", m.spent);
    visit("steps", m.steps);
    visit("extra", m.extra);
    visit("critical", m.critical);
    visit("evidence", m.evidence);
    visit("mastery", m.mastery);
    visit("difficulty", m.difficulty);
}
template <class Visitor, class Body>
void finished_members(Visitor& visit, Body& m) {
    visit("encounter", m.encounter);
    visit("end", m.end);
    visit("ending", m.ending);
    visit("outcome", m.outcome);
    visit("value", m.value);
    visit("score", m.score);
    visit("worst", m.worst);
    visit("levels", m.levels);
    visit("met", m.met);
    visit("critical", m.critical);
    visit("state", m.state);
    visit("recommend", m.recommend);
    visit("facts_found", m.facts_found);
    visit("facts_total", m.facts_total);
    visit("spent", m.spent);
    visit("active_ms", m.active_ms);
}
template <class Visitor, class Body>
void drill_members(Visitor& visit, Body& m) {
    visit("pack", m.pack);
    visit("pack_hash", m.pack_hash);
    visit("drill", m.drill);
    visit("version", m.version);
    visit("variant", m.variant);
    visit("choice", m.choice);
    visit("shown", m.shown);
    visit("visible_ms", m.visible_ms);
    visit("rapid", m.rapid);
    visit("hint", m.hint);
    visit("confidence", m.confidence);
    visit("q4", m.q4);
    visit("rating", m.rating);
    visit("evidence", m.evidence);
    visit("mastery", m.mastery);
    visit("difficulty", m.difficulty);
    visit("due_day", m.due_day);
}

template <class Visitor, class Body>
void written_members(Visitor& visit, Body& m) {
    using Kind = std::remove_const_t<Body>;
    if constexpr (std::is_same_v<Kind, Contest>) visit("about", m.about);
    if constexpr (std::is_same_v<Kind, Reflection>) visit("encounter", m.encounter);
    if constexpr (std::is_same_v<Kind, Kudos>) {
        visit("to", m.to);
        visit("indicator", m.indicator);
    }
    visit("words", m.words);
}

template <class Part>
void Writer::operator()(const char* key, const std::vector<Part>& parts) {
    json::array list;
    for (const Part& part : parts) {
        Writer inner;
        members_of(inner, part);
        list.push_back(std::move(inner.object));
    }
    object.emplace(key, std::move(list));
}
void Writer::operator()(const char* key, const RecordedStart& start) {
    Writer inner;
    members_of(inner, start);
    object.emplace(key, std::move(inner.object));
}

template <class Part>
void Reader::operator()(const char* key, std::vector<Part>& parts) {
    for (const json::value& one : list(key)) {
        if (!one.is_object()) return miss(key);
        Reader inner(one.get_object());
        members_of(inner, parts.emplace_back());
        if (!inner.problem().empty()) return miss(key);
    }
}
void Reader::operator()(const char* key, RecordedStart& start) {
    const json::value* found = need(key);
    if (!found || !found->is_object()) return miss(key);
    Reader inner(found->get_object());
    members_of(inner, start);
    if (!inner.problem().empty()) miss(key);
}

template <class Visitor>
auto walk(Visitor& visit) {
    return [&visit](auto& body) {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, EncounterBegun>)
            begun_members(visit, body);
        else if constexpr (std::is_same_v<Body, AskMade>)
            ask_members(visit, body);
        else if constexpr (std::is_same_v<Body, ChoiceMade>)
            choice_members(visit, body);
        else if constexpr (std::is_same_v<Body, EncounterFinished>)
            finished_members(visit, body);
        else if constexpr (std::is_same_v<Body, DrillAnswered>)
            drill_members(visit, body);
        else
            written_members(visit, body);
    };
}

std::optional<RecordBody> empty_body(std::string_view kind) {
    for (const RecordBody& body :
         {RecordBody{EncounterBegun{}}, RecordBody{AskMade{}}, RecordBody{ChoiceMade{}},
          RecordBody{EncounterFinished{}}, RecordBody{DrillAnswered{}}, RecordBody{Contest{}},
          RecordBody{Idea{}}, RecordBody{Reflection{}}, RecordBody{Kudos{}}})
        if (kind == kind_of(body)) return body;
    return std::nullopt;
}

Error malformed(std::string_view kind, const std::string& reason) {
    return {Error::Kind::malformed, "record " + std::string(kind) + ": " + reason,
            "update Touchstone on both sides"};
}

}  // namespace

std::string body_to_json(const RecordBody& body) {
    Writer writer;
    std::visit(walk(writer), body);
    return json::serialize(writer.object);
}

Result<RecordBody> body_from_json(std::string_view kind, std::string_view text) {
    auto body = empty_body(kind);
    if (!body) return malformed(kind, "unknown kind");
    boost::system::error_code failure;
    const json::value root = json::parse({text.data(), text.size()}, failure);
    if (failure || !root.is_object()) return malformed(kind, failure ? failure.message() : "not an object");
    Reader reader(root.get_object());
    std::visit(walk(reader), *body);
    if (const std::string problem = reader.problem(); !problem.empty()) return malformed(kind, problem);
    return *body;
}

}  // namespace touchstone
