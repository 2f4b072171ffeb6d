// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gridpage.h"
#include "ui/common/memorycards.h"

namespace ui {

/// All playlists of the library.
class PlaylistsModel final : public MemoryCards<types::PlaylistRow>
{
    Q_OBJECT

public:
    explicit PlaylistsModel(library::Library& library, QObject* parent = nullptr);

    void follow(const db::ChangeSet& changes);

protected:
    [[nodiscard]] util::Future<QList<types::PlaylistRow>> readAll(std::stop_token stop) override;
    [[nodiscard]] qint64 idOf(const types::PlaylistRow& playlist) const override;
    [[nodiscard]] QString titleOf(const types::PlaylistRow& playlist) const override;
    [[nodiscard]] Card cardOf(const types::PlaylistRow& playlist) const override;

private:
    library::Library& m_library;
};

/// All playlists as a grid of their covers.
class PlaylistsPage final : public GridPage
{
    Q_OBJECT

public:
    PlaylistsPage(library::Library& library, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    void open(const Route& route) override;

protected:
    void follow(const db::ChangeSet& changes) override;
    void query() override;
    [[nodiscard]] util::Future<QList<library::JumpMark>> readMarks(std::stop_token stop) override;
    [[nodiscard]] util::Future<qint64> findRow(
        const QString& text, qint64 from, std::stop_token stop) override;
    [[nodiscard]] QString countText(int rows) const override;
    [[nodiscard]] Absence absence() const override;
    [[nodiscard]] QString failureText() const override;
    [[nodiscard]] Route routeOf(qint64 id) const override;

private:
    library::Library& m_library;
    PlaylistsModel m_model;
    bool m_isOpened = false;
};

} // namespace ui
