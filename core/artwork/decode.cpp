// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/decode.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

using namespace Qt::StringLiterals;
using util::Error;

namespace artwork {
namespace {

Error unusable(const QString& detail)
{
    return Error { Error::Code::Protocol,
        QCoreApplication::translate("artwork::Artwork", "The picture cannot be shown."), detail, 0,
        {} };
}

/// By the first bytes; what the server calls it is not trusted.
QByteArray formatOf(const QByteArray& encoded)
{
    if (encoded.startsWith("\xff\xd8\xff")) {
        return "jpeg";
    }
    if (encoded.startsWith("\x89PNG\r\n\x1a\n")) {
        return "png";
    }
    if (encoded.startsWith("GIF87a") || encoded.startsWith("GIF89a")) {
        return "gif";
    }
    if (encoded.startsWith("RIFF") && encoded.mid(8, 4) == "WEBP") {
        return "webp";
    }
    return {};
}

} // namespace

util::Result<QImage> decode(const QByteArray& encoded, int side)
{
    Q_ASSERT(side > 0);
    const QByteArray format = formatOf(encoded);
    if (format.isEmpty() || encoded.size() > kMostEncodedBytes) {
        return unusable(u"no picture of a known format, or too many bytes"_s);
    }
    if (format == "jpeg" && encoded.lastIndexOf("\xff\xd9") < 0) {
        return unusable(u"the end of the picture is missing"_s);
    }
    QBuffer buffer;
    buffer.setData(encoded);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || size.width() > kMostSide || size.height() > kMostSide
        || qint64(size.width()) * size.height() > kMostPixels) {
        return unusable(u"unusable size %1x%2"_s.arg(size.width()).arg(size.height()));
    }
    if (std::min(size.width(), size.height()) > side) {
        reader.setScaledSize(
            size.scaled(side, side, Qt::KeepAspectRatioByExpanding).expandedTo(QSize(1, 1)));
    }
    QImage image;
    if (!reader.read(&image) || image.isNull()) {
        return unusable(u"damaged picture, error %1"_s.arg(static_cast<int>(reader.error())));
    }
    image.convertTo(
        image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return image;
}

} // namespace artwork
