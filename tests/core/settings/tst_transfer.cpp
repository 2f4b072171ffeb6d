// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/setaside.h"
#include "core/settings/transfer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using util::Error;

namespace {

enum class Theme
{
    System,
    Light,
    Dark
};

constexpr settings::Setting<int> kVolume { "playback/volume", 80, 0, 100 };
constexpr settings::Setting<bool> kGapless { "playback/gapless", true };
constexpr settings::Setting<double> kPreamp { "playback/preamp", 0.0, -12.0, 12.0 };
constexpr settings::Setting<QString> kDevice { "playback/device", u"default" };
constexpr settings::Setting<QStringList> kKeys { "keys/own" };
constexpr settings::Setting<Theme> kTheme { "ui/theme", Theme::System, Theme::System, Theme::Dark };
constexpr settings::Setting<std::chrono::milliseconds> kFade { "playback/fade", 0ms, 0ms, 9000ms };
/// Never in a file.
constexpr settings::Setting<QStringList> kServers { "account/servers" };

QList<settings::Portable> list()
{
    using settings::portable;
    return { portable(kVolume), portable(kGapless), portable(kPreamp), portable(kDevice),
        portable(kKeys), portable(kTheme, { u"system"_s, u"light"_s, u"dark"_s }),
        portable(kFade) };
}

void fill(settings::Settings& s)
{
    s.set(kVolume, 12);
    s.set(kGapless, false);
    s.set(kPreamp, -1.5);
    s.set(kDevice, u"Łódź \"x\""_s);
    s.set(kKeys, { u"a=Ctrl+1"_s, u"b="_s });
    s.set(kTheme, Theme::Dark);
    s.set(kFade, 250ms);
}

} // namespace

/// Settings as a file for another computer, and back.
class TestTransfer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;

    QString path() { return m_folder.filePath(u"settings%1.ini"_s.arg(++m_number)); }
    static QByteArray fileWith(const QByteArray& values, const QByteArray& format = "1")
    {
        return R"({"program":"PlexM8","format":)" + format + R"(,"settings":{)" + values + "}}";
    }

