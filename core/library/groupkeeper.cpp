// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/groupkeeper.h"

#include "core/library/grouporder.h"
#include "core/library/log.h"
#include "core/library/tables.h"

namespace async = util::async;

namespace library {

GroupKeeper::GroupKeeper(Library& library, Sync& sync, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_sync(sync)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &GroupKeeper::fill);
    connect(&library, &Library::opened, this, &GroupKeeper::opened);
    connect(&library, &Library::changed, this, &GroupKeeper::changed);
    connect(&sync, &Sync::runningChanged, this, &GroupKeeper::syncRunningChanged);
}

GroupKeeper::~GroupKeeper()
{
    m_stop.request_stop();
}

void GroupKeeper::opened()
{
    m_stop.request_stop(); // of another cache
    m_due.stop();
    if (m_library.isOpen() && !m_sync.isRunning()) {
        m_due.start(m_timing.afterOpening);
    }
}

void GroupKeeper::changed(const db::ChangeSet& changes)
{
    m_hasWritten = m_hasWritten || changes.touches(kGroupOrderTable);
    // Not anew for each change: what never calms down would never be put in order.
    if (changes.touches(kItemTable) && !m_sync.isRunning() && !m_due.isActive()) {
        m_due.start(m_timing.afterNews);
    }
}

void GroupKeeper::syncRunningChanged(bool isRunning)
{
    if (isRunning) {
        m_stop.request_stop(); // it would be in the way, and in vain
        m_due.stop();
    } else {
        m_due.start(m_timing.afterSync);
    }
}

void GroupKeeper::fill()
{
    if (!m_library.isOpen()) {
        return;
    }
    if (m_isFilling) { // the one before is being stopped, or something new came meanwhile
        m_due.start(m_timing.afterSync);
        return;
    }
    m_stop = std::stop_source();
    m_isFilling = true;
    m_hasWritten = false;
    async::deliver(fillGroups(m_library, m_library.key(), this, m_stop.get_token()), this,
        [this](const util::Result<void>& result) { filled(result); });
}

void GroupKeeper::filled(const util::Result<void>& result)
{
    m_isFilling = false;
    if (!result && result.error().code != util::Error::Code::Cancelled) {
        // Lists are worked out as before; the next change or start tries again.
        qCWarning(lcLibrary).noquote()
            << "event=groups_not_filled why=" << util::codeName(result.error().code);
    }
    if (result && std::exchange(m_hasWritten, false) && !m_sync.isRunning()) {
        async::deliver(m_library.trim(), this, [](const util::Result<void>&) {
            // Nobody waits for the room that this gives back.
        });
    }
}

} // namespace library
