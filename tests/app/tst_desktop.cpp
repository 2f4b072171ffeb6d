// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"
#include "core/util/logbuffer.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/onscreen.h"
#include "tests/support/stallguard.h"
#include "ui/common/covergrid.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;

namespace {

/// One run of the program with its window, from the start on.
struct Run
{
    explicit Run(const QString& folder)
        : program(folder)
        , theme(*qApp)
        , desktop(program.services, program.session, theme, log, {})
    {
        desktop.start();
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<ui::MainWindow*>(widget)) {
                window = found;
            }
        }
    }
    /// Whether the screen shows the cover of the first album that was added last.
    [[nodiscard]] bool hasCover() const
    {
        const auto* shelf = window->findChild<ui::CoverGrid*>(u"homeAdded"_s);
        if (!shelf || !shelf->isVisible() || shelf->model()->rowCount() == 0) {
            return false;
        }
        const QRect card = shelf->visualRect(shelf->model()->index(0, 0));
        const QRect part(card.left() + 20, card.top() + 20, 30, 120); // beside the icon
        return support::isPicture(support::onScreen(*shelf->viewport(), part));
    }

    support::Program program;
    ui::Theme theme;
    util::LogBuffer log;
    app::Desktop desktop;
    ui::MainWindow* window = nullptr;
};

} // namespace

/// The program as app/main puts it together, with a server and a folder that are real.
class TestDesktop : public QObject
{
    Q_OBJECT

    demo::Server m_server { { .tracks = 60 } };
    demo::Endpoints m_endpoints;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        m_endpoints = m_server.start().value();
        support::Program program(m_folder.path());
        const auto address = account::parseServerAddress(m_endpoints.pms.toString());
        QVERIFY(await(program.session.connectTo(*address, m_endpoints.token)));
        QVERIFY(await(program.session.sync({})));
    }

    void coversComeWhenTheServerDoes()
    {
        demo::Fault slow;
        slow.pathPrefix = u"/identity"_s;
        slow.delay = 700ms;
        m_server.inject(slow);
        const Run run(m_folder.path());
        QVERIFY(run.window);
        QTRY_COMPARE(run.program.session.status().link, app::SessionStatus::Link::Connecting);
        QVERIFY(!run.hasCover());
        QTRY_VERIFY(run.program.session.server());
        QTRY_VERIFY(run.hasCover());
    }

    void coversOnDiskAreShownWithoutAServer()
    {
        m_server.stop();
        const Run run(m_folder.path());
        QTRY_COMPARE(run.program.session.status().link, app::SessionStatus::Link::Offline);
        QTRY_VERIFY(run.hasCover());
        QVERIFY(!run.program.session.server());
    }
};

PLEXM8_GUI_TEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
