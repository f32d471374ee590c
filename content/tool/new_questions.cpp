// SPDX-License-Identifier: Apache-2.0
#include "content/tool/new_questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "content/tool/finding.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::size_t longest_answer = 300;

std::string not_allowed(const Question& question, const std::string& word) {
    if (question.allowed.empty() ||
        std::find(question.allowed.begin(), question.allowed.end(), word) != question.allowed.end())
        return {};
    return fmt::format("`{}` is not known here{}; use {}{}", word, did_you_mean(word, question.allowed),
                       question.list ? "some of: " : "one of: ", fmt::join(question.allowed, ", "));
}

std::string problem_of_list(const Question& question, const std::string& answer) {
    const auto words = words_between_commas(answer);
    for (const std::string& word : words)
        if (std::string problem = not_allowed(question, word); !problem.empty()) return problem;
    if (words.size() < question.least || words.size() > question.most)
        return fmt::format("{} of them are needed, separated by commas",
                           question.least == question.most
                               ? fmt::format("{}", question.least)
                               : fmt::format("{} to {}", question.least, question.most));
    return {};
}

void ask(const Question& question, int most, std::ostream& out) {
    out << fmt::format("\n{} of {}  {}\n", question.number, most, question.words);
    if (!question.hint.empty()) out << "        " << question.hint << "\n";
    if (!question.allowed.empty()) out << fmt::format("        {}\n", fmt::join(question.allowed, ", "));
    if (!question.later.empty()) out << "        (Enter alone leaves it for later.)\n";
    out << "      > " << std::flush;
}

/// Asks until the answer can be used; nothing at the end of the input.
Result<std::string> answer_to(const Question& question, int most, std::istream& in, std::ostream& out) {
    ask(question, most, out);
    for (std::string line; std::getline(in, line);) {
        const std::string answer(trimmed(line));
        if (answer.empty() && !question.later.empty()) return question.later;
        const std::string problem = problem_of(question, answer);
        if (problem.empty()) return answer;
        out << "        " << problem << "\n      > " << std::flush;
    }
    return Error{Error::Kind::malformed, fmt::format("no answer to: {}", question.words),
                 fmt::format("answer it, or give it as --{}", question.key)};
}

Error missing(const std::vector<Question>& questions, const Answers& given) {
    std::vector<std::string> options;
    for (const Question& question : questions)
        if (given.count(question.key) == 0) options.push_back("--" + question.key);
    return {Error::Kind::malformed, fmt::format("nobody is there to answer: {}", fmt::join(options, ", ")),
            "give these options, or call it in a terminal"};
}

}  // namespace

std::vector<std::string> words_between_commas(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        if (const std::string word(trimmed(std::string_view(text).substr(from, end - from))); !word.empty())
            words.push_back(word);
        from = end + 1;
    }
    return words;
}

std::string problem_of(const Question& question, const std::string& answer) {
    if (trimmed(answer).empty()) return "an answer is needed";
    if (!is_valid_utf8(answer)) return "the answer is not UTF-8";
    if (count_code_points(answer) > longest_answer)
        return fmt::format("the answer is too long; {} characters are enough", longest_answer);
    const std::string problem =
        question.list ? problem_of_list(question, answer) : not_allowed(question, std::string(trimmed(answer)));
    return problem.empty() && question.check ? question.check(std::string(trimmed(answer))) : problem;
}

Result<Answers> interview(const std::vector<Question>& questions, Answers given, std::istream* in,
                          std::ostream& out) {
    for (const Question& question : questions)
        if (const auto answer = given.find(question.key); answer != given.end()) {
            if (const std::string problem = problem_of(question, answer->second); !problem.empty())
                return Error{Error::Kind::malformed, fmt::format("--{}: {}", question.key, problem),
                             "correct the option"};
            answer->second = std::string(trimmed(answer->second));
        }
    const bool all = std::all_of(questions.begin(), questions.end(),
                                 [&](const Question& one) { return given.count(one.key) != 0; });
    if (!all && !in) return missing(questions, given);
    for (const Question& question : questions) {
        if (given.count(question.key) != 0) continue;
        auto answer = answer_to(question, questions.back().number, *in, out);
        if (!answer) return answer.error();
        given[question.key] = *std::move(answer);
    }
    return given;
}

}  // namespace touchstone::content
