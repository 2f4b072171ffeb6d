// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/appearance.h"
#include "ui/common/covergrid.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/gridpage.h"
#include "ui/common/jumpbar.h"
#include "ui/common/textlabel.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::CoverGrid;
using ui::Route;
using Place = ui::Route::Place;

/// The pages that are long grids: artists, albums, genres.
class TestGrids : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    library::Library& library() { return m_demo->demo.library; }
    const Route& route() { return m_demo->window->route(); }
    void press(const QKeySequence& keys) { QTest::keySequence(m_demo->window.get(), keys); }
    static int rows(const CoverGrid& grid) { return grid.model()->rowCount(); }
    static QModelIndex card(const CoverGrid& grid, int row) { return grid.model()->index(row, 0); }
    static QString titleAt(const CoverGrid& grid, int row)
    {
        return card(grid, row).data().toString();
    }
    static qint64 idAt(const CoverGrid& grid, int row)
    {
        return card(grid, row).data(ui::PagedModelBase::IdRole).toLongLong();
    }
    static bool isRead(const CoverGrid& grid)
    {
        return rows(grid) > 0 && !titleAt(grid, 0).isEmpty()
            && !titleAt(grid, rows(grid) - 1).isEmpty();
    }
    /// The grid of a page that was gone to, when it shows something.
    CoverGrid& shown(const QString& name)
    {
        auto* grid = m_demo->find<CoverGrid>(name + u"Grid"_s);
        (void)QTest::qWaitFor([grid] { return isRead(*grid) && grid->isVisible(); });
        grid->setFocus();
        return *grid;
    }
    CoverGrid& albums()
    {
        press(u"Ctrl+3"_s);
        return shown(u"albums"_s);
    }
    std::vector<qint64> albumIds(const library::AlbumQuery& query)
    {
        return *support::await(library().albumIds(query));
    }
    static std::vector<qint64> idsOf(const CoverGrid& grid)
    {
        std::vector<qint64> ids;
        for (int row = 0; row < rows(grid); ++row) {
            ids.push_back(idAt(grid, row));
        }
        return ids;
    }
    /// Chooses from the sort menu of a page, as a person does.
    void sortBy(const QString& page, const QString& action)
    {
        auto* button = m_demo->find<QToolButton>(page + u"Sort"_s);
        auto* menu = button->menu();
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
        auto* found = menu->findChild<QAction*>(action);
        QVERIFY(found);
        menu->setActiveAction(found);
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(!menu->isVisible());
        activate();
    }
    void activate()
    {
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
    }
    QMenu* menuOf(CoverGrid& grid, int row)
    {
        grid.setCurrentIndex(card(grid, row));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QApplication::sendEvent(&grid, &event);
        for (QMenu* menu : grid.findChildren<QMenu*>(u"cardMenu"_s)) {
            if (menu->isVisible()) {
                return menu;
            }
        }
        return nullptr;
    }
    void choose(QMenu* menu, const QString& action)
    {
        QVERIFY(menu);
        auto* found = menu->findChild<QAction*>(action);
        QVERIFY(found && found->isEnabled());
        menu->setActiveAction(found);
        QTest::keyClick(menu, Qt::Key_Return);
        activate();
    }
    /// Of any script: keyClicks() knows only ASCII.
    static void type(QWidget& widget, const QString& text)
    {
        for (const QChar letter : text) {
            QTest::sendKeyEvent(QTest::Click, &widget, Qt::Key_unknown, QString(letter), {});
        }
    }
    QString heading(const QString& page)
    {
        return m_demo->find<QWidget>(page + u"Page"_s)
            ->findChild<ui::TextLabel*>(u"pageTitle"_s)
            ->text();
    }
    QString subtitle(const QString& page)
    {
        return m_demo->find<QWidget>(page + u"Page"_s)
            ->findChild<ui::TextLabel*>(u"pageSubtitle"_s)
            ->text();
    }
    ui::Page& page(const QString& name) { return *m_demo->find<ui::Page>(name + u"Page"_s); }
    QString stateTitle(const QString& name)
    {
        return page(name).findChild<ui::StatePage*>()->title();
    }
    void open(const demo::Options& options, bool isSynced = true)
    {
        m_demo = std::make_unique<support::DemoWindow>(options, isSynced);
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        activate();
    }

