// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/tokens.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace playlist {

namespace {

constexpr int kGroupBits = 7;
constexpr quint8 kMore = 0x80;
constexpr int kMostGroups = 10; // of 64 bits

void append(QByteArray& bytes, qint64 difference)
{
    // Small differences of either sign are small numbers.
    auto number = (static_cast<quint64>(difference) << 1U) ^ static_cast<quint64>(difference >> 63);
    while (number >= kMore) {
        bytes.append(static_cast<char>((number & (kMore - 1U)) | kMore));
        number >>= kGroupBits;
    }
    bytes.append(static_cast<char>(number));
}

util::Error damaged()
{
    return { util::Error::Code::InvalidInput,
        QCoreApplication::translate("playlist", "A list of tracks in the journal is damaged."), {},
        0, {} };
}

} // namespace

std::optional<qsizetype> sizeWhenUnpacked(const QByteArray& packed)
{
    constexpr qsizetype kHeader = 4; // the length, big-endian, by qCompress
    if (packed.size() < kHeader) {
        return std::nullopt;
    }
    return qFromBigEndian<quint32>(packed.constData());
}

Tokens newTokens(qsizetype count)
{
    // 62 random bits: below all that was given before, or will be, but for a chance of nothing.
    const auto start = static_cast<qint64>(QRandomGenerator::system()->generate64() >> 2U);
    Tokens tokens;
    tokens.reserve(static_cast<size_t>(count));
    for (qsizetype i = 0; i < count; ++i) {
        tokens.push_back(-1 - start - i);
    }
    return tokens;
}

QString textOf(const Tokens& tokens)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(tokens.size()) * 2);
    quint64 last = 0;
    for (const Token token : tokens) {
        // Of unsigned numbers: the difference of two ends of the range has to wrap round.
        append(bytes, static_cast<qint64>(static_cast<quint64>(token) - last));
        last = static_cast<quint64>(token);
    }
    return QString::fromLatin1(qCompress(bytes).toBase64());
}

util::Result<Tokens> tokensOf(const QString& text)
{
    const QByteArray packed = QByteArray::fromBase64(text.toLatin1());
    const auto claimed = sizeWhenUnpacked(packed);
    if (!claimed || *claimed > kMostRows * kMostGroups) {
        return damaged();
    }
    const QByteArray bytes = qUncompress(packed);
    if (bytes.size() != *claimed) {
        return damaged();
    }
    Tokens tokens;
    quint64 last = 0;
    quint64 number = 0;
    int shift = 0;
    for (const char byte : bytes) {
        if (shift >= kGroupBits * kMostGroups) {
            return damaged();
        }
        const auto group = static_cast<quint8>(byte);
        number |= static_cast<quint64>(group & (kMore - 1U)) << shift;
        shift += kGroupBits;
        if ((group & kMore) == 0) {
            last += (number >> 1U) ^ (0 - (number & 1U));
            tokens.push_back(static_cast<qint64>(last));
            number = 0;
            shift = 0;
        }
    }
    if (shift != 0 || std::ssize(tokens) > kMostRows) {
        return damaged();
    }
    return tokens;
}

} // namespace playlist
