// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tables.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/covergrid.h"
#include "ui/common/format.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/rating/clipplayer.h"
#include "ui/rating/pastratingspanel.h"
#include "ui/rating/ratequeue.h"
#include "ui/rating/ratingspage.h"
#include "ui/rating/valuechips.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using types::OptionalRating;
using types::Rating;

/// The page of ratings in the real window over the demo library, with real writes to its server.
class TestRatingsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    ui::TrackTable& table() { return *m_demo->find<ui::TrackTable>(u"ratedTracks"_s); }
    ui::RatingsPage& page() { return *m_demo->find<ui::RatingsPage>(u"ratingsPage"_s); }
    ui::RateQueue& queue() { return *m_demo->find<ui::RateQueue>(u"rateQueue"_s); }
    void press(const QString& name)
    {
        QTest::mouseClick(m_demo->find<QPushButton>(name), Qt::LeftButton);
    }
    /// The half stars of the rows in their order.
    QList<int> shown(ui::TrackTable& list)
    {
        QList<int> ratings;
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const QVariant value = support::ratingOf(list, row);
            ratings.append(value.isValid() ? Rating::fromPlex(value.toDouble()).halfStars() : -1);
        }
        return ratings;
    }
    /// Clears all ratings at the server, then gives these to its first tracks.
    void rateAtServer(const QList<double>& ratings)
    {
        const auto ids = *support::await(m_demo->demo.library.trackIds({}));
        QList<types::ItemId> items;
        for (const qint64 id : ids) {
            items.append(types::ItemId { id });
        }
        const auto keys = *support::await(m_demo->demo.library.ratingKeys(items));
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const quint64 key = keys.at(i).value.toULongLong();
            QVERIFY(m_demo->demo.server.setRating(
                key, i < ratings.size() ? std::optional(ratings.at(i)) : std::nullopt));
        }
        QVERIFY(m_demo->demo.syncNow());
    }
    void openPage()
    {
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
        m_demo->window->go({ ui::Route::Place::Ratings, 0, {} });
    }

