// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/mediaapi.h"

#include "core/demo/names.h"
#include "core/demo/picture.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr quint64 kFirstPart = 20'000'001;
constexpr int kLargestSide = 4096;

Response pictureReply(const QImage& image, bool png)
{
    Response response;
    response.contentType = png ? "image/png" : "image/jpeg";
    response.body = picture::encoded(image, png);
    response.compressible = false;
    return response;
}

} // namespace

QByteArray contentType(const QString& file)
{
    static const QHash<QString, QByteArray> types { { u"wav"_s, "audio/wav" },
        { u"flac"_s, "audio/flac" }, { u"mp3"_s, "audio/mpeg" }, { u"mp4"_s, "audio/mp4" },
        { u"m4a"_s, "audio/mp4" }, { u"ogg"_s, "audio/ogg" }, { u"opus"_s, "audio/ogg" } };
    return types.value(file.section(u'.', -1), "application/octet-stream");
}

void MediaApi::addRoutes(Router& router)
{
    const auto draw = [this](const Call& call) { return picture(call); };
    router.add(u"GET"_s, u"/library/parts/{}/{}/{}"_s, this, &MediaApi::part);
    router.add(u"GET"_s, u"/photo/:/transcode"_s, this, &MediaApi::transcode);
    for (const char* pattern :
        { "/library/metadata/{}/thumb", "/library/metadata/{}/thumb/{}", "/library/metadata/{}/art",
            "/library/metadata/{}/art/{}", "/playlists/{}/composite/{}",
            "/library/sections/{}/composite/{}", "/:/resources/{}" }) {
        router.add(u"GET"_s, QString::fromLatin1(pattern), draw);
    }
}

Response MediaApi::part(const Call& call) const
{
    const quint64 id = call.key();
    if (id < kFirstPart) {
        return Response::error(404); // invented films have no file
    }
    const Item item { Kind::Track, static_cast<quint32>(id - kFirstPart) };
    if (!m_model.state.exists(item)) {
        return Response::error(404);
    }
    Response response;
    response.source = m_model.music.openFile(item.index);
    if (!response.source) {
        return Response::error(404);
    }
    response.contentType = contentType(call.args.value(2));
    response.ranges = true;
    response.compressible = false;
    return response;
}

std::optional<MediaApi::Source> MediaApi::find(const QString& path) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    Source source;
    source.size = { 1000, 1000 };
    if (parts.value(0) == u"library" && parts.value(1) == u"metadata") {
        const std::optional<Item> item = m_model.state.find(parts.value(2).toULongLong());
        if (!item) {
            return std::nullopt;
        }
        Item pictured = *item;
        if (item->kind == Kind::Track) {
            pictured = { Kind::Album, m_model.music.albumOf(item->index) };
        }
        const bool isMusic = pictured.kind == Kind::Album || pictured.kind == Kind::Artist;
        if (parts.value(3) == u"art") {
            source.size = { 1920, 1080 };
        } else if (!isMusic) {
            source.size = pictured.kind == Kind::Episode ? QSize(1280, 720) : QSize(1000, 1500);
        }
        source.seed = mix(keys::original(pictured)) ^ (parts.value(3) == u"art" ? 1 : 0);
        if (pictured.kind == Kind::Album && parts.value(3) == u"thumb") {
            source.image = m_model.music.cover(pictured.index);
        }
        if (!source.image.isNull()) {
            source.size = source.image.size();
        }
        return source;
    }
    if (parts.value(2) == u"composite" || parts.value(3) == u"composite"
        || parts.value(1) == u"resources") {
        source.seed = mix(parts.value(1).toULongLong() + parts.value(2).toULongLong() + 7);
        return source;
    }
    return std::nullopt;
}

Response MediaApi::picture(const Call& call) const
{
    const std::optional<Source> source = find(call.request.path);
    if (!source) {
        return Response::error(404);
    }
    return pictureReply(
        source->image.isNull() ? picture::paint(source->seed, source->size) : source->image, false);
}

Response MediaApi::transcode(const Call& call) const
{
    const Request& request = call.request;
    const QSize wanted(request.value(u"width").toInt(), request.value(u"height").toInt());
    if (!request.has(u"url") || wanted.width() < 1 || wanted.height() < 1
        || wanted.width() > kLargestSide || wanted.height() > kLargestSide) {
        return Response::error(400);
    }
    const std::optional<Source> source = find(QUrl(request.value(u"url")).path());
    if (!source) {
        return Response::error(404);
    }
    const QSize size = picture::scaledSize(
        source->size, wanted, request.value(u"minSize") == u"1", request.value(u"upscale") == u"1");
    const QImage image = source->image.isNull()
        ? picture::paint(source->seed, size)
        : source->image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return pictureReply(image, request.value(u"format") == u"png");
}

} // namespace demo
