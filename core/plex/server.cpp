// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/server.h"

#include "core/plex/request_p.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace plex {

namespace {

constexpr int kNotModified = 304;
constexpr qint64 kLargestPage = qint64(32) * 1024 * 1024; ///< of items: several are read at once
constexpr auto kIdentityTimeout = std::chrono::seconds(3);
constexpr auto kInfoTimeout = std::chrono::seconds(20); // short, but the disk may be asleep

QString stateName(TimelineReport::State state)
{
    switch (state) {
    case TimelineReport::State::Playing:
        return u"playing"_s;
    case TimelineReport::State::Paused:
        return u"paused"_s;
    case TimelineReport::State::Buffering:
        return u"buffering"_s;
    case TimelineReport::State::Stopped:
        break;
    }
    return u"stopped"_s;
}

/// Seconds since 1970 of a Date header.
std::optional<qint64> timeIn(const QByteArray& header)
{
    auto time = QLocale::c().toDateTime(
        QString::fromLatin1(header), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

} // namespace

Server::Server(const QUrl& base, const util::SecretString& token, const ClientIdentity& identity,
    QThreadPool& pool, const QByteArray& pinnedCertificate, QObject* parent)
    : QObject(parent)
    , m_client(base,
          { .maxParallel = 6,
              .userAgent = identity.product.toUtf8() + '/' + identity.version.toUtf8(),
              .pinnedCertificate = pinnedCertificate })
    , m_token(token)
    , m_identity(identity)
    , m_pinnedCertificate(pinnedCertificate)
    , m_pool(pool)
{
    for (const auto& [name, value] : headersOf(identity)) {
        m_client.setHeader(name, value);
    }
    m_client.setSecretHeader("X-Plex-Token", token);
}

Future<net::Response> Server::send(net::Request request, std::stop_token stop)
{
    auto answer = m_client.send(std::move(request), std::move(stop));
    async::deliver(answer, this, [this](const Result<net::Response>& result) {
        if (result) {
            const auto said = timeIn(result->headers.value("date"));
            m_serverTime = said ? said : m_serverTime;
            return;
        }
        if (result.error().code == Error::Code::Unauthorised) {
            Q_EMIT unauthorised();
        } else if (result.error().code == Error::Code::Offline
            || result.error().code == Error::Code::Timeout) {
            Q_EMIT unreachable();
        }
    });
    return answer;
}

Future<types::ServerInfo> Server::identity(std::stop_token stop)
{
    net::Request request = get(u"/identity"_s);
    request.anonymous = true;
    request.timeout = kIdentityTimeout;
    request.deadline = kIdentityTimeout; // also for what drips
    request.tries = 1;
    return ask<types::ServerInfo>(std::move(request), parseServerInfo, std::move(stop));
}

Future<types::ServerInfo> Server::info(std::stop_token stop)
{
    net::Request request = get(u"/"_s);
    request.deadline = kInfoTimeout;
    return ask<types::ServerInfo>(std::move(request), parseServerInfo, std::move(stop));
}

Future<QList<types::Section>> Server::sections(std::stop_token stop)
{
    return ask<QList<types::Section>>(get(u"/library/sections"_s), parseSections, std::move(stop));
}

Future<Page<types::Item>> Server::items(const types::SectionKey& section, types::ItemType type,
    qint64 start, int count, const QString& sort, std::stop_token stop)
{
    net::Request request = get(u"/library/sections/"_s + section.value + u"/all"_s);
    request.query = { { u"type"_s, QString::number(int(type)) },
        { u"includeCollections"_s, u"0"_s }, { u"includeGuids"_s, u"1"_s } };
    if (!sort.isEmpty()) {
        request.query.emplaceBack(u"sort"_s, sort);
    }
    setRange(request, start, count);
    request.maxBytes = kLargestPage;
    return ask<Page<types::Item>>(std::move(request), parseItems, std::move(stop));
}

Future<std::optional<qint64>> Server::itemCount(const types::SectionKey& section,
    types::ItemType type, const QString& field, const QString& value, std::stop_token stop)
{
    return async::andThen(itemKeys(section, type, 0, 0, field, value, std::move(stop)), this,
        [](const Page<types::RatingKey>& page) { return page.total; });
}

Future<Page<bool>> Server::sampleAnalysis(
    const types::SectionKey& section, int count, std::stop_token stop)
{
    net::Request request = get(u"/library/sections/"_s + section.value + u"/all"_s);
    request.query = { { u"type"_s, QString::number(int(types::ItemType::Track)) },
        { u"sort"_s, u"random"_s } };
    setRange(request, 0, count);
    return ask<Page<bool>>(std::move(request), parseAnalysed, std::move(stop));
}

Future<Page<types::RatingKey>> Server::itemKeys(const types::SectionKey& section,
    types::ItemType type, qint64 start, int count, const QString& field, const QString& value,
    std::stop_token stop)
{
    net::Request request = get(u"/library/sections/"_s + section.value + u"/all"_s);
    request.query = { { u"type"_s, QString::number(int(type)) },
        { u"includeCollections"_s, u"0"_s },
        { u"excludeElements"_s, u"Media,Genre,Style,Mood,Country,Image,UltraBlurColors,Guid"_s },
        { u"excludeFields"_s, u"summary,tagline,file"_s } };
    if (!field.isEmpty()) {
        request.query.emplaceBack(field, value);
    }
    setRange(request, start, count);
    return ask<Page<types::RatingKey>>(std::move(request), parseKeys, std::move(stop));
}

template <class T>
Future<QList<T>> Server::askForKeys(
    const QList<types::RatingKey>& keys, Parser<Page<T>> parse, std::stop_token stop)
{
    QStringList names;
    for (const types::RatingKey& key : keys) {
        names.append(key.value);
    }
    const auto page
        = ask<Page<T>>(get(u"/library/metadata/"_s + names.join(u',')), parse, std::move(stop));
    util::Promise<QList<T>> promise;
    async::deliver(page, this, [promise](Result<Page<T>> found) {
        if (found) {
            promise.finish(std::move(found->items));
        } else if (found.error().code == Error::Code::NotFound) {
            promise.finish(QList<T>()); // none of them exists any more
        } else {
            promise.finish(std::move(found).error());
        }
    });
    return promise.future();
}

Future<QList<types::Item>> Server::metadata(
    const QList<types::RatingKey>& keys, std::stop_token stop)
{
    return askForKeys<types::Item>(keys, parseItems, std::move(stop));
}

Future<QList<ItemDetails>> Server::details(
    const QList<types::RatingKey>& keys, std::stop_token stop)
{
    return askForKeys<ItemDetails>(keys, parseDetails, std::move(stop));
}

Future<Page<FolderEntry>> Server::folder(const types::SectionKey& section, const QString& key,
    qint64 start, int count, std::stop_token stop)
{
    const QString top = u"/library/sections/"_s + section.value + u"/folder"_s;
    // The key is the server's own, but it is asked for with the token: it stays in the section.
    const bool isBelow = key == top || key.startsWith(top + u'?') || key.startsWith(top + u'/');
    if (!key.isEmpty() && (!isBelow || key.contains(u".."_s))) {
        return async::ready<Page<FolderEntry>>(Error { Error::Code::InvalidInput,
            tr("This folder cannot be opened: its address is not one of this library."), {}, 0,
            {} });
    }
    net::Request request = get(key.isEmpty() ? top : key);
    setRange(request, start, count);
    return ask<Page<FolderEntry>>(std::move(request), parseFolder, std::move(stop));
}

Future<void> Server::rate(
    const types::RatingKey& key, const types::OptionalRating& rating, std::stop_token stop)
{
    net::Request request = get(u"/:/rate"_s);
    request.verb = "PUT";
    request.query
        = { { u"key"_s, key.value }, { u"identifier"_s, u"com.plexapp.plugins.library"_s },
              { u"rating"_s, rating ? QString::number(rating->plex()) : u"-1"_s } };
    return async::andThen(
        send(std::move(request), std::move(stop)), this, [](const net::Response&) {});
}

Future<TimelineAnswer> Server::timeline(const TimelineReport& report, std::stop_token stop)
{
    net::Request request = get(u"/:/timeline"_s);
    request.verb = "POST";
    request.idempotent = false; // of the moment: never repeated
    request.query = { { u"ratingKey"_s, report.ratingKey.value },
        { u"key"_s, u"/library/metadata/"_s + report.ratingKey.value },
        { u"identifier"_s, u"com.plexapp.plugins.library"_s },
        { u"state"_s, stateName(report.state) },
        { u"time"_s, QString::number(report.time.count()) },
        { u"duration"_s, QString::number(report.duration.count()) } };
    if (report.continuing) {
        request.query.emplaceBack(u"continuing"_s, u"1"_s);
    }
    request.headers.emplaceBack("X-Plex-Session-Identifier", report.sessionIdentifier.toUtf8());
    return async::andThen(send(std::move(request), std::move(stop)), this,
        [](const net::Response& response) { return parseTimelineAnswer(response.body); });
}

Future<QList<types::Activity>> Server::activities(std::stop_token stop)
{
    return ask<QList<types::Activity>>(get(u"/activities"_s), parseActivities, std::move(stop));
}

Future<void> Server::cancelActivity(const QString& uuid, std::stop_token stop)
{
    // It comes from the server and goes into a path: one part of it, whatever it holds.
    net::Request request = get(u"/activities/"_s + QString(uuid).remove(u'/'));
    request.verb = "DELETE";
    return async::andThen(
        send(std::move(request), std::move(stop)), this, [](const net::Response&) {});
}

Future<Page<types::Play>> Server::plays(qint64 start, int count, std::stop_token stop)
{
    net::Request request = get(u"/status/sessions/history/all"_s);
    // The owner is told of everybody; that one is account 1 there. Of others it is passed over.
    request.query = { { u"sort"_s, u"viewedAt:desc"_s }, { u"accountID"_s, u"1"_s } };
    setRange(request, start, count);
    return ask<Page<types::Play>>(std::move(request), parsePlays, std::move(stop));
}

Future<Photo> Server::photo(
    const QString& path, QSize size, const Photo& known, std::stop_token stop)
{
    net::Request request;
    request.path = u"/photo/:/transcode"_s;
    request.query = { { u"url"_s, path }, { u"width"_s, QString::number(size.width()) },
        { u"height"_s, QString::number(size.height()) }, { u"minSize"_s, u"1"_s },
        { u"upscale"_s, u"0"_s } };
    request.maxBytes = qint64(16) * 1024 * 1024;
    if (!known.etag.isEmpty()) {
        request.headers.append({ "If-None-Match", known.etag });
    }
    if (!known.lastModified.isEmpty()) {
        request.headers.append({ "If-Modified-Since", known.lastModified });
    }
    return async::andThen(
        send(std::move(request), std::move(stop)), this, [known](const net::Response& response) {
            const bool isUnchanged = response.status == kNotModified;
            const auto said = [&response, isUnchanged](const char* header, const QByteArray& was) {
                return response.headers.value(header, isUnchanged ? was : QByteArray());
            };
            return Photo { response.body, said("etag", known.etag),
                said("last-modified", known.lastModified), isUnchanged };
        });
}

std::unique_ptr<NotificationSocket> Server::notifications() const
{
    return std::make_unique<NotificationSocket>(
        baseUrl(), m_token, m_identity, m_pinnedCertificate);
}

std::unique_ptr<net::RangeReader> Server::openPart(const QString& partKey)
{
    return m_client.openRange(partKey);
}

} // namespace plex
