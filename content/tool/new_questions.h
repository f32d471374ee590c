// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone::content {

/// By the name of the option that gives it: "title" -> "Wet boots".
using Answers = std::map<std::string, std::string>;

/// Something that `new` has to know.
struct Question {
    int number = 0;     // one number may have two parts
    std::string key;    // the option without dashes
    std::string words;  // "What is it called?"
    std::string hint = {};
    std::vector<std::string> allowed = {};  // empty: anything
    bool list = false;                      // several of `allowed`, separated by commas
    std::size_t least = 1, most = 1;        // how many of a list
    /// What is wrong with an answer otherwise; "" when nothing is.
    std::string (*check)(const std::string&) = nullptr;
    std::string later = {};  // what stands there when nothing is answered; empty: needs an answer
};

/// What is wrong with an answer and what may be said instead; "" when nothing is.
std::string problem_of(const Question& question, const std::string& answer);

/// The answers of `given`, and from `in` what they lack; nothing is asked when `in` is none. An Error names
/// all options that are missing, or the first answer that cannot be used.
Result<Answers> interview(const std::vector<Question>& questions, Answers given, std::istream* in,
                          std::ostream& out);

/// The words between commas, without spaces around.
std::vector<std::string> words_between_commas(const std::string& text);

}  // namespace touchstone::content
