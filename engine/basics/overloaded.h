// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace touchstone {

/// One visitor out of several lambdas, for std::visit.
template <class... Lambdas>
struct overloaded : Lambdas... {
    using Lambdas::operator()...;
};
template <class... Lambdas>
overloaded(Lambdas...) -> overloaded<Lambdas...>;

}  // namespace touchstone
