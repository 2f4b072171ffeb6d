// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"

#include <array>

namespace util {
class Clock;
}

namespace ui {

class Shelf;

/// Where the program opens: what is new, what was begun or played, the best, what
/// happened on this day, the playlists.
class HomePage final : public Page
{
    Q_OBJECT

public:
    HomePage(library::Library& library, Covers& covers, Capabilities& capabilities,
        const util::Clock& clock, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* focusTarget() override;
    void open(const Route& route) override;
    void forget() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void reload();
    /// Reads it again now, or when it is shown again: while another page is, that one comes first.
    void reloadIfShown();
    void reloadIfStale();
    /// What is beside the library's own shelves: without it the page is as good as whole.
    void readAside();
    void showHome(const library::Home& home);
    void showDay(const library::OnThisDay& day);
    void connectAlbums(Shelf& shelf);
    void connectTracks(Shelf& shelf, const QList<types::TrackRow>& tracks);
    void connectPlaylists();
    [[nodiscard]] std::array<Shelf*, 6> shelves() const;

    library::Library& m_library;
    Capabilities& m_capabilities;
    const util::Clock& m_clock;
    util::async::Latest m_latest;
    util::async::Latest m_dayRead;
    util::async::Latest m_unfinishedRead;
    class QTimer* m_throttle;
    library::Home m_home;
    bool m_hasHome = false;
    bool m_isStale = false; ///< what it shows was read before something changed
    Shelf* m_added;
    Shelf* m_unfinished;
    Shelf* m_played;
    Shelf* m_top;
    Shelf* m_day;
    Shelf* m_playlists;
    StatePage* m_states;
};

} // namespace ui
