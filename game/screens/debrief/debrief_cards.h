// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "game/screens/debrief/debrief_view.h"

namespace touchstone::game {

float try_height(const Ui& ui, float width, const DebriefView& view);
void draw_try(Ui& ui, const Rect& rect, const DebriefView& view);

/// The cards of the debrief. With `draws` false they only measure.
class DebriefCards {
public:
    DebriefCards(Ui& ui, OutlineCache& cache, const DebriefView& view, bool draws)
        : ui_(ui), cache_(cache), view_(view), draws_(draws) {}

    float outcome_height(float width) const;
    void outcome(const Rect& rect);
    float turns_height(float width) const;
    void turns(const Rect& rect, DebriefAction& action);
    float standard_height(float width) const;
    void standard(const Rect& rect, DebriefAction& action);
    float ticks_height(float width) const;
    void ticks(const Rect& rect);
    float shoes_height(float width) const;
    void shoes(const Rect& rect);
    float say_height(float width) const;
    void say(Rect rect, DebriefAction& action);

private:
    struct OutcomePlaces {
        float window, middle, side;  // widths
        float quote, height;
    };
    bool say_beside(float width) const;
    OutcomePlaces outcome_places(float width) const;
    void outcome_side(Rect rect);
    float turn_height(const DebriefView::Turn& turn, float width) const;
    void turn(Rect rect, const DebriefView::Turn& turn);
    float ladder_height(float width) const;
    void ladder(Rect rect);
    bool side_by_side(float width) const;
    float behaviours_height() const;

    Ui& ui_;
    OutlineCache& cache_;
    const DebriefView& view_;
    bool draws_;
};

}  // namespace touchstone::game
