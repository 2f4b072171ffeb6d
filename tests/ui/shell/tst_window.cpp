// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"

#include "ui/activity/historymodel.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/stars.h"
#include "ui/common/statepage.h"
#include "ui/common/textlabel.h"
#include "ui/playback/playerbar.h"

#include <QAccessible>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::ratingOf;
using support::starsOf;
using support::unratedRow;
using ui::Route;
using ui::TrackTable;

class TestWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    TrackTable& openTracks() { return m_demo->openTracks(); }

    static QString titleOf(TrackTable& table, int row)
    {
        return table.model()->index(row, int(ui::TrackColumn::Title)).data().toString();
    }
    /// What a screen reader says of the stars in @p row.
    static QString starsSaid(TrackTable& table, int row)
    {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&table);
        QAccessibleTableInterface* cells = accessible ? accessible->tableInterface() : nullptr;
        QAccessibleInterface* cell
            = cells ? cells->cellAt(row, int(ui::TrackColumn::Rating)) : nullptr;
        return cell ? cell->text(QAccessible::Name) : QString();
    }
    quint64 keyOf(TrackTable& table, int row) { return m_demo->keyOf(table, row); }
    double serverRating(quint64 key) { return m_demo->serverRating(key); }

private Q_SLOTS:
    void init() { m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300)); }
    void cleanup() { m_demo.reset(); }

    void homeShowsWhatIsThere()
    {
        m_demo->window->show();
        auto* shelf = m_demo->find<QListView>(u"homeAdded"_s);
        QTRY_VERIFY(shelf->model()->rowCount() > 0);
        QVERIFY(shelf->isVisible());
        auto* sidebar = m_demo->find<QListView>(u"sidebarList"_s);
        QTRY_VERIFY(sidebar->model()->rowCount() > 6); // the playlists, too
    }

    void aKeyRatesTheSelectionAndUndoRestores()
    {
        TrackTable& table = openTracks();
        const int row = unratedRow(table);
        QVERIFY(row >= 0);
        table.selectRow(row);
        const quint64 key = keyOf(table, row);
        QTest::keyClick(&table, Qt::Key_4);
        QTRY_COMPARE(ratingOf(table, row).toDouble(), 8.0);
        QTRY_COMPARE(serverRating(key), 8.0);
        const auto puts = m_demo->requests("PUT");
        QCOMPARE(puts.size(), 1);
        QCOMPARE(puts.at(0).path, u"/:/rate"_s);
        QCOMPARE(puts.at(0).value(u"key"_s), QString::number(key));
        QTest::keySequence(m_demo->window.get(), QKeySequence::Undo);
        QTRY_VERIFY(!ratingOf(table, row).isValid());
        QTRY_COMPARE(serverRating(key), -1.0);
        QTest::keySequence(m_demo->window.get(), QKeySequence::Redo);
        QTRY_COMPARE(ratingOf(table, row).toDouble(), 8.0);
        QTRY_COMPARE(serverRating(key), 8.0);
    }

    void zeroClearsAndManyAreOneChange()
    {
        TrackTable& table = openTracks();
        const int row = unratedRow(table);
        QVERIFY(row >= 0);
        const quint64 key = keyOf(table, row);
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_3);
        QTRY_COMPARE(ratingOf(table, row).toDouble(), 6.0);
        QTRY_COMPARE(ratingOf(table, 9).toDouble(), 6.0);
        QTRY_COMPARE(serverRating(key), 6.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QTest::keyClick(&table, Qt::Key_0);
        QTRY_VERIFY(!ratingOf(table, row).isValid());
        QTRY_COMPARE(serverRating(key), -1.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        const auto history = support::await(m_demo->changes.history(10));
        QCOMPARE(history->size(), 2);
    }

    void aClickOnAStarRates()
    {
        TrackTable& table = openTracks();
        const int row = unratedRow(table);
        QVERIFY(row >= 0);
        const quint64 key = keyOf(table, row);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, starsOf(table, row, 4));
        QTRY_COMPARE(ratingOf(table, row).toDouble(), 1.0);
        QTRY_COMPARE(serverRating(key), 1.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QCOMPARE(m_demo->requests("PUT").size(), 1);
    }

    void digitsOfOtherKeyboardsRateToo()
    {
        TrackTable& table = openTracks();
        const int row = unratedRow(table);
        table.selectRow(row);
        // AZERTY: the digit is the shifted character of its key.
        QTest::simulateEvent(&table, true, Qt::Key_3, Qt::ShiftModifier, u"3"_s, false);
        QTRY_COMPARE(ratingOf(table, row).toDouble(), 6.0);
        // The same key without Shift types a quotation mark there.
        QTest::simulateEvent(&table, true, Qt::Key_QuoteDbl, Qt::NoModifier, u"\""_s, false);
        QTRY_COMPARE(m_demo->requests("PUT").size(), 1);
        QCOMPARE(ratingOf(table, row).toDouble(), 6.0);
    }

    void aDigitIsTypedWhileTypeAheadLasts()
    {
        TrackTable& table = openTracks();
        table.selectRow(0);
        const QVariant before = ratingOf(table, 0);
        QTest::keyClick(&table, Qt::Key_Q);
        QVERIFY(table.isTyping());
        QTest::keyClick(&table, Qt::Key_5);
        QTest::keyClick(&table, Qt::Key_Escape);
        QVERIFY(!table.isTyping());
        QCOMPARE(ratingOf(table, 0), before);
        // Had the digit rated, its request would have come before this one.
        const int row = unratedRow(table);
        QVERIFY(row >= 0);
        const quint64 key = keyOf(table, row);
        table.selectRow(row);
        QTest::keyClick(&table, Qt::Key_4);
        QTRY_COMPARE(serverRating(key), 8.0);
        QCOMPARE(m_demo->requests("PUT").size(), 1);
    }

    void lettersJumpToTheNextTitle()
    {
        TrackTable& table = openTracks();
        Q_EMIT table.sortRequested({ { library::TrackSort::Title } });
        const auto isSorted = [&table] {
            return !titleOf(table, 0).isEmpty() && titleOf(table, 0) < titleOf(table, 200);
        };
        QTRY_VERIFY(isSorted());
        const int wanted = table.model()->rowCount() - 1;
        table.scrollTo(table.model()->index(wanted, 0));
        QTRY_VERIFY(!titleOf(table, wanted).isEmpty());
        table.selectRow(wanted - 20);
        table.keyboardSearch(titleOf(table, wanted));
        // The next one that begins so, which may be a longer title before the wanted one.
        QTRY_VERIFY(table.currentIndex().row() > wanted - 20);
        QVERIFY(table.currentIndex().row() <= wanted);
        QVERIFY(titleOf(table, table.currentIndex().row()).startsWith(titleOf(table, wanted)));
    }

    void lettersMeanWhatTheListIsSortedBy()
    {
        TrackTable& table = openTracks(); // by the albums' artists
        const auto artistOf = [&table](int row) {
            const types::TrackRow* track = table.trackRows()->track(row);
            return track ? track->albumArtist : QString();
        };
        const int last = table.model()->rowCount() - 1;
        table.scrollTo(table.model()->index(last, 0));
        QTRY_VERIFY(!artistOf(last).isEmpty());
        const QString artist = artistOf(last);
        QVERIFY(artist != artistOf(0));
        table.selectRow(0);
        table.keyboardSearch(artist);
        QTRY_VERIFY(table.currentIndex().row() > 0);
        QTRY_COMPARE(artistOf(table.currentIndex().row()), artist);
    }

    void headerClicksSortAndTheThirdGoesBack()
    {
        TrackTable& table = openTracks();
        const QString first = titleOf(table, 0);
        QHeaderView* header = table.horizontalHeader();
        const auto click = [header] {
            const int x = header->sectionViewportPosition(int(ui::TrackColumn::Title)) + 20;
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
        };
        const auto sorted = [&table](bool descending) {
            const QString a = titleOf(table, 0);
            const QString b = titleOf(table, 200);
            return !a.isEmpty() && !b.isEmpty() && (descending ? a > b : a < b);
        };
        click();
        QTRY_VERIFY(sorted(false));
        click();
        QTRY_VERIFY(sorted(true));
        click();
        QTRY_COMPARE(titleOf(table, 0), first);
        QVERIFY(!header->isSortIndicatorShown() || header->sortIndicatorSection() < 0);
    }

    void theFilterFiltersAndSaysWhenNothingMatches()
    {
        TrackTable& table = openTracks();
        const int all = table.model()->rowCount();
        auto* filter = m_demo->find<QLineEdit>(u"tracksFilter"_s);
        QTest::keySequence(&table, QKeySequence::Find);
        QTRY_VERIFY(filter->hasFocus());
        filter->setText(titleOf(table, 5).left(3));
        QTRY_VERIFY(table.model()->rowCount() < all);
        filter->setText(u"qzxqzx"_s);
        QTRY_COMPARE(table.model()->rowCount(), 0);
        auto* page = m_demo->find<QWidget>(u"tracksPage"_s);
        QTRY_COMPARE(page->findChild<ui::StatePage*>()->title(), u"Nothing matches"_s);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_COMPARE(table.model()->rowCount(), all);
    }

    void ctrlKSearchesAndBackReturns()
    {
        TrackTable& table = openTracks();
        const QString title = titleOf(table, 3);
        QTest::keySequence(m_demo->window.get(), QKeySequence(u"Ctrl+K"_s));
        auto* search = m_demo->find<QLineEdit>(u"globalSearch"_s);
        QTRY_VERIFY(search->hasFocus());
        search->setText(title.left(5));
        QCOMPARE(m_demo->window->route().place, Route::Place::Search);
        auto* results = m_demo->find<TrackTable>(u"searchTable"_s);
        QTRY_VERIFY(results->model()->rowCount() > 0);
        m_demo->window->goBack();
        QCOMPARE(m_demo->window->route().place, Route::Place::Tracks);
        QVERIFY(search->text().isEmpty());
    }

    void aPlaylistOpensFromTheSidebar()
    {
        openTracks();
        auto* sidebar = m_demo->find<QListView>(u"sidebarList"_s);
        QTRY_VERIFY(sidebar->model()->rowCount() > 6);
        const QModelIndex last = sidebar->model()->index(sidebar->model()->rowCount() - 1, 0);
        sidebar->scrollTo(last);
        QTest::mouseClick(
            sidebar->viewport(), Qt::LeftButton, {}, sidebar->visualRect(last).center());
        QCOMPARE(m_demo->window->route().place, Route::Place::Playlist);
        auto* title = m_demo->find<ui::TextLabel>(u"playlistTitle"_s);
        QTRY_COMPARE(title->text(), last.data().toString());
        auto* table = m_demo->find<TrackTable>(u"playlistTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
    }

    void aPlaylistOfFilmsIsShownAndNotPlayed()
    {
        m_demo->window->show();
        const auto lists = *support::await(m_demo->demo.library.playlists());
        const auto video = std::ranges::find(lists, true, &types::PlaylistRow::isVideo);
        QVERIFY(video != lists.end());
        m_demo->window->go({ Route::Place::Playlist, video->id.value, {} });
        auto* table = m_demo->find<TrackTable>(u"playlistTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->trackRows()->track(0));
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        auto* page = m_demo->find<QWidget>(u"playlistPage"_s);
        QTRY_VERIFY(page->findChild<ui::ErrorBar*>()->isVisible());
        QVERIFY(!m_demo->player.current());
    }

    void enterPlaysAndSpacePauses()
    {
        TrackTable& table = openTracks();
        table.selectRow(2);
        QTest::keyClick(&table, Qt::Key_Return);
        using State = playback::Player::State;
        QTRY_COMPARE(m_demo->player.state(), State::Playing);
        QCOMPARE(m_demo->player.current()->item, table.trackRows()->item(2));
        QTRY_VERIFY(m_demo->player.position().count() > 0);
        auto* title = m_demo->find<QPushButton>(u"playerTitle"_s);
        QCOMPARE(title->text(), titleOf(table, 2));
        QTest::keyClick(&table, Qt::Key_Space);
        QTRY_COMPARE(m_demo->player.state(), State::Paused);
        auto* play = m_demo->find<QToolButton>(u"playerPlay"_s);
        QTest::mouseClick(play, Qt::LeftButton);
        QTRY_COMPARE(m_demo->player.state(), State::Playing);
    }

    void whatFailsIsSaid()
    {
        TrackTable& table = openTracks();
        demo::Fault fault;
        fault.status = 403;
        fault.pathPrefix = u"/:/rate"_s;
        fault.times = 20;
        m_demo->demo.server.inject(fault);
        const int row = unratedRow(table);
        table.selectRow(row);
        QTest::keyClick(&table, Qt::Key_5);
        auto* bar = m_demo->find<QWidget>(u"tracksPage"_s)->findChild<ui::ErrorBar*>();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(u"ailed"_s));
        QTRY_VERIFY(!ratingOf(table, row).isValid()); // never shown as done
    }

    void offlineSaysHowOldTheLibraryIs()
    {
        openTracks();
        ui::ConnectionStatus status;
        status.kind = ui::ConnectionStatus::Kind::Offline;
        status.server = u"Attic"_s;
        m_demo->window->setConnection(status);
        auto* text = m_demo->find<ui::TextLabel>(u"offlineText"_s);
        QTRY_VERIFY(text->isVisible());
        QTRY_VERIFY(text->text().contains(u"just now"_s));
        QCOMPARE(m_demo->find<QToolButton>(u"connectionChip"_s)->text(),
            QString(u"Offline "_s + QChar(0xb7) + u" Attic"_s));
    }

    void anEmptyLibraryAsksForASynchronisation()
    {
        m_demo.reset();
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300), false);
        m_demo->window->show();
        m_demo->window->go({ Route::Place::Tracks, 0, {} });
        int asked = 0;
        connect(m_demo->window.get(), &ui::MainWindow::syncRequested, this, [&asked] { ++asked; });
        auto* page = m_demo->find<QWidget>(u"tracksPage"_s);
        QTRY_COMPARE(page->findChild<ui::StatePage*>()->title(), u"No tracks yet"_s);
        QTest::mouseClick(page->findChild<QPushButton*>(u"stateAction"_s), Qt::LeftButton);
        QCOMPARE(asked, 1);
    }

    void theServerIsTestedBeforeItIsUsed()
    {
        m_demo->window->show();
        m_demo->window->showConnectPage(true);
        QTest::mouseClick(m_demo->find<QPushButton>(u"connectByAddress"_s), Qt::LeftButton);
        auto* page = m_demo->find<QWidget>(u"connectPage"_s);
        int connected = 0;
        connect(m_demo->window.get(), &ui::MainWindow::connectRequested, this,
            [&connected] { ++connected; });
        page->findChild<QLineEdit*>(u"connectionUrl"_s)
            ->setText(m_demo->demo.endpoints.pms.toString());
        auto* token = page->findChild<QLineEdit*>(u"connectionToken"_s);
        auto* message = page->findChild<ui::TextLabel*>(u"connectionMessage"_s);
        token->setText(u"wrong"_s);
        QTest::keyClick(token, Qt::Key_Return);
        QTRY_VERIFY(message->text().contains(u"token"_s));
        QCOMPARE(connected, 0);
        token->setText(QString::fromUtf8(m_demo->demo.endpoints.token.reveal()));
        QTest::keyClick(token, Qt::Key_Return);
        QTRY_COMPARE(connected, 1);
        QVERIFY(token->text().isEmpty());
    }

    void aTokenGoesUnencryptedOnlyAfterConsent()
    {
        m_demo->window->show();
        m_demo->window->showConnectPage(true);
        QTest::mouseClick(m_demo->find<QPushButton>(u"connectByAddress"_s), Qt::LeftButton);
        auto* page = m_demo->find<QWidget>(u"connectPage"_s);
        auto* url = page->findChild<QLineEdit*>(u"connectionUrl"_s);
        auto* token = page->findChild<QLineEdit*>(u"connectionToken"_s);
        auto* consent = page->findChild<QCheckBox*>(u"connectionConsent"_s);
        auto* message = page->findChild<ui::TextLabel*>(u"connectionMessage"_s);
        url->setText(u"192.168.1.10"_s);
        token->setText(u"token"_s);
        QVERIFY(!consent->isVisible());
        QTest::keyClick(token, Qt::Key_Return);
        QVERIFY(consent->isVisible());
        QVERIFY(message->text().contains(u"not encrypted"_s));
        QVERIFY(!m_demo->tested); // nobody was asked
        QTest::keyClick(consent, Qt::Key_Space);
        QTest::keyClick(token, Qt::Key_Return);
        QVERIFY(m_demo->tested);
        QTest::keyClicks(url, u"0"_s); // another address: asked again
        QVERIFY(!consent->isVisible());
        QVERIFY(!consent->isChecked());
    }

    void aRefusedSignInIsNotCalledOffline()
    {
        m_demo->window->show();
        ui::ConnectionStatus status;
        status.kind = ui::ConnectionStatus::Kind::Refused;
        status.server = u"Living room & more"_s;
        status.reason = u"Connect again."_s;
        m_demo->window->setConnection(status);
        auto* bar = m_demo->find<QWidget>(u"offlineBar"_s);
        QVERIFY(bar->isVisible());
        QVERIFY(!bar->findChild<QPushButton*>(u"offlineRetry"_s)->isVisible());
        auto* text = bar->findChild<ui::TextLabel*>(u"offlineText"_s);
        QVERIFY(text->text().contains(u"does not accept the sign-in"_s));
        QVERIFY(text->text().contains(u"Living room & more"_s));
        QTest::mouseClick(bar->findChild<QPushButton*>(u"offlineSignIn"_s), Qt::LeftButton);
        QVERIFY(m_demo->find<QWidget>(u"connectPage"_s)->isVisible());
        m_demo->window->showError({ util::Error::Code::Storage, u"No."_s, {}, 0, {} }, {});
        auto* said = m_demo->find<QWidget>(u"connectPage"_s)
                         ->findChild<ui::TextLabel*>(u"signInMessage"_s);
        QVERIFY(said->isVisible() && said->text().startsWith(u"No."_s));
    }

    void anotherLibraryStartsAtHomeWithNothingToGoBackTo()
    {
        openTracks();
        m_demo->window->go({ Route::Place::History, 0, {} });
        m_demo->window->startAfresh();
        QCOMPARE(m_demo->window->route(), Route());
        m_demo->window->goBack();
        QCOMPARE(m_demo->window->route(), Route());
        QVERIFY(!m_demo->find<QToolButton>(u"navigateBack"_s)->isEnabled());
    }

    void theBarKeepsARatingThatIsNewerThanTheQueue()
    {
        TrackTable& table = openTracks();
        const int row = unratedRow(table);
        table.selectRow(row);
        QTest::keyClick(&table, Qt::Key_Return);
        auto* stars = m_demo->find<ui::StarRating>(u"playerStars"_s);
        QTRY_VERIFY(m_demo->player.state() == playback::Player::State::Playing);
        QTest::keyClick(&table, Qt::Key_5);
        QTRY_COMPARE(stars->rating(), types::OptionalRating(types::Rating::fromPlex(10)));
        Q_EMIT m_demo->player.durationChanged(m_demo->player.duration());
        QCOMPARE(stars->rating(), types::OptionalRating(types::Rating::fromPlex(10)));
    }

    void theBarRatesByTheServersKeyNotByAnIdThatMayBeGivenAgain()
    {
        TrackTable& table = openTracks();
        const types::TrackRow queued = *table.trackRows()->track(0);
        const types::TrackRow other = *table.trackRows()->track(1);
        QVERIFY(m_demo->demo.server.setRating(queued.ratingKey.value.toULongLong(), 3.0));
        QVERIFY(m_demo->demo.server.setRating(other.ratingKey.value.toULongLong(), 9.0));
        QVERIFY(m_demo->demo.syncNow());
        playback::QueueEntry entry = playback::QueueEntry::fromRow(queued);
        entry.item = other.id; // as if it had been given to another since it was queued
        m_demo->player.play({ entry });
        auto* stars = m_demo->find<ui::StarRating>(u"playerStars"_s);
        QTRY_COMPARE(stars->rating(), types::OptionalRating(types::Rating::fromPlex(3)));
        QTest::keyClick(stars, Qt::Key_5);
        QTRY_COMPARE(serverRating(queued.ratingKey.value.toULongLong()), 10.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QTRY_COMPARE(stars->rating(), types::OptionalRating(types::Rating::fromPlex(10)));
        QCOMPARE(serverRating(other.ratingKey.value.toULongLong()), 9.0);
    }

    void aRefusedUndoIsSaidAndTheNextOneGoesOn()
    {
        TrackTable& table = openTracks();
        QList<int> rows; // two that are not rated yet
        for (int row = 0; row < 10 && rows.size() < 2; ++row) {
            if (!ratingOf(table, row).isValid()) {
                rows.append(row);
            }
        }
        QCOMPARE(rows.size(), 2);
        for (const int row : rows) {
            table.selectRow(row);
            QTest::keyClick(&table, Qt::Key_2);
            QTRY_COMPARE(serverRating(keyOf(table, row)), 4.0);
            QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        }
        QVERIFY(m_demo->demo.server.setRating(keyOf(table, rows.last()), 7.0));
        QTest::keySequence(m_demo->window.get(), QKeySequence::Undo);
        auto* bar = m_demo->find<QWidget>(u"tracksPage"_s)->findChild<ui::ErrorBar*>();
        QTRY_VERIFY(bar->text().startsWith(u"Undo: "_s));
        QVERIFY(bar->text().contains(titleOf(table, rows.last())));
        const auto said = bar->findChildren<ui::TextLabel*>();
        QVERIFY(std::ranges::any_of(said,
            [](const ui::TextLabel* label) { return label->text().contains("else changed"_L1); }));
        QTRY_COMPARE(ratingOf(table, rows.last()).toDouble(), 7.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QTest::keySequence(m_demo->window.get(), QKeySequence::Undo);
        QTRY_COMPARE(serverRating(keyOf(table, rows.first())), -1.0);
        QCOMPARE(serverRating(keyOf(table, rows.last())), 7.0);
    }

    void historyShowsTheFailuresOfTheSelectedRowOnly()
    {
        TrackTable& table = openTracks();
        QVERIFY(unratedRow(table) >= 0);
        table.selectRow(unratedRow(table));
        QTest::keyClick(&table, Qt::Key_4);
        QTRY_VERIFY(m_demo->changes.undoable().id.isValid());
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        demo::Fault refusal;
        refusal.pathPrefix = u"/:/rate"_s;
        refusal.status = 403;
        m_demo->demo.server.inject(refusal);
        QTest::keyClick(&table, Qt::Key_2);
        m_demo->window->go({ Route::Place::History, 0, {} });
        auto* list = m_demo->find<QListView>(u"historyList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QTRY_VERIFY(list->model()->index(0, 0).data(ui::HistoryModel::IsFailedRole).toBool());
        auto* failures = m_demo->find<ui::TextLabel>(u"historyFailures"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        const QString why = failures->text();
        list->setCurrentIndex(list->model()->index(1, 0)); // before the steps of the first came
        const QString state = failures->text();
        QVERIFY(!why.isEmpty() && why != state);
        QList<util::Future<QList<change::Step>>> reads; // behind the one that is under way
        for (int i = 0; i < 8; ++i) {
            reads.append(m_demo->changes.steps({ 1 }));
        }
        QVERIFY(support::await(util::async::all(reads, m_demo->window.get())));
        QCOMPARE(failures->text(), state);
    }

    void starCellsAreReadAloudInEveryList()
    {
        TrackTable& tracks = openTracks();
        const int row = unratedRow(tracks);
        QVERIFY(row >= 0);
        const quint64 key = keyOf(tracks, row);
        QVERIFY(m_demo->demo.server.setRating(key, 7.0));
        QVERIFY(m_demo->demo.syncNow());
        QTRY_COMPARE(ratingOf(tracks, row).toDouble(), 7.0);
        QCOMPARE(starsSaid(tracks, row), QString(u'3' + QString(QChar(0xbd)) + u" stars"_s));

        const types::ItemId album = tracks.trackRows()->track(row)->albumId;
        const auto playlists = support::await(m_demo->demo.library.playlists());
        const QList<std::pair<Route, QString>> lists {
            { { Route::Place::Tracks, 0, {} }, u"tracksTable"_s },
            { { Route::Place::Album, album.value, {} }, u"albumTable"_s },
            { { Route::Place::Playlist, playlists->constFirst().id.value, {} },
                u"playlistTable"_s },
            { { Route::Place::Search, 0, titleOf(tracks, row).left(4) }, u"searchTable"_s },
        };
        for (const auto& [route, name] : lists) {
            m_demo->window->go(route);
            auto* table = m_demo->find<TrackTable>(name);
            QTRY_VERIFY(table->model()->rowCount() > 0 && table->trackRows()->track(0));
            for (int i = 0; i < qMin(20, table->model()->rowCount()); ++i) {
                const QVariant value = ratingOf(*table, i);
                const auto rating = value.isValid() ? types::Rating::fromPlex(value.toDouble())
                                                    : types::OptionalRating();
                QCOMPARE(starsSaid(*table, i), ui::format::rating(rating));
            }
        }
    }

    void thePlayersStarsHaveAValueForScreenReaders()
    {
        TrackTable& table = openTracks();
        const int row = unratedRow(table);
        table.selectRow(row);
        QTest::keyClick(&table, Qt::Key_Return);
        QTRY_VERIFY(m_demo->player.current());
        auto* stars = m_demo->find<ui::StarRating>(u"playerStars"_s);
        QTRY_VERIFY(stars->isVisible());
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(stars);
        QVERIFY(accessible && accessible->valueInterface());
        accessible->valueInterface()->setCurrentValue(3.5);
        QTRY_COMPARE(ratingOf(table, row).toDouble(), 7.0);
        QTRY_COMPARE(accessible->valueInterface()->currentValue().toDouble(), 3.5);
    }
};

PLEXM8_GUI_TEST_MAIN(TestWindow)
#include "tst_window.moc"
