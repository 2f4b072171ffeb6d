// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "tests/support/leaks.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// How one run of the program ended and what it said.
struct Run
{
    int code = -1;
    QByteArray out {};
    QByteArray err {};
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

QString words(const QStringList& cells)
{
    return cells.join(u' ');
}

} // namespace

/// plexm8-cli itself, run as cron would, against the embedded server.
class TestCli : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    demo::Server m_server { demo::Options { .tracks = 200 } };
    demo::Endpoints m_endpoints;
    inline static Run s_last; ///< what to look at when a test fails

    Run run(const QStringList& arguments, const QByteArray& otherToken = {}) const
    {
        const QByteArray token = otherToken.isEmpty() ? m_endpoints.token.reveal() : otherToken;
        return runWith({ { u"PLEXM8_TOKEN"_s, QString::fromUtf8(token) } },
            QStringList {
                u"--data-dir"_s, m_folder.path(), u"--server"_s, m_endpoints.pms.toString() }
                + arguments);
    }
    /// Without a folder, a server or a token of its own.
    static Run runWith(const QMap<QString, QString>& variables, const QStringList& arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto& name : { u"PLEXM8_TOKEN"_s, u"PLEXM8_SERVER_URL"_s, u"PLEXM8_LOG"_s }) {
            environment.remove(name);
        }
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            environment.insert(it.key(), it.value());
        }
        program.setProcessEnvironment(environment);
        program.start(qEnvironmentVariable("PLEXM8_CLI"), arguments);
        program.waitForFinished(30'000);
        Run said { program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
            program.readAllStandardOutput(), program.readAllStandardError() };
        const qsizetype folder = arguments.indexOf(u"--data-dir"_s) + 1;
        if (arguments.value(0) != u"demo"_s) { // which is there to print its tokens
            support::verifyNoTokenIsLeft(
                said.out + said.err, folder > 0 ? arguments.value(folder) : QString());
        }
        s_last = said;
        return said;
    }
    /// The rows that a command lists with --json.
    QJsonArray listed(const QStringList& arguments, const QString& name) const
    {
        return run(arguments + QStringList { u"--json"_s }).json()[name].toArray();
    }
    /// As somebody runs it whose system speaks @p locale.
    Run runIn(const QString& locale, const QStringList& arguments) const
    {
        return runWith({ { u"LC_ALL"_s, locale }, { u"LANGUAGE"_s, QString() },
                           { u"PLEXM8_TOKEN"_s, QString::fromUtf8(m_endpoints.token.reveal()) } },
            QStringList {
                u"--data-dir"_s, m_folder.path(), u"--server"_s, m_endpoints.pms.toString() }
                + arguments);
    }
    QJsonObject anyTrack() const
    {
        for (const auto& row : listed({ u"library"_s, u"search"_s, u"the"_s }, u"results"_s)) {
            if (row[u"type"].toString() == u"track") {
                return row.toObject();
            }
        }
        return {};
    }

