// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

/// Scrolls what the keyboard arrives at into sight. Qt does so only for ways that stay inside of
/// one scroll area, not for those that come from outside.
class FocusFollower final : public QObject
{
    Q_OBJECT

public:
    /// Follows the focus of the whole application.
    explicit FocusFollower(QObject* parent);
};

} // namespace ui
