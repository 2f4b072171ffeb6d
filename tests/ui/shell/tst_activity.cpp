// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/activity/activitypage.h"
#include "ui/activity/logmodel.h"
#include "ui/common/diagnostics.h"
#include "ui/common/statepage.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;
using ui::diagnostics::LogLevel;

/// What the program is doing, what it keeps, and its log, in the real window.
class TestActivity : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    QString text(const QString& label) { return m_demo->find<QLabel>(label)->text(); }
    void click(const QString& button)
    {
        QTest::mouseClick(m_demo->find<QPushButton>(button), Qt::LeftButton);
    }
    void write(QtMsgType level, const QString& category, const QString& line)
    {
        m_demo->log.append({ 0, 1'700'000'000'000, level, category, line });
    }
    QTableView& logTable() { return *m_demo->find<QTableView>(u"logTable"_s); }
    QString cell(int row, ui::LogModel::Column column)
    {
        return logTable().model()->index(row, int(column)).data().toString();
    }
    void openLog()
    {
        write(QtInfoMsg, u"library"_s, u"event=sync_started"_s);
        write(QtWarningMsg, u"net"_s, u"try=2 why=timeout"_s);
        write(QtDebugMsg, u"plex"_s, u"page 3"_s);
        m_demo->window->go({ Place::Log, 0, {} });
    }

    static constexpr int kLongerThanItWaits = 2600; // before it asks the server again
    /// How often the server was asked what it does.
    qsizetype asked()
    {
        const auto requests = m_demo->requests("GET");
        return std::ranges::count(requests, u"/activities"_s, &demo::RecordedRequest::path);
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(60));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
    }
    void cleanup() { m_demo.reset(); }

    void theSynchronisationIsFollowed()
    {
        m_demo->window->setSync(true, u"Tracks"_s, 250, 1000);
        m_demo->window->go({ Place::Activity, 0, {} }); // made later than it was told
        auto* progress = m_demo->find<QProgressBar>(u"activityProgress"_s);
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->value() * 4, progress->maximum());
        QCOMPARE(text(u"activityState"_s), u"Tracks: 250 of 1,000"_s);
        m_demo->window->setSync(true, {}, 0, 0);
        QCOMPARE(progress->maximum(), 0); // not known how far
        m_demo->window->setSync(false, {}, 0, 0);
        QVERIFY(!progress->isVisible());
        QTRY_VERIFY(text(u"activityState"_s).startsWith(u"Up to date as of"_s));
        QVERIFY(text(u"activityCounts"_s).startsWith(u"60 tracks"_s));
    }

    void moreRowsThanANumberOfTheBarHolds()
    {
        m_demo->window->go({ Place::Activity, 0, {} });
        m_demo->window->setSync(true, u"Tracks"_s, 4'000'000'000, 8'000'000'000);
        auto* progress = m_demo->find<QProgressBar>(u"activityProgress"_s);
        QCOMPARE(progress->value() * 2, progress->maximum());
    }

    void changesThatWaitAreCounted()
    {
        m_demo->window->go({ Place::Activity, 0, {} });
        QVERIFY(text(u"activityPending"_s).startsWith(u"Nothing waits"_s));
        demo::Fault ill;
        ill.pathPrefix = u"/:/rate"_s;
        ill.times = -1;
        ill.status = 503;
        m_demo->demo.server.inject(ill);
        const auto top = support::await(m_demo->demo.library.home(1));
        QVERIFY(top && !top->topRated.isEmpty());
        (void)support::await(m_demo->ratings.rate(m_demo->demo.library.key(),
            { top->topRated.constFirst().id }, types::Rating::fromStars(1)));
        QTRY_VERIFY(text(u"activityPending"_s).startsWith(u"1 "_s));
        click(u"activityHistory"_s);
        QCOMPARE(m_demo->window->route().place, Place::History);
    }

    void theCachesAreShownAndEmptied()
    {
        m_demo->window->go({ Place::Activity, 0, {} });
        QTRY_VERIFY(text(u"cacheFigures/artwork"_s).contains(u"97%"_s));
        QVERIFY(text(u"cacheFigures/artwork"_s).startsWith(u"78 entries, 9.1 MB"_s));
        QVERIFY(!text(u"cacheFigures/library"_s).contains(u'%'));
        QVERIFY(!text(u"cacheFigures/artwork"_s).contains(u"again"_s));
        m_demo->buckets[1].unchanged = 1200;
        m_demo->buckets[1].renewed = 34;
        m_demo->window->go({ Place::Home, 0, {} });
        m_demo->window->go({ Place::Activity, 0, {} });
        QTRY_VERIFY(text(u"cacheFigures/artwork"_s)
                        .endsWith(u"asked about again: 1,234, newer on the server: 34"_s));
        m_demo->buckets[1].entries = 0;
        click(u"cacheFlush/artwork"_s);
        QTRY_COMPARE(m_demo->flushed, QStringList { u"artwork"_s });
        QTRY_VERIFY(!m_demo->find<QPushButton>(u"cacheFlush/artwork"_s)->isEnabled());
    }

    void theLibraryIsEmptiedOnlyWhenThatIsConfirmed()
    {
        m_demo->window->go({ Place::Activity, 0, {} });
        QTRY_VERIFY(m_demo->find<QPushButton>(u"cacheFlush/library"_s)->isEnabled());
        const QSignalSpy synced(m_demo->window.get(), &ui::MainWindow::syncRequested);
        for (const bool isMeant : { false, true }) {
            click(u"cacheFlush/library"_s);
            auto* question = m_demo->find<QMessageBox>(u"flushQuestion"_s);
            QVERIFY(question && question->isVisible());
            for (QAbstractButton* button : question->buttons()) {
                const auto role = question->buttonRole(button);
                if (role == (isMeant ? QMessageBox::AcceptRole : QMessageBox::RejectRole)) {
                    QTest::mouseClick(button, Qt::LeftButton);
                }
            }
            QTRY_VERIFY(!m_demo->find<QMessageBox>(u"flushQuestion"_s));
            QTRY_COMPARE(m_demo->flushed.contains(u"library"_s), isMeant);
            QTRY_COMPARE(synced.size(), isMeant ? 1 : 0); // and read again
        }
    }

    void whatTheServerDoesIsSeenAndEnded()
    {
        m_demo->demo.server.setActivities(
            { { .uuid = "a", .title = "Scanning Music", .subtitle = "Tides", .progress = 40 } });
        m_demo->window->go({ Place::Activity, 0, {} });
        QTRY_VERIFY(m_demo->find<QLabel>(u"activityTitle"_s));
        QCOMPARE(text(u"activityTitle"_s), u"Scanning Music"_s);
        QCOMPARE(text(u"activitySubtitle"_s), u"Tides · 40%"_s);
        QCOMPARE(m_demo->find<QProgressBar>(u"activityServerProgress"_s)->value(), 40);
        QVERIFY(!m_demo->find<QPushButton>(u"activityCancel"_s)->isVisible());
        m_demo->demo.server.setActivities(
            { { .uuid = "a", .title = "Scanning Music", .isCancellable = true } });
        QTRY_VERIFY(m_demo->find<QPushButton>(u"activityCancel"_s)->isVisible()); // asked again
        QCOMPARE(m_demo->find<QProgressBar>(u"activityServerProgress"_s)->maximum(), 0);
        click(u"activityCancel"_s);
        QTRY_VERIFY(!m_demo->find<QLabel>(u"activityTitle"_s));
        QTRY_VERIFY(text(u"activityServer"_s).startsWith(u"The server is doing nothing"_s));
    }

    void aServerThatTellsNobodyIsAskedOnce()
    {
        demo::Fault fault;
        fault.status = 403;
        fault.pathPrefix = u"/activities"_s;
        fault.times = -1;
        m_demo->demo.server.inject(fault);
        m_demo->window->go({ Place::Activity, 0, {} });
        QTRY_VERIFY(text(u"activityServer"_s).contains(u"only its owner"_s));
        QCOMPARE(asked(), 1);
        QVERIFY(!QTest::qWaitFor([this] { return asked() > 1; }, kLongerThanItWaits));
        m_demo->demo.server.clearFaults();
        m_demo->window->go({ Place::Home, 0, {} });
        m_demo->window->go({ Place::Activity, 0, {} });
        QTRY_VERIFY(text(u"activityServer"_s).startsWith(u"The server is doing nothing"_s));
    }

    void nothingIsAskedWhereItIsNotSeen()
    {
        m_demo->window->go({ Place::Activity, 0, {} });
        QTRY_VERIFY(!text(u"activityServer"_s).isEmpty());
        m_demo->window->go({ Place::Home, 0, {} });
        const qsizetype before = asked();
        QVERIFY(!QTest::qWaitFor([this, before] { return asked() > before; }, kLongerThanItWaits));
    }

    void whatWasPlayedIsShown()
    {
        m_demo->window->go({ Place::History, 0, {} });
        auto* played = m_demo->find<QPushButton>(u"historyPlayed"_s);
        QVERIFY(!played->isChecked());
        click(u"historyPlayed"_s);
        auto* list = m_demo->find<QListView>(u"playedList"_s);
        QTRY_VERIFY(list->isVisible() && list->model()->rowCount() > 5);
        const QAbstractItemModelTester tester(
            list->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto plays = support::await(m_demo->demo.client->plays(0, 1));
        QVERIFY(list->model()->index(0, 0).data().toString().startsWith(
            plays->items.constFirst().title));
        QVERIFY(!m_demo->find<QPushButton>(u"historyUndo"_s)->isVisible());
        QVERIFY(!m_demo->find<QLabel>(u"playedNote"_s)->isVisible());
        click(u"historyChanges"_s);
        QVERIFY(m_demo->find<QPushButton>(u"historyUndo"_s)->isVisible());
    }

    void whatWasPlayedCanFail()
    {
        demo::Fault fault;
        fault.status = 500;
        fault.pathPrefix = u"/status/sessions"_s;
        fault.times = -1;
        m_demo->demo.server.inject(fault);
        m_demo->window->go({ Place::History, 0, {} });
        click(u"historyPlayed"_s);
        auto* list = m_demo->find<QListView>(u"playedList"_s);
        auto* states = qobject_cast<ui::StatePage*>(list->parentWidget());
        QTRY_COMPARE_WITH_TIMEOUT(states->state(), ui::StatePage::State::Error, 20'000);
        m_demo->demo.server.clearFaults();
        QTest::mouseClick(static_cast<QPushButton*>(&states->action()), Qt::LeftButton);
        QTRY_VERIFY(list->isVisible());
    }

    void theLogGoesOnWhileItIsSeen()
    {
        openLog();
        QCOMPARE(logTable().model()->rowCount(), 3);
        QCOMPARE(cell(1, ui::LogModel::Column::Level), u"Warning"_s);
        QCOMPARE(cell(1, ui::LogModel::Column::Source), u"net"_s);
        QCOMPARE(cell(1, ui::LogModel::Column::Message), u"try=2 why=timeout"_s);
        write(QtCriticalMsg, u"change"_s, u"lost"_s);
        QTRY_COMPARE(logTable().model()->rowCount(), 4);
        QCOMPARE(cell(3, ui::LogModel::Column::Level), u"Error"_s);
    }

    void theLogIsFiltered()
    {
        openLog();
        auto* filter = m_demo->find<QLineEdit>(u"logFilter"_s);
        QTest::keyClicks(filter, u"TIMEOUT"_s);
        QCOMPARE(logTable().model()->rowCount(), 1);
        write(QtInfoMsg, u"net"_s, u"all is well"_s);
        write(QtInfoMsg, u"net"_s, u"another timeout"_s);
        QTRY_COMPARE(logTable().model()->rowCount(), 2); // what comes is filtered, too
        filter->setText(u"qzx"_s);
        auto* states = m_demo->find<QWidget>(u"logPage"_s)->findChild<ui::StatePage*>();
        QCOMPARE(states->state(), ui::StatePage::State::Empty);
        QTest::mouseClick(static_cast<QPushButton*>(&states->action()), Qt::LeftButton);
        QCOMPARE(logTable().model()->rowCount(), 5);
        auto* least = m_demo->find<QComboBox>(u"logLeast"_s);
        least->setCurrentIndex(least->findData(int(QtWarningMsg)));
        QCOMPARE(logTable().model()->rowCount(), 1);
    }

    void theLogIsCopiedAndCleared()
    {
        openLog();
        click(u"logCopy"_s);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
        logTable().selectRow(1);
        QCOMPARE(text(u"logMessage"_s), u"try=2 why=timeout"_s);
        click(u"logCopy"_s);
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 1);
        QVERIFY2(copied.endsWith(u"Warning net: try=2 why=timeout\n"_s), qPrintable(copied));
        click(u"logClear"_s);
        QCOMPARE(logTable().model()->rowCount(), 0);
        QVERIFY(!m_demo->find<QPushButton>(u"logCopy"_s)->isEnabled());
        write(QtInfoMsg, u"net"_s, u"again"_s);
        QTRY_COMPARE(logTable().model()->rowCount(), 1);
    }

    void moreIsLoggedWhenThatIsAskedFor()
    {
        openLog();
        click(u"logDetails"_s);
        QCOMPARE(m_demo->settings.value(ui::diagnostics::kLogLevel), LogLevel::Detailed);
        m_demo->settings.set(ui::diagnostics::kLogLevel, LogLevel::Normal);
        QVERIFY(!m_demo->find<QPushButton>(u"logDetails"_s)->isChecked());
    }

    void theModelOfTheLogIsAGoodOne()
    {
        util::LogBuffer log(6000);
        ui::LogModel model(log);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int i = 0; i < 5500; ++i) {
            log.append({ 0, i, i % 2 ? QtInfoMsg : QtWarningMsg, u"a"_s, QString::number(i) });
            if (i % 1000 == 0) {
                model.follow();
            }
        }
        model.follow();
        QCOMPARE(model.rowCount(), ui::LogModel::kMostLines); // the latest of them
        QCOMPARE(model.line(model.rowCount() - 1).text, u"5499"_s);
        model.setFilter(u"549"_s, QtWarningMsg);
        QCOMPARE(model.rowCount(), 5); // the even ones of 5490…5499
    }
};

PLEXM8_GUI_TEST_MAIN(TestActivity)
#include "tst_activity.moc"
