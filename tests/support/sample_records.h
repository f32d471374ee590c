// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "engine/records/record.h"

namespace touchstone::test {

/// A UUID that is always the same for `number`.
std::string uuid(std::uint64_t number);

/// Whose records they are, and from which log.
struct Source {
    OrganisationId organisation{uuid(1)};
    SiteId site{uuid(2)};
    TeamId team{uuid(3)};
    PersonId person{uuid(4)};
    DeviceId device{uuid(5)};
    IncarnationId incarnation{uuid(6)};
    EncounterId encounter{uuid(7)};
    Day day = 20400;
};

Record begun(const Source& source, std::int64_t seq);
Record asked(const Source& source, std::int64_t seq);
/// Evidence e and quality q of one behaviour, thousandths.
Record chosen(const Source& source, std::int64_t seq, const std::string& behaviour, int e, int q);
Record finished(const Source& source, std::int64_t seq);
/// The answer to a drill: evidence e and quality q of one behaviour, thousandths.
Record drilled(const Source& source, std::int64_t seq, const std::string& behaviour, int e, int q);

}  // namespace touchstone::test
