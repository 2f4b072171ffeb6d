// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/tokenstore.h"
#include "tests/support/await.h"
#include "tests/support/tools.h"

#include <QDataStream>
#include <QElapsedTimer>
#include <QFile>
#include <QLibrary>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using account::TokenPlace;
using support::await;
using util::Error;
using util::SecretString;

namespace {

constexpr auto kToken = "s3cr3t-Tok";
constexpr auto kPassword = "of the keyring";
constexpr std::chrono::milliseconds kLimit { 5000 };

/// A bus with nothing on it but what is started here. Its prompt is shown to nobody: it stays
/// unanswered as long as the file "silent" is there, and fails where it is not.
constexpr auto kBus = R"(<busconfig>
  <type>session</type>
  <listen>unix:path=%1/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>%1</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="service_start_timeout">600000</limit>
</busconfig>
)";
constexpr auto kPrompter = R"([D-BUS Service]
Name=org.gnome.keyring.SystemPrompter
Exec=/bin/sh -c "while [ -e %1/silent ]; do sleep 0.05; done; exit 1"
)";

/// Ends with this process, whatever ends that.
void startBound(QProcess& program, const QString& name, const QStringList& arguments)
{
    program.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setStandardErrorFile(QProcess::nullDevice());
    program.start(name, arguments);
    QVERIFY(program.waitForStarted());
}

void end(QProcess& program)
{
    program.terminate();
    if (!program.waitForFinished(5000)) {
        program.kill();
        program.waitForFinished();
    }
}

} // namespace

