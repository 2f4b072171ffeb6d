// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/historymodel.h"
#include "ui/common/page.h"

class QListView;
class QPushButton;
class QStackedWidget;

namespace library {
class Library;
}

namespace ui {

class Covers;
class PlayedList;
class TextLabel;
struct ServerWork;

/// Everything that was changed on the server, with its state; undo, redo, retry. And what was
/// played.
class HistoryPage final : public Page
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    HistoryPage(change::Changes& changes, const util::Clock& clock, const ServerWork& work,
        library::Library& library, Covers& covers, QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] QWidget* focusTarget() override;

Q_SIGNALS:
    /// The change to take back; an invalid id is the latest.
    void undoRequested(types::ChangeId change);
    void redoRequested();
    void retryRequested(types::ChangeId change);

private:
    enum class Tab
    {
        Changes,
        Played
    };
    void addTabs();
    void showTab(Tab tab);
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
    QStackedWidget* m_tabs;
    PlayedList* m_played;
    QWidget* m_details;
    TextLabel* m_label;
    TextLabel* m_failures;
    QPushButton* m_undoThis;
    QPushButton* m_retry;
};

} // namespace ui
