// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/playlist/importing.h"
#include "ui/common/filepicker.h"

#include <QDialog>

class QButtonGroup;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui {

class ErrorBar;
class ImportDetails;
class ImportRows;
class TextLabel;

/// What is imported, and where it goes.
struct ImportTask
{
    QStringList paths {}; ///< a playlist file, or music and folders of it
    QString into {}; ///< title of the playlist that it is added to; empty: a new one is made
};

/// "Import playlist": reads files, shows what of them is in the library, row by row, lets somebody
/// decide, and asks for a playlist of what was found. It makes none itself.
class ImportReviewPanel final : public QDialog
{
    Q_OBJECT

public:
    /// Begins to read at once. All of them outlive the panel.
    /// @param importing  also remembers what is decided
    ImportReviewPanel(playlist::Importing& importing, library::Library& library, FilePicker files,
        ImportTask task, QWidget* parent = nullptr);
    ~ImportReviewPanel() override;

    /// What was found so far.
    [[nodiscard]] const playlist::ImportReview& review() const;

Q_SIGNALS:
    /// A playlist of that name with these tracks, in this order, or one that has it gets them.
    void importRequested(const QString& title, const QList<types::RatingKey>& keys);

private:
    [[nodiscard]] QWidget* makeWaiting();
    [[nodiscard]] QWidget* makeReview();
    [[nodiscard]] QLayout* makeHead();
    [[nodiscard]] QLayout* makeFilters();
    [[nodiscard]] QLayout* makeButtons();
    void setUpTable();
    /// Shows the columns that there is room for.
    void fitColumns();
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QString nameOfFiles() const;
    void begin();
    void receive(util::Result<playlist::ImportReview> review);
    void showCounts();
    void showCurrent();
    void choose(const match::LibraryTrack& track);
    void leaveOut();
    void sayIfNotRemembered(const util::Future<void>& remembered);
    /// To the next row that is not decided yet.
    void goOn(int row);
    void saveMissing();
    void accept() override;

    playlist::Importing& m_importing;
    library::Library& m_library;
    FilePicker m_files;
    ImportTask m_task;
    std::stop_source m_stop;
    ImportRows* m_rows;
    QStackedWidget* m_stack;
    TextLabel* m_doing;
    QProgressBar* m_progress;
    QLineEdit* m_title;
    TextLabel* m_summary;
    TextLabel* m_unreadable;
    QButtonGroup* m_filters;
    QTableView* m_table;
    ImportDetails* m_details;
    ErrorBar* m_errors;
    QPushButton* m_saveMissing;
    QPushButton* m_import;
};

} // namespace ui
