// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

namespace touchstone::game {

/// Speaks what a screen says. Nothing in the product depends on it.
class Voice {
public:
    virtual ~Voice() = default;
    /// Stops what is being said and says these lines, one after the other. Never waits.
    virtual void say(const std::vector<std::string>& lines, const std::string& language) = 0;
    virtual void stop() = 0;
    /// Whether something is being said now; also clears away what has ended.
    virtual bool is_talking() = 0;
    /// Whether there is a voice at all.
    virtual bool speaks() const = 0;
};

/// There is no voice.
class SilentVoice : public Voice {
public:
    void say(const std::vector<std::string>& lines, const std::string& language) override;
    void stop() override {}
    bool is_talking() override { return false; }
    bool speaks() const override { return false; }
};

/// Offers to speak and keeps what it was last asked to say: for pictures and tests.
class MuteVoice final : public SilentVoice {
public:
    void say(const std::vector<std::string>& lines, const std::string& language) override;
    void stop() override { said_.clear(); }
    bool speaks() const override { return true; }
    const std::vector<std::string>& said() const { return said_; }
    const std::string& language() const { return language_; }

private:
    std::vector<std::string> said_;
    std::string language_;
};

/// espeak-ng, else spd-say, as a child process; silent where `search_path` (folders with colons between them)
/// holds neither.
std::unique_ptr<Voice> make_voice(const std::string& search_path);

}  // namespace touchstone::game
