// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/historymodel.h"
#include "ui/common/page.h"

class QListView;
class QPushButton;

namespace ui {

class TextLabel;

/// Everything that was changed on the server, with its state; undo, redo, retry.
class HistoryPage final : public Page
{
    Q_OBJECT

public:
    HistoryPage(change::Changes& changes, const util::Clock& clock, QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] QWidget* focusTarget() override;

Q_SIGNALS:
    /// The change to take back; an invalid id is the latest.
    void undoRequested(types::ChangeId change);
    void redoRequested();
    void retryRequested(types::ChangeId change);

private:
    void reload();
    [[nodiscard]] QWidget* makeDetails();
    void updateState();
    void updateButtons();
    void updateDetails();
    void showFailures(const QList<change::Step>& steps);

    change::Changes& m_changes;
    HistoryModel m_model;
    util::async::Latest m_latest;
    QListView* m_list;
    StatePage* m_states;
    QPushButton* m_undo;
    QPushButton* m_redo;
    QWidget* m_details;
    TextLabel* m_label;
    TextLabel* m_failures;
    QPushButton* m_undoThis;
    QPushButton* m_retry;
};

} // namespace ui
