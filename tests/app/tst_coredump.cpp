// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "tests/support/leaks.h"

#include <QTemporaryDir>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// A process in a folder of its own whose core nothing limits.
class Dumper
{
public:
    Dumper(const QStringList& command, const QMap<QByteArray, QByteArray>& variables = {})
    {
        std::vector<QByteArray>
            words; // made before the fork: only async-signal-safe calls after it
        for (const QString& word : command) {
            words.push_back(word.toLocal8Bit());
        }
        std::vector<char*> arguments;
        for (QByteArray& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            qputenv(it.key().constData(), it.value());
        }
        const QByteArray folder = m_folder.path().toLocal8Bit();
        m_process = fork();
        if (m_process == 0) {
            const rlimit unlimited { RLIM_INFINITY, RLIM_INFINITY };
            if (setrlimit(RLIMIT_CORE, &unlimited) != 0 || chdir(folder.constData()) != 0) {
                _exit(126);
            }
            execv(arguments.front(), arguments.data());
            _exit(127);
        }
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            qunsetenv(it.key().constData());
        }
    }
    ~Dumper()
    {
        if (!m_isOver) {
            (void)end(SIGKILL);
        }
    }
    Q_DISABLE_COPY_MOVE(Dumper)

    /// @return how it ended, as waitpid() says it
    int end(int signal)
    {
        int status = 0;
        kill(m_process, signal);
        m_isOver = waitpid(m_process, &status, 0) == m_process;
        return status;
    }
    /// Of the program that it runs.
    QByteArray name() const
    {
        QFile file(u"/proc/%1/comm"_s.arg(m_process));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

private:
    QTemporaryDir m_folder;
    pid_t m_process = -1;
    bool m_isOver = false;
};

} // namespace

/// A token in use lies in memory, and a core is a file with all of it: the programs leave none.
class TestCoreDump : public QObject
{
    Q_OBJECT

    demo::Server m_server { demo::Options { .tracks = 50 } };
    demo::Endpoints m_endpoints;
    bool m_isAsked = false;

    /// Whether a request with a token came: the program has one in its memory.
    bool isAsked()
    {
        for (const demo::RecordedRequest& request : m_server.takeRequests()) {
            m_isAsked |= support::holdsToken(request.headers.value("x-plex-token"));
        }
        return m_isAsked;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto endpoints = m_server.start();
        QVERIFY(endpoints);
        m_endpoints = *endpoints;
        Dumper other({ u"/bin/sleep"_s, u"60"_s });
        QTRY_COMPARE(other.name(), "sleep"_ba); // before that it is still this program
        if (!WCOREDUMP(other.end(SIGABRT))) {
            QSKIP("this system writes no core of any program");
        }
    }

    void aProgramThatHoldsATokenLeavesNoCore_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("signal");
        const QString cli = qEnvironmentVariable("PLEXM8_CLI");
        const QString window = qEnvironmentVariable("PLEXM8_WINDOW");
        QTest::addRow("command line, aborted") << cli << SIGABRT;
        QTest::addRow("command line, wrong address") << cli << SIGSEGV;
        QTest::addRow("window, aborted") << window << SIGABRT;
        QTest::addRow("window, wrong address") << window << SIGSEGV;
    }
    void aProgramThatHoldsATokenLeavesNoCore()
    {
        QFETCH(QString, program);
        QFETCH(int, signal);
        const QTemporaryDir data;
        (void)m_server.takeRequests();
        m_isAsked = false;
        demo::Fault slow;
        slow.pathPrefix = u"/library"_s;
        slow.times = -1;
        slow.delay = std::chrono::seconds(30);
        m_server.inject(slow);
        QStringList command { program, u"--data-dir"_s, data.path() };
        if (program == qEnvironmentVariable("PLEXM8_CLI")) {
            command.append(u"sync"_s);
        }
        Dumper running(command,
            { { "PLEXM8_TOKEN", m_endpoints.token.reveal() },
                { "PLEXM8_SERVER_URL", m_endpoints.pms.toString().toUtf8() },
                // A build with AddressSanitizer ends like any other, and forbids no core by itself.
                { "ASAN_OPTIONS", "handle_segv=0:handle_abort=0:disable_coredump=0" } });
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(), 20'000);
        const int status = running.end(signal);
        m_server.clearFaults();
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), signal);
        QVERIFY(!WCOREDUMP(status));
        QCOMPARE(running.files(), QStringList());
        support::verifyNoFileHoldsToken(data.path());
    }
};

QTEST_GUILESS_MAIN(TestCoreDump)
#include "tst_coredump.moc"
