// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/foldermodel.h"

namespace ui {

void FolderModel::setFolders(const QList<FolderStep>& folders)
{
    beginResetModel();
    m_folders = folders;
    endResetModel();
}

int FolderModel::rowOf(const QString& key) const
{
    for (int row = 0; row < m_folders.size(); ++row) {
        if (m_folders.at(row).key == key) {
            return row;
        }
    }
    return -1;
}

int FolderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_folders.size());
}

QVariant FolderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return m_folders.at(index.row()).title;
    case Qt::AccessibleTextRole:
        return tr("Folder: %1").arg(m_folders.at(index.row()).title);
    default:
        return {};
    }
}

Qt::ItemFlags FolderModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

} // namespace ui
