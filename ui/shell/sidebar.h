// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rows.h"
#include "ui/common/capabilities.h"
#include "ui/common/itemdrag.h"
#include "ui/common/playlistactions.h"
#include "ui/common/route.h"

#include <QAbstractListModel>
#include <QListView>

class QProgressBar;

namespace ui {

class SidebarDrop;
class TextLabel;

/// One line of the sidebar. A page registers its own; headings group them.
struct SidebarEntry
{
    Route route {};
    QString title {};
    QString iconName {};
    int position = 0; ///< ascending; entries from the same hundred stand under one heading
    bool isHeading = false;
    std::optional<account::Feature> needs {}; ///< without it the page cannot be opened
    bool takesTracks = false; ///< a playlist that tracks can be dropped on
    bool operator==(const SidebarEntry&) const = default;
};

/// The sidebar's lines in order, the playlists at the end.
class SidebarModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        HeadingRole = Qt::UserRole,
        IconNameRole
    };
    static constexpr int kPlaylists = 1000; ///< position of the first playlist

    explicit SidebarModel(const Capabilities& capabilities, QObject* parent = nullptr);

    void add(SidebarEntry entry);
    void setPlaylists(const QList<types::PlaylistRow>& playlists);
    [[nodiscard]] const SidebarEntry& entry(int row) const { return m_entries.at(row); }
    [[nodiscard]] int rowOf(const Route& route) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] bool isUsable(const SidebarEntry& entry) const;

    const Capabilities& m_capabilities;
    QList<SidebarEntry> m_entries;
};

/// Navigation on the left, and below it what the program is doing.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(const Capabilities& capabilities, QWidget* parent = nullptr);

    [[nodiscard]] SidebarModel& entries() { return m_model; }
    /// Whose things can be dropped on it.
    void setLibrary(const library::CacheKey& library);
    /// Marks where we are; nothing if no entry leads there.
    void showRoute(const Route& route);
    void setSync(bool isRunning, const QString& what, qint64 done, qint64 total);
    void setPending(int steps);
    /// After a change of text size.
    void applyMetrics();

Q_SIGNALS:
    void routeRequested(const ui::Route& route, ui::OpenIn where);
    /// Dropped on a playlist, or pasted there.
    void insertRequested(types::PlaylistId playlist, const ui::ItemDrag& items);
    /// Files of this computer, for a playlist; an invalid one: for a new one.
    void filesDropped(types::PlaylistId playlist, const QStringList& paths);
    /// Dropped where no playlist is: a new one is to be made of it.
    void newPlaylistRequested(const ui::ItemDrag& items);
    /// Something was dragged over what cannot take it, for people.
    void refused(const QString& reason);
    void playlistActionRequested(ui::PlaylistAction action, types::PlaylistId playlist);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(const QModelIndex& index, OpenIn where);
    void popupMenu(const QPoint& position);

    SidebarModel m_model;
    QListView* m_list;
    SidebarDrop* m_drop;
    QWidget* m_sync;
    TextLabel* m_syncText;
    QProgressBar* m_progress;
    TextLabel* m_pending;
};

} // namespace ui
