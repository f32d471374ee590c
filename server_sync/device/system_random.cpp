// SPDX-License-Identifier: Apache-2.0
#include <sodium.h>

#include "server_sync/device/identity.h"

namespace touchstone::device {

RandomBytes system_random() {
    RandomBytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

}  // namespace touchstone::device
