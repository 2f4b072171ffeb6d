// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/transcodeapi.h"

#include "core/demo/clientprofile.h"
#include "core/demo/itemwriter.h"
#include "core/demo/mediaapi.h"
#include "core/demo/paging.h"
#include "core/demo/synth.h"

#include <QUrl>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kDirectPlayOk = 1000;
constexpr int kConversionOk = 1001;
constexpr int kNeither = 2000;
constexpr int kCannotPlay = 3000;
constexpr int kTooWide = 3001;
constexpr int kNoProfile = 4005;

/// A WAV file from somewhere in the middle, its sizes unknown, as encoders write to a pipe.
class WavTail final : public ByteSource
{
public:
    /// @param skipped  bytes of audio left out, a whole number of frames
    WavTail(std::unique_ptr<ByteSource> file, qint64 skipped)
        : m_file(std::move(file))
        , m_header(m_file->read(0, synth::kWavHeader))
        , m_skipped(skipped)
    {
        m_header.replace(4, 4, QByteArray(4, '\xff'));
        m_header.replace(40, 4, QByteArray(4, '\xff'));
    }

    [[nodiscard]] qint64 size() const override { return m_file->size() - m_skipped; }
    [[nodiscard]] QByteArray read(qint64 offset, qint64 count) override
    {
        if (offset >= m_header.size()) {
            return m_file->read(offset + m_skipped, count);
        }
        const QByteArray head = m_header.mid(offset, count);
        const qint64 rest = count - head.size();
        return rest > 0 ? head + m_file->read(m_header.size() + m_skipped, rest) : head;
    }

private:
    std::unique_ptr<ByteSource> m_file;
    QByteArray m_header;
    qint64 m_skipped;
};

/// The file from @p seconds on. Only plain WAV can be cut; null where it cannot.
std::unique_ptr<ByteSource> streamFrom(std::unique_ptr<ByteSource> file, double seconds)
{
    if (!file) {
        return nullptr;
    }
    const QByteArray header = file->read(0, synth::kWavHeader);
    if (header.size() < synth::kWavHeader || !header.startsWith("RIFF")
        || header.mid(36, 4) != "data") {
        return seconds > 0 ? nullptr : std::move(file);
    }
    const auto perSecond = qFromLittleEndian<quint32>(header.constData() + 28);
    const auto perFrame = qFromLittleEndian<quint16>(header.constData() + 32);
    const auto frames = perFrame > 0 ? static_cast<qint64>(seconds * perSecond / perFrame) : 0;
    const qint64 skipped = frames * perFrame;
    if (skipped < 0 || skipped > file->size() - header.size()) {
        return nullptr;
    }
    return std::make_unique<WavTail>(std::move(file), skipped);
}

QString sessionOf(const Call& call)
{
    const QString session = call.request.value(u"session");
    return session.isEmpty() ? call.request.value(u"transcodeSessionId") : session;
}

const char* directPlayText(int code, bool isOff)
{
    switch (code) {
    case kDirectPlayOk:
        return "Direct play OK.";
    case kTooWide:
        return "App cannot direct play this item. Not enough bandwidth.";
    default:
        return isOff ? "App cannot direct play this item. Direct play is disabled."
                     : "App cannot direct play this item.";
    }
}

const char* generalText(int code)
{
    switch (code) {
    case kDirectPlayOk:
        return "Direct play OK.";
    case kConversionOk:
        return "Direct play not available; Conversion OK.";
    default:
        return "Neither direct play nor conversion is available.";
    }
}

} // namespace

void TranscodeApi::addRoutes(Router& router)
{
    for (const QString& folder :
        { u"/music/:/transcode/universal/"_s, u"/audio/:/transcode/universal/"_s }) {
        router.add(u"GET"_s, QString(folder + u"decision"_s), this, &TranscodeApi::decision);
        for (const QString& name : { u"start"_s, u"start.mp3"_s }) {
            router.add(u"GET"_s, QString(folder + name),
                [this](const Call& call) { return this->start(call); });
        }
        router.add(u"GET"_s, QString(folder + u"ping"_s), this, &TranscodeApi::ping);
        router.add(u"GET"_s, QString(folder + u"stop"_s), this, &TranscodeApi::stop);
    }
}

