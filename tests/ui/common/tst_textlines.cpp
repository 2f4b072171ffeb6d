// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textlines.h"

#include "tests/support/stallguard.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr QRect kRoom(10, 5, 120, 30);

/// Where something was drawn; all of it must be there.
QRect inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != QColor(Qt::white)) {
                ink |= QRect(x, y, 1, 1);
            }
        }
    }
    return ink;
}

} // namespace

/// The lines of text of the lists.
class TestTextLines : public QObject
{
    Q_OBJECT

    ui::TextLines m_lines { 100 };

    QImage drawn(const QString& text, Qt::Alignment alignment = Qt::AlignLeft,
        Qt::LayoutDirection direction = Qt::LeftToRight, double scale = 1)
    {
        QImage image(QSize(200, 40) * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(QFont(u"sans-serif"_s, 11));
        painter.setLayoutDirection(direction);
        m_lines.draw(painter, kRoom, alignment, text);
        painter.end();
        return image;
    }

private Q_SLOTS:
    void whatFitsLooksAsQtDrawsIt()
    {
        for (const QString& text : { u"Jóga"_s, u"Song (live)"_s, u"1,024"_s }) {
            QImage plain(200, 40, QImage::Format_RGB32);
            plain.fill(Qt::white);
            QPainter painter(&plain);
            painter.setFont(QFont(u"sans-serif"_s, 11));
            painter.drawText(kRoom, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
            painter.end();
            QCOMPARE(inkOf(drawn(text)), inkOf(plain));
            QCOMPARE(drawn(text), drawn(text)); // from what was kept, too
        }
    }

    void theSideIsTheReadersSide()
    {
        const QRect left = inkOf(drawn(u"abc"_s));
        const QRect right = inkOf(drawn(u"abc"_s, Qt::AlignRight));
        QVERIFY(left.right() < kRoom.center().x() && right.left() > kRoom.center().x());
        QCOMPARE(inkOf(drawn(u"abc"_s, Qt::AlignLeft, Qt::RightToLeft)), right);
        const QRect middle = inkOf(drawn(u"abc"_s, Qt::AlignHCenter));
        QVERIFY(qAbs(middle.center().x() - kRoom.center().x()) <= 1);
    }

    void whatIsTooLongIsElided()
    {
        const QString name(400, u'm');
        const QRect ink = inkOf(drawn(name));
        QVERIFY(kRoom.contains(ink));
        QVERIFY(ink.width() > kRoom.width() * 3 / 4);
        const QRect fine = inkOf(drawn(name, Qt::AlignLeft, Qt::LeftToRight, 2));
        QVERIFY(QRect(kRoom.topLeft() * 2, kRoom.size() * 2).contains(fine));
        QVERIFY(inkOf(drawn(QString())).isNull());
    }

    void whatIsNotShownWhereThereIsRoomIsTold()
    {
        const QFont font(u"sans-serif"_s, 11);
        const QString name(10'000, u'i');
        const double width = m_lines.width(font, name);
        QVERIFY(width > QFontMetricsF(font).horizontalAdvance(name.left(300)));
        QVERIFY(width < QFontMetricsF(font).horizontalAdvance(name.left(320)));
    }

    void aLineStaysALine()
    {
        const QString text = u"a\nb\tc\u2028d\u2029e"_s;
        QCOMPARE(drawn(text), drawn(u"a b c d e"_s));
        QVERIFY(kRoom.contains(inkOf(drawn(u"<b>x</b>"_s))));
        QVERIFY(inkOf(drawn(u"<b>x</b>"_s)).width() > inkOf(drawn(u"x"_s)).width());
    }

    void aLargerFontIsAnotherLine()
    {
        const double small = m_lines.width(QFont(u"sans-serif"_s, 11), u"Title"_s);
        const double large = m_lines.width(QFont(u"sans-serif"_s, 22), u"Title"_s);
        QVERIFY(small > 0 && large > 1.8 * small);
        QCOMPARE(m_lines.width(QFont(u"sans-serif"_s, 11), u"Title"_s), small);
    }
};

PLEXM8_GUI_TEST_MAIN(TestTextLines)
#include "tst_textlines.moc"
