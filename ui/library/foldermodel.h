// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/foldertrail.h"

#include <QAbstractListModel>

namespace ui {

/// The folders in a folder, in the server's order.
class FolderModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFolders(const QList<FolderStep>& folders);
    /// Empty for a row that there is not.
    [[nodiscard]] FolderStep folder(int row) const { return m_folders.value(row); }
    /// The row with this key, or -1.
    [[nodiscard]] int rowOf(const QString& key) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<FolderStep> m_folders;
};

} // namespace ui
