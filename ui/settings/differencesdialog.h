// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/transfer.h"

#include <QDialog>

namespace ui {

/// What would become of the settings, before it does: one line for each that changes.
class DifferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title {};
        QString about {};
        QString accept {}; ///< on the button that does it
    };
    DifferencesDialog(const Texts& texts, const QList<settings::Difference>& differences,
        QWidget* parent = nullptr);
};

} // namespace ui
