// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// The places that are always one tap away.
enum class Page { home, practise, map, me };

struct NavAction {
    std::optional<Page> page;
    bool lock = false;  // somebody else may come
};
/// A rail at the left, in portrait a bar at the bottom.
NavAction draw_nav(Ui& ui, Page here);
/// What the rail leaves free, without margins.
Rect beside_nav(const Ui& ui);

/// Title, one line and the link to the server, on top of a page.
struct PageHeader {
    std::string title, line;
    SyncPill pill;
    bool settings = false;  // a button that leads to them
    bool listed = false;    // a button that shows a chart as a list, and back
    bool as_list = false;
};
enum class PageHeaderAction { none, sync, settings, list };
PageHeaderAction draw_page_header(Ui& ui, const PageHeader& view);
/// The place below it.
Rect page_rect(const Ui& ui);

}  // namespace touchstone::game
