// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/mpris.h"
#include "core/artwork/artwork.h"
#include "core/library/library.h"

#include <QTemporaryDir>
#include <QThreadPool>

namespace app {

/// What the desktop shows of the track that plays, and the player does not know: its rating as it
/// is now, and its cover as a file that other programs can read.
///
/// Thread: UI. Cost: for each track one row of the library and one cover.
class NowPlaying final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; files are written in @p pool.
    NowPlaying(playback::Player& player, library::Library& library, artwork::Artwork& artwork,
        QThreadPool& pool, QObject* parent = nullptr);
    ~NowPlaying() override;

    [[nodiscard]] const TrackDetails& details() const { return m_details; }
    /// A file; invalid if it is not there yet, or that track does not play.
    [[nodiscard]] QUrl coverOf(playback::QueueEntryId entry) const
    {
        return entry == m_details.entry ? m_details.cover : QUrl();
    }

Q_SIGNALS:
    /// Also with fewer of them, when another track has begun.
    void changed(const app::TrackDetails& details);

private:
    void followTrack();
    void readItem();
    void readCover();
    void keepCover(const QUrl& cover);

    playback::Player& m_player;
    library::Library& m_library;
    artwork::Artwork& m_artwork;
    QThreadPool& m_pool;
    QTemporaryDir m_folder;
    TrackDetails m_details;
    QString m_thumb; ///< whose cover it is
    QStringList m_files; ///< of covers, the newest last
    int m_count = 0; ///< of files so far: each has a name of its own, because desktops keep them
    util::async::Latest m_itemRead;
    util::async::Latest m_coverRead;
};

} // namespace app
