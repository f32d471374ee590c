// SPDX-License-Identifier: Apache-2.0
#include "engine/scenario/condition.h"

#include <algorithm>
#include <optional>

namespace touchstone {

namespace {

constexpr int depth_limit = 8;
constexpr std::int64_t number_limit = 1'000'000'000;

struct Token {
    std::string_view text;
    std::size_t column;  // from 1
};

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::size_t token_length(std::string_view text) {
    if (is_word_character(text[0])) {
        std::size_t length = 1;
        while (length < text.size() && is_word_character(text[length])) ++length;
        return length;
    }
    return (text[0] == '<' || text[0] == '>') && text.size() > 1 && text[1] == '=' ? 2 : 1;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        const std::size_t length = token_length(text.substr(at));
        tokens.push_back({text.substr(at, length), at + 1});
        at += length;
    }
    return tokens;
}

/// Recursive descent over the grammar of A2; depth is bounded, so is the stack.
class Parser {
public:
    Parser(std::string_view text, const std::vector<std::string>& facts,
           const std::vector<std::string>& marks)
        : tokens_(tokens_of(text)), end_column_(text.size() + 1), facts_(facts), marks_(marks) {}

    Result<Condition> parse() {
        either(1);
        if (!error_ && at_ < tokens_.size()) fail("expected `and`, `or` or the end");
        if (error_) return *error_;
        return condition_;
    }

private:
    using Op = Condition::Op;

    void either(int depth) {
        both(depth);
        while (!error_ && accept("or")) {
            both(depth);
            push({Op::either});
        }
    }
    void both(int depth) {
        test(depth);
        while (!error_ && accept("and")) {
            test(depth);
            push({Op::both});
        }
    }
    void test(int depth) {
        if (error_) return;
        if (depth > depth_limit) return fail("nested deeper than 8");
        if (accept("not")) {
            test(depth + 1);
            return push({Op::negate});
        }
        if (accept("(")) {
            either(depth + 1);
            if (!error_ && !accept(")")) fail("expected `)`");
            return;
        }
        if (accept("found")) return named(Op::found, facts_, "fact");
        if (accept("marked")) return named(Op::marked, marks_, "mark");
        compare();
    }
    void named(Op op, const std::vector<std::string>& names, const char* what) {
        if (at_ >= tokens_.size()) return fail(std::string("expected a ") + what);
        const auto found = std::find(names.begin(), names.end(), tokens_[at_].text);
        if (found == names.end())
            return fail(std::string("unknown ") + what + " `" + std::string(tokens_[at_].text) + "`");
        ++at_;
        Condition::Step step{op};
        step.name = static_cast<std::size_t>(found - names.begin());
        push(step);
    }
    void compare() {
        Condition::Step step{Op::compare};
        if (!quantity(step.quantity))
            return fail("expected satisfaction, trust, patience, spent, found, marked, not or `(`");
        if (!relation(step.relation)) return fail("expected >=, <=, < or >");
        if (!number(step.number)) return fail("expected a whole number");
        push(step);
    }
    bool quantity(Condition::Quantity& quantity) {
        using Quantity = Condition::Quantity;
        if (accept("satisfaction")) return quantity = Quantity::satisfaction, true;
        if (accept("trust")) return quantity = Quantity::trust, true;
        if (accept("patience")) return quantity = Quantity::patience, true;
        if (accept("spent")) return quantity = Quantity::spent, true;
        return false;
    }
    bool relation(Condition::Relation& relation) {
        using Relation = Condition::Relation;
        if (accept(">=")) return relation = Relation::at_least, true;
        if (accept("<=")) return relation = Relation::at_most, true;
        if (accept("<")) return relation = Relation::below, true;
        if (accept(">")) return relation = Relation::above, true;
        return false;
    }
    bool number(std::int64_t& number) {
        if (at_ >= tokens_.size()) return false;
        std::int64_t value = 0;
        for (const char c : tokens_[at_].text) {
            if (c < '0' || c > '9' || value > number_limit) return false;
            value = value * 10 + (c - '0');
        }
        ++at_;
        number = value;
        return true;
    }
    bool accept(std::string_view word) {
        if (at_ >= tokens_.size() || tokens_[at_].text != word) return false;
        ++at_;
        return true;
    }
    void push(const Condition::Step& step) {
        if (!error_) condition_.steps.push_back(step);
    }
    void fail(const std::string& reason) {
        if (error_) return;
        const std::size_t column = at_ < tokens_.size() ? tokens_[at_].column : end_column_;
        error_ = Error{Error::Kind::malformed, std::to_string(column) + ": " + reason,
                       "write for example: satisfaction >= 60 and (found a-fact or not marked a-promise)"};
    }

    std::vector<Token> tokens_;
    std::size_t end_column_;
    const std::vector<std::string>& facts_;
    const std::vector<std::string>& marks_;
    std::size_t at_ = 0;
    Condition condition_;
    std::optional<Error> error_;
};

std::int64_t quantity_of(Condition::Quantity quantity, const Situation& situation) {
    switch (quantity) {
        case Condition::Quantity::satisfaction:
            return situation.state.satisfaction;
        case Condition::Quantity::trust:
            return situation.state.trust;
        case Condition::Quantity::patience:
            return situation.state.patience;
        case Condition::Quantity::spent:
            return situation.spent;
    }
    return 0;
}

bool compares(const Condition::Step& step, const Situation& situation) {
    const std::int64_t value = quantity_of(step.quantity, situation);
    switch (step.relation) {
        case Condition::Relation::at_least:
            return value >= step.number;
        case Condition::Relation::at_most:
            return value <= step.number;
        case Condition::Relation::below:
            return value < step.number;
        case Condition::Relation::above:
            return value > step.number;
    }
    return false;
}

/// Answers not yet joined. At depth 8 the grammar leaves at most 18 of them open.
class BitStack {
public:
    void push(bool answer) { bits_ = bits_ << 1U | (answer ? 1U : 0U); }
    bool pop() {
        const bool top = (bits_ & 1U) != 0;
        bits_ >>= 1U;
        return top;
    }

private:
    std::uint64_t bits_ = 0;
};

}  // namespace

Result<Condition> parse_condition(std::string_view text, const std::vector<std::string>& facts,
                                  const std::vector<std::string>& marks) {
    constexpr std::size_t length_limit = 400;
    if (text.size() > length_limit)
        return Error{Error::Kind::malformed, "1: a condition is at most 400 characters long",
                     "split it into several outcomes"};
    return Parser(text, facts, marks).parse();
}

bool holds(const Condition& condition, const Situation& situation) {
    BitStack stack;
    for (const Condition::Step& step : condition.steps) {
        switch (step.op) {
            case Condition::Op::compare:
                stack.push(compares(step, situation));
                break;
            case Condition::Op::found:
                stack.push(contains(situation.facts, step.name));
                break;
            case Condition::Op::marked:
                stack.push(contains(situation.marks, step.name));
                break;
            case Condition::Op::negate:
                stack.push(!stack.pop());
                break;
            case Condition::Op::both: {
                const bool right = stack.pop(), left = stack.pop();
                stack.push(left && right);
                break;
            }
            case Condition::Op::either: {
                const bool right = stack.pop(), left = stack.pop();
                stack.push(left || right);
                break;
            }
        }
    }
    return condition.steps.empty() || stack.pop();
}

}  // namespace touchstone
