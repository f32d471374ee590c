// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>

#include "engine/records/record_log.h"

namespace touchstone::test {

/// What every record log must do; `make` gives an empty one. Call it from a TEST_CASE of that log.
void check_record_log_contract(const std::function<std::unique_ptr<RecordLog>()>& make);

}  // namespace touchstone::test
