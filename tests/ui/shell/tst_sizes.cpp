// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/tourwalk.h"

#include <QHash>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Counts how often each bar comes and goes.
class BarWatch final : public QObject
{
public:
    void clear() { m_bars.clear(); }
    /// The bars that changed more than @p most times since clear().
    [[nodiscard]] QStringList restless(int most) const
    {
        QStringList names;
        for (const Bar& bar : m_bars) {
            if (bar.changes > most) {
                names.append(
                    u"the bar of %1 came or went %2 times"_s.arg(bar.area).arg(bar.changes));
            }
        }
        return names;
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isChange = event->type() == QEvent::Show || event->type() == QEvent::Hide;
        if (const auto* bar = qobject_cast<QScrollBar*>(watched); bar && isChange) {
            const QWidget* area = bar->parentWidget() ? bar->parentWidget()->parentWidget() : bar;
            Bar& seen = m_bars[bar];
            seen.area = QLatin1String(area->metaObject()->className()) + u' ' + area->objectName();
            ++seen.changes;
        }
        return false;
    }

private:
    struct Bar
    {
        QString area {};
        int changes = 0;
    };
    QHash<const QObject*, Bar> m_bars;
};

} // namespace

/// Every page, in each of its states, comes to rest in windows of many sizes: no scroll bar comes
/// and goes.
class TestSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageComesToRestAtEverySize_data()
    {
        QTest::addColumn<ui::Tour::Chapter>("chapter");
        QTest::newRow("the walk") << ui::Tour::Chapter::Walk;
        QTest::newRow("the states") << ui::Tour::Chapter::PageStates;
    }
    void everyPageComesToRestAtEverySize()
    {
        QFETCH(ui::Tour::Chapter, chapter);
        constexpr int kMostChanges = 4; // of one bar after one change of the size
        static constexpr std::array kSizes { QSize(1920, 1080), QSize(720, 480), QSize(900, 600),
            QSize(1000, 560), QSize(1180, 700), QSize(1280, 800) };
        support::DemoWindow demo(support::demoOf(500));
        demo.window->resize(kSizes.back());
        demo.window->show();
        ui::Tour tour(*demo.window, demo.services(), {});
        tour.setChapter(chapter);
        tour.setPace(std::chrono::milliseconds(100));
        BarWatch watch;
        qApp->installEventFilter(&watch);
        QStringList faults;
        int seen = 0;
        connect(&tour, &ui::Tour::shown, this, [&](const QString& name) {
            for (const QSize& size : kSizes) {
                watch.clear();
                demo.window->resize(size);
                // A bar that never comes to rest does so in the turns after this.
                support::turn(std::chrono::milliseconds(10));
                for (const QString& each : watch.restless(kMostChanges)) {
                    faults.append(u"%1 at %2x%3: %4"_s.arg(name)
                                      .arg(size.width())
                                      .arg(size.height())
                                      .arg(each));
                }
                ++seen;
            }
        });
        QSignalSpy finished(&tour, &ui::Tour::finished);
        tour.start();
        QVERIFY(finished.wait(200'000));
        QVERIFY(seen > 200);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

PLEXM8_GUI_TEST_MAIN(TestSizes)
#include "tst_sizes.moc"
