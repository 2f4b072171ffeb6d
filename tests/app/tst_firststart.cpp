// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running.h"
#include "tests/support/stallguard.h"
#include "ui/assistant/assistantpage.h"

#include <QLabel>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using Step = ui::AssistantPage::Step;

/// The program in a profile that was never used, and once it was.
class TestFirstStart : public QObject
{
    Q_OBJECT

    demo::Server m_server { { .tracks = 40 } };
    demo::Endpoints m_endpoints;

    static ui::AssistantPage& page(const support::Running& run)
    {
        return *run.find<ui::AssistantPage>(u"assistantPage"_s);
    }
    static void click(const support::Running& run, const QString& name)
    {
        auto* button = run.find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        button->click();
    }

private Q_SLOTS:
    void initTestCase() { m_endpoints = m_server.start().value(); }

    void theAssistantComesOnceAndLeadsToTheLibrary()
    {
        const QTemporaryDir folder;
        {
            support::Running run(folder.path(), {}, support::Running::Start::First);
            QTRY_VERIFY(page(run).isVisible());
            QCOMPARE(page(run).step(), Step::Welcome);
            click(run, u"assistantBegin"_s);
            run.signIn(m_endpoints.pms, QString::fromUtf8(m_endpoints.token.reveal()));
            QTRY_COMPARE(page(run).step(), Step::Looks); // connected: it goes on by itself
            click(run, u"assistantNext"_s);
            click(run, u"assistantNext"_s);
            QTRY_COMPARE(
                run.find<QLabel>(u"assistantLibraryTitle"_s)->text(), u"Your library is here"_s);
            click(run, u"assistantNext"_s);
            QVERIFY(!page(run).isVisible());
            QTRY_COMPARE(run.tracks(), 40);
        }
        const support::Running again(folder.path(), {}, support::Running::Start::First);
        QVERIFY(!QTest::qWaitFor([&again] { return page(again).isVisible(); }, 300));
    }

    void whoLeavesItIsAskedAgainNextTime()
    {
        const QTemporaryDir folder;
        for (int start = 0; start < 2; ++start) {
            const support::Running run(folder.path(), {}, support::Running::Start::First);
            QTRY_VERIFY(page(run).isVisible());
            QCOMPARE(page(run).isRunning(), true);
            click(run, u"assistantLeave"_s);
            QVERIFY(!page(run).isRunning());
            QVERIFY(run.find<QWidget>(u"connectPage"_s)->isVisible());
        }
    }
};

PLEXM8_GUI_TEST_MAIN(TestFirstStart)
#include "tst_firststart.moc"
