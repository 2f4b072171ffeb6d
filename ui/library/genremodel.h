// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/memorycards.h"

namespace ui {

/// All genres with how much is of them.
class GenreModel final : public MemoryCards<types::GenreRow>
{
    Q_OBJECT

public:
    explicit GenreModel(library::Library& library, QObject* parent = nullptr);

    void follow(const db::ChangeSet& changes);

protected:
    [[nodiscard]] util::Future<QList<types::GenreRow>> readAll(std::stop_token stop) override;
    [[nodiscard]] qint64 idOf(const types::GenreRow& genre) const override;
    [[nodiscard]] QString titleOf(const types::GenreRow& genre) const override;
    [[nodiscard]] Card cardOf(const types::GenreRow& genre) const override;

private:
    library::Library& m_library;
    mutable QHash<QString, qint64> m_ids; ///< a genre is known by its name alone
};

} // namespace ui
