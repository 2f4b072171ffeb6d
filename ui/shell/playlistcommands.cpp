// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/playlistcommands.h"

#include "core/settings/settings.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/playlistdialog.h"
#include "ui/shell/playcommands.h"

#include <QMenu>
#include <QPointer>

using namespace Qt::StringLiterals;
namespace async = util::async;

namespace ui {

namespace {

constexpr qsizetype kRecent = 5;
constexpr qsizetype kMostInMenu = 40; ///< more are chosen by dragging, or on their page
const QString kRecentKey = u"playlists/recent"_s;

template <class Id>
QList<Id> idsOf(const QList<qint64>& numbers)
{
    QList<Id> ids;
    for (const qint64 number : numbers) {
        ids.append(Id { number });
    }
    return ids;
}

} // namespace

PlaylistCommands::PlaylistCommands(library::Library& library, playlist::Playlists& playlists,
    PlayCommands& play, settings::State& state, QWidget& window)
    : QObject(&window)
    , m_library(library)
    , m_playlists(playlists)
    , m_play(play)
    , m_state(state)
    , m_window(window)
{
}

util::Future<playlist::Source> PlaylistCommands::sourceOf(const ItemDrag& items)
{
    using Kind = ItemDrag::Kind;
    playlist::Source source;
    switch (items.kind) {
    case Kind::Tracks:
    case Kind::Albums:
    case Kind::Artists:
        source.items = idsOf<types::ItemId>(items.ids);
        break;
    case Kind::Playlists:
        source.playlists = idsOf<types::PlaylistId>(items.ids);
        break;
    case Kind::Entries:
        source.entries = idsOf<types::EntryId>(items.ids);
        break;
    case Kind::Keys:
        for (const QString& key : items.names) {
            source.keys.append({ key });
        }
        break;
    case Kind::Queue:
    case Kind::Genres:
    case Kind::Folder:
        return async::andThen(
            m_play.expand(items, {}), this, [](const QList<types::ItemId>& tracks) {
                playlist::Source found;
                found.items = tracks;
                return found;
            });
    }
    return async::ready<playlist::Source>(source);
}

void PlaylistCommands::insert(
    types::PlaylistId playlist, const ItemDrag& items, types::EntryId before)
{
    const auto inserted = async::andThen(sourceOf(items), this,
        [this, playlist, before, from = m_library.key()](const playlist::Source& source) {
            return m_playlists.insert(from, playlist, source, before);
        });
    follow(inserted, tr("The tracks could not be added to the playlist."));
}

void PlaylistCommands::append(types::PlaylistId playlist, const ItemDrag& items)
{
    const auto named = m_library.playlists();
    async::deliver(named, this,
        [this, playlist, items](const util::Result<QList<types::PlaylistRow>>& playlists) {
            const auto found = playlists
                ? std::ranges::find(*playlists, playlist, &types::PlaylistRow::id)
                : decltype(playlists->begin()) {};
            const QString title = playlists && found != playlists->end() ? found->title : QString();
            const auto inserted = async::andThen(sourceOf(items), this,
                [this, playlist, from = m_library.key()](const playlist::Source& source) {
                    return m_playlists.insert(from, playlist, source);
                });
            follow(inserted, tr("The tracks could not be added to the playlist."),
                title.isEmpty() ? QString() : tr("Added to “%1”.").arg(title));
            if (!title.isEmpty()) {
                remember(found->ratingKey);
            }
        });
}

void PlaylistCommands::create(const ItemDrag& items)
{
    const auto texts = askPlaylistTexts(m_window, {}, true);
    async::deliver(texts, this,
        [this, items, from = m_library.key()](const util::Result<PlaylistTexts>& answer) {
            if (!answer || from != m_library.key()) {
                return;
            }
            const auto source = items.isEmpty() ? async::ready<playlist::Source>(playlist::Source())
                                                : sourceOf(items);
            const auto made = async::andThen(
                source, this, [this, from, texts = *answer](const playlist::Source& found) {
                    return m_playlists.create(from, texts.title, texts.summary, found);
                });
            follow(made, tr("The playlist could not be made."),
                tr("The playlist “%1” was made.").arg(answer->title));
        });
}

void PlaylistCommands::createOf(const QString& title, const QList<types::RatingKey>& keys)
{
    playlist::Source source;
    source.keys = keys;
    follow(m_playlists.create(m_library.key(), title, {}, source),
        tr("The playlist could not be made."), tr("The playlist “%1” was made.").arg(title));
}

void PlaylistCommands::run(PlaylistAction action, types::PlaylistId playlist)
{
    const library::CacheKey from = m_library.key();
    switch (action) {
    case PlaylistAction::Shuffle:
    case PlaylistAction::Reverse:
        follow(m_playlists.reorder(from, playlist,
                   action == PlaylistAction::Shuffle ? playlist::Reorder::Shuffle
                                                     : playlist::Reorder::Reverse),
            tr("The order could not be changed."));
        return;
    case PlaylistAction::Describe:
    case PlaylistAction::Duplicate:
    case PlaylistAction::Delete:
        break;
    }
    async::deliver(m_library.playlists(), this,
        [this, action, playlist](const util::Result<QList<types::PlaylistRow>>& playlists) {
            if (!playlists) {
                Q_EMIT failed(playlists.error(), {});
                return;
            }
            const auto found = std::ranges::find(*playlists, playlist, &types::PlaylistRow::id);
            if (found == playlists->end()) {
                return;
            }
            if (action == PlaylistAction::Describe) {
                describe(*found);
            } else if (action == PlaylistAction::Duplicate) {
                duplicate(*found);
            } else {
                askAndDelete(*found);
            }
        });
}

void PlaylistCommands::describe(const types::PlaylistRow& playlist)
{
    const auto texts = askPlaylistTexts(m_window, { playlist.title, playlist.summary }, false);
    async::deliver(texts, this,
        [this, id = playlist.id, from = m_library.key()](
            const util::Result<PlaylistTexts>& answer) {
            if (answer) {
                follow(m_playlists.describe(from, id, answer->title, answer->summary),
                    tr("The playlist could not be renamed."));
            }
        });
}

void PlaylistCommands::duplicate(const types::PlaylistRow& playlist)
{
    playlist::Source source;
    source.playlists = { playlist.id };
    const QString title = tr("%1 (copy)").arg(playlist.title);
    follow(m_playlists.create(m_library.key(), title, playlist.summary,
               playlist.count > 0 ? source : playlist::Source()),
        tr("The playlist could not be duplicated."), tr("The playlist “%1” was made.").arg(title));
}

void PlaylistCommands::askAndDelete(const types::PlaylistRow& playlist)
{
    const auto agreed = askDeletePlaylist(m_window, playlist.title, playlist.count);
    async::deliver(
        agreed, this, [this, playlist, from = m_library.key()](const util::Result<void>& yes) {
            if (yes) {
                follow(m_playlists.deletePlaylist(from, playlist.id),
                    tr("The playlist could not be deleted."),
                    tr("“%1” was deleted. Undo brings it back.").arg(playlist.title));
            }
        });
}

void PlaylistCommands::follow(const Submitted& submitted, const QString& what, const QString& done)
{
    async::deliver(
        submitted, this, [this, what, done](const util::Result<types::ChangeId>& change) {
            if (change) {
                if (!done.isEmpty()) {
                    Q_EMIT told(done);
                }
            } else if (change.error().code == util::Error::Code::Unsupported) {
                Q_EMIT told(change.error().message);
            } else if (change.error().code != util::Error::Code::Conflict) {
                Q_EMIT failed(change.error(), what);
            }
        });
}

void PlaylistCommands::remember(const types::RatingKey& playlist)
{
    QStringList keys = recent();
    keys.removeAll(playlist.value);
    keys.prepend(playlist.value);
    m_state.setValue(kRecentKey, keys.mid(0, kRecent).join(u' ').toUtf8());
}

QStringList PlaylistCommands::recent() const
{
    return QString::fromUtf8(m_state.value(kRecentKey)).split(u' ', Qt::SkipEmptyParts);
}

void PlaylistCommands::fillMenu(QMenu& menu, const ItemDrag& items)
{
    menu.addAction(tr("Reading the playlists…"))->setEnabled(false);
    async::deliver(m_library.playlists(), this,
        [this, items, open = QPointer<QMenu>(&menu)](
            const util::Result<QList<types::PlaylistRow>>& playlists) {
            if (!open) {
                return;
            }
            open->clear();
            QAction* fresh = open->addAction(icon(u"plus"_s), tr("New playlist …"));
            fresh->setObjectName(u"newPlaylist"_s);
            connect(fresh, &QAction::triggered, this, [this, items] { create(items); });
            addPlaylists(*open, items, playlists ? *playlists : QList<types::PlaylistRow>());
        });
}

void PlaylistCommands::addPlaylists(
    QMenu& menu, const ItemDrag& items, const QList<types::PlaylistRow>& playlists)
{
    const auto add = [this, &menu, items](const types::PlaylistRow& playlist) {
        QString text = playlist.title;
        QAction* action = menu.addAction(text.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this,
            [this, items, id = playlist.id] { append(id, items); });
    };
    QList<types::PlaylistRow> possible;
    std::ranges::copy_if(playlists, std::back_inserter(possible),
        [](const types::PlaylistRow& playlist) { return !playlist.smart && !playlist.isVideo; });
    menu.addSeparator();
    const QStringList recents = recent();
    for (const QString& key : recents) {
        const auto found
            = std::ranges::find(possible, types::RatingKey { key }, &types::PlaylistRow::ratingKey);
        if (found != possible.end()) {
            add(*found);
        }
    }
    menu.addSeparator();
    for (const types::PlaylistRow& playlist : possible.mid(0, kMostInMenu)) {
        if (!recents.contains(playlist.ratingKey.value)) {
            add(playlist);
        }
    }
}

} // namespace ui
