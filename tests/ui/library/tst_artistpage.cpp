// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/covergrid.h"
#include "ui/common/linkbutton.h"
#include "ui/common/page.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"

#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::await;
using Place = ui::Route::Place;

/// The page of one artist, over the real core and the embedded server.
class TestArtistPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;
    types::ArtistRow m_artist;

    ui::Page* page() { return m_demo->find<ui::Page>(u"artistPage"_s); }
    ui::TrackTable* table() { return m_demo->find<ui::TrackTable>(u"artistTable"_s); }
    ui::CoverGrid* grid(const QString& name) { return m_demo->find<ui::CoverGrid>(name); }
    QString note()
    {
        auto* label = m_demo->find<ui::TextLabel>(u"artistNote"_s);
        return label->isVisible() ? label->text() : QString();
    }
    ui::Route route() { return m_demo->window->route(); }
    library::ArtistPage cached(types::ItemId id)
    {
        return *await(m_demo->demo.library.artistPage(id, 20));
    }
    /// Whether every album that the page has is of a kind that the server told.
    bool isTold(types::ItemId id)
    {
        const library::ArtistPage now = cached(id);
        return std::ranges::all_of(
            now.releases, [](const library::Release& release) { return release.kind.has_value(); });
    }
    int cardsOf(library::ReleaseKind kind)
    {
        const library::ArtistPage now = cached(m_artist.id);
        return int(std::ranges::count_if(now.releases,
            [kind](const library::Release& release) { return release.kind == kind; }));
    }
    void openArtist()
    {
        m_demo->window->go(ui::Route::artist(m_artist.id, m_artist.title));
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Content);
        QTRY_VERIFY(table()->model()->rowCount() > 0 && table()->trackRows()->track(0));
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(1500));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        const auto ids = await(m_demo->demo.library.artistIds({}));
        const auto rows
            = await(m_demo->demo.library.artists(QList<qint64>(ids->begin(), ids->end())));
        m_artist = *std::ranges::max_element(*rows, {}, [](const types::ArtistRow& row) {
            return row.title == u"Various Artists" ? -1 : row.albumCount;
        });
        QVERIFY(m_artist.albumCount > 4);
    }
    void cleanup() { m_demo.reset(); }

    void whatIsCachedIsShownAndThenGroupedByKind()
    {
        m_demo->onDemand.setServer(nullptr);
        openArtist();
        QCOMPARE(page()->title(), m_artist.title);
        QCOMPARE(grid(u"artistAlbums"_s)->model()->rowCount(), m_artist.albumCount);
        for (const QString& name :
            { u"artistSingles"_s, u"artistLive"_s, u"artistCompilations"_s }) {
            QVERIFY(!grid(name)->isVisible());
        }
        QTRY_VERIFY(!note().isEmpty()); // that there is no server
        m_demo->onDemand.setServer(m_demo->demo.client.get());
        using Kind = library::ReleaseKind;
        QTRY_VERIFY(isTold(m_artist.id));
        QTRY_COMPARE(grid(u"artistAlbums"_s)->model()->rowCount(), cardsOf(Kind::Album));
        QTRY_COMPARE(grid(u"artistSingles"_s)->model()->rowCount(), cardsOf(Kind::Single));
        QTRY_COMPARE(grid(u"artistLive"_s)->model()->rowCount(), cardsOf(Kind::Live));
        QTRY_COMPARE(
            grid(u"artistCompilations"_s)->model()->rowCount(), cardsOf(Kind::Compilation));
        QVERIFY(cardsOf(Kind::Album) < m_artist.albumCount);
        QVERIFY(note().isEmpty());
        // Offline it is still grouped.
        m_demo->onDemand.setServer(nullptr);
        m_demo->window->go({});
        openArtist();
        QCOMPARE(grid(u"artistAlbums"_s)->model()->rowCount(), cardsOf(Kind::Album));
        QTRY_VERIFY(!note().isEmpty());
        QCOMPARE(page()->state(), ui::StatePage::State::Content);
    }

    void aRefusalIsAQuietSentence()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/library/metadata"_s;
        fault.status = 403;
        fault.times = -1;
        m_demo->demo.server.inject(fault);
        openArtist();
        QTRY_VERIFY(!note().isEmpty());
        QVERIFY(!note().contains(u"403"_s));
        QCOMPARE(grid(u"artistAlbums"_s)->model()->rowCount(), m_artist.albumCount);
    }

    void cardsStandNewestFirstAndOpenTheirAlbums()
    {
        openArtist();
        QTRY_VERIFY(isTold(m_artist.id));
        ui::CoverGrid* albums = grid(u"artistAlbums"_s);
        QTRY_COMPARE(albums->model()->rowCount(), cardsOf(library::ReleaseKind::Album));
        int before = 9999;
        for (int row = 0; row < albums->model()->rowCount(); ++row) {
            const int year = albums->model()->index(row, 0).data(ui::SubtitleRole).toInt();
            QVERIFY(year <= before);
            before = year;
        }
        const qint64 id
            = albums->model()->index(0, 0).data(ui::PagedModelBase::IdRole).toLongLong();
        albums->setFocus();
        albums->setCurrentIndex(albums->model()->index(0, 0));
        QTest::keyClick(albums, Qt::Key_Return);
        QCOMPARE(route(), ui::Route::album({ id }));
    }

    void aCardHasItsMenu()
    {
        openArtist();
        ui::CoverGrid* albums = grid(u"artistAlbums"_s);
        albums->setCurrentIndex(albums->model()->index(0, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QApplication::sendEvent(albums, &event);
        auto* menu = albums->findChild<QMenu*>(u"cardMenu"_s);
        QVERIFY(menu);
        QVERIFY(menu->actions().size() >= 5);
        menu->actions().at(2)->trigger(); // to the queue
        QTRY_VERIFY(m_demo->player.queue().size() > 0);
        menu->close();
    }

    void topTracksArePlayedFromWhereSomebodyBegins()
    {
        openArtist();
        QCOMPARE(table()->model()->rowCount(), 5);
        auto* more = m_demo->find<ui::LinkButton>(u"artistTopMore"_s);
        QVERIFY(more->isVisible());
        more->click();
        QTRY_VERIFY(table()->model()->rowCount() > 5);
        const int rows = table()->model()->rowCount();
        QVERIFY(table()->height() >= rows * table()->rowHeight(0)); // no row is hidden
        const QList<types::TrackRow> top = cached(m_artist.id).topTracks;
        for (int row = 0; row < rows; ++row) {
            QCOMPARE(table()->trackRows()->item(row), top.at(row).id);
        }
        table()->setFocus();
        table()->selectRow(1);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(m_demo->player.current());
        QCOMPARE(m_demo->player.current()->item, top.at(1).id);
        QCOMPARE(m_demo->player.queue().size(), rows);
    }

    void theHeadPlaysShufflesAndQueuesAll()
    {
        openArtist();
        const int all = cached(m_artist.id).tracks;
        m_demo->find<QToolButton>(u"artistQueue"_s)->click();
        QTRY_COMPARE(m_demo->player.queue().size(), all);
        m_demo->find<QToolButton>(u"artistNext"_s)->click();
        QTRY_COMPARE(m_demo->player.queue().size(), 2 * all);
        m_demo->find<QPushButton>(u"artistPlay"_s)->click();
        QTRY_COMPARE(m_demo->player.queue().size(), all);
        QVERIFY(!m_demo->player.queue().isShuffled());
        m_demo->find<QPushButton>(u"artistShuffle"_s)->click();
        QTRY_VERIFY(m_demo->player.queue().isShuffled());
        QCOMPARE(m_demo->player.queue().size(), all);
    }

    void similarArtistsOfTheLibraryAreLinks()
    {
        const auto ids = await(m_demo->demo.library.artistIds({}));
        bool found = false;
        for (const qint64 id : *ids) {
            QVERIFY(await(m_demo->onDemand.refresh({ id })));
            const library::ArtistPage one = cached({ id });
            const bool hasLink = std::ranges::any_of(one.similar,
                [](const library::SimilarArtist& similar) { return similar.artist.has_value(); });
            if (hasLink) {
                m_artist = one.artist;
                found = true;
                break;
            }
        }
        QVERIFY(found);
        m_demo->window->go(ui::Route::artist(m_artist.id, m_artist.title));
        ui::CoverGrid* similar = grid(u"artistSimilar"_s);
        QTRY_VERIFY(similar->model()->rowCount() > 0);
        const QModelIndex first = similar->model()->index(0, 0);
        const qint64 id = first.data(ui::PagedModelBase::IdRole).toLongLong();
        const QString name = first.data().toString();
        QTRY_VERIFY(similar->isVisible());
        similar->setFocus();
        similar->setCurrentIndex(first);
        QTest::keyClick(similar, Qt::Key_Return);
        QCOMPARE(route(), ui::Route::artist({ id }, name));
        QTRY_COMPARE(page()->title(), name);
    }

    void albumsOfOthersThatItAppearsOnAreLinks()
    {
        const auto ids = await(m_demo->demo.library.artistIds({}));
        const auto guest = std::ranges::find_if(
            *ids, [this](qint64 id) { return !cached({ id }).appearsOn.isEmpty(); });
        QVERIFY(guest != ids->end());
        const library::ArtistPage known = cached({ *guest });
        m_demo->window->go(ui::Route::artist(known.artist.id, known.artist.title));
        ui::CoverGrid* appears = grid(u"artistAppearsOn"_s);
        QTRY_VERIFY(appears->model()->rowCount() > 0);
        QTRY_VERIFY(appears->isVisible());
        const types::AlbumRow& album = known.appearsOn.at(0);
        QVERIFY(album.artistId != known.artist.id);
        const QModelIndex first = appears->model()->index(0, 0);
        QCOMPARE(first.data(ui::PagedModelBase::IdRole).toLongLong(), album.id.value);
        QVERIFY(first.data(ui::SubtitleRole).toString().startsWith(album.artist)); // whose it is
        appears->setFocus();
        appears->setCurrentIndex(first);
        QTest::keyClick(appears, Qt::Key_Return);
        QCOMPARE(route(), ui::Route::album(album.id));
        QTest::keySequence(m_demo->window.get(), u"Alt+Left"_s);
        QCOMPARE(route(), ui::Route::artist(known.artist.id, known.artist.title));
    }

    void theArrowKeysLeadThroughThePage()
    {
        openArtist();
        QTRY_VERIFY(table()->hasFocus());
        table()->selectRow(table()->model()->rowCount() - 1);
        QTest::keyClick(table(), Qt::Key_Down);
        QVERIFY(!table()->hasFocus());
        auto* scroll = m_demo->find<QScrollArea>(u"artistScroll"_s);
        // With Tab to the last grid: what is current is in sight.
        ui::CoverGrid* last = nullptr;
        for (int i = 0; i < 20 && last == nullptr; ++i) {
            QTest::keyClick(m_demo->window->focusWidget(), Qt::Key_Tab);
            auto* focused = qobject_cast<ui::CoverGrid*>(m_demo->window->focusWidget());
            if (focused && focused->objectName() != u"artistAlbums"_s) {
                last = focused;
            }
        }
        QVERIFY(last);
        const QRect card = last->visualRect(last->currentIndex());
        QVERIFY(card.isValid());
        const QPoint centre = last->viewport()->mapTo(scroll->viewport(), card.center());
        QVERIFY(scroll->viewport()->rect().contains(centre));
    }

    void allTracksOfTheArtistAreAList()
    {
        openArtist();
        m_demo->find<QPushButton>(u"artistAllTracks"_s)->click();
        QCOMPARE(route(), (ui::Route { Place::Tracks, m_artist.id.value, m_artist.title }));
        auto* tracks = m_demo->find<ui::TrackTable>(u"tracksTable"_s);
        QTRY_COMPARE(tracks->model()->rowCount(), cached(m_artist.id).tracks);
    }

    void theArtistIsRated()
    {
        openArtist();
        auto* stars = m_demo->find<ui::StarRating>(u"artistStars"_s);
        stars->setFocus();
        QTest::keyClick(stars, Qt::Key_4);
        const quint64 key = m_artist.ratingKey.value.toULongLong();
        QTRY_COMPARE(m_demo->serverRating(key), 8.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QTRY_VERIFY(cached(m_artist.id).artist.rating);
    }

    void hostileNamesAreShownLetterByLetter()
    {
        const QString name
            = u"<b>no</b> &amp; \u202e\u05d0\u05d1\n\tline "_s + QString(10'000, u'w');
        QVERIFY(m_demo->demo.server.renameItem(m_artist.ratingKey.value.toULongLong(), name));
        QVERIFY(m_demo->demo.syncNow());
        openArtist();
        auto* title = m_demo->find<ui::TextLabel>(u"artistTitle"_s);
        QTRY_COMPARE(title->text(), name);
        QCOMPARE(title->textFormat(), Qt::PlainText);
        QVERIFY(title->width() <= page()->width());
        QCOMPARE(m_demo->find<QScrollArea>(u"artistScroll"_s)->horizontalScrollBar()->maximum(), 0);
        (void)m_demo->window->grab();
    }

    void anArtistThatIsGoneIsSaid()
    {
        m_demo->window->go(ui::Route::artist({ 1 }, u"Nobody"_s));
        QTRY_VERIFY(page());
        QTRY_COMPARE(page()->state(), ui::StatePage::State::Error);
        QVERIFY(note().isEmpty());
    }
};

PLEXM8_GUI_TEST_MAIN(TestArtistPage)
#include "tst_artistpage.moc"
