// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/itemdrag.h"

#include <QTemporaryDir>
#include <memory>

class QWidget;

namespace ui {

/// The playlist file that other programs get of what is dragged out of a window. It is written
/// while the drag is under way, as nobody waits for it at the drop; the files are gone with the
/// window.
class DragOut final : public QObject
{
    Q_OBJECT

public:
    /// Writes a playlist of that title with what @p items stand for to @p path.
    using Write = std::function<util::Future<void>(
        const ItemDrag& items, const QString& title, const QString& path)>;
    /// So many things are written at most; more of them are dragged without a file.
    static constexpr qsizetype kMostThings = 10'000;

    /// Is a child of @p window.
    DragOut(QWidget& window, Write write);

    /// The one of the window that @p widget is in; null if it has none.
    [[nodiscard]] static DragOut* of(const QWidget& widget);

    /// Begins to write. @return the file's path, which is empty until it is whole
    [[nodiscard]] std::shared_ptr<const QString> begin(const ItemDrag& items, const QString& title);

private:
    Write m_write;
    QTemporaryDir m_folder;
    int m_count = 0; ///< of drags; each has a folder of its own
};

} // namespace ui
