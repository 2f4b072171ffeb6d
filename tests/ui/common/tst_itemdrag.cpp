// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/stallguard.h"
#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/dragging.h"
#include "ui/common/theme.h"
#include "ui/common/trackmodel.h"
#include "ui/common/tracktable.h"

#include <QApplication>
#include <QDrag>
#include <QMouseEvent>
#include <QPainter>
#include <QTest>
#include <random>

using namespace Qt::StringLiterals;
using ui::ItemDrag;
using Kind = ui::ItemDrag::Kind;

namespace {

const library::CacheKey kHere { { u"0123456789abcdef0123456789abcdef01234567"_s }, { u"ada"_s } };
constexpr qsizetype kHead = 42; // bytes before the first thing

ItemDrag ofIds(Kind kind, const QList<qint64>& ids)
{
    return { kind, ui::originOf(kHere), ids };
}

ItemDrag ofNames(Kind kind, const QStringList& names)
{
    return { kind, ui::originOf(kHere), {}, names };
}

ui::Dragging dragging(const QString& title, qsizetype count)
{
    QList<qint64> ids;
    for (qsizetype i = 1; i <= count; ++i) {
        ids.append(i);
    }
    return ui::Dragging::one(ofIds(Kind::Tracks, ids), title, u"Artist"_s, {}, u"track"_s);
}

/// A list as long as wanted that counts what is asked of it.
class CountedRows final : public ui::PagedModel<types::TrackRow>, public ui::TrackRows
{
public:
    explicit CountedRows(int rows)
    {
        Ids ids;
        for (int row = 0; row < rows; ++row) {
            ids.push_back(1'000'000 - row);
        }
        setSource({ [ids](std::stop_token) { return util::async::ready<Ids>(ids); },
            [this](const QList<qint64>& wanted, std::stop_token) {
                ++pages;
                QList<types::TrackRow> tracks;
                for (const qint64 id : wanted) {
                    types::TrackRow track;
                    track.id = { id };
                    track.title = u"Track %1"_s.arg(id);
                    track.artist = u"Artist"_s;
                    tracks.append(track);
                }
                return util::async::ready<QList<types::TrackRow>>(tracks);
            },
            [](const types::TrackRow& track) { return track.id.value; } });
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ui::trackColumns().size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        ++asked;
        return ui::trackData(
            rowAt(index.row()), static_cast<ui::TrackColumn>(index.column()), role);
    }
    const types::TrackRow* track(int row) const override { return rowAt(row); }
    types::ItemId item(int row) const override { return { idAt(row) }; }
    bool isMissing(int) const override { return false; }
    ui::Dragging dragging(const QList<int>& rows) const override
    {
        QList<qint64> ids;
        for (const int row : rows) {
            ids.append(idAt(row));
        }
        return ui::draggedTracks(
            ofIds(Kind::Tracks, ids), [&](qsizetype i) { return rowAtHand(rows.at(i)); },
            [this](std::stop_token) {
                ++texts;
                return util::async::ready<QStringList>(QStringList { u"all of them"_s });
            });
    }

    int pages = 0; ///< read
    mutable int texts = 0; ///< read
    mutable qint64 asked = 0;
};

} // namespace

