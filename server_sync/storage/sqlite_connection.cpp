// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/sqlite_connection.h"

#include <sqlite3.h>

namespace touchstone::sync {
namespace {

constexpr int busy_timeout_ms = 5000;

/// SQLite's marker for "copy these bytes", without the old-style cast of its own macro.
const sqlite3_destructor_type copy_bytes = sqlite3_destructor_type(-1);

int bind(sqlite3_stmt* statement, int index, const SqlValue& value) {
    if (value.empty()) return sqlite3_bind_null(statement, index);
    if (value.is_number()) return sqlite3_bind_int64(statement, index, value.number());
    const std::string& text = value.text();
    return sqlite3_bind_text64(statement, index, text.data(), text.size(), copy_bytes, SQLITE_UTF8);
}

SqlValue column(sqlite3_stmt* statement, int index) {
    switch (sqlite3_column_type(statement, index)) {
        case SQLITE_NULL:
            return {};
        case SQLITE_INTEGER:
            return SqlValue(std::int64_t{sqlite3_column_int64(statement, index)});
        default:
            break;
    }
    const void* bytes = sqlite3_column_blob(statement, index);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, index));
    return std::string(static_cast<const char*>(bytes), bytes == nullptr ? 0 : size);
}

SqlRow row_of(sqlite3_stmt* statement) {
    SqlRow row;
    const int columns = sqlite3_column_count(statement);
    for (int i = 0; i < columns; ++i) row.push_back(column(statement, i));
    return row;
}

/// Makes a prepared statement ready for its next use, whatever happened.
struct ResetLater {
    sqlite3_stmt* statement;
    ~ResetLater() { sqlite3_reset(statement); }
};

}  // namespace

const std::string& SqlValue::text() const {
    static const std::string none;
    const auto* text = std::get_if<std::string>(&content_);
    return text == nullptr ? none : *text;
}

std::optional<std::int64_t> SqlValue::maybe_number() const {
    if (!is_number()) return std::nullopt;
    return number();
}

void SqliteConnection::CloseConnection::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}
void SqliteConnection::FinaliseStatement::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Result<SqliteConnection> SqliteConnection::open(const std::string& path) {
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    SqliteConnection connection(handle);
    if (code != SQLITE_OK) return connection.error("cannot open " + path);
    sqlite3_busy_timeout(handle, busy_timeout_ms);
    return connection;
}

Error SqliteConnection::error(const std::string& what) const {
    const char* reason = connection_ ? sqlite3_errmsg(connection_.get()) : "out of memory";
    return {Error::Kind::broken_storage, what + ": " + reason,
            "Check the free space and the owner of the data folder, then try again."};
}

Result<Done> SqliteConnection::execute(const std::string& sql) {
    if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return error(sql);
    return Done{};
}

Result<sqlite3_stmt*> SqliteConnection::prepared(const std::string& sql) {
    if (const auto known = statements_.find(sql); known != statements_.end()) return known->second.get();
    sqlite3_stmt* statement = nullptr;
    const auto size = static_cast<int>(sql.size());
    if (sqlite3_prepare_v3(connection_.get(), sql.data(), size, SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK)
        return error(sql);
    statements_.emplace(sql, statement);
    return statement;
}

Result<SqlRows> SqliteConnection::rows(const std::string& sql, const std::vector<SqlValue>& values) {
    auto statement = prepared(sql);
    if (!statement) return statement.error();
    const ResetLater reset{*statement};
    for (std::size_t i = 0; i < values.size(); ++i)
        if (bind(*statement, static_cast<int>(i) + 1, values[i]) != SQLITE_OK) return error(sql);
    SqlRows rows;
    int code = 0;
    while ((code = sqlite3_step(*statement)) == SQLITE_ROW) rows.push_back(row_of(*statement));
    if (code != SQLITE_DONE) return error(sql);
    return rows;
}

Result<std::int64_t> SqliteConnection::change(const std::string& sql, const std::vector<SqlValue>& values) {
    if (auto done = rows(sql, values); !done) return done.error();
    return std::int64_t{sqlite3_changes64(connection_.get())};
}

Result<SqliteTransaction> SqliteTransaction::begin(SqliteConnection& connection) {
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
    return SqliteTransaction(connection);
}

SqliteTransaction::~SqliteTransaction() {
    // A rollback that fails leaves nothing to do: SQLite has rolled back already or will when it next opens.
    if (connection_ != nullptr) (void)connection_->execute("ROLLBACK").has_value();
}

Result<Done> SqliteTransaction::commit() {
    auto committed = connection_->execute("COMMIT");
    if (committed) connection_ = nullptr;
    return committed;
}

}  // namespace touchstone::sync
