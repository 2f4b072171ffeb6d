// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/opener.h"

#include "core/library/itemwriter.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using Code = util::Error::Code;
using util::Error;
using util::Result;

namespace app {

namespace {

QString notThere()
{
    return Opener::tr("What the link leads to is not in this library. It may have been removed, or "
                      "be newer than the last synchronisation.");
}

} // namespace

Opener::Opener(library::Library& library, const account::Accounts& accounts, ui::MainWindow& window,
    QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_accounts(accounts)
    , m_window(window)
{
    connect(&m_library, &library::Library::opened, this, &Opener::openAll);
}

void Opener::open(const QStringList& what)
{
    m_waiting += what;
    const bool isComing = m_accounts.current().has_value();
    if (m_library.isOpen()) {
        openAll();
    } else if (!m_waiting.isEmpty() && !isComing) {
        refuse(Code::NotFound, tr("The link will be opened when you have connected to a server."));
    }
}

void Opener::openAll()
{
    if (!m_library.isOpen()) {
        return;
    }
    for (const QString& each : std::exchange(m_waiting, {})) {
        const auto link = parseLink(each);
        if (link) {
            openLink(*link);
        } else if (looksLikeLink(each)) {
            refuse(Code::InvalidInput,
                tr("This link leads to nothing that PlexM8 can show. Links to artists, albums, "
                   "tracks and playlists are understood."));
        } else {
            refuse(Code::Unsupported,
                tr("“%1” cannot be opened: PlexM8 shows what is on your Plex server.")
                    .arg(QFileInfo(each).fileName()));
        }
    }
}

void Opener::openLink(const Link& link)
{
    if (link.kind == Link::Kind::Search) {
        m_window.showConnectPage(false);
        m_window.startSearch(link.text);
        return;
    }
    if (link.server.isValid() && link.server != m_library.key().server) {
        const auto servers = m_accounts.servers();
        const auto known = std::ranges::find(servers, link.server, &account::KnownServer::id);
        refuse(Code::NotFound,
            known == servers.end()
                ? tr("This link leads to a server that PlexM8 does not know.")
                : tr("This link leads to the library of “%1”. Switch to that server, then open "
                     "the link again.")
                      .arg(known->name));
        return;
    }
    if (link.kind == Link::Kind::Playlist) {
        openPlaylist(link);
    } else {
        openItem(link);
    }
}

void Opener::openPlaylist(const Link& link)
{
    const auto found = async::andThen(m_library.playlists(), this,
        [key = link.key](const QList<types::PlaylistRow>& playlists) -> Result<ui::Route> {
            const auto row = std::ranges::find(playlists, key, &types::PlaylistRow::ratingKey);
            if (row == playlists.end()) {
                return Error { Code::NotFound, notThere(), {}, 0, {} };
            }
            return ui::Route::playlist(row->id);
        });
    async::deliver(found, this, [this](const Result<ui::Route>& route) { show(route); });
}

void Opener::openItem(const Link& link)
{
    const auto found = async::andThen(
        m_library.item(link.key), this, [this](const types::Item& item) { return routeTo(item); });
    async::deliver(found, this, [this](const Result<ui::Route>& route) { show(route); });
}

util::Future<ui::Route> Opener::routeTo(const types::Item& item)
{
    using types::ItemType;
    const bool isTrack = item.type == ItemType::Track;
    if (!isTrack && item.type != ItemType::Album && item.type != ItemType::Artist) {
        return async::ready<ui::Route>(Error { Code::Unsupported,
            tr("This link leads to something other than music, which PlexM8 does not show yet."),
            {}, 0, {} });
    }
    const auto id = async::andThen(
        m_library.read([key = item.ratingKey](db::Connection& connection, const std::stop_token&) {
            return library::idsOf(connection, { key });
        }),
        this, [key = item.ratingKey](const QHash<types::RatingKey, qint64>& found) {
            return found.value(key);
        });
    if (isTrack) {
        return albumOf(id);
    }
    return async::andThen(id, this, [item](qint64 found) {
        const types::ItemId shown { found };
        return item.type == ItemType::Artist ? ui::Route::artist(shown, item.title)
                                             : ui::Route::album(shown);
    });
}

util::Future<ui::Route> Opener::albumOf(const util::Future<qint64>& track)
{
    const auto rows
        = async::andThen(track, this, [this](qint64 id) { return m_library.tracks({ id }); });
    return async::andThen(rows, this, [](const QList<types::TrackRow>& found) -> Result<ui::Route> {
        if (found.isEmpty()) {
            return Error { Code::NotFound, notThere(), {}, 0, {} };
        }
        return ui::Route::album(found.constFirst().albumId);
    });
}

void Opener::show(const Result<ui::Route>& route)
{
    if (route) {
        m_window.showConnectPage(false);
        m_window.go(*route);
        return;
    }
    const bool isGone = route.error().code == Code::NotFound;
    refuse(route.error().code, isGone ? notThere() : route.error().message);
}

void Opener::refuse(Code code, const QString& sentence)
{
    m_window.showError(Error { code, sentence, {}, 0, {} }, {});
}

} // namespace app
