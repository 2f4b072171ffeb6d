// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "core/plex/server.h"
#include "tests/support/await.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::await;
using util::Error;

/// What a server does by itself, and what was played there.
class TestWork : public QObject
{
    Q_OBJECT

    demo::Server m_demo { { .tracks = 400 } };
    demo::Endpoints m_end;
    QThreadPool m_pool;

    std::unique_ptr<plex::Server> make(const util::SecretString& token)
    {
        return std::make_unique<plex::Server>(
            m_end.pms, token, plex::ClientIdentity { .clientIdentifier = u"test"_s }, m_pool);
    }

private Q_SLOTS:
    void initTestCase() { m_end = m_demo.start().value(); }

    void whatRunsIsRead()
    {
        m_demo.setActivities({ { .uuid = "a", .title = "Scanning Music", .progress = 42 },
            { .uuid = "b/../c",
                .type = "media.generate",
                .title = "Analysing",
                .isCancellable = true } });
        const auto server = make(m_end.token);
        const auto activities = await(server->activities());
        QVERIFY(activities);
        QCOMPARE(activities->size(), 2);
        QCOMPARE(activities->at(0),
            (types::Activity {
                u"a"_s, u"library.update.section"_s, u"Scanning Music"_s, {}, 42, false }));
        QVERIFY(!activities->at(1).percent); // −1 on the wire
        QVERIFY(activities->at(1).isCancellable);
    }

    void oneIsEnded()
    {
        m_demo.setActivities({ { .uuid = "x", .title = "Analysing", .isCancellable = true } });
        const auto server = make(m_end.token);
        QVERIFY(await(server->cancelActivity(u"x"_s)));
        QVERIFY(await(server->activities())->isEmpty());
        QCOMPARE(await(server->cancelActivity(u"x"_s)).error().code, Error::Code::NotFound);
    }

    void aNameFromTheServerStaysOnePartOfThePath()
    {
        const auto server = make(m_end.token);
        (void)m_demo.takeRequests();
        (void)await(server->cancelActivity(u"../library/sections/2"_s));
        const auto requests = m_demo.takeRequests();
        for (const demo::RecordedRequest& request : requests) {
            QVERIFY2(request.path.startsWith(u"/activities/"_s), qPrintable(request.path));
        }
        QVERIFY(!requests.isEmpty());
    }

    void othersAreNotTold()
    {
        const auto guest = make(m_end.sharedToken);
        QCOMPARE(await(guest->activities()).error().code, Error::Code::Forbidden);
    }

    void playsComeByThePageNewestFirst()
    {
        const auto server = make(m_end.token);
        const auto page = await(server->plays(0, 20));
        QVERIFY(page);
        QCOMPARE(page->items.size(), 20);
        QVERIFY(page->total.value_or(0) > 20);
        for (qsizetype i = 1; i < page->items.size(); ++i) {
            QVERIFY(page->items.at(i - 1).at >= page->items.at(i).at);
        }
        const types::Play& play = page->items.constFirst();
        QVERIFY(play.ratingKey.isValid());
        QVERIFY(!play.title.isEmpty() && !play.artist.isEmpty() && !play.album.isEmpty());
    }

    void rowsThatMakeNoSenseAreLeftOut()
    {
        const QByteArray body = R"({"MediaContainer":{"size":3,"Metadata":[
            {"title":"A deleted song","type":"track","viewedAt":1769940000},
            {"title":"","viewedAt":1},{"title":"never"}]}})";
        const auto page = plex::parsePlays(body, {});
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QVERIFY(!page->items.constFirst().ratingKey.isValid());
        const auto activities = plex::parseActivities(
            R"({"MediaContainer":{"Activity":[{"title":"x"},{"uuid":"u","progress":400}]}})", {});
        QCOMPARE(activities->size(), 1);
        QCOMPARE(activities->constFirst().percent, 100);
    }
};

QTEST_GUILESS_MAIN(TestWork)
#include "tst_work.moc"
