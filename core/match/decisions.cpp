// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/decisions.h"

#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace match {

namespace {

constexpr auto kInsert = R"(
    INSERT INTO decision
        (server_id, user_id, source, name, kind, path, guid, rating_key, made_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))";

constexpr auto kDeletePick = R"(
    DELETE FROM decision
    WHERE server_id = ? AND user_id = ? AND source = ? AND name = ? AND kind <> 1)";

constexpr auto kDeleteTrack = R"(
    DELETE FROM decision
    WHERE server_id = ? AND user_id = ? AND source = ? AND name = ?
        AND path = ? AND guid = ? AND rating_key = ?)";

constexpr auto kDeleteNone = R"(
    DELETE FROM decision
    WHERE server_id = ? AND user_id = ? AND source = ? AND name = ?
        AND path = '' AND guid = '' AND rating_key = '')";

constexpr auto kSelect = R"(
    SELECT id, kind, source, name, path, guid, rating_key, made_at
    FROM decision
    WHERE server_id = ? AND user_id = ? AND source IN (?, '')
    ORDER BY id)";

constexpr auto kForget = R"(
    DELETE FROM decision
    WHERE id = ? AND server_id = ? AND user_id = ?)";

/// What always holds is kept under no source.
QString sourceOf(const Decision& decision)
{
    return decision.kind == DecisionKind::Always ? u""_s : decision.source;
}

/// Where tracks with neither path nor guid are, by their keys.
using KeyPlaces = QHash<QString, int>;

KeyPlaces keyPlaces(const Catalogue& catalogue, const QList<Decision>& decisions)
{
    KeyPlaces keys;
    const auto needsKey = [](const Decision& decision) {
        return decision.track.path.isEmpty() && !identifies(decision.track.guid)
            && decision.track.key.isValid();
    };
    if (std::ranges::any_of(decisions, needsKey)) {
        for (qsizetype i = 0; i < catalogue.size(); ++i) {
            keys.insert(catalogue.track(i).key.value, int(i));
        }
    }
    return keys;
}

std::vector<int> placesOf(const TrackName& track, const Catalogue& catalogue, const KeyPlaces& keys)
{
    const QString plain = plainPath(track.path);
    std::vector<int> places = catalogue.withPath(plain);
    // Files that differ in case or format only are others.
    std::erase_if(
        places, [&](int place) { return plainPath(catalogue.track(place).track.path) != plain; });
    if (places.empty()) {
        places = catalogue.withGuid(track.guid);
    }
    if (places.empty() && track.path.isEmpty() && keys.contains(track.key.value)) {
        places = { keys.value(track.key.value) };
    }
    return places;
}

/// What is said later holds.
void apply(const Decision& decision, std::vector<int> places, Ruling& ruling)
{
    if (decision.kind != DecisionKind::Reject) {
        if (!places.empty()) {
            ruling.picked = std::move(places);
            ruling.isNone = false;
        }
        return;
    }
    if (decision.track.isNone()) {
        ruling.picked.clear();
        ruling.isNone = true;
        return;
    }
    std::erase_if(ruling.picked,
        [&places](int track) { return std::ranges::find(places, track) != places.end(); });
    ruling.rejected.insert(ruling.rejected.end(), places.begin(), places.end());
}

} // namespace

QString textOf(const Track& track)
{
    const QString artist = track.artist.isEmpty() ? track.albumArtist : track.artist;
    return QStringList { track.title, artist, track.album }
        .join(u'\n')
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded();
}

QString nameOf(const Row& row)
{
    return row.id.isEmpty() ? textOf(row.track) : row.id;
}

TrackName nameOf(const LibraryTrack& track)
{
    return { track.track.path, track.track.guid, track.key };
}

std::vector<Ruling> rulingsFor(
    const Catalogue& catalogue, std::span<const Row> rows, const QList<Decision>& decisions)
{
    std::vector<Ruling> rulings(rows.size());
    if (decisions.isEmpty()) {
        return rulings;
    }
    const KeyPlaces keys = keyPlaces(catalogue, decisions);
    QHash<QString, QList<Decision>> always;
    QHash<QString, QList<Decision>> named;
    for (const Decision& decision : decisions) {
        auto& place = decision.kind == DecisionKind::Always ? always : named;
        place[decision.name].append(decision);
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        // What was said of this very row comes last, and so holds.
        const QList<Decision> said
            = always.value(textOf(rows[i].track)) + named.value(nameOf(rows[i]));
        for (const Decision& decision : said) {
            apply(decision, placesOf(decision.track, catalogue, keys), rulings[i]);
        }
    }
    return rulings;
}

namespace decisions {

util::Result<qint64> record(
    db::Connection& connection, const Owner& owner, const Decision& decision)
{
    const QString source = sourceOf(decision);
    const TrackName& track = decision.track;
    auto same = connection.prepare(kDeleteTrack);
    if (auto done = same.bind(owner.server, owner.user, source, decision.name, track.path,
                            track.guid, track.key)
                        .run();
        !done) {
        return std::move(done).error();
    }
    // A pick ends the pick before and "it is none"; that it is none ends the pick.
    if (decision.kind != DecisionKind::Reject || track.isNone()) {
        for (const char* sql : { kDeletePick, kDeleteNone }) {
            auto former = connection.prepare(sql);
            if (auto done = former.bind(owner.server, owner.user, source, decision.name).run();
                !done) {
                return std::move(done).error();
            }
        }
    }
    auto row = connection.prepare(kInsert);
    if (auto done = row.bind(owner.server, owner.user, source, decision.name, int(decision.kind),
                           track.path, track.guid, track.key, decision.madeAt)
                        .run();
        !done) {
        return std::move(done).error();
    }
    return row.lastInsertId();
}

util::Result<QList<Decision>> of(
    db::Connection& connection, const Owner& owner, const QString& source)
{
    auto rows = connection.prepare(kSelect);
    rows.bind(owner.server, owner.user, source);
    QList<Decision> list;
    while (rows.next()) {
        Decision decision;
        decision.id = rows.integer(0);
        decision.kind = static_cast<DecisionKind>(rows.small(1));
        decision.source = rows.text(2);
        decision.name = rows.text(3);
        decision.track = { rows.text(4), rows.text(5), { rows.text(6) } };
        decision.madeAt = rows.integer(7);
        list.append(std::move(decision));
    }
    if (auto status = rows.status(); !status) {
        return std::move(status).error();
    }
    return list;
}

util::Result<void> forget(db::Connection& connection, const Owner& owner, qint64 id)
{
    return connection.prepare(kForget).bind(id, owner.server, owner.user).run();
}

QStringList statements()
{
    QStringList all;
    for (const char* sql : { kInsert, kDeletePick, kDeleteTrack, kDeleteNone, kSelect, kForget }) {
        all.append(QString::fromLatin1(sql));
    }
    return all;
}

} // namespace decisions

} // namespace match
