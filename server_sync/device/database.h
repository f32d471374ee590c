// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/basics/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace touchstone::device {

/// One prepared statement; bound and stepped in the order of its question marks and columns.
class Statement {
public:
    Statement(sqlite3* database, sqlite3_stmt* statement);
    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind_null();
    /// True when a row is there.
    Result<bool> step();
    /// Runs a statement that gives no rows.
    Result<Done> run();
    std::string text(int column) const;
    std::int64_t number(int column) const;
    int whole(int column) const { return static_cast<int>(number(column)); }
    bool is_null(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
    int bind_failure_ = 0;
};

/// The tablet's file, owned by one process and one thread at a time.
class Database {
public:
    static Result<Database> open(const std::string& path);

    Result<Statement> prepare(std::string_view sql) const;
    Result<Done> run(const char* sql) const;
    /// The first column of the first row, 0 without a row.
    Result<std::int64_t> number(std::string_view sql) const;
    std::int64_t changes() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

/// Rolls back at the end of its scope unless it was committed.
class Transaction {
public:
    static Result<Transaction> begin(const Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<Done> commit();

private:
    explicit Transaction(const Database& database) : database_(&database) {}
    const Database* database_;
};

}  // namespace touchstone::device
