// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/singleinstance.h"
#include "app/services/paths.h"
#include "tests/support/await.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::StartRequest;
using support::await;
using util::Error;

namespace {

/// The real program with a profile of its own.
class Start
{
public:
    explicit Start(const QString& folder, const QStringList& more = {})
    {
        m_process.start(qEnvironmentVariable("PLEXM8_WINDOW"),
            QStringList { u"--demo"_s, u"--demo-tracks"_s, u"5"_s, u"--data-dir"_s, folder }
                + more);
    }
    ~Start()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Start)

    QProcess& process() { return m_process; }
    /// Waits for the end; −1 if there is none or it is a crash.
    int code()
    {
        // The event loop turns meanwhile: what it talks to may live in this process.
        const bool isEnd
            = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 30'000);
        return isEnd && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    /// All of it up to now.
    QString said()
    {
        m_said += m_process.readAllStandardError();
        return QString::fromUtf8(m_said);
    }

private:
    QByteArray m_said;
    QProcess m_process;
};

} // namespace

/// One window for each profile: later starts hand over what they were given and end.
class TestSingleInstance : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->path(); }
    QString data() const
    {
        const app::Paths paths = app::Paths::below(folder());
        [[maybe_unused]] const bool made = paths.make();
        return paths.data;
    }
    /// Whether a program listens there.
    static bool answers(const QString& address)
    {
        QLocalSocket socket;
        socket.connectToServer(address);
        return socket.waitForConnected(1000);
    }
    /// What is left when somebody said @p bytes: whether the other side hung up, and said nothing.
    static bool isRefused(const QString& address, const QByteArray& bytes)
    {
        QLocalSocket socket;
        socket.connectToServer(address);
        socket.write(bytes);
        return QTest::qWaitFor(
                   [&socket] { return socket.state() == QLocalSocket::UnconnectedState; }, 10'000)
            && socket.readAll().isEmpty();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theSecondStartHandsOverAndEnds()
    {
        QFile song(folder() + u"/a song.flac"_s);
        QVERIFY(song.open(QIODevice::WriteOnly));
        app::SingleInstance first(data());
        QVERIFY(first.claim().value_or(false));
        app::StartListener listener(first.address());
        QVERIFY(listener.listen());
        const QSignalSpy received(&listener, &app::StartListener::received);

        Start second(folder(), { u"plexm8://album/12"_s, song.fileName() });
        QCOMPARE(second.code(), 0);
        QCOMPARE(received.count(), 1);
        const auto request = received.at(0).at(0).value<StartRequest>();
        QCOMPARE(request.opens, (QStringList { u"plexm8://album/12"_s, song.fileName() }));
    }

    void oneProgramTellsAnother()
    {
        const app::SingleInstance names(data());
        Start first(folder());
        QTRY_VERIFY_WITH_TIMEOUT(answers(names.address()), 30'000);
        Start second(folder());
        QCOMPARE(second.code(), 0);
        QCOMPARE(first.process().state(), QProcess::Running);
        QTRY_VERIFY(first.said().contains("event=started-again"_L1));
    }

    void anotherProfileIsAnotherProgram()
    {
        app::SingleInstance first(data());
        QVERIFY(first.claim().value_or(false));
        const QTemporaryDir other;
        const app::SingleInstance names(app::Paths::below(other.path()).data);
        Start second(other.path());
        const auto isThere = [&other] {
            const app::SingleInstance its(app::Paths::below(other.path()).data);
            return answers(its.address());
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 30'000);
        QCOMPARE(second.process().state(), QProcess::Running);
    }

    void oneFolderIsOneProfileHoweverItIsWritten()
    {
        QVERIFY(QFile::link(data(), folder() + u"/link"_s));
        QCOMPARE(app::SingleInstance(folder() + u"/link"_s).address(),
            app::SingleInstance(data()).address());
    }

    void whatAKilledProgramLeftIsTakenOver()
    {
        app::SingleInstance next(data());
        {
            Start killed(folder());
            QTRY_VERIFY_WITH_TIMEOUT(answers(next.address()), 30'000);
            QVERIFY(!next.claim().value_or(true));
            ::kill(pid_t(killed.process().processId()), SIGKILL);
            QCOMPARE(killed.code(), -1);
        }
        QVERIFY(QFileInfo::exists(next.address())); // the socket is still there
        QVERIFY(next.claim().value_or(false));
        app::StartListener listener(next.address());
        QVERIFY(listener.listen());
        const QSignalSpy received(&listener, &app::StartListener::received);
        Start second(folder());
        QCOMPARE(second.code(), 0);
        QCOMPARE(received.count(), 1);
    }

    void aProgramThatDoesNotAnswerIsNamed()
    {
        app::SingleInstance first(data());
        QVERIFY(first.claim().value_or(false)); // and never listens
        QElapsedTimer time;
        time.start();
        Start second(folder());
        QCOMPARE(second.code(), 1);
        QVERIFY(second.said().contains("does not answer"_L1));
        QVERIFY(time.elapsed() < 20'000);
    }

    void theSocketIsForThisUserOnly()
    {
        app::SingleInstance first(data());
        app::StartListener listener(first.address());
        QVERIFY(listener.listen());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(first.address()).permissions() & others));
    }

    void whatIsNoRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray("\x01\xff\0\n", 4);
        QTest::newRow("no object") << "[1,2]\n"_ba;
        QTest::newRow("no list") << "{\"opens\":\"x\"}\n"_ba;
        QTest::newRow("numbers") << "{\"opens\":[1]}\n"_ba;
        QTest::newRow("nothing to open") << "{\"opens\":[\"\"]}\n"_ba;
        QTest::newRow("control characters") << "{\"opens\":[\"a\\u0007b\"]}\n"_ba;
        QTest::newRow("a long link") << "{\"opens\":[\"" + QByteArray(5000, 'a') + "\"]}\n";
        QTest::newRow("too many") << "{\"opens\":[" + QByteArray("\"a\",").repeated(200)
                + "\"a\"]}\n";
        QTest::newRow("a leave with spaces") << "{\"opens\":[],\"activation\":\"a b\"}\n"_ba;
        QTest::newRow("more behind it") << "{\"opens\":[]}\n{\"opens\":[]}\n"_ba;
        QTest::newRow("endless") << QByteArray(1 << 20, ' ');
        QTest::newRow("deep") << QByteArray(60'000, '[') + '\n';
        QTest::newRow("slow") << "{\"opens\":"_ba;
        QTest::newRow("silent") << QByteArray();
    }
    void whatIsNoRequestIsRefused()
    {
        QFETCH(QByteArray, bytes);
        app::SingleInstance first(data());
        app::StartListener listener(first.address());
        QVERIFY(listener.listen());
        const QSignalSpy received(&listener, &app::StartListener::received);
        QVERIFY(isRefused(first.address(), bytes));
        QCOMPARE(received.count(), 0);
        // Nobody else is kept from it.
        QObject context;
        QVERIFY(await(first.pass({ { u"plexm8://artist/1"_s }, {} }, context)));
        QCOMPARE(received.count(), 1);
    }

    void manyWhoSayNothingKeepNobodyOut()
    {
        app::SingleInstance first(data());
        app::StartListener listener(first.address());
        QVERIFY(listener.listen());
        const QSignalSpy received(&listener, &app::StartListener::received);
        std::vector<std::unique_ptr<QLocalSocket>> silent;
        for (int i = 0; i < 40; ++i) {
            silent.push_back(std::make_unique<QLocalSocket>());
            silent.back()->connectToServer(first.address());
        }
        QObject context;
        QVERIFY(await(first.pass({}, context)));
        QCOMPARE(received.count(), 1);
    }

    void moreThanIsTakenIsNotSent()
    {
        app::SingleInstance first(data());
        QObject context;
        const auto passed = await(first.pass({ QStringList(200, u"a"_s), {} }, context));
        QVERIFY(!passed);
        QCOMPARE(passed.error().code, Error::Code::InvalidInput);
        QVERIFY(!passed.error().message.isEmpty());
    }

    void aRequestSurvivesTheWay()
    {
        const StartRequest request { { u"plexm8://search/Łódź \"x\""_s, u"/a, b/ü.m3u"_s },
            u"token-1_TIME99"_s };
        const auto line = app::writeStartRequest(request);
        QVERIFY(line);
        const auto read = app::parseStartRequest(*line);
        QVERIFY(read);
        QCOMPARE(*read, request);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
