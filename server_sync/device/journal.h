// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

#include "server_sync/device/journal_rows.h"

namespace touchstone::device {

/// The file beside the log that holds what no server has yet, readable by its owner alone. One thread owns
/// it.
class Journal {
public:
    /// `path` empty: keeps nothing.
    explicit Journal(std::string path) : path_(std::move(path)) {}
    Journal(Journal&& other) noexcept;
    Journal& operator=(Journal&&) = delete;
    ~Journal();

    /// What lies there; nothing when there is no file. Changes nothing. An Error when it cannot be read or is
    /// of a newer version.
    Result<JournalContents> read() const;
    /// Cuts off what was not written to its end and goes on behind `contents`.
    Result<Done> go_on(const JournalContents& contents);
    /// One entry per row of `rows` instead of all that was there, in a new file that takes the name of the
    /// old one only once it is durable.
    Result<Done> rewrite(const JournalGroup& rows);
    /// Keeps a file that cannot be read to its end under a name of its own.
    Result<Done> put_aside() const;

    /// Durable when it returns. After an error the journal is as it was before.
    Result<Done> append(const JournalGroup& group);
    /// Takes the last entry back: its transaction failed.
    void take_back();
    /// In bytes.
    std::uint64_t size() const { return end_; }

private:
    void close();
    void cut(std::uint64_t end);

    std::string path_;
    int file_ = -1;
    std::uint64_t end_ = 0, before_ = 0;
};

}  // namespace touchstone::device
