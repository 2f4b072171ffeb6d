// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/streamapi.h"

#include "core/demo/lyrics.h"
#include "core/demo/paging.h"

#include <QtEndian>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr quint64 kFirstAudio = 30'000'001;
constexpr qint64 kWindow = 100; // ms of music that one figure stands for
constexpr qint64 kFrames = 256; // of each window that are looked at
constexpr qint64 kHeader = 44; // bytes before the samples of a WAV file
constexpr double kSilence = -90; // dB

double levelOf(const QByteArray& samples)
{
    double sum = 0;
    const qsizetype count = samples.size() / 2;
    for (qsizetype i = 0; i < count; ++i) {
        const auto sample = qFromLittleEndian<qint16>(samples.constData() + 2 * i);
        sum += static_cast<double>(sample) * sample;
    }
    const double effective = count > 0 ? std::sqrt(sum / static_cast<double>(count)) : 0;
    return effective < 1 ? kSilence : 20 * std::log10(effective / 32768);
}

} // namespace

void StreamApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/library/streams/{}"_s, this, &StreamApi::stream);
    router.add(u"GET"_s, u"/library/streams/{}/levels"_s,
        [this](const Call& call) { return levels(call, false); });
    router.add(u"GET"_s, u"/library/streams/{}/loudness"_s,
        [this](const Call& call) { return levels(call, true); });
}

Response StreamApi::stream(const Call& call) const
{
    const quint64 id = call.args.value(0).section(u'.', 0, 0).toULongLong();
    if (id >= kFirstAudio && id < lyrics::kFirstStream) {
        return Response::error(501); // it is inside of the file
    }
    const Item item { Kind::Track, static_cast<quint32>(id - lyrics::kFirstStream) };
    if (id < lyrics::kFirstStream || !m_model.state.exists(item)) {
        return Response::error(404);
    }
    const Track track = m_model.music.track(item.index);
    if (track.lyrics == LyricKind::None) {
        return Response::error(404);
    }
    const bool isLocal = track.lyrics == LyricKind::Sidecar;
    if (!isLocal && !m_model.hasPass) {
        return Response::error(403);
    }
    const std::vector<lyrics::Line> lines = lyrics::linesOf(item.index, track.duration);
    const bool wantsXml = call.request.value(u"format") == u"xml"
        || call.request.headers.value("accept").contains("xml");
    if (isLocal && !wantsXml && !call.request.wantsJson()) {
        Response response;
        response.contentType = "text/plain; charset=utf-8";
        response.body = lyrics::lrc(lines);
        return response;
    }
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", 1);
    out.beginList("Lyrics");
    lyrics::writeDocument(out, lines, track.lyrics);
    out.endList();
    out.endItem();
    return reply(out);
}

std::vector<double> StreamApi::loudness(quint32 index, qint64 count) const
{
    const Track track = m_model.music.track(index);
    const auto source = m_model.music.openFile(index);
    if (!track.loudness || !source || track.file.codec != "pcm") {
        return {};
    }
    const qint64 total = track.duration / kWindow;
    const qint64 frameBytes = 2 * qint64 { track.file.channels };
    const qint64 frames = (source->size() - kHeader) / frameBytes;
    const qint64 points = count > 0 ? std::min(count, total) : total;
    std::vector<double> levels;
    for (qint64 i = 0; i < points; ++i) {
        const qint64 at = frames * i / points;
        levels.push_back(levelOf(source->read(kHeader + at * frameBytes, kFrames * frameBytes)));
    }
    return levels;
}

Response StreamApi::levels(const Call& call, bool asText) const
{
    const Item item { Kind::Track, static_cast<quint32>(call.key() - kFirstAudio) };
    if (call.key() < kFirstAudio || !m_model.state.exists(item) || !m_model.hasPass) {
        return Response::error(404);
    }
    const std::vector<double> values
        = loudness(item.index, call.request.value(u"subsample").toInt());
    if (values.empty()) {
        return Response::error(404);
    }
    const qint64 total = m_model.music.track(item.index).duration / kWindow;
    if (asText) {
        Response response;
        response.contentType = "text/plain";
        for (const double value : values) {
            response.body += QByteArray::number(value, 'f', 1) + '\n';
        }
        return response;
    }
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(values.size()));
    out.text("totalSamples", QByteArray::number(total)); // a text, as seen
    out.beginList("Level");
    for (const double value : values) {
        out.beginItem("Level");
        out.decimal("v", std::round(value * 10) / 10);
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

} // namespace demo
