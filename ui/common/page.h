// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rating.h"
#include "ui/common/playhow.h"
#include "ui/common/route.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"

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
///
/// A page is made when somebody goes there first, and kept. It shows and asks: what is to be done
/// elsewhere leaves it as a signal, which the window connects for every page alike.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    /// Shows what @p route leads to; called each time somebody goes there, also if it is shown.
    virtual void open(const Route& route);
    virtual void setDensity(Density density);
    /// Drops what it shows, the ids of which would be other items: another library is open.
    virtual void forget();
    /// Moves the keyboard into the page, to what somebody would begin with.
    virtual void enter();
    /// How it shows what it shows, as far as somebody chose that: for the next time. Empty for a
    /// page without choices.
    [[nodiscard]] virtual QByteArray viewState() const { return {}; }
    /// What it was the last time, before the page is opened; what is not understood is let be.
    virtual void restoreViewState(const QByteArray&) { }
    /// Where the keyboard goes when the page is shown.
    [[nodiscard]] virtual QWidget* focusTarget() { return this; }

    [[nodiscard]] ErrorBar& errorBar() { return *m_errorBar; }
    [[nodiscard]] QString title() const;
    /// What of its states it shows; a page without them has its content.
    [[nodiscard]] StatePage::State state() const;

Q_SIGNALS:
    void routeRequested(const ui::Route& route, ui::OpenIn where);
    /// Play what is behind a route: the album, the artist, the playlist.
    void playAllRequested(const ui::Route& route, ui::PlayHow how);
    /// Play these, beginning with @p start.
    void playListRequested(const QList<types::ItemId>& items, int start);
    void playRequested(const QList<types::ItemId>& items, ui::PlayHow how);
    void shuffleRequested(const QList<types::ItemId>& items);
    void rateRequested(const QList<types::ItemId>& items, const types::OptionalRating& rating);
    /// What an item was rated before, and its copies.
    void pastRatingsRequested(types::ItemId item);
    /// The first step of a page that is empty for want of a library.
    void syncRequested();
    /// What was asked for is shown: content, that there is none, or an error.
    void settled();
    void titleChanged();
    /// Somebody chose another viewState().
    void viewStateChanged();

protected:
    /// What stands where @p content does while there is none; the page's own, to be put somewhere
    /// with setContent() or in a layout.
    [[nodiscard]] StatePage* makeStates(QWidget* content, StatePage::Skeleton skeleton);
    void setHeader(const QString& title, const QString& subtitle);
    void hideHeader();
    /// Beside the headline, from left to right.
    void addHeaderWidget(QWidget* widget);
    void setContent(QWidget* content);
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Puts the actions below the headline where it has no room beside them.
    void arrangeHeader();
    /// It floats over the foot of the page, so that nothing moves when it comes.
    void placeErrorBar();

    TextLabel* m_title;
    TextLabel* m_subtitle;
    QWidget* m_header;
    QHBoxLayout* m_headerRow = nullptr;
    QHBoxLayout* m_actions;
    QVBoxLayout* m_column;
    ErrorBar* m_errorBar;
    StatePage* m_pageStates = nullptr;
};

/// @p child with the page's margin on its left, where it scrolls to the window's edge on the right.
[[nodiscard]] QWidget* inset(QWidget* child);

/// @p child, which is as wide as it may be, at the left of what scrolls up and down.
[[nodiscard]] QWidget* scrolled(QWidget* child, const QString& name);

/// A page whose main thing is a table of tracks.
class TrackPage : public Page
{
    Q_OBJECT

public:
    using Page::Page;

    [[nodiscard]] virtual TrackTable& table() = 0;
    /// The row that a place in the queue was filled from, as far as the page played it; -1 else.
    [[nodiscard]] virtual int rowInQueue(int) const { return -1; }

    void setDensity(Density density) override;
    void forget() override;
};

} // namespace ui
