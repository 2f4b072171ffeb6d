// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/edit.h"

#include "core/change/operation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace playlist {

namespace {

constexpr int kVersion = 1;
/// Of packed JSON, unpacked: 2 million rows with all their texts are less.
constexpr qsizetype kMostBytes = qsizetype(2) * 1024 * 1024 * 1024 - 1;

util::Error damaged()
{
    return { util::Error::Code::InvalidInput,
        QCoreApplication::translate(
            "playlist", "A change to a playlist in the journal is damaged."),
        {}, 0, {} };
}

QString packed(const QJsonArray& array)
{
    return QString::fromLatin1(
        qCompress(QJsonDocument(array).toJson(QJsonDocument::Compact)).toBase64());
}

util::Result<QJsonArray> unpacked(const QString& text)
{
    const QByteArray bytes = QByteArray::fromBase64(text.toLatin1());
    if (sizeWhenUnpacked(bytes).value_or(kMostBytes + 1) > kMostBytes) {
        return damaged();
    }
    const QJsonDocument document = QJsonDocument::fromJson(qUncompress(bytes));
    if (!document.isArray()) {
        return damaged();
    }
    return document.array();
}

bool isReadable(const QJsonObject& payload)
{
    return payload.value("v"_L1).toInt() == kVersion;
}

QJsonArray rowOf(Token token, const library::EntryRow& row)
{
    return { token, row.ratingKey, row.guid, row.file, row.title, row.artist, row.album,
        row.durationMs };
}

} // namespace

QString packedFacts(const Facts& rows)
{
    std::vector<Token> order(rows.keyBegin(), rows.keyEnd());
    std::ranges::sort(order); // neighbours in an album repeat most of each other: it packs well
    QJsonArray array;
    for (const Token token : order) {
        array.append(rowOf(token, rows.value(token)));
    }
    return packed(array);
}

util::Result<Facts> factsOf(const QString& text)
{
    const auto array = unpacked(text);
    if (!array) {
        return array.error();
    }
    Facts rows;
    rows.reserve(array->size());
    for (const QJsonValue value : *array) {
        const QJsonArray row = value.toArray();
        rows.insert(row.at(0).toInteger(),
            { std::nullopt, row.at(1).toString(), row.at(2).toString(), row.at(3).toString(),
                row.at(4).toString(), row.at(5).toString(), row.at(6).toString(),
                row.at(7).toInteger() });
    }
    return rows;
}

QJsonObject payloadOf(const Edit& edit)
{
    return { { "v"_L1, kVersion }, { "server"_L1, edit.server }, { "playlist"_L1, edit.playlist },
        { "before"_L1, textOf(edit.before) }, { "after"_L1, textOf(edit.after) },
        { "rows"_L1, packedFacts(edit.rows) } };
}

util::Result<Edit> editOf(const QJsonObject& payload)
{
    if (!isReadable(payload)) {
        return damaged();
    }
    Edit edit;
    edit.server = payload.value("server"_L1).toString();
    edit.playlist = payload.value("playlist"_L1).toString();
    auto before = tokensOf(payload.value("before"_L1).toString());
    auto after = tokensOf(payload.value("after"_L1).toString());
    auto rows = factsOf(payload.value("rows"_L1).toString());
    if (!before || !after || !rows || edit.playlist.isEmpty()) {
        return damaged();
    }
    edit.before = *std::move(before);
    edit.after = *std::move(after);
    edit.rows = *std::move(rows);
    return edit;
}

QJsonObject payloadOf(const Content& content)
{
    QJsonArray rows;
    for (const types::PlaylistKey& row : content.rows) {
        rows.append(row.playlistItemId);
        rows.append(row.ratingKey.value);
    }
    QJsonArray names;
    for (auto name = content.names.constBegin(); name != content.names.constEnd(); ++name) {
        names.append(name.key());
        names.append(name.value());
    }
    return { { "v"_L1, kVersion }, { "server"_L1, content.server },
        { "playlist"_L1, content.playlist }, { "called"_L1, content.called },
        { "holds"_L1, packed(rows) }, { "names"_L1, packed(names) } };
}

util::Result<std::optional<Content>> contentOf(const QJsonObject& payload)
{
    if (!payload.contains("holds"_L1)) {
        return std::optional<Content>();
    }
    const auto rows = unpacked(payload.value("holds"_L1).toString());
    const auto names = unpacked(payload.value("names"_L1).toString());
    if (!isReadable(payload) || !rows || !names) {
        return damaged();
    }
    Content content { payload.value("server"_L1).toString(),
        payload.value("playlist"_L1).toString(), payload.value("called"_L1).toString(), {}, {} };
    for (qsizetype i = 0; i + 1 < rows->size(); i += 2) {
        content.rows.push_back({ rows->at(i).toInteger(), { rows->at(i + 1).toString() }, false });
    }
    for (qsizetype i = 0; i + 1 < names->size(); i += 2) {
        content.names.insert(names->at(i).toInteger(), names->at(i + 1).toInteger());
    }
    return std::optional(std::move(content));
}

QJsonObject unreadPayload(const QString& playlist)
{
    return { { "v"_L1, kVersion }, { "playlist"_L1, playlist }, { "unread"_L1, true } };
}

QString unreadIn(const QJsonObject& payload)
{
    return payload.value("unread"_L1).toBool() ? payload.value("playlist"_L1).toString()
                                               : QString();
}

QJsonObject payloadOf(const Note& note)
{
    QJsonObject payload { { "v"_L1, kVersion }, { "mark"_L1, note.mark } };
    if (!note.wanted.empty()) {
        payload.insert("wanted"_L1, textOf(note.wanted));
        payload.insert("keys"_L1, packed(QJsonArray::fromStringList(note.keys)));
    }
    return payload;
}

util::Result<std::optional<Note>> noteOf(const QJsonObject& payload)
{
    const QJsonObject noted = payload.value(change::kNote).toObject();
    if (noted.isEmpty()) {
        return std::optional<Note>();
    }
    Note note { noted.value("mark"_L1).toInteger(), {}, {} };
    if (noted.contains("wanted"_L1)) {
        auto wanted = tokensOf(noted.value("wanted"_L1).toString());
        const auto keys = unpacked(noted.value("keys"_L1).toString());
        if (!wanted || !keys || std::ssize(*wanted) != keys->size()) {
            return damaged();
        }
        note.wanted = *std::move(wanted);
        for (const QJsonValue key : *keys) {
            note.keys.append(key.toString());
        }
    }
    return std::optional(std::move(note));
}

} // namespace playlist
