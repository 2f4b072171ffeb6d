// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowstate.h"

#include "core/settings/settings.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString kPlace = u"window/place"_s;
const QString kMaximised = u"window/maximised"_s;
const QString kPanels = u"window/panels"_s;
const QString kPanes = u"window/panes"_s;
const QString kPaneSizes = u"window/pane_sizes"_s;

constexpr int kFarthest = 100'000; // pixels from the origin: no desktop is larger
constexpr int kHighestFrame = 100;
constexpr int kStrip = 24; // of a window, to take hold of it
constexpr int kGrip = 120; // of that strip
constexpr qsizetype kPanesAtMost = 2;

/// @p count whole numbers with spaces between them; nothing if it is anything else.
std::optional<QList<int>> numbers(const QByteArray& text, qsizetype count)
{
    const QList<QByteArray> words = text.split(' ');
    if (words.size() != count) {
        return std::nullopt;
    }
    QList<int> result;
    result.reserve(count);
    for (const QByteArray& word : words) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (!isNumber || qAbs(qint64(number)) > kFarthest) {
            return std::nullopt;
        }
        result.append(number);
    }
    return result;
}

QByteArray text(const QList<int>& list)
{
    QByteArrayList words;
    words.reserve(list.size());
    for (const int number : list) {
        words.append(QByteArray::number(number));
    }
    return words.join(' ');
}

WindowState::Place readPlace(const settings::State& state)
{
    WindowState::Place place;
    if (const auto read = numbers(state.value(kPlace), 5)) {
        const QRect inside(read->at(0), read->at(1), read->at(2), read->at(3));
        if (inside.isValid()) {
            place.inside = inside;
            place.frameTop = qBound(0, read->at(4), kHighestFrame);
        }
    }
    place.isMaximised = state.value(kMaximised) == "1";
    return place;
}

WindowState::Panels readPanels(const settings::State& state)
{
    const auto read = numbers(state.value(kPanels), 4);
    if (!read) {
        return {};
    }
    return { read->at(0) != 0, read->at(1) != 0, qMax(0, read->at(2)), qMax(0, read->at(3)) };
}

/// How many pixels of the strip by which a window is taken hold of are on @p screen, in a row.
int gripOn(const QRect& screen, const QRect& inside, int frameTop)
{
    const QRect strip(
        inside.left(), inside.top() - frameTop, inside.width(), qMax(frameTop, kStrip));
    const QRect seen = strip & screen;
    return seen.top() == strip.top() && 2 * seen.height() >= strip.height() ? seen.width() : 0;
}

} // namespace

WindowState WindowState::read(const settings::State& state)
{
    WindowState kept;
    kept.place = readPlace(state);
    kept.panels = readPanels(state);
    const auto places = numbers(state.value(kPanes), kPanesAtMost);
    const auto sizes = numbers(state.value(kPaneSizes), kPanesAtMost);
    if (places && sizes && std::ranges::all_of(*sizes, [](int size) { return size > 0; })) {
        for (const int place : *places) {
            kept.panes.append(Route { static_cast<Route::Place>(place) });
        }
        kept.paneSizes = *sizes;
    }
    return kept;
}

void WindowState::write(settings::State& state) const
{
    const QRect& at = place.inside;
    state.setValue(kPlace, text({ at.x(), at.y(), at.width(), at.height(), place.frameTop }));
    state.setValue(kMaximised, place.isMaximised ? "1" : "0");
    state.setValue(kPanels,
        text({ int(panels.hasSidebar), int(panels.hasQueue), panels.sidebarWidth,
            panels.queueWidth }));
    QList<int> places;
    for (const Route& route : panes) {
        places.append(int(route.place));
    }
    state.setValue(kPanes, text(places));
    state.setValue(kPaneSizes, text(paneSizes));
}

QRect repaired(const WindowState::Place& place, const QList<QRect>& screens, const QSize& least)
{
    const QRect& wanted = place.inside;
    if (screens.isEmpty()) {
        return wanted;
    }
    const auto shared = [&wanted](const QRect& screen) {
        const QSize common = (screen & wanted).size();
        return common.isEmpty() ? qint64(0) : qint64(common.width()) * common.height();
    };
    const QRect screen = *std::ranges::max_element(screens, {}, shared);
    const QRect usable = screen.adjusted(0, place.frameTop, 0, 0);
    QRect result(wanted.topLeft(), wanted.size().boundedTo(usable.size()).expandedTo(least));
    const auto canBeTaken = [&result, &place](const QRect& each) {
        return gripOn(each, result, place.frameTop) >= kGrip;
    };
    if (std::ranges::any_of(screens, canBeTaken)) {
        return result;
    }
    if (shared(screen) == 0) {
        result.moveCenter(usable.center());
    }
    // Left and top win: there is where the title begins.
    result.moveLeft(qMax(usable.left(), qMin(result.left(), usable.right() + 1 - result.width())));
    result.moveTop(qMax(usable.top(), qMin(result.top(), usable.bottom() + 1 - result.height())));
    return result;
}

} // namespace ui
