// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/activity.h"
#include "core/demo/notifier.h"
#include "core/demo/route.h"
#include "core/demo/router.h"

#include <vector>

class QJsonArray;

namespace demo {

struct Model;

/// What the library tells those who listen at /:/websockets/notifications.
///
/// As real servers do, one change sends several frames that say the same, with frames of types
/// nobody knows and empty ones between. Thread: under the server's lock; the frames leave later, in
/// the server's thread.
class Notices
{
public:
    /// Where frames go; null while the server does not listen, and then they are lost.
    void setNotifier(Notifier* notifier) { m_notifier = notifier; }
    void addRoutes(Router& router);

    /// Rating, play count or title changed.
    void changed(const Model& model, const std::vector<Item>& items) const;
    /// The item is gone. To be called while its key is still known.
    void removed(const Model& model, Item item) const;
    /// Entries, name or rules of a playlist changed, or it is new.
    void playlistChanged(const Playlist& playlist) const;
    void playlistRemoved(const Playlist& playlist) const;
    /// A client has reported what it plays.
    void playing(const Model& model, const Session& session) const;

    /// Something that the server does by itself began, went on or ended.
    /// @param event  "started", "updated" or "ended"
    void activity(const Activity& activity, const QByteArray& event) const;

    /// Any text as one frame to every socket, for tests.
    void sendText(const QByteArray& text) const;
    /// Breaks the notification connections that came that way.
    void drop(Route route) const;
    /// Breaks those that are encrypted.
    void dropEncrypted() const;
    /// Breaks all notification connections.
    void dropAll() const;

private:
    [[nodiscard]] Response open(const Call& call) const;
    [[nodiscard]] Response openStream(const Call& call) const;
    void send(const QByteArray& text, Audience audience) const;
    void sendTimeline(const QJsonArray& entries) const;
    void playlistEntry(const Playlist& playlist, int state) const;

    Notifier* m_notifier = nullptr;
};

} // namespace demo
