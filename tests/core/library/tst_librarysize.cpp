// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"

#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using library::TrackQuery;
using library::TrackSort;

/// Every read against no rows, few and many.
class TestLibrarySize : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    db::Threads m_threads;
    std::unique_ptr<library::Library> m_library;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<library::Library>(m_threads, m_dir->path());
        QVERIFY(support::await(m_library->open({ { u"server"_s }, {} })));
    }
    void cleanup() { m_library.reset(); }

    void readsOfEverySize_data()
    {
        QTest::addColumn<int>("tracks");
        QTest::newRow("0") << 0;
        QTest::newRow("1") << 1;
        QTest::newRow("10") << 10;
        QTest::newRow("100,000") << 100'000;
    }
    void readsOfEverySize()
    {
        QFETCH(int, tracks);
        const auto written = librarydata::store(*m_library, librarydata::items(tracks));
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        const auto counts = *support::await(m_library->counts());
        QCOMPARE(counts.tracks, tracks);
        for (const TrackSort sort :
            { TrackSort::Default, TrackSort::Title, TrackSort::Rating, TrackSort::Duration }) {
            for (const bool descending : { false, true }) {
                TrackQuery query;
                query.sort = { { sort, descending }, { TrackSort::Year, true } };
                const auto ids = *support::await(m_library->trackIds(query));
                QCOMPARE(ids.size(), size_t(tracks));
                QCOMPARE(QSet<qint64>(ids.begin(), ids.end()).size(), tracks);
            }
        }
        for (const auto sort : { library::AlbumSort::Artist, library::AlbumSort::Plays }) {
            library::AlbumQuery query;
            query.sort = sort;
            QCOMPARE(support::await(m_library->albumIds(query))->size(), size_t(tracks + 9) / 10);
        }
        QCOMPARE(support::await(m_library->artistIds({}))->size(), size_t(tracks + 29) / 30);
        QVERIFY(support::await(m_library->home(10)));
        QVERIFY(support::await(m_library->search(u"song"_s, 10)));
    }
};

QTEST_GUILESS_MAIN(TestLibrarySize)
#include "tst_librarysize.moc"
