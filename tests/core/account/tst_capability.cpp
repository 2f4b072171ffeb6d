// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/capability.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using account::Circumstances;
using Link = account::Circumstances::Link;

class TestCapability : public QObject
{
    Q_OBJECT
private:
    static Circumstances connected()
    {
        Circumstances now;
        now.isServerKnown = true;
        now.link = Link::Connected;
        now.server.isOwner = true;
        now.server.hasPlexPass = true;
        now.hasCache = true;
        return now;
    }
    static account::PlexAccount account(bool hasHome)
    {
        account::PlexAccount account;
        account.uuid = u"a1"_s;
        account.hasHome = hasHome;
        return account;
    }
    static account::Capability of(const Circumstances& now, const QString& name)
    {
        const QList<account::Capability> all = account::capabilitiesIn(now);
        const auto found = std::ranges::find(all, name, &account::Capability::name);
        return found == all.end() ? account::Capability {} : *found;
    }

private Q_SLOTS:
    void circumstancesDecide_data()
    {
        QTest::addColumn<Circumstances>("now");
        QTest::addColumn<QStringList>("available");
        QTest::newRow("first start") << Circumstances {} << QStringList();
        Circumstances now;
        now.isServerKnown = true;
        QTest::newRow("never connected") << now << QStringList { u"check"_s };
        now.hasCache = true;
        QTest::newRow("offline with a library")
            << now << QStringList { u"library"_s, u"rating"_s, u"playlists"_s, u"check"_s };
        now = connected();
        const QStringList owner { u"library"_s, u"sync"_s, u"live"_s, u"rating"_s, u"playlists"_s,
            u"playback"_s, u"manage"_s, u"plex_pass"_s, u"check"_s };
        QTest::newRow("connected by address") << now << owner;
        now.hasAccounts = true;
        now.account = account(true);
        QTest::newRow("connected by an account")
            << now << owner + QStringList { u"users"_s, u"sign_out"_s };
        now.hasTmdbKey = true;
        QTest::newRow("everything")
            << now << owner + QStringList { u"users"_s, u"sign_out"_s, u"discover"_s };
    }
    void circumstancesDecide()
    {
        QFETCH(Circumstances, now);
        QStringList names;
        for (const account::Capability& capability : account::capabilitiesIn(now)) {
            if (capability.available) {
                names.append(capability.name);
            }
            // Either it works, or there is a reason.
            QCOMPARE(capability.available, capability.reason.isEmpty());
            QVERIFY(!capability.title.isEmpty());
        }
        QTEST(names, "available");
    }

    void allAreInTheOrderOfTheEnum()
    {
        const QList<account::Capability> all = account::capabilitiesIn({});
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(int(all.at(i).feature), int(i));
        }
        QCOMPARE(all.last().feature, account::Feature::Discover);
    }

    void theReasonSaysWhatIsMissing_data()
    {
        QTest::addColumn<Circumstances>("now");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("part");
        Circumstances now = connected();
        QTest::newRow("no server") << Circumstances {} << u"sync"_s << u"Add one first"_s;
        now.link = Link::Offline;
        QTest::newRow("offline") << now << u"playback"_s << u"Offline"_s;
        QTest::newRow("offline, not for its owner's sake") << now << u"manage"_s << u"Offline"_s;
        now.link = Link::Connecting;
        QTest::newRow("connecting") << now << u"sync"_s << u"being connected"_s;
        now.link = Link::Refused;
        QTest::newRow("refused") << now << u"sync"_s << u"Connect again"_s;
        now = connected();
        now.server.hasPlexPass = false;
        QTest::newRow("no Plex Pass") << now << u"plex_pass"_s << u"Needs Plex Pass."_s;
        now.server.isOwner = false;
        QTest::newRow("nobody's guest") << now << u"manage"_s << u"server's owner."_s;
        now.owner = u"Ada"_s;
        QTest::newRow("Ada's guest") << now << u"manage"_s << u"owner, Ada"_s;
        QTest::newRow("a guest is not told") << now << u"plex_pass"_s << u"tells only its owner"_s;
        QTest::newRow("by address") << now << u"users"_s << u"by its address"_s;
        now.account = account(false);
        QTest::newRow("no Home") << now << u"users"_s << u"Plex Home"_s;
        now.account = account(true);
        now.isPlexTvReachable = false;
        QTest::newRow("plex.tv is away") << now << u"users"_s << u"plex.tv cannot"_s;
        QTest::newRow("nobody signed in") << now << u"sign_out"_s << u"No Plex account"_s;
        QTest::newRow("no key") << now << u"discover"_s << u"TMDB"_s;
    }
    void theReasonSaysWhatIsMissing()
    {
        QFETCH(Circumstances, now);
        QFETCH(QString, name);
        QFETCH(QString, part);
        const account::Capability capability = of(now, name);
        QVERIFY(!capability.available);
        QVERIFY2(capability.reason.contains(part), qPrintable(capability.reason));
    }

    void whatNeedsTheServerIsComingWhileItIsBeingConnected()
    {
        Circumstances now = connected();
        now.hasCache = false;
        QVERIFY(!of(now, u"playback"_s).isComing);
        now.link = Link::Connecting;
        for (const QString& name : { u"playback"_s, u"library"_s, u"manage"_s }) {
            QVERIFY2(of(now, name).isComing, qPrintable(name));
        }
        QVERIFY(!of(now, u"users"_s).isComing); // that it does not need
        now.link = Link::Offline;
        QVERIFY(!of(now, u"playback"_s).isComing);
        now.link = Link::Connecting;
        now.isServerKnown = false;
        QVERIFY(!of(now, u"playback"_s).isComing);
    }
};

QTEST_GUILESS_MAIN(TestCapability)
#include "tst_capability.moc"
