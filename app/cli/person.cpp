// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/person.h"

#include <QProcess>
#include <QTextStream>
#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// What is typed does not appear while one of these lives.
class Unseen
{
public:
    Q_DISABLE_COPY_MOVE(Unseen)
#ifdef Q_OS_UNIX
    Unseen()
        : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        }
    }
    ~Unseen()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }

private:
    termios m_before {};
    bool m_isTerminal;
#elif defined(Q_OS_WIN)
    Unseen()
        : m_input(::GetStdHandle(STD_INPUT_HANDLE))
        , m_isTerminal(::GetConsoleMode(m_input, &m_before) != 0)
    {
        if (m_isTerminal) {
            ::SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
        }
    }
    ~Unseen()
    {
        if (m_isTerminal) {
            ::SetConsoleMode(m_input, m_before);
        }
    }

private:
    HANDLE m_input;
    DWORD m_before = 0;
    bool m_isTerminal;
#else
    Unseen() = default;
    ~Unseen() = default;
#endif
};

} // namespace

bool openInBrowser(const QUrl& page)
{
    const QString address = page.toString(QUrl::FullyEncoded);
#if defined(Q_OS_WIN)
    return QProcess::startDetached(u"rundll32"_s, { u"url.dll,FileProtocolHandler"_s, address });
#elif defined(Q_OS_MACOS)
    return QProcess::startDetached(u"open"_s, { address });
#else
    return QProcess::startDetached(u"xdg-open"_s, { address });
#endif
}

util::SecretString askSecret(const QString& question)
{
    QTextStream err(stderr);
    err << question << Qt::flush;
    QString line;
    {
        const Unseen unseen;
        QTextStream(stdin).readLineInto(&line);
    }
    err << Qt::endl;
    return util::SecretString(line.trimmed().toUtf8());
}

} // namespace cli
