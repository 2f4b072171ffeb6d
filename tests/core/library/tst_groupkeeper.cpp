// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/groupkeeper.h"
#include "core/library/itemwriter.h"
#include "core/library/tables.h"
#include "tests/support/demolibrary.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr library::GroupKeeper::Timing kSoon { 10ms, 10ms, 50ms };

/// A server, a cache, and somebody who keeps the lists of it in order.
struct Kept : support::DemoLibrary
{
    Kept()
        : DemoLibrary(support::demoOf(400))
    {
        keeper.setTiming(kSoon);
    }

    qint64 number(const QString& sql) const
    {
        return *support::await(
            library.read([sql](db::Connection& c, std::stop_token) { return c.integer(sql); }));
    }
    bool isStale() const
    {
        return number(u"SELECT count(*) FROM cache WHERE key = 'groups_stale'"_s) == 1;
    }
    /// Albums and artists, in the table and as they are.
    qint64 placed() const { return number(u"SELECT count(*) FROM group_order"_s); }
    qint64 present() const { return number(u"SELECT count(*) FROM item WHERE type IN (8, 9)"_s); }
    bool reopen()
    {
        const library::CacheKey key = library.key();
        return support::await(library.open({ { u"other"_s }, {} })).has_value()
            && support::await(library.open(key)).has_value();
    }

    library::GroupKeeper keeper { library, sync };
};

} // namespace

/// When the table of albums and artists is put in order.
class TestGroupKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSyncThatIsFinishedLeavesTheTableFilled()
    {
        Kept kept;
        bool wasFilledBefore = false;
        const auto look = [&kept, &wasFilledBefore] { wasFilledBefore = !kept.isStale(); };
        connect(&kept.sync, &library::Sync::finished, &kept.keeper, look);
        QVERIFY(kept.syncNow());
        QVERIFY(!wasFilledBefore); // nobody waits for it
        QTRY_VERIFY(!kept.isStale());
        QVERIFY(kept.present() > 20);
        QCOMPARE(kept.placed(), kept.present());
    }

    void aSyncThatFailsFillsWhatItBrought()
    {
        Kept kept;
        demo::Fault fault;
        fault.status = 500;
        fault.pathPrefix = u"/playlists"_s;
        fault.times = 100;
        kept.server.inject(fault);
        QVERIFY(!kept.syncNow());
        QVERIFY(kept.present() > 20);
        QTRY_VERIFY(!kept.isStale());
        QCOMPARE(kept.placed(), kept.present());
    }

    void aRatingFollowsAtOnce()
    {
        Kept kept;
        QVERIFY(kept.syncNow());
        QTRY_VERIFY(!kept.isStale());
        library::AlbumQuery query;
        const auto last = support::await(kept.library.albumIds(query))->back();
        const auto key = *support::await(kept.library.ratingKeys({ types::ItemId { last } }));
        QVERIFY(
            *support::await(kept.library.write([key](db::Connection& c, db::ChangeSet& changes) {
                return library::setRating(c, changes, key.first(), types::Rating::fromPlex(10), 1);
            })));
        QCOMPARE(kept.number(u"SELECT rating FROM group_order WHERE id = %1"_s.arg(last)), 1000);
        query.sort = library::AlbumSort::Rating;
        query.descending = true;
        const auto rated = *support::await(kept.library.albumIds(query));
        const auto first = *support::await(kept.library.albums({ rated.front() }));
        QCOMPARE(first.first().rating, types::Rating::fromPlex(10));
    }

    void whatChangesBesideASyncIsPutInOrderWhenItHasCalmedDown()
    {
        Kept kept;
        QVERIFY(kept.syncNow());
        QTRY_VERIFY(!kept.isStale());
        const auto ids = *support::await(kept.library.albumIds({}));
        QSignalSpy changed(&kept.library, &library::Library::changed);
        QVERIFY(support::await(
            kept.library.write([id = ids.front()](db::Connection& c, db::ChangeSet& changes) {
                changes.addChanged(library::kItemTable, id);
                return c.execute(u"INSERT OR REPLACE INTO cache (key, value) "
                                 "VALUES ('groups_stale', '1')"_s);
            })));
        QTRY_VERIFY(!kept.isStale());
        QVERIFY(std::ranges::any_of(changed, [](const QList<QVariant>& signal) {
            return signal.first().value<db::ChangeSet>().touches(library::kGroupOrderTable);
        }));
    }

    void aStaleCacheThatIsOpenedIsFilled()
    {
        Kept kept;
        QVERIFY(kept.syncNow());
        QTRY_VERIFY(!kept.isStale());
        QVERIFY(support::await(kept.library.write([](db::Connection& c, db::ChangeSet&) {
            auto done = c.execute(u"DELETE FROM group_order"_s);
            return done ? c.execute(u"INSERT OR REPLACE INTO cache (key, value) "
                                    "VALUES ('groups_stale', 'filling')"_s)
                        : done; // as after an update of the program, or a crash
        })));
        QVERIFY(kept.reopen());
        QTRY_VERIFY(!kept.isStale());
        QCOMPARE(kept.placed(), kept.present());
    }
};

QTEST_GUILESS_MAIN(TestGroupKeeper)
#include "tst_groupkeeper.moc"
