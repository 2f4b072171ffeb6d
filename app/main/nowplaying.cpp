// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/nowplaying.h"

#include "core/library/tables.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace app {

namespace {

constexpr int kSide = 512; ///< of the cover, in pixels
constexpr qsizetype kFiles = 3; ///< who was told of the former one may still be reading it

/// Where the session ends with its files, if there is such a place.
QString folderTemplate()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return (runtime.isEmpty() ? QDir::tempPath() : runtime) + u"/plexm8-cover-XXXXXX"_s;
}

} // namespace

NowPlaying::NowPlaying(playback::Player& player, library::Library& library,
    artwork::Artwork& artwork, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_library(library)
    , m_artwork(artwork)
    , m_pool(pool)
    , m_folder(folderTemplate())
{
    connect(&player, &playback::Player::trackChanged, this, &NowPlaying::followTrack);
    connect(&library, &library::Library::changed, this, [this](const db::ChangeSet& changes) {
        if (changes.touches(library::kItemTable)) {
            readItem();
        }
    });
    connect(&artwork, &artwork::Artwork::replaced, this, [this](const QString& path) {
        if (path == m_thumb) {
            readCover();
        }
    });
    followTrack();
}

NowPlaying::~NowPlaying() = default;

void NowPlaying::followTrack()
{
    const playback::QueueEntry* entry = m_player.current();
    const auto id = entry ? entry->id : playback::QueueEntryId();
    if (id == m_details.entry) {
        return;
    }
    const QString thumb = entry ? entry->thumb : QString();
    const bool isSameCover = thumb == m_thumb; // of the same album
    m_details = { id, {}, 0, 0, entry ? entry->rating : types::OptionalRating(),
        isSameCover ? m_details.cover : QUrl() };
    m_thumb = thumb;
    Q_EMIT changed(m_details);
    readItem();
    if (!isSameCover || m_details.cover.isEmpty()) {
        readCover();
    }
}

void NowPlaying::readItem()
{
    (void)m_itemRead.begin();
    const playback::QueueEntry* entry = m_player.current();
    if (!entry || !m_library.isOpen()) {
        return;
    }
    m_itemRead.deliver(
        m_library.item(entry->ratingKey), this, [this](const Result<types::Item>& item) {
            if (!item) {
                return; // it is played all the same
            }
            const TrackDetails before = m_details;
            m_details.albumArtist = item->grandparentTitle;
            m_details.disc = item->parentIndex.value_or(0);
            m_details.number = item->index.value_or(0);
            m_details.rating = item->userRating;
            if (m_details != before) {
                Q_EMIT changed(m_details);
            }
        });
}

void NowPlaying::readCover()
{
    std::stop_token stop = m_coverRead.begin();
    if (m_thumb.isEmpty() || !m_folder.isValid()) {
        return;
    }
    const QString file = m_folder.filePath(u"%1.jpg"_s.arg(++m_count));
    const auto written = async::andThen(
        m_artwork.square(m_thumb, kSide, std::move(stop)), this, [this, file](const QImage& image) {
            return async::run(m_pool, [image, file]() -> Result<QUrl> {
                if (!image.save(file, "JPEG")) {
                    return Error { Error::Code::Storage, {}, u"cover not written"_s, 0, {} };
                }
                return QUrl::fromLocalFile(file);
            });
        });
    m_coverRead.deliver(written, this, [this](const Result<QUrl>& cover) {
        if (cover) { // else there is none to be shown
            keepCover(*cover);
        }
    });
}

void NowPlaying::keepCover(const QUrl& cover)
{
    m_files.append(cover.toLocalFile());
    while (m_files.size() > kFiles) {
        QFile::remove(m_files.takeFirst());
    }
    m_details.cover = cover;
    Q_EMIT changed(m_details);
}

} // namespace app
