// SPDX-License-Identifier: Apache-2.0
// compile_texts OUT LANG.po...: writes OUT/<LANG>.json per file, and OUT/en.json from the keys.
#include <boost/json.hpp>

#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

/// One message: context, English, plural English, translations by form.
struct Message {
    std::string context, english, plural;
    std::map<int, std::string> translated;
};

std::string unquoted(const std::string& text) {
    std::string out;
    const auto first = text.find('"'), last = text.rfind('"');
    for (auto i = first + 1; i < last; ++i) {
        if (text[i] == '\\' && i + 1 < last)
            out += text[++i] == 'n' ? '\n' : text[i];
        else
            out += text[i];
    }
    return out;
}

/// Where the text of a line belongs; continued lines keep the place of the line before.
class PoReader {
public:
    std::vector<Message> read(std::istream& file) {
        for (std::string line; std::getline(file, line);) take(line);
        finish();
        return std::move(messages_);
    }

private:
    void take(const std::string& line) {
        if (line.empty()) return finish();
        if (line[0] == '#') return;
        if (line.rfind("msgctxt ", 0) == 0)
            place_ = &message_.context;
        else if (line.rfind("msgid_plural ", 0) == 0)
            place_ = &message_.plural;
        else if (line.rfind("msgid ", 0) == 0)
            place_ = &message_.english;
        else if (line.rfind("msgstr[", 0) == 0)
            place_ = &message_.translated[line[7] - '0'];
        else if (line.rfind("msgstr ", 0) == 0)
            place_ = &message_.translated[0];
        if (place_ != nullptr) *place_ += unquoted(line);
    }
    void finish() {
        if (!message_.english.empty()) messages_.push_back(message_);
        message_ = {};
        place_ = nullptr;
    }

    std::vector<Message> messages_;
    Message message_;
    std::string* place_ = nullptr;
};

using Texts = std::map<std::string, std::string>;

bool write(const std::string& path, const std::string& language, const Texts& texts) {
    boost::json::object words;
    for (const auto& [address, text] : texts) words[address] = text;
    std::ofstream file(path);
    file << boost::json::serialize(
                boost::json::object{{"format", 1}, {"language", language}, {"texts", std::move(words)}})
         << "\n";
    return static_cast<bool>(file.flush());
}

bool compile(const std::string& path, const std::string& out, Texts& english) {
    std::ifstream file(path);
    if (!file) return false;
    const auto slash = path.rfind('/') + 1;
    const std::string language = path.substr(slash, path.rfind('.') - slash);
    Texts texts;
    for (const Message& message : PoReader().read(file)) {
        const std::string address = message.context + "|" + message.english;
        const bool plural = !message.plural.empty();
        for (const auto& [form, text] : message.translated)
            if (!text.empty()) texts[plural ? address + "|" + std::to_string(form) : address] = text;
        if (!plural) english[address] = message.english;
        // English must know every address that another language has, also its further forms.
        for (int form = 0; plural && form < 4; ++form)
            english[address + "|" + std::to_string(form)] = form == 0 ? message.english : message.plural;
    }
    return write(out + "/" + language + ".json", language, texts);
}

}  // namespace

int main(int argc, char** argv) {
    Texts english;
    for (int i = 2; i < argc; ++i)
        if (!compile(argv[i], argv[1], english))
            return std::fprintf(stderr, "compile_texts: cannot compile %s\n", argv[i]), 1;
    return argc > 2 && write(std::string(argv[1]) + "/en.json", "en", english) ? 0 : 1;
}
