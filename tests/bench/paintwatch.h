// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QWidget>

namespace bench {

/// How long it takes until a widget is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget& widget)
        : m_widget(widget)
    {
        m_widget.installEventFilter(this);
    }
    /// Milliseconds from calling @p begin until the first painting of the widget for which @p
    /// isDone holds when it begins is over; −1 if that does not come within ten seconds.
    template <class Begin, class IsDone>
    double until(const Begin& begin, const IsDone& isDone)
    {
        constexpr qint64 patience = 10'000;
        QElapsedTimer timer;
        timer.start();
        m_isDone = [&isDone] { return isDone(); };
        m_isPainted = false;
        begin();
        while (!m_isPainted && timer.elapsed() < patience) {
            support::turn(std::chrono::milliseconds(0)); // the painting ends in the turn it began
        }
        m_isDone = {};
        return m_isPainted ? double(timer.nsecsElapsed()) / 1e6 : -1;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_isPainted = m_isPainted || (event->type() == QEvent::Paint && m_isDone && m_isDone());
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget& m_widget;
    std::function<bool()> m_isDone;
    bool m_isPainted = false;
};

} // namespace bench
