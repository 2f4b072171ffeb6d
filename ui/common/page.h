// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"

#include <QVBoxLayout>
#include <QWidget>

class QHBoxLayout;

namespace ui {

class ErrorBar;
class TextLabel;
class TrackModel;
class TrackTable;

/// What a page stands in: a headline with a line under it, room for actions on the right, the
/// content, and the bar that says what went wrong.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    [[nodiscard]] ErrorBar& errorBar() { return *m_errorBar; }
    [[nodiscard]] QString title() const;
    /// Where the keyboard goes when the page is shown.
    [[nodiscard]] virtual QWidget* focusTarget() { return this; }

protected:
    void setHeader(const QString& title, const QString& subtitle);
    void hideHeader();
    /// Beside the headline, from left to right.
    void addHeaderWidget(QWidget* widget);
    void setContent(QWidget* content);
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// It floats over the foot of the page, so that nothing moves when it comes.
    void placeErrorBar();

    TextLabel* m_title;
    TextLabel* m_subtitle;
    QWidget* m_header;
    QHBoxLayout* m_actions;
    QVBoxLayout* m_column;
    ErrorBar* m_errorBar;
};

/// @p child with the page's margin on its left, where it scrolls to the window's edge on the right.
[[nodiscard]] QWidget* inset(QWidget* child);

/// A page whose main thing is a table of tracks.
class TrackPage : public Page
{
    Q_OBJECT

public:
    using Page::Page;

    [[nodiscard]] virtual TrackTable& table() = 0;
    /// The row that a place in the queue was filled from, as far as the page played it; -1 else.
    [[nodiscard]] virtual int rowInQueue(int) const { return -1; }

Q_SIGNALS:
    /// Play these, beginning with @p start.
    void playListRequested(const QList<types::ItemId>& items, int start);
};

} // namespace ui
