// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/endsignals.h"

#include <csignal>
#ifdef Q_OS_UNIX
#include <QSocketNotifier>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace app {

#ifdef Q_OS_UNIX

namespace {

int s_pipe[2] = { -1, -1 }; // a signal handler can reach nothing but statics

void onSignal(int signal)
{
    if (signal == SIGINT) { // of the others, a terminal that is closed sends several
        std::signal(signal, SIG_DFL);
    }
    const char byte = 1;
    // Nothing can be done about a failure here.
    [[maybe_unused]] const auto written = ::write(s_pipe[1], &byte, 1);
}

} // namespace

void onEndSignals(QObject& context, std::function<void()> end)
{
    if (::pipe(s_pipe) != 0) {
        return; // the default action of the signals still ends the program
    }
    for (const int side : s_pipe) {
        ::fcntl(side, F_SETFD, FD_CLOEXEC);
    }
    auto* notifier = new QSocketNotifier(s_pipe[0], QSocketNotifier::Read, &context);
    QObject::connect(
        notifier, &QSocketNotifier::activated, &context, [notifier, end = std::move(end)] {
            notifier->setEnabled(false);
            end();
        });
    for (const int signal : { SIGTERM, SIGINT, SIGHUP }) {
        if (std::signal(signal, onSignal) == SIG_IGN) { // as nohup does
            std::signal(signal, SIG_IGN);
        }
    }
}

#else

namespace {

QObject* s_context = nullptr; // a signal handler can reach nothing but statics
std::function<void()> s_end;

void onSignal(int)
{
    QMetaObject::invokeMethod(
        s_context, [] { s_end(); }, Qt::QueuedConnection);
}

} // namespace

void onEndSignals(QObject& context, std::function<void()> end)
{
    s_context = &context;
    s_end = std::move(end);
    for (const int signal : { SIGTERM, SIGINT }) {
        std::signal(signal, onSignal);
    }
    QObject::connect(&context, &QObject::destroyed, [] {
        for (const int signal : { SIGTERM, SIGINT }) {
            std::signal(signal, SIG_DFL);
        }
    });
}

#endif

} // namespace app