private Q_SLOTS:
    void init() { m_demo = std::make_unique<support::DemoWindow>(support::demoOf(120)); }
    void cleanup() { m_demo.reset(); }

    void theBestStandFirstUnderTheirValue()
    {
        rateAtServer({ 4, 10, 7, 10, 4 });
        openPage();
        QTRY_COMPARE(table().model()->rowCount(), 5);
        QTRY_COMPARE(shown(table()), (QList<int> { 10, 10, 7, 4, 4 }));
        const auto text = [](int halves) {
            return ui::format::rating(OptionalRating(Rating::fromPlex(halves)));
        };
        QCOMPARE(table().headingOf(0), text(10));
        QCOMPARE(table().headingOf(1), QString());
        QCOMPARE(table().headingOf(2), text(7));
        QCOMPARE(table().headingOf(3), text(4));
        QCOMPARE(page().state(), ui::StatePage::State::Content);
    }

    void aRatingGivenHereMovesTheTrackAndReachesTheServer()
    {
        rateAtServer({ 4, 10, 7 });
        openPage();
        QTRY_COMPARE(shown(table()), (QList<int> { 10, 7, 4 }));
        const quint64 key = m_demo->keyOf(table(), 2);
        support::turn(std::chrono::milliseconds(1100)); // dates are whole seconds
        table().setFocus();
        table().selectRow(2);
        QTest::keyClick(&table(), Qt::Key_5);
        QTRY_COMPARE(m_demo->serverRating(key), 10.0);
        QTRY_COMPARE(shown(table()), (QList<int> { 10, 10, 7 }));
        QCOMPARE(m_demo->keyOf(table(), 0), key); // rated last: before its equals
        QCOMPARE(table().headingOf(2), ui::format::rating(OptionalRating(Rating::fromPlex(7))));
        QCOMPARE(table().headingOf(1), QString());
        table().selectRow(0);
        QTest::keyClick(&table(), Qt::Key_0);
        QTRY_COMPARE(m_demo->serverRating(key), -1.0);
        QTRY_COMPARE(table().model()->rowCount(), 2); // no rating: not of the rated any more
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void aValueLimitsTheList()
    {
        rateAtServer({ 4, 10, 7, 7 });
        openPage();
        QTRY_COMPARE(table().model()->rowCount(), 4);
        auto* chip = m_demo->find<QPushButton>(u"ratingValue7"_s);
        QTRY_VERIFY(chip->isVisible());
        QVERIFY(chip->text().contains(u"2"_s));
        QVERIFY(!m_demo->find<QPushButton>(u"ratingValue9"_s)->isVisible());
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(shown(table()), (QList<int> { 7, 7 }));
        // The last of a value goes: all are shown again.
        table().selectAll();
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_1);
        QTRY_VERIFY(!chip->isVisible());
        QTRY_COMPARE(table().model()->rowCount(), 4);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void byDateTheOneRatedLastComesFirst()
    {
        rateAtServer({ 4, 10, 7 });
        openPage();
        QTRY_COMPARE(table().model()->rowCount(), 3);
        const quint64 worst = m_demo->keyOf(table(), 2);
        support::turn(std::chrono::milliseconds(1100)); // dates are whole seconds
        QVERIFY(support::await(m_demo->ratings.rateKeys(m_demo->demo.library.key(),
            { types::RatingKey { QString::number(worst) } }, Rating::fromPlex(2))));
        auto* order = m_demo->find<QComboBox>(u"ratingsOrder"_s);
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Down);
        QCOMPARE(order->currentIndex(), 1);
        QTRY_COMPARE(m_demo->keyOf(table(), 0), worst);
        QVERIFY(!table().headingOf(0).isEmpty());
        QCOMPARE(page().viewState(), "latest");
    }

    void albumsAndArtistsToo()
    {
        openPage();
        const auto album = support::await(m_demo->demo.library.albumIds({}))->front();
        const auto artist = support::await(m_demo->demo.library.artistIds({}))->front();
        const auto key = m_demo->demo.library.key();
        const auto items
            = *support::await(m_demo->demo.library.ratedCounts(types::ItemType::Album));
        const auto people
            = *support::await(m_demo->demo.library.ratedCounts(types::ItemType::Artist));
        (void)support::await(
            m_demo->ratings.rate(key, { types::ItemId { album } }, Rating::fromPlex(9)));
        (void)support::await(
            m_demo->ratings.rate(key, { types::ItemId { artist } }, Rating::fromPlex(3)));
        press(u"ratingsAlbums"_s);
        auto* albums = m_demo->find<ui::CoverGrid>(u"ratedAlbums"_s);
        QTRY_VERIFY(albums->model()->rowCount() >= 1);
        QVERIFY(albums->model()->rowCount() <= int(items.total()) + 1);
        const QString text = ui::format::rating(OptionalRating(Rating::fromPlex(9)));
        const auto isThere = [albums, text] {
            for (int row = 0; row < albums->model()->rowCount(); ++row) {
                if (albums->model()
                        ->index(row, 0)
                        .data(ui::SubtitleRole)
                        .toString()
                        .contains(text)) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(isThere());
        press(u"ratingsArtists"_s);
        auto* artists = m_demo->find<ui::CoverGrid>(u"ratedArtists"_s);
        QTRY_VERIFY(artists->model()->rowCount() >= 1);
        const int before = artists->model()->rowCount();
        QVERIFY(before <= int(people.total()) + 1);
        artists->setFocus();
        artists->selectRow(0);
        QTest::keyClick(artists, Qt::Key_0); // no rating: it goes
        QTRY_COMPARE(artists->model()->rowCount(), before - 1);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void withoutRatingsItSaysWhatItIsForAndLeadsOn()
    {
        rateAtServer({});
        openPage();
        QTRY_COMPARE(page().state(), ui::StatePage::State::Empty);
        for (ui::StatePage* states : page().findChildren<ui::StatePage*>()) {
            if (states->isVisible()) {
                QTest::mouseClick(&states->action(), Qt::LeftButton);
                break;
            }
        }
        QTRY_VERIFY(queue().isVisible());
    }

    void oneKeyRatesWhatWasPlayedAndGoesOn()
    {
        rateAtServer({});
        openPage();
        press(u"ratingsToRate"_s);
        auto* period = m_demo->find<QComboBox>(u"rateQueuePeriod"_s);
        period->setCurrentIndex(2); // whenever it was played
        QTRY_VERIFY(queue().count() > 3);
        const qsizetype count = queue().count();
        queue().setFocus();
        const types::TrackRow first = *queue().current();
        QTest::keyClick(&queue(), Qt::Key_4);
        QTRY_COMPARE(m_demo->serverRating(first.ratingKey.value.toULongLong()), 8.0);
        QCOMPARE(queue().count(), count - 1);
        const types::TrackRow second = *queue().current();
        QVERIFY(second.id != first.id);
        QTest::keyClick(&queue(), Qt::Key_3, Qt::AltModifier); // half a star less
        QTRY_COMPARE(m_demo->serverRating(second.ratingKey.value.toULongLong()), 5.0);
        const types::TrackRow third = *queue().current();
        QTest::keyClick(&queue(), Qt::Key_Right); // is skipped
        QVERIFY(queue().current()->id != third.id);
        QTest::keyClick(&queue(), Qt::Key_Left);
        QCOMPARE(queue().current()->id, third.id);
        // On the stars themselves arrows choose, and Enter gives it.
        auto* stars = m_demo->find<ui::StarRating>(u"rateQueueStars"_s);
        stars->setFocus();
        QTest::keyClick(stars, Qt::Key_Right);
        QTest::keyClick(stars, Qt::Key_Right);
        QTest::keyClick(stars, Qt::Key_Right);
        QCOMPARE(queue().current()->id, third.id);
        QTest::keyClick(stars, Qt::Key_Return);
        QTRY_COMPARE(m_demo->serverRating(third.ratingKey.value.toULongLong()), 3.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void formerRatingsAndTheStarsOfCopies()
    {
        rateAtServer({ 4, 10 });
        openPage();
        QTRY_COMPARE(table().model()->rowCount(), 2);
        const types::TrackRow track = *table().trackRows()->track(1);
        const quint64 key = m_demo->keyOf(table(), 1);
        for (const double plex : { 6.0, 7.0 }) {
            QVERIFY(support::await(m_demo->ratings.rateKeys(
                m_demo->demo.library.key(), { track.ratingKey }, Rating::fromPlex(plex))));
            QTRY_COMPARE(m_demo->serverRating(key), plex);
            QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        }
        QVERIFY(support::await(m_demo->changes.undo()));
        QTRY_COMPARE(m_demo->serverRating(key), 6.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        Q_EMIT table().pastRatingsRequested(track.id);
        auto* panel = m_demo->window->findChild<ui::PastRatingsPanel*>();
        QVERIFY(panel);
        const auto lines = [panel] {
            QStringList texts;
            for (const auto* label : panel->findChildren<ui::TextLabel*>(u"pastRating"_s)) {
                if (!label->isHidden()) {
                    texts.append(label->text());
                }
            }
            return texts;
        };
        QTRY_COMPARE(lines().size(), 3); // the latest first
        const auto text = [](int halves) {
            return ui::format::rating(OptionalRating(Rating::fromPlex(halves)));
        };
        QVERIFY2(lines().at(0).contains(text(7) + u" → "_s + text(6)), qPrintable(lines().at(0)));
        QVERIFY(lines().at(1).contains(text(6) + u" → "_s + text(7)));
        QVERIFY(lines().at(2).contains(text(4) + u" → "_s + text(6)));
        // Its stars rate, and the list follows.
        auto* stars = panel->findChild<ui::StarRating*>(u"pastRatingsStars"_s);
        QTRY_COMPARE(stars->rating(), OptionalRating(Rating::fromPlex(6)));
        QTest::keyClick(stars, Qt::Key_2);
        QTRY_COMPARE(m_demo->serverRating(key), 4.0);
        QTRY_COMPARE(lines().size(), 4);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QTest::keyClick(panel, Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->window->findChild<ui::PastRatingsPanel*>());
    }

    void aClipPlaysFromTheMidstAndTheMusicGoesOnAfterwards()
    {
        rateAtServer({});
        ui::TrackTable& tracks = m_demo->openTracks();
        tracks.selectRow(0);
        QTest::keyClick(&tracks, Qt::Key_Return);
        using State = playback::Player::State;
        QTRY_COMPARE(m_demo->player.state(), State::Playing);
        const auto playing = m_demo->player.current()->id;
        openPage();
        press(u"ratingsToRate"_s);
        m_demo->find<QComboBox>(u"rateQueuePeriod"_s)->setCurrentIndex(2);
        QTRY_VERIFY(queue().count() > 1);
        queue().setFocus();
        QTest::keyClick(&queue(), Qt::Key_Space);
        QTRY_COMPARE(m_demo->clips.state(), State::Playing);
        QCOMPARE(m_demo->player.state(), State::Paused);
        const auto start = ui::ClipPlayer::startIn(queue().current()->duration);
        QTRY_VERIFY(m_demo->clips.position() > start);
        QVERIFY(m_demo->clips.position() < start + std::chrono::seconds(10));
        const auto heard = m_demo->clips.current()->ratingKey;
        QTest::keyClick(&queue(), Qt::Key_2);
        QTRY_VERIFY(m_demo->clips.current() && m_demo->clips.current()->ratingKey != heard);
        QTRY_COMPARE(m_demo->clips.state(), State::Playing);
        QCOMPARE(m_demo->player.state(), State::Paused); // not in between
        m_demo->window->go({ ui::Route::Place::Home, 0, {} });
        QTRY_COMPARE(m_demo->player.state(), State::Playing);
        QCOMPARE(m_demo->player.current()->id, playing); // its queue is as it was
        QCOMPARE(m_demo->clips.state(), State::Stopped);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }
};

PLEXM8_GUI_TEST_MAIN(TestRatingsPage)
#include "tst_ratingspage.moc"
