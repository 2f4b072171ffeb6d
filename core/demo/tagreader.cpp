// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/tagreader.h"

#include <QDir>
#include <QFileInfo>
#include <attachedpictureframe.h>
#include <fileref.h>
#include <flacfile.h>
#include <id3v2tag.h>
#include <mp4file.h>
#include <mpegfile.h>
#include <opusfile.h>
#include <popularimeterframe.h>
#include <tpropertymap.h>
#include <vorbisfile.h>
#include <wavfile.h>
#include <xiphcomment.h>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QString fromTagLib(const TagLib::String& text)
{
    return QString::fromStdString(text.to8Bit(true)).trimmed();
}

QString first(const TagLib::PropertyMap& tags, const char* name)
{
    const TagLib::StringList& values = tags[name];
    return values.isEmpty() ? QString() : fromTagLib(values.front());
}

QStringList all(const TagLib::PropertyMap& tags, const char* name)
{
    QStringList result;
    for (const TagLib::String& value : tags[name]) {
        for (const QString& part : fromTagLib(value).split(u';', Qt::SkipEmptyParts)) {
            result.append(part.trimmed());
        }
    }
    return result;
}

/// "3" of "3/12".
int firstNumber(const QString& text)
{
    return text.section(u'/', 0, 0).toInt();
}

std::optional<double> decibels(const QString& text)
{
    bool isNumber = false;
    const double value = text.section(u' ', 0, 0).toDouble(&isNumber);
    return isNumber ? std::optional<double>(value) : std::nullopt;
}

TagLib::ID3v2::Tag* id3Of(TagLib::File* file)
{
    if (auto* mpeg = dynamic_cast<TagLib::MPEG::File*>(file)) {
        return mpeg->ID3v2Tag();
    }
    auto* wav = dynamic_cast<TagLib::RIFF::WAV::File*>(file);
    return wav ? wav->ID3v2Tag() : nullptr;
}

TagLib::Ogg::XiphComment* xiphOf(TagLib::File* file)
{
    if (auto* vorbis = dynamic_cast<TagLib::Ogg::Vorbis::File*>(file)) {
        return vorbis->tag();
    }
    if (auto* opus = dynamic_cast<TagLib::Ogg::Opus::File*>(file)) {
        return opus->tag();
    }
    auto* flac = dynamic_cast<TagLib::FLAC::File*>(file);
    return flac ? flac->xiphComment() : nullptr;
}

std::optional<double> ratingOf(TagLib::File* file, const TagLib::PropertyMap& tags)
{
    bool isNumber = false;
    const double fmps = first(tags, "FMPS_RATING").toDouble(&isNumber);
    if (isNumber && fmps > 0 && fmps <= 1) {
        return fmps * 10;
    }
    const double plain = first(tags, "RATING").toDouble(&isNumber);
    if (isNumber && plain > 0 && plain <= 100) {
        return plain <= 5 ? plain * 2 : plain / 10; // 0…5 stars or 0…100
    }
    if (const TagLib::ID3v2::Tag* id3 = id3Of(file)) {
        for (const auto* frame : id3->frameListMap()["POPM"]) {
            if (const auto* popm = dynamic_cast<const TagLib::ID3v2::PopularimeterFrame*>(frame)) {
                return ratingOfByte(popm->rating());
            }
        }
    }
    return std::nullopt;
}

void describeFormat(TagLib::File* file, AudioFile& audio)
{
    const auto set = [&audio](const char* container, const char* codec, int bitDepth) {
        audio.container = container;
        audio.codec = codec;
        audio.bitDepth = bitDepth;
    };
    if (auto* flac = dynamic_cast<TagLib::FLAC::File*>(file)) {
        set("flac", "flac", flac->audioProperties()->bitsPerSample());
    } else if (auto* mp4 = dynamic_cast<TagLib::MP4::File*>(file)) {
        const bool isAlac = mp4->audioProperties()->codec() == TagLib::MP4::Properties::ALAC;
        set("mp4", isAlac ? "alac" : "aac", isAlac ? mp4->audioProperties()->bitsPerSample() : 0);
    } else if (auto* wav = dynamic_cast<TagLib::RIFF::WAV::File*>(file)) {
        set("wav", "pcm", wav->audioProperties()->bitsPerSample());
    } else if (dynamic_cast<TagLib::Ogg::Opus::File*>(file)) {
        set("ogg", "opus", 0);
    } else if (dynamic_cast<TagLib::Ogg::Vorbis::File*>(file)) {
        set("ogg", "vorbis", 0);
    } else {
        set("mp3", "mp3", 0);
    }
}

QImage imageOf(const TagLib::ByteVector& bytes)
{
    return QImage::fromData(
        reinterpret_cast<const uchar*>(bytes.data()), static_cast<int>(bytes.size()));
}

