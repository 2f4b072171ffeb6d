// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/drafts.h"
#include "ui/playlist/importreviewpanel.h"

#include <QObject>
#include <deque>

class QMainWindow;

namespace ui {

struct ItemDrag;
struct Services;

/// Playlist files in and out of the window: what asks for an import, by menu, by dropping files or
/// by name, comes together here, and what came of the review leaves it as one signal. Files that
/// are dropped where nothing takes them make a playlist of their own.
class PlaylistFiles final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    PlaylistFiles(Services& services, QMainWindow& window);

    /// Asks for a file and reviews it.
    void chooseFile();
    /// Reviews playlist files one after the other, and music and folders of it as one list.
    void reviewFiles(const QStringList& paths);
    /// The same; what is found comes into a playlist, in front of the entry @p before.
    void reviewInto(types::PlaylistId playlist, types::EntryId before, const QStringList& paths);
    /// Asks how and where to write a playlist, and does.
    void exportPlaylist(types::PlaylistId playlist);
    /// Writes what would be put into a playlist as one for other programs on this computer.
    [[nodiscard]] util::Future<void> write(
        const playlist::Source& source, const QString& title, const QString& path);

Q_SIGNALS:
    /// Make a playlist of that name with these tracks, in this order.
    void createRequested(const QString& title, const QList<types::RatingKey>& keys);
    void insertRequested(
        types::PlaylistId playlist, const ui::ItemDrag& items, types::EntryId before);
    void failed(const util::Error& error, const QString& what);
    /// Something went well, in a sentence.
    void noticed(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Waiting
    {
        ImportTask task {};
        types::PlaylistId into {}; ///< invalid: a new one
        types::EntryId before {};
    };
    void enqueue(const QStringList& paths, const Waiting& target);
    void reviewNext();

    Services& m_services;
    QMainWindow& m_window;
    std::deque<Waiting> m_waiting;
    bool m_isReviewing = false;
};

} // namespace ui
