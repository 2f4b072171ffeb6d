// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/capability.h"
#include "ui/common/connection.h"
#include "ui/common/covers.h"
#include "ui/common/desktopactions.h"
#include "ui/common/itemdrag.h"
#include "ui/common/missing.h"
#include "ui/common/playlistactions.h"
#include "ui/common/route.h"
#include "ui/common/syncprogress.h"

#include <QMap>
#include <QObject>
#include <optional>

namespace ui {

class Capabilities;
class KeyMap;
class Page;
struct Services;
struct SidebarEntry;

/// What pages are made with, and what few of them ask of the window or are told by it; what every
/// page asks are signals of Page.
///
/// A page that is made later than a fact was told asks for it (connection()).
class PageHub final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive the hub, and the hub outlives the pages.
    PageHub(const Services& services, Covers& covers, Capabilities& capabilities, KeyMap& keys,
        QObject* parent = nullptr);

    [[nodiscard]] const Services& services() const { return m_services; }
    [[nodiscard]] Covers& covers() const { return m_covers; }
    [[nodiscard]] Capabilities& capabilities() const { return m_capabilities; }
    [[nodiscard]] KeyMap& keys() const { return m_keys; }
    [[nodiscard]] const ConnectionStatus& connection() const { return m_connection; }
    void setConnection(const ConnectionStatus& status);
    [[nodiscard]] const SyncProgress& sync() const { return m_sync; }
    void setSync(const SyncProgress& progress);
    /// Whether the session starts the program; nothing where that cannot be chosen.
    [[nodiscard]] std::optional<bool> startsAtLogin() const { return m_startsAtLogin; }
    void setStartsAtLogin(std::optional<bool> starts);
    [[nodiscard]] const DesktopKeys& desktopKeys() const { return m_desktopKeys; }
    void setDesktopKeys(const DesktopKeys& keys);
    /// @param sentence  what is without it; empty: it is there
    void setMissing(Missing what, const QString& sentence);
    /// The sentences about all that is.
    [[nodiscard]] QStringList missing() const { return m_missing.values(); }

Q_SIGNALS:
    void missingChanged();
    void desktopKeysChanged(const ui::DesktopKeys& keys);
    void startsAtLoginChanged(std::optional<bool> starts);
    void startAtLoginRequested(bool starts);
    void connectionChanged(const ui::ConnectionStatus& status);
    void syncChanged(const ui::SyncProgress& progress);
    /// An empty name: all caches.
    void flushRequested(const QString& bucket);
    /// A cache holds less than before.
    void cachesFlushed();
    /// The change to take back; an invalid id is the latest.
    void undoRequested(types::ChangeId change);
    /// Into a playlist, in front of the entry @p before; an invalid one: at the end.
    void insertRequested(
        types::PlaylistId playlist, const ui::ItemDrag& items, types::EntryId before);
    void playlistActionRequested(ui::PlaylistAction action, types::PlaylistId playlist);
    void redoRequested();
    void retryRequested(types::ChangeId change);
    void addServerRequested();
    void demoRequested();
    void serverRequested(const types::ServerId& server);
    void forgetRequested(const types::ServerId& server);
    void signOutRequested(const QString& account);
    void checkRequested();
    void fullSyncRequested();
    /// How and where to write a playlist to a file is to be asked.
    void exportRequested(types::PlaylistId playlist);
    /// Files of this computer are to be found, and come into a playlist.
    void filesDropped(types::PlaylistId playlist, types::EntryId before, const QStringList& paths);
    /// Which ways to the current server may be taken is another matter now.
    void routesChanged();

private:
    const Services& m_services;
    Covers& m_covers;
    Capabilities& m_capabilities;
    KeyMap& m_keys;
    ConnectionStatus m_connection;
    SyncProgress m_sync;
    QMap<Missing, QString> m_missing;
    std::optional<bool> m_startsAtLogin;
    DesktopKeys m_desktopKeys;
};

/// One page of the window: what leads to it and how it is made.
struct PageSpec
{
    QList<Route::Place> places; ///< that it shows; its line in the sidebar leads to the first
    QString title {}; ///< of that line; empty: it has none, links lead there
    QString iconName {};
    int position = 0; ///< in the sidebar, ascending; lines of the same hundred form a group
    std::optional<account::Feature> needs {}; ///< without it the page cannot be opened
    /// Makes it, connected with the hub.
    Page* (*make)(PageHub& hub, QWidget* parent) = nullptr;
};

/// Every page there is: who adds a page adds its row here, and it appears in the sidebar and can be
/// gone to.
[[nodiscard]] QList<PageSpec> pageSpecs();

/// The sidebar's lines for the pages, with the headings of their groups.
[[nodiscard]] QList<SidebarEntry> pageEntries();

} // namespace ui
