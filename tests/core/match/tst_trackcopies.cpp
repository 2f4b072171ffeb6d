// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/trackcopies.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The copies of one recording, found without reading the library.
class TestTrackCopies : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<db::Threads> m_threads = std::make_unique<db::Threads>();
    std::unique_ptr<library::Library> m_library;
    QHash<QString, types::ItemId> m_ids; ///< by rating key

    static types::Item track(const QString& key, const QString& title, const QString& album,
        int seconds, const QString& artist = u"The Harbour Lights"_s)
    {
        types::Item item;
        item.ratingKey = { key };
        item.type = types::ItemType::Track;
        item.title = title;
        item.parentTitle = album;
        item.grandparentTitle = artist;
        item.duration = std::chrono::seconds(seconds);
        item.guid = u"local://"_s + key;
        item.media.file = u"/music/"_s + key + u".flac"_s;
        return item;
    }
    QStringList copiesOf(const QString& key)
    {
        const types::ItemId id = m_ids.value(key);
        const auto found
            = support::await(m_library->read([id](db::Connection& c, std::stop_token stop) {
                  return match::copiesOfTrack(c, id, stop);
              }));
        QStringList keys;
        for (const types::ItemId copy : found.value_or(QList<types::ItemId>())) {
            keys.append(m_ids.key(copy));
        }
        keys.sort();
        return keys;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = std::make_unique<library::Library>(*m_threads, m_folder.path());
        QVERIFY(support::await(m_library->open({ { u"server"_s }, {} })));
        QList<types::Item> items = librarydata::items(300);
        const QList<types::Item> songs { track(u"900001"_s, u"Northern Rain"_s, u"Tides"_s, 201),
            track(u"900002"_s, u"Northern Rain (Remastered 2011)"_s, u"The Best Of"_s, 202),
            track(u"900003"_s, u"Northern Rain"_s, u"Live at Home"_s, 320),
            track(u"900004"_s, u"Northern Rain"_s, u"Covers"_s, 201, u"Somebody Else"_s),
            track(u"900005"_s, u"Southern Sun"_s, u"Tides"_s, 180) };
        QVERIFY(librarydata::store(*m_library, items + songs));
        for (const types::Item& song : songs) {
            const QString key = song.ratingKey.value;
            const auto id = support::await(
                m_library->read([key](db::Connection& c, std::stop_token) -> util::Result<qint64> {
                    auto s = c.prepare(u"SELECT id FROM item WHERE rating_key = ?"_s);
                    s.bind(key);
                    (void)s.next();
                    return s.integer(0);
                }));
            QVERIFY(id && *id > 0);
            m_ids.insert(key, { *id });
        }
    }
    void cleanupTestCase() { m_library.reset(); }

    void theSameRecordingOnAnotherReleaseIsFoundBothWays()
    {
        QCOMPARE(copiesOf(u"900001"_s), QStringList { u"900002"_s });
        QCOMPARE(copiesOf(u"900002"_s), QStringList { u"900001"_s });
    }

    void whatIsAloneHasNone() { QCOMPARE(copiesOf(u"900005"_s), QStringList()); }

    void aTrackThatIsGoneIsAnError()
    {
        const auto found
            = support::await(m_library->read([](db::Connection& c, std::stop_token stop) {
                  return match::copiesOfTrack(c, { (qint64(10) << 40) + 77'777'777 }, stop);
              }));
        QVERIFY(!found);
        QCOMPARE(found.error().code, util::Error::Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestTrackCopies)
#include "tst_trackcopies.moc"
