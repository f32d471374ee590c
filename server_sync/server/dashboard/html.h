// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace touchstone::sync {

/// Markup that stands in the program itself. Only a literal can become one, so no text of a person ever does.
class Markup {
public:
    consteval Markup(const char* literal) : text_(literal) {}
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Text of a person or a store; escaped wherever it lands.
struct Text {
    std::string_view text;
};

/// A piece of a page under construction.
class Html {
public:
    Html& operator<<(Markup markup);
    Html& operator<<(Text text);
    Html& operator<<(long long number);
    Html& operator<<(int number) { return *this << static_cast<long long>(number); }
    Html& operator<<(const Html& part);
    const std::string& str() const { return bytes_; }

private:
    std::string bytes_;
};

std::string escaped(std::string_view text);

}  // namespace touchstone::sync
