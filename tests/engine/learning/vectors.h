// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace touchstone::test {

/// A file of reference vectors beside these tests.
inline boost::json::object vectors_of(const std::string& name) {
    std::ifstream in(TOUCHSTONE_SOURCE_DIR "/tests/engine/learning/data/" + name);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw std::runtime_error("no vectors: " + name);
    return boost::json::parse(text.str()).as_object();
}

inline double number(const boost::json::value& value) { return value.to_number<double>(); }

}  // namespace touchstone::test
