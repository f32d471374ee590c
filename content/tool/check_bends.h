// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "content/tool/source.h"

namespace touchstone::content {

/// Every bend against the limits (DEFINITIONS A3): what goes beyond them says so, nobody approves a `never`
/// rule, and there are at most four costs.
void check_bends(const SourceScenario& source, const SourcePack* pack, Findings& findings);

/// Ratings against the table of learning 7.3, within one point, for resourceful, reliable and respectful
/// indicators. A bend that is the best choice counts as justified; any other bend within the limits may be a
/// needless or an unrecorded one, said well or badly: there only a 0 for the bending itself is reported.
void check_bend_ratings(const SourceScenario& source, const Standard& standard, Findings& findings);

/// A broken `never` rule is no way to a customer's trust (learning 7.2, criterion 9): it loses trust, and it
/// pleases the customer less than the best choice does.
void check_red_rewards(const SourceScenario& source, Findings& findings);

/// A scenario that tests the bending of rules first has a justified bend, a tempting red rule, and another
/// way at each moment of bending (learning 7.3).
void check_empowerment(const SourceScenario& source, const Standard& standard, Findings& findings);

}  // namespace touchstone::content
