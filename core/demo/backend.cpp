// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/backend.h"

#include "core/demo/names.h"

namespace demo {

namespace {

constexpr size_t kKeptRequests = 10'000;
// Invented and worthless; they open nothing but this server.
constexpr const char* kServerToken = "demo-server-token-7f3a";
constexpr const char* kHomeUserToken = "demo-server-token-guest-19c2";
constexpr const char* kAccountToken = "demo-account-token-c41d";

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
    case Service::Tmdb:
        break;
    }
    return "tmdb";
}

} // namespace

Backend::Backend(const Options& options, std::unique_ptr<Catalogue> catalogue, qint64 today)
    : music(std::move(catalogue))
    , video(options.seed, today)
    , model { *music, video, State(*music, video), machineIdentifier(options.seed),
        options.maximumPageRows, options.omitsTotalSize }
    , listings(model)
    , library(model, listings)
    , hubs(model, listings)
    , search(model)
    , playlists(model, listings)
    , playback(model)
    , media(model)
    , transcoder(model)
    , plexTv({ kAccountToken, kServerToken, model.machineIdentifier })
    , discover(model, kAccountToken)
    , m_pregenerates(options.pregeneratePages)
{
    library.addRoutes(m_pms);
    hubs.addRoutes(m_pms);
    search.addRoutes(m_pms);
    playlists.addRoutes(m_pms);
    playback.addRoutes(m_pms);
    media.addRoutes(m_pms);
    transcoder.addRoutes(m_pms);
    model.notices.addRoutes(m_pms);
    plexTv.addRoutes(m_plexTv);
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
        }
        self.m_isPrepared = true;
        return {};
    });
}

std::optional<UserId> Backend::userOf(const Request& request) const
{
    const QByteArray token = request.valueOrHeader(u"X-Plex-Token").toUtf8();
    if (token == kServerToken) {
        return kOwner;
    }
    return token == kHomeUserToken ? std::optional<UserId>(kHomeUser) : std::nullopt;
}

std::optional<Fault> Backend::takeFault(const Request& request)
{
    for (qsizetype i = 0; i < faults.size(); ++i) {
        Fault& fault = faults[i];
        if (!request.path.startsWith(fault.pathPrefix)
            || (!fault.method.isEmpty() && fault.method != request.method)
            || (!fault.key.isEmpty() && fault.key != request.value(u"key"))) {
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

Response Backend::route(Service service, const Request& request) const
{
    if (service == Service::PlexTv) {
        return m_plexTv.route(request, kOwner);
    }
    if (service == Service::Discover) {
        return m_discover.route(request, kOwner);
    }
    if (service != Service::Pms) {
        return Response::error(404);
    }
    const std::optional<UserId> user = userOf(request);
    if (!user && request.path != u"/identity") {
        return Response::error(401);
    }
    return m_pms.route(request, user.value_or(kHomeUser));
}

Outgoing Backend::answer(Service service, const Request& request)
{
    Outgoing outgoing;
    outgoing.fault = takeFault(request).value_or(Fault {});
    const Fault& fault = outgoing.fault;
    if (fault.status) {
        outgoing.response = Response::error(*fault.status);
    } else if (!fault.redirectTo.isEmpty()) {
        outgoing.response = Response::empty(302);
        outgoing.response.headers.emplaceBack("Location", fault.redirectTo.toEncoded());
    } else {
        outgoing.response = route(service, request);
    }
    RecordedRequest record { serviceName(service), request.method, request.path, request.query,
        request.headers, request.body, outgoing.response.status };
    requests.push_back(std::move(record));
    if (requests.size() > kKeptRequests) {
        requests.pop_front();
    }
    return outgoing;
}

Outgoing Backend::handle(Service service, const Request& request)
{
    return with([service, &request](Backend& self) { return self.answer(service, request); });
}

Endpoints Backend::endpoints() const
{
    Endpoints endpoints;
    endpoints.token = util::SecretString(kServerToken);
    endpoints.accountToken = util::SecretString(kAccountToken);
    endpoints.machineIdentifier = QString::fromLatin1(model.machineIdentifier);
    return endpoints;
}

} // namespace demo
