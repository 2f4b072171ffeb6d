// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/keymap.h"

#include <QMap>

namespace ui {

/// What a key can do while another program has the focus. None has a key unless the user chose one:
/// it is taken from all other programs.
enum class DesktopAction
{
    RateNone,
    RateOne,
    RateTwo,
    RateThree,
    RateFour,
    RateFive,
    HalfStarUp,
    HalfStarDown,
    QuickRate, ///< asks for the rating of what plays
    PlayPause,
    Next,
    Previous,
    ShowWindow
};

/// Their table, in the order of the enumerators.
[[nodiscard]] QList<ActionSpec> desktopActions();
/// Nothing for the id of another action.
[[nodiscard]] std::optional<DesktopAction> desktopActionOf(const QString& id);
/// Whether a key may be taken from all other programs: one that is typed with may not.
[[nodiscard]] bool canBeAnywhere(const QKeySequence& keys);

/// How those keys fare on this desktop.
struct DesktopKeys
{
    QString impossible {}; ///< why none of them works, in a sentence; empty: they work
    QMap<QString, QString> faults {}; ///< by the id of an action, why its own key does not
    bool operator==(const DesktopKeys&) const = default;
};

} // namespace ui
