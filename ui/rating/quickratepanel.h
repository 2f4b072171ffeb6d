// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rating.h"

#include <QTimer>
#include <QWidget>

namespace ui {

class CoverLabel;
class Covers;
class LinkButton;
class StarRating;
class TextLabel;

/// A small window of its own to rate what plays, wherever somebody is: cover, title, stars. Click,
/// wheel, digits and arrow keys choose; what was chosen is kept after a moment, at once by Enter or
/// when the window goes, and not at all after Escape.
///
/// It knows no player: it is told what to show, and says what was chosen.
class QuickRatePanel final : public QWidget
{
    Q_OBJECT

public:
    /// How it came to be there.
    enum class How
    {
        Asked, ///< somebody wants to rate now: it takes the keyboard
        Offered ///< by itself: it never does, and goes by itself, too
    };

    explicit QuickRatePanel(Covers& covers, QWidget* parent = nullptr);

    /// An empty title: nothing plays, and there is nothing to rate. What was chosen for the track
    /// before is kept first.
    void setTrack(const QString& title, const QString& artist, const QString& thumb);
    /// What the track has, as far as nothing else is being chosen.
    void setRating(const types::OptionalRating& rating);
    /// What was just done and can be taken back; empty: nothing.
    void setDone(const QString& sentence);
    [[nodiscard]] static QString doneText(const types::OptionalRating& rating);
    /// What went wrong, instead.
    void setFailed(const QString& sentence);

    /// Shows it at @p anchor, an icon or the mouse, or in the corner of @p screen if that is empty.
    void popUp(How how, const QRect& anchor, const QRect& screen);
    /// Keeps what was chosen and goes.
    void leave();
    /// Goes, and what was chosen and not kept yet is not meant.
    void drop();
    [[nodiscard]] How how() const { return m_how; }

    /// Where a window of @p size stands: beside @p anchor, inside of @p screen, and never over the
    /// anchor; without one at the right foot of the screen.
    [[nodiscard]] static QPoint placeFor(QSize size, const QRect& anchor, const QRect& screen);

Q_SIGNALS:
    void chosen(const types::OptionalRating& rating);
    void undoRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void setupTexts();
    void setupFoot();
    void choose(const types::OptionalRating& rating);
    void keep();
    void showValue();

    CoverLabel* m_cover;
    TextLabel* m_title;
    TextLabel* m_artist;
    StarRating* m_stars;
    TextLabel* m_value;
    TextLabel* m_state;
    LinkButton* m_undo;
    TextLabel* m_keys;
    QTimer m_settled; ///< runs while something is chosen and not kept yet
    QTimer m_gone; ///< runs when an offered one has been answered
    How m_how = How::Asked;
    types::OptionalRating m_rating; ///< that the track has
    bool m_isChoosing = false; ///< something is shown that was not kept yet
    bool m_isDone = false;
};

} // namespace ui
