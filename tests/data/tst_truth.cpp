// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tools.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <taglib/fileref.h>
#include <taglib/tpropertymap.h>

using namespace Qt::StringLiterals;

/// The made music against its truth.json, read by a library that did not write it.
class TestTruth : public QObject
{
    Q_OBJECT

private:
    static QString first(const TagLib::PropertyMap& tags, const char* key)
    {
        const TagLib::StringList values = tags.value(key, TagLib::StringList());
        return values.isEmpty() ? QString() : QString::fromStdWString(values.front().toWString());
    }
    static int numberIn(const TagLib::PropertyMap& tags, const char* key)
    {
        return first(tags, key).section(u'/', 0, 0).toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("ffmpeg");
        m_folder = qEnvironmentVariable("PLEXM8_MUSIC_DIR");
        QFile file(m_folder + u"/truth.json"_s);
        QVERIFY2(file.open(QIODevice::ReadOnly), "make-music.sh has not run");
        m_truth = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(m_truth.size(), 200);
    }

    void everyFormatAndScriptIsThere()
    {
        QSet<QString> formats;
        QSet<QChar::Script> scripts;
        int covers = 0;
        for (const QJsonValue& entry : std::as_const(m_truth)) {
            formats.insert(entry[u"format"].toString());
            covers += entry[u"hasCover"].toBool() ? 1 : 0;
            for (const QChar c : entry[u"title"].toString()) {
                scripts.insert(c.script());
            }
        }
        QCOMPARE(formats, (QSet<QString> { u"flac"_s, u"mp3"_s, u"m4a"_s, u"opus"_s, u"ogg"_s }));
        for (const QChar::Script script :
            { QChar::Script_Latin, QChar::Script_Cyrillic, QChar::Script_Greek, QChar::Script_Han,
                QChar::Script_Hiragana, QChar::Script_Katakana, QChar::Script_Hangul,
                QChar::Script_Arabic, QChar::Script_Thai }) {
            QVERIFY2(scripts.contains(script), qPrintable(QString::number(script)));
        }
        QVERIFY(covers > 80 && covers < 150);
    }

    void tagsAreWhatTheTruthSays()
    {
        for (const QJsonValue& entry : std::as_const(m_truth)) {
            const QString path = entry[u"path"].toString();
            const QByteArray local = QFile::encodeName(m_folder + u'/' + path);
            const TagLib::FileRef file(local.constData());
            QVERIFY2(!file.isNull() && file.audioProperties() != nullptr, qPrintable(path));
            const TagLib::PropertyMap tags = file.file()->properties();
            const auto same = [&](const char* tag, QStringView key) {
                return first(tags, tag) == entry[key].toString();
            };
            QVERIFY2(same("TITLE", u"title") && same("ARTIST", u"artist") && same("ALBUM", u"album")
                    && same("ALBUMARTIST", u"albumArtist") && same("GENRE", u"genre"),
                qPrintable(path));
            QCOMPARE(numberIn(tags, "TRACKNUMBER"), entry[u"track"].toInt());
            QCOMPARE(numberIn(tags, "DISCNUMBER"), entry[u"disc"].toInt());
            QCOMPARE(numberIn(tags, "DATE"), entry[u"year"].toInt());
            QCOMPARE(numberIn(tags, "COMPILATION") == 1, entry[u"compilation"].toBool());
            QCOMPARE(file.audioProperties()->channels(), entry[u"channels"].toInt());
        }
    }

    void lengthsAreWhatTheTruthSays()
    {
        for (const QJsonValue& entry : std::as_const(m_truth)) {
            const QString path = entry[u"path"].toString();
            const QByteArray local = QFile::encodeName(m_folder + u'/' + path);
            const TagLib::FileRef file(local.constData());
            QVERIFY2(file.audioProperties() != nullptr, qPrintable(path));
            // TagLib counts the padding of lossy formats too: up to two frames.
            const double truth
                = entry[u"durationSamples"].toDouble() * 1000 / entry[u"sampleRate"].toDouble();
            const double off = file.audioProperties()->lengthInMilliseconds() - truth;
            QVERIFY2(off > -2 && off < 140, qPrintable(path + u' ' + QString::number(off)));
        }
    }

private:
    QString m_folder;
    QJsonArray m_truth;
};

QTEST_GUILESS_MAIN(TestTruth)
#include "tst_truth.moc"
