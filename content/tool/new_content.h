// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "content/tool/new_questions.h"
#include "content/tool/source.h"

namespace touchstone::content {

/// What `new` knows of a sector, from templates/sectors.yaml; the last is `other`.
struct Sector {
    std::string id;
    std::string sector;  // as a scenario says it, or what is to do
    std::string place, matters, role, term, term_means;
    std::vector<std::string> may_bend, never;
    std::vector<std::pair<std::string, std::string>> journey, contacts;  // id, name
};
const std::vector<Sector>& all_sectors();
/// The sector of this id; `other` for any id that is none.
const Sector& sector_of(const std::string& id);

/// `pack` is the one that the scenario shall stand in, or none.
std::vector<Question> questions_for_scenario(const Standard& standard, const SourcePack* pack);
std::vector<Question> questions_for_pack();

/// The texts of new files, with places to do; from the answers to the questions, all of which must be there.
/// The key `id` is optional. Nothing here can fail: what it was given has been checked.
std::string new_scenario(const Answers& answers, const SourceStandard& standard, const SourcePack* pack);
/// A pack.yaml. The answers are title, sector, role, spend, and as they shall stand there currency and
/// language.
std::string new_pack_file(const Answers& answers);
/// By path below the pack's folder: pack.yaml and its first scenario.
std::map<std::string, std::string> new_pack(const Answers& answers, const SourceStandard& standard);

/// `id` of the answers, or one made of the title.
std::string id_of(const Answers& answers);

}  // namespace touchstone::content
