// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <algorithm>

namespace bench {

/// The longest time between two turns of the event loop.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            if (m_last.isValid()) {
                m_longest = std::max(m_longest, double(m_last.nsecsElapsed()) / 1e6);
            }
            m_last.start();
        });
    }
    void start()
    {
        m_longest = 0;
        m_last.invalidate();
        m_timer.start();
    }
    /// @returns milliseconds
    double stop()
    {
        m_timer.stop();
        return m_longest;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    double m_longest = 0;
};

} // namespace bench
