// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/setaside.h"
#include "core/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using settings::SetAside;

namespace {

constexpr settings::Setting<int> kVolume { "playback/volume", 80, 0, 100 };
constexpr settings::Setting<QString> kText { "playback/device", u"" };
constexpr settings::Setting<QStringList> kList { "recent" };

} // namespace

/// Settings that cannot be used are kept beside new ones.
class TestSetAside : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(u"settings.ini"_s); }
    void write(const QByteArray& content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QByteArray contentOf(const QString& name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatTheProgramWritesIsGood()
    {
        {
            settings::Settings written(path());
            written.set(kVolume, 12);
            written.set(kText, u"a=b;c\n[d] \"e\" \\ ü 日本 \x01"_s);
            written.set(kList, { u"x"_s, u"y, z"_s, u""_s });
            QVERIFY(written.save());
        }
        const auto aside = settings::setAsideIfUnusable(path());
        QVERIFY(aside);
        QVERIFY(!aside->has_value());
        QCOMPARE(settings::Settings(path()).value(kVolume), 12);
        QVERIFY(contentOf(u"settings.ini"_s).contains("format=1"));
    }

    void faultsAreFound_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("fault"); // −1: none
        const int damaged = int(SetAside::Fault::Damaged);
        const int newer = int(SetAside::Fault::Newer);
        QTest::newRow("empty") << QByteArray() << -1;
        QTest::newRow("of an earlier version") << "[playback]\nvolume=3\n"_ba << -1;
        QTest::newRow("of this version") << "[General]\nformat=1\n"_ba << -1;
        QTest::newRow("comments") << "; a\n# b\n\n[a]\r\nb=c\r\n"_ba << -1;
        QTest::newRow("the same word elsewhere") << "[a]\nformat=99\n"_ba << -1;
        QTest::newRow("of a later version") << "[General]\nformat=2\n[a]\nb=1\n"_ba << newer;
        QTest::newRow("later, without its group") << "format=7\n"_ba << newer;
        QTest::newRow("zeros, as after a crash") << QByteArray(512, '\0') << damaged;
        QTest::newRow("words") << "this is no file of settings\n"_ba << damaged;
        QTest::newRow("half a line") << "[a]\nb=1\nmoved_win"_ba << damaged;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\x02\x01\x01\0\0",
            9) << damaged;
        QTest::newRow("no key") << "=1\n"_ba << damaged;
        QTest::newRow("huge") << "[a]\n" + QByteArray("b=1\n").repeated(2'000'000) << damaged;
    }
    void faultsAreFound()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, fault);
        const auto found = settings::faultIn(content);
        QCOMPARE(found ? int(*found) : -1, fault);
    }

    void whatIsUnusableIsKept()
    {
        const QByteArray damaged = "[playback]\nvolume=12\n\0\0\0"_ba + QByteArray(3, '\0');
        write(damaged);
        const auto aside = settings::setAsideIfUnusable(path());
        QVERIFY(aside && aside->has_value());
        QCOMPARE((*aside)->fault, SetAside::Fault::Damaged);
        QCOMPARE((*aside)->keptAs, m_folder->filePath(u"settings.damaged.ini"_s));
        QCOMPARE(contentOf(u"settings.damaged.ini"_s), damaged);
        settings::Settings fresh(path());
        QCOMPARE(fresh.value(kVolume), 80);
        fresh.set(kVolume, 5);
        QVERIFY(fresh.save());
        QCOMPARE(contentOf(u"settings.damaged.ini"_s), damaged);
    }

    void oneThatWasReadBeforeIsReadAgain()
    {
        write("[General]\nformat=2\n[playback]\nvolume=12\n");
        QCOMPARE(settings::Settings(path()).value(kVolume), 12); // as main() looks for the language
        QVERIFY(settings::setAsideIfUnusable(path()).value().has_value());
        QCOMPARE(settings::Settings(path()).value(kVolume), 80);
        QVERIFY(contentOf(u"settings.newer.ini"_s).contains("volume=12"));
    }

    void severalAreKeptBesideEachOther()
    {
        for (int i = 0; i < 20; ++i) {
            write("damage number " + QByteArray::number(i));
            QVERIFY(settings::setAsideIfUnusable(path()).value().has_value());
        }
        QCOMPARE(contentOf(u"settings.damaged.ini"_s), "damage number 0");
        QCOMPARE(contentOf(u"settings.damaged-2.ini"_s), "damage number 1");
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).size() <= 12);
        QVERIFY(!QFile::exists(path()));
    }

    void aFolderInItsPlaceIsAnError()
    {
        QVERIFY(QDir().mkpath(path()));
        const auto aside = settings::setAsideIfUnusable(path());
        QVERIFY(!aside);
        QCOMPARE(aside.error().code, util::Error::Code::Storage);
    }
};

QTEST_GUILESS_MAIN(TestSetAside)
#include "tst_setaside.moc"
