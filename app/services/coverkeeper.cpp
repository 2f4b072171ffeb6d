// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/coverkeeper.h"

#include "app/services/log.h"
#include "core/library/missingkeys.h"

using namespace Qt::StringLiterals;
namespace async = util::async;

namespace app {

CoverKeeper::CoverKeeper(artwork::Artwork& artwork, account::Accounts& accounts,
    library::Library& library, QObject* parent)
    : QObject(parent)
    , m_artwork(artwork)
    , m_accounts(accounts)
    , m_library(library)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CoverKeeper::tryOnce);
}

void CoverKeeper::keepClean()
{
    if (!m_timer.isActive()) {
        m_timer.start(kAfterStart);
    }
}

util::Future<artwork::Artwork::CleanUp> CoverKeeper::cleanUp()
{
    QList<types::ServerId> servers;
    for (const account::KnownServer& server : m_accounts.servers()) {
        servers.append(server.id);
    }
    if (m_library.isOpen()) {
        servers.append(m_library.key().server); // given by a variable it is not among those
    }
    return m_artwork.cleanUp(servers, [&library = m_library](const QSet<QString>& keys) {
        return library::missingKeys(library, keys);
    });
}

void CoverKeeper::tryOnce()
{
    m_timer.start(kInterval);
    async::deliver(cleanUp(), this, [](const util::Result<artwork::Artwork::CleanUp>& done) {
        if (done) {
            qCInfo(lcApp) << "event=pictures_cleaned strays=" << done->strays
                          << "removed=" << done->removed << "left=" << done->left
                          << "bytes=" << done->bytes;
        }
    });
}

} // namespace app
