// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dragout.h"

#include "core/playlist/playlistfile.h"

#include <QDir>
#include <QWidget>

namespace ui {

DragOut::DragOut(QWidget& window, Write write)
    : QObject(&window)
    , m_write(std::move(write))
    , m_folder(QDir::temp().filePath(QStringLiteral("plexm8-drag-XXXXXX")))
{
}

DragOut* DragOut::of(const QWidget& widget)
{
    return widget.window()->findChild<DragOut*>(QString(), Qt::FindDirectChildrenOnly);
}

std::shared_ptr<const QString> DragOut::begin(const ItemDrag& items, const QString& title)
{
    auto written = std::make_shared<QString>();
    const QString folder = m_folder.filePath(QString::number(++m_count));
    if (items.count() > kMostThings || !m_folder.isValid() || !QDir().mkpath(folder)) {
        return written;
    }
    const QString path = folder + u'/' + playlist::fileNameFor(title, playlist::FileFormat::M3u8);
    util::async::deliver(
        m_write(items, title, path), this, [written, path](const util::Result<void>& done) {
            if (done) { // else there is no file, as with other programs' drags of texts
                *written = path;
            }
        });
    return written;
}

} // namespace ui