/// What is dragged: the bytes, the text, the badge; and the cost of starting.
class TestItemDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTravelsArrives_data()
    {
        QTest::addColumn<ItemDrag>("items");
        QTest::newRow("tracks") << ofIds(Kind::Tracks, { 7, 3, 7, 1LL << 60 });
        QTest::newRow("albums") << ofIds(Kind::Albums, { 9 });
        QTest::newRow("artists") << ofIds(Kind::Artists, { 9, 8 });
        QTest::newRow("playlists") << ofIds(Kind::Playlists, { 2 });
        QTest::newRow("entries") << ofIds(Kind::Entries, { 5, 4, 3 });
        QTest::newRow("queue") << ofIds(Kind::Queue, { 1 });
        QTest::newRow("genres") << ofNames(Kind::Genres, { u"R&B"_s, u"日本語\nx"_s });
        QTest::newRow("keys") << ofNames(Kind::Keys, { u"12345"_s });
        QTest::newRow("a folder") << ofNames(Kind::Folder, { u"2"_s, u"/library/7?a=b"_s });
        QTest::newRow("the top folder") << ofNames(Kind::Folder, { u"2"_s, QString() });
    }
    void whatTravelsArrives()
    {
        QFETCH(ItemDrag, items);
        const ui::ItemMime mime(items, {});
        QCOMPARE(ui::itemsIn(mime, kHere), items);
        QCOMPARE(ui::kindIn(mime, kHere).value(), items.kind);
        QCOMPARE(ui::encoded(ui::itemsIn(mime, kHere)), ui::encoded(items));
    }

    void whatIsNotWholeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("data");
        const QByteArray tracks = ui::encoded(ofIds(Kind::Tracks, { 7, 3 }));
        const QByteArray genres = ui::encoded(ofNames(Kind::Genres, { u"Jazz"_s }));
        const auto changed = [](QByteArray data, qsizetype at, const QByteArray& bytes) {
            return data.replace(at, bytes.size(), bytes);
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("only a head") << tracks.left(kHead);
        QTest::newRow("cut in the head") << tracks.left(20);
        QTest::newRow("cut in an id") << tracks.chopped(3);
        QTest::newRow("cut in a name") << genres.chopped(2);
        QTest::newRow("more at the end") << tracks + "x";
        QTest::newRow("more behind a name") << genres + "x";
        QTest::newRow("another program's") << changed(tracks, 0, "JUNK");
        QTest::newRow("a later version") << changed(tracks, 4, "\x02");
        QTest::newRow("a kind that there is not") << changed(tracks, 5, "\x09");
        QTest::newRow("a count without rows") << changed(tracks, kHead - 4, "\x7f\xff\xff\xff");
        QTest::newRow("names without end") << changed(genres, kHead - 4, "\x7f\xff\xff\xff");
        QTest::newRow("a name without end") << changed(genres, kHead, "\xff\xff\xff\xff");
        QTest::newRow("an id of nothing") << changed(tracks, kHead, QByteArray(8, '\0'));
        QTest::newRow("a negative id") << changed(tracks, kHead, QByteArray(8, '\xff'));
        QTest::newRow("not UTF-8") << changed(genres, kHead + 4, "\xff\xfe");
        QTest::newRow("no things") << ui::encoded(ofIds(Kind::Albums, {}));
        QTest::newRow("an empty name") << ui::encoded(ofNames(Kind::Genres, { QString() }));
        QTest::newRow("half a folder") << ui::encoded(ofNames(Kind::Folder, { u"2"_s }));
        QTest::newRow("a name of megabytes")
            << ui::encoded(ofNames(Kind::Genres, { QString(1'000'000, u'x') }));
    }
    void whatIsNotWholeIsRefused()
    {
        QFETCH(QByteArray, data);
        const auto items = ui::decoded(data);
        QVERIFY(!items);
        QCOMPARE(items.error().code, util::Error::Code::InvalidInput);
        QVERIFY(!items.error().message.isEmpty());
        QMimeData mime;
        mime.setData(ui::kItemDragType, data);
        QVERIFY(ui::itemsIn(mime, kHere).isEmpty());
    }

    void noBytesAreTrusted()
    {
        const unsigned seed = std::random_device()();
        std::mt19937 random(seed);
        const QList<QByteArray> whole { ui::encoded(ofIds(Kind::Tracks, { 1, 2, 3 })),
            ui::encoded(ofNames(Kind::Genres, { u"Jazz"_s, u"Fado"_s })),
            ui::encoded(ofNames(Kind::Folder, { u"2"_s, u"7"_s })) };
        int read = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray data = whole.at(round % whole.size());
            for (unsigned i = 0; i < 1 + random() % 4; ++i) {
                data[qsizetype(random() % unsigned(data.size()))] = char(random());
            }
            data.truncate(data.size() - qsizetype(random() % 8 == 0 ? random() % 20 : 0));
            if (const auto items = ui::decoded(data)) {
                ++read;
                QVERIFY2(ui::encoded(*items) == data, qPrintable(u"seed %1"_s.arg(seed)));
            }
        }
        QVERIFY2(read > 0, qPrintable(u"seed %1"_s.arg(seed))); // most bytes are of ids and names
    }

    void ofAnotherLibraryNothingIsTaken()
    {
        const ui::ItemMime mime(ofIds(Kind::Tracks, { 1 }), {});
        QVERIFY(ui::kindIn(mime, kHere));
        for (const library::CacheKey& other :
            { library::CacheKey { { u"other"_s }, kHere.user }, { kHere.server, {} }, {} }) {
            QVERIFY(!ui::kindIn(mime, other));
            QVERIFY(ui::itemsIn(mime, other).isEmpty());
        }
        // Where no library was opened nothing belongs to it, not even what has no origin either.
        const ui::ItemMime none({ Kind::Tracks, {}, { 1 } }, {});
        QVERIFY(!ui::kindIn(none, {}));
        QMimeData foreign;
        foreign.setText(u"Artist – Title"_s);
        foreign.setUrls({ QUrl(u"file:///music/a.mp3"_s) });
        QVERIFY(!ui::kindIn(foreign, kHere));
    }

    void otherProgramsGetNamesAndNothingElse()
    {
        const ui::ItemMime mime(ofIds(Kind::Tracks, { 1, 2 }),
            { { ui::dragLine(u"Björk"_s, u"Jó\nga"_s), ui::dragLine({}, u"Untitled"_s) } });
        QCOMPARE(mime.formats(), QStringList({ ui::kItemDragType, u"text/plain"_s }));
        QVERIFY(!mime.hasUrls() && !mime.hasHtml() && mime.data(u"text/uri-list"_s).isEmpty());
        QCOMPARE(mime.text(), u"Björk – Jó ga\nUntitled"_s);
        QCOMPARE(mime.data(u"text/plain"_s), mime.text().toUtf8());
        const QByteArray bytes = mime.data(ui::kItemDragType);
        QVERIFY(!bytes.contains(kHere.server.value.toUtf8()));
        QVERIFY(!bytes.contains("ada"));
    }

    void linesThatAreNotAtHandAreRead()
    {
        const ui::ItemMime mime(ofIds(Kind::Tracks, { 1, 2, 3, 4 }),
            { { u"one"_s }, [](std::stop_token) {
                 return util::async::ready<QStringList>(
                     QStringList { u"one"_s, u"two"_s, u"three"_s, u"four"_s });
             } });
        const ui::ItemMime failing(ofIds(Kind::Tracks, { 1, 2 }),
            { { u"one"_s }, [](std::stop_token) {
                 return util::async::ready<QStringList>(util::Error::cancelled());
             } });
        QCOMPARE(mime.text(), u"one\n… and 3 more"_s);
        QTRY_COMPARE(mime.text(), u"one\ntwo\nthree\nfour"_s);
        QCOMPARE(failing.text(), u"one\n… and 1 more"_s);
    }

    void theBadgeSaysHowMany()
    {
        ui::Covers covers({});
        const QPalette light = ui::paletteOf(ui::lightColors());
        const QPixmap one = ui::dragBadge(dragging(u"Title"_s, 1), covers, light, 1);
        const QPixmap many = ui::dragBadge(dragging(u"Title"_s, 12'345), covers, light, 1);
        QVERIFY(!one.isNull() && many.width() > one.width() + 20);
        QVERIFY(
            one.toImage() != ui::dragBadge(dragging(u"Other"_s, 1), covers, light, 1).toImage());
        const QPixmap fine = ui::dragBadge(dragging(u"Title"_s, 12'345), covers, light, 2);
        QCOMPARE(fine.size(), many.size() * 2);
        QCOMPARE(fine.deviceIndependentSize(), QSizeF(many.size()));
        const QPixmap endless
            = ui::dragBadge(dragging(QString(10'000, u'W') + u"\n<b>"_s, 3), covers, light, 1);
        QVERIFY(endless.width() < 500 && endless.height() == many.height());
        const QPalette dark = ui::paletteOf(ui::darkColors());
        const QImage inDark = ui::dragBadge(dragging(u"Title"_s, 2), covers, dark, 1).toImage();
        QCOMPARE(inDark.pixelColor(4, inDark.height() / 2), ui::darkColors().raised);
        QCOMPARE(inDark.pixelColor(0, 0).alpha(), 0); // round
    }

    void aHundredThousandRowsBeginAtOnce()
    {
        ui::Covers covers({});
        ui::Capabilities capabilities;
        CountedRows model(100'000);
        ui::TrackTable table(covers, capabilities);
        table.setTrackModel(&model, &model);
        table.setColumns({ ui::TrackColumn::Title, ui::TrackColumn::Artist }, {});
        table.resize(600, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_COMPARE(model.rowCount(), 100'000);
        QTRY_VERIFY(model.track(0));
        table.selectAll();
        (void)table.grab();
        const int pages = model.pages;
        model.asked = 0;
        const QPoint from = table.visualRect(model.index(2, int(ui::TrackColumn::Title))).center();
        QTest::mousePress(table.viewport(), Qt::LeftButton, {}, from);
        for (const int way : { 4, 40 }) {
            const QPoint to = from + QPoint(way, 0);
            QMouseEvent move(QEvent::MouseMove, to, table.viewport()->mapToGlobal(to), Qt::NoButton,
                Qt::LeftButton, {});
            QApplication::sendEvent(table.viewport(), &move);
        }
        // Offscreen it ends as soon as it begins, and goes with the next turn of the event loop.
        const auto* drag = table.findChild<QDrag*>();
        QVERIFY(drag);
        const ItemDrag items = static_cast<const ui::ItemMime*>(drag->mimeData())->items();
        QCOMPARE(items.count(), 100'000);
        QCOMPARE(items.ids.constFirst(), 1'000'000);
        QCOMPARE(items.ids.constLast(), 900'001);
        // 1,100,000 cells are selected.
        QVERIFY2(model.asked < 1'000, qPrintable(QString::number(model.asked)));
        QCOMPARE(model.pages, pages); // no page was read
        QCOMPARE(model.texts, 1); // the names are, once, while the drag goes on
        QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, from);
    }
};

PLEXM8_GUI_TEST_MAIN(TestItemDrag)
#include "tst_itemdrag.moc"
