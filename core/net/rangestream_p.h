// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/mailbox.h"
#include "core/util/result.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace net {

/// The thread in which files are fetched for decoders; started with the first reader.
///
/// Thread: created in the client's thread, destroyed by its last user in any other than itself.
class StreamThread
{
public:
    StreamThread();
    ~StreamThread();
    Q_DISABLE_COPY_MOVE(StreamThread)

    [[nodiscard]] QNetworkAccessManager& manager() { return *m_manager; }
    /// Hands an object over to the thread; it goes by deleteLater().
    void adopt(QObject& object) { object.moveToThread(&m_thread); }
    [[nodiscard]] bool isCurrent() const { return QThread::currentThread() == &m_thread; }

private:
    QThread m_thread;
    QNetworkAccessManager* m_manager; // lives in m_thread, destroyed when it finishes
};

/// What a stream delivers.
struct RangeBlock
{
    QByteArray bytes {}; ///< shorter than a block only at the end of the file
    qint64 fileSize = -1; ///< -1 = the server did not say
};
using RangeAnswer = util::Mailbox<util::Result<RangeBlock>>;

/// The network side of one RangeReader: one open transfer that is read block by block. What the
/// decoder has not asked for stays in Qt's bounded buffer, and so in the end at the server.
///
/// Thread: lives in the StreamThread.
class RangeStream : public QObject
{
    Q_OBJECT
public:
    RangeStream(QNetworkAccessManager& manager, const QNetworkRequest& request,
        QByteArray pinnedCertificate);
    ~RangeStream() override;

    /// Fetches one block; a newer call replaces an older one. Answers exactly once if not replaced.
    void fetch(qint64 offset, std::shared_ptr<RangeAnswer> answer);

private:
    void open(qint64 offset);
    /// Ends the open transfer, or leaves one whose outcome is known to end by itself.
    void drop();
    void leave();
    void judgeCertificate(const QList<QSslError>& errors);
    void readHead();
    /// What a successful head says about place and size; an error text, empty if all is well.
    [[nodiscard]] std::optional<util::Error> checkHead(int status);
    void pump();
    void skip();
    void ended();
    /// Once more from where it broke, else the error.
    void failTransfer(const util::Error& error);
    void answer(util::Result<RangeBlock> result);
    [[nodiscard]] util::Error broken(const QString& what) const;
    [[nodiscard]] qint64 wantedEnd() const;

    QNetworkAccessManager& m_manager;
    QNetworkRequest m_request;
    QByteArray m_pinnedCertificate;
    QNetworkReply* m_reply = nullptr; // a child of the manager; dropped with deleteLater
    bool m_headSeen = false;
    bool m_hasRanges = true;
    qint64 m_askedFrom = 0; // where the open transfer was asked to begin
    qint64 m_position = 0; // of the next byte the open transfer yields
    qint64 m_size = -1;
    int m_failures = 0; // since the last byte
    std::shared_ptr<RangeAnswer> m_answer; // shared with the waiting reader
    qint64 m_wanted = 0; // the block that is being fetched
    QByteArray m_bytes; // what it has so far
    QTimer m_stall;
    QTimer m_pause;
};

} // namespace net
