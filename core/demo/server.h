// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/activity.h"
#include "core/demo/certificate.h"
#include "core/demo/fault.h"
#include "core/demo/pinpolicy.h"
#include "core/demo/route.h"
#include "core/util/async.h"
#include "core/util/secretstring.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QThread>
#include <QUrl>
#include <functional>
#include <memory>
#include <utility>

/// An embedded server that speaks as a Plex Media Server and plex.tv do, over real HTTP.
///
/// For: trying the program without an account, and every test that talks HTTP. Not for: parsing
/// what servers answer; it shares no code with the client. Invariant: it is never nicer than a
/// real server (checklist: tests/core/demo/quirks.txt).
namespace demo {

class Backend;
class Listener;

/// What the server holds and how it listens.
struct Options
{
    qint64 tracks = 2000; ///< invented ones, 0…5,000,000; unused with a musicDir
    quint32 seed = 1;
    QString musicDir {}; ///< serve the music files below this folder instead
    quint16 port = 0; ///< of the PMS; 0 = a free one
    bool pregeneratePages = false; ///< write all tracks beforehand, for benchmarks
    int maximumPageRows = 0; ///< > 0: pages are never longer, whatever was asked for
    bool omitsTotalSize = false; ///< paged answers lack totalSize
    bool ignoresPaging = false; ///< as behind a proxy that drops the headers: always everything
    QString name { QStringLiteral("Demo library") };
    QByteArray tokenSuffix {}; ///< ends its tokens; needed where two servers must not share any
    bool hasPass = true; ///< the owner pays for a Plex Pass
    bool hasHome = true; ///< the account has a Home of three
};

/// Where to reach it. The tokens are invented, but handled as if they were real.
struct Endpoints
{
    QUrl pms {};
    QUrl pmsHttps {}; ///< the same PMS; empty where Qt has no TLS
    QUrl plexTv {};
    QUrl discover {};
    QUrl tmdb {};
    util::SecretString token {}; ///< for the PMS
    util::SecretString accountToken {}; ///< for plex.tv; the PMS refuses it
    util::SecretString sharedToken {}; ///< for the PMS, of somebody whom the owner lets in
    QString machineIdentifier {};
};

/// One request as it arrived. Holds tokens: for assertions, not for logs.
struct RecordedRequest
{
    QByteArray service {}; ///< "pms", "plextv", "discover", "tmdb", "stranger" (the wrong machine)
    QByteArray method {};
    QString path {}; ///< decoded
    QList<std::pair<QString, QString>> query {}; ///< decoded, in order
    QHash<QByteArray, QByteArray> headers {}; ///< names in lower case
    QByteArray body {};
    int status = 0; ///< what was answered
    Route route = Route::Lan; ///< which way to the PMS
    bool isEncrypted = false;

    /// The first query value of that name, or empty.
    [[nodiscard]] QString value(const QString& name) const
    {
        for (const auto& [key, text] : query) {
            if (key == name) {
                return text;
            }
        }
        return {};
    }
};

/// The server. Listens on 127.0.0.1 only and works in a thread of its own.
///
/// Thread: every member may be called from any thread; the object belongs to its creator's.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(Options options = {}, QObject* parent = nullptr);
    ~Server() override;

    /// Starts listening; it is when this returns. After stop() on the same ports, with what
    /// changed in between still there. Blocks while a musicDir is read, the first time.
    /// Errors: Offline (no port), Storage (musicDir unreadable).
    util::Result<Endpoints> start();
    /// As start(), but the music is read in the server's thread. Thread: the creator's.
    /// Errors also: Cancelled, by stop().
    [[nodiscard]] util::Future<Endpoints> startAside();
    /// Closes every connection and stops listening; the library stays.
    void stop();

    /// Makes the next matching requests go wrong.
    void inject(Fault fault);
    void clearFaults();
    /// The requests since the last call, oldest first; at most 10,000 are kept.
    [[nodiscard]] QList<RecordedRequest> takeRequests();

    // What somebody else does to the library. Unknown keys are ignored and give false or 0.

    /// Another client rates; nothing = clears.
    bool setRating(quint64 ratingKey, std::optional<double> rating);
    /// What the owner has rated it, now.
    [[nodiscard]] std::optional<double> rating(quint64 ratingKey);
    bool removeItem(quint64 ratingKey);
    /// What removeItem() took is there again, under its original key and just updated.
    bool restoreItem(quint64 ratingKey);
    /// @param stamp  what it is marked with, as updated then; 0 = now
    bool renameItem(quint64 ratingKey, const QString& title, qint64 stamp = 0);
    /// The item was updated at that time (epoch seconds), also in the far future; nothing else of
    /// it changes, and nobody is told.
    bool touchItem(quint64 ratingKey, qint64 at);
    /// The item gets a new rating key, which is returned, and is updated now; the former one
    /// answers 404.
    quint64 rekeyItem(quint64 ratingKey);
    /// These are all that the server is doing by itself from now on.
    void setActivities(const QList<Activity>& activities);
    /// The administrator ends all playback; the next report of each session is told.
    void terminatePlayback(const QString& text);
    void setMaximumPageRows(int rows);
    /// Calls @p change once, in the server's thread, when so many more pages of lists have been
    /// answered: it may use every hook, so that the library changes while somebody pages.
    void afterPages(int pages, std::function<void(Server&)> change);

    /// The certificate of the authority that signed Certificate::Good, PEM: for tests that trust
    /// it.
    [[nodiscard]] static QByteArray authorityPem();
    /// Who connects from now on is shown another certificate; open connections break.
    void setCertificate(Certificate certificate);

    // What happens to the account at plex.tv.

    void setPinPolicy(const PinPolicy& policy);
    /// Somebody confirms, as the owner, every sign-in that waits; not under Claim::Never.
    void claimPin();
    void expirePins();
    /// The PMS answers 401 to every token it has given; plex.tv gives new ones.
    void revokeServerToken();
    /// All tokens of both kinds are worth nothing; only a sign-in gives new ones.
    void revokeAccountToken();
    void setPass(bool hasPass);
    /// What plex.tv lists as ways to this server, in that order.
    void setCandidates(const QList<Candidate>& candidates);
    /// Whether anything is answered on that way; its open connections break. Not asked for again
    /// when the server restarts.
    void setReachable(Route route, bool reachable);
    /// Plain HTTP is neither listed nor answered.
    void setHttpsRequired(bool required);
    /// Lists another server, which is running, at this one's plex.tv.
    ///
    /// @param owner  who shares it with the account; empty = the account's own
    void announce(const Endpoints& other, const QString& name, const QString& owner);

    /// Sends @p text as one frame to every notification socket, whatever it is: an unknown type,
    /// half a document, nothing. Does nothing while the server is stopped.
    void sendNotification(const QByteArray& text);
    /// Breaks every notification connection without a word, as a proxy does.
    void dropNotificationSockets();

    /// The samples of an invented track: 44.1 kHz, 16 bit, stereo, interleaved; empty for others.
    [[nodiscard]] QByteArray pcm(quint64 ratingKey);

private:
    util::Result<Endpoints> listen();
    void makeDueChange();

    Options m_options;
    QThread m_thread;
    std::stop_source m_stop; ///< of the reading in startAside()
    std::unique_ptr<Backend> m_backend;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::vector<quint16> m_ports;
};

} // namespace demo
