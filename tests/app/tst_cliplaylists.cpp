// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/commandline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::CommandLine;
using support::Ended;

/// The commands of plexm8-cli that edit playlists, each in a process of its own.
class TestCliPlaylists : public QObject
{
    Q_OBJECT

    std::unique_ptr<demo::Server> m_server;
    std::unique_ptr<CommandLine> m_cli;
    QStringList m_keys;
    qsizetype m_lists = 0; // of the server before

    /// What a command answered with, if it ended as it should.
    QJsonObject json(const QStringList& words, int code = 0)
    {
        const Ended ended = m_cli->run(words + QStringList { u"--json"_s });
        if (ended.code != code) {
            QTest::qFail(ended.text().constData(), __FILE__, __LINE__);
        }
        return ended.json();
    }
    QString idOf(const QString& title)
    {
        const QJsonArray lists = m_cli->listed("playlists list", u"playlists"_s);
        for (const QJsonValue list : lists) {
            if (list[u"title"].toString() == title) {
                return list[u"id"].toString();
            }
        }
        return {};
    }
    QJsonArray items(const QString& id)
    {
        return json({ u"playlists"_s, u"show"_s, id })[u"items"].toArray();
    }
    QStringList keysIn(const QString& id)
    {
        QStringList keys;
        const QJsonArray rows = items(id);
        for (const QJsonValue row : rows) {
            keys.append(row[u"ratingKey"].toString());
        }
        return keys;
    }
    QString itemId(const QString& id, int row)
    {
        return QString::number(items(id).at(row)[u"itemId"].toInteger());
    }
    /// Ferry, with the first four tracks.
    QString ferry()
    {
        const QJsonObject made = json({ u"playlists"_s, u"create"_s, u"--title"_s, u"Ferry"_s,
            u"--add"_s, m_keys[0], m_keys[1], m_keys[2], m_keys[3] });
        if (!made[u"verified"].toBool() || made[u"applied"].toInt() != 4) {
            return {};
        }
        return idOf(u"Ferry"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 60 });
        const auto started = m_server->start();
        QVERIFY(started);
        m_cli = std::make_unique<CommandLine>();
        m_cli->use(*started);
        QCOMPARE(m_cli->run("sync").code, 0);
        m_keys = m_cli->trackKeys();
        m_lists = m_cli->listed("playlists list", u"playlists"_s).size();
        QVERIFY(m_keys.size() >= 10);
    }
    void cleanup()
    {
        m_cli.reset();
        m_server.reset();
    }

    void aFileIsImported()
    {
        const QString id = ferry();
        QTemporaryDir folder;
        const QString list = folder.filePath(u"Road trip.m3u8"_s);
        (void)json({ u"playlists"_s, u"export"_s, id, u"--out"_s, list });
        const QJsonObject made = json({ u"playlists"_s, u"import"_s, list });
        QCOMPARE(made[u"found"].toInt(), 4);
        QVERIFY(made[u"verified"].toBool() && made[u"changeId"].toInteger() > 0);
        QCOMPARE(keysIn(idOf(u"Ferry"_s)), m_keys.mid(0, 4)); // the list has that title
        QCOMPARE(m_cli->listed("playlists list", u"playlists"_s).size(), 2 + m_lists);
        // What nobody has is told, and saved; the rest comes in.
        QFile more(folder.filePath(u"more.csv"_s));
        QVERIFY(more.open(QIODevice::WriteOnly));
        const QJsonArray rows = items(id);
        more.write("Title,Artist,Album\nQuixotic Zyzzyva,Nobody at All,\n");
        more.write(u"\"%1\",\"%2\",\"%3\"\n"_s
                       .arg(rows[2][u"title"].toString(), rows[2][u"artist"].toString(),
                           rows[2][u"album"].toString())
                       .toUtf8());
        more.close();
        const QString missing = folder.filePath(u"missing.csv"_s);
        const QJsonObject part = json({ u"playlists"_s, u"import"_s, more.fileName(), u"--into"_s,
                                          id, u"--missing"_s, missing },
            3);
        QCOMPARE(part[u"missing"].toInt(), 1);
        QCOMPARE(part[u"notTaken"][0][u"title"].toString(), u"Quixotic Zyzzyva"_s);
        QCOMPARE(keysIn(id), m_keys.mid(0, 4) + QStringList { m_keys[2] });
        QFile saved(missing);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("Quixotic Zyzzyva"));
        // The rest alone is nothing to make a playlist of.
        QCOMPARE(m_cli->run(QStringList { u"playlists"_s, u"import"_s, missing }).code, 1);
        QCOMPARE(m_cli->run(QStringList { u"playlists"_s, u"import"_s }).code, 2);
        QCOMPARE(m_cli->listed("playlists list", u"playlists"_s).size(), 2 + m_lists);
    }

    void rowsAreAddedMovedAndRemoved()
    {
        const QString id = ferry();
        QVERIFY(!id.isEmpty());
        QStringList keys = m_keys.mid(0, 4);
        QCOMPARE(keysIn(id), keys);
        const QJsonObject added
            = json({ u"playlists"_s, u"add"_s, id, m_keys[7], u"--before"_s, itemId(id, 1) });
        QCOMPARE(added[u"requested"].toInt(), 1);
        keys.insert(1, m_keys[7]);
        QCOMPARE(keysIn(id), keys);
        (void)json({ u"playlists"_s, u"move"_s, id, itemId(id, 4), itemId(id, 3), u"--top"_s });
        keys.move(3, 0);
        keys.move(4, 1);
        QCOMPARE(keysIn(id), keys);
        (void)json({ u"playlists"_s, u"move"_s, id, itemId(id, 0), u"--after"_s, itemId(id, 2) });
        keys.move(0, 2);
        QCOMPARE(keysIn(id), keys);
        (void)json({ u"playlists"_s, u"remove"_s, id, itemId(id, 1) });
        keys.remove(1);
        QCOMPARE(keysIn(id), keys);
        QCOMPARE(m_cli->run("undo").code, 0);
        QCOMPARE(keysIn(id).size(), 5);
        QCOMPARE(m_cli->run("sync").code, 0); // the server says the same
        QCOMPARE(keysIn(id).size(), 5);
    }

    void aKeyThatIsNotInTheLibraryIsNamed()
    {
        const QString id = ferry();
        const QJsonObject partly
            = json({ u"playlists"_s, u"add"_s, id, m_keys[8], u"999999999"_s }, 3);
        QCOMPARE(partly[u"failed"].toArray().size(), 1);
        QCOMPARE(partly[u"failed"][0][u"ratingKey"].toString(), u"999999999"_s);
        QCOMPARE(partly[u"verified"].toBool(), false);
        QCOMPARE(keysIn(id), m_keys.mid(0, 4) + QStringList { m_keys[8] });
    }

    void wholePlaylistsAreRenamedSortedMergedAndDeleted()
    {
        const QString id = ferry();
        (void)json({ u"playlists"_s, u"rename"_s, id, u"--title"_s, u"Late ferry"_s });
        QCOMPARE(idOf(u"Late ferry"_s), id);
        (void)json({ u"playlists"_s, u"add"_s, id, m_keys[0], m_keys[9] });
        (void)json({ u"playlists"_s, u"dedupe"_s, id });
        QCOMPARE(keysIn(id), m_keys.mid(0, 4) + QStringList { m_keys[9] });
        // Twice asked for is once done.
        QCOMPARE(json({ u"playlists"_s, u"dedupe"_s, id })[u"requested"].toInt(), 0);
        const QStringList sort { u"playlists"_s, u"sort"_s, id, u"--by"_s, u"-duration"_s };
        QList<qint64> sorted;
        const QJsonArray rows = json(sort)[u"items"].toArray();
        for (const QJsonValue row : rows) {
            sorted.append(row[u"durationMs"].toInteger());
        }
        QVERIFY(std::ranges::is_sorted(sorted, std::ranges::greater()));
        QCOMPARE(keysIn(id), m_keys.mid(0, 4) + QStringList { m_keys[9] }); // only shown
        (void)json(sort + QStringList { u"--save"_s });
        const QStringList kept = keysIn(id);
        QVERIFY(kept != m_keys.mid(0, 4) + QStringList { m_keys[9] });
        (void)json({ u"playlists"_s, u"create"_s, u"--title"_s, u"Other"_s, m_keys[9], m_keys[5] });
        const QString other = idOf(u"Other"_s);
        (void)json({ u"playlists"_s, u"merge"_s, id, other, u"--title"_s, u"Both"_s, u"--how"_s,
            u"intersection"_s });
        QCOMPARE(keysIn(idOf(u"Both"_s)), QStringList { m_keys[9] });
        (void)json({ u"playlists"_s, u"delete"_s, id });
        QCOMPARE(idOf(u"Late ferry"_s), QString());
        QCOMPARE(m_cli->run("undo").code, 0);
        QCOMPARE(keysIn(idOf(u"Late ferry"_s)), kept);
    }

    void whatMakesNoSenseIsRefused()
    {
        const QString id = ferry();
        for (const QStringList& words : { QStringList { u"create"_s }, { u"add"_s, id },
                 { u"remove"_s, id }, { u"move"_s, id, u"1"_s }, { u"rename"_s, id },
                 { u"sort"_s, id, u"--by"_s, u"weight"_s }, { u"merge"_s, id } }) {
            const Ended ended = m_cli->run(QStringList { u"playlists"_s } + words);
            QVERIFY2(ended.code == 2, ended.text().constData());
        }
        const Ended missing = m_cli->run({ u"playlists"_s, u"remove"_s, id, u"77"_s });
        QVERIFY2(missing.code == 1 && missing.err.contains("77"), missing.text().constData());
        QCOMPARE(m_cli->run({ u"playlists"_s, u"delete"_s, u"4711"_s }).code, 1);
        const QString smart = idOf(u"Recently loved"_s);
        const Ended refused = m_cli->run({ u"playlists"_s, u"add"_s, smart, m_keys[0] });
        QVERIFY2(refused.code == 1 && refused.err.contains("rules"), refused.text().constData());
    }
};

QTEST_GUILESS_MAIN(TestCliPlaylists)
#include "tst_cliplaylists.moc"
