// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/picturepath.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPicturePath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPathIsTakenApart_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("picture");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("owner");
        QTest::newRow("cover") << u"/library/metadata/42/thumb/1700000000"_s
                               << u"/library/metadata/42/thumb"_s << u"1700000000"_s << u"42"_s;
        QTest::newRow("background") << u"/library/metadata/42/art/7"_s
                                    << u"/library/metadata/42/art"_s << u"7"_s << u"42"_s;
        QTest::newRow("playlist") << u"/playlists/9/composite/17"_s << u"/playlists/9/composite"_s
                                  << u"17"_s << u"9"_s;
        QTest::newRow("without a number")
            << u"/library/metadata/42/thumb"_s << u"/library/metadata/42/thumb"_s << QString()
            << u"42"_s;
        QTest::newRow("a number that is none")
            << u"/library/metadata/42/thumb/17x"_s << u"/library/metadata/42/thumb/17x"_s
            << QString() << u"42"_s;
        QTest::newRow("of arabic digits")
            << u"/library/metadata/42/thumb/١٧"_s << u"/library/metadata/42/thumb/١٧"_s << QString()
            << u"42"_s;
        QTest::newRow("not behind a picture")
            << u"/library/metadata/42"_s << u"/library/metadata/42"_s << QString() << QString();
        QTest::newRow("elsewhere")
            << u"https://image.example/thumb.jpg"_s << u"https://image.example/thumb.jpg"_s
            << QString() << QString();
        QTest::newRow("icon") << u"/:/resources/artist.png"_s << u"/:/resources/artist.png"_s
                              << QString() << QString();
        QTest::newRow("empty") << QString() << QString() << QString() << QString();
        QTest::newRow("slash") << u"/"_s << u"/"_s << QString() << QString();
        QTest::newRow("end") << u"/library/metadata/"_s << u"/library/metadata/"_s << QString()
                             << QString();
    }
    void aPathIsTakenApart()
    {
        QFETCH(QString, path);
        QTEST(types::picturePath(path).picture, "picture");
        QTEST(types::picturePath(path).version, "version");
        QTEST(types::pictureOwner(path), "owner");
    }
};

QTEST_GUILESS_MAIN(TestPicturePath)
#include "tst_picturepath.moc"
