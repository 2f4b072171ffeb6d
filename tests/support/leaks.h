// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayMatcher>
#include <QDirIterator>
#include <QFile>
#include <QStringList>
#include <QTest>
#include <algorithm>

namespace support {

/// The characters of @p text in base64 that stand for it alone, @p offset bytes behind the start of
/// what was encoded.
inline QByteArray insideBase64(const QByteArray& text, qsizetype offset)
{
    const QByteArray encoded = (QByteArray(offset, 'x') + text).toBase64();
    const qsizetype first = offset == 0 ? 0 : offset + 1;
    return encoded.mid(first, (offset + text.size()) * 4 / 3 - first);
}

/// How every token of the demo server begins, in each way that bytes may hold it.
inline const QList<QByteArrayMatcher>& tokenMatchers()
{
    static const QList<QByteArrayMatcher> matchers = [] {
        QList<QByteArrayMatcher> made;
        for (const QByteArray& text :
            { QByteArrayLiteral("demo-server-token"), QByteArrayLiteral("demo-account-token") }) {
            QByteArray wide; // as a QString lies in memory
            for (const char character : text) {
                wide.append(character).append('\0');
            }
            for (const QByteArray& needle : { text, wide, text.toHex(), insideBase64(text, 0),
                     insideBase64(text, 1), insideBase64(text, 2) }) {
                made.append(QByteArrayMatcher(needle));
            }
        }
        return made;
    }();
    return matchers;
}

[[nodiscard]] inline bool holdsToken(const QByteArray& bytes)
{
    return std::ranges::any_of(tokenMatchers(),
        [&bytes](const QByteArrayMatcher& matcher) { return matcher.indexIn(bytes) >= 0; });
}

/// The files below the folder of a program that hold a token, but for the one that is made for it.
[[nodiscard]] inline QStringList filesWithToken(const QString& folder)
{
    QStringList found;
    if (folder.isEmpty()) {
        return found; // of a program that has none
    }
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        if (path != folder + QStringLiteral("/data/tokens") && file.open(QIODevice::ReadOnly)
            && holdsToken(file.readAll())) {
            found.append(path);
        }
    }
    return found;
}

/// Fails the test if a file of a program holds a token. For when the program has ended.
inline void verifyNoFileHoldsToken(const QString& folder)
{
    const QStringList files = filesWithToken(folder);
    QVERIFY2(files.isEmpty(),
        qPrintable(QLatin1String("a token is in ") + files.join(QLatin1Char(' '))));
}

/// Fails the test if a program printed a token, or if one of its files holds it.
inline void verifyNoTokenIsLeft(const QByteArray& printed, const QString& folder)
{
    QVERIFY2(!holdsToken(printed), "a token was printed"); // which is not repeated here
    verifyNoFileHoldsToken(folder);
}

} // namespace support
