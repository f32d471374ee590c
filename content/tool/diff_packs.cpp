// SPDX-License-Identifier: Apache-2.0
#include "content/tool/diff_packs.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace touchstone::content {

namespace {

using Kind = ScenarioChange::Kind;
using Texts = std::map<std::string, std::string>;

/// Keys of `a` that `b` has not.
template <class Map>
std::vector<std::string> missing_in(const Map& a, const Map& b) {
    std::vector<std::string> missing;
    for (const auto& [key, value] : a)
        if (b.count(key) == 0) missing.push_back(key);
    return missing;
}

std::vector<std::string> missing_in(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> missing;
    for (const std::string& one : a)
        if (std::find(b.begin(), b.end(), one) == b.end()) missing.push_back(one);
    return missing;
}

/// The scenario that an address belongs to: what stands before the first slash.
std::string owner_of(const std::string& address) { return address.substr(0, address.find('/')); }

class Differ {
public:
    Differ(const PackContent& before, const PackContent& after, std::string file)
        : before_(before), after_(after), file_(std::move(file)) {}

    PackDiff run() {
        diff_.pack = after_.pack.id;
        diff_.old_version = before_.pack.version;
        diff_.new_version = after_.pack.version;
        diff_.languages_added = missing_in(after_.pack.languages, before_.pack.languages);
        diff_.languages_gone = missing_in(before_.pack.languages, after_.pack.languages);
        compare_texts();
        compare_standards();
        std::set<std::string> all;
        for (const auto& [id, content] : before_.scenarios) all.insert(id);
        for (const auto& [id, content] : after_.scenarios) all.insert(id);
        for (const std::string& id : all) compare(id);
        for (const auto& [language, by_owner] : changed_)
            for (const auto& [owner, addresses] : by_owner)
                if (all.count(owner) == 0)
                    diff_.texts[language].insert(diff_.texts[language].end(), addresses.begin(),
                                                 addresses.end());
        return std::move(diff_);
    }

private:
    void compare_texts() {
        for (const std::string& language : after_.pack.languages) {
            if (std::count(before_.pack.languages.begin(), before_.pack.languages.end(), language) == 0)
                continue;
            const Texts &was = before_.pack.texts.all(language), &is = after_.pack.texts.all(language);
            for (const auto& [address, text] : is) {
                const auto found = was.find(address);
                if (found == was.end() || found->second != text)
                    changed_[language][owner_of(address)].push_back(address);
            }
            for (const std::string& address : missing_in(was, is))
                changed_[language][owner_of(address)].push_back(address);
        }
    }
    void compare_standards() {
        const auto by_id = [](const Standard& standard) {
            std::map<std::string, std::string> all;
            for (const Indicator& one : standard.indicators)
                all[one.id] = fmt::format("level {}, {}", one.level, standard.expectations[one.expectation]);
            return all;
        };
        const auto was = by_id(before_.standard), is = by_id(after_.standard);
        for (const std::string& id : missing_in(was, is)) diff_.standard.push_back(id + ": gone");
        for (const auto& [id, meaning] : is) {
            const auto found = was.find(id);
            if (found == was.end())
                diff_.standard.push_back(id + ": new");
            else if (found->second != meaning)
                diff_.standard.push_back(id + ": " + found->second + " -> " + meaning);
        }
    }
    void compare(const std::string& id) {
        const auto was = before_.scenarios.find(id), is = after_.scenarios.find(id);
        ScenarioChange change;
        change.scenario = id;
        if (was != before_.scenarios.end()) change.old_version = was->second.version;
        if (is != after_.scenarios.end()) change.new_version = is->second.version;
        if (was == before_.scenarios.end()) {
            change.kind = Kind::added;
        } else if (is == after_.scenarios.end()) {
            change.kind = Kind::gone;
            judge_gone(id);
        } else {
            compare_both(change, was->second, is->second);
        }
        diff_.scenarios.push_back(std::move(change));
    }
    void compare_both(ScenarioChange& change, const ScenarioContent& was, const ScenarioContent& is) {
        for (const auto& [language, by_owner] : changed_)
            if (const auto own = by_owner.find(change.scenario); own != by_owner.end())
                change.texts[language] = own->second;
        change.kind = was.logic_hash != is.logic_hash ? Kind::logic
                      : change.texts.empty()          ? Kind::same
                                                      : Kind::texts;
        change.ids_added = missing_in(is.ids, was.ids);
        change.ids_gone = missing_in(was.ids, is.ids);
        judge_version(change);
        judge_ids(was, is);
    }

