// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/errorbar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Link = account::Circumstances::Link;
using State = playback::Player::State;

/// Enter on a track in the moments in which the server is being connected.
class TestPlayCommands : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;
    ui::TrackTable* m_table = nullptr;

    void setLink(Link link)
    {
        account::Circumstances now;
        now.isServerKnown = true;
        now.hasCache = true;
        now.link = link;
        m_demo->window->setCapabilities(account::capabilitiesIn(now));
    }
    void enter(int row)
    {
        m_table->selectRow(row);
        QTest::keyClick(m_table, Qt::Key_Return);
    }
    QString said()
    {
        return m_demo->find<QWidget>(u"tracksPage"_s)->findChild<ui::ErrorBar*>()->text();
    }
    types::ItemId playing()
    {
        const playback::QueueEntry* entry = m_demo->player.current();
        return entry ? entry->item : types::ItemId();
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(60));
        m_table = &m_demo->openTracks();
        setLink(Link::Connecting);
    }
    void cleanup() { m_demo.reset(); }

    void playsWhenTheServerIsConnected()
    {
        enter(2);
        enter(4); // the newest counts
        support::turn(300ms);
        QCOMPARE(m_demo->player.state(), State::Stopped);
        QCOMPARE(said(), QString());
        QTRY_COMPARE(said(), u"This plays as soon as the server is connected."_s);
        setLink(Link::Connected);
        QTRY_COMPARE(playing(), m_table->trackRows()->item(4));
        QVERIFY(m_demo->player.state() != State::Stopped);
    }

    void saysItWhenThereIsNoServerAfterAll()
    {
        enter(2);
        setLink(Link::Offline);
        QTRY_VERIFY(said().startsWith(u"This could not be played."_s));
        setLink(Link::Connected);
        support::turn(300ms);
        QCOMPARE(m_demo->player.state(), State::Stopped); // it was told that it does not
    }
};

PLEXM8_GUI_TEST_MAIN(TestPlayCommands)
#include "tst_playcommands.moc"
