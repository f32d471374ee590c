// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/database.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace touchstone::device {
namespace {

constexpr const char* ask_for_help = "Keep the file as it is and ask the person who looks after the tablets.";

Error error_of(int code, const std::string& what) {
    const std::string detail = fmt::format("the tablet's log: {}", what);
    switch (code & 0xff) {
        case SQLITE_FULL:
            return {Error::Kind::unavailable, detail + ": the disk is full",
                    "Free some space. Everything that was saved before is still there."};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {Error::Kind::broken_storage, detail + ": the file is damaged", ask_for_help};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return {Error::Kind::refused, detail + ": the folder or the file cannot be written",
                    "Allow writing there, or choose another folder with --data-dir."};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Error::Kind::unavailable, detail + ": another Touchstone has it open",
                    "Close the other window."};
        case SQLITE_CONSTRAINT:
            return {Error::Kind::conflict, detail + ": it is there already or breaks a rule", ""};
        case SQLITE_TOOBIG:
            return {Error::Kind::too_large, detail + ": too large", ""};
        default:
            return {Error::Kind::broken_storage, detail, ask_for_help};
    }
}

Error error_of(sqlite3* database) {
    return error_of(sqlite3_extended_errcode(database), sqlite3_errmsg(database));
}

/// On a file system that became read-only SQLite fails at its lock, as a broken disk would.
Error error_at(const std::string& path, const Error& error) {
    const bool is_read_only = ::access(path.c_str(), W_OK) != 0 && errno == EROFS;
    const Error told = is_read_only ? error_of(SQLITE_READONLY, "read-only") : error;
    return Error{told.kind, fmt::format("{} ({})", told.detail, path), told.remedy};
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Statement::Statement(sqlite3* database, sqlite3_stmt* statement)
    : database_(database), statement_(statement) {}

Statement& Statement::bind(std::string_view text) {
    const int code = sqlite3_bind_text64(statement_.get(), ++bound_, text.data() ? text.data() : "",
                                         text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) bind_failure_ = code;
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    const int code = sqlite3_bind_int64(statement_.get(), ++bound_, number);
    if (code != SQLITE_OK) bind_failure_ = code;
    return *this;
}

Statement& Statement::bind_null() {
    const int code = sqlite3_bind_null(statement_.get(), ++bound_);
    if (code != SQLITE_OK) bind_failure_ = code;
    return *this;
}

Result<bool> Statement::step() {
    if (bind_failure_ != 0) return error_of(bind_failure_, sqlite3_errstr(bind_failure_));
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return error_of(database_);
}

Result<Done> Statement::run() {
    if (auto stepped = step(); !stepped) return stepped.error();
    return Done{};
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes ? std::string(bytes, static_cast<std::size_t>(size)) : std::string{};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Result<Database> Database::open(const std::string& path) {
    Database out;
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    out.database_.reset(opened);
    if (code != SQLITE_OK) return error_of(code, fmt::format("{}: {}", path, sqlite3_errstr(code)));
    // One owner: a second window must not number records too.
    for (const char* pragma : {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL",
                               "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"})
        if (auto set = out.run(pragma); !set) return error_at(path, set.error());
    return out;
}

Result<Statement> Database::prepare(std::string_view sql) const {
    sqlite3_stmt* prepared = nullptr;
    const int size = static_cast<int>(sql.size());
    if (sqlite3_prepare_v2(database_.get(), sql.data(), size, &prepared, nullptr) != SQLITE_OK)
        return error_of(database_.get());
    return Statement(database_.get(), prepared);
}

Result<Done> Database::run(const char* sql) const {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return error_of(database_.get());
    return Done{};
}

Result<std::int64_t> Database::number(std::string_view sql) const {
    auto query = prepare(sql);
    if (!query) return query.error();
    auto row = query->step();
    if (!row) return row.error();
    return *row ? query->number(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(database_.get()); }

Result<Transaction> Transaction::begin(const Database& database) {
    if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
    // After some errors SQLite has rolled back already; then there is nothing to do and nothing to report.
    if (database_) (void)database_->run("ROLLBACK");
}

Result<Done> Transaction::commit() {
    auto committed = database_->run("COMMIT");
    if (committed) database_ = nullptr;
    return committed;
}

}  // namespace touchstone::device
