// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playcommands.h"

#include "ui/common/lists.h"

#include <QRandomGenerator>

namespace ui {

namespace {

QList<playback::QueueEntry> entriesOf(const QList<types::TrackRow>& tracks)
{
    QList<playback::QueueEntry> entries;
    for (const types::TrackRow& track : tracks) {
        entries.append(playback::QueueEntry::fromRow(track));
    }
    return entries;
}

} // namespace

PlayCommands::PlayCommands(library::Library& library, playback::Player& player,
    const Capabilities& capabilities, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_player(player)
    , m_capabilities(capabilities)
{
}

bool PlayCommands::canPlay()
{
    const QString reason = m_capabilities.reason(account::Feature::Play);
    if (!reason.isEmpty()) {
        Q_EMIT failed({ util::Error::Code::Offline, reason, {}, 0, {} });
    }
    return reason.isEmpty();
}

void PlayCommands::read(
    const QList<types::ItemId>& items, std::function<void(const QList<playback::QueueEntry>&)> then)
{
    QList<qint64> ids;
    for (const types::ItemId item : items.mid(0, lists::kMostPlayed)) {
        ids.append(item.value);
    }
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_library.tracks(ids, stop), this,
        [this, then = std::move(then)](util::Result<QList<types::TrackRow>> tracks) {
            if (tracks) {
                then(entriesOf(*tracks));
            } else if (tracks.error().code != util::Error::Code::Cancelled) {
                Q_EMIT failed(tracks.error());
            }
        });
}

void PlayCommands::play(const QList<types::ItemId>& items, int start)
{
    if (!canPlay()) {
        return;
    }
    const types::ItemId first
        = start >= 0 && start < items.size() ? items.at(start) : types::ItemId();
    read(items, [this, first](const QList<playback::QueueEntry>& entries) {
        const auto found = std::ranges::find(entries, first, &playback::QueueEntry::item);
        m_player.setShuffled(false);
        m_player.play(entries, found == entries.end() ? 0 : int(found - entries.begin()));
    });
}

void PlayCommands::shuffle(const QList<types::ItemId>& items)
{
    if (!canPlay()) {
        return;
    }
    read(items, [this](const QList<playback::QueueEntry>& entries) {
        if (!entries.isEmpty()) {
            const int count = int(entries.size());
            m_player.play(entries, QRandomGenerator::global()->bounded(count));
            m_player.setShuffled(true);
        }
    });
}

void PlayCommands::add(const QList<types::ItemId>& items, PlayHow how)
{
    if (how == PlayHow::Now) {
        play(items, 0);
        return;
    }
    read(items, [this, how](const QList<playback::QueueEntry>& entries) {
        if (how == PlayHow::Next) {
            m_player.playNext(entries);
        } else {
            m_player.append(entries);
        }
        Q_EMIT queued(int(entries.size()), how);
    });
}

void PlayCommands::playAll(const Route& route, PlayHow how)
{
    if (how == PlayHow::Now && !canPlay()) {
        return;
    }
    library::TrackQuery query;
    switch (route.place) {
    case Route::Place::Album:
        query.album = { route.id };
        addTracks(query, how);
        break;
    case Route::Place::Artist:
        query.artists = { types::ItemId { route.id } };
        addTracks(query, how);
        break;
    case Route::Place::Artists:
    case Route::Place::Albums:
    case Route::Place::Tracks:
        if (!route.text.isEmpty()) { // else it would be everything
            query.genres = QStringList { route.text };
            addTracks(query, how);
        }
        break;
    case Route::Place::Playlist:
        addPlaylist({ route.id }, how);
        break;
    default:
        break; // nothing else is a list of its own
    }
}

void PlayCommands::addTracks(const library::TrackQuery& query, PlayHow how)
{
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(
        m_library.trackIds(query, stop), this, [this, how](util::Result<std::vector<qint64>> ids) {
            if (!ids) {
                Q_EMIT failed(ids.error());
                return;
            }
            QList<types::ItemId> items;
            const auto last = ids->begin() + qMin(std::ssize(*ids), qsizetype(lists::kMostPlayed));
            for (auto id = ids->begin(); id != last; ++id) {
                items.append(types::ItemId { *id });
            }
            add(items, how);
        });
}

void PlayCommands::addPlaylist(types::PlaylistId playlist, PlayHow how)
{
    const std::stop_token stop = m_latest.begin();
    const auto entries = util::async::andThen(m_library.playlistSpine(playlist, stop), this,
        [this, stop](const library::PlaylistSpine& spine) {
            const auto last = spine.entries.begin()
                + qMin(std::ssize(spine.entries), qsizetype(lists::kMostPlayed));
            return m_library.playlistEntries(QList<qint64>(spine.entries.begin(), last), stop);
        });
    m_latest.deliver(entries, this, [this, how](util::Result<QList<types::PlaylistEntryRow>> rows) {
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        QList<types::ItemId> items;
        for (const types::PlaylistEntryRow& row : *rows) {
            if (!row.isMissing) {
                items.append(row.track.id);
            }
        }
        add(items, how);
    });
}

} // namespace ui
