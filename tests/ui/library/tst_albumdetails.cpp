// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/appearance.h"
#include "ui/common/format.h"
#include "ui/common/page.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/library/albumfacts.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using support::await;

/// What an album's page tells of the album beside its tracks.
class TestAlbumDetails : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    QPushButton* unfold() { return m_demo->find<QPushButton>(u"albumUnfold"_s); }
    ui::AlbumFacts* facts() { return m_demo->find<ui::AlbumFacts>(u"albumFacts"_s); }
    /// "Label: Lantern Room" and so on, as they are told to a screen reader.
    QStringList lines()
    {
        QStringList result;
        for (const ui::TextLabel* label : facts()->findChildren<ui::TextLabel*>()) {
            if (label->isVisible() && label->objectName().startsWith(u"albumFact"_s)) {
                result.append(label->accessibleName());
            }
        }
        return result;
    }
    /// An album of which the server names a director.
    types::AlbumRow credited()
    {
        const auto ids = await(m_demo->demo.library.albumIds({}));
        const auto rows
            = await(m_demo->demo.library.albums(QList<qint64>(ids->begin(), ids->end())));
        for (const types::AlbumRow& album : *rows) {
            const auto told = await(m_demo->demo.client->details({ album.ratingKey }));
            if (told && !told->isEmpty() && !told->first().credits.isEmpty()) {
                return album;
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
    }
    void cleanup()
    {
        m_demo->settings.set(ui::appearance::kTextPercent, 100);
        m_demo.reset();
    }

    void whatTheServerTellsComesAfterWhatIsAtHand()
    {
        const types::AlbumRow album = credited();
        QVERIFY(album.id.isValid());
        const auto told = *await(m_demo->demo.client->details({ album.ratingKey }));
        m_demo->onDemand.setServer(nullptr);
        m_demo->window->go(ui::Route::album(album.id));
        QTRY_VERIFY(unfold() && unfold()->isVisible());
        QVERIFY(!facts()->isVisible()); // folded away until somebody asks
        unfold()->click();
        QTRY_VERIFY(facts()->isVisible());
        const QString credit = u"Director: "_s + told.first().credits.first().name;
        QVERIFY(!lines().contains(credit));
        auto* note = m_demo->find<ui::TextLabel>(u"albumNote"_s);
        QTRY_VERIFY(note->isVisible());
        m_demo->onDemand.setServer(m_demo->demo.client.get());
        QTRY_VERIFY(lines().contains(credit));
        QTRY_VERIFY(!note->isVisible()); // what was read is at hand before the reading has ended
        const auto cached = await(m_demo->demo.library.albumDetails(album.id));
        QVERIFY(!cached->formats.isEmpty());
        QVERIFY(lines().filter(u"Format: "_s).size() == 1);
        if (!album.studio.isEmpty()) {
            QVERIFY(lines().contains(u"Label: "_s + album.studio));
        }
        // Kept for the next time, and open as it was left.
        m_demo->onDemand.setServer(nullptr);
        m_demo->window->go({});
        m_demo->window->go(ui::Route::album(album.id));
        QTRY_VERIFY(lines().contains(credit));
    }

    void theDetailsLeaveRoomForTheTracks()
    {
        const auto home = await(m_demo->demo.library.home(1));
        m_demo->window->go(ui::Route::album(home->recentlyAdded.constFirst().id));
        QTRY_VERIFY(unfold() && unfold()->isVisible());
        unfold()->click();
        QTRY_VERIFY(facts()->isVisible());
        const auto* page = m_demo->find<ui::Page>(u"albumPage"_s);
        QVERIFY(facts()->height() <= page->height() * 2 / 5);
        auto* table = m_demo->find<ui::TrackTable>(u"albumTable"_s);
        QVERIFY(table->height() > 100);
    }

    void theHeadKeepsItsRoomInLargeText()
    {
        m_demo->settings.set(ui::appearance::kTextPercent, 200);
        const auto home = await(m_demo->demo.library.home(1));
        m_demo->window->go(ui::Route::album(home->recentlyAdded.constFirst().id));
        QTRY_VERIFY(unfold() && unfold()->isVisible());
        const auto* table = m_demo->find<ui::TrackTable>(u"albumTable"_s);
        const auto* title = m_demo->find<ui::TextLabel>(u"albumTitle"_s);
        const auto* play = m_demo->find<QPushButton>(u"albumPlay"_s);
        const auto isWhole = [title, play] {
            return play->height() >= play->minimumSizeHint().height()
                && title->height() >= title->fontMetrics().height();
        };
        QTRY_VERIFY(isWhole());
        unfold()->click();
        QTRY_VERIFY(facts()->isVisible());
        QTRY_VERIFY(isWhole());
        QVERIFY(table->height() > 60);
        const auto* stars = m_demo->find<ui::StarRating>(u"albumStars"_s);
        QTRY_VERIFY(stars->width() >= stars->sizeHint().width()); // and all that stands beside
        QVERIFY(unfold()->width() >= unfold()->minimumSizeHint().width());
    }

    void anAlbumWithoutTracksSaysSoAndKeepsItsHead()
    {
        const auto home = await(m_demo->demo.library.home(1));
        const types::AlbumRow album = home->recentlyAdded.constFirst();
        library::TrackQuery query;
        query.album = album.id;
        const auto ids = await(m_demo->demo.library.trackIds(query));
        const auto rows
            = await(m_demo->demo.library.tracks(QList<qint64>(ids->begin(), ids->end())));
        QVERIFY(!rows->isEmpty());
        m_demo->window->go(ui::Route::album(album.id));
        auto* play = m_demo->find<QPushButton>(u"albumPlay"_s);
        auto* table = m_demo->find<ui::TrackTable>(u"albumTable"_s);
        QTRY_VERIFY(table->isVisible() && table->model()->rowCount() == rows->size());
        QVERIFY(play->isEnabled());
        for (const types::TrackRow& track : *rows) {
            QVERIFY(m_demo->demo.server.removeItem(track.ratingKey.value.toULongLong()));
        }
        QVERIFY(m_demo->demo.syncNow());
        QVERIFY(await(m_demo->demo.library.album(album.id)));
        auto* empty = m_demo->find<QWidget>(u"albumEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(!table->isVisible());
        QVERIFY(!play->isEnabled());
        QVERIFY(m_demo->find<QPushButton>(u"albumSync"_s)->isEnabled());
        const auto labels = m_demo->find<ui::Page>(u"albumPage"_s)->findChildren<ui::TextLabel*>();
        QTRY_VERIFY(std::ranges::any_of(labels, [](const ui::TextLabel* label) {
            return label->text().contains(ui::format::tracks(0)); // and no stale number
        }));
        // With tracks it is as it was.
        for (const types::TrackRow& track : *rows) {
            QVERIFY(m_demo->demo.server.restoreItem(track.ratingKey.value.toULongLong()));
        }
        QVERIFY(m_demo->demo.syncNow());
        QTRY_VERIFY(!empty->isVisible());
        QVERIFY(table->isVisible() && play->isEnabled());
    }

    void datesOfServersAreDaysYearsOrNothing_data()
    {
        QTest::addColumn<QString>("released");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("text");
        const QString day = QLocale().toString(QDate(2014, 9, 22), QLocale::LongFormat);
        QTest::newRow("day") << u"2014-09-22"_s << 2014 << day;
        QTest::newRow("year only") << QString() << 2014 << u"2014"_s;
        QTest::newRow("rubbish") << u"22.9.14"_s << 2014 << u"2014"_s;
        QTest::newRow("no such day") << u"2014-02-30"_s << 2014 << u"2014"_s;
        QTest::newRow("nothing") << QString() << 0 << QString();
    }
    void datesOfServersAreDaysYearsOrNothing()
    {
        QFETCH(QString, released);
        QFETCH(int, year);
        QFETCH(QString, text);
        QCOMPARE(ui::releaseText(released, year), text);
    }
};

PLEXM8_GUI_TEST_MAIN(TestAlbumDetails)
#include "tst_albumdetails.moc"
