// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/onscreen.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/appearance.h"
#include "ui/common/covergrid.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

namespace {

QRect inWindow(const QWidget& widget)
{
    return { widget.mapTo(widget.window(), QPoint()), widget.size() };
}

} // namespace

/// Where things stand and what has the focus: the window small, with large text, at its start.
class TestLayout : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    void showAt(const QSize& size)
    {
        m_demo->window->resize(size);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
    }
    void type(const QString& text)
    {
        auto* search = m_demo->find<QLineEdit>(u"globalSearch"_s);
        QTest::keyClick(m_demo->window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, text);
        QTest::keyClick(search, Qt::Key_Return); // at once: nothing is found yet
    }

private Q_SLOTS:
    void init() { m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300)); }
    void cleanup() { m_demo.reset(); }

    void aNewWindowFitsTheScreenWithItsFrame()
    {
        const QSize screen = m_demo->window->screen()->availableSize();
        QVERIFY(m_demo->window->width() < screen.width());
        QVERIFY(m_demo->window->height() < screen.height());
    }

    void theFocusBeginsOnThePage()
    {
        showAt({ 1280, 800 });
        QTRY_VERIFY(m_demo->find<ui::CoverGrid>(u"homeAdded"_s)->isVisible());
        QTRY_COMPARE(m_demo->window->focusWidget()->objectName(), u"homeAdded"_s);
    }

    void whatGetsTheFocusIsSeenWithItsHeading()
    {
        showAt({ 900, 600 });
        QTRY_VERIFY(m_demo->find<ui::CoverGrid>(u"homeAdded"_s)->isVisible());
        const auto* scroll = m_demo->find<QScrollArea>(u"homeScroll"_s);
        const auto* played = m_demo->find<ui::CoverGrid>(u"homePlayed"_s);
        const auto goTo = [this](Qt::Key key, const QWidget* widget) {
            constexpr int kMost = 40; // of widgets between
            for (int i = 0; i < kMost && QApplication::focusWidget() != widget; ++i) {
                QTest::keyClick(QApplication::focusWidget(), key);
            }
            return QApplication::focusWidget() == widget;
        };
        QTRY_VERIFY(QApplication::focusWidget());
        QVERIFY(goTo(Qt::Key_Tab, m_demo->find<ui::CoverGrid>(u"homePlaylists"_s)));
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
        QVERIFY(goTo(Qt::Key_Backtab, played)); // it comes into sight from above
        const QWidget* shelf = played->parentWidget();
        const QRect seen = inWindow(*scroll->viewport());
        QTRY_VERIFY(seen.top() <= inWindow(*shelf).top());
        QVERIFY(inWindow(*shelf).bottom() <= seen.bottom());
        QVERIFY(inWindow(*shelf).top() < inWindow(*played).top()); // the heading
    }

    void theQueueGivesWayToThePage_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : { 720, 800, 1000, 1280 }) {
            QTest::addRow("%d", width) << width;
        }
    }
    void theQueueGivesWayToThePage()
    {
        QFETCH(int, width);
        m_demo->openTracks();
        showAt({ width, 640 });
        m_demo->window->showQueue(true);
        const auto* page = m_demo->find<QWidget>(u"tracksPage"_s);
        const auto* filter = m_demo->find<QLineEdit>(u"tracksFilter"_s);
        const auto* columns = m_demo->find<QToolButton>(u"tracksColumns"_s);
        QTRY_VERIFY(page->width() >= 400);
        QTRY_VERIFY(inWindow(*filter).right() < inWindow(*columns).left());
        QVERIFY(inWindow(*columns).right() <= inWindow(*page).right());
        QVERIFY(m_demo->find<QWidget>(u"queuePanel"_s)->width() >= 240);
        m_demo->window->showQueue(false);
        QTRY_VERIFY(m_demo->find<QWidget>(u"sidebar"_s)->isVisible());
    }

    void aHeadlineHasRoomBesideItsActions_data()
    {
        QTest::addColumn<int>("textPercent");
        QTest::addColumn<int>("width");
        QTest::newRow("beside each other") << 100 << 1280;
        QTest::newRow("a small window") << 100 << 720;
        QTest::newRow("large text") << 200 << 1280;
    }
    void aHeadlineHasRoomBesideItsActions()
    {
        QFETCH(int, textPercent);
        QFETCH(int, width);
        m_demo->settings.set(ui::appearance::kTextPercent, textPercent);
        showAt({ width, 800 });
        m_demo->window->showQueue(true);
        m_demo->window->go({ Place::History, 0, {} });
        const auto* page = m_demo->find<QWidget>(u"historyPage"_s);
        QTRY_VERIFY(page->isVisible());
        const auto* title = page->findChild<QLabel*>(u"pageTitle"_s);
        QTRY_VERIFY(title->width() >= title->sizeHint().width());
        const auto* subtitle = page->findChild<QLabel*>(u"pageSubtitle"_s);
        QTRY_VERIFY(subtitle->height() <= 3 * subtitle->fontMetrics().height());
        const auto* undo = page->findChild<QWidget*>(u"historyUndo"_s);
        const bool isBelow = inWindow(*undo).top() > inWindow(*subtitle).bottom();
        QCOMPARE(isBelow, width == 720 || textPercent == 200);
    }

    void theHeadOfAnAlbumHasRoomBesideTheQueue()
    {
        ui::TrackTable& table = m_demo->openTracks();
        showAt({ 1000, 640 });
        m_demo->window->showQueue(true);
        m_demo->window->go({ Place::Album, table.trackRows()->track(0)->albumId.value, {} });
        for (const QString& name : { u"albumPlay"_s, u"albumShuffle"_s, u"albumStars"_s }) {
            const auto* widget = m_demo->find<QWidget>(name);
            QTRY_VERIFY2(widget->isVisible(), qPrintable(name));
            QTRY_VERIFY2(widget->width() >= widget->sizeHint().width(), qPrintable(name));
            QVERIFY2(inWindow(*widget).right()
                    <= inWindow(*m_demo->find<QWidget>(u"albumPage"_s)).right(),
                qPrintable(name));
        }
    }

    void whatAnEmptyQueueSaysIsInTheMiddleOfIt()
    {
        showAt({ 1000, 640 });
        m_demo->window->showQueue(true);
        const auto* panel = m_demo->find<QWidget>(u"queuePanel"_s);
        const auto* title = panel->findChild<QLabel*>(u"stateTitle"_s);
        QTRY_VERIFY(title->isVisible());
        for (const auto* label : title->parentWidget()->findChildren<QLabel*>()) {
            QTRY_VERIFY(inWindow(*panel).contains(inWindow(*label)));
            QTRY_VERIFY(qAbs(inWindow(*label).center().x() - inWindow(*panel).center().x()) <= 2);
        }
    }

    void cardsWithoutTracksStandAtTheTop()
    {
        showAt({ 1280, 800 });
        m_demo->window->startSearch(u"Late night drive"_s);
        const auto* cards = m_demo->find<ui::CoverGrid>(u"searchCards"_s);
        QTRY_VERIFY(cards->isVisible());
        QTRY_VERIFY(!m_demo->find<QWidget>(u"searchTable"_s)->isVisible());
        const auto* page = m_demo->find<QWidget>(u"searchPage"_s);
        QTRY_VERIFY(inWindow(*cards).top() - inWindow(*page).top() < 150);
    }

    void enterLeadsFromTheSearchToTheFirstTrackAndPlaysIt()
    {
        showAt({ 1280, 800 });
        type(u"s"_s);
        auto* table = m_demo->find<ui::TrackTable>(u"searchTable"_s);
        QTRY_VERIFY(table->hasFocus());
        QTRY_COMPARE(table->selectedRowNumbers(), QList<int> { 0 });
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(m_demo->player.current());
        QCOMPARE(m_demo->player.current()->item, table->trackRows()->item(0));
        m_demo->player.stop();
    }

    void enterLeadsFromTheSearchToTheFirstCardAndOpensIt()
    {
        showAt({ 1280, 800 });
        type(u"Late night drive"_s);
        auto* cards = m_demo->find<ui::CoverGrid>(u"searchCards"_s);
        QTRY_VERIFY(cards->hasFocus());
        QCOMPARE(cards->currentIndex().row(), 0);
        QTest::keyClick(cards, Qt::Key_Return);
        QTRY_COMPARE(m_demo->window->route().place, Place::Playlist);
    }

    void largeTextHasLargeButtons()
    {
        showAt({ 1280, 800 });
        const auto* play = m_demo->find<QToolButton>(u"playerPlay"_s);
        const int before = play->width();
        m_demo->settings.set(ui::appearance::kTextPercent, 200);
        QTRY_VERIFY(play->width() >= before * 14 / 10);
        m_demo->settings.set(ui::appearance::kTextPercent, 100);
        QTRY_COMPARE(play->width(), before);
    }

    void whatIsGoneOffersNoRetry()
    {
        showAt({ 1280, 800 });
        m_demo->window->go({ Place::Album, 1, {} });
        const auto* page = m_demo->find<QWidget>(u"albumPage"_s);
        const auto* title = page->findChild<QLabel*>(u"stateTitle"_s);
        QTRY_VERIFY(title->isVisible());
        QVERIFY(!page->findChild<QPushButton*>(u"stateAction"_s)->isVisible());
    }

    void aTrackThatIsTwiceInAPlaylistPlaysOnce()
    {
        showAt({ 1280, 800 });
        const auto lists = support::await(m_demo->demo.library.playlists());
        const auto kitchen = std::ranges::find_if(*lists, [](const types::PlaylistRow& list) {
            return list.title == "Kitchen"_L1 && list.count > 0;
        });
        QVERIFY(kitchen != lists->end());
        m_demo->window->go({ Place::Playlist, kitchen->id.value, {} });
        auto* table = m_demo->find<ui::TrackTable>(u"playlistTable"_s);
        // The mark is in the accent's colour, the number of another row is grey.
        const auto shows = [table](int row) {
            const QRect cell = table->visualRect(table->model()->index(row, 0));
            const QImage image = support::onScreen(*table->viewport(), cell);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = cell.width() / 3; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).hsvSaturation() > 120) {
                        return true;
                    }
                }
            }
            return false;
        };
        QTRY_VERIFY(table->model()->rowCount() >= 4 && table->trackRows()->track(3));
        QCOMPARE(table->trackRows()->item(1), table->trackRows()->item(3));
        table->setFocus();
        table->selectRow(3);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(shows(3));
        QVERIFY(!shows(1));
        m_demo->player.stop();
    }
};

PLEXM8_GUI_TEST_MAIN(TestLayout)
#include "tst_layout.moc"
