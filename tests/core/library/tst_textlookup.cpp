// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/textlookup.h"

#include "core/library/library.h"
#include "core/util/fold.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;
using library::ListOrder;
using library::ListText;
using library::TrackQuery;
using library::TrackSort;
using types::ItemType;

namespace {

const QStringList kTitles { u"Zorn"_s, u"The Who"_s, u"über allem"_s, u"10cc"_s, u"2Pac"_s,
    u"Ярость"_s, u"青い電車"_s, u"あめ"_s, u"가나다"_s, u"Abba"_s, u"A la"_s, u"umbra"_s, u"…"_s,
    u"zebra"_s, u"Wham"_s };

using TextOf = std::function<QString(const types::TrackRow&)>;

} // namespace

Q_DECLARE_METATYPE(TextOf)

/// Letters and typed texts in lists, compared with what every row says.
class TestTextLookup : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    db::Threads m_threads;
    std::unique_ptr<library::Library> m_library;

    std::vector<qint64> ids(const TrackQuery& query)
    {
        return *support::await(m_library->trackIds(query));
    }
    QStringList texts(const std::vector<qint64>& ids, const TextOf& textOf)
    {
        const auto rows = *support::await(m_library->tracks({ ids.begin(), ids.end() }));
        QStringList list;
        for (const auto& row : rows) {
            list.append(util::sortKey(textOf(row)));
        }
        return list;
    }
    qint64 find(const std::vector<qint64>& ids, std::optional<ListOrder> order, const QString& text,
        qint64 from)
    {
        return *support::await(m_library->rowBeginningWith(ids, order, text, from));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = std::make_unique<library::Library>(m_threads, m_dir.path());
        QVERIFY(support::await(m_library->open({ { u"server"_s }, {} })));
        auto items = librarydata::items(600);
        qsizetype number = 0;
        QHash<types::RatingKey, QString> names;
        for (types::Item& item : items) {
            number += 7;
            const QString title = kTitles.at(number % kTitles.size());
            item.title = item.type == ItemType::Track ? title + QString::number(number % 4)
                                                      : title + u' ' + item.title;
            names.insert(item.ratingKey, item.title);
            if (item.type != ItemType::Artist) {
                item.parentTitle = names.value(item.parentKey);
                item.grandparentTitle = names.value(item.grandparentKey);
            }
            if (item.type == ItemType::Track && number % 5 == 0) {
                item.originalTitle = kTitles.at(number % 11);
            }
        }
        QVERIFY(librarydata::store(*m_library, items));
    }

    void marksSayWhereEachLetterBegins_data()
    {
        QTest::addColumn<TrackSort>("sort");
        QTest::addColumn<TextOf>("textOf");
        QTest::newRow("title") << TrackSort::Title
                               << TextOf([](const auto& row) { return row.title; });
        QTest::newRow("artist") << TrackSort::Artist
                                << TextOf([](const auto& row) { return row.artist; });
        QTest::newRow("album") << TrackSort::Album
                               << TextOf([](const auto& row) { return row.album; });
        QTest::newRow("default") << TrackSort::Default
                                 << TextOf([](const auto& row) { return row.albumArtist; });
    }
    void marksSayWhereEachLetterBegins()
    {
        QFETCH(TrackSort, sort);
        QFETCH(TextOf, textOf);
        const QHash<QString, QString> labels { { u"0"_s, u"#"_s }, { u"1"_s, u"#"_s },
            { u"2"_s, u"#"_s }, { u"3"_s, u"#"_s }, { {}, u"#"_s }, { u"a"_s, u"A"_s },
            { u"l"_s, u"L"_s }, { u"u"_s, u"U"_s }, { u"w"_s, u"W"_s }, { u"z"_s, u"Z"_s },
            { u"я"_s, u"Я"_s }, { u"青"_s, u"漢"_s }, { u"あ"_s, u"あ"_s }, { u"가"_s, u"가"_s } };
        for (const bool descending : { false, true }) {
            TrackQuery query;
            query.sort = { { sort, descending } };
            const auto list = ids(query);
            QList<library::JumpMark> expected;
            qint64 row = 0;
            for (const QString& text : texts(list, textOf)) {
                const QString label = labels.value(text.left(1));
                QVERIFY2(!label.isEmpty(), qPrintable(text));
                if (expected.isEmpty() || expected.last().label != label) {
                    expected.append({ label, row });
                }
                ++row;
            }
            const auto order = library::listOrderOf(query);
            QVERIFY(order);
            const auto marks = *support::await(m_library->jumpMarks(list, *order));
            QCOMPARE(marks, expected);
            QVERIFY(marks.size() >= 8);
        }
    }

    void typedTextIsFoundFromAnyRow_data() { marksSayWhereEachLetterBegins_data(); }
    void typedTextIsFoundFromAnyRow()
    {
        QFETCH(TrackSort, sort);
        QFETCH(TextOf, textOf);
        for (const bool descending : { false, true }) {
            TrackQuery query;
            query.sort = { { sort, descending } };
            const auto list = ids(query);
            const QStringList all = texts(list, textOf);
            for (const QString& typed : { u"z"_s, u"W"_s, u"the who"_s, u"Über"_s, u"10"_s, u"青"_s,
                     u"x"_s, u"zz"_s, u"#"_s }) {
                const QString key = util::sortKey(typed);
                const auto fits = [&key](const QString& text) {
                    return !key.isEmpty() && text.startsWith(key);
                };
                for (const qsizetype from : { qsizetype(0), all.size() / 2, all.size() - 1 }) {
                    const auto after = std::find_if(all.begin() + from, all.end(), fits);
                    const auto any
                        = after != all.end() ? after : std::find_if(all.begin(), all.end(), fits);
                    const qint64 expected = any == all.end() ? -1 : any - all.begin();
                    QCOMPARE(find(list, library::listOrderOf(query), typed, from), expected);
                }
            }
        }
    }

    void titlesAreFoundInAnyOrder()
    {
        TrackQuery query;
        query.sort = { { TrackSort::Rating, true } };
        QVERIFY(!library::listOrderOf(query));
        const auto list = ids(query);
        const QStringList all = texts(list, [](const auto& row) { return row.title; });
        for (const QString& typed : { u"z"_s, u"zebra3"_s, u"WHO"_s, u"x"_s }) {
            const QString key = util::sortKey(typed);
            for (qsizetype from = 0; from < all.size(); from += 77) {
                qint64 expected = -1;
                for (qsizetype i = 0; i < all.size() && expected < 0; ++i) {
                    const qsizetype row = (from + i) % all.size();
                    expected = all.at(row).startsWith(key) ? row : -1;
                }
                QCOMPARE(find(list, {}, typed, from), expected);
            }
        }
    }

    void albumsAndArtistsHaveMarksToo()
    {
        const library::AlbumQuery byArtist;
        const auto albums = *support::await(m_library->albumIds(byArtist));
        const auto marks
            = *support::await(m_library->jumpMarks(albums, *library::listOrderOf(byArtist)));
        const auto rows = *support::await(m_library->albums({ albums.begin(), albums.end() }));
        QVERIFY(marks.size() >= 8);
        for (const library::JumpMark& mark : marks) {
            const QString first = util::sortKey(rows.at(mark.row).artist).left(1).toUpper();
            QVERIFY(mark.label == first || mark.label == u"#" || mark.label == u"漢");
            QVERIFY(mark.row == 0
                || util::sortKey(rows.at(mark.row - 1).artist).left(1).toUpper() != first);
        }
        const library::ArtistQuery byName;
        const auto artists = *support::await(m_library->artistIds(byName));
        const qint64 found = find(artists, library::listOrderOf(byName), u"wh"_s, 0);
        QVERIFY(found >= 0);
        const auto artist = *support::await(m_library->artists({ artists.at(size_t(found)) }));
        QVERIFY(util::sortKey(artist.first().title).startsWith(u"wh"_s));
        library::AlbumQuery byPlays;
        byPlays.sort = library::AlbumSort::Plays;
        QVERIFY(!library::listOrderOf(byPlays));
    }

    void rowsThatAreGoneDoNoHarm()
    {
        TrackQuery query;
        query.sort = { { TrackSort::Title, false } };
        auto list = ids(query);
        const qint64 unknown = list.back() + 1'000'000;
        list.insert(list.begin() + 300, 10, unknown);
        const qint64 found = find(list, library::listOrderOf(query), u"zorn"_s, 0);
        QVERIFY(texts({ list.at(size_t(found)) }, [](const auto& row) { return row.title; })
                    .first()
                    .startsWith(u"zorn"_s));
        QVERIFY(
            !support::await(m_library->jumpMarks(list, *library::listOrderOf(query)))->isEmpty());
        QCOMPARE(find(std::vector<qint64>(20, unknown), ListOrder(), u"z"_s, 3), -1);
        QCOMPARE(find({}, ListOrder(), u"z"_s, 0), -1);
        QVERIFY(support::await(m_library->jumpMarks({}, {}))->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTextLookup)
#include "tst_textlookup.moc"
