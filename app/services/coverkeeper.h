// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "core/artwork/artwork.h"
#include "core/library/library.h"

#include <QObject>
#include <QTimer>

namespace app {

/// Cleans up the pictures on disk: those of servers that are not known any more, what was never
/// finished, and, above the limit, those of items that are gone before those that were not used for
/// longest. Thread: UI; the work runs in the pool and on a reader.
class CoverKeeper : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds kAfterStart { 30 };
    static constexpr std::chrono::hours kInterval { 24 };

    /// All must outlive it.
    CoverKeeper(artwork::Artwork& artwork, account::Accounts& accounts, library::Library& library,
        QObject* parent = nullptr);

    /// cleanUp() when the start is over, then every day.
    void keepClean();
    /// Errors: Cancelled, by the end of the program.
    [[nodiscard]] util::Future<artwork::Artwork::CleanUp> cleanUp();

private:
    void tryOnce();

    artwork::Artwork& m_artwork;
    account::Accounts& m_accounts;
    library::Library& m_library;
    QTimer m_timer { this };
};

} // namespace app
