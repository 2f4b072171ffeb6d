// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QProcess>
#include <QStringList>
#include <QTest>

namespace support {

/// Presses at @p from, goes to @p to in steps, and does @p then there: with the mouse of the
/// screen, as somebody's hand would. Both are places of the screen. @return whether it was done
inline bool dragByMouse(const QPoint& from, const QPoint& to, const QStringList& then)
{
    constexpr int kSteps = 12;
    QStringList script;
    const auto go = [&script](const QPoint& point) {
        script += { QStringLiteral("mousemove"), QString::number(point.x()),
            QString::number(point.y()), QStringLiteral("sleep"), QStringLiteral("0.05") };
    };
    go(from);
    script += { QStringLiteral("mousedown"), QStringLiteral("1"), QStringLiteral("sleep"),
        QStringLiteral("0.1") };
    for (int step = 1; step <= kSteps; ++step) {
        go(from + (to - from) * step / kSteps);
    }
    go(to + QPoint(1, 0)); // it is there for more than a moment
    script += then;
    QProcess mouse;
    mouse.start(QStringLiteral("xdotool"), script);
    return QTest::qWaitFor([&mouse] { return mouse.state() == QProcess::NotRunning; }, 20'000)
        && mouse.exitCode() == 0;
}

/// Lets the button go where the mouse is.
inline QStringList released()
{
    return { QStringLiteral("mouseup"), QStringLiteral("1") };
}

} // namespace support
