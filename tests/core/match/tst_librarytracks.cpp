// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/librarytracks.h"

#include "core/db/database.h"
#include "core/match/matcher.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using util::Result;

namespace {

constexpr auto kInsert = R"(
    INSERT INTO item (id, section_id, type, rating_key, row_hash, title, title_sort,
        original_title, parent_title, grandparent_title, number, parent_number,
        originally_available, duration_ms, rated_at, view_count, skip_count, viewed_at, skipped_at,
        view_offset_ms, added_at, updated_at, leaf_count, viewed_leaf_count, rating_count, thumb,
        studio, summary, guid, part_key, file, container, codec, bitrate_kbps, channels, size_bytes)
    VALUES (?, 1, ?, ?, 0, ?, '', ?, ?, ?, ?, ?, '', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', '', '',
        ?, '', ?, '', '', 0, 0, 0))";

Result<void> insert(db::Connection& c, int type, int number, const match::Track& track)
{
    auto row = c.prepare(kInsert);
    const qint64 id = (qint64(type) << 40) + number;
    return row
        .bind(id, type, QString::number(number), track.title, track.artist, track.album,
            track.albumArtist, track.number > 0 ? std::optional<int>(track.number) : std::nullopt,
            track.disc > 0 ? std::optional<int>(track.disc) : std::nullopt, track.duration,
            track.guid, track.path)
        .run();
}

match::Track trackOf(int number)
{
    return { u"Song %1"_s.arg(number), {}, u"Band"_s, u"Album"_s, u"/music/%1.flac"_s.arg(number),
        u"local://%1"_s.arg(number), 200s, 1, number };
}

} // namespace

/// What is read of the cache as input for the matching.
class TestLibraryTracks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<db::Threads> m_threads = std::make_unique<db::Threads>();
    std::unique_ptr<db::Database> m_file;
    int m_number = 0;

    bool fill(int count)
    {
        return await(m_file->write([count](db::Connection& c, db::ChangeSet&) -> Result<bool> {
            if (auto done = insert(c, 9, 5'000'000, trackOf(0)); !done) { // an album
                return done.error();
            }
            for (int i = 1; i <= count; ++i) {
                if (auto done = insert(c, 10, i, trackOf(i)); !done) {
                    return done.error();
                }
            }
            return true;
        })).has_value();
    }
    Result<std::vector<match::LibraryTrack>> tracks(const std::stop_token& stop = {})
    {
        return await(m_file->read([stop](db::Connection& c, const std::stop_token&) {
            return match::readLibraryTracks(c, stop);
        }));
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<db::Database>(*m_threads,
            db::Database::Options {
                m_dir.filePath(u"library%1.db"_s.arg(++m_number)), u":/sql/library"_s, false });
        QVERIFY(await(m_file->open()));
    }
    void cleanup() { m_file.reset(); }

    void tracksAreRead_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : { 0, 1, 10, 20'000 }) {
            QTest::addRow("%d", count) << count;
        }
    }

    void tracksAreRead()
    {
        QFETCH(int, count);
        QVERIFY(fill(count));
        const auto read = tracks();
        QVERIFY(read);
        QCOMPARE(int(read->size()), count);
        for (int i = 0; i < count; i += 997) {
            const match::LibraryTrack& track = read->at(size_t(i));
            QCOMPARE(track.key.value, QString::number(i + 1));
            QCOMPARE(track.id.value, (qint64(10) << 40) + i + 1);
            QCOMPARE(track.track, trackOf(i + 1));
        }
    }

    void whatIsUnknownIsZero()
    {
        QVERIFY(await(m_file->write([](db::Connection& c, db::ChangeSet&) -> Result<bool> {
            const auto done = insert(c, 10, 1, { u"Song"_s, {}, {}, {}, {}, {}, 0s, 0, 0 });
            return done ? Result<bool>(true) : Result<bool>(done.error());
        })));
        const auto read = tracks();
        QVERIFY(read);
        QCOMPARE(read->front().track, (match::Track { u"Song"_s, {}, {}, {}, {}, {}, 0s, 0, 0 }));
    }

    void readingCanBeStopped()
    {
        QVERIFY(fill(3'000));
        std::stop_source source;
        source.request_stop();
        const auto read = tracks(source.get_token());
        QVERIFY(!read);
        QCOMPARE(read.error().code, util::Error::Code::Cancelled);
    }

    void lostEntriesAreFoundAgain()
    {
        QVERIFY(fill(10));
        QVERIFY(await(m_file->write([](db::Connection& c, db::ChangeSet&) -> Result<bool> {
            const auto done = c.execute(uR"(
                INSERT INTO playlist VALUES (1, '900', '', 'Mix', '', '', '', 0, 0, 0, 2, 0, 0, 0, 0, 0);
                INSERT INTO playlist_entry VALUES
                    (1, 1, 0, 1, '3', 'local://3', '/music/3.flac', 'Song 3', 'Band', 'Album', 200000),
                    (2, 1, 1, 2, '777', 'local://777', '/music/4.flac', 'Song 4', 'Band', 'Album', 200000))"_s);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        })));
        const auto lost = await(m_file->read([](db::Connection& c, const std::stop_token& stop) {
            return match::readLostEntries(c, stop);
        }));
        QVERIFY(lost);
        QCOMPARE(lost->size(), 1);
        QCOMPARE(lost->front().id, u"2"_s);
        const auto read = tracks();
        QVERIFY(read);
        const match::Matches matches = match::matchRows(match::Catalogue(*read), *lost);
        QCOMPARE(matches.outcomes.front().verdict, match::Verdict::Match);
        QCOMPARE(matches.outcomes.front().chosen, std::vector<int>({ 3 }));
    }
};

QTEST_GUILESS_MAIN(TestLibraryTracks)
#include "tst_librarytracks.moc"
