// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/rating/clipplayer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace util {
class Clock;
}

namespace ui {

class Capabilities;
class CoverGrid;
class CoverLabel;
class Covers;
class StarRating;
class StatePage;
class TextLabel;

/// What was played lately and has no rating, one after the other: a clip of each is heard, one key
/// rates it and goes on to the next.
class RateQueue final : public QWidget
{
    Q_OBJECT

public:
    /// What it works with; all outlive it.
    struct Parts
    {
        library::Library& library;
        Covers& covers;
        Capabilities& capabilities;
        const util::Clock& clock;
        playback::Player& player;
        ClipPlayer::MakePlayer clips;
    };
    explicit RateQueue(const Parts& parts, QWidget* parent = nullptr);

    /// Reads the list again, and begins with its first.
    void start();
    void forget();
    [[nodiscard]] QWidget* focusTarget();
    /// How many are to be rated.
    [[nodiscard]] qsizetype count() const { return m_tracks.size(); }
    /// What is asked about; null if nothing is.
    [[nodiscard]] const types::TrackRow* current() const;

Q_SIGNALS:
    void rateRequested(const QList<types::ItemId>& items, const types::OptionalRating& rating);
    void counted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeStage();
    [[nodiscard]] QWidget* makeButtons();
    void connectClips();
    void take(const QList<types::TrackRow>& tracks);
    void show(qsizetype index);
    void rate(const types::OptionalRating& rating);
    /// A key on the stars themselves: arrows only choose there, and Enter gives what is chosen.
    [[nodiscard]] bool handleStarKey(QKeyEvent& event);
    /// The rating that a key gives at once.
    [[nodiscard]] static types::OptionalRating typedRating(const QKeyEvent& event);
    void skip(int by);
    void toggleClip();
    void playClip();
    [[nodiscard]] qint64 since() const;

    Parts m_parts;
    ClipPlayer m_clips;
    util::async::Latest m_read;
    QList<types::TrackRow> m_tracks;
    qsizetype m_index = 0;
    int m_rated = 0; ///< since it began
    bool m_plays = false; ///< each one that is shown is heard: somebody began to
    QComboBox* m_period;
    CoverLabel* m_cover;
    TextLabel* m_title;
    TextLabel* m_artist;
    TextLabel* m_album;
    TextLabel* m_place;
    StarRating* m_stars;
    QProgressBar* m_progress;
    QPushButton* m_play;
    QPushButton* m_skip;
    CoverGrid* m_next;
    StatePage* m_states;
};

} // namespace ui
