// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/sync.h"

#include <QTimer>

namespace library {

/// Fills group_order whenever it is stale and the writer has nothing better to do: after every sync
/// however it ended, when what changed beside a sync has calmed down, and after a cache was opened.
///
/// Never while a sync runs, and only after it was told to be finished: nobody waits for it, because
/// lists can be read without it. Thread: UI. Cost: at 100,000 albums 0.4 s on a reader, then some
/// short transactions; nothing but one empty statement if nothing is stale.
class GroupKeeper : public QObject
{
    Q_OBJECT
public:
    struct Timing
    {
        std::chrono::milliseconds afterSync { 200 }; ///< what shows its end reads first
        std::chrono::milliseconds afterOpening { 1500 }; ///< so does what a start shows
        std::chrono::milliseconds afterNews { 3000 };
    };

    /// Both outlive it. @param sync  of the same library
    GroupKeeper(Library& library, Sync& sync, QObject* parent = nullptr);
    ~GroupKeeper() override;

    /// For what happens afterwards.
    void setTiming(const Timing& timing) { m_timing = timing; }

private:
    void opened();
    void changed(const db::ChangeSet& changes);
    void syncRunningChanged(bool isRunning);
    void fill();
    void filled(const util::Result<void>& result);

    Library& m_library;
    Sync& m_sync;
    Timing m_timing;
    QTimer m_due;
    std::stop_source m_stop;
    bool m_isFilling = false;
    bool m_hasWritten = false; ///< since fill()
};

} // namespace library
