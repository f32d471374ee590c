// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_feedback.h"

#include <algorithm>

#include "content/tool/check_texts.h"
#include "content/tool/letters.h"

namespace touchstone::content {

namespace {

/// What a verdict is made of, and how a label of a person begins, per language; lower case.
struct Verdicts {
    const char* language;
    std::vector<std::string> words;    // feedback of these words alone says nothing
    std::vector<std::string> you_are;  // "you are"
    std::vector<std::string> labels;   // beginnings of words that judge a person
    std::vector<std::string> between;  // may stand between the two
};

const std::vector<Verdicts>& all_verdicts() {
    static const std::vector<Verdicts> all = {
        {"en",
         {"right",   "wrong", "correct", "incorrect", "good", "bad",  "great", "well", "done",   "excellent",
          "perfect", "nice",  "poor",    "yes",       "no",   "true", "false", "job",  "choice", "answer",
          "not",     "the",   "a",       "this",      "that", "is",   "was",   "very", "that's"},
         {"you are", "you're", "you were"},
         {"rude", "lazy", "arrogant", "careless", "unprofessional", "impolite", "stupid", "selfish",
          "incompetent", "insensitive", "thoughtless", "unfriendly", "cowardly", "dishonest"},
         {"a", "an", "very", "so", "too", "quite", "being", "just"}},
        {"pl",
         {"dobrze", "źle",    "poprawnie", "niepoprawnie", "dobra", "zła",   "zły",
          "dobry",  "błędna", "błąd",      "odpowiedź",    "wybór", "brawo", "świetnie",
          "tak",    "nie",    "to",        "jest",         "był",   "była",  "bardzo"},
         {"jesteś", "byłeś", "byłaś", "jest pan", "jest pani"},
         {"niegrzeczn", "leniw", "arogan", "nieuprzejm", "bezmyśln", "głupi", "samolubn", "nieprofesjonaln"},
         {"bardzo", "zbyt", "po", "prostu"}},
        {"ru",
         {"правильно", "неправильно", "верно", "неверно", "хорошо", "плохо", "молодец", "отлично", "ответ",
          "выбор", "ошибка", "это", "да", "нет", "не", "очень", "хороший", "плохой"},
         {"вы", "ты"},
         {"груб", "ленив", "высокомер", "невежлив", "глуп", "эгоист", "непрофессионал", "бездуш"},
         {"очень", "слишком", "просто", "были", "был", "была"}},
        {"et",
         {"õige", "vale", "õigesti", "valesti", "hea", "halb", "hästi", "halvasti", "tubli", "vastus",
          "valik", "väga", "jah", "ei", "see", "oli", "on", "suurepärane"},
         {"oled", "olid", "te olete", "te olite"},
         {"ebaviisak", "laisk", "ülbe", "hoolimatu", "rumal", "isekas", "ebaprofessionaal"},
         {"väga", "liiga", "lihtsalt"}}};
    return all;
}

bool one_of(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A plain apostrophe for the typographic one, and lower case.
std::string plain(std::string_view text) {
    constexpr char32_t apostrophe = 0x2019;
    std::u32string codes = code_points(folded(text));
    std::replace(codes.begin(), codes.end(), apostrophe, char32_t{'\''});
    return utf8(codes);
}

bool only_verdict(const std::string& text, const Verdicts& verdicts) {
    const auto words = words_of(text);
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return one_of(verdicts.words, std::string(word)); });
}

bool labels_from(std::string_view rest, const Verdicts& verdicts) {
    for (const std::string_view word : words_of(rest)) {
        const std::string text(word);
        if (one_of(verdicts.between, text)) continue;
        return std::any_of(verdicts.labels.begin(), verdicts.labels.end(),
                           [&](const std::string& label) { return text.rfind(label, 0) == 0; });
    }
    return false;
}

bool labels_person(const std::string& text, const Verdicts& verdicts) {
    for (const std::string& opening : verdicts.you_are)
        for (std::size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1))
            if (labels_from(std::string_view(text).substr(at + opening.size()), verdicts)) return true;
    return false;
}

}  // namespace

void check_feedback(const std::vector<SourceText>& texts, const std::string& language, Findings& findings) {
    for (const Verdicts& verdicts : all_verdicts())
        for (const SourceText& text : texts) {
            if (language != verdicts.language || kind_of(text) != TextKind::feedback) continue;
            const std::string lower = plain(text.text);
            const std::size_t length = text.length_of(0, text.text.size());
            if (only_verdict(lower, verdicts))
                findings.warning("W416", text.place_of(0), "the feedback only says right or wrong",
                                 "say what the learner did, what it did to the customer, and another way",
                                 length);
            else if (labels_person(lower, verdicts))
                findings.warning("W416", text.place_of(0), "the feedback judges the person, not the act",
                                 "say what the learner did: `You named ...`, `You left ...`", length);
        }
}

}  // namespace touchstone::content