TranscodeApi::Decision TranscodeApi::decide(const Call& call) const
{
    const Request& request = call.request;
    Decision decision;
    const std::optional<ClientProfile> profile = ClientProfile::of(request);
    const QStringList path = QUrl(request.value(u"path")).path().split(u'/', Qt::SkipEmptyParts);
    if (!profile || path.size() != 3 || path.at(0) != u"library" || path.at(1) != u"metadata") {
        decision.status = 400;
        return decision;
    }
    const std::optional<Item> item = m_model.state.find(path.at(2).toULongLong());
    if (!item || item->kind != Kind::Track || request.value(u"mediaIndex").toInt() > 0
        || request.value(u"partIndex").toInt() > 0) {
        decision.status = item ? 400 : 404;
        return decision;
    }
    decision.track = item->index;
    decision.protocol = request.has(u"protocol") ? request.value(u"protocol") : u"http"_s;
    const AudioFile file = m_model.music.track(item->index).file;
    const int most = request.value(u"musicBitrate").toInt();
    // With hasMDE the client has looked at the file itself and is believed.
    const bool isPlayable = request.value(u"hasMDE") == u"1" || profile->directPlays(file);
    decision.isDirectPlayOff = request.value(u"directPlay") != u"1";
    decision.directPlay = decision.isDirectPlayOff || !isPlayable ? kCannotPlay
        : most > 0 && most < file.bitrate                         ? kTooWide
                                                                  : kDirectPlayOk;
    if (decision.directPlay == kDirectPlayOk) {
        decision.general = kDirectPlayOk;
        return decision;
    }
    const bool converts = decision.protocol == u"http" && profile->hasMusicTarget(u"http"_s);
    decision.transcode = converts ? kConversionOk : kNoProfile;
    decision.general = converts ? kConversionOk : kNeither;
    return decision;
}

void TranscodeApi::writeCodes(Writer& out, const Decision& decision) const
{
    if (decision.general == kDirectPlayOk) {
        out.number("mdeDecisionCode", decision.general);
        out.text("mdeDecisionText", generalText(decision.general));
    }
    out.number("generalDecisionCode", decision.general);
    out.text("generalDecisionText", generalText(decision.general));
    out.number("directPlayDecisionCode", decision.directPlay);
    out.text(
        "directPlayDecisionText", directPlayText(decision.directPlay, decision.isDirectPlayOff));
    if (decision.transcode != 0) {
        out.number("transcodeDecisionCode", decision.transcode);
        out.text("transcodeDecisionText",
            decision.transcode == kConversionOk
                ? generalText(kConversionOk)
                : "Cannot convert this item. No conversion profile found for protocol "
                    + decision.protocol.toUtf8() + '.');
    }
}

/// Ids are texts here, and so is the bitrate of a conversion, but not that of its part.
void TranscodeApi::writeMedia(Writer& out, const Decision& decision, const Track& track) const
{
    const AudioFile& file = track.file;
    const bool converts = decision.general == kConversionOk;
    out.beginList("Media");
    out.beginItem("Media");
    out.text("id", QByteArray::number(qint64 { 10'000'001 } + decision.track));
    out.number("duration", track.duration);
    out.number("audioChannels", file.channels);
    out.text("audioCodec", file.codec);
    out.text("container", file.container);
    if (converts) {
        out.text("bitrate", QByteArray::number(file.bitrate));
        out.text("protocol", decision.protocol.toUtf8());
    } else {
        out.number("bitrate", file.bitrate);
    }
    out.flag("selected", true);
    writePart(out, decision, track);
    out.endItem();
    out.endList();
}

