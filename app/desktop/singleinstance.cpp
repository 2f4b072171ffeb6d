// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/singleinstance.h"

#include "app/services/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using util::Error;

namespace app {

namespace {

constexpr auto kVisit = 2s; // from the connection to the end of what a visitor has to say
constexpr auto kPatience = 4s; // of a second start with the first
constexpr auto kBetweenTries = 100ms;
constexpr int kMostVisitors = 8;
const QByteArray kTaken = "ok\n"_ba;

/// Where sockets of this user lie: gone after a restart of the machine and closed to others. The
/// profile's own folder where the system has none.
QString runtimeFolder(const QString& dataFolder)
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !given.isEmpty() && QFileInfo(given).isDir() ? given : dataFolder;
}

/// One name for a folder, however it is written.
QString nameOf(const QString& dataFolder)
{
    const QString canonical = QFileInfo(dataFolder).canonicalFilePath();
    const QByteArray hash = QCryptographicHash::hash(
        (canonical.isEmpty() ? QDir(dataFolder).absolutePath() : canonical).toUtf8(),
        QCryptographicHash::Sha256);
    return u"plexm8-"_s + QString::fromLatin1(hash.first(8).toHex());
}

QString addressFor(const QString& dataFolder)
{
#ifdef Q_OS_WIN
    return nameOf(dataFolder);
#else
    return runtimeFolder(dataFolder) + u'/' + nameOf(dataFolder);
#endif
}

Error silence()
{
    return { Error::Code::Timeout,
        QCoreApplication::translate("app::SingleInstance",
            "PlexM8 is running already, but it does not answer. Wait a moment, or end it."),
        {}, 0, {} };
}

/// One hand-over: tries until the first process listens, writes, waits for its word.
class Passing final : public QObject
{
public:
    Passing(QString address, QByteArray line, QObject& parent)
        : QObject(&parent)
        , m_address(std::move(address))
        , m_line(std::move(line))
    {
        m_retry.setSingleShot(true);
        m_since.start();
        connect(&m_retry, &QTimer::timeout, this, &Passing::tryIt);
        connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write(m_line); });
        connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
            if (m_socket.bytesAvailable() >= kTaken.size()) {
                finish(m_socket.read(kTaken.size()) == kTaken);
            }
        });
        connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
            if (m_since.hasExpired(std::chrono::milliseconds(kPatience).count())) {
                finish(false);
            } else {
                m_retry.start(kBetweenTries);
            }
        });
        QTimer::singleShot(kPatience + kVisit, this, [this] { finish(false); });
        m_retry.start(0);
    }
    [[nodiscard]] util::Future<void> future() const { return m_promise.future(); }

private:
    void tryIt()
    {
        m_socket.abort();
        m_socket.connectToServer(m_address);
    }
    void finish(bool isTaken)
    {
        m_promise.finish(isTaken ? util::Result<void>() : util::Result<void>(silence()));
        m_socket.disconnect(this);
        deleteLater();
    }

    QString m_address;
    QByteArray m_line;
    QLocalSocket m_socket;
    QTimer m_retry;
    QElapsedTimer m_since;
    util::Promise<void> m_promise;
};

} // namespace

SingleInstance::SingleInstance(const QString& dataFolder)
    : m_address(addressFor(dataFolder))
    , m_lock(runtimeFolder(dataFolder) + u'/' + nameOf(dataFolder) + u".lock"_s)
{
    m_lock.setStaleLockTime(0); // only a process that has ended loses it
}

util::Result<bool> SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        return true;
    }
    if (m_lock.error() == QLockFile::LockFailedError) {
        return false;
    }
    return Error { Error::Code::Storage, {}, u"no lock, code %1"_s.arg(int(m_lock.error())), 0,
        {} };
}

util::Future<void> SingleInstance::pass(const StartRequest& request, QObject& context) const
{
    auto line = writeStartRequest(request);
    if (!line) {
        return util::async::ready<void>(std::move(line).error());
    }
    return (new Passing(m_address, *line, context))->future(); // the context is its parent
}

StartListener::StartListener(QString address, QObject* parent)
    : QObject(parent)
    , m_address(std::move(address))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMostVisitors);
    connect(&m_server, &QLocalServer::newConnection, this, &StartListener::receive);
}

util::Result<void> StartListener::listen()
{
    QLocalServer::removeServer(m_address);
    if (!m_server.listen(m_address)) {
        return Error { Error::Code::Storage, {},
            u"no socket, code %1"_s.arg(int(m_server.serverError())), 0, {} };
    }
    return {};
}

void StartListener::receive()
{
    while (QLocalSocket* visitor = m_server.nextPendingConnection()) {
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
        if (m_server.findChildren<QLocalSocket*>().size() > kMostVisitors) {
            refuse(visitor, "too many");
            continue;
        }
        visitor->setReadBufferSize(kMostRequestBytes + 1);
        connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { read(visitor); });
        QTimer::singleShot(kVisit, visitor, [visitor] { refuse(visitor, "too slow"); });
        read(visitor); // it may have said all before anybody listened
    }
}

void StartListener::read(QLocalSocket* visitor)
{
    const QByteArray said = visitor->peek(kMostRequestBytes + 1);
    const qsizetype end = said.indexOf('\n');
    if (end < 0) {
        if (said.size() > kMostRequestBytes) {
            refuse(visitor, "too long");
        }
        return;
    }
    const auto request = parseStartRequest(said.first(end + 1));
    if (!request || end + 1 != said.size()) {
        refuse(visitor, "not a request");
        return;
    }
    visitor->disconnect(this); // it has said all
    visitor->write(kTaken);
    visitor->disconnectFromServer();
    qCInfo(lcApp).noquote().nospace() << "event=started-again opens=" << request->opens.size();
    Q_EMIT received(*request);
}

void StartListener::refuse(QLocalSocket* visitor, const char* why)
{
    qCWarning(lcApp).noquote().nospace() << "event=start-refused why=" << why;
    visitor->abort();
    visitor->deleteLater();
}

} // namespace app
