// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/backend.h"
#include "core/demo/tls.h"

// What tests and somebody else do to a running server: the rest of Server.

namespace demo {

void Server::inject(Fault fault)
{
    m_backend->with([&fault](Backend& backend) { backend.faults.append(std::move(fault)); });
}

void Server::clearFaults()
{
    m_backend->with([](Backend& backend) { backend.faults.clear(); });
}

QList<RecordedRequest> Server::takeRequests()
{
    return m_backend->with([](Backend& backend) {
        QList<RecordedRequest> taken(std::make_move_iterator(backend.requests.begin()),
            std::make_move_iterator(backend.requests.end()));
        backend.requests.clear();
        return taken;
    });
}

bool Server::setRating(quint64 ratingKey, std::optional<double> rating)
{
    return m_backend->with([ratingKey, rating](Backend& backend) {
        State& state = backend.model.state;
        const std::optional<Item> item = state.find(ratingKey);
        if (item) {
            Mark& mark = state.editMark(kOwner, *item);
            mark.rating = rating;
            mark.ratedAt = rating ? Model::now() : 0;
            backend.model.notices.changed(backend.model, { *item });
        }
        return item.has_value();
    });
}

std::optional<double> Server::rating(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        return item ? backend.model.state.mark(kOwner, *item).rating : std::nullopt;
    });
}

bool Server::removeItem(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        if (item) {
            backend.model.notices.removed(backend.model, *item);
            backend.model.state.remove(*item);
        }
        return item.has_value();
    });
}

bool Server::restoreItem(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = keys::itemOf(ratingKey);
        const bool wasRemoved = item && backend.model.state.isRemoved(*item);
        if (wasRemoved) {
            backend.model.state.restore(*item, Model::now());
            backend.model.notices.changed(backend.model, { *item });
        }
        return wasRemoved;
    });
}

bool Server::renameItem(quint64 ratingKey, const QString& title, qint64 stamp)
{
    return m_backend->with([ratingKey, &title, stamp](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        if (item) {
            backend.model.state.rename(*item, title.toUtf8(), stamp == 0 ? Model::now() : stamp);
            backend.model.notices.changed(backend.model, { *item });
        }
        return item.has_value();
    });
}

bool Server::touchItem(quint64 ratingKey, qint64 at)
{
    return m_backend->with([ratingKey, at](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        if (item) {
            backend.model.state.touch(*item, at);
        }
        return item.has_value();
    });
}

quint64 Server::rekeyItem(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        return item ? backend.model.state.rekey(*item, Model::now()) : 0;
    });
}

void Server::setActivities(const QList<Activity>& activities)
{
    m_backend->with([&activities](Backend& backend) { backend.activities.set(activities); });
}

void Server::terminatePlayback(const QString& text)
{
    m_backend->with([&text](Backend& backend) { backend.playback.terminateAll(text.toUtf8()); });
}

void Server::setMaximumPageRows(int rows)
{
    m_backend->with([rows](Backend& backend) { backend.model.maximumPageRows = rows; });
}

QByteArray Server::authorityPem()
{
    return tls::authorityPem();
}

void Server::setCertificate(Certificate certificate)
{
    m_backend->with([certificate](Backend& backend) {
        backend.certificate = certificate;
        ++backend.certificateNumber;
        backend.model.notices.dropEncrypted();
    });
}

void Server::setPinPolicy(const PinPolicy& policy)
{
    m_backend->with([&policy](Backend& backend) { backend.plexTv.pins.setPolicy(policy); });
}

void Server::claimPin()
{
    m_backend->with([](Backend& backend) { backend.plexTv.pins.claimAll(); });
}

void Server::expirePins()
{
    m_backend->with([](Backend& backend) { backend.plexTv.pins.expireAll(); });
}

void Server::revokeServerToken()
{
    m_backend->with([](Backend& backend) { backend.tokens.revokeServerTokens(); });
}

void Server::revokeAccountToken()
{
    m_backend->with([](Backend& backend) { backend.tokens.revokeAll(); });
}

void Server::setPass(bool hasPass)
{
    m_backend->with([hasPass](Backend& backend) { backend.model.hasPass = hasPass; });
}

void Server::setCandidates(const QList<Candidate>& candidates)
{
    m_backend->with(
        [&candidates](Backend& backend) { backend.resources.setCandidates(candidates); });
}

void Server::setReachable(Route route, bool reachable)
{
    m_backend->with([route, reachable](Backend& backend) {
        if (reachable) {
            backend.unreachable.remove(route);
        } else {
            backend.unreachable.insert(route);
            backend.model.notices.drop(route);
        }
    });
}

void Server::setHttpsRequired(bool required)
{
    m_backend->with([required](Backend& backend) { backend.resources.setHttpsRequired(required); });
}

void Server::announce(const Endpoints& other, const QString& name, const QString& owner)
{
    const util::SecretString& token = owner.isEmpty() ? other.token : other.sharedToken;
    const Resources::Guest guest { name, owner, other.machineIdentifier.toLatin1(), token.reveal(),
        other.pms, other.pmsHttps };
    m_backend->with([&guest](Backend& backend) { backend.resources.add(guest); });
}

void Server::afterPages(int pages, std::function<void(Server&)> change)
{
    m_backend->with([pages, &change](Backend& backend) {
        backend.pagesUntilChange = pages;
        backend.change = std::move(change);
    });
}

void Server::makeDueChange()
{
    const auto change = m_backend->with([](Backend& backend) {
        return backend.pagesUntilChange <= 0 ? std::exchange(backend.change, nullptr) : nullptr;
    });
    if (change) {
        change(*this); // without the lock: it uses the hooks
    }
}

void Server::sendNotification(const QByteArray& text)
{
    m_backend->with([&text](Backend& backend) { backend.model.notices.sendText(text); });
}

void Server::dropNotificationSockets()
{
    m_backend->with([](Backend& backend) { backend.model.notices.dropAll(); });
}

QByteArray Server::pcm(quint64 ratingKey)
{
    return m_backend->with([ratingKey](Backend& backend) {
        const std::optional<Item> item = backend.model.state.find(ratingKey);
        const auto* invented = dynamic_cast<const InventedCatalogue*>(backend.music.get());
        return item && item->kind == Kind::Track && invented
            ? synth::pcm(invented->piece(item->index))
            : QByteArray();
    });
}

} // namespace demo
