// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server_sync/device/device_store.h"

namespace touchstone::test {

std::unique_ptr<device::DeviceStore> opened_at(const std::string& path, const device::StepWatch& watch = {});
/// The log is put aside as the client does with a damaged one: the journal stays.
void lose_log(const std::string& path);
/// The ids of all records, in the order of the queue.
std::vector<std::string> ids_in(const device::DeviceStore& store);
/// `writer_uuid(1, first)` and so on.
std::vector<std::string> ids_of(std::uint64_t first, std::uint64_t count);
void append_some(device::DeviceStore& store, std::uint64_t first, std::uint64_t count);
std::string file_bytes(const std::string& path);
void write_bytes(const std::string& path, const std::string& bytes);

/// Runs `act` in a process of its own; its exit code, or 1000 + the signal that ended it.
int in_child(const std::function<int()>& act);
/// In such a process: a small disk of its own at `folder`, which nobody else sees. False where the system
/// does not allow it.
bool mount_small_disk(const std::string& folder, const std::string& size);

}  // namespace touchstone::test