private Q_SLOTS:
    void init() { open(support::demoOf(1500)); }
    void cleanup() { m_demo.reset(); }

    void allAlbumsAreThereInTheOrderOfTheirArtists()
    {
        CoverGrid& grid = albums();
        const auto ids = albumIds({});
        QVERIFY(ids.size() > 80);
        QCOMPARE(idsOf(grid), ids);
        QCOMPARE(heading(u"albums"_s), u"Albums"_s);
        QCOMPARE(subtitle(u"albums"_s), ui::format::albums(qint64(ids.size())));
        QTRY_VERIFY(grid.hasFocus());
        const auto album = support::await(library().album({ ids.front() }));
        QCOMPARE(titleAt(grid, 0), album->title);
        const QString said = card(grid, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(said.contains(album->title) && said.contains(album->artist));
        QVERIFY(said.contains(QString::number(album->year)));
    }

    void theSortMenuOrdersAndIsRemembered()
    {
        CoverGrid& grid = albums();
        grid.verticalScrollBar()->setValue(grid.verticalScrollBar()->maximum());
        sortBy(u"albums"_s, u"sortBy.year"_s);
        library::AlbumQuery query;
        query.sort = library::AlbumSort::Year;
        query.descending = true; // the newest first, unless somebody turns it round
        QTRY_COMPARE(idsOf(grid), albumIds(query));
        QCOMPARE(grid.verticalScrollBar()->value(), 0);
        auto* button = m_demo->find<QToolButton>(u"albumsSort"_s);
        QCOMPARE(button->accessibleName(), u"Sorted by Year, descending"_s);
        QCOMPARE(button->text(), u"Year"_s);
        sortBy(u"albums"_s, u"sortAscending"_s);
        query.descending = false;
        QTRY_COMPARE(idsOf(grid), albumIds(query));

        m_demo->window.reset();
        m_demo->window = std::make_unique<ui::MainWindow>(m_demo->services());
        m_demo->window->show();
        activate();
        m_demo->window->go({ Place::Albums, 0, {} });
        QTRY_COMPARE(idsOf(shown(u"albums"_s)), albumIds(query));
    }

    void everyOrderOfTheMenuIsOneOfTheLibrary()
    {
        CoverGrid& grid = albums();
        using library::AlbumSort;
        const QList<std::pair<QString, AlbumSort>> sorts { { u"title"_s, AlbumSort::Title },
            { u"year"_s, AlbumSort::Year }, { u"added"_s, AlbumSort::Added },
            { u"rating"_s, AlbumSort::Rating }, { u"played"_s, AlbumSort::LastPlayed },
            { u"plays"_s, AlbumSort::Plays }, { u"artist"_s, AlbumSort::Artist } };
        for (const auto& [name, sort] : sorts) {
            sortBy(u"albums"_s, u"sortBy."_s + name);
            library::AlbumQuery query;
            query.sort = sort;
            query.descending = sort != AlbumSort::Title && sort != AlbumSort::Artist;
            QTRY_COMPARE(idsOf(grid), albumIds(query));
        }
        auto* menu = m_demo->find<QToolButton>(u"albumsSort"_s)->menu();
        QCOMPARE(menu->actions().size(), sorts.size() + 3); // a line, and two directions
    }

    void theFilterKeepsWhatBeginsWithItsWords()
    {
        CoverGrid& grid = albums();
        press(QKeySequence::Find);
        auto* filter = m_demo->find<QLineEdit>(u"albumsFilter"_s);
        QTRY_VERIFY(filter->hasFocus());
        const QString word = titleAt(grid, 0).section(u' ', 0, 0);
        type(*filter, word);
        library::AlbumQuery query;
        query.text = word;
        QTRY_COMPARE(idsOf(grid), albumIds(query));
        QVERIFY(rows(grid) < 80);
        QTest::keyClick(filter, Qt::Key_Down); // on to what it found
        QTRY_VERIFY(grid.hasFocus());

        filter->setText(u"qzxqzx"_s);
        QTRY_COMPARE(stateTitle(u"albums"_s), u"Nothing matches"_s);
        auto* clear = page(u"albums"_s).findChild<QPushButton*>(u"stateAction"_s);
        QVERIFY(clear->isEnabled());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(idsOf(grid), albumIds({}));
        QVERIFY(filter->text().isEmpty());
    }

    void lettersFindACardAndDigitsAreTyped()
    {
        CoverGrid& grid = albums();
        sortBy(u"albums"_s, u"sortBy.title"_s);
        library::AlbumQuery query;
        query.sort = library::AlbumSort::Title;
        QTRY_COMPARE(idsOf(grid), albumIds(query));
        QTRY_VERIFY(isRead(grid));
        grid.setFocus();
        grid.setCurrentIndex(card(grid, 0));
        const int wanted = rows(grid) - 1;
        const QString title = titleAt(grid, wanted);
        type(grid, title.left(1));
        QTRY_VERIFY(titleAt(grid, grid.currentIndex().row()).startsWith(title.at(0)));
        QVERIFY(grid.viewport()->rect().intersects(grid.visualRect(grid.currentIndex())));
        QVERIFY(grid.isTyping());
        const int there = grid.currentIndex().row();
        QTest::keyClick(&grid, Qt::Key_5); // nothing begins so
        QTest::keyClick(&grid, Qt::Key_Space);
        QTest::keyClick(&grid, Qt::Key_Escape);
        QVERIFY(!grid.isTyping());
        QCOMPARE(grid.currentIndex().row(), there);
        QVERIFY(m_demo->requests("PUT").isEmpty());
        QVERIFY(!m_demo->player.current());
    }

    void theLettersBesideTheGridJump()
    {
        CoverGrid& grid = albums();
        auto* letters = m_demo->find<ui::JumpBar>(u"albumsLetters"_s);
        const QAbstractItemModelTester tester(
            letters->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_VERIFY(letters->isVisible());
        const auto marks = letters->marks();
        QVERIFY(marks.size() > 8);
        const int middle = int(marks.size()) / 2;
        QTest::mouseClick(letters->viewport(), Qt::LeftButton, {},
            letters->visualRect(letters->model()->index(middle, 0)).center());
        // The line of cards at the top holds the first one with the letter.
        const auto isAtTop = [&grid](qint64 row) {
            const QRect place = grid.visualRect(card(grid, int(row)));
            return place.top() >= 0 && place.top() < place.height() / 2;
        };
        QTRY_VERIFY(isAtTop(marks.at(middle).row));
        QCOMPARE(letters->currentIndex().row(), middle);
        letters->setFocus();
        QTest::keyClick(letters, Qt::Key_Up);
        QTRY_VERIFY(isAtTop(marks.at(middle - 1).row));
        // Scrolling moves the mark, and the mark does not scroll.
        grid.verticalScrollBar()->setValue(0);
        QTRY_COMPARE(letters->currentIndex().row(), 0);
        QCOMPARE(grid.verticalScrollBar()->value(), 0);
        sortBy(u"albums"_s, u"sortBy.rating"_s);
        QTRY_VERIFY(!letters->isVisible());
        sortBy(u"albums"_s, u"sortBy.title"_s);
        QTRY_VERIFY(letters->isVisible());
    }

    void cardsOpenAndPlay()
    {
        CoverGrid& grid = albums();
        grid.setCurrentIndex(card(grid, 3));
        const qint64 album = idAt(grid, 3);
        QTest::keyClick(&grid, Qt::Key_Return);
        QCOMPARE(route(), Route::album({ album }));
        press(u"Alt+Left"_s);
        QCOMPARE(route().place, Place::Albums);
        QTRY_VERIFY(grid.hasFocus());
        QCOMPARE(grid.currentIndex().row(), 3); // where it was left

        const QRect place = grid.visualRect(card(grid, 1));
        QTest::mouseMove(grid.viewport(), place.center());
        auto* delegate = qobject_cast<ui::CardDelegate*>(grid.itemDelegate());
        QTRY_COMPARE(delegate->hovered().row(), 1);
        QTest::mouseClick(
            grid.viewport(), Qt::LeftButton, {}, delegate->playButton(place.topLeft()).center());
        QTRY_VERIFY(m_demo->player.current());
        QCOMPARE(route().place, Place::Albums); // it plays and stays
        library::TrackQuery tracks;
        tracks.album = { idAt(grid, 1) };
        const auto wanted = *support::await(library().trackIds(tracks));
        QTRY_COMPARE(m_demo->player.queue().size(), int(wanted.size()));
        QCOMPARE(m_demo->player.current()->item.value, wanted.front());
        m_demo->player.stop();

        const QRect other = grid.visualRect(card(grid, 2));
        QTest::mouseClick(grid.viewport(), Qt::MiddleButton, {}, other.topLeft() + QPoint(30, 30));
        QCOMPARE(route(), Route::album({ idAt(grid, 2) }));
        QCOMPARE(m_demo->window->findChildren<QWidget*>(u"pane"_s).size(), 2);
    }

    void theMenuRatesAndLeadsToTheArtist()
    {
        CoverGrid& grid = albums();
        const auto album = *support::await(library().album({ idAt(grid, 4) }));
        QMenu* menu = menuOf(grid, 4);
        QVERIFY(menu);
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator()) {
                texts.append(action->text());
            }
        }
        QCOMPARE(texts,
            (QStringList { u"Play"_s, u"Play next"_s, u"Add to queue"_s, u"Add to playlist"_s,
                u"Rate"_s, u"Go to artist"_s, u"Open"_s, u"Open in new pane"_s }));
        choose(menu, u"goToArtist"_s);
        QCOMPARE(route(), Route::artist(album.artistId, album.artist));
        press(u"Alt+Left"_s);
        QTRY_VERIFY(grid.hasFocus());

        grid.setCurrentIndex(card(grid, 4));
        QTest::keyClick(&grid, Qt::Key_4);
        const quint64 key = album.ratingKey.value.toULongLong();
        QTRY_COMPARE(m_demo->serverRating(key), 8.0);
        QTRY_COMPARE(support::await(library().album(album.id))->rating, types::Rating::fromPlex(8));
        auto* bar = page(u"albums"_s).findChild<ui::ErrorBar*>();
        QVERIFY(bar->isVisible() && bar->text().contains(album.title));
        QTest::keyClick(&grid, Qt::Key_0);
        QTRY_VERIFY(!support::await(library().album(album.id))->rating);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void artistsLeadToTheirMusic()
    {
        press(u"Ctrl+2"_s);
        CoverGrid& grid = shown(u"artists"_s);
        const auto ids = *support::await(library().artistIds({}));
        QCOMPARE(idsOf(grid), ids);
        QCOMPARE(subtitle(u"artists"_s), ui::format::artists(qint64(ids.size())));
        QVERIFY(card(grid, 0).data(ui::RoundRole).toBool());
        const QString name = titleAt(grid, 2);
        grid.setCurrentIndex(card(grid, 2));
        QTest::keyClick(&grid, Qt::Key_Return);
        QCOMPARE(route(), Route::artist({ ids.at(2) }, name));
        auto* title = m_demo->find<ui::TextLabel>(u"artistTitle"_s);
        QVERIFY(title);
        QTRY_COMPARE(title->text(), name);
        press(u"Alt+Left"_s);
        QCOMPARE(route().place, Place::Artists);
        sortBy(u"artists"_s, u"sortBy.plays"_s);
        library::ArtistQuery query;
        query.sort = library::ArtistSort::Plays;
        query.descending = true;
        const auto played = *support::await(library().artistIds(query));
        QTRY_COMPARE(idsOf(grid), played);
    }

    void aGenreLeadsToItsAlbumsArtistsAndTracks()
    {
        press(u"Ctrl+5"_s);
        CoverGrid& tiles = shown(u"genres"_s);
        const auto genres = *support::await(library().genres());
        QCOMPARE(rows(tiles), int(genres.size()));
        QStringList names;
        for (const types::GenreRow& genre : genres) {
            names.append(genre.name);
        }
        names.sort(Qt::CaseInsensitive);
        QCOMPARE(titleAt(tiles, 0), names.first());
        const QString genre = titleAt(tiles, 1);
        tiles.setCurrentIndex(card(tiles, 1));
        QTest::keyClick(&tiles, Qt::Key_Return);
        QCOMPARE(route(), Route::genre(Place::Albums, genre));
        CoverGrid& grid = shown(u"albums"_s);
        library::AlbumQuery query;
        query.genres = QStringList { genre };
        QTRY_COMPARE(idsOf(grid), albumIds(query));
        QCOMPARE(heading(u"albums"_s), genre);

        auto* artists = m_demo->find<QPushButton>(u"albumsGenreArtists"_s);
        QVERIFY(artists->isVisible());
        QVERIFY(artists->accessibleName().contains(genre));
        artists->setFocus();
        QTest::keyClick(artists, Qt::Key_Return);
        QCOMPARE(route(), Route::genre(Place::Artists, genre));
        library::ArtistQuery ofGenre;
        ofGenre.genres = query.genres;
        const auto expected = *support::await(library().artistIds(ofGenre));
        QTRY_COMPARE(idsOf(shown(u"artists"_s)), expected);
        QTest::mouseClick(m_demo->find<QPushButton>(u"artistsGenreTracks"_s), Qt::LeftButton);
        QCOMPARE(route(), Route::genre(Place::Tracks, genre));
        library::TrackQuery tracks;
        tracks.genres = query.genres;
        const auto wanted = *support::await(library().trackIds(tracks));
        auto* table = m_demo->find<ui::TrackTable>(u"tracksTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), int(wanted.size()));
        QCOMPARE(table->trackRows()->item(0).value, wanted.front());
        QTest::mouseClick(m_demo->find<QPushButton>(u"tracksGenreGenres"_s), Qt::LeftButton);
        QCOMPARE(route(), Route({ Place::Genres, 0, {} }));
        press(u"Ctrl+3"_s); // all of them again
        QTRY_COMPARE(idsOf(grid), albumIds({}));
        QVERIFY(!artists->isVisible());
    }

    void genresAreSortedFilteredAndPlayed()
    {
        press(u"Ctrl+5"_s);
        CoverGrid& tiles = shown(u"genres"_s);
        auto genres = *support::await(library().genres());
        sortBy(u"genres"_s, u"sortBy.albums"_s);
        std::ranges::stable_sort(genres, std::ranges::greater(), &types::GenreRow::albums);
        QTRY_COMPARE(titleAt(tiles, 0), genres.first().name);
        QVERIFY(card(tiles, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(ui::format::albums(genres.first().albums)));
        QMenu* menu = menuOf(tiles, 0);
        choose(menu, u"goToTracks"_s);
        QCOMPARE(route(), Route::genre(Place::Tracks, genres.first().name));
        press(u"Alt+Left"_s);
        auto* filter = m_demo->find<QLineEdit>(u"genresFilter"_s);
        filter->setText(genres.last().name.left(3).toUpper());
        QTRY_VERIFY(rows(tiles) < genres.size());
        QVERIFY(rows(tiles) > 0);
        filter->setText(genres.last().name);
        QTRY_COMPARE(titleAt(tiles, 0), genres.last().name);
        tiles.setFocus();
        menu = menuOf(tiles, 0);
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down); // play
        QTest::keyClick(menu, Qt::Key_Return);
        library::TrackQuery tracks;
        tracks.genres = QStringList { genres.last().name };
        const auto wanted = *support::await(library().trackIds(tracks));
        QTRY_COMPARE(m_demo->player.queue().size(), int(wanted.size()));
        m_demo->player.stop();
    }

    void aReadThatFailsIsToldAndTriedAgain()
    {
        CoverGrid& grid = albums();
        const auto run = [this](const QString& sql) {
            return support::await(library().write(
                [sql](db::Connection& c, db::ChangeSet&) { return c.execute(sql); }));
        };
        QVERIFY(run(u"ALTER TABLE item RENAME TO hidden"_s));
        sortBy(u"albums"_s, u"sortBy.title"_s);
        QTRY_COMPARE(stateTitle(u"albums"_s), u"The albums could not be read."_s);
        QVERIFY(run(u"ALTER TABLE hidden RENAME TO item"_s));
        auto* retry = page(u"albums"_s).findChild<QPushButton*>(u"stateAction"_s);
        QVERIFY(retry->isEnabled());
        QTest::mouseClick(retry, Qt::LeftButton);
        library::AlbumQuery query;
        query.sort = library::AlbumSort::Title;
        QTRY_COMPARE(idsOf(grid), albumIds(query));
        QTRY_COMPARE(page(u"albums"_s).state(), ui::StatePage::State::Content);
    }

    void withoutALibraryTheFirstStepIsToSynchronise()
    {
        open(support::demoOf(60), false);
        for (const Place place : { Place::Albums, Place::Artists, Place::Genres }) {
            m_demo->window->go({ place, 0, {} });
        }
        for (const QString& name : { u"albums"_s, u"artists"_s, u"genres"_s }) {
            QTRY_COMPARE(page(name).state(), ui::StatePage::State::Empty);
            auto* action = page(name).findChild<QPushButton*>(u"stateAction"_s);
            QCOMPARE(action->text(), u"Synchronise now"_s);
            QVERIFY(action->isEnabled());
        }
        QVERIFY(m_demo->demo.syncNow());
        for (const Place place : { Place::Albums, Place::Artists, Place::Genres }) {
            m_demo->window->go({ place, 0, {} }); // what happened while nobody looked
            const QString name = place == Place::Albums ? u"albums"_s
                : place == Place::Artists               ? u"artists"_s
                                                        : u"genres"_s;
            QTRY_COMPARE(page(name).state(), ui::StatePage::State::Content);
        }
    }

    void whatAnotherClientChangesIsSeen()
    {
        CoverGrid& grid = albums();
        const auto row = *support::await(library().albums({ idAt(grid, 5) }));
        const quint64 key = row.first().ratingKey.value.toULongLong();
        QVERIFY(m_demo->demo.server.renameItem(key, u"Zauberberg"_s));
        QVERIFY(m_demo->demo.syncNow());
        const auto isThere = [&grid] {
            for (int i = 0; i < rows(grid); ++i) {
                if (titleAt(grid, i) == "Zauberberg"_L1) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(isThere());
        const int before = rows(grid);
        QVERIFY(m_demo->demo.server.removeItem(key));
        QVERIFY(m_demo->demo.syncNow({ {}, true }));
        QTRY_COMPARE(rows(grid), before - 1);
        QVERIFY(!isThere());
    }

    void densityAndTextSizeChangeTheCards()
    {
        CoverGrid& grid = albums();
        const QSize before = grid.visualRect(card(grid, 0)).size();
        m_demo->settings.set(ui::appearance::kDensity, ui::Density::Compact);
        QTRY_VERIFY(grid.visualRect(card(grid, 0)).width() < before.width());
        m_demo->settings.set(ui::appearance::kDensity, ui::Density::Comfortable);
        m_demo->settings.set(ui::appearance::kTextPercent, 200);
        QTRY_VERIFY(grid.visualRect(card(grid, 0)).height() > before.height());
        const QFontMetrics title(ui::fontOf(ui::TextRole::Body));
        const QFontMetrics line(ui::fontOf(ui::TextRole::Caption));
        const auto* delegate = qobject_cast<ui::CardDelegate*>(grid.itemDelegate());
        QVERIFY(delegate->cardSize().height()
            >= delegate->coverSide() + title.height() + line.height() + ui::space::kS);
    }

    void whatWasInSightStaysThereWhenThePageIsResized()
    {
        CoverGrid& grid = albums();
        grid.scrollToRow(60);
        const int first = grid.firstRow();
        QVERIFY(first > 40);
        m_demo->window->resize(900, 800);
        QTRY_VERIFY(grid.viewport()->width() < 700);
        const auto isInSight = [&grid](int row) {
            return grid.viewport()->rect().intersects(grid.visualRect(card(grid, row)));
        };
        QTRY_VERIFY(isInSight(first));
        m_demo->settings.set(ui::appearance::kDensity, ui::Density::Compact);
        QTRY_VERIFY(isInSight(first));
    }

    void nothingIsCutOffInANarrowPane_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : { 100, 150 })
            QTest::addRow("%d %%", percent) << percent;
    }
    void nothingIsCutOffInANarrowPane()
    {
        QFETCH(int, percent);
        m_demo->settings.set(ui::appearance::kTextPercent, percent);
        press(u"Ctrl+5"_s);
        CoverGrid& tiles = shown(u"genres"_s);
        tiles.setCurrentIndex(card(tiles, 0));
        QTest::keyClick(&tiles, Qt::Key_Return, Qt::ControlModifier); // beside
        CoverGrid& grid = shown(u"albums"_s);
        QTRY_VERIFY(grid.isVisible());
        const QWidget& albumsPage = page(u"albums"_s);
        const auto inPage = [&albumsPage](const QWidget* widget) {
            return QRect(widget->mapTo(&albumsPage, QPoint()), widget->size());
        };
        for (const QString& name : { u"albumsFilter"_s, u"albumsSort"_s, u"albumsGrid"_s,
                 u"albumsGenreArtists"_s, u"albumsGenreTracks"_s, u"albumsGenreGenres"_s }) {
            const auto* widget = m_demo->find<QWidget>(name);
            QTRY_VERIFY2(widget->isVisible(), qPrintable(name));
            // Where there is no room for all, the page scrolls: nothing is cut, and it never
            // scrolls sideways.
            QTRY_VERIFY2(
                widget->parentWidget()->rect().contains(widget->geometry()), qPrintable(name));
            QTRY_VERIFY2(inPage(widget).left() >= 0 && inPage(widget).right() < albumsPage.width(),
                qPrintable(name));
            const auto* link = qobject_cast<const QPushButton*>(widget);
            QVERIFY2(!link || link->width() >= link->sizeHint().width(), qPrintable(name));
        }
        const auto* title = albumsPage.findChild<ui::TextLabel*>(u"pageTitle"_s);
        QVERIFY(!inPage(title).intersects(inPage(m_demo->find<QWidget>(u"albumsFilter"_s))));
        QTRY_VERIFY(title->width() >= title->sizeHint().width());
    }
};

PLEXM8_GUI_TEST_MAIN(TestGrids)
#include "tst_grids.moc"
