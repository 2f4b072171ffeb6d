// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/page.h"
#include "ui/common/trackheader.h"
#include "ui/library/browsercolumn.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using library::TrackSort;
using ui::TrackColumn;
using Place = ui::Route::Place;

/// The list of all tracks: sorted by several columns, and the column browser above it.
class TestTracksPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    library::Library& library() { return m_demo->demo.library; }
    std::vector<qint64> idsOf(const library::TrackQuery& query)
    {
        return *support::await(library().trackIds(query));
    }
    std::vector<qint64> sortedBy(const QList<library::SortKey>& keys)
    {
        library::TrackQuery query;
        query.sort = keys;
        return idsOf(query);
    }
    const std::vector<qint64>& shown()
    {
        auto* table = m_demo->find<ui::TrackTable>(u"tracksTable"_s);
        return qobject_cast<ui::PagedModelBase*>(table->model())->spine();
    }
    void clickHeader(ui::TrackTable& table, TrackColumn column, Qt::KeyboardModifiers keys = {})
    {
        QHeaderView* header = table.horizontalHeader();
        const int x = header->sectionViewportPosition(int(column)) + 12;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, QPoint(x, 10));
    }
    static QString said(const ui::TrackTable& table, TrackColumn column)
    {
        return table.model()
            ->headerData(int(column), Qt::Horizontal, Qt::AccessibleTextRole)
            .toString();
    }
    QListView& list(const QString& name) { return *m_demo->find<QListView>(name + u"List"_s); }
    static QModelIndex row(const QListView& list, int number)
    {
        return list.model()->index(number, 0);
    }
    static bool isRead(const QListView& list)
    {
        return list.model()->rowCount() > 0 && !row(list, 0).data().toString().isEmpty();
    }
    static qint64 idAt(const QListView& list, int number)
    {
        return row(list, number).data(ui::PagedModelBase::IdRole).toLongLong();
    }
    static void click(QListView& list, int number, Qt::KeyboardModifiers keys = {})
    {
        list.scrollTo(row(list, number));
        QTest::mouseClick(
            list.viewport(), Qt::LeftButton, keys, list.visualRect(row(list, number)).center());
    }
    void showBrowser()
    {
        QTest::mouseClick(m_demo->find<QToolButton>(u"tracksBrowser"_s), Qt::LeftButton);
        QTRY_VERIFY(isRead(list(u"browserGenre"_s)) && isRead(list(u"browserArtist"_s))
            && isRead(list(u"browserAlbum"_s)));
    }
    void openWindow()
    {
        m_demo->window = std::make_unique<ui::MainWindow>(m_demo->services());
        account::Circumstances now;
        now.isServerKnown = true;
        now.link = account::Circumstances::Link::Connected;
        now.hasCache = true;
        m_demo->window->setCapabilities(account::capabilitiesIn(now));
    }

