// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/settings/settings.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Capabilities;
class TextLabel;

/// Which libraries of the server are here, and how they are kept up to date.
class LibraryCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    LibraryCard(library::Library& library, settings::Settings& settings, Capabilities& capabilities,
        QWidget* parent = nullptr);

Q_SIGNALS:
    /// All of it is to be read again, whether it is new or not.
    void fullSyncRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void readSections();

    library::Library& m_library;
    TextLabel* m_sections;
    util::async::Latest m_read;
};

} // namespace ui
