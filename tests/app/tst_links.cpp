// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/link.h"
#include "tests/app/running.h"
#include "tests/support/stallguard.h"
#include "ui/common/errorbar.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using app::Link;
using Place = ui::Route::Place;
using support::await;
using support::Running;

/// What a link or a file leads to that the program was started with.
class TestLinks : public QObject
{
    Q_OBJECT

    demo::Server m_server { { .tracks = 60 } };
    demo::Endpoints m_endpoints;
    QTemporaryDir m_folder;

    static void open(Running& run, const QString& what) { run.desktop.takeStart({ { what }, {} }); }
    /// What the bar over the pages says.
    static QString said()
    {
        for (const auto* bar : Running::window()->findChildren<ui::ErrorBar*>()) {
            if (bar->isVisible()) {
                return bar->text();
            }
        }
        return {};
    }
    /// The rating key of something in the library, as the server names it.
    static QString keyOf(Running& run, const types::ItemId& item)
    {
        const auto keys = await(run.program.services.library.ratingKeys({ item }));
        return keys && !keys->isEmpty() ? keys->at(0).value : QString();
    }
    static types::TrackRow aTrack(Running& run)
    {
        const auto ids = await(run.program.services.library.trackIds({}));
        return await(run.program.services.library.tracks({ ids->at(3) }))->at(0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_endpoints = m_server.start().value();
        support::Program program(m_folder.path());
        const auto address = account::parseServerAddress(m_endpoints.pms.toString());
        QVERIFY(await(program.session.connectTo(*address, m_endpoints.token)));
        QVERIFY(await(program.session.sync({})));
    }

    void linksAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isLink");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("key");
        const auto item = int(Link::Kind::Item);
        const auto playlist = int(Link::Kind::Playlist);
        QTest::newRow("album") << u"plexm8://album/12"_s << true << item << u""_s << u"12"_s;
        QTest::newRow("capitals") << u"PlexM8://Album/12"_s << true << item << u""_s << u"12"_s;
        QTest::newRow("playlist of a server")
            << u"plexm8://playlist/7?server=ab12"_s << true << playlist << u"ab12"_s << u"7"_s;
        QTest::newRow("Plex Web")
            << u"https://app.plex.tv/desktop/#!/server/0a1b/details?key=%2Flibrary%2Fmetadata%2F99&context=x"_s
            << true << item << u"0a1b"_s << u"99"_s;
        QTest::newRow("Plex Web, playlist")
            << u"https://app.plex.tv/desktop/#!/server/0a1b/playlist?key=%2Fplaylists%2F5"_s << true
            << playlist << u"0a1b"_s << u"5"_s;
        QTest::newRow("of a server itself")
            << u"http://192.168.1.2:32400/web/index.html#!/server/0a1b/details?key=%2Flibrary%2Fmetadata%2F4"_s
            << true << item << u"0a1b"_s << u"4"_s;
        for (const char* bad : { "plexm8://album/", "plexm8://album/twelve", "plexm8://album/1/2",
                 "plexm8://film/1", "plexm8:album", "plexm8://album/12?server=../etc",
                 "plexm8://album/99999999999999999999999", "plexm8://search/",
                 "https://example.org", "https://app.plex.tv/desktop/#!/server/0a1b/settings?key=1",
                 "https://app.plex.tv/desktop/#!/server/0a1b/details?key=%2Fetc%2Fpasswd" }) {
            QTest::newRow(bad) << QString::fromLatin1(bad) << false << item << u""_s << u""_s;
        }
    }
    void linksAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(bool, isLink);
        QFETCH(int, kind);
        QFETCH(QString, server);
        QFETCH(QString, key);
        QVERIFY(app::looksLikeLink(text));
        const auto link = app::parseLink(text);
        QCOMPARE(link.has_value(), isLink);
        if (link) {
            QCOMPARE(int(link->kind), kind);
            QCOMPARE(link->server.value, server);
            QCOMPARE(link->key.value, key);
        }
    }

    void aWordIsNoLink()
    {
        QVERIFY(!app::looksLikeLink(u"demo"_s));
        QVERIFY(!app::looksLikeLink(u"C:/music/a.flac"_s));
        QVERIFY(!app::looksLikeLink(u"/music/a.flac"_s));
    }

    void aTrackLeadsToItsAlbum()
    {
        Running run(m_folder.path());
        QTRY_VERIFY(run.program.services.library.isOpen());
        const types::TrackRow track = aTrack(run);
        open(run, u"plexm8://track/"_s + track.ratingKey.value);
        QTRY_COMPARE(Running::window()->route(), ui::Route::album(track.albumId));
        open(run, u"plexm8://artist/"_s + keyOf(run, track.artistId));
        QTRY_COMPARE(Running::window()->route().place, Place::Artist);
        QCOMPARE(Running::window()->route().id, track.artistId.value);
    }

    void aPlaylistOfPlexWebIsShown()
    {
        Running run(m_folder.path());
        QTRY_VERIFY(run.program.services.library.isOpen());
        const auto playlists = await(run.program.services.library.playlists());
        QVERIFY(playlists && !playlists->isEmpty());
        open(run,
            u"https://app.plex.tv/desktop/#!/server/%1/playlist?key=%2Fplaylists%2F%3"_s
                .replace(u"%1"_s, m_endpoints.machineIdentifier)
                .replace(u"%3"_s, playlists->at(0).ratingKey.value));
        QTRY_COMPARE(Running::window()->route(), ui::Route::playlist(playlists->at(0).id));
    }

    void aSearchIsTyped()
    {
        Running run(m_folder.path());
        QTRY_VERIFY(run.program.services.library.isOpen());
        open(run, u"plexm8://search/late%20night"_s);
        QTRY_COMPARE(Running::window()->route().place, Place::Search);
        QCOMPARE(Running::window()->route().text, u"late night"_s);
    }

    void whatCannotBeShownIsSaid_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("gone") << u"plexm8://album/999999999"_s << u"not in this library"_s;
        QTest::newRow("another server") << u"plexm8://album/1?server=0000"_s << u"does not know"_s;
        QTest::newRow("another page") << u"https://example.org/"_s << u"nothing that PlexM8"_s;
        QTest::newRow("a file") << u"/music/list of songs.m3u"_s << u"“list of songs.m3u”"_s;
    }
    void whatCannotBeShownIsSaid()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        Running run(m_folder.path());
        QTRY_VERIFY(run.program.services.library.isOpen());
        open(run, what);
        QTRY_VERIFY2(said().contains(words), qPrintable(said()));
        QVERIFY(!said().contains(u"example.org"_s));
    }

    void aLinkThatComesBeforeTheLibraryIsOpenedThen()
    {
        Running run(m_folder.path());
        QVERIFY(!run.program.services.library.isOpen());
        open(run, u"plexm8://search/blue"_s);
        QTRY_COMPARE(Running::window()->route().place, Place::Search);
    }

    void withoutAServerThePageToConnectSaysIt()
    {
        const QTemporaryDir empty;
        Running run(empty.path());
        open(run, u"plexm8://album/1"_s);
        const auto* error = run.find<QWidget>(u"connectPage"_s);
        QTRY_VERIFY(error->isVisible());
        const auto says = [error] {
            for (const auto* label : error->findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains("connected to a server"_L1)) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(says());
    }
};

PLEXM8_GUI_TEST_MAIN(TestLinks)
#include "tst_links.moc"