private Q_SLOTS:
    void init() { m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600)); }
    void cleanup() { m_demo.reset(); }

    void shiftAddsAColumnAndTheThirdClickTakesItAway()
    {
        ui::TrackTable& table = m_demo->openTracks();
        const auto byItself = shown();
        QCOMPARE(byItself, sortedBy({}));
        clickHeader(table, TrackColumn::Rating);
        QTRY_COMPARE(shown(), sortedBy({ { TrackSort::Rating } }));
        QCOMPARE(said(table, TrackColumn::Rating), u"Rating, sorted ascending"_s);
        clickHeader(table, TrackColumn::Rating);
        QTRY_COMPARE(shown(), sortedBy({ { TrackSort::Rating, true } }));
        clickHeader(table, TrackColumn::Artist, Qt::ShiftModifier);
        QTRY_COMPARE(shown(), sortedBy({ { TrackSort::Rating, true }, { TrackSort::Artist } }));
        QCOMPARE(said(table, TrackColumn::Rating), u"Rating, sort key 1, descending"_s);
        QCOMPARE(said(table, TrackColumn::Artist), u"Artist, sort key 2, ascending"_s);
        QCOMPARE(said(table, TrackColumn::Album), u"Album"_s);
        clickHeader(table, TrackColumn::Artist, Qt::ShiftModifier);
        QTRY_COMPARE(
            shown(), sortedBy({ { TrackSort::Rating, true }, { TrackSort::Artist, true } }));
        clickHeader(table, TrackColumn::Artist, Qt::ShiftModifier); // no more
        QTRY_COMPARE(shown(), sortedBy({ { TrackSort::Rating, true } }));
        clickHeader(table, TrackColumn::Rating); // nor this one: the order of the library
        QTRY_COMPARE(shown(), byItself);
        QCOMPARE(said(table, TrackColumn::Rating), u"Rating"_s);
    }

    void aPlainClickBeginsAnew()
    {
        ui::TrackTable& table = m_demo->openTracks();
        clickHeader(table, TrackColumn::Artist);
        clickHeader(table, TrackColumn::Plays, Qt::ShiftModifier);
        QTRY_COMPARE(shown(), sortedBy({ { TrackSort::Artist }, { TrackSort::Plays } }));
        clickHeader(table, TrackColumn::Plays);
        QTRY_COMPARE(shown(), sortedBy({ { TrackSort::Plays } }));
    }

    void noMoreColumnsThanTheLibraryTakes()
    {
        QList<library::SortKey> keys;
        for (const TrackSort sort : { TrackSort::Artist, TrackSort::Year, TrackSort::Rating,
                 TrackSort::Plays, TrackSort::Added }) {
            keys = ui::nextSort(keys, sort, true);
        }
        QCOMPARE(keys.size(), library::kMostSortKeys);
        QCOMPARE(keys.constLast().sort, TrackSort::Plays);
    }

    void theHeaderShowsTheNumbers()
    {
        ui::TrackTable& table = m_demo->openTracks();
        const auto look = [&table] { return table.horizontalHeader()->grab().toImage(); };
        clickHeader(table, TrackColumn::Artist);
        const QImage one = look();
        clickHeader(table, TrackColumn::Duration, Qt::ShiftModifier);
        QTRY_VERIFY(look() != one);
        clickHeader(table, TrackColumn::Duration, Qt::ShiftModifier);
        clickHeader(table, TrackColumn::Duration, Qt::ShiftModifier);
        QTRY_VERIFY(look() == one); // alone it has no number
    }

    void theOrderAndTheBrowserAreThereTheNextTime()
    {
        ui::TrackTable& table = m_demo->openTracks();
        showBrowser();
        clickHeader(table, TrackColumn::Plays);
        clickHeader(table, TrackColumn::Plays);
        clickHeader(table, TrackColumn::Title, Qt::ShiftModifier);
        const auto wanted = sortedBy({ { TrackSort::Plays, true }, { TrackSort::Title } });
        QTRY_COMPARE(shown(), wanted);
        openWindow();
        (void)m_demo->openTracks();
        QTRY_COMPARE(shown(), wanted);
        QTRY_VERIFY(list(u"browserGenre"_s).isVisible());
        QTRY_VERIFY(isRead(list(u"browserAlbum"_s)));
    }

    void aDamagedStateIsLetBe()
    {
        m_demo->state.setValue(u"view/tracksPage"_s, "browser 99+ -1- x 3 5- 5 \xff");
        openWindow();
        (void)m_demo->openTracks();
        QTRY_COMPARE(shown(), sortedBy({ { TrackSort::Rating, true } }));
    }

    void columnsLimitThoseToTheirRightAndTheList()
    {
        ui::TrackTable& table = m_demo->openTracks();
        showBrowser();
        QListView& genres = list(u"browserGenre"_s);
        QListView& artists = list(u"browserArtist"_s);
        QListView& albums = list(u"browserAlbum"_s);
        const int all = artists.model()->rowCount();
        click(genres, 1);
        library::TrackQuery query;
        query.genres = QStringList { row(genres, 1).data().toString() };
        QTRY_COMPARE(shown(), idsOf(query));
        library::ArtistQuery ofGenre;
        ofGenre.genres = query.genres;
        const auto fewer = *support::await(library().artistIds(ofGenre));
        QTRY_COMPARE(artists.model()->rowCount(), int(fewer.size()));
        QVERIFY(int(fewer.size()) < all);
        QTRY_VERIFY(isRead(artists));
        click(artists, 0);
        query.artists = { types::ItemId { idAt(artists, 0) } };
        QTRY_COMPARE(shown(), idsOf(query));
        if (artists.model()->rowCount() > 1) {
            click(artists, 1, Qt::ControlModifier); // several
            query.artists.append(types::ItemId { idAt(artists, 1) });
            QTRY_COMPARE(shown(), idsOf(query));
        }
        library::AlbumQuery ofArtists;
        ofArtists.genres = query.genres;
        ofArtists.artists = query.artists;
        const auto theirs = *support::await(library().albumIds(ofArtists));
        QTRY_COMPARE(albums.model()->rowCount(), int(theirs.size()));
        QTRY_VERIFY(isRead(albums));
        click(albums, 0);
        query.albums = { types::ItemId { idAt(albums, 0) } };
        QTRY_COMPARE(shown(), idsOf(query));
        QVERIFY(!shown().empty());
        QTest::keyClick(&albums, Qt::Key_Return); // plays what is chosen
        QTRY_COMPARE(m_demo->player.queue().size(), int(shown().size()));
        m_demo->player.stop();
        for (const QString& name : { u"browserGenreAll"_s, u"browserArtistAll"_s }) {
            if (auto* button = m_demo->find<QPushButton>(name); button->isEnabled()) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTest::keyClick(&albums, Qt::Key_Escape);
        QTRY_COMPARE(shown(), sortedBy({}));
        QVERIFY(table.isVisible());
    }

    void theBrowserIsUsedByKeysAlone()
    {
        ui::TrackTable& table = m_demo->openTracks();
        auto* button = m_demo->find<QToolButton>(u"tracksBrowser"_s);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QListView& artists = list(u"browserArtist"_s);
        QTRY_VERIFY(artists.isVisible() && isRead(artists));
        artists.setFocus();
        artists.setCurrentIndex(row(artists, 0));
        const int last = artists.model()->rowCount() - 1;
        const QString name = row(artists, last).data().toString();
        artists.keyboardSearch(name);
        QTRY_COMPARE(artists.currentIndex().data().toString(), name);
        library::TrackQuery query;
        query.artists = { types::ItemId { idAt(artists, artists.currentIndex().row()) } };
        QTRY_COMPARE(shown(), idsOf(query));
        QTest::keyClick(&artists, Qt::Key_Up, Qt::ShiftModifier);
        query.artists.prepend(types::ItemId { idAt(artists, artists.currentIndex().row()) });
        QTRY_COMPARE(shown(), idsOf(query));
        QTest::keyClick(&artists, Qt::Key_Escape); // what was typed
        QTest::keyClick(&artists, Qt::Key_Escape); // what was chosen
        QTRY_COMPARE(shown(), sortedBy({}));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(!artists.isVisible());
        QCOMPARE(table.model()->rowCount(), 600);
    }

    void whatNothingFitsCanBeLeftByOneClick()
    {
        (void)m_demo->openTracks();
        showBrowser();
        QListView& genres = list(u"browserGenre"_s);
        click(genres, 0);
        m_demo->find<QLineEdit>(u"tracksFilter"_s)->setText(u"qzxqzx"_s);
        auto* page = m_demo->find<ui::Page>(u"tracksPage"_s);
        QTRY_COMPARE(page->state(), ui::StatePage::State::Empty);
        QTest::mouseClick(page->findChild<QPushButton*>(u"stateAction"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(), sortedBy({}));
        QVERIFY(genres.selectionModel()->selection().isEmpty());
    }

    void anArtistsTracksHaveNoBrowser()
    {
        (void)m_demo->openTracks();
        showBrowser();
        const auto artist = support::await(library().artistIds({}))->front();
        m_demo->window->go({ Place::Tracks, artist, u"Somebody"_s });
        QTRY_VERIFY(!list(u"browserGenre"_s).isVisible());
        library::TrackQuery query;
        query.artists = { types::ItemId { artist } };
        QTRY_COMPARE(shown(), idsOf(query));
        m_demo->window->go({ Place::Tracks, 0, {} });
        QTRY_VERIFY(list(u"browserGenre"_s).isVisible());
        QTRY_COMPARE(shown(), sortedBy({}));
    }
};

PLEXM8_GUI_TEST_MAIN(TestTracksPage)
#include "tst_trackspage.moc"
