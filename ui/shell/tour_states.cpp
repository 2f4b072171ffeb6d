// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/desktopactions.h"
#include "ui/shell/librarystates.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/tour.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

// The pictures of every page in each of its states.
namespace ui {

namespace {

using Place = Route::Place;

constexpr int kOpenMilliseconds = 800; // beyond the usual, until the library is another
constexpr int kCoversMilliseconds = 500; // as long until covers are there

QString nameOf(Place place)
{
    switch (place) {
    case Place::Home:
        return u"home"_s;
    case Place::Tracks:
        return u"tracks"_s;
    case Place::Artist:
        return u"artist"_s;
    case Place::Album:
        return u"album"_s;
    case Place::Playlist:
        return u"playlist"_s;
    case Place::Search:
        return u"search"_s;
    case Place::History:
        return u"history"_s;
    case Place::Activity:
        return u"activity"_s;
    case Place::Log:
        return u"log"_s;
    case Place::Settings:
        return u"settings"_s;
    case Place::Artists:
        return u"artists"_s;
    case Place::Albums:
        return u"albums"_s;
    case Place::Genres:
        return u"genres"_s;
    case Place::Playlists:
        return u"playlists"_s;
    case Place::Folders:
        return u"folders"_s;
    case Place::Ratings:
        return u"ratings"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(PageState state)
{
    switch (state) {
    case PageState::Loading:
        return u"loading"_s;
    case PageState::Empty:
        return u"empty"_s;
    case PageState::Error:
        return u"error"_s;
    case PageState::Offline:
        return u"offline"_s;
    case PageState::Full:
        return u"full"_s;
    }
    Q_UNREACHABLE();
}

LibraryStates::State libraryFor(PageState state)
{
    switch (state) {
    case PageState::Loading:
        return LibraryStates::State::Loading;
    case PageState::Empty:
        return LibraryStates::State::Empty;
    case PageState::Error:
        return LibraryStates::State::Error;
    case PageState::Offline:
    case PageState::Full:
        return LibraryStates::State::Full;
    }
    Q_UNREACHABLE();
}

/// Where a place is shown with something to see, and in the empty library with what that has.
Route routeTo(Place place, PageState state, const QList<types::AlbumRow>& albums,
    const QList<types::PlaylistRow>& playlists)
{
    const bool isEmpty = state == PageState::Empty;
    switch (place) {
    case Place::Search:
        return { place, 0, u"a"_s };
    case Place::Album:
        return Route::album(isEmpty ? LibraryStates::kAlbum : albums.value(0).id);
    case Place::Artist:
        return Route::artist(
            isEmpty ? LibraryStates::kArtist : albums.value(0).artistId, albums.value(0).artist);
    case Place::Playlist:
        return Route::playlist(isEmpty ? LibraryStates::kPlaylist : playlists.value(0).id);
    default:
        return { place };
    }
}

} // namespace

QString pictureName(Place place, PageState state)
{
    return u"page-%1-%2"_s.arg(nameOf(place), nameOf(state));
}

QList<PageState> statesOf(Place place)
{
    using enum PageState;
    switch (place) {
    case Place::Settings:
    case Place::Log:
        return { Offline, Full };
    case Place::History: // of the user's own file, which the program does not start without
        return { Loading, Empty, Offline, Full };
    default:
        return { Loading, Empty, Error, Offline, Full };
    }
}

void Tour::addDesktopKeys()
{
    add(u"settings-anywhere"_s, [this] {
        m_services.settings.set(kOwnKeys, { u"desktop.rate_five=Ctrl+Alt+5"_s });
        m_window.setDesktopKeys(
            { {}, { { u"desktop.rate_five"_s, tr("Another program has this key.") } } });
        m_window.findChild<QLineEdit*>(u"settingsSearch"_s)->setText(tr("Anywhere on the desktop"));
    });
    add(u"settings-nowhere"_s, [this] {
        m_services.settings.reset(kOwnKeys);
        m_window.setDesktopKeys({ tr("This desktop lets no program have keys while another one has "
                                     "the focus."),
            {} });
    });
}

void Tour::addPageStates()
{
    using Kind = ConnectionStatus::Kind;
    using enum PageState;
    for (const PageState state : { Loading, Empty, Error, Offline, Full }) {
        bool isFirst = true;
        for (const PageSpec& page : pageSpecs()) {
            for (const Place place : page.places) {
                if (!statesOf(place).contains(state)) {
                    continue;
                }
                const Route route = routeTo(place, state, m_albums, m_playlists);
                add(
                    pictureName(place, state),
                    [this, route, state] {
                        m_window.setConnection(
                            { state == Offline ? Kind::Offline : Kind::Lan, tr("Living room"),
                                state == Offline ? tr("The server does not answer.")
                                                 : tr("Found in the local network."),
                                false });
                        if (state == Full && route.place == Place::History) {
                            makeChanges();
                        }
                        m_isHeld = true;
                        m_states->enter(libraryFor(state), [this, route] {
                            m_window.go(route);
                            settle();
                        });
                    },
                    std::exchange(isFirst, false) ? kOpenMilliseconds : kCoversMilliseconds);
            }
        }
    }
}

} // namespace ui
