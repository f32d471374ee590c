// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace touchstone {

/// Why an operation failed. `kind` is for code to decide on, `detail` names the place and the reason,
/// `remedy` says what a person can do about it (may be empty).
struct Error {
    enum class Kind { not_found, malformed, unavailable, refused, conflict, too_large, broken_storage };
    Kind kind;
    std::string detail;
    std::string remedy = {};
};

/// Success without a value.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

/// A value or the error that prevented it. Pass an error up with `if (!x) return x.error();`.
template <class Value>
class [[nodiscard]] Result {
public:
    Result(Value value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    bool has_value() const { return std::holds_alternative<Value>(content_); }
    explicit operator bool() const { return has_value(); }
    const Value& operator*() const& { return std::get<Value>(content_); }
    Value& operator*() & { return std::get<Value>(content_); }
    Value&& operator*() && { return std::get<Value>(std::move(content_)); }
    const Value* operator->() const { return &std::get<Value>(content_); }
    Value* operator->() { return &std::get<Value>(content_); }
    const Error& error() const { return std::get<Error>(content_); }

private:
    std::variant<Value, Error> content_;
};

}  // namespace touchstone
