// SPDX-License-Identifier: Apache-2.0
#include "game/ui/text_layout.h"

#include "game/ui/fonts.h"

namespace touchstone::game {
namespace {

constexpr char32_t soft_hyphen = 0xAD, en_dash = 0x2013, em_dash = 0x2014;

/// A piece that stays together: `text` is printed, then either a space may follow or the next piece joins
/// directly.
struct Piece {
    std::string text;
    bool space_after = false;
    bool soft = false;     // ends at a soft hyphen: shows a hyphen when the line breaks here
    bool newline = false;  // the line ends here whatever fits
};

bool breaks_after(char32_t code) { return code == '-' || code == en_dash || code == em_dash || code == '/'; }

/// A word of one letter belongs to the next word.
bool is_one_letter(const std::string& word) {
    std::size_t at = 0;
    if (word.empty()) return false;
    const char32_t code = next_code_point(word, at);
    return at == word.size() && (code > 0x7F ? code != en_dash && code != em_dash && code != 0xB7
                                             : (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z');
}

class Splitter {
public:
    explicit Splitter(bool binds_letters) : binds_letters_(binds_letters) {}
    std::vector<Piece> split(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) take(next_code_point(text, at));
        finish();
        return std::move(pieces_);
    }

private:
    void take(char32_t code) {
        if (code == '\n' || code == ' ') return end_word(code == '\n');
        if (code == soft_hyphen) return end_part(true);
        append_code_point(piece_.text, code);
        append_code_point(word_, code);
        if (breaks_after(code)) end_part(false);
    }
    void end_word(bool newline) {
        if (!newline && binds_letters_ && is_one_letter(word_)) {
            append_code_point(piece_.text, 0xA0);
            word_.clear();
            return;
        }
        piece_.space_after = !newline;
        piece_.newline = newline;
        push();
    }
    void end_part(bool soft) {
        piece_.soft = soft;
        push();
    }
    void push() {
        const bool joins_nothing = piece_.text.empty() && !piece_.newline;
        if (joins_nothing && piece_.space_after && !pieces_.empty()) pieces_.back().space_after = true;
        if (!joins_nothing) pieces_.push_back(std::move(piece_));
        piece_ = {};
        word_.clear();
    }
    void finish() { push(); }

    bool binds_letters_;
    std::vector<Piece> pieces_;
    Piece piece_;
    std::string word_;
};

class Wrapper {
public:
    Wrapper(float width, const MeasureText& measure) : width_(width), measure_(measure) {}

    std::vector<std::string> wrap(const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) place(piece);
        if (!line_.empty() || lines_.empty()) end_line();
        return std::move(lines_);
    }

private:
    void place(const Piece& piece) {
        const std::string gap = space_due_ ? " " : "";
        // A piece that ends at a soft hyphen must leave room for the hyphen.
        const std::string tail = piece.soft ? "-" : "";
        if (!line_.empty() && measure_(line_ + gap + piece.text + tail) > width_) {
            end_line();
            fill(piece.text);
        } else {
            line_ += gap;
            fill(piece.text);
        }
        space_due_ = piece.space_after;
        soft_due_ = piece.soft;
        if (piece.newline) end_line();
    }
    /// Adds a piece to the line, cut between letters where even an empty line is too short for it.
    void fill(const std::string& text) {
        if (!line_.empty() || measure_(text) <= width_) {
            line_ += text;
            return;
        }
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t start = at;
            next_code_point(text, at);
            const std::string letter = text.substr(start, at - start);
            if (!line_.empty() && measure_(line_ + letter) > width_) end_line();
            line_ += letter;
        }
    }
    void end_line() {
        if (soft_due_) line_ += "-";
        lines_.push_back(std::move(line_));
        line_.clear();
        space_due_ = soft_due_ = false;
    }

    float width_;
    const MeasureText& measure_;
    std::vector<std::string> lines_;
    std::string line_;
    bool space_due_ = false, soft_due_ = false;
};

}  // namespace

std::vector<std::string> wrap_text(std::string_view text, float width, const MeasureText& measure,
                                   bool binds_letters) {
    // Half a pixel of tolerance, so that a text fits the width that was measured for it.
    return Wrapper(width + 0.5F, measure).wrap(Splitter(binds_letters).split(text));
}

}  // namespace touchstone::game