private Q_SLOTS:
    void cleanup()
    {
        if (QTest::currentTestFailed()) {
            qInfo("The last command ended with %d and said:\n%s%s", s_last.code,
                s_last.out.constData(), s_last.err.constData());
        }
        s_last = {};
    }
    void initTestCase()
    {
        const auto endpoints = m_server.start();
        QVERIFY(endpoints);
        m_endpoints = *endpoints;
        const Run synced = run({ u"sync"_s, u"--json"_s });
        QVERIFY2(synced.code == 0, synced.err.constData());
        QCOMPARE(synced.json()[u"tracks"].toInt(), 200);
    }

    /// Nothing that is printed holds the token.
    void tokenIsNotSaid()
    {
        const QByteArray token = m_endpoints.token.reveal();
        for (const auto& command : { u"health"_s, u"sync"_s, u"playlists list"_s, u"--help"_s }) {
            const Run said = run(command.split(u' ') + QStringList { u"--verbose"_s });
            QVERIFY(!said.out.contains(token) && !said.err.contains(token));
        }
    }

    void peopleReadTheirLanguage()
    {
        const Run said = runIn(u"de_DE.UTF-8"_s, { u"nonsense"_s });
        QCOMPARE(said.code, 2);
        QVERIFY2(said.err.contains("Diesen Befehl gibt es nicht."), said.err.constData());
        const QByteArray health = runIn(u"de_DE.UTF-8"_s, { u"health"_s }).out;
        QVERIFY2(health.contains("Verfügbar"), health.constData());
    }

    void programsReadTheSameInEveryLanguage()
    {
        for (const QStringList& words :
            { QStringList { u"health"_s, u"--json"_s }, { u"nonsense"_s, u"--json"_s },
                { u"item"_s, u"0"_s, u"--json"_s }, { u"top"_s, u"--json"_s },
                { u"playlists"_s, u"list"_s, u"--json"_s }, { u"rate"_s, u"--json"_s } }) {
            QJsonObject german = runIn(u"de_DE.UTF-8"_s, words).json();
            QJsonObject plain = runIn(u"C.UTF-8"_s, words).json();
            for (QJsonObject* answer : { &german, &plain }) {
                answer->remove("server"_L1); // with how long it took to answer
            }
            QVERIFY(!plain.isEmpty());
            QCOMPARE(german, plain);
        }
    }

    /// Qt logs until its statics are gone, and what it says passes the same way as our own lines.
    void linesOfTheEndAreCleanedToo()
    {
        const Run said
            = runWith({ { u"PLEXM8_LOG"_s, u"*.debug=true"_s },
                          { u"PLEXM8_TOKEN"_s, QString::fromUtf8(m_endpoints.token.reveal()) } },
                { u"--data-dir"_s, m_folder.path(), u"--server"_s, m_endpoints.pms.toString(),
                    u"health"_s });
        QCOMPARE(said.code, 0);
        QVERIFY(said.err.contains("debug "));
        QVERIFY2(!said.err.contains("QRegularExpression"), said.err.constData());
    }

    void withoutATokenItIsSaidWhereToPutOne()
    {
        const QTemporaryDir folder;
        const Run said = runWith({},
            { u"--data-dir"_s, folder.path(), u"--server"_s, m_endpoints.pms.toString(),
                u"health"_s });
        QCOMPARE(said.code, 4);
        QVERIFY2(said.err.contains("no token") && said.err.contains("PLEXM8_TOKEN"),
            said.err.constData());
    }

    void aCertificateThatNobodyVouchesForIsARefusal()
    {
        const QTemporaryDir folder;
        m_server.setCertificate(demo::Certificate::SelfSigned);
        const Run said
            = runWith({ { u"PLEXM8_TOKEN"_s, QString::fromUtf8(m_endpoints.token.reveal()) } },
                { u"--data-dir"_s, folder.path(), u"--server"_s, m_endpoints.pmsHttps.toString(),
                    u"sync"_s, u"--json"_s });
        QCOMPARE(said.code, 4);
        QCOMPARE(said.json()[u"error"][u"code"].toString(), u"tls"_s);
    }

    void withoutAServerItIsSaidHowToNameOne()
    {
        const QTemporaryDir folder;
        const Run said = runWith({}, { u"--data-dir"_s, folder.path(), u"playlists"_s, u"list"_s });
        QCOMPARE(said.code, 4);
        QVERIFY2(said.err.contains("--server") && said.err.contains("PLEXM8_SERVER_URL"),
            said.err.constData());
    }

    void aFolderThatCannotBeWrittenIsNamed()
    {
        const Run said = runWith({}, { u"--data-dir"_s, u"/proc/nowhere"_s, u"pending"_s });
        QCOMPARE(said.code, 1);
        QVERIFY2(said.err.contains("/proc/nowhere"), said.err.constData());
    }

    void aLibraryThatWasNeverReadIsNotSearched()
    {
        const QTemporaryDir folder;
        const QMap<QString, QString> token { { u"PLEXM8_TOKEN"_s,
            QString::fromUtf8(m_endpoints.token.reveal()) } };
        const QStringList there { u"--data-dir"_s, folder.path(), u"--server"_s,
            m_endpoints.pms.toString() };
        for (const QString& command :
            { u"library search the"_s, u"playlists list"_s, u"ratings top"_s }) {
            const Run said = runWith(token, there + command.split(u' '));
            QCOMPARE(said.code, 1);
            QVERIFY2(said.err.contains("Run sync first"), said.err.constData());
            QVERIFY(said.out.isEmpty());
        }
    }

    void tableShowsWhatTheJsonHolds_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("sections") << QStringList { u"library"_s, u"sections"_s } << u"sections"_s
                                  << QStringList { u"id"_s, u"type"_s, u"title"_s };
        QTest::newRow("search") << QStringList { u"library"_s, u"search"_s, u"a"_s } << u"results"_s
                                << QStringList { u"type"_s, u"title"_s, u"artist"_s, u"album"_s,
                                       u"ratingKey"_s };
        QTest::newRow("playlists") << QStringList { u"playlists"_s, u"list"_s } << u"playlists"_s
                                   << QStringList { u"id"_s, u"count"_s };
        QTest::newRow("best rated")
            << QStringList { u"ratings"_s, u"top"_s } << u"results"_s
            << QStringList { u"title"_s, u"artist"_s, u"album"_s, u"ratingKey"_s };
        QTest::newRow("caches") << QStringList { u"cache"_s, u"stats"_s } << u"buckets"_s
                                << QStringList { u"bucket"_s, u"entries"_s, u"bytes"_s };
    }

    void tableShowsWhatTheJsonHolds()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, name);
        QFETCH(QStringList, fields);
        const QJsonArray rows = listed(command, name);
        QVERIFY(!rows.isEmpty());
        const Run table = run(command);
        QCOMPARE(table.code, 0);
        const QStringList lines = QString::fromUtf8(table.out).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), rows.size() + 1);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QStringList cells;
            for (const QString& field : fields) {
                cells.append(rows.at(i)[field].toVariant().toString());
            }
            QVERIFY2(lines.at(i + 1).simplified().contains(words(cells).simplified()),
                qPrintable(lines.at(i + 1)));
        }
    }

    void answersHaveTheirFields_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QStringList>("fields"); // "a.b": field b of object a, or of its first row
        const auto row = [](const char* command, const QStringList& fields) {
            QTest::newRow(command) << QString::fromLatin1(command).split(u' ') << fields;
        };
        row("health",
            { u"status"_s, u"version"_s, u"features.name"_s, u"features.available"_s,
                u"features.reason"_s, u"server.name"_s, u"server.version"_s,
                u"server.machineIdentifier"_s, u"server.connection"_s, u"server.latencyMs"_s });
        row("sync",
            { u"tracks"_s, u"albums"_s, u"artists"_s, u"playlists"_s, u"added"_s, u"updated"_s,
                u"removed"_s, u"seconds"_s });
        row("library search the",
            { u"total"_s, u"ms"_s, u"results.type"_s, u"results.ratingKey"_s, u"results.title"_s });
        row("playlists list",
            { u"playlists.id"_s, u"playlists.title"_s, u"playlists.smart"_s, u"playlists.count"_s,
                u"playlists.durationMs"_s });
        row("ratings top",
            { u"results.ratingKey"_s, u"results.title"_s, u"results.artist"_s, u"results.album"_s,
                u"results.userRating"_s, u"results.durationMs"_s });
        row("pending", { u"changes"_s });
        row("history list", { u"changes"_s });
        row("cache stats",
            { u"buckets.bucket"_s, u"buckets.entries"_s, u"buckets.bytes"_s, u"buckets.hits"_s,
                u"buckets.misses"_s, u"buckets.unchanged"_s, u"buckets.renewed"_s,
                u"buckets.hitRate"_s });
    }

    void answersHaveTheirFields()
    {
        QFETCH(QStringList, command);
        QFETCH(QStringList, fields);
        const Run said = run(command + QStringList { u"--json"_s });
        QCOMPARE(said.code, 0);
        QCOMPARE(said.out.count('\n'), 1);
        for (const QString& field : fields) {
            const QStringList path = field.split(u'.');
            QJsonValue value = said.json()[path.first()];
            if (path.size() > 1) {
                value = (value.isArray() ? value[0] : value)[path.last()];
            }
            QVERIFY2(!value.isUndefined(), qPrintable(field));
        }
    }

    void oneItemAndOnePlaylistAreShown()
    {
        const QString key = anyTrack()[u"ratingKey"].toString();
        const QJsonObject shown = run({ u"library"_s, u"show"_s, key, u"--json"_s }).json();
        QCOMPARE(shown[u"ratingKey"].toString(), key);
        const auto lists = listed({ u"playlists"_s, u"list"_s }, u"playlists"_s);
        const QJsonObject list = run(
            { u"playlists"_s, u"show"_s, lists[0][u"id"].toVariant().toString(), u"--json"_s })
                                     .json();
        QCOMPARE(list[u"title"], lists[0][u"title"]);
        for (const auto& field :
            { u"itemId"_s, u"ratingKey"_s, u"title"_s, u"artist"_s, u"album"_s }) {
            QVERIFY2(!list[u"items"][0][field].isUndefined(), qPrintable(field));
        }
    }

    void aTokenThatIsRefusedHasItsOwnCode()
    {
        const Run refused = run({ u"health"_s, u"--json"_s }, "wrong");
        QCOMPARE(refused.code, 4);
        QCOMPARE(refused.json()[u"error"][u"code"].toString(), u"unauthorised"_s);
    }

    void ratingReachesTheServerAndIsUndone()
    {
        const QJsonObject track = anyTrack();
        const QString key = track[u"ratingKey"].toString();
        const auto held = [this, &key] { return m_server.rating(key.toULongLong()); };
        const auto before = held();
        const Run rated = run({ u"rate"_s, key, u"--stars"_s, u"2.5"_s, u"--json"_s });
        QCOMPARE(rated.code, 0);
        QCOMPARE(rated.json()[u"verified"].toBool(), true);
        QCOMPARE(rated.json()[u"applied"].toInt(), 1);
        QCOMPARE(held(), std::optional<double>(5));
        const Run again = run({ u"rate"_s, key, u"--stars"_s, u"2.5"_s, u"--json"_s });
        QCOMPARE(again.code, 0); // it is so already
        QCOMPARE(again.json()[u"applied"].toInt(), 0);
        const Run undone = run({ u"undo"_s });
        QCOMPARE(undone.code, 0);
        QVERIFY2(undone.out.startsWith("Undone: Rate "), undone.out.constData());
        QCOMPARE(held(), before);
        QVERIFY(run({ u"redo"_s }).out.startsWith("Done again: Rate "));
        QCOMPARE(run({ u"undo"_s }).code, 0);
        const QJsonArray history = listed({ u"history"_s, u"list"_s }, u"changes"_s);
        QCOMPARE(history.first()[u"role"].toString(), u"undo"_s);
        QVERIFY(run({ u"history"_s, u"list"_s }).out.contains("Undo: Rate "));
    }

    void aKeyThatIsNotThereIsAFailedStep()
    {
        const QString key = anyTrack()[u"ratingKey"].toString();
        const QStringList rate { u"rate"_s, key, u"999999999"_s, u"--stars"_s, u"1.5"_s,
            u"--json"_s };
        for (int i = 0; i < 2; ++i) { // the second time the other one has its rating already
            const Run rated = run(rate);
            QCOMPARE(rated.code, 3);
            QCOMPARE(rated.json()[u"verified"].toBool(), false);
            const QJsonArray failed = rated.json()[u"failed"].toArray();
            QCOMPARE(failed.size(), 1);
            QCOMPARE(failed[0][u"ratingKey"].toString(), u"999999999"_s);
        }
        const Run plain = run(rate.mid(0, rate.size() - 1));
        QVERIFY(!plain.out.contains("failed") && plain.err.contains("1 step failed: "));
        QCOMPARE(m_server.rating(key.toULongLong()), std::optional<double>(3));
        QCOMPARE(run({ u"rate"_s, u"999999999"_s, u"--stars"_s, u"1.5"_s }).code, 1);
        QCOMPARE(run({ u"undo"_s }).code, 0);
    }

    void whatWaitsBesideWhatFailedIsPartly()
    {
        const QString key = anyTrack()[u"ratingKey"].toString();
        demo::Fault ill;
        ill.pathPrefix = u"/:/rate"_s;
        ill.times = -1;
        ill.status = 503;
        m_server.inject(ill);
        const Run rated
            = run({ u"rate"_s, key, u"999999999"_s, u"--stars"_s, u"0.5"_s, u"--json"_s });
        m_server.clearFaults();
        QCOMPARE(rated.code, 3);
        QCOMPARE(rated.json()[u"failed"].toArray().size(), 1);
        QCOMPARE(rated.json()[u"pending"].toInt(), 1);
        QCOMPARE(run({ u"undo"_s }).code, 0); // sends what waited first
    }

    void entriesOfAPlaylistStandInOrder()
    {
        QString id;
        for (const auto& row : listed({ u"playlists"_s, u"list"_s }, u"playlists"_s)) {
            id = row[u"title"].toString() == u"Late night drive" ? row[u"id"].toString() : id;
        }
        const Run shown = run({ u"playlists"_s, u"show"_s, id, u"--json"_s });
        QCOMPARE(shown.code, 0);
        const QJsonArray items = shown.json()[u"items"].toArray();
        QCOMPARE(items.size(), 214);
        QCOMPARE(items.last()[u"position"].toInt(), 214);
        QVERIFY(items.first()[u"itemId"].toInt() > 0);
    }

    /// The file itself, or where it was written to; the paths as they were asked for.
    void playlistsAreExported()
    {
        QString id;
        for (const auto& row : listed({ u"playlists"_s, u"list"_s }, u"playlists"_s)) {
            id = row[u"title"].toString() == u"Late night drive" ? row[u"id"].toString() : id;
        }
        const QStringList command { u"playlists"_s, u"export"_s, id };
        const Run printed = run(command);
        QCOMPARE(printed.code, 0);
        QVERIFY(printed.out.startsWith("#EXTM3U\n#PLAYLIST:Late night drive\n#EXTINF:"));
        QCOMPARE(printed.out.count("#EXTINF:"), 214);
        const QJsonObject json = run(command + QStringList { u"--json"_s }).json();
        QCOMPARE(json[u"text"].toString().toUtf8(), printed.out);
        QCOMPARE(json[u"rows"].toInt(), 214);
        const QString path = m_folder.filePath(u"lists/night.json"_s);
        QVERIFY(QDir(m_folder.path()).mkdir(u"lists"_s));
        const QString serverPath = QJsonDocument::fromJson(
            run(command + QStringList { u"--format"_s, u"json"_s, u"--paths"_s, u"server"_s })
                .out)[u"tracks"][0][u"location"]
                                       .toString();
        const QString root = serverPath.section(u'/', 0, 2);
        const QStringList mapped { u"--out"_s, path, u"--paths"_s, u"relative"_s, u"--map"_s,
            root + u'=' + m_folder.filePath(u"Music"_s) };
        const Run written = run(command + mapped + QStringList { u"--json"_s });
        QCOMPARE(written.code, 0);
        QCOMPARE(written.json()[u"file"].toString(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray tracks = QJsonDocument::fromJson(file.readAll())[u"tracks"].toArray();
        QCOMPARE(tracks.size(), 214);
        QCOMPARE(tracks[0][u"location"].toString(), u"../Music"_s + serverPath.sliced(root.size()));
        QVERIFY(run(command + mapped).out.contains("of \"Late night drive\""));
        const Run nowhere = run(command + QStringList { u"--out"_s, path + u"/x.csv"_s });
        QCOMPARE(nowhere.code, 1);
    }

    void exitCodeTellsWhatWentWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown command") << QStringList { u"nonsense"_s } << 2;
        QTest::newRow("option without value") << QStringList { u"sync"_s, u"--section"_s } << 2;
        QTest::newRow("stars out of range")
            << QStringList { u"rate"_s, u"1"_s, u"--stars"_s, u"6"_s } << 2;
        QTest::newRow("a word too many") << QStringList { u"redo"_s, u"5"_s } << 2;
        QTest::newRow("another command's option")
            << QStringList { u"undo"_s, u"--stars"_s, u"3"_s } << 2;
        QTest::newRow("no such type")
            << QStringList { u"library"_s, u"search"_s, u"a"_s, u"--type"_s, u"song"_s } << 2;
        QTest::newRow("more tracks than a demo has")
            << QStringList { u"demo"_s, u"serve"_s, u"--tracks"_s, u"1000001"_s } << 2;
        QTest::newRow("demo serve knows no such thing")
            << QStringList { u"demo"_s, u"serve"_s, u"--limit"_s, u"3"_s } << 2;
        QTest::newRow("no such section")
            << QStringList { u"sync"_s, u"--section"_s, u"999"_s } << 1;
        QTest::newRow("no such item")
            << QStringList { u"library"_s, u"show"_s, u"999999999"_s } << 1;
        QTest::newRow("no such playlist")
            << QStringList { u"playlists"_s, u"show"_s, u"999999999"_s } << 1;
        QTest::newRow("no playlist to export") << QStringList { u"playlists"_s, u"export"_s } << 2;
        QTest::newRow("no such playlist to export")
            << QStringList { u"playlists"_s, u"export"_s, u"999999999"_s } << 1;
        QTest::newRow("no such format")
            << QStringList { u"playlists"_s, u"export"_s, u"1"_s, u"--format"_s, u"mp3"_s } << 2;
        QTest::newRow("no such paths")
            << QStringList { u"playlists"_s, u"export"_s, u"1"_s, u"--paths"_s, u"up"_s } << 2;
        QTest::newRow("a map without a way")
            << QStringList { u"playlists"_s, u"export"_s, u"1"_s, u"--map"_s, u"/data"_s } << 2;
        QTest::newRow("nobody listens")
            << QStringList { u"health"_s, u"--server"_s, u"http://127.0.0.1:9"_s } << 5;
    }

    void exitCodeTellsWhatWentWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const Run plain = run(arguments);
        QCOMPARE(plain.code, code);
        QVERIFY(plain.out.isEmpty() && plain.err.startsWith("plexm8-cli: "));
        const Run json = run(arguments + QStringList { u"--json"_s });
        QCOMPARE(json.code, code);
        QVERIFY(!json.json()[u"error"][u"message"].toString().isEmpty());
    }

    void dailyCopyIsMadeAfterTheCommand()
    {
        const QDir copies(m_folder.filePath(u"data/backups"_s));
        QCOMPARE(copies.entryList({ u"user-*.db"_s }).size(), 1);
    }

    void aSyncSaysWhatCameOfThatWhichWaited()
    {
        const QString key = anyTrack()[u"ratingKey"].toString();
        demo::Fault ill;
        ill.pathPrefix = u"/:/rate"_s;
        ill.times = -1;
        ill.status = 503;
        m_server.inject(ill);
        QCOMPARE(run({ u"rate"_s, key, u"--stars"_s, u"2.5"_s }).code, 5);
        m_server.clearFaults();
        QVERIFY(m_server.removeItem(key.toULongLong()));
        const Run synced = run({ u"sync"_s, u"--json"_s });
        QVERIFY(m_server.restoreItem(key.toULongLong()));
        QCOMPARE(synced.code, 3);
        QCOMPARE(synced.json()[u"changes"][u"failedSteps"].toInt(), 1);
        QCOMPARE(synced.json()[u"changes"][u"waitingSteps"].toInt(), 0);
        const Run again = run({ u"sync"_s, u"--json"_s });
        QCOMPARE(again.code, 0);
        QCOMPARE(again.json()[u"changes"][u"sent"].toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