/// The store of tokens with a real gnome-keyring, on a bus of its own.
class TestKeyring : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;

    QString path(const char* name) const { return m_home.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QByteArray withHome(const char* text) const
    {
        return QString::fromLatin1(text).arg(m_home.path()).toUtf8();
    }
    static bool call(const QStringList& arguments)
    {
        QProcess program;
        program.start(u"dbus-send"_s,
            QStringList { u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                u"/org/freedesktop/secrets"_s }
                + arguments);
        return program.waitForFinished() && program.exitCode() == 0;
    }
    static bool lock()
    {
        return call({ u"org.freedesktop.Secret.Service.Lock"_s,
            u"array:objpath:/org/freedesktop/secrets/collection/login"_s });
    }
    /// As a login does: through the daemon's socket, in the words of its PAM module
    /// (gnome-keyring, pam/gkr-pam-client.c and daemon/control/gkd-control-codes.h).
    bool unlock() const
    {
        constexpr quint32 kUnlock = 1;
        QLocalSocket socket;
        socket.connectToServer(path("keyring/control"));
        if (!socket.waitForConnected()) {
            return false;
        }
        const QByteArray password = kPassword;
        QByteArray message;
        QDataStream out(&message, QIODevice::WriteOnly); // of numbers the highest byte first
        out << quint8(0) << quint32(12 + password.size()) << kUnlock << password;
        socket.write(message);
        while (socket.bytesAvailable() < 8 && socket.waitForReadyRead()) { }
        QDataStream in(&socket);
        quint32 length = 0;
        quint32 result = 1;
        in >> length >> result;
        return length == 8 && result == 0;
    }
    void setSilent(bool isSilent) const
    {
        if (isSilent) {
            write("silent", {});
        } else {
            QFile::remove(path("silent"));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("dbus-daemon");
        NEEDS_TOOL("dbus-send");
        NEEDS_TOOL("gnome-keyring-daemon");
        if (!QLibrary(u"secret-1"_s, 0).load()) { // with which QtKeychain speaks to it
            SKIP_WITHOUT_TOOL("libsecret is not installed");
        }
        for (const char* name : { "HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME" }) {
            QVERIFY(qputenv(name, m_home.path().toUtf8()));
        }
        qputenv("DBUS_SESSION_BUS_ADDRESS", withHome("unix:path=%1/bus"));
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        qunsetenv("DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
        write("bus.conf", withHome(kBus));
        write("prompter.service", withHome(kPrompter));
        startBound(m_bus, u"dbus-daemon"_s,
            { u"--config-file="_s + path("bus.conf"), u"--nofork"_s, u"--nopidfile"_s });
        QTRY_VERIFY(QFile::exists(path("bus")));
        startBound(m_keyring, u"gnome-keyring-daemon"_s,
            { u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s });
        m_keyring.write(kPassword);
        m_keyring.closeWriteChannel();
        QTRY_VERIFY(call({ u"org.freedesktop.DBus.Peer.Ping"_s })
            && QFile::exists(path("keyrings/login.keyring")));
    }
    void cleanupTestCase()
    {
        setSilent(false);
        end(m_keyring);
        end(m_bus);
    }
    void init()
    {
        setSilent(false);
        QVERIFY(unlock());
    }

    void anUnlockedKeyringKeepsTheToken()
    {
        account::KeychainTokenStore keychain(u"PlexM8 test"_s);
        account::FileTokenStore file(path("private/tokens"));
        account::FallbackTokenStore store(keychain, file);
        const auto written = await(store.write(u"kept"_s, SecretString(kToken)));
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        QCOMPARE(*written, TokenPlace::SystemStore);
        QVERIFY(!QFile::exists(path("private/tokens")));
        account::KeychainTokenStore again(u"PlexM8 test"_s);
        QCOMPARE(await(again.read(u"kept"_s))->reveal(), kToken);
        QCOMPARE(await(again.read(u"other"_s)).error().code, Error::Code::NotFound);
        QFile keyring(path("keyrings/login.keyring"));
        QVERIFY(keyring.open(QIODevice::ReadOnly));
        QVERIFY(!keyring.readAll().contains(kToken));
        QVERIFY(await(store.write(u"gone"_s, SecretString("other"))));
        QVERIFY(await(store.remove(u"gone"_s)));
        QCOMPARE(await(store.read(u"gone"_s)).error().code, Error::Code::NotFound);
    }

    /// It asks for its password, and nobody is there.
    void aLockedKeyringIsGivenUpAfterItsLimit()
    {
        account::KeychainTokenStore keychain(u"PlexM8 test"_s);
        account::FileTokenStore file(path("private/tokens"));
        account::FallbackTokenStore store(keychain, file);
        QVERIFY(await(store.write(u"kept"_s, SecretString(kToken))));
        setSilent(true);
        QVERIFY(lock());

        QElapsedTimer clock;
        clock.start();
        const auto read = await(store.read(u"kept"_s));
        const auto took = std::chrono::milliseconds(clock.restart());
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Timeout);
        QCOMPARE(read.error().message,
            u"The system's store for passwords is locked. Unlock it and try again."_s);
        // Qt's timers that need not be precise come up to 5 % early.
        QVERIFY2(took >= kLimit * 95 / 100 && took < kLimit + 2s,
            qPrintable(QString::number(took.count())));

        // While the prompt is open, nothing waits for it once more; a new token has the file.
        QCOMPARE(*await(store.write(u"new"_s, SecretString("other"))), TokenPlace::File);
        QCOMPARE(await(store.read(u"new"_s))->reveal(), "other");
        QCOMPARE(await(store.read(u"kept"_s)).error().code, Error::Code::Timeout);
        QVERIFY(await(store.remove(u"new"_s)).error().code == Error::Code::Timeout);
        QVERIFY(!QFile::exists(path("private/tokens")));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));

        // The prompt is closed and the keyring unlocked: it was never lost.
        setSilent(false);
        QVERIFY(unlock());
        QTRY_COMPARE(await(store.read(u"kept"_s)).value_or(SecretString()).reveal(), kToken);
    }

    /// Without a display no prompt can be shown: the answer comes at once.
    void aLockedKeyringThatCannotAskIsNotWaitedFor()
    {
        account::KeychainTokenStore keychain(u"PlexM8 test"_s);
        account::FileTokenStore file(path("private/tokens"));
        account::FallbackTokenStore store(keychain, file);
        QVERIFY(await(store.write(u"kept"_s, SecretString(kToken))));
        QVERIFY(lock());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!await(store.read(u"kept"_s)));
        QCOMPARE(*await(store.write(u"new"_s, SecretString("other"))), TokenPlace::File);
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(await(store.read(u"new"_s))->reveal(), "other");
        QVERIFY(unlock());
        QCOMPARE(await(store.read(u"kept"_s))->reveal(), kToken);
        QCOMPARE(*await(store.write(u"new"_s, SecretString("again"))), TokenPlace::SystemStore);
        QVERIFY(!QFile::exists(path("private/tokens")));
        QCOMPARE(await(store.read(u"new"_s))->reveal(), "again");
    }
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