QImage embeddedCover(TagLib::File* file)
{
    if (auto* flac = dynamic_cast<TagLib::FLAC::File*>(file)) {
        const auto pictures = flac->pictureList();
        if (!pictures.isEmpty()) {
            return imageOf(pictures.front()->data());
        }
    }
    if (auto* xiph = xiphOf(file)) {
        const auto pictures = xiph->pictureList();
        return pictures.isEmpty() ? QImage() : imageOf(pictures.front()->data());
    }
    if (auto* mp4 = dynamic_cast<TagLib::MP4::File*>(file)) {
        const auto covers = mp4->tag()->item("covr").toCoverArtList();
        return covers.isEmpty() ? QImage() : imageOf(covers.front().data());
    }
    if (const TagLib::ID3v2::Tag* id3 = id3Of(file)) {
        for (const auto* frame : id3->frameListMap()["APIC"]) {
            if (const auto* picture
                = dynamic_cast<const TagLib::ID3v2::AttachedPictureFrame*>(frame)) {
                return imageOf(picture->picture());
            }
        }
    }
    return {};
}

bool hasEmbeddedCover(TagLib::File* file)
{
    if (auto* flac = dynamic_cast<TagLib::FLAC::File*>(file);
        flac && !flac->pictureList().isEmpty()) {
        return true;
    }
    if (auto* xiph = xiphOf(file)) {
        return !xiph->pictureList().isEmpty();
    }
    if (auto* mp4 = dynamic_cast<TagLib::MP4::File*>(file)) {
        return mp4->tag()->contains("covr");
    }
    const TagLib::ID3v2::Tag* id3 = id3Of(file);
    return id3 && !id3->frameListMap()["APIC"].isEmpty();
}

} // namespace

bool isMusicFile(const QString& path)
{
    static const QStringList suffixes { u"flac"_s, u"mp3"_s, u"m4a"_s, u"mp4"_s, u"ogg"_s, u"oga"_s,
        u"opus"_s, u"wav"_s };
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

std::optional<double> ratingOfByte(int byte)
{
    // Upper end of the byte values that mean 0.5, 1, 1.5 … 5 stars; 1 alone is one star.
    static constexpr int ends[] = { 22, 41, 58, 90, 123, 157, 191, 219, 248, 255 };
    if (byte <= 0 || byte > 255) {
        return std::nullopt;
    }
    if (byte == 1) {
        return 2;
    }
    return 1 + static_cast<double>(std::lower_bound(std::begin(ends), std::end(ends), byte) - ends);
}

std::optional<FileTags> readTags(const QString& path)
{
    const TagLib::FileRef reference(QFile::encodeName(path).constData());
    if (reference.isNull() || !reference.audioProperties()) {
        return std::nullopt;
    }
    TagLib::File* file = reference.file();
    const TagLib::PropertyMap map = file->properties();
    const TagLib::AudioProperties* audio = reference.audioProperties();
    FileTags tags;
    tags.title = first(map, "TITLE");
    tags.artist = first(map, "ARTIST");
    tags.albumArtist = first(map, "ALBUMARTIST");
    tags.album = first(map, "ALBUM");
    tags.titleSort = first(map, "TITLESORT");
    tags.artistSort = first(map, "ALBUMARTISTSORT");
    tags.label = first(map, "LABEL");
    tags.mbid = first(map, "MUSICBRAINZ_TRACKID");
    tags.date = first(map, "DATE");
    tags.year = tags.date.left(4).toInt();
    tags.genres = all(map, "GENRE");
    tags.moods = all(map, "MOOD");
    tags.styles = all(map, "STYLE");
    tags.releaseType = first(map, "RELEASETYPE").toLower();
    tags.index = firstNumber(first(map, "TRACKNUMBER"));
    tags.disc = firstNumber(first(map, "DISCNUMBER"));
    tags.isCompilation = first(map, "COMPILATION") == u"1";
    tags.rating = ratingOf(file, map);
    tags.playCount = first(map, "FMPS_PLAYCOUNT").section(u'.', 0, 0).toInt();
    tags.trackGain = decibels(first(map, "REPLAYGAIN_TRACK_GAIN"));
    tags.albumGain = decibels(first(map, "REPLAYGAIN_ALBUM_GAIN"));
    tags.trackPeak = decibels(first(map, "REPLAYGAIN_TRACK_PEAK"));
    tags.duration = audio->lengthInMilliseconds();
    const QFileInfo info(path);
    tags.file.path = path.toUtf8();
    tags.file.bitrate = audio->bitrate();
    tags.file.channels = audio->channels();
    tags.file.sampleRate = audio->sampleRate();
    tags.file.size = info.size();
    tags.file.changed = info.lastModified().toSecsSinceEpoch();
    tags.file.hasCover = hasEmbeddedCover(file);
    describeFormat(file, tags.file);
    return tags;
}

QImage readCover(const QString& path)
{
    const TagLib::FileRef reference(QFile::encodeName(path).constData(), false);
    if (!reference.isNull()) {
        const QImage image = embeddedCover(reference.file());
        if (!image.isNull()) {
            return image;
        }
    }
    const QDir folder = QFileInfo(path).dir();
    for (const char* name : { "cover", "folder", "front" }) {
        for (const char* suffix : { ".jpg", ".png" }) {
            const QString file = QString::fromLatin1(name) + QString::fromLatin1(suffix);
            if (folder.exists(file)) {
                return QImage(folder.filePath(file));
            }
        }
    }
    return {};
}

} // namespace demo
