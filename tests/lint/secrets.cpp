// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/secrets.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lint {

QStringList tokensIn(const QList<Source>& sources)
{
    static const QRegularExpression constant(
        uR"(\bk\w*Token\w*(?:\[\])?\s*(?:=\s*|\{\s*|\(\s*)(?:\w+\s*[({]\s*)?u?"([^"]+)\")"_s);
    QStringList tokens;
    for (const Source& source : sources) {
        auto found = constant.globalMatch(source.text);
        while (found.hasNext()) {
            tokens.append(found.next().captured(1));
        }
    }
    tokens.removeDuplicates();
    return tokens;
}

QList<Finding> scanLogs(
    const QString& folder, const QStringList& tokens, const QStringList& endings)
{
    QList<QByteArray> needles;
    for (const QString& token : tokens) {
        needles.append(token.toUtf8());
        needles.append(QUrl::toPercentEncoding(token));
        needles.append(token.toUtf8().toBase64());
    }
    QList<Finding> findings;
    QDirIterator files(
        folder, QDir::Files | QDir::NoSymLinks | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        const bool wanted = std::ranges::any_of(
            endings, [&path](const QString& ending) { return path.endsWith(ending); });
        // While ctest runs it writes LastTest.log.tmp; LastTest.log is still the run before.
        if (!wanted || QFile::exists(path + u".tmp"_s) || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        for (int line = 1; !file.atEnd(); ++line) {
            const QByteArray text = file.readLine();
            if (std::ranges::any_of(
                    needles, [&text](const QByteArray& needle) { return text.contains(needle); })) {
                findings.append({ path, line, u"token"_s, u"a token of the demo was written"_s });
            }
        }
    }
    return findings;
}

} // namespace lint