    void refuse(const char* code, std::string reason, std::string remedy, Severity severity = Severity::error,
                const std::string& scenario = {}) {
        Finding finding{code, severity, file_, {1, 1}, 1, std::move(reason), std::move(remedy)};
        const auto found = after_.scenarios.find(scenario);
        if (found != after_.scenarios.end() && !found->second.file.empty()) {
            finding.file = found->second.file;
            finding.at = found->second.version_at;
        }
        diff_.findings.push_back(std::move(finding));
    }
    void judge_gone(const std::string& id) {
        if (diff_.old_version != diff_.new_version) return;
        refuse("E418", fmt::format("`{}` is gone, and the pack still says version {}", id, diff_.new_version),
               "raise `version` in pack.yaml, or bring the scenario back");
    }
    void judge_version(const ScenarioChange& change) {
        if (change.new_version < change.old_version)
            refuse("E417",
                   fmt::format("`{}` went from version {} back to {}", change.scenario, change.old_version,
                               change.new_version),
                   fmt::format("write `version: {}` or more", change.old_version), Severity::error,
                   change.scenario);
        else if (change.kind == Kind::logic && change.new_version == change.old_version)
            refuse("E416",
                   fmt::format("the logic of `{}` changed, and it still says version {}: attempts that are "
                               "open would start again without a reason that people see",
                               change.scenario, change.old_version),
                   fmt::format("write `version: {}`", change.old_version + 1), Severity::error,
                   change.scenario);
    }
    void judge_ids(const ScenarioContent& was, const ScenarioContent& is) {
        for (const auto& [address, kind] : is.ids) {
            const auto before = was.ids.find(address);
            if (before != was.ids.end() && before->second != kind)
                refuse("E419",
                       fmt::format("`{}` was {} {} and is now {} {}", address, article(before->second),
                                   before->second, article(kind), kind),
                       "give it a new id: published ids are never used again", Severity::error,
                       owner_of(address));
        }
        for (const auto& [address, meaning] : is.choices) {
            const auto before = was.choices.find(address);
            if (before != was.choices.end() && before->second != meaning && other_words(address) &&
                other_target(before->second, meaning))
                refuse("E419",
                       fmt::format("`{}` has other words, other ratings and another target: is it still the "
                                   "same choice?",
                                   address),
                       "give a new choice a new id: published ids are never used again", Severity::warning,
                       owner_of(address));
        }
    }
    static const char* article(const std::string& noun) {
        return std::string("aeo").find(noun.front()) == std::string::npos ? "a" : "an";
    }
    /// "4,4 closing": both the ratings and the target differ.
    static bool other_target(const std::string& was, const std::string& is) {
        const auto a = was.find(' '), b = is.find(' ');
        return was.substr(0, a) != is.substr(0, b) && was.substr(a) != is.substr(b);
    }
    bool other_words(const std::string& address) const {
        const std::string says = address + "/says";
        return before_.pack.texts.find(before_.pack.source_language, says) !=
               after_.pack.texts.find(after_.pack.source_language, says);
    }

    const PackContent& before_;
    const PackContent& after_;
    std::string file_;
    PackDiff diff_;
    std::map<std::string, std::map<std::string, std::vector<std::string>>> changed_;  // language, owner
};

}  // namespace

PackDiff diff_packs(const PackContent& before, const PackContent& after, const std::string& file) {
    return Differ(before, after, file).run();
}

const char* saved_attempts(ScenarioChange::Kind kind) {
    switch (kind) {
        case Kind::added:
            return "nobody has begun it";
        case Kind::gone:
            return "open attempts end with the old pack, which the device keeps";
        case Kind::logic:
            return "open attempts are offered as \"updated, start again\"";
        default:
            return "open attempts go on";
    }
}

}  // namespace touchstone::content
