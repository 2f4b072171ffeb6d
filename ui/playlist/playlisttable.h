// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/editactions.h"
#include "ui/common/itemdrag.h"
#include "ui/common/tracktable.h"

namespace ui {

class EntryModel;

/// The rows of a playlist, which are edited: dragged within it and into it, cut, copied, pasted,
/// moved and removed by keys. It asks for what is to be done and does nothing itself.
class PlaylistTable final : public TrackTable
{
    Q_OBJECT

public:
    /// @param model  outlives the table
    PlaylistTable(EntryModel& model, library::Library& library, Covers& covers,
        Capabilities& capabilities, QWidget* parent = nullptr);

    /// Why nothing can be put into it, moved or removed now, for people; empty: it can.
    void setRefusal(const QString& reason) { m_refusal = reason; }
    [[nodiscard]] const QString& refusal() const { return m_refusal; }
    /// Why no tracks can be put into it, though its rows can be edited; empty: they can.
    void setForeignRefusal(const QString& reason) { m_foreignRefusal = reason; }
    /// The same as over the table, for what stands in its place while it is empty.
    bool takeEvent(QEvent& event);
    /// Selects these rows once the model has read where they stand now.
    void selectWhenRead(const QList<types::EntryId>& entries);
    /// Adds what can be done with the selected rows.
    void addEditActions(QMenu& menu);

Q_SIGNALS:
    /// Rows of this playlist, by their entries, in front of the row @p before.
    void moveRequested(const QList<types::EntryId>& entries, int before);
    void stepRequested(const QList<types::EntryId>& entries, bool isUp);
    void removeRequested(const QList<types::EntryId>& entries);
    /// Into the clipboard, and out of the playlist if @p isCut.
    void copyRequested(const QList<types::EntryId>& entries, bool isCut);
    /// Anything of this library, in front of the row @p before.
    void insertRequested(const ui::ItemDrag& items, int before);
    /// Files of this computer, to be found in the library, in front of the row @p before.
    void filesDropped(const QStringList& paths, int before);
    /// Something was tried that cannot be done now.
    void refused(const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] Qt::DropActions dragActions() const override;
    [[nodiscard]] bool copySelection() override;

private:
    [[nodiscard]] QList<types::EntryId> selectedEntries() const;
    [[nodiscard]] bool isOfHere(const ItemDrag& items) const;
    /// What a drop would do; Ignore: nothing.
    [[nodiscard]] Qt::DropAction actionOf(const QDropEvent& event) const;
    /// Why what is dragged over it cannot be dropped; empty: it can.
    [[nodiscard]] QString refusalOfDrop() const;
    /// Says it where the mouse is.
    void showRefusal(const QString& reason);
    bool run(EditAction action);
    void paste();
    void showLine(int before);
    void selectRead();

    EntryModel& m_model;
    library::Library& m_library;
    QString m_refusal;
    QString m_foreignRefusal;
    QStringList m_files; ///< what is dragged over it, if it is files
    QSet<qint64> m_toSelect;
    QPoint m_position; ///< of what is dragged over it
    int m_before = -1; ///< row of the line
    bool m_isOwn = false; ///< what is dragged over it are its own rows
};

} // namespace ui
