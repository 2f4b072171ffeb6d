// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/foldertrail.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype kLongestTitle = 200;

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text)); // "/" and ":" too
}

QString decoded(const QString& text)
{
    return QUrl::fromPercentEncoding(text.toLatin1());
}

} // namespace

QString textOf(const FolderTrail& trail)
{
    QStringList steps;
    steps.reserve(trail.size());
    for (const FolderStep& step : trail) {
        steps.append(encoded(step.key) + u':' + encoded(step.title.left(kLongestTitle)));
    }
    return steps.join(u'/');
}

FolderTrail trailOf(const QString& text)
{
    FolderTrail trail;
    for (const QString& step : text.split(u'/', Qt::SkipEmptyParts)) {
        const QStringList parts = step.split(u':');
        if (parts.size() != 2 || parts.at(0).isEmpty()) {
            return {};
        }
        trail.append({ decoded(parts.at(0)), decoded(parts.at(1)) });
    }
    return trail;
}

} // namespace ui
