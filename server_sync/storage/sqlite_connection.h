// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/basics/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace touchstone::sync {

/// A value in a table: nothing, an integer or a text.
class SqlValue {
public:
    SqlValue() = default;
    SqlValue(std::int64_t number) : content_(number) {}
    SqlValue(int number) : content_(std::int64_t{number}) {}
    SqlValue(std::string text) : content_(std::move(text)) {}
    SqlValue(const char* text) : content_(std::string(text)) {}
    SqlValue(std::optional<std::int64_t> number) {
        if (number) content_ = *number;
    }

    bool empty() const { return std::holds_alternative<std::monostate>(content_); }
    bool is_number() const { return std::holds_alternative<std::int64_t>(content_); }
    std::int64_t number() const { return is_number() ? std::get<std::int64_t>(content_) : 0; }
    const std::string& text() const;
    std::optional<std::int64_t> maybe_number() const;

private:
    std::variant<std::monostate, std::int64_t, std::string> content_;
};
using SqlRow = std::vector<SqlValue>;
using SqlRows = std::vector<SqlRow>;

/// One SQLite connection. Not for two threads at once.
class SqliteConnection {
public:
    static Result<SqliteConnection> open(const std::string& path);

    /// Several statements without values: schema and pragmas.
    Result<Done> execute(const std::string& sql);
    /// All rows of one prepared statement.
    Result<SqlRows> rows(const std::string& sql, const std::vector<SqlValue>& values = {});
    /// How many rows one prepared statement changed.
    Result<std::int64_t> change(const std::string& sql, const std::vector<SqlValue>& values);

private:
    struct CloseConnection {
        void operator()(sqlite3* connection) const;
    };
    struct FinaliseStatement {
        void operator()(sqlite3_stmt* statement) const;
    };
    using StatementHandle = std::unique_ptr<sqlite3_stmt, FinaliseStatement>;

    explicit SqliteConnection(sqlite3* connection) : connection_(connection) {}
    Result<sqlite3_stmt*> prepared(const std::string& sql);
    Error error(const std::string& what) const;

    std::unique_ptr<sqlite3, CloseConnection> connection_;
    std::map<std::string, StatementHandle> statements_;
};

/// Rolls back unless committed.
class SqliteTransaction {
public:
    static Result<SqliteTransaction> begin(SqliteConnection& connection);
    SqliteTransaction(SqliteTransaction&& other) noexcept : connection_(other.connection_) {
        other.connection_ = nullptr;
    }
    SqliteTransaction& operator=(SqliteTransaction&&) = delete;
    ~SqliteTransaction();
    Result<Done> commit();

private:
    explicit SqliteTransaction(SqliteConnection& connection) : connection_(&connection) {}
    SqliteConnection* connection_;
};

}  // namespace touchstone::sync
