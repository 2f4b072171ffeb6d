// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/transfer.h"
#include "ui/common/filepicker.h"

#include <QWidget>

class QPushButton;

namespace ui {

/// Takes the settings to another computer, brings them from one, and sets them back. What there was
/// is kept, and can be brought back.
class TransferCard final : public QWidget
{
    Q_OBJECT

public:
    /// @param settings  outlive the card
    TransferCard(settings::Settings& settings, FilePicker files, QWidget* parent = nullptr);

Q_SIGNALS:
    void failed(const util::Error& error, const QString& what);
    /// Something went well, in a sentence.
    void done(const QString& text);

private:
    void exportSettings();
    void importSettings();
    void readFile(const QString& path);
    void reset();
    void bringBack();
    /// Shows what would change; does it when that is agreed to, keeping what there is before.
    void offer(const QString& title, const QString& about, const QString& accept,
        const QList<settings::Difference>& differences, const QString& said);
    void replace(const QList<settings::Difference>& differences, const QString& said);
    void showBack();

    settings::Settings& m_settings;
    QList<settings::Portable> m_list;
    FilePicker m_files;
    QPushButton* m_back;
};

} // namespace ui
