// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "core/playback/nullbackend.h"
#include "core/playback/player.h"
#include "core/playback/remotesource.h"
#include "tests/app/program.h"
#include "tests/core/playback/music.h"
#include "tests/support/await.h"
#include "tests/support/tools.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playback::NullBackend;
using playback::Player;
using support::await;
using support::Program;
using types::Rating;

namespace {

QString musicFolder()
{
    return qEnvironmentVariable("PLEXM8_MUSIC_DIR");
}

demo::Options musicServer()
{
    demo::Options options;
    options.musicDir = musicFolder();
    return options;
}

/// A player that plays from the program's server, with all that came out of it.
struct Stage
{
    explicit Stage(plex::Server& server)
        : backend(NullBackend::Pace::Fast,
            [this](
                std::span<const float> part) { out.insert(out.end(), part.begin(), part.end()); })
        , player(backend, playback::openFrom(server))
    {
        player.setFade(0ms);
        QObject::connect(&player, &Player::errorOccurred, &player,
            [this](const util::Error& error) { errors.append(error.message + error.detail); });
    }

    music::Samples out; // the backend's thread writes; read it only when nothing plays
    QStringList errors;
    NullBackend backend;
    Player player;
};

bool hasTitle(const auto& rows, const QString& title)
{
    return std::ranges::any_of(rows, [&title](const auto& row) { return row.title == title; });
}

} // namespace

