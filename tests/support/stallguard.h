// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QMetaEnum>
#include <QTest>
#include <QThread>
#include <algorithm>

namespace support {

/// An application that notices when what it does in answer to an event keeps its window from
/// answering the next one.
///
/// Measured is a turn of the event loop: the handling of one event that a person causes, or of all
/// posted events, timers and sockets from one look at the system to the next. Not counted are what
/// a test does between events, the turns of a loop inside (of a dialog, say), which are turns of
/// their own, and the time in which the system gave the processor to somebody else. What a hitch is
/// is said for the machine of the figures; one that hashes at half its speed just then has twice
/// as long.
class WatchedApplication final : public QApplication
{
public:
    /// What a person sees as a hitch.
    static constexpr double kLimitMilliseconds = 100;

    WatchedApplication(int& argc, char** argv)
        : QApplication(argc, argv)
    {
        m_clock.start();
        QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            turn();
            m_isWaiting = true;
        });
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            if (m_isWaiting) {
                m_begin = now();
            }
            m_isWaiting = false;
            turn();
        });
    }

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (QThread::currentThread() != thread() || m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        if (event->spontaneous()) {
            m_sum = 0; // a test may send one after the other
        }
        ++m_depth;
        m_subject = nameOf(receiver, event);
        m_begin = now();
        const bool isDone = QApplication::notify(receiver, event);
        add();
        --m_depth;
        return isDone;
    }

    /// What took longest above the limit, a line for each function of the test.
    [[nodiscard]] const QStringList& stalls() const { return m_stalls; }
    [[nodiscard]] double longest() const { return m_longest; }

private:
    static QString nameOf(const QObject* receiver, const QEvent* event)
    {
        const auto types = QMetaEnum::fromType<QEvent::Type>();
        return QStringLiteral("%1 at %2 \"%3\"")
            .arg(QLatin1String(types.valueToKey(event->type())),
                QLatin1String(receiver->metaObject()->className()), receiver->objectName());
    }
    /// The time that the thread had or chose to wait, in milliseconds.
    double now() const
    {
        double waited = 0; // ready to run, and not let
#ifdef Q_OS_LINUX
        if (m_schedule.isOpen() || m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            m_schedule.seek(0);
            waited = m_schedule.read(64).split(' ').value(1).toDouble() / 1e6;
        }
#endif
        return double(m_clock.nsecsElapsed()) / 1e6 - waited;
    }
    /// How much longer the same work takes here and now than on the machine of the figures; 1 where
    /// it is as fast.
    double slowness() const
    {
        constexpr double kReferenceMilliseconds = 3; // for each hash
        constexpr int kHashes = 3;
#ifdef __SANITIZE_ADDRESS__
        constexpr double kSanitizers = 3; // two to three times as long is the same work then
#else
        constexpr double kSanitizers = 1;
#endif
        const QByteArray bytes(1024 * 1024, 'x');
        const double begin = now();
        for (int i = 0; i < kHashes; ++i) {
            (void)QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
        }
        const double each = (now() - begin) / kHashes;
        return kSanitizers * std::max(1.0, each / kReferenceMilliseconds);
    }
    void add()
    {
        m_sum += now() - m_begin;
        m_longest = std::max(m_longest, m_sum);
        if (m_sum <= kLimitMilliseconds) {
            return;
        }
        const double limit = kLimitMilliseconds * slowness();
        if (m_sum > limit) {
            const char* function = QTest::currentTestFunction();
            m_stalls.append(QStringLiteral("%1: %2 ms where %3 are allowed, last of all %4")
                                .arg(QLatin1String(function ? function : "before or after"))
                                .arg(m_sum, 0, 'f', 0)
                                .arg(limit, 0, 'f', 0)
                                .arg(m_subject));
        }
        m_sum = 0;
        m_begin = now();
    }
    /// Another turn of the loop begins, or of one inside.
    void turn()
    {
        if (m_depth > 0) {
            add();
            m_begin = now();
        }
        m_sum = 0;
    }

    QElapsedTimer m_clock;
    mutable QFile m_schedule { QStringLiteral("/proc/thread-self/schedstat") };
    int m_depth = 0;
    bool m_isWaiting = false; ///< for events, which is no work
    double m_begin = 0;
    double m_sum = 0;
    double m_longest = 0;
    QString m_subject;
    QStringList m_stalls;
};

/// Runs @p test in @p application. @return as QTest::qExec(), and not 0 if the window stalled
inline int runWatched(WatchedApplication& application, QObject& test, int argc, char** argv)
{
    const int failed = QTest::qExec(&test, argc, argv);
    for (const QString& stall : application.stalls()) {
        qCritical("stall: %s", qPrintable(stall));
    }
    qInfo("longest turn of the event loop: %.0f ms", application.longest());
    return failed == 0 && !application.stalls().isEmpty() ? 1 : failed;
}

} // namespace support

/// What ends a test with a window, which fails when the window stalls.
#define PLEXM8_GUI_TEST_MAIN(TestClass)                                                            \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        support::WatchedApplication application(argc, argv);                                       \
        TestClass test;                                                                            \
        return support::runWatched(application, test, argc, argv);                                 \
    }
