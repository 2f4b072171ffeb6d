// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/listing.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace playlist {

namespace {

constexpr int kVersion = 1;

} // namespace

QJsonObject payloadOf(const Listing& listing)
{
    return { { "v"_L1, kVersion }, { "server"_L1, listing.server },
        { "playlist"_L1, listing.playlist }, { "exists"_L1, listing.exists },
        { "title"_L1, listing.title }, { "summary"_L1, listing.summary },
        { "kind"_L1, static_cast<int>(listing.kind) }, { "order"_L1, textOf(listing.order) },
        { "rows"_L1, packedFacts(listing.rows) } };
}

util::Result<Listing> listingOf(const QJsonObject& payload)
{
    auto order = tokensOf(payload.value("order"_L1).toString());
    auto rows = factsOf(payload.value("rows"_L1).toString());
    const int kind = payload.value("kind"_L1).toInt();
    const bool isKnown = kind >= static_cast<int>(types::Playlist::Kind::Audio)
        && kind <= static_cast<int>(types::Playlist::Kind::Photo);
    if (payload.value("v"_L1).toInt() != kVersion || !order || !rows || !isKnown) {
        return util::Error { util::Error::Code::InvalidInput,
            QCoreApplication::translate("playlist", "A playlist in the journal is damaged."), {}, 0,
            {} };
    }
    return Listing { payload.value("server"_L1).toString(), payload.value("playlist"_L1).toString(),
        payload.value("exists"_L1).toBool(), payload.value("title"_L1).toString(),
        payload.value("summary"_L1).toString(), static_cast<types::Playlist::Kind>(kind),
        *std::move(order), *std::move(rows) };
}

QString newName()
{
    return library::kUnsentPlaylist + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Edit fillingOf(const Listing& listing)
{
    return { listing.server, listing.playlist, {}, listing.order, listing.rows };
}

} // namespace playlist
