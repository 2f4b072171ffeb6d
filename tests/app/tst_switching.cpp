// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/identity.h"
#include "tests/app/running.h"
#include "tests/support/stallguard.h"

#include <QDesktopServices>
#include <QListWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Running;

/// Another server or user is chosen in the middle of something, in the real window: nothing of one
/// reaches the other, and nothing is lost.
class TestSwitching : public QObject
{
    Q_OBJECT

    static constexpr int kTracks = 2500;
    static constexpr int kAttic = 40;

    account::Environment environment() const
    {
        account::Environment given;
        given.plexTv = m_end.plexTv;
        return given;
    }
    /// Signs in and takes the server in this row; the sync of it has begun then.
    void take(Running& running, int row)
    {
        auto* servers = running.find<QListWidget>(u"signInServers"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() == 2);
        servers->setCurrentRow(row);
        QTest::keyClick(servers, Qt::Key_Return);
    }
    /// Connected to the attic first, then to the great library.
    void settle(Running& running)
    {
        QTest::mouseClick(running.find<QPushButton>(u"signIn"_s), Qt::LeftButton);
        QTRY_COMPARE(m_pages, 1);
        m_server->claimPin();
        take(running, 1);
        QTRY_COMPARE(running.tracks(), kAttic);
        QTRY_VERIFY(!running.program.services.sync.isRunning());
        running.choose(u"connectionChip"_s, u"&Add"_s);
        take(running, 0);
    }
    void settleWhole(Running& running)
    {
        settle(running);
        QTRY_COMPARE_WITH_TIMEOUT(running.tracks(), kTracks, 30'000);
        QTRY_VERIFY(!running.program.services.sync.isRunning());
    }
    /// Each page of tracks takes its time.
    void slowDown(const QString& path)
    {
        demo::Fault slow;
        slow.pathPrefix = path;
        slow.delay = 300ms;
        slow.times = -1;
        m_server->inject(slow);
    }
    /// Returns when what was under way at the great library has come: a page that is asked for
    /// now takes as long, and so comes after it.
    void awaitWhatWasAsked(Running& running)
    {
        plex::Server server(m_end.pms, m_end.token,
            account::identityOf(running.program.services.settings), running.program.services.pool);
        QVERIFY(await(server.items({ u"2"_s }, types::ItemType::Track, 0, 1)));
        QTRY_VERIFY(!running.program.services.sync.isRunning());
    }
    static void goTo(Running& running, const QString& server, int tracks)
    {
        running.choose(u"connectionChip"_s, server);
        QTRY_COMPARE_WITH_TIMEOUT(running.tracks(), tracks, 30'000);
    }
    /// What came to the attic: with its own token only, and nothing that was meant for the other.
    void verifyAttic()
    {
        for (const auto& request : m_attic->takeRequests()) {
            const QByteArray token = request.headers.value("x-plex-token");
            QVERIFY(token.isEmpty() || token == m_atticEnd.sharedToken.reveal());
            QVERIFY(request.path != u"/:/rate" && request.path != u"/:/timeline");
            QVERIFY(request.status < 400);
        }
    }

public Q_SLOTS:
    void openPage(const QUrl& /*page*/) { ++m_pages; }

private Q_SLOTS:
    void init()
    {
        m_pages = 0;
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = kTracks });
        m_attic = std::make_unique<demo::Server>(demo::Options {
            .tracks = kAttic, .seed = 2, .name = u"Attic"_s, .tokenSuffix = "-attic" });
        const auto started = m_server->start();
        const auto other = m_attic->start();
        QVERIFY(started && other);
        m_end = *started;
        m_atticEnd = *other;
        m_server->announce(m_atticEnd, u"Attic"_s, u"a friend"_s);
        m_server->setPinPolicy({ .claim = demo::PinPolicy::Claim::OnRequest });
        QDesktopServices::setUrlHandler(u"https"_s, this, "openPage");
    }
    void cleanup() { QDesktopServices::unsetUrlHandler(u"https"_s); }

