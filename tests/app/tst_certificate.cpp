// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running.h"
#include "tests/support/stallguard.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::Running;
using Link = app::SessionStatus::Link;

/// A server whose certificate nobody vouches for, in the real window: it is asked about, and once
/// more when it is another one.
class TestCertificate : public QObject
{
    Q_OBJECT

    static QMessageBox* question(const Running& running)
    {
        return running.find<QMessageBox>(u"certificateQuestion"_s);
    }
    /// Connected by address, its certificate trusted.
    void settle(Running& running)
    {
        running.signIn(m_end.pmsHttps, QString::fromUtf8(m_end.token.reveal()));
        QTRY_VERIFY(question(running));
        QVERIFY(question(running)->informativeText().contains(u"SHA-256"_s));
        Running::answer(question(running), QMessageBox::DestructiveRole);
        QTRY_COMPARE(running.tracks(), 60);
        QTRY_VERIFY(!question(running));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 60 });
        m_server->setCertificate(demo::Certificate::SelfSigned);
        const auto started = m_server->start();
        QVERIFY(started);
        m_end = *started;
        if (m_end.pmsHttps.isEmpty()) {
            QSKIP("this Qt has no TLS");
        }
    }

    void oneThatIsDeclinedIsNotConnectedTo()
    {
        Running running(m_folder->path());
        (void)m_server->takeRequests();
        running.signIn(m_end.pmsHttps, QString::fromUtf8(m_end.token.reveal()));
        QTRY_VERIFY(question(running));
        Running::answer(question(running), QMessageBox::RejectRole);
        QTRY_VERIFY(!question(running));
        QCOMPARE(running.program.session.status().link, Link::None);
        QVERIFY(m_server->takeRequests().isEmpty()); // nothing was asked, and no token sent
    }

    void anotherOneIsAskedAboutAgain()
    {
        {
            Running running(m_folder->path());
            settle(running);
        }
        m_server->setCertificate(demo::Certificate::WrongHost);
        (void)m_server->takeRequests();
        Running running(m_folder->path());
        QTRY_VERIFY(question(running));
        QVERIFY(question(running)->text().contains(u"another certificate"_s));
        QVERIFY(m_server->takeRequests().isEmpty());
        Running::answer(question(running), QMessageBox::DestructiveRole);
        QTRY_COMPARE(running.program.session.status().link, Link::Lan);
        QVERIFY(!m_server->takeRequests().isEmpty());
    }

private:
    std::unique_ptr<demo::Server> m_server;
    demo::Endpoints m_end;
    std::unique_ptr<QTemporaryDir> m_folder;
};

PLEXM8_GUI_TEST_MAIN(TestCertificate)
#include "tst_certificate.moc"
