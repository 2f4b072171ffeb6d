// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/capability.h"
#include "core/change/changes.h"
#include "core/library/library.h"
#include "core/util/clock.h"
#include "ui/common/caches.h"
#include "ui/common/page.h"
#include "ui/common/serverwork.h"
#include "ui/common/syncprogress.h"

class QProgressBar;
class QPushButton;

namespace ui {

class CacheLine;
class Capabilities;
class LinkButton;
class ServerCard;

/// What the program is doing and what it keeps: the synchronisation, the changes on their way, and
/// the caches.
class ActivityPage final : public Page
{
    Q_OBJECT

public:
    /// Everything the page reads; all outlive it.
    struct Sources
    {
        library::Library& library;
        change::Changes& changes;
        const util::Clock& clock;
        const Caches& caches;
        const ServerWork& work;
    };

    ActivityPage(const Sources& sources, Capabilities& capabilities, QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] QWidget* focusTarget() override;
    void setSync(const SyncProgress& progress);
    /// The connection is another one now.
    void followConnection();
    /// Reads the figures of the caches again.
    void readCaches();

Q_SIGNALS:
    /// Somebody wants a cache to be empty.
    void flushRequested(const QString& bucket);

private:
    [[nodiscard]] QWidget* makeSync(Capabilities& capabilities);
    [[nodiscard]] QWidget* makeChanges();
    [[nodiscard]] QWidget* makeCaches();
    [[nodiscard]] QWidget* makeLog();
    void readCounts();
    void showPending(int steps);

    Sources m_sources;
    SyncProgress m_sync;
    ServerCard* m_server = nullptr;
    TextLabel* m_state = nullptr;
    TextLabel* m_counts = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_syncNow = nullptr;
    TextLabel* m_pending = nullptr;
    QHash<QString, CacheLine*> m_caches;
    util::async::Latest m_countsRead;
    util::async::Latest m_cachesRead;
};

} // namespace ui
