// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/droppedfiles.h"

#include "core/playlist/playlistfile.h"
#include "core/playlist/soundfiles.h"
#include "ui/common/itemdrag.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace ui {

QStringList importableIn(const QMimeData& mime)
{
    QStringList paths;
    if (mime.hasFormat(kItemDragType)) {
        return paths;
    }
    for (const QUrl& url : mime.urls()) {
        const QString path = url.isLocalFile() ? url.toLocalFile() : QString();
        if (!path.isEmpty()
            && (playlist::isPlaylistFile(path) || playlist::isSoundFile(path)
                || QFileInfo(path).isDir())) {
            paths.append(path);
        }
    }
    return paths;
}

} // namespace ui
