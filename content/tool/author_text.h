// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace touchstone::content {

/// A text as it stands in YAML: in double quotes, on one line. Control characters and bytes that are no UTF-8
/// become spaces.
std::string yaml_text(std::string_view text);

/// An id (DEFINITIONS A12) made of words: "The late pickup!" -> "the-late-pickup". Accents of Latin letters
/// go; `otherwise` when nothing is left.
std::string id_from(std::string_view words, const std::string& otherwise);

/// Gives each thing an id of its own: a second `hall` becomes `hall-2`.
class UniqueIds {
public:
    explicit UniqueIds(std::set<std::string> taken = {}) : taken_(std::move(taken)) {}
    std::string of(std::string_view words, const std::string& otherwise);

private:
    std::set<std::string> taken_;
};

}  // namespace touchstone::content
