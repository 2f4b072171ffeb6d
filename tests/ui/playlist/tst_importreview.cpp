// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/librarytracks.h"
#include "core/playlist/playlistfile.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "tests/ui/shell/dragging.h"
#include "ui/common/statepage.h"
#include "ui/playlist/exportpanel.h"
#include "ui/playlist/importreviewpanel.h"
#include "ui/playlist/importrows.h"
#include "ui/playlist/playlisttable.h"
#include "ui/shell/playlistfiles.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using playlist::FileRow;
using playlist::RowState;
using support::await;

/// The review of a playlist file in the real window, by mouse and by keyboard; and the way out.
class TestImportReview : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;
    std::vector<match::LibraryTrack> m_tracks;

    ui::PlaylistFiles& files() const { return m_demo->window->playlistFiles(); }
    template <class T>
    T* find(const QString& name) const
    {
        return m_demo->find<T>(name);
    }
    ui::ImportReviewPanel* panel() const { return find<ui::ImportReviewPanel>(u"importReview"_s); }
    QTableView& table() const { return *find<QTableView>(u"importRows"_s); }
    QListView& candidates() const { return *find<QListView>(u"importCandidates"_s); }
    /// Without the name of the file.
    QString summary() const
    {
        return find<QLabel>(u"importSummary"_s)->text().section(u" · "_s, 1);
    }
    QPushButton& button(const QString& name) const { return *find<QPushButton>(name); }
    int currentRow() const { return table().currentIndex().row(); }
    RowState stateOf(int row) const
    {
        return RowState(table().model()->index(row, 0).data(ui::ImportRows::StateRole).toInt());
    }

    /// Two that are found, one with two titles to choose from, one that nobody has.
    QByteArray list() const
    {
        const auto line = [](const QString& title, const match::Track& track) {
            return (title + u'\t' + track.albumArtist + u'\t' + track.album + u'\n').toUtf8();
        };
        return "Title\tArtist\tAlbum\n" + line(m_tracks[0].track.title, m_tracks[0].track)
            + m_tracks[1].track.title.toUtf8() + "\t\t\n"
            + "Quixotic Zyzzyva\tNobody at All\t\n\tX\t\n"
            + line(m_tracks[40].track.title, m_tracks[40].track);
    }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_demo->demo.folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }
    void open(const QByteArray& bytes)
    {
        files().reviewFiles({ write(u"Road trip.csv"_s, bytes) });
        QTRY_VERIFY(panel() && panel()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(table().isVisible() && table().model()->rowCount() > 0, 20'000);
    }

    types::PlaylistRow named(const QString& title) const
    {
        const QList<types::PlaylistRow> rows = *await(m_demo->demo.library.playlists());
        const auto found = std::ranges::find(rows, title, &types::PlaylistRow::title);
        return found == rows.end() ? types::PlaylistRow() : *found;
    }
    /// What the server holds in the playlist of that name.
    QStringList held(const QString& title) const
    {
        QStringList keys;
        const auto page
            = await(m_demo->demo.client->playlistItems(named(title).ratingKey, 0, 1000));
        for (const types::PlaylistItem& item : page ? page->items : QList<types::PlaylistItem>()) {
            keys.append(item.item.ratingKey.value);
        }
        return keys;
    }
    QStringList keysOf(const QList<int>& tracks) const
    {
        QStringList keys;
        for (const int track : tracks) {
            keys.append(m_tracks[size_t(track)].key.value);
        }
        return keys;
    }
    QAction* importAction() const
    {
        for (QAction* action : m_demo->window->findChildren<QAction*>()) {
            if (action->text() == u"&Import …"_s) {
                return action;
            }
        }
        return nullptr;
    }
    /// Decides all that is to be decided for the first candidate, and imports.
    void accept(int tracks)
    {
        QTRY_VERIFY(panel() && panel()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(table().isVisible() && table().model()->rowCount() > 0, 20'000);
        while (stateOf(currentRow()) == RowState::ToDecide) {
            const int row = currentRow();
            table().setFocus();
            QTest::keyClick(&table(), Qt::Key_Return);
            QTest::keyClick(&candidates(), Qt::Key_Return);
            QTRY_VERIFY(stateOf(row) == RowState::Found);
        }
        QTRY_VERIFY(button(u"importAccept"_s).text().contains(QString::number(tracks)));
        QTest::mouseClick(&button(u"importAccept"_s), Qt::LeftButton);
        QTRY_VERIFY(!panel());
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600));
        m_tracks = *await(m_demo->demo.library.read([](db::Connection& c, std::stop_token stop) {
            return match::readLibraryTracks(c, stop);
        }));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
    }
    void cleanup() { m_demo.reset(); }

    void rowsAreShownWithWhatWasFound()
    {
        open(list());
        QCOMPARE(summary(), u"2 of 4 found, 1 to decide, 1 missing"_s);
        QVERIFY(find<QLabel>(u"importUnreadable"_s)->text().contains(u"Line 5"_s));
        QCOMPARE(find<QLineEdit>(u"importTitle"_s)->text(), u"Road trip"_s);
        QCOMPARE(currentRow(), 1); // the first to decide
        QCOMPARE(stateOf(1), RowState::ToDecide);
        QVERIFY(candidates().model()->rowCount() > 0);
        const QAbstractItemModel& rows = *table().model();
        QCOMPARE(
            rows.index(0, int(ui::ImportColumn::Track)).data().toString(), m_tracks[0].track.title);
        QVERIFY(!rows.index(2, int(ui::ImportColumn::Reason)).data().toString().isEmpty());
        QCOMPARE(rows.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"Missing"_s);
    }

    void columnsGoWhereThereIsNoRoom()
    {
        const auto hidden
            = [this](ui::ImportColumn column) { return table().isColumnHidden(int(column)); };
        open(list());
        panel()->resize(1'080, 680);
        QTRY_VERIFY(!hidden(ui::ImportColumn::Score) && !hidden(ui::ImportColumn::Reason));
        QVERIFY(!hidden(ui::ImportColumn::Track));
        panel()->resize(panel()->minimumSizeHint());
        QTRY_VERIFY(hidden(ui::ImportColumn::Score) && hidden(ui::ImportColumn::Reason));
        QVERIFY(!hidden(ui::ImportColumn::File));
    }

    void itIsDecidedByKeyboardAndImported()
    {
        open(list());
        QSignalSpy asked(&files(), &ui::PlaylistFiles::createRequested);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Return);
        QTRY_VERIFY(candidates().hasFocus());
        const QString chosen = candidates().currentIndex().data().toString();
        QTest::keyClick(&candidates(), Qt::Key_Return);
        QTRY_COMPARE(summary(), u"3 of 4 found, 1 missing"_s);
        QTRY_VERIFY(table().hasFocus());
        QCOMPARE(table().model()->index(1, int(ui::ImportColumn::Track)).data().toString(), chosen);
        // The one that is missing is searched for.
        table().setCurrentIndex(table().model()->index(2, 1));
        QCOMPARE(candidates().model()->rowCount(), 0);
        QTest::keySequence(panel(), QKeySequence::Find);
        auto* search = find<QLineEdit>(u"importSearch"_s);
        QTRY_VERIFY(search->hasFocus());
        search->setText(m_tracks[77].track.title);
        QTRY_VERIFY(candidates().model()->rowCount() > 0);
        QTRY_COMPARE(candidates().currentIndex().data().toString(), m_tracks[77].track.title);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(summary(), u"4 of 4 found"_s);
        find<QLineEdit>(u"importTitle"_s)->setText(u"On the road"_s);
        QTest::mouseClick(&button(u"importAccept"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"On the road"_s);
        const auto keys = asked.first().at(1).value<QList<types::RatingKey>>();
        QCOMPARE(keys.size(), 4);
        QCOMPARE(keys.first(), m_tracks[0].key);
        QCOMPARE(keys.last(), m_tracks[40].key);
        QTRY_VERIFY(!panel());
        QVERIFY(m_demo->requests("POST").isEmpty()); // it makes none itself
    }

    void whatWasDecidedIsRememberedTheNextTime()
    {
        open(list());
        table().setCurrentIndex(table().model()->index(0, 1));
        QTest::mouseClick(&button(u"importLeaveOut"_s), Qt::LeftButton);
        QCOMPARE(summary(), u"1 of 4 found, 1 to decide, 2 missing"_s);
        QCOMPARE(currentRow(), 1); // the next that is to be decided
        QTest::mouseClick(&button(u"importChoose"_s), Qt::LeftButton);
        QTRY_COMPARE(summary(), u"2 of 4 found, 2 missing"_s);
        QTest::mouseClick(&button(u"importCancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!panel());
        open(list());
        QCOMPARE(summary(), u"2 of 4 found, 2 missing"_s);
        QCOMPARE(table().model()->index(0, int(ui::ImportColumn::Reason)).data().toString(),
            u"Left out by you"_s);
        QCOMPARE(table().model()->index(1, int(ui::ImportColumn::Reason)).data().toString(),
            u"Chosen by you"_s);
    }

    void filteredRowsGoWhenTheyAreDecided()
    {
        open(list());
        const QAbstractItemModelTester tester(
            table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester other(
            candidates().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTest::mouseClick(&button(u"importFilter1"_s), Qt::LeftButton);
        QCOMPARE(table().model()->rowCount(), 1);
        QTest::mouseClick(&button(u"importChoose"_s), Qt::LeftButton);
        QTRY_COMPARE(table().model()->rowCount(), 0);
        QVERIFY(!button(u"importChoose"_s).isEnabled());
        QTest::mouseClick(&button(u"importFilter2"_s), Qt::LeftButton);
        QCOMPARE(table().model()->rowCount(), 1);
        QCOMPARE(stateOf(0), RowState::Missing);
        QTest::mouseClick(&button(u"importFilter3"_s), Qt::LeftButton);
        QCOMPARE(table().model()->rowCount(), 3);
        QTest::mouseClick(&button(u"importFilter0"_s), Qt::LeftButton);
        QCOMPARE(table().model()->rowCount(), 4);
    }

    void everyWidgetIsNamedAndReachable()
    {
        open(list());
        int seen = 0;
        for (const QWidget* widget : panel()->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isOfTheBar = widget->objectName().startsWith("error"_L1);
            const bool isInteractive = button || qobject_cast<const QLineEdit*>(widget)
                || (qobject_cast<const QAbstractItemView*>(widget)
                    && !widget->inherits("QHeaderView"));
            const bool isPartOfQt = widget->parentWidget()->inherits("QTableView")
                || widget->parentWidget()->inherits("QLineEdit");
            if (!isInteractive || isOfTheBar || isPartOfQt) {
                continue;
            }
            ++seen;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                qPrintable(widget->objectName()));
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
        }
        QVERIFY(seen >= 12);
    }

    void missingRowsAreSaved()
    {
        open(list());
        m_demo->chosenFile = m_demo->demo.folder.filePath(u"missing.m3u8"_s);
        QTest::mouseClick(&button(u"importSaveMissing"_s), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(m_demo->chosenFile));
        const auto saved = playlist::readFile(m_demo->chosenFile);
        QVERIFY(saved);
        QCOMPARE(saved->rows.size(), 2); // and the one that is not decided
        QCOMPARE(saved->rows.back().title, u"Quixotic Zyzzyva"_s);
    }

    void whatCannotBeReadSaysWhy()
    {
        files().reviewFiles({ write(u"page.xspf"_s, "<html/>") });
        QTRY_VERIFY(panel());
        QTRY_VERIFY(find<QLabel>(u"importDoing"_s)->text().contains(u"XSPF"_s));
        QVERIFY(!button(u"importAccept"_s).isEnabled());
        QTest::keyClick(panel(), Qt::Key_Escape);
        QTRY_VERIFY(!panel());
    }

    void anotherLibraryEndsTheReview()
    {
        open(list());
        QVERIFY(await(m_demo->demo.library.open({ { u"another"_s }, {} })));
        QTRY_VERIFY(!panel());
    }

    void theMenuLeadsToAnImportAndToAPlaylist()
    {
        m_demo->chosenFile = write(u"Road trip.csv"_s, list());
        importAction()->trigger();
        accept(3);
        QTRY_COMPARE(held(u"Road trip"_s), keysOf({ 0, 1, 40 }));
    }

    void filesAreDroppedOnTheWindow()
    {
        QMimeData lists;
        lists.setUrls({ QUrl::fromLocalFile(write(u"One.csv"_s, list())),
            QUrl::fromLocalFile(write(u"Two.csv"_s, list())) });
        QCOMPARE(support::dropOn(m_demo->window.get(), { 400, 300 }, lists), Qt::CopyAction);
        QTRY_VERIFY(panel());
        panel()->reject(); // then the next
        QTRY_VERIFY(panel());
        QTRY_VERIFY(table().isVisible());
        QCOMPARE(find<QLineEdit>(u"importTitle"_s)->text(), u"Two"_s);
        panel()->reject();
        QTRY_VERIFY(!panel());
        QMimeData other;
        other.setUrls({ QUrl::fromLocalFile(write(u"letter.odt"_s, "x")) });
        QCOMPARE(support::dropOn(m_demo->window.get(), { 400, 300 }, other), Qt::IgnoreAction);
    }

    /// Where the library has them elsewhere: by what their names and folders tell.
    void musicOfThisComputerIsFound()
    {
        QDir folder(m_demo->demo.folder.filePath(u"My music"_s));
        const QList<int> tracks { 0, 40 };
        QStringList names;
        for (const int i : tracks) {
            const match::Track& track = m_tracks[size_t(i)].track;
            const auto asName = [](QString text) { return text.replace(u'/', u'_'); };
            const QString album
                = folder.filePath(asName(track.albumArtist) + u'/' + asName(track.album));
            QVERIFY(QDir().mkpath(album));
            QFile file(album + u"/%1 - %2.flac"_s.arg(track.number).arg(asName(track.title)));
            QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.fileName()));
            names.append(file.fileName());
        }
        QMimeData music;
        music.setUrls({ QUrl::fromLocalFile(folder.path()) });
        QCOMPARE(support::dropOn(m_demo->window.get(), { 400, 300 }, music), Qt::CopyAction);
        QTRY_VERIFY(panel());
        QTRY_VERIFY_WITH_TIMEOUT(table().isVisible(), 20'000);
        QVERIFY2(summary() == u"2 of 2 found"_s, qPrintable(summary() + names.join(u", "_s)));
        QCOMPARE(find<QLineEdit>(u"importTitle"_s)->text(), u"My music"_s);
        accept(2);
        const QStringList keys = keysOf({ 0, 40 });
        QTRY_VERIFY(held(u"My music"_s).size() == 2);
        const QStringList made = held(u"My music"_s);
        QCOMPARE(QSet<QString>(made.begin(), made.end()), QSet<QString>(keys.begin(), keys.end()));
    }

    /// Where it was dropped: in front of the third row.
    void filesAreDroppedIntoAPlaylist()
    {
        const types::PlaylistRow kitchen = named(u"Kitchen"_s);
        const QStringList before = held(u"Kitchen"_s);
        m_demo->window->go(ui::Route::playlist(kitchen.id));
        auto* rows = find<ui::PlaylistTable>(u"playlistTable"_s);
        QTRY_COMPARE(rows->model()->rowCount(), kitchen.count);
        QMimeData lists;
        lists.setUrls({ QUrl::fromLocalFile(write(u"Road trip.csv"_s, list())) });
        const QRect third = rows->visualRect(rows->model()->index(2, 0));
        QCOMPARE(support::dropOn(rows->viewport(), third.topLeft() + QPoint(60, 1), lists),
            Qt::CopyAction);
        accept(3);
        QStringList after = before;
        const QStringList added = keysOf({ 0, 1, 40 });
        for (int i = 0; i < 3; ++i) {
            after.insert(2 + i, added.at(i));
        }
        QTRY_COMPARE(held(u"Kitchen"_s), after);
    }

    void filesArePastedIntoAnEmptyPlaylist()
    {
        const auto made = await(m_demo->playlists.create(
            m_demo->demo.library.key(), u"Ferry"_s, {}, playlist::Source()));
        QVERIFY(made);
        QVERIFY(await(m_demo->changes.settled(*made)));
        m_demo->window->go(ui::Route::playlist(named(u"Ferry"_s).id));
        auto* page = find<QWidget>(u"playlistPage"_s);
        auto* states = page->findChild<ui::StatePage*>();
        QTRY_COMPARE(states->state(), ui::StatePage::State::Empty);
        auto mime = std::make_unique<QMimeData>();
        mime->setUrls({ QUrl::fromLocalFile(write(u"Road trip.csv"_s, list())) });
        QCOMPARE(support::dragOver(states, { 100, 100 }, *mime), Qt::CopyAction);
        QGuiApplication::clipboard()->setMimeData(mime.release());
        states->setFocus();
        QTest::keySequence(states, QKeySequence::Paste);
        accept(3);
        QTRY_COMPARE(held(u"Ferry"_s), keysOf({ 0, 1, 40 }));
    }

    /// As many rows as the longest playlist: the window goes on meanwhile.
    void longListsDoNotHoldTheWindow()
    {
        QByteArray bytes = "Title\tArtist\tAlbum\n";
        for (int i = 0; i < 65'000; ++i) {
            const match::Track& track = m_tracks[size_t(i) % m_tracks.size()].track;
            bytes
                += (track.title + u'\t' + track.albumArtist + u'\t' + track.album + u'\n').toUtf8();
        }
        const QString path = write(u"all.csv"_s, bytes);
        files().reviewFiles({ path });
        QTRY_VERIFY(panel());
        QTRY_VERIFY_WITH_TIMEOUT(table().model()->rowCount() == 65'000, 60'000);
        QElapsedTimer timer;
        timer.start();
        QTest::mouseClick(&button(u"importFilter3"_s), Qt::LeftButton);
        table().scrollToBottom();
        QVERIFY2(timer.elapsed() < 1'500, qPrintable(QString::number(timer.elapsed())));
    }

    void aPlaylistIsExportedFromItsPage()
    {
        const auto lists = await(m_demo->demo.library.playlists());
        QVERIFY(lists && !lists->isEmpty());
        const types::PlaylistRow list = lists->first();
        m_demo->window->go(ui::Route::playlist(list.id));
        QTest::mouseClick(find<QToolButton>(u"playlistMore"_s), Qt::LeftButton);
        auto* menu = find<QMenu>(u"playlistMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"playlistExport"_s)->trigger();
        menu->close();
        auto* dialog = find<ui::ExportPanel>(u"exportPanel"_s);
        QTRY_VERIFY(dialog && dialog->isVisible());
        QTRY_VERIFY(button(u"exportSave"_s).isEnabled());
        auto* format = find<QComboBox>(u"exportFormat"_s);
        format->setCurrentIndex(format->findData(int(playlist::FileFormat::Json)));
        auto* here = find<QLineEdit>(u"exportHere"_s);
        QVERIFY(here->isEnabled());
        find<QRadioButton>(u"exportPaths2"_s)->click(); // as the server has them
        QVERIFY(!here->isEnabled());
        find<QRadioButton>(u"exportPaths0"_s)->click();
        here->setText(u"/media/music"_s);
        m_demo->chosenFile = m_demo->demo.folder.filePath(u"out.json"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!find<ui::ExportPanel>(u"exportPanel"_s));
        const auto read = playlist::readFile(m_demo->chosenFile);
        QVERIFY(read);
        QCOMPARE(read->title, list.title);
        QCOMPARE(int(read->rows.size()), list.count);
        QVERIFY2(read->rows.front().location.startsWith(u"/media/music/"_s),
            qPrintable(read->rows.front().location));
    }
};

PLEXM8_GUI_TEST_MAIN(TestImportReview)
#include "tst_importreview.moc"
