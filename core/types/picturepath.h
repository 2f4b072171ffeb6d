// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>

namespace types {

/// What a server calls a picture, taken apart: "/library/metadata/42/thumb/1700000000".
struct PicturePath
{
    QString picture {}; ///< without the change number: the same as long as its item lives
    QString version {}; ///< the change number, which grows with the picture; empty if it has none

    bool operator==(const PicturePath&) const = default;
};

/// Takes @p path apart. Only a number behind the name of a kind of picture is a change number.
[[nodiscard]] inline PicturePath picturePath(const QString& path)
{
    const qsizetype last = path.lastIndexOf(u'/');
    const QStringView version = QStringView(path).sliced(last + 1);
    const QStringView rest = QStringView(path).first(std::max<qsizetype>(0, last));
    const QStringView kind = rest.sliced(rest.lastIndexOf(u'/') + 1);
    const bool isVersion = !version.isEmpty()
        && std::ranges::all_of(version, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isVersion && (kind == u"thumb" || kind == u"art" || kind == u"composite")
        ? PicturePath { rest.toString(), version.toString() }
        : PicturePath { path, {} };
}

/// The rating key of whatever @p path is the picture of, an item or a playlist; empty if it does
/// not say.
[[nodiscard]] inline QString pictureOwner(const QString& path)
{
    for (const QStringView before : { QStringView(u"/library/metadata/"),
             QStringView(u"/playlists/"), QStringView(u"/library/collections/") }) {
        if (path.startsWith(before)) {
            const QStringView rest = QStringView(path).sliced(before.size());
            return rest.first(std::max<qsizetype>(0, rest.indexOf(u'/'))).toString();
        }
    }
    return {};
}

} // namespace types
