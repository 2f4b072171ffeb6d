// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/decode.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

QByteArray encode(QSize size, const char* format, QImage::Format pixels = QImage::Format_RGB32)
{
    QImage image(size, pixels);
    image.fill(qRgba(200, 30, 60, 128));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A PNG that claims to be of that size; nothing but its header is true.
QByteArray claimedPng(quint32 width, quint32 height)
{
    QByteArray png = encode(QSize(8, 8), "png");
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    // The header's check sum, else the claim is not even read.
    quint32 crc = 0xffffffff;
    for (const char c : png.mid(12, 17)) {
        crc ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320 : 0);
        }
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picturesAreShrunkToTheShorterSide_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("size");
        QTest::newRow("jpeg") << encode(QSize(600, 400), "jpg") << QSize(150, 100);
        QTest::newRow("png") << encode(QSize(300, 600), "png") << QSize(100, 200);
        QTest::newRow("small stays") << encode(QSize(40, 30), "png") << QSize(40, 30);
        QTest::newRow("square") << encode(QSize(1000, 1000), "jpg") << QSize(100, 100);
    }
    void picturesAreShrunkToTheShorterSide()
    {
        QFETCH(QByteArray, bytes);
        const auto image = artwork::decode(bytes, 100);
        QVERIFY(image);
        QTEST(image->size(), "size");
        QCOMPARE(image->format(), QImage::Format_RGB32);
    }

    void transparencyStays()
    {
        const auto image
            = artwork::decode(encode(QSize(50, 50), "png", QImage::Format_ARGB32), 100);
        QVERIFY(image);
        QCOMPARE(image->format(), QImage::Format_ARGB32_Premultiplied);
        QCOMPARE(qAlpha(image->pixel(5, 5)), 128);
    }

    void whatIsNoPictureFailsCleanly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray jpeg = encode(QSize(64, 64), "jpg");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << "<html><body>404</body></html>"_ba;
        QTest::newRow("svg") << "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"_ba;
        QTest::newRow("magic only") << jpeg.left(3);
        QTest::newRow("cut head") << jpeg.left(20);
        QTest::newRow("png magic and noise") << "\x89PNG\r\n\x1a\n"_ba + QByteArray(500, 'x');
        QTest::newRow("gif magic") << "GIF89a"_ba;
        QTest::newRow("webp magic") << "RIFF\0\0\0\0WEBPVP8 "_ba;
        QTest::newRow("30,000 squared") << claimedPng(30'000, 30'000);
        QTest::newRow("wide") << claimedPng(100'000, 2);
        QTest::newRow("many pixels") << claimedPng(11'000, 11'000);
        QTest::newRow("nothing") << claimedPng(0, 0);
        QTest::newRow("negative") << claimedPng(0xffffffff, 0xffffffff);
        QTest::newRow("lie within the limit") << claimedPng(900, 900);
        QTest::newRow("too many bytes") << jpeg + QByteArray(17 * 1024 * 1024, 'x');
    }
    void whatIsNoPictureFailsCleanly()
    {
        QFETCH(QByteArray, bytes);
        const auto image = artwork::decode(bytes, 100);
        QVERIFY(!image);
        QCOMPARE(image.error().code, util::Error::Code::Protocol);
        QVERIFY(!image.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