private Q_SLOTS:
    void everyTypeIsTheSameElsewhere()
    {
        settings::Settings from(path());
        fill(from);
        settings::Settings to(path());
        const auto import = settings::imported(settings::exported(from, list()), to, list());
        QVERIFY(import);
        QCOMPARE(import->differences.size(), 7);
        QCOMPARE(import->unknown, 0);
        QCOMPARE(to.value(kVolume), 80); // looking changes nothing
        QSignalSpy changed(&to, &settings::Settings::changed);
        settings::apply(import->differences, to, list());
        QCOMPARE(changed.size(), 7);
        QCOMPARE(to.value(kVolume), 12);
        QCOMPARE(to.value(kGapless), false);
        QCOMPARE(to.value(kPreamp), -1.5);
        QCOMPARE(to.value(kDevice), u"Łódź \"x\""_s);
        QCOMPARE(to.value(kKeys), (QStringList { u"a=Ctrl+1"_s, u"b="_s }));
        QCOMPARE(to.value(kTheme), Theme::Dark);
        QCOMPARE(to.value(kFade), 250ms);
        QVERIFY(settings::imported(settings::exported(from, list()), to, list())
                    ->differences.isEmpty());
    }

    void aPersonCanReadIt()
    {
        settings::Settings from(path());
        from.set(kTheme, Theme::Light);
        const QByteArray file = settings::exported(from, list());
        QVERIFY2(file.contains("\"ui/theme\": \"light\"\n"), file.constData());
        QVERIFY(file.contains("\"playback/volume\": 80,\n"));
    }

    void onlyWhatIsListedIsInIt()
    {
        settings::Settings from(path());
        from.set(kServers, { u"{\"name\":\"Attic\"}"_s });
        const QByteArray file = settings::exported(from, list());
        QVERIFY(!file.contains("account"));
        QVERIFY(!file.contains("Attic"));
        settings::Settings to(path());
        const auto import = settings::imported(
            fileWith(R"("account/servers":["x"],"ui/theme":"dark")"), to, list());
        QVERIFY(import);
        QCOMPARE(import->unknown, 1);
        QCOMPARE(import->differences.size(), 1);
        settings::apply({ { u"account/servers"_s, {}, QStringList { u"x"_s } } }, to, list());
        QCOMPARE(to.value(kServers), QStringList());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        const int invalid = int(Error::Code::InvalidInput);
        QTest::newRow("nothing") << QByteArray() << invalid;
        QTest::newRow("no json") << QByteArray("[General]\nformat=1\n") << invalid;
        QTest::newRow("cut") << fileWith("\"ui/theme\":\"dark\"").chopped(3) << invalid;
        QTest::newRow("another program")
            << QByteArray(R"({"program":"Other","format":1,"settings":{}})") << invalid;
        QTest::newRow("no format")
            << QByteArray(R"({"program":"PlexM8","settings":{}})") << invalid;
        QTest::newRow("no settings")
            << QByteArray(R"({"program":"PlexM8","format":1,"settings":[]})") << invalid;
        QTest::newRow("half a format") << fileWith("", "1.5") << invalid;
        QTest::newRow("huge") << fileWith("\"x\":\"" + QByteArray(1'100'000, 'x') + "\"")
                              << invalid;
        QTest::newRow("later") << fileWith("", "2") << int(Error::Code::Unsupported);
        QTest::newRow("too loud") << fileWith(R"("playback/volume":101)") << invalid;
        QTest::newRow("half a number") << fileWith(R"("playback/volume":1.5)") << invalid;
        QTest::newRow("a text for a number") << fileWith(R"("playback/volume":"1")") << invalid;
        QTest::newRow("a number for an enum") << fileWith(R"("ui/theme":1)") << invalid;
        QTest::newRow("no such name") << fileWith(R"("ui/theme":"pink")") << invalid;
        QTest::newRow("a text for a truth") << fileWith(R"("playback/gapless":"true")") << invalid;
        QTest::newRow("no list") << fileWith(R"("keys/own":"x")") << invalid;
        QTest::newRow("a list of numbers") << fileWith(R"("keys/own":[1])") << invalid;
        QTest::newRow("one good, one bad")
            << fileWith(R"("playback/gapless":false,"playback/volume":-1)") << invalid;
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, code);
        const settings::Settings to(path());
        const auto import = settings::imported(file, to, list());
        QVERIFY(!import);
        QCOMPARE(int(import.error().code), code);
        QVERIFY(!import.error().message.isEmpty());
        QVERIFY(!QFile::exists(to.file()));
    }

    void aResetLeavesWhatIsNotListed()
    {
        settings::Settings s(path());
        fill(s);
        s.set(kServers, { u"x"_s });
        const auto differences = settings::resetOf(s, list());
        QCOMPARE(differences.size(), 7);
        settings::apply(differences, s, list());
        QVERIFY(settings::resetOf(s, list()).isEmpty());
        QCOMPARE(s.value(kVolume), 80);
        QCOMPARE(s.value(kServers), QStringList { u"x"_s });
        QVERIFY(s.save());
        QFile file(s.file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("volume")); // nothing that is as it comes is stored
    }

    void whatWasBeforeCanBeBroughtBack()
    {
        settings::Settings s(path());
        fill(s);
        QVERIFY(s.save());
        QVERIFY(settings::keepCopy(s.file()));
        settings::apply(settings::resetOf(s, list()), s, list());
        const settings::Settings former(settings::keptCopy(s.file()));
        const auto back = settings::differencesTo(former, s, list());
        QCOMPARE(back.size(), 7);
        settings::apply(back, s, list());
        QCOMPARE(s.value(kKeys), (QStringList { u"a=Ctrl+1"_s, u"b="_s }));
        QCOMPARE(s.value(kTheme), Theme::Dark);
        QVERIFY(!(QFile::permissions(former.file())
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }

    void aFileIsWrittenAndReadAgain()
    {
        settings::Settings from(path());
        fill(from);
        const QString file = m_folder.filePath(u"export.json"_s);
        QVERIFY(settings::exportTo(file, from, list()));
        const settings::Settings to(path());
        QCOMPARE(settings::importFrom(file, to, list())->differences.size(), 7);
        const QString nowhere = m_folder.filePath(u"no/such/folder.json"_s);
        QCOMPARE(settings::exportTo(nowhere, from, list()).error().code, Error::Code::Storage);
        QCOMPARE(settings::importFrom(nowhere, to, list()).error().code, Error::Code::Storage);
    }
};

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
