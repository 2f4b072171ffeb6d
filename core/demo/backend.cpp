// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/backend.h"

#include "core/demo/names.h"
#include "core/demo/plextvreply.h"
#include "core/demo/tls.h"

namespace demo {

namespace {

constexpr size_t kKeptRequests = 10'000;
constexpr std::chrono::hours kForever { 24 };
QByteArray machineIdentifier(quint32 seed)
{
    const QByteArray hex = QByteArray::number(mix(seed), 16).rightJustified(16, '0');
    return hex + hex + hex.first(8);
}

const char* serviceName(Service service)
{
    switch (service) {
    case Service::Pms:
        return "pms";
    case Service::PlexTv:
        return "plextv";
    case Service::Discover:
        return "discover";
    case Service::Stranger:
        return "stranger";
    case Service::Tmdb:
        break;
    }
    return "tmdb";
}

/// Whether a request asks for, or does something to, the item with this rating key.
bool isAbout(const Request& request, const QString& key)
{
    const QString details = QStringLiteral("/library/metadata/");
    return request.value(u"key") == key
        || (request.path.startsWith(details)
            && request.path.mid(details.size()).section(u'/', 0, 0).split(u',').contains(key));
}

} // namespace

Backend::Backend(const Options& options, std::unique_ptr<Catalogue> catalogue, qint64 today)
    : music(std::move(catalogue))
    , video(options.seed, today)
    , model { *music, video, State(*music, video), machineIdentifier(options.seed),
        options.maximumPageRows, options.omitsTotalSize, options.ignoresPaging }
    , listings(model)
    , library(model, listings)
    , hubs(model, listings)
    , search(model)
    , playlists(model, listings)
    , playback(model)
    , queues(model, listings, playlists)
    , folders(model)
    , history(model)
    , admin(model)
    , activities(model)
    , sonic(model)
    , streams(model)
    , media(model)
    , transcoder(model)
    , tokens(options.tokenSuffix)
    , plexTv(model, tokens)
    , resources(model, tokens, options.name)
    , discover(model, tokens)
    , m_pregenerates(options.pregeneratePages)
{
    library.addRoutes(m_pms);
    hubs.addRoutes(m_pms);
    search.addRoutes(m_pms);
    playlists.addRoutes(m_pms);
    playback.addRoutes(m_pms);
    queues.addRoutes(m_pms);
    folders.addRoutes(m_pms);
    history.addRoutes(m_pms);
    admin.addRoutes(m_pms);
    activities.addRoutes(m_pms);
    sonic.addRoutes(m_pms);
    streams.addRoutes(m_pms);
    media.addRoutes(m_pms);
    transcoder.addRoutes(m_pms);
    model.notices.addRoutes(m_pms);
    plexTv.addRoutes(m_plexTv);
    plexTv.setHome(options.hasHome);
    resources.addRoutes(m_plexTv);
    model.hasPass = options.hasPass;
    model.name = options.name.toUtf8();
    discover.addFormerRoutes(m_plexTv);
    discover.addRoutes(m_discover);
}

util::Result<void> Backend::prepare(const std::stop_token& stop)
{
    return with([&stop](Backend& self) -> util::Result<void> {
        if (self.m_isPrepared) {
            return {};
        }
        if (auto loaded = self.music->load(stop); !loaded) {
            return loaded;
        }
        self.playlists.addDefaults();
        if (self.m_pregenerates) {
            self.library.pregenerate();
            self.playlists.pregenerate();
        }
        self.m_isPrepared = true;
        return {};
    });
}

std::optional<Fault> Backend::takeFault(Service service, const Request& request)
{
    for (qsizetype i = 0; i < faults.size(); ++i) {
        Fault& fault = faults[i];
        if (!request.path.startsWith(fault.pathPrefix)
            || (!fault.service.isEmpty() && fault.service != serviceName(service))
            || (!fault.method.isEmpty() && fault.method != request.method)
            || (!fault.except.isEmpty() && fault.except == request.path)
            || (!fault.key.isEmpty() && !isAbout(request, fault.key))) {
            continue;
        }
        Fault taken = fault;
        if (fault.times > 0 && --fault.times == 0) {
            faults.removeAt(i);
        }
        return taken;
    }
    return std::nullopt;
}

Response Backend::stranger(const Request& request) const
{
    if (request.path != u"/identity") {
        return Response::error(401);
    }
    Response response = m_pms.route(request, kSharedUser);
    response.body.replace(model.machineIdentifier, QByteArray(model.machineIdentifier.size(), 'e'));
    return response;
}

Response Backend::route(Service service, const Request& request) const
{
    const QByteArray token = request.valueOrHeader(u"X-Plex-Token").toUtf8();
    if (service == Service::PlexTv || service == Service::Discover) {
        const UserId user = tokens.accountUser(token).value_or(kOwner);
        return (service == Service::PlexTv ? m_plexTv : m_discover).route(request, user);
    }
    if (service == Service::Stranger) {
        return stranger(request);
    }
    if (service != Service::Pms) {
        return Response::error(404);
    }
    const std::optional<UserId> user = tokens.serverUser(token);
    if (!user && request.path != u"/identity") {
        return Response::error(401);
    }
    return m_pms.route(request, user.value_or(kSharedUser));
}

Outgoing Backend::answer(Service service, const Request& request)
{
    Outgoing outgoing;
    const Origin& origin = request.origin;
    const bool isRefused
        = !origin.isEncrypted && service == Service::Pms && resources.isHttpsRequired();
    const bool isOld = origin.isEncrypted && origin.certificateNumber != certificateNumber;
    const bool isCut = service == Service::Pms && unreachable.contains(origin.route);
    if (isCut || isRefused || isOld) {
        outgoing.fault.dropConnection = true;
        return outgoing; // it never got here
    }
    if (origin.route == Route::Silent) {
        outgoing.fault.delay = kForever;
        return outgoing;
    }
    outgoing.fault = takeFault(service, request).value_or(Fault {});
    const Fault& fault = outgoing.fault;
    if (fault.status) {
        outgoing.response = service == Service::PlexTv
            ? plextv::failure(Call { request, {}, kOwner }, *fault.status, *fault.status,
                QString::fromLatin1(reasonOf(*fault.status)))
            : Response::error(*fault.status);
    } else if (!fault.redirectTo.isEmpty()) {
        outgoing.response = Response::empty(302);
        outgoing.response.headers.emplaceBack("Location", fault.redirectTo.toEncoded());
    } else {
        outgoing.response = route(service, request);
    }
    const QString size = request.valueOrHeader(u"X-Plex-Container-Size");
    if (change && !size.isEmpty() && size != u"0" && outgoing.response.status == 200) {
        --pagesUntilChange;
    }
    RecordedRequest record { serviceName(service), request.method, request.path, request.query,
        request.headers, request.body, outgoing.response.status, origin.route, origin.isEncrypted };
    requests.push_back(std::move(record));
    if (requests.size() > kKeptRequests) {
        requests.pop_front();
    }
    return outgoing;
}

Encryption Backend::encryption()
{
    return with([](Backend& self) {
        return Encryption { tls::configuration(self.certificate), self.certificateNumber };
    });
}

Outgoing Backend::handle(Service service, const Request& request)
{
    return with([service, &request](Backend& self) { return self.answer(service, request); });
}

Endpoints Backend::endpoints() const
{
    Endpoints endpoints;
    endpoints.token = util::SecretString(tokens.firstServerToken());
    endpoints.accountToken = util::SecretString(tokens.firstAccountToken());
    endpoints.sharedToken = util::SecretString(tokens.sharedToken());
    endpoints.machineIdentifier = QString::fromLatin1(model.machineIdentifier);
    return endpoints;
}

} // namespace demo
