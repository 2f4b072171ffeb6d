// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/plextv.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;
using util::SecretString;

namespace plex {

namespace {

constexpr qint64 kLargestAnswer = qint64(4) * 1024 * 1024;
constexpr auto kTimeout = std::chrono::seconds(15);

net::Request request(const QByteArray& verb, const QString& path)
{
    net::Request request;
    request.verb = verb;
    request.path = path;
    request.headers.emplaceBack("Accept", "application/json");
    request.maxBytes = kLargestAnswer;
    request.timeout = kTimeout;
    request.idempotent = verb == "GET";
    return request;
}

net::Client::Options optionsFor(const ClientIdentity& identity)
{
    return { .maxParallel = 2,
        .userAgent = identity.product.toUtf8() + '/' + identity.version.toUtf8() };
}

struct PlexTvText
{
    Q_DECLARE_TR_FUNCTIONS(plex::PlexTv)
};

Error explain(Error error)
{
    switch (error.code) {
    case Error::Code::Unauthorised:
        error.message
            = PlexTvText::tr("plex.tv does not accept this sign-in any more. Sign in again.");
        break;
    case Error::Code::Offline:
    case Error::Code::Timeout:
        error.message
            = PlexTvText::tr("plex.tv cannot be reached. Check the connection to the internet.");
        break;
    case Error::Code::Tls:
        error.message = PlexTvText::tr(
            "Something in this network pretends to be plex.tv, so nothing was sent. "
            "Open a page in the browser: a public network may want a sign-in first.");
        break;
    case Error::Code::Protocol:
        error.message = PlexTvText::tr(
            "The answer is not one of plex.tv. Open a page in the browser: a public "
            "network may want a sign-in first.");
        break;
    case Error::Code::RateLimited:
        error.message = PlexTvText::tr("plex.tv asks for fewer requests. Try again in a minute.");
        break;
    case Error::Code::Server:
        error.message
            = PlexTvText::tr("plex.tv reports a fault of its own. Try again in a minute.");
        break;
    default:
        break;
    }
    return error;
}

/// plex.tv also says 422 for a token that it does not know.
bool isRefusal(const Error& error)
{
    constexpr int kUnprocessable = 422;
    return error.code == Error::Code::Unauthorised || error.httpStatus == kUnprocessable;
}

bool isUnreachable(const Error& error)
{
    return error.code == Error::Code::Offline || error.code == Error::Code::Timeout;
}

} // namespace

PlexTv::PlexTv(const CloudHosts& hosts, const SecretString& token, const ClientIdentity& identity,
    QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_main(hosts.main, optionsFor(identity))
    , m_other(hosts.other, optionsFor(identity))
    , m_pool(pool)
{
    for (net::Client* client : { &m_main, &m_other }) {
        for (const auto& [name, value] : headersOf(identity)) {
            client->setHeader(name, value);
        }
        client->setSecretHeader("X-Plex-Token", token);
    }
}

Future<net::Response> PlexTv::send(const net::Request& request, const std::stop_token& stop)
{
    util::Promise<net::Response> promise;
    const auto finish = [promise](Result<net::Response> result) {
        if (result) {
            promise.finish(std::move(result));
            return;
        }
        Error error = result.error();
        if (isRefusal(error)) {
            error.code = Error::Code::Unauthorised;
        }
        promise.finish(explain(std::move(error)));
    };
    const bool hasOther = request.idempotent && m_other.baseUrl() != m_main.baseUrl();
    async::deliver(m_main.send(request, stop), this,
        [this, request, stop, hasOther, finish](Result<net::Response> result) {
            if (result || !hasOther || !isUnreachable(result.error())) {
                finish(std::move(result));
                return;
            }
            async::deliver(m_other.send(request, stop), this, finish);
        });
    return promise.future();
}

template <class T>
Future<T> PlexTv::ask(const net::Request& request,
    Result<T> (*parse)(const QByteArray& body, const QString& endpoint),
    const std::stop_token& stop)
{
    return async::andThen(send(request, stop), this,
        [this, parse, endpoint = request.path.section(u'/', 0, 3)](const net::Response& response) {
            util::Promise<T> promise;
            const auto parsed = async::run(
                m_pool, [parse, endpoint, body = response.body] { return parse(body, endpoint); });
            async::deliver(parsed, this, [promise](Result<T> result) {
                promise.finish(result ? std::move(result) : explain(result.error()));
            });
            return promise.future();
        });
}

Future<Pin> PlexTv::createPin(std::stop_token stop)
{
    net::Request pins = request("POST", u"/api/v2/pins"_s);
    pins.query = { { u"strong"_s, u"true"_s } };
    return ask<Pin>(pins, parsePin, stop);
}

Future<Pin> PlexTv::pollPin(const Pin& pin, std::stop_token stop)
{
    net::Request poll = request("GET", u"/api/v2/pins/"_s + QString::fromUtf8(pin.id.reveal()));
    poll.tries = 1; // it is asked again anyway
    return ask<Pin>(poll, parsePin, stop);
}

Future<QByteArray> PlexTv::qrCode(const Pin& pin, std::stop_token stop)
{
    const QUrl base = m_main.baseUrl();
    const QUrl url = pin.qrCode;
    if (!url.isValid() || url.host() != base.host() || url.scheme() != base.scheme()
        || url.port() != base.port() || !url.query().isEmpty()) {
        return async::ready<QByteArray>(Error { Error::Code::Unsupported,
            tr("There is no picture of the code."), u"no picture at plex.tv"_s, 0, {} });
    }
    net::Request picture = request("GET", url.path());
    picture.headers = { { "Accept", "image/*" } };
    return async::andThen(
        send(picture, stop), this, [](const net::Response& response) { return response.body; });
}

Future<CloudUser> PlexTv::user(std::stop_token stop)
{
    return ask<CloudUser>(request("GET", u"/api/v2/user"_s), parseCloudUser, stop);
}

Future<QList<CloudServer>> PlexTv::servers(std::stop_token stop)
{
    net::Request resources = request("GET", u"/api/v2/resources"_s);
    resources.query = { { u"includeHttps"_s, u"1"_s }, { u"includeRelay"_s, u"1"_s },
        { u"includeIPv6"_s, u"1"_s } };
    return ask<QList<CloudServer>>(resources, parseCloudServers, stop);
}

Future<QList<HomeUser>> PlexTv::homeUsers(std::stop_token stop)
{
    util::Promise<QList<HomeUser>> promise;
    async::deliver(
        ask<QList<HomeUser>>(request("GET", u"/api/v2/home/users"_s), parseHomeUsers, stop), this,
        [promise](const Result<QList<HomeUser>>& users) {
            const bool hasNoHome = !users && users.error().code == Error::Code::Forbidden;
            promise.finish(hasNoHome ? Result<QList<HomeUser>>(QList<HomeUser>()) : users);
        });
    return promise.future();
}

Future<SecretString> PlexTv::switchUser(
    const QString& uuid, const SecretString& pin, std::stop_token stop)
{
    net::Request request = plex::request("POST", u"/api/v2/home/users/"_s + uuid + u"/switch"_s);
    if (!pin.isEmpty()) {
        request.query = { { u"pin"_s, QString::fromUtf8(pin.reveal()) } };
    }
    util::Promise<SecretString> promise;
    async::deliver(ask<SecretString>(request, parseSwitchedUser, stop), this,
        [this, promise, stop](const Result<SecretString>& token) {
            if (token || token.error().code != Error::Code::Unauthorised) {
                promise.finish(token);
                return;
            }
            // A wrong PIN and a token that is worth nothing give the same status.
            async::deliver(user(stop), this, [promise](const Result<CloudUser>& who) {
                promise.finish(who ? Error { Error::Code::Forbidden, tr("This PIN is not right."),
                                   u"switch refused"_s, 0, {} }
                                   : who.error());
            });
        });
    return promise.future();
}

Future<void> PlexTv::signOut(std::stop_token stop)
{
    return async::andThen(send(request("DELETE", u"/api/v2/users/signout"_s), stop), this,
        [](const net::Response&) {});
}

QUrl signInPage(const Pin& pin, const ClientIdentity& identity)
{
    const std::pair<QString, QString> values[] = {
        { u"clientID"_s, identity.clientIdentifier },
        { u"code"_s, QString::fromUtf8(pin.code.reveal()) },
        { u"context[device][product]"_s, identity.product },
        { u"context[device][version]"_s, identity.version },
        { u"context[device][platform]"_s, identity.platform },
        { u"context[device][deviceName]"_s, identity.deviceName },
    };
    QByteArray fragment = "?";
    for (const auto& [key, value] : values) {
        if (!value.isEmpty()) {
            fragment += (fragment.size() > 1 ? "&" : "") + QUrl::toPercentEncoding(key) + '='
                + QUrl::toPercentEncoding(value);
        }
    }
    QUrl page(u"https://app.plex.tv/auth"_s);
    page.setFragment(QString::fromLatin1(fragment), QUrl::StrictMode);
    return page;
}

} // namespace plex