    void inTheMiddleOfAFirstSync()
    {
        slowDown(u"/library/sections/2/all"_s);
        Running running(m_folder->path(), environment());
        settle(running);
        QTRY_VERIFY_WITH_TIMEOUT(running.tracks() >= 1000 && running.tracks() < kTracks, 30'000);
        (void)m_attic->takeRequests();
        goTo(running, u"Attic"_s, kAttic);
        awaitWhatWasAsked(running);
        QCOMPARE(running.tracks(), kAttic);
        verifyAttic();
        m_server->clearFaults();
        (void)m_server->takeRequests();
        goTo(running, u"Demo library"_s, kTracks);
        for (const auto& request : m_server->takeRequests()) {
            if (request.value(u"type"_s) == u"10" && request.value(u"sort"_s).isEmpty()
                && request.headers.value("x-plex-container-size").toInt() > 1) {
                QVERIFY(request.headers.value("x-plex-container-start").toInt() > 0); // resumed
            }
        }
    }

    void inTheMiddleOfADelta()
    {
        Running running(m_folder->path(), environment());
        settleWhole(running);
        const auto ids = await(running.program.services.library.trackIds({}));
        QVERIFY(ids);
        const auto keys = await(running.program.services.library.ratingKeys({ { ids->front() } }));
        QVERIFY(keys);
        running.choose(u"connectionChip"_s, u"Attic"_s);
        QTRY_COMPARE(running.tracks(), kAttic);
        QVERIFY(m_server->setRating(keys->first().value.toULongLong(), 9.0)); // not listened to
        slowDown(u"/library/sections/2/all"_s);
        (void)m_server->takeRequests();
        running.choose(u"connectionChip"_s, u"Demo library"_s);
        const auto isAsked = [this] {
            return std::ranges::any_of(m_server->takeRequests(),
                [](const auto& request) { return !request.value(u"sort"_s).isEmpty(); });
        };
        QVERIFY(support::awaitThat(isAsked));
        (void)m_attic->takeRequests();
        goTo(running, u"Attic"_s, kAttic);
        awaitWhatWasAsked(running);
        const auto rated = await(running.program.services.library.topRated(5));
        QVERIFY(rated && std::ranges::none_of(*rated, [&](const types::TrackRow& row) {
            return row.ratingKey == keys->first();
        }));
        verifyAttic();
        m_server->clearFaults();
        goTo(running, u"Demo library"_s, kTracks);
        const auto rating = [&] {
            return await(running.program.services.library.item(keys->first()))
                .value_or(types::Item {})
                .userRating;
        };
        QTRY_COMPARE(rating(), types::Rating::fromPlex(9));
    }

    void withRatingsThatWait()
    {
        Running running(m_folder->path(), environment());
        settleWhole(running);
        app::Services& services = running.program.services;
        demo::Fault refusal;
        refusal.pathPrefix = u"/:/rate"_s;
        refusal.times = -1;
        refusal.status = 503;
        m_server->inject(refusal);
        const auto ids = await(services.library.trackIds({}));
        QVERIFY(ids);
        const auto keys = await(services.library.ratingKeys({ { ids->front() } }));
        const quint64 key = keys->first().value.toULongLong();
        QVERIFY(m_server->rating(key) != 7.0);
        QVERIFY(await(services.ratings.rate(
            services.library.key(), { { ids->front() } }, types::Rating::fromPlex(7))));
        QTRY_COMPARE(services.changes.pendingSteps(), 1);
        (void)m_attic->takeRequests();
        goTo(running, u"Attic"_s, kAttic);
        QTRY_COMPARE(services.changes.pendingSteps(), 0); // the attic's
        // Nor is it sent as somebody else, at the same server.
        goTo(running, u"Demo library"_s, kTracks);
        QTRY_COMPARE(services.changes.pendingSteps(), 1);
        const library::CacheKey owners = services.library.key();
        running.choose(u"userButton"_s, u"Zoë"_s);
        QTRY_VERIFY(services.library.key() != owners);
        m_server->clearFaults();
        (void)m_server->takeRequests();
        QTRY_COMPARE_WITH_TIMEOUT(running.tracks(), kTracks, 30'000);
        QCOMPARE(services.changes.pendingSteps(), 0);
        for (const auto& request : m_server->takeRequests()) {
            QVERIFY(request.path != u"/:/rate");
        }
        running.choose(u"userButton"_s, u"demo"_s);
        QTRY_COMPARE(m_server->rating(key), std::optional(7.0));
        QTRY_COMPARE(services.changes.pendingSteps(), 0);
        int sent = 0;
        for (const auto& request : m_server->takeRequests()) {
            sent += request.path == u"/:/rate" ? 1 : 0;
        }
        QCOMPARE(sent, 1);
        verifyAttic();
    }

private:
    std::unique_ptr<demo::Server> m_server;
    std::unique_ptr<demo::Server> m_attic;
    demo::Endpoints m_end;
    demo::Endpoints m_atticEnd;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_pages = 0;
};

PLEXM8_GUI_TEST_MAIN(TestSwitching)
#include "tst_switching.moc"
