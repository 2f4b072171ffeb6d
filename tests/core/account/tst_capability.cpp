// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/capability.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using account::Circumstances;

class TestCapability : public QObject
{
    Q_OBJECT
private:
    static QStringList available(const Circumstances& circumstances)
    {
        QStringList names;
        for (const account::Capability& capability : account::capabilitiesIn(circumstances)) {
            if (capability.available) {
                names.append(capability.name);
            }
            // Either it works, or there is a reason.
            if (capability.available != capability.reason.isEmpty()) {
                names.append(u"broken: "_s + capability.name);
            }
        }
        return names;
    }

private Q_SLOTS:
    void circumstancesDecide()
    {
        QCOMPARE(available({}), QStringList());
        QCOMPARE(available({ .isSignedIn = true }), QStringList());
        QCOMPARE(available({ .isSignedIn = true, .hasCache = true }),
            (QStringList { u"library"_s, u"rating"_s, u"playlists"_s }));
        QCOMPARE(available({ .isSignedIn = true, .server = types::ServerInfo() }),
            (QStringList { u"library"_s, u"sync"_s, u"rating"_s, u"playlists"_s, u"playback"_s }));
        QCOMPARE(available({ .hasCache = true, .hasTmdbKey = true }),
            (QStringList { u"library"_s, u"playlists"_s, u"discover"_s }));
    }
};

QTEST_GUILESS_MAIN(TestCapability)
#include "tst_capability.moc"
