// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/importing.h"

#include "core/match/librarytracks.h"
#include "core/playlist/exporting.h"
#include "tests/support/demolibrary.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using playlist::FileContent;
using playlist::FileFormat;
using playlist::FileRow;
using playlist::Importing;
using playlist::ImportReview;
using playlist::ImportRow;
using playlist::RowReason;
using playlist::RowState;
using support::await;
using util::Result;

namespace {

/// A row with the texts of a track alone.
FileRow textsOf(const match::LibraryTrack& track)
{
    FileRow row;
    row.title = track.track.title;
    row.artist = track.track.artist.isEmpty() ? track.track.albumArtist : track.track.artist;
    row.album = track.track.album;
    row.duration = track.track.duration;
    row.number = track.track.number;
    row.disc = track.track.disc;
    return row;
}

} // namespace

/// Playlist files against the library of the embedded server.
class TestImporting : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoLibrary> m_demo;
    std::unique_ptr<db::Database> m_userFile;
    std::unique_ptr<Importing> m_importing;
    std::vector<match::LibraryTrack> m_tracks;
    support::FakeClock m_clock;

    Result<ImportReview> reviewOf(std::vector<FileRow> rows, const QString& folder = {}) const
    {
        FileContent content;
        content.rows = std::move(rows);
        return await(m_importing->reviewRows(std::move(content), folder));
    }
    ImportRow oneOf(const FileRow& row) const
    {
        const auto review = reviewOf({ row });
        return review ? review->rows.front() : ImportRow();
    }
    types::RatingKey keyOf(const FileRow& row) const
    {
        const auto review = reviewOf({ row });
        return review ? playlist::chosenKeys(*review).value(0) : types::RatingKey();
    }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_demo->folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<support::DemoLibrary>(support::demoOf(2'000));
        QVERIFY(m_demo->syncNow());
        m_tracks = *await(m_demo->library.read([](db::Connection& c, const std::stop_token& stop) {
            return match::readLibraryTracks(c, stop);
        }));
        QCOMPARE(m_tracks.size(), 2'000);
    }
    void init()
    {
        static int number = 0;
        const QString path = m_demo->folder.filePath(u"user%1.db"_s.arg(++number));
        m_userFile = std::make_unique<db::Database>(
            m_demo->threads, db::Database::Options { path, u":/sql/user"_s, true });
        QVERIFY(await(m_userFile->open()));
        m_importing
            = std::make_unique<Importing>(m_demo->library, *m_userFile, m_demo->pool, m_clock);
    }
    void cleanup()
    {
        m_importing.reset();
        m_userFile.reset();
    }
    void cleanupTestCase() { m_demo.reset(); }

    void theServersPathIsTheTrack()
    {
        const match::LibraryTrack& track = m_tracks[77];
        FileRow row;
        row.location = track.track.path;
        ImportRow found = oneOf(row);
        QCOMPARE(found.state, RowState::Found);
        QCOMPARE(found.reason, RowReason::Path);
        QCOMPARE(keyOf(row), track.key);
        row.location = QUrl::fromLocalFile(track.track.path).toString(QUrl::FullyEncoded);
        QCOMPARE(keyOf(row), track.key);
        row.location = track.track.path.toUpper(); // a system that does not look at case
        QCOMPARE(keyOf(row), track.key);
    }

    void relativePathsBeginAtTheFile()
    {
        const QString path = m_tracks[5].track.path;
        const QString folder = path.section(u'/', 0, -3);
        const QByteArray name = path.section(u'/', -2).toUtf8();
        const auto review = await(m_importing->reviewRows(
            { {},
                { { QString::fromUtf8(name) }, { QString::fromUtf8(name.toPercentEncoding("/")) } },
                {}, 0 },
            folder));
        QVERIFY(review);
        QCOMPARE(playlist::chosenKeys(*review),
            QList<types::RatingKey>({ m_tracks[5].key, m_tracks[5].key }));
        QCOMPARE(review->rows[0].reason, RowReason::Path);
    }

    void aPathWithAnotherTitleIsAsked()
    {
        FileRow row = textsOf(m_tracks[9]);
        row.location = m_tracks[700].track.path;
        row.title = u"Quixotic Zyzzyva"_s;
        const auto review = reviewOf({ row });
        QVERIFY(review);
        const ImportRow& found = review->rows.front();
        QCOMPARE(found.state, RowState::ToDecide);
        QCOMPARE(found.reason, RowReason::OtherTitle);
        QCOMPARE(found.chosen, -1);
        QCOMPARE(review->tracks[size_t(found.candidates.front().track)].key, m_tracks[700].key);
        QVERIFY(playlist::chosenKeys(*review).isEmpty());
    }

    void aPathWithAnotherTitleOffersTheTrackOfThatTitle()
    {
        FileRow row = textsOf(m_tracks[9]);
        row.location = m_tracks[700].track.path;
        const auto review = reviewOf({ row });
        QVERIFY(review);
        const ImportRow& found = review->rows.front();
        QCOMPARE(found.state, RowState::ToDecide);
        QVERIFY(found.candidates.size() > 1);
        QCOMPARE(review->tracks[size_t(found.candidates.at(1).track)].key, m_tracks[9].key);
    }

    void keysCountOnTheirServerOnly()
    {
        FileRow row;
        row.key = m_tracks[3].key;
        row.server = m_demo->library.key().server;
        QCOMPARE(keyOf(row), m_tracks[3].key);
        QCOMPARE(oneOf(row).reason, RowReason::Key);
        row.server = { u"another"_s };
        QCOMPARE(oneOf(row).state, RowState::Missing);
        // Of a server that is not named the texts have to fit, too.
        row = textsOf(m_tracks[9]);
        row.key = m_tracks[3].key;
        QCOMPARE(keyOf(row), m_tracks[9].key);
        QCOMPARE(oneOf(row).reason, RowReason::Texts);
        row.key = m_tracks[9].key;
        QCOMPARE(oneOf(row).reason, RowReason::Key);
    }

    void textsAloneAreEnough()
    {
        std::vector<FileRow> rows;
        for (size_t i = 0; i < m_tracks.size(); i += 13) {
            rows.push_back(textsOf(m_tracks[i]));
            rows.back().title += u" (2011 Remaster)"_s;
        }
        const auto review = reviewOf(rows);
        QVERIFY(review);
        qsizetype right = 0;
        qsizetype wrong = 0;
        for (size_t i = 0; i < rows.size(); ++i) {
            const ImportRow& row = review->rows[i];
            if (row.state == RowState::Found) {
                const bool isRight = review->tracks[size_t(row.chosen)].key == m_tracks[i * 13].key;
                ++(isRight ? right : wrong);
            }
        }
        QCOMPARE(wrong, 0);
        QVERIFY2(right >= qsizetype(rows.size()) * 9 / 10,
            qPrintable(u"%1 of %2"_s.arg(right).arg(rows.size())));
    }

    void whatIsNotThereIsMissing()
    {
        FileRow row;
        row.title = u"Quixotic Zyzzyva"_s;
        row.artist = u"Nobody at All"_s;
        const auto review = reviewOf({ row, textsOf(m_tracks[20]) });
        QVERIFY(review);
        QCOMPARE(review->rows[0].state, RowState::Missing);
        QCOMPARE(review->rows[0].reason, RowReason::Nothing);
        QCOMPARE(review->counts(), (playlist::ImportCounts { 1, 0, 1 }));
        QCOMPARE(playlist::missingRows(*review).rows, std::vector<FileRow>({ row }));
        QCOMPARE(playlist::chosenKeys(*review), QList<types::RatingKey>({ m_tracks[20].key }));
    }

    void choicesAreRememberedAcrossFiles()
    {
        FileRow row;
        row.title = u"Quixotic Zyzzyva"_s;
        row.artist = u"Nobody at All"_s;
        const ImportRow missing = oneOf(row);
        const auto track = await(m_importing->track(m_tracks[44].id));
        QVERIFY(track);
        QCOMPARE(*track, m_tracks[44]);
        QVERIFY(await(m_importing->rememberChoice(missing, *track)));
        row.duration = std::chrono::minutes(3); // the same texts in another file
        const ImportRow found = oneOf(row);
        QCOMPARE(found.state, RowState::Found);
        QCOMPARE(found.reason, RowReason::Decision);
        QCOMPARE(keyOf(row), m_tracks[44].key);
        QVERIFY(await(m_importing->forget(found)));
        QCOMPARE(oneOf(row).state, RowState::Missing);
    }

    void whatWasLeftOutStaysOutUntilItIsChosen()
    {
        FileRow row;
        row.location = m_tracks[30].track.path; // named by where it lies
        QVERIFY(await(m_importing->rememberLeftOut(oneOf(row))));
        const ImportRow left = oneOf(row);
        QCOMPARE(left.state, RowState::Missing);
        QCOMPARE(left.reason, RowReason::LeftOut);
        QVERIFY(await(m_importing->rememberChoice(left, m_tracks[31])));
        QCOMPARE(keyOf(row), m_tracks[31].key);
        QVERIFY(await(m_importing->forget(left)));
        QCOMPARE(keyOf(row), m_tracks[30].key);
    }

    void choosingChangesTheReview()
    {
        FileRow row;
        row.title = u"Quixotic Zyzzyva"_s;
        auto review = reviewOf({ row, row });
        QVERIFY(review);
        review->choose(1, m_tracks[2]);
        QCOMPARE(playlist::chosenKeys(*review), QList<types::RatingKey>({ m_tracks[2].key }));
        review->choose(0, m_tracks[2]);
        QCOMPARE(review->tracks.size(), 1);
        review->leaveOut(1);
        QCOMPARE(review->counts(), (playlist::ImportCounts { 1, 0, 1 }));
    }

    void aPlaylistComesBackFromEveryFormat_data()
    {
        QTest::addColumn<FileFormat>("format");
        for (const FileFormat format : playlist::fileFormats()) {
            QTest::addRow("%s", qPrintable(playlist::endingOf(format))) << format;
        }
    }

    /// What was exported is found again, track by track.
    void aPlaylistComesBackFromEveryFormat()
    {
        QFETCH(FileFormat, format);
        const auto lists = await(m_demo->library.playlists());
        QVERIFY(lists);
        int compared = 0;
        for (const types::PlaylistRow& list : *lists) {
            if (list.isVideo) {
                continue;
            }
            const auto content = await(playlist::playlistContent(m_demo->library, list.id));
            QVERIFY(content);
            QCOMPARE(content->title, list.title);
            QCOMPARE(int(content->rows.size()), list.count);
            const QString path = m_demo->folder.filePath(u"list."_s + playlist::endingOf(format));
            const auto written = await(playlist::exportTo(
                m_demo->pool, *content, path, { format, playlist::PathStyle::Relative, {} }));
            QVERIFY(written);
            QCOMPARE(int(written->rows), list.count);
            const auto review = await(m_importing->review(path));
            QVERIFY(review);
            QList<types::RatingKey> keys;
            for (const FileRow& row : content->rows) {
                keys.append(row.key);
            }
            QCOMPARE(playlist::chosenKeys(*review), keys);
            compared += int(keys.size());
        }
        QVERIFY(compared > 100);
    }

    void missingRowsAreSaved()
    {
        const QString list = write(u"mix.csv"_s,
            "Title,Artist,Album\nQuixotic Zyzzyva,Nobody at All,\"None, at all\"\n"
                + m_tracks[6].track.title.toUtf8() + ',' + m_tracks[6].track.albumArtist.toUtf8()
                + ",\n,,x\n");
        const auto review = await(m_importing->review(list));
        QVERIFY(review);
        QCOMPARE(review->title, u"mix"_s);
        QCOMPARE(review->leftOutCount, 1);
        QCOMPARE(review->leftOut.constFirst().line, 4);
        const QString path = m_demo->folder.filePath(u"missing.xspf"_s);
        QVERIFY(await(m_importing->saveMissing(*review, path)));
        const auto saved = playlist::readFile(path);
        QVERIFY(saved);
        QCOMPARE(saved->rows, playlist::missingRows(*review).rows);
        QVERIFY(!saved->rows.empty());
        QCOMPARE(saved->rows.front().album, u"None, at all"_s);
    }

    void itCanBeStopped()
    {
        std::stop_source source;
        std::vector<FileRow> rows(20'000, textsOf(m_tracks[0]));
        FileContent content;
        content.rows = rows;
        const auto review = m_importing->reviewRows(content, {}, source.get_token());
        source.request_stop();
        const auto result = await(review);
        QVERIFY(!result);
        QCOMPARE(result.error().code, util::Error::Code::Cancelled);
    }

    void progressIsTold()
    {
        const QString list = write(u"a.m3u"_s, m_tracks[0].track.path.toUtf8() + '\n');
        QObject context;
        QList<int> values;
        QStringList texts;
        const auto review = m_importing->review(list);
        util::async::watchProgress(review, &context, [&](int done, int all, const QString& text) {
            values.append(done * 100 / all);
            texts.append(text);
        });
        QVERIFY(await(review));
        QVERIFY(!values.isEmpty() && std::ranges::is_sorted(values));
        QVERIFY(!texts.constLast().isEmpty());
    }

    void filesThatCannotBeReadSaySo()
    {
        const auto none = await(m_importing->review(m_demo->folder.filePath(u"none.m3u"_s)));
        QCOMPARE(none.error().code, util::Error::Code::NotFound);
        const auto page = await(m_importing->review(write(u"a.xspf"_s, "<html/>")));
        QCOMPARE(page.error().code, util::Error::Code::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestImporting)
#include "tst_importing.moc"
