// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playcommands.h"

#include "core/library/itemwriter.h"
#include "core/library/tables.h"
#include "ui/common/lists.h"

#include <QRandomGenerator>

namespace ui {

namespace {

using account::Feature;
using Items = QList<types::ItemId>;

// From here on one may wonder why nothing plays.
constexpr std::chrono::milliseconds kLongWait(1000);

Items itemsOf(std::span<const qint64> ids)
{
    Items items;
    for (const qint64 id : ids.first(qMin(ids.size(), size_t(lists::kMostPlayed)))) {
        items.append(types::ItemId { id });
    }
    return items;
}

bool isTrack(qint64 id)
{
    const auto [first, last] = library::idRange(types::ItemType::Track);
    return id >= first && id < last;
}

} // namespace

PlayCommands::PlayCommands(library::Library& library, library::OnDemand& onDemand,
    playback::Player& player, const Capabilities& capabilities, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_onDemand(onDemand)
    , m_player(player)
    , m_capabilities(capabilities)
{
    m_longWait.setSingleShot(true);
    m_longWait.setInterval(kLongWait);
    connect(&m_longWait, &QTimer::timeout, this, &PlayCommands::waitingForServer);
    connect(&capabilities, &Capabilities::changed, this, &PlayCommands::onCapabilitiesChanged);
}

void PlayCommands::begin(const Begin& play)
{
    m_waiting = [this, play, key = m_library.key()] {
        if (key == m_library.key()) { // the ids would mean something else
            play();
        }
    };
    m_longWait.start();
    onCapabilitiesChanged();
}

void PlayCommands::onCapabilitiesChanged()
{
    if (!m_waiting || m_capabilities.isComing(Feature::Play)) {
        return;
    }
    const Begin play = std::exchange(m_waiting, {});
    m_longWait.stop();
    if (m_capabilities.can(Feature::Play)) {
        play();
    } else {
        const QString reason = m_capabilities.reason(Feature::Play);
        Q_EMIT failed({ util::Error::Code::Offline, reason, {}, 0, {} });
    }
}

ItemDrag PlayCommands::tracks(const Items& items) const
{
    ItemDrag tracks { ItemDrag::Kind::Tracks, originOf(m_library.key()) };
    for (const types::ItemId item : items.mid(0, lists::kMostPlayed)) {
        tracks.ids.append(item.value);
    }
    return tracks;
}

void PlayCommands::play(const Items& items, int start)
{
    const types::ItemId first
        = start >= 0 && start < items.size() ? items.at(start) : types::ItemId();
    begin([this, first, items = tracks(items)] {
        read(items, [this, first](const Entries& entries) {
            const auto found = std::ranges::find(entries, first, &playback::QueueEntry::item);
            m_player.setShuffled(false);
            m_player.play(entries, found == entries.end() ? 0 : int(found - entries.begin()));
        });
    });
}

void PlayCommands::shuffle(const Items& items)
{
    begin([this, items = tracks(items)] {
        read(items, [this](const Entries& entries) {
            m_player.play(entries, QRandomGenerator::global()->bounded(int(entries.size())));
            m_player.setShuffled(true);
        });
    });
}

void PlayCommands::add(const Items& items, PlayHow how)
{
    if (how == PlayHow::Now) {
        play(items, 0);
    } else {
        readToQueue(tracks(items), [this, how](const Entries& entries) { queueAs(entries, how); });
    }
}

void PlayCommands::playAll(const Route& route, PlayHow how)
{
    const ItemDrag items = ItemDrag::of(route, m_library.key());
    if (items.isEmpty()) {
        return;
    }
    if (how == PlayHow::Now) {
        begin([this, items] {
            read(items, [this](const Entries& entries) {
                m_player.setShuffled(false);
                m_player.play(entries);
            });
        });
    } else {
        readToQueue(items, [this, how](const Entries& entries) { queueAs(entries, how); });
    }
}

void PlayCommands::insert(const ItemDrag& items, int before)
{
    const playback::QueueEntryId follower = m_player.queue().entries().value(before).id;
    readToQueue(items, [this, follower, before](const Entries& entries) {
        const int end = m_player.queue().size();
        const int otherwise = follower.isValid() ? before : end;
        m_player.insert(m_player.queue().indexOf(follower).value_or(otherwise), entries);
        Q_EMIT queued(int(entries.size()), PlayHow::Append);
    });
}

void PlayCommands::enqueue(const ItemDrag& items)
{
    readToQueue(items, [this](const Entries& entries) {
        if (m_player.queue().isEmpty() && m_capabilities.can(Feature::Play)) {
            m_player.play(entries);
        } else {
            queueAs(entries, PlayHow::Append);
        }
    });
}

void PlayCommands::queueAs(const Entries& entries, PlayHow how)
{
    if (how == PlayHow::Next) {
        m_player.playNext(entries);
    } else {
        m_player.append(entries);
    }
    Q_EMIT queued(int(entries.size()), how);
}

bool PlayCommands::isFine(const util::Result<Entries>& entries)
{
    if (entries && !entries->isEmpty()) {
        return true;
    }
    if (entries) {
        Q_EMIT foundNothing();
    } else if (entries.error().code != util::Error::Code::Cancelled) {
        Q_EMIT failed(entries.error());
    }
    return false;
}

void PlayCommands::read(const ItemDrag& items, const Then& then)
{
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(
        entriesOf(items, stop), this, [this, then](const util::Result<Entries>& entries) {
            if (isFine(entries)) {
                then(*entries);
            }
        });
}

void PlayCommands::readToQueue(const ItemDrag& items, const Then& then)
{
    util::async::deliver(
        entriesOf(items, {}), this, [this, then](const util::Result<Entries>& entries) {
            if (isFine(entries)) {
                then(*entries);
            }
        });
}

util::Future<PlayCommands::Entries> PlayCommands::entriesOf(
    const ItemDrag& items, std::stop_token stop)
{
    const library::CacheKey key = m_library.key();
    const auto rows
        = util::async::andThen(expand(items, stop), this, [this, key, stop](const Items& found) {
              using Rows = QList<types::TrackRow>;
              if (m_library.key() != key) { // the ids mean something else by now
                  return util::async::ready<Rows>(util::Error::cancelled());
              }
              return m_library.tracks(tracks(found).ids, stop);
          });
    return util::async::andThen(rows, this, [](const QList<types::TrackRow>& found) {
        Entries entries;
        entries.reserve(found.size());
        for (const types::TrackRow& track : found) {
            entries.append(playback::QueueEntry::fromRow(track));
        }
        return entries;
    });
}

util::Future<Items> PlayCommands::expand(const ItemDrag& items, std::stop_token stop)
{
    using Kind = ItemDrag::Kind;
    library::TrackQuery query;
    switch (items.kind) {
    case Kind::Tracks:
        return util::async::ready<Items>(itemsOf(items.ids));
    case Kind::Albums:
        query.albums = itemsOf(items.ids);
        if (query.albums.size() == 1) {
            query.album = query.albums.constFirst(); // in the order of its discs
        }
        return inQuery(query, stop);
    case Kind::Artists:
        query.artists = itemsOf(items.ids);
        return inQuery(query, stop);
    case Kind::Genres:
        query.genres = items.names;
        return inQuery(query, stop);
    case Kind::Playlists:
        return inPlaylists(items.ids, stop);
    case Kind::Entries:
        return ofEntries(items.ids.mid(0, lists::kMostPlayed), stop);
    case Kind::Keys:
        return withKeys(items.names, stop);
    case Kind::Queue:
        return util::async::ready<Items>(inQueue(items.ids));
    case Kind::Folder:
        Q_EMIT searchingFolders();
        return m_onDemand.tracksBelow({ items.names.constFirst() }, items.names.constLast(), stop);
    }
    return util::async::ready<Items>(Items());
}

util::Future<Items> PlayCommands::inQuery(const library::TrackQuery& query, std::stop_token stop)
{
    return util::async::andThen(m_library.trackIds(query, std::move(stop)), this,
        [](const std::vector<qint64>& ids) { return itemsOf(ids); });
}

util::Future<Items> PlayCommands::inPlaylist(types::PlaylistId playlist, std::stop_token stop)
{
    return util::async::andThen(m_library.playlistSpine(playlist, stop), this,
        [this, stop](const library::PlaylistSpine& spine) {
            const auto last = spine.entries.begin()
                + qMin(std::ssize(spine.entries), qsizetype(lists::kMostPlayed));
            return ofEntries(QList<qint64>(spine.entries.begin(), last), stop);
        });
}

util::Future<Items> PlayCommands::inPlaylists(const QList<qint64>& playlists, std::stop_token stop)
{
    QList<util::Future<Items>> each;
    for (const qint64 playlist : playlists) {
        each.append(inPlaylist({ playlist }, stop));
    }
    return util::async::andThen(util::async::all(each, this), this, [](const QList<Items>& found) {
        Items items;
        for (const Items& some : found) {
            items += some;
        }
        return items.mid(0, lists::kMostPlayed);
    });
}

util::Future<Items> PlayCommands::ofEntries(const QList<qint64>& ids, std::stop_token stop)
{
    return util::async::andThen(m_library.playlistEntries(ids, std::move(stop)), this,
        [](const QList<types::PlaylistEntryRow>& rows) {
            Items items;
            for (const types::PlaylistEntryRow& row : rows) {
                if (!row.isMissing) {
                    items.append(row.track.id);
                }
            }
            return items;
        });
}

util::Future<Items> PlayCommands::withKeys(const QStringList& keys, std::stop_token stop)
{
    QList<types::RatingKey> wanted;
    for (const QString& key : keys.mid(0, lists::kMostPlayed)) {
        wanted.append({ key });
    }
    const auto ids
        = m_library.read([wanted](db::Connection& connection,
                             std::stop_token) { return library::idsOf(connection, wanted); },
            std::move(stop));
    return util::async::andThen(ids, this, [wanted](const QHash<types::RatingKey, qint64>& known) {
        Items items;
        for (const types::RatingKey& key : wanted) {
            if (const qint64 id = known.value(key); isTrack(id)) {
                items.append(types::ItemId { id });
            }
        }
        return items;
    });
}

PlayCommands::Items PlayCommands::inQueue(const QList<qint64>& ids) const
{
    QHash<qint64, types::ItemId> known;
    for (const playback::QueueEntry& entry : m_player.queue().entries()) {
        known.insert(entry.id.value, entry.item);
    }
    Items items;
    for (const qint64 id : ids) {
        if (const types::ItemId item = known.value(id); item.isValid()) {
            items.append(item);
        }
    }
    return items;
}

} // namespace ui