/// Real files, served over real HTTP by the embedded server, all the way through the program:
/// synced into a library file, found, rated, undone, played.
class TestChain : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    demo::Server m_server { musicServer() };
    demo::Endpoints m_endpoints;
    std::unique_ptr<Program> m_program;
    library::SyncSummary m_firstSync;
    QHash<QString, QJsonObject> m_truth; ///< by the path below the folder

    library::Library& library() { return m_program->services.library; }
    plex::Server& client() { return *m_program->session.server(); }

    QList<types::TrackRow> rows(const library::TrackQuery& query)
    {
        const auto ids = await(library().trackIds(query));
        const auto found = await(library().tracks({ ids->begin(), ids->end() }));
        return found.value_or(QList<types::TrackRow>());
    }
    QList<types::TrackRow> albumRows(const QString& title)
    {
        const auto found = await(library().search(title, 20));
        for (const types::AlbumRow& album : found->albums) {
            if (album.title == title) {
                return rows({ .album = album.id });
            }
        }
        return {};
    }
    types::TrackRow trackRow(const QString& title)
    {
        const auto found = await(library().search(title, 20));
        const auto row = std::ranges::find(found->tracks, title, &types::TrackRow::title);
        return row == found->tracks.end() ? types::TrackRow() : *row;
    }
    /// The path of the row's file below the folder, as the server named it.
    QString pathOf(const types::TrackRow& row)
    {
        const auto item = await(library().item(row.ratingKey));
        return item ? item->media.file.mid(musicFolder().size() + 1) : QString();
    }
    /// What the program's own client reads from the server.
    types::OptionalRating servedRating(const types::TrackRow& row)
    {
        const auto items = await(client().metadata({ row.ratingKey }));
        return items && items->size() == 1 ? items->first().userRating
                                           : types::OptionalRating(Rating::fromPlex(0.5));
    }
    /// What the server holds, without asking over HTTP.
    std::optional<double> heldRating(const types::TrackRow& row)
    {
        return m_server.rating(row.ratingKey.value.toULongLong());
    }
    change::Summary settle(const util::Future<types::ChangeId>& submitted)
    {
        const auto id = await(submitted);
        return id ? await(m_program->services.changes.settled(*id)).value_or(change::Summary())
                  : change::Summary();
    }
    /// ffmpeg's own decoding of the row's file, as long as the file says it is.
    music::Samples decoded(const types::TrackRow& row)
    {
        const QString path = pathOf(row);
        music::Samples samples = music::decode(musicFolder() + u'/' + path);
        const auto frames = static_cast<size_t>(m_truth[path][u"durationSamples"].toInteger());
        // The ffmpeg program leaves what encoders add at the end of M4A; nothing else has more.
        const bool isPadded = path.endsWith(u".m4a"_s);
        if (samples.size() == frames * 2 || (isPadded && samples.size() > frames * 2)) {
            samples.resize(frames * 2);
            return samples;
        }
        qWarning(
            "%s decodes to %zu samples, not %zu", qPrintable(path), samples.size(), frames * 2);
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("ffmpeg");
        QFile file(musicFolder() + u"/truth.json"_s);
        QVERIFY2(file.open(QIODevice::ReadOnly), "make-music.sh has not run");
        for (const auto& entry : QJsonDocument::fromJson(file.readAll()).array()) {
            m_truth.insert(entry[u"path"].toString(), entry.toObject());
        }
        QCOMPARE(m_truth.size(), 200);
        const auto endpoints = m_server.start();
        QVERIFY(endpoints);
        m_endpoints = *endpoints;
        m_program = std::make_unique<Program>(m_folder.path());
        const auto address = account::parseServerAddress(m_endpoints.pms.toString());
        QVERIFY(address);
        QVERIFY(await(m_program->session.connectTo(*address, m_endpoints.token)));
        const auto summary = await(m_program->session.sync({}));
        QVERIFY(summary);
        m_firstSync = *summary;
    }

    /// No request of any test carried the token where servers and proxies log it.
    void cleanup()
    {
        const QString token = QString::fromUtf8(m_endpoints.token.reveal());
        for (const demo::RecordedRequest& request : m_server.takeRequests()) {
            QVERIFY(!request.path.contains(token));
            for (const auto& [name, value] : request.query) {
                QVERIFY2(!value.contains(token), qPrintable(request.path));
            }
        }
    }

    void firstSyncBringsEveryFileWithItsTags()
    {
        QCOMPARE(m_firstSync.counts.tracks, 200);
        const QList<types::TrackRow> all = rows({});
        QCOMPARE(all.size(), 200);
        QSet<QString> seen;
        for (const types::TrackRow& row : all) {
            const QString path = pathOf(row);
            QVERIFY2(m_truth.contains(path), qPrintable(path));
            seen.insert(path);
            const QJsonObject truth = m_truth.value(path);
            const auto fits = [&truth](QStringView key, const QString& value) {
                return truth[key].toString().isEmpty() || truth[key].toString() == value;
            };
            QVERIFY2(fits(u"title", row.title), qPrintable(path));
            QVERIFY2(fits(u"artist", row.artist), qPrintable(path));
            QVERIFY2(fits(u"albumArtist", row.albumArtist), qPrintable(path));
            QVERIFY2(fits(u"album", row.album), qPrintable(path));
            QCOMPARE(row.number, truth[u"track"].toInt());
            QCOMPARE(row.disc, truth[u"disc"].toInt(1));
            QCOMPARE(row.rating ? row.rating->plex() : 0, truth[u"fmpsRating"].toDouble() * 10);
        }
        QCOMPARE(seen.size(), 200);
    }

    void libraryIsAFileOfItsOwn()
    {
        int files = 0;
        QDirIterator walk(m_program->services.paths.cache + u"/libraries"_s, { u"*.db"_s },
            QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.read(15), "SQLite format 3");
            ++files;
        }
        QCOMPARE(files, 1);
    }

    void secondSyncFindsNothingToWrite()
    {
        const auto summary = await(m_program->session.sync({}));
        QVERIFY(summary);
        QCOMPARE(summary->counts.tracks, 200);
        QCOMPARE(summary->added + summary->updated + summary->removed, 0);
    }

    void searchFindsInEveryScript_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("title");
        const auto row
            = [](const char* name, const QString& typed, const QString& kind,
                  const QString& title) { QTest::newRow(name) << typed << kind << title; };
        row("title, Latin without its marks", u"olstykke"_s, u"track"_s, u"Ølstykke i regn"_s);
        row("title, thorn and eth", u"thingvellir"_s, u"track"_s, u"Þingvellir"_s);
        row("title, sharp s", u"STRASSE OHNE"_s, u"track"_s, u"Straße ohne Ende"_s);
        row("title, beginning of a word", u"ladd"_s, u"track"_s, u"Ladder"_s);
        row("artist, Latin without its marks", u"ase odegard"_s, u"artist"_s, u"Åse Ødegård"_s);
        row("album, Latin without its marks", u"nordlys rost"_s, u"album"_s, u"Nordlys på Røst"_s);
        row("title, Cyrillic", u"ЗИМНИЙ"_s, u"track"_s, u"Зимний поезд"_s);
        row("title, Cyrillic without its marks", u"еще один"_s, u"track"_s, u"Ещё один день"_s);
        row("artist, Cyrillic", u"ночной трам"_s, u"artist"_s, u"Ночной Трамвай"_s);
        row("album, Cyrillic", u"тихий берег"_s, u"album"_s, u"Тихий берег"_s);
        row("title, Greek without its accents", u"θαλασσα"_s, u"track"_s, u"Θάλασσα"_s);
        row("artist, Greek", u"μαρια κυμα"_s, u"artist"_s, u"Μαρία Κύμα"_s);
        row("title, Japanese", u"雨のあと"_s, u"track"_s, u"雨のあと"_s);
        row("title, half-width kana by full-width", u"ハロー"_s, u"track"_s, u"ﾊﾛｰ"_s);
        row("artist, inside Japanese", u"電車"_s, u"artist"_s, u"青い電車"_s);
        row("album, Japanese", u"夜の電車"_s, u"album"_s, u"夜の電車"_s);
        row("title, Korean", u"오래된"_s, u"track"_s, u"오래된 편지"_s);
        row("album, Korean", u"겨울 바다"_s, u"album"_s, u"겨울 바다"_s);
        row("title, Arabic", u"مدينة"_s, u"track"_s, u"مدينة بعيدة"_s);
        row("artist, Arabic", u"نور البحر"_s, u"artist"_s, u"نور البحر"_s);
        row("title, Thai", u"ฝนตก"_s, u"track"_s, u"ฝนตก"_s);
        row("album, Thai", u"ทางกลับบ้าน"_s, u"album"_s, u"ทางกลับบ้าน"_s);
        row("title beside an emoji", u"night shift"_s, u"track"_s, u"🎧 Night Shift"_s);
        row("title that is SQL", u"drop table"_s, u"track"_s, u"'; DROP TABLE track; --"_s);
        row("title and artist", u"glass vane"_s, u"track"_s, u"Glass"_s);
    }

    void searchFindsInEveryScript()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kind);
        QFETCH(QString, title);
        const auto found = await(library().search(typed, 20));
        QVERIFY(found);
        QVERIFY(kind == u"artist"  ? hasTitle(found->artists, title)
                : kind == u"album" ? hasTitle(found->albums, title)
                                   : hasTitle(found->tracks, title));
    }

    void cacheAnswersWithoutTheServer()
    {
        m_server.stop();
        {
            Program offline(m_folder.path());
            QVERIFY(await(offline.session.openCache()));
            const auto found = await(offline.services.library.search(u"雨のあと"_s, 20));
            QVERIFY(found);
            QVERIFY(hasTitle(found->tracks, u"雨のあと"_s));
        }
        QVERIFY(m_server.start());
    }

    void ratingReachesTheServerAndUndoTakesItAway_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<double>("stars");
        QTest::newRow("Latin") << u"Smørøya"_s << 4.5;
        QTest::newRow("Cyrillic") << u"Зимний поезд"_s << 0.5;
        QTest::newRow("Japanese") << u"雨のあと"_s << 5.0;
        QTest::newRow("Arabic") << u"مدينة بعيدة"_s << 3.0;
    }

    void ratingReachesTheServerAndUndoTakesItAway()
    {
        QFETCH(QString, title);
        QFETCH(double, stars);
        const types::TrackRow row = trackRow(title);
        QVERIFY(row.id.isValid());
        QVERIFY(!row.rating && !heldRating(row));
        const types::OptionalRating wanted = Rating::fromStars(stars);
        const auto rated
            = settle(m_program->services.ratings.rate(library().key(), { row.id }, wanted));
        QCOMPARE(rated.state(), change::State::Verified);
        QCOMPARE(servedRating(row), wanted);
        QCOMPARE(heldRating(row), std::optional<double>(stars * 2));
        QCOMPARE(trackRow(title).rating, wanted);
        const auto undone = settle(m_program->services.changes.undo());
        QCOMPARE(undone.state(), change::State::Verified);
        QCOMPARE(servedRating(row), types::OptionalRating());
        QCOMPARE(heldRating(row), std::optional<double>());
        QVERIFY(!trackRow(title).rating);
    }

    void ratedAlbumIsOneChangeAndOneUndo()
    {
        const QList<types::TrackRow> before = albumRows(u"Nordlys på Røst"_s);
        QCOMPARE(before.size(), 12);
        QVERIFY(
            std::ranges::any_of(before, [](const auto& row) { return row.rating.has_value(); }));
        QList<types::ItemId> ids;
        for (const types::TrackRow& row : before) {
            ids.append(row.id);
        }
        const auto wanted = Rating::fromStars(2.5);
        const auto rated = settle(m_program->services.ratings.rate(library().key(), ids, wanted));
        QCOMPARE(rated.state(), change::State::Verified);
        for (const types::TrackRow& row : before) {
            QCOMPARE(heldRating(row), std::optional<double>(5));
        }
        QCOMPARE(settle(m_program->services.changes.undo()).state(), change::State::Verified);
        QCOMPARE(albumRows(u"Nordlys på Røst"_s), before);
        for (const types::TrackRow& row : before) {
            QCOMPARE(servedRating(row), row.rating);
        }
    }

    void whatIsPlayedIsTheDecodedFile_data()
    {
        QTest::addColumn<QString>("album");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("tracks");
        QTest::newRow("FLAC") << u"Nordlys på Røst"_s << u"flac"_s << 12;
        QTest::newRow("MP3") << u"Тихий берег"_s << u"mp3"_s << 10;
        QTest::newRow("M4A") << u"Μικρό φως"_s << u"m4a"_s << 9;
        QTest::newRow("Opus") << u"夜の電車"_s << u"opus"_s << 12;
        QTest::newRow("Ogg") << u"겨울 바다"_s << u"ogg"_s << 9;
        QTest::newRow("one piece cut in two, FLAC") << u"Gapless FLAC"_s << u"flac"_s << 2;
        QTest::newRow("one piece cut in two, MP3") << u"Gapless MP3"_s << u"mp3"_s << 2;
        QTest::newRow("one piece cut in two, M4A") << u"Gapless M4A"_s << u"m4a"_s << 2;
        QTest::newRow("one piece cut in two, Opus") << u"Gapless OPUS"_s << u"opus"_s << 2;
    }

    void whatIsPlayedIsTheDecodedFile()
    {
        QFETCH(QString, album);
        QFETCH(QString, format);
        QFETCH(int, tracks);
        const QList<types::TrackRow> list = albumRows(album);
        QCOMPARE(list.size(), tracks);
        QList<playback::QueueEntry> entries;
        music::Samples expected;
        for (const types::TrackRow& row : list) {
            QVERIFY(pathOf(row).endsWith(u'.' + format));
            entries.append(playback::QueueEntry::fromRow(row));
            const music::Samples one = decoded(row);
            QVERIFY2(!one.empty(), qPrintable(row.title));
            expected.insert(expected.end(), one.begin(), one.end());
        }
        Stage stage(client());
        stage.player.play(entries);
        QTRY_VERIFY_WITH_TIMEOUT(stage.player.state() == Player::State::Stopped, 50'000);
        QVERIFY2(stage.errors.isEmpty(), qPrintable(stage.errors.join(u'\n')));
        QCOMPARE(stage.out.size(), expected.size());
        QCOMPARE(music::firstDifference(stage.out, expected), -1);
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
