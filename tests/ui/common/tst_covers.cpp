// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "ui/common/covers.h"

#include <QPixmapCache>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// Which covers are asked for, and which of them are given up.
class TestCovers : public QObject
{
    Q_OBJECT

private:
    struct Asked
    {
        QString thumb;
        std::stop_token stop;
        util::Promise<QImage> promise {};
    };
    std::vector<Asked> m_asked;
    std::unique_ptr<ui::Covers> m_covers;

    void look(int first, int count)
    {
        for (int i = first; i < first + count; ++i) {
            (void)m_covers->pixmap(u"thumb %1"_s.arg(i), 64, 1.0, 8);
        }
    }
    /// Answers what was asked for last.
    void answer(QColor color)
    {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(color);
        m_asked.back().promise.finish(image);
    }
    /// What is painted in the middle of a cover; transparent if there is nothing.
    QColor colorOf(const QString& thumb)
    {
        const QPixmap picture = m_covers->pixmap(thumb, 64, 1.0, 8);
        return picture.isNull() ? QColor(Qt::transparent) : picture.toImage().pixelColor(32, 32);
    }
    int stopped() const
    {
        return int(std::ranges::count_if(
            m_asked, [](const Asked& each) { return each.stop.stop_requested(); }));
    }

private Q_SLOTS:
    void init()
    {
        QPixmapCache::clear();
        m_asked.clear();
        m_covers
            = std::make_unique<ui::Covers>([this](const QString& thumb, int, std::stop_token stop) {
                  m_asked.push_back({ thumb, std::move(stop) });
                  return m_asked.back().promise.future();
              });
    }
    void cleanup() { m_covers.reset(); }

    void whatWasScrolledPastIsGivenUp()
    {
        look(0, ui::Covers::kLeastRequests);
        QCOMPARE(stopped(), 0);
        look(100, 10);
        QCOMPARE(stopped(), 10);
        QVERIFY(m_asked.at(0).stop.stop_requested()); // the oldest
        QVERIFY(!m_asked.at(10).stop.stop_requested());
    }

    void whatIsInSightIsNotHoweverMuchThatIs()
    {
        m_covers->setInSight(this, 66);
        look(0, 66);
        QCOMPARE(stopped(), 0);
        QCOMPARE(m_asked.size(), size_t(66));
        look(0, 66); // painted again: nothing is asked for twice
        QCOMPARE(m_asked.size(), size_t(66));
        m_covers->setInSight(this, 0);
        QCOMPARE(stopped(), 66 - ui::Covers::kLeastRequests);
    }

    void whatIsLookedAtAgainIsAsNewAsTheRest()
    {
        look(0, 20);
        look(0, 1);
        look(100, 10);
        QVERIFY(!m_asked.at(0).stop.stop_requested());
        QVERIFY(m_asked.at(1).stop.stop_requested());
    }

    void twoViewsHaveRoomForBoth()
    {
        QObject other;
        m_covers->setInSight(this, 30);
        m_covers->setInSight(&other, 30);
        look(0, 60);
        QCOMPARE(stopped(), 0);
    }

    void aCoverCanBeRoundAndSquare()
    {
        look(0, 1);
        QImage red(64, 64, QImage::Format_RGB32);
        red.fill(Qt::red);
        m_asked.front().promise.finish(red);
        const auto corner = [this](double radius) {
            const QPixmap picture = m_covers->pixmap(u"thumb 0"_s, 64, 1.0, radius);
            return picture.isNull() ? -1 : picture.toImage().pixelColor(4, 4).alpha();
        };
        QTRY_COMPARE(corner(8), 255);
        (void)m_covers->pixmap(u"thumb 0"_s, 64, 1.0, 32);
        QCOMPARE(m_asked.size(), size_t(2));
        m_asked.back().promise.finish(red);
        QTRY_COMPARE(corner(32), 0);
        QCOMPARE(corner(8), 255);
    }

    void theFormerCoverStaysWhileANewerOneIsRead()
    {
        const QString before = u"/library/metadata/7/thumb/1"_s;
        const QString after = u"/library/metadata/7/thumb/2"_s;
        QVERIFY(colorOf(before) == Qt::transparent);
        answer(Qt::red);
        QTRY_VERIFY(colorOf(before) == Qt::red);
        QVERIFY(colorOf(after) == Qt::red); // at once, no tile in between
        QCOMPARE(m_asked.size(), size_t(2));
        QCOMPARE(m_asked.back().thumb, after);
        answer(Qt::blue);
        QTRY_VERIFY(colorOf(after) == Qt::blue);
        QVERIFY(colorOf(u"/library/metadata/8/thumb/2"_s) == Qt::transparent);
    }

    void aCoverThatWasReplacedIsReadAgain()
    {
        const QString thumb = u"/library/metadata/7/thumb/1"_s;
        (void)colorOf(thumb);
        answer(Qt::red);
        QTRY_VERIFY(colorOf(thumb) == Qt::red);
        const QSignalSpy arrived(m_covers.get(), &ui::Covers::arrived);
        m_covers->refresh(thumb);
        QCOMPARE(arrived.size(), 1); // whoever shows it paints
        QVERIFY(colorOf(thumb) == Qt::red);
        QCOMPARE(m_asked.size(), size_t(2));
        answer(Qt::blue);
        QTRY_VERIFY(colorOf(thumb) == Qt::blue);
        QCOMPARE(m_asked.size(), size_t(2));
    }

    void whatGoesOnBehindACoverStopsWhenItIsScrolledPast()
    {
        look(0, 1);
        answer(Qt::red);
        QTRY_VERIFY(colorOf(u"thumb 0"_s) == Qt::red);
        QVERIFY(!m_asked.front().stop.stop_requested());
        for (int i = 1; i <= ui::Covers::kLeastRequests; ++i) {
            look(i, 1);
            answer(Qt::red);
            QTRY_VERIFY(colorOf(u"thumb %1"_s.arg(i)) == Qt::red);
        }
        QVERIFY(m_asked.front().stop.stop_requested());
        QCOMPARE(stopped(), 1);
    }
};

PLEXM8_GUI_TEST_MAIN(TestCovers)
#include "tst_covers.moc"
