// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/playlist/importreview.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace ui {

class FilterField;
class ImportCandidates;
class TextLabel;

/// Beside the rows of an import: what the file says of one, which tracks it may be, and a search
/// for another one.
class ImportDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportDetails(library::Library& library, QWidget* parent = nullptr);

    void show(const playlist::ImportReview& review, const playlist::ImportRow& row);
    /// No row is current.
    void clear();
    /// Moves the keyboard to the candidates, or to the search if there are none.
    void enter();
    [[nodiscard]] QWidget& search() const;

Q_SIGNALS:
    /// It is this track, of which the search may not know all.
    void chosen(const match::LibraryTrack& track);
    /// It is no track of the library.
    void leftOut();
    /// Escape in the list or the search: back to the rows.
    void left();
    void failed(const util::Error& error, const QString& what);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& text);
    void showCandidates();
    void chooseCurrent();
    void updateButtons();

    library::Library& m_library;
    util::async::Latest m_searching;
    TextLabel* m_title;
    TextLabel* m_facts;
    TextLabel* m_reason;
    TextLabel* m_heading;
    FilterField* m_search;
    ImportCandidates* m_model;
    QListView* m_list;
    QPushButton* m_choose;
    QPushButton* m_leaveOut;
    const playlist::ImportReview* m_review = nullptr; ///< the model's, which outlives what is shown
    std::optional<playlist::ImportRow> m_row;
};

} // namespace ui
