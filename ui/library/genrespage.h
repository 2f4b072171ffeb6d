// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gridpage.h"
#include "ui/library/genremodel.h"

namespace ui {

/// The genres as tiles; each leads to its albums, artists and tracks.
class GenresPage final : public GridPage
{
    Q_OBJECT

public:
    GenresPage(library::Library& library, Covers& covers, Capabilities& capabilities,
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
    void fillMenu(QMenu& menu, qint64 id) override;

private:
    library::Library& m_library;
    GenreModel m_model;
    bool m_isOpened = false;
};

} // namespace ui
