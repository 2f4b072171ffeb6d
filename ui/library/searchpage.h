// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/page.h"
#include "ui/common/trackmodel.h"

namespace ui {

class CoverGrid;
class TextLabel;
class TrackTable;

/// What the global search found, by kind, while it is typed: artists, albums and playlists as
/// cards, tracks as a table.
class SearchPage final : public TrackPage
{
    Q_OBJECT

public:
    SearchPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    /// Searches; the newest text wins, and what was found before stays until then.
    void open(const Route& route) override;
    /// To the first of what is found; if it is still being looked for, then.
    void enter() override;
    [[nodiscard]] TrackTable& table() override { return *m_table; }
    [[nodiscard]] QWidget* focusTarget() override;

private:
    void search();
    void showResult(const library::SearchResult& result);
    [[nodiscard]] Route routeOf(qint64 card) const;

    library::Library& m_library;
    TrackModel m_model;
    util::async::Latest m_latest;
    QString m_text;
    bool m_isSearching = false;
    bool m_isFilling = false; ///< the tracks found are not in the table yet
    bool m_isEntering = false; ///< as soon as the search has ended
    library::SearchResult m_result;
    CoverGrid* m_cards;
    TextLabel* m_tracksTitle;
    TrackTable* m_table;
    StatePage* m_states;
};

} // namespace ui
