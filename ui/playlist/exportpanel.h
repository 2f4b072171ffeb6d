// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/exporting.h"
#include "ui/common/filepicker.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace ui {

class ErrorBar;
class TextLabel;

/// "Export playlist": in which format, with which paths, and where to.
class ExportPanel final : public QDialog
{
    Q_OBJECT

public:
    /// All of them outlive the panel.
    ExportPanel(library::Library& library, QThreadPool& pool, FilePicker files,
        types::PlaylistId playlist, QWidget* parent = nullptr);

Q_SIGNALS:
    /// It was written to @p path.
    void exported(const QString& path, const playlist::ExportSummary& summary);

private:
    void fillFormats();
    [[nodiscard]] QWidget* makePaths();
    void read(types::PlaylistId playlist);
    void updateFolders();
    [[nodiscard]] playlist::ExportOptions options() const;
    void askWhere();
    void write(const QString& path);

    library::Library& m_library;
    QThreadPool& m_pool;
    FilePicker m_files;
    std::stop_source m_stop;
    playlist::FileContent m_content;
    QString m_serverFolder;
    TextLabel* m_name;
    QComboBox* m_format;
    QButtonGroup* m_paths;
    TextLabel* m_serverLabel;
    QLineEdit* m_here;
    ErrorBar* m_errors;
    QPushButton* m_save;
};

} // namespace ui
