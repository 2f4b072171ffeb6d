// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/rated.h"
#include "core/library/statements.h"
#include "core/library/tables.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using library::RatedOrder;
using library::RatedQuery;
using types::ItemType;

/// What was rated, by value and by date; what was not; what a selection has in common.
class TestRated : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<db::Threads> m_threads = std::make_unique<db::Threads>();
    std::unique_ptr<library::Library> m_library;
    std::vector<qint64> m_tracks;

    static qint64 at(int year, int month, int day)
    {
        return QDateTime(QDate(year, month, day), QTime(12, 0)).toSecsSinceEpoch();
    }
    void rate(size_t track, std::optional<double> plex, qint64 when)
    {
        const qint64 id = m_tracks.at(track);
        QVERIFY(support::await(m_library->write(
            [id, plex, when](db::Connection& c, db::ChangeSet&) -> util::Result<bool> {
                auto s = c.prepare(u"UPDATE item SET rating = ?, rated_at = ? WHERE id = ?"_s);
                s.bind(plex, when, id);
                if (auto done = s.run(); !done) {
                    return done.error();
                }
                return true;
            })));
    }
    void play(size_t track, qint64 when)
    {
        const qint64 id = m_tracks.at(track);
        QVERIFY(support::await(
            m_library->write([id, when](db::Connection& c, db::ChangeSet&) -> util::Result<bool> {
                auto s = c.prepare(u"UPDATE item SET viewed_at = ? WHERE id = ?"_s);
                s.bind(when, id);
                if (auto done = s.run(); !done) {
                    return done.error();
                }
                return true;
            })));
    }
    std::vector<qint64> tracks(std::initializer_list<size_t> places) const
    {
        std::vector<qint64> ids;
        for (const size_t place : places) {
            ids.push_back(m_tracks.at(place));
        }
        return ids;
    }
    types::SharedRating shared(std::initializer_list<size_t> places) const
    {
        QList<types::ItemId> items;
        for (const qint64 id : tracks(places)) {
            items.append(types::ItemId { id });
        }
        return *support::await(m_library->sharedRating(items));
    }
    QStringList plan(const char* sql)
    {
        const QString text = QString::fromUtf8(sql);
        return *support::await(m_library->read(
            [text](db::Connection& c, std::stop_token) -> util::Result<QStringList> {
                QStringList lines;
                auto s = c.prepare(u"EXPLAIN QUERY PLAN "_s + text);
                while (s.next()) {
                    lines.append(s.text(3));
                }
                return lines;
            }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = std::make_unique<library::Library>(*m_threads, m_folder.path());
        QVERIFY(support::await(m_library->open({ { u"server"_s }, {} })));
        QVERIFY(librarydata::store(*m_library, librarydata::items(40)));
        m_tracks = *support::await(m_library->trackIds({}));
        QCOMPARE(m_tracks.size(), size_t(40));
    }
    void init()
    {
        QVERIFY(support::await(m_library->write([](db::Connection& c,
                                                    db::ChangeSet&) -> util::Result<bool> {
            auto done
                = c.prepare(u"UPDATE item SET rating = NULL, rated_at = 0, viewed_at = 0"_s).run();
            if (!done) {
                return done.error();
            }
            return true;
        })));
    }
    void cleanupTestCase() { m_library.reset(); }

    void byValueTheBestAndTheLatestOfItFirst()
    {
        rate(0, 8, at(2025, 3, 1));
        rate(1, 10, at(2025, 1, 1));
        rate(2, 8, at(2025, 5, 1));
        rate(3, 1, 0);
        rate(4, 7.7, at(2024, 1, 1)); // another client's: drawn as four stars
        const auto spine = *support::await(m_library->rated({}));
        QCOMPARE(spine.ids, tracks({ 1, 2, 0, 4, 3 }));
        QList<std::pair<qint64, int>> marks;
        for (const auto& mark : spine.marks) {
            marks.append({ mark.row, mark.halfStars });
        }
        QCOMPARE(marks, (QList<std::pair<qint64, int>> { { 0, 10 }, { 1, 8 }, { 4, 1 } }));
        RatedQuery four;
        four.halfStars = 8;
        QCOMPARE(support::await(m_library->rated(four))->ids, tracks({ 2, 0, 4 }));
        four.halfStars = 5;
        QVERIFY(support::await(m_library->rated(four))->ids.empty());
        four = {};
        four.type = ItemType::Album;
        QVERIFY(support::await(m_library->rated(four))->ids.empty());
    }

    void byDateWithAHeadingForEachMonth()
    {
        rate(0, 2, at(2025, 3, 31));
        rate(1, 10, 0); // nobody knows when
        rate(2, 5, at(2025, 4, 1));
        rate(3, 4, at(2025, 4, 30));
        rate(4, 4, at(2024, 4, 30));
        RatedQuery query;
        query.order = RatedOrder::Latest;
        const auto spine = *support::await(m_library->rated(query));
        QCOMPARE(spine.ids, tracks({ 3, 2, 0, 4, 1 }));
        QList<qint64> rows;
        QList<qint64> days;
        for (const auto& mark : spine.marks) {
            rows.append(mark.row);
            days.append(mark.ratedAt);
        }
        QCOMPARE(rows, (QList<qint64> { 0, 2, 3, 4 }));
        QCOMPARE(
            days, (QList<qint64> { at(2025, 4, 30), at(2025, 3, 31), at(2024, 4, 30), qint64(0) }));
    }

    void countedByHalfStars()
    {
        QCOMPARE(support::await(m_library->ratedCounts(ItemType::Track))->total(), 0);
        rate(0, 10, 1);
        rate(1, 9.6, 1);
        rate(2, 7, 1);
        rate(3, 0, 1); // a real zero is a rating
        const auto counts = *support::await(m_library->ratedCounts(ItemType::Track));
        QCOMPARE(counts.byHalfStars[10], 2);
        QCOMPARE(counts.byHalfStars[7], 1);
        QCOMPARE(counts.byHalfStars[0], 1);
        QCOMPARE(counts.total(), 4);
        QCOMPARE(support::await(m_library->ratedCounts(ItemType::Artist))->total(), 0);
    }

    void playedLatelyAndNotRated()
    {
        play(0, 1000);
        play(1, 2000);
        play(2, 3000);
        play(3, 900);
        rate(1, 6, 2500);
        QList<qint64> ids;
        const auto rows = *support::await(m_library->playedUnrated(1000, 10));
        for (const types::TrackRow& row : rows) {
            ids.append(row.id.value);
        }
        QCOMPARE(ids, (QList<qint64> { m_tracks.at(2), m_tracks.at(0) }));
        QCOMPARE(support::await(m_library->playedUnrated(0, 1))->size(), 1);
    }

    void whatASelectionHasInCommon()
    {
        rate(0, 7, 1);
        rate(1, 7, 1);
        rate(2, 8, 1);
        QCOMPARE(shared({}), types::SharedRating());
        QCOMPARE(shared({ 5, 6 }), types::SharedRating());
        QCOMPARE(shared({ 0, 1 }), (types::SharedRating { types::Rating::fromPlex(7), false }));
        QCOMPARE(shared({ 0, 2 }), (types::SharedRating { {}, true }));
        QCOMPARE(shared({ 0, 5 }), (types::SharedRating { {}, true })); // one is unrated
        rate(5, 0, 1);
        QCOMPARE(shared({ 5, 6 }), (types::SharedRating { {}, true })); // zero is not unrated
        QList<types::ItemId> many; // more than are looked at in one go
        for (int i = 0; i < 5000; ++i) {
            many.append(types::ItemId { m_tracks.at(0) });
        }
        many.append(types::ItemId { m_tracks.at(2) });
        QVERIFY(support::await(m_library->sharedRating(many))->isMixed);
        many.removeLast();
        many.append(types::ItemId { (qint64(10) << 40) + 999999 }); // gone
        QCOMPARE(*support::await(m_library->sharedRating(many)),
            (types::SharedRating { types::Rating::fromPlex(7), false }));
    }

    void anIndexAnswersWithoutSortingOrReadingItems()
    {
        for (const char* sql : { library::sql::kRated, library::sql::kRatedCounts }) {
            const QString lines = plan(sql).join(u'\n');
            QVERIFY2(lines.contains(u"USING COVERING INDEX item_rated"_s), qPrintable(lines));
            QVERIFY2(!lines.contains(u"TEMP B-TREE"_s), qPrintable(lines));
        }
        const QString lines = plan(library::sql::kPlayedUnrated).join(u'\n');
        QVERIFY2(lines.contains(u"USING INDEX item_viewed"_s), qPrintable(lines));
        QVERIFY2(!lines.contains(u"TEMP B-TREE"_s), qPrintable(lines));
    }
};

QTEST_GUILESS_MAIN(TestRated)
#include "tst_rated.moc"
