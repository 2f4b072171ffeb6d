// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/library/tables.h"

#include <QObject>
#include <functional>
#include <semaphore>

namespace ui {

/// Brings the open library into the states that a page has to show, each by what really causes it:
/// a cache without anything in it, one that lost its tables, readers that are busy.
///
/// For the pictures of the tour, whose library is the demo's. Thread: UI. Destroyed, it frees the
/// readers; the caches that it made stay until somebody removes the folder.
class LibraryStates final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading, ///< no read comes to its end
        Empty, ///< nothing but one artist, one album and one playlist without a track
        Error, ///< every read fails
        Full ///< the library that was open when this object was made
    };

    // What State::Empty has.
    static constexpr types::ItemId kArtist { library::idRange(types::ItemType::Artist).first + 1 };
    static constexpr types::ItemId kAlbum { library::idRange(types::ItemType::Album).first + 1 };
    static constexpr types::PlaylistId kPlaylist { 1 };

    explicit LibraryStates(library::Library& library, QObject* parent = nullptr);
    ~LibraryStates() override;

    /// Calls then() once the library is in @p state. One call at a time.
    void enter(State state, std::function<void()> then);

private:
    /// Opens the cache of that name and goes on.
    void open(const library::CacheKey& key, std::function<void()> then);
    void fill(std::function<void()> then);
    void breakTables(std::function<void()> then);
    void holdReaders();
    void freeReaders();

    /// What the readers wait for; shared with their jobs.
    using Gate = std::counting_semaphore<>;

    library::Library& m_library;
    const library::CacheKey m_full;
    State m_state = State::Full;
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>(0);
    int m_held = 0; ///< readers
};

} // namespace ui
