// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/connection.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace ui {

class FilterField;

/// Back and forward, the global search, the connection.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    void setHistory(bool canGoBack, bool canGoForward);
    void setConnection(const ConnectionStatus& status);
    /// What opens at the chip and at the user's name.
    void setMenus(QMenu& servers, QMenu& users);
    /// Who uses the server; empty hides it.
    void setUser(const QString& name);
    /// The keys that lead to the search, for its tooltip.
    void setSearchKeys(const QList<QKeySequence>& keys);
    void focusSearch();
    [[nodiscard]] QString searchText() const;
    void setSearchText(const QString& text);

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void searchChanged(const QString& text);
    /// On to the results, or back to the page.
    void searchLeft();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_back;
    QToolButton* m_forward;
    FilterField* m_search;
    QToolButton* m_chip;
    QToolButton* m_user;
};

} // namespace ui