void TranscodeApi::writePart(Writer& out, const Decision& decision, const Track& track) const
{
    const AudioFile& file = track.file;
    const bool converts = decision.general == kConversionOk;
    const QByteArray id = QByteArray::number(qint64 { 20'000'001 } + decision.track);
    out.beginList("Part");
    out.beginItem("Part");
    out.text("id", id);
    if (converts) {
        out.number("bitrate", file.bitrate);
        out.text("protocol", decision.protocol.toUtf8());
    } else {
        out.text("key",
            "/library/parts/" + id + '/' + QByteArray::number(file.changed) + "/file."
                + file.path.mid(file.path.lastIndexOf('.') + 1).toLower());
    }
    out.text("container", file.container);
    out.text("decision", converts ? "transcode" : "directplay");
    out.flag("selected", true);
    out.beginList("Stream");
    out.beginItem("Stream");
    out.text("id", QByteArray::number(qint64 { 30'000'001 } + decision.track));
    out.number("streamType", 2);
    out.text("codec", file.codec);
    out.number("channels", file.channels);
    if (converts) {
        out.text("decision", "copy");
        out.text("location", "direct");
    }
    out.flag("selected", true);
    out.endItem();
    out.endList();
    out.endItem();
    out.endList();
}

void TranscodeApi::writeTrack(Writer& out, const Decision& decision) const
{
    const Item item { Kind::Track, decision.track };
    const Track track = m_model.music.track(decision.track);
    const quint64 key = m_model.state.key(item);
    const quint64 album = m_model.state.key({ Kind::Album, track.album });
    out.beginList("Metadata");
    out.beginItem(ItemWriter::element(Kind::Track));
    out.text("ratingKey", QByteArray::number(key));
    out.text("key", metadataPath(key));
    out.text("parentRatingKey", QByteArray::number(album));
    out.text("guid", track.guid);
    out.text("type", typeName(Kind::Track));
    out.text("title", m_model.title(item, track.title));
    out.number("duration", track.duration);
    out.text("librarySectionID", QByteArray::number(sections::kMusic)); // a text, here
    out.beginList("UltraBlurColors"); // of one; everywhere else it is an object
    out.beginItem("UltraBlurColors");
    writeBlurColors(out, album);
    out.endItem();
    out.endList();
    writeMedia(out, decision, track);
    out.endItem();
    out.endList();
}

void TranscodeApi::remember(const Call& call)
{
    if (const QString session = sessionOf(call); !session.isEmpty()) {
        m_sessions.insert(session);
    }
}

Response TranscodeApi::decision(const Call& call)
{
    const Decision decision = decide(call);
    if (decision.status != 200) {
        return Response::error(decision.status);
    }
    Writer out(call.format());
    out.beginItem("MediaContainer");
    const bool isRefused = decision.general >= kNeither;
    out.number("size", isRefused ? 0 : 1);
    if (!isRefused) {
        remember(call);
        out.text("allowSync", "1");
        out.text("identifier", kLibraryIdentifier);
        out.text("librarySectionID", QByteArray::number(sections::kMusic));
    }
    writeCodes(out, decision);
    if (!isRefused) {
        writeTrack(out, decision);
    }
    out.endItem();
    return reply(out);
}

Response TranscodeApi::start(const Call& call)
{
    const Decision decision = decide(call);
    if (decision.status != 200 || decision.general >= kNeither) {
        return Response::error(decision.status != 200 ? decision.status : 400);
    }
    const QString offset = call.request.value(u"offset");
    bool isNumber = true;
    const double seconds = offset.isEmpty() ? 0 : offset.toDouble(&isNumber); // not ms
    if (!isNumber || !(seconds >= 0 && seconds < 1e6)) {
        return Response::error(400);
    }
    Response response;
    response.source = streamFrom(m_model.music.openFile(decision.track), seconds);
    if (!response.source) {
        return Response::error(400);
    }
    remember(call);
    response.contentType
        = contentType(QString::fromUtf8(m_model.music.track(decision.track).file.path));
    response.isUnsized = true;
    response.compressible = false;
    return response;
}

Response TranscodeApi::ping(const Call& call) const
{
    return m_sessions.contains(sessionOf(call)) ? Response::empty() : Response::error(404);
}

Response TranscodeApi::stop(const Call& call)
{
    m_sessions.remove(sessionOf(call));
    return Response::empty();
}

} // namespace demo
