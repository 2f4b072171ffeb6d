// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"
#include "app/services/services.h"
#include "tests/bench/figures.h"
#include "tests/support/await.h"
#include "ui/common/tracktable.h"
#include "ui/shell/route.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Longest time between two turns of the event loop while the list is scrolled and sorted.
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

/// Whether rows of the list are read and painted.
bool showsRows(const ui::TrackTable* table)
{
    const auto* model = table ? table->QAbstractItemView::model() : nullptr;
    if (!model || model->rowCount() == 0) {
        return false;
    }
    for (int column = 0; column < model->columnCount(); ++column) {
        if (!model->index(0, column).data(Qt::DisplayRole).toString().isEmpty()) {
            return true; // some columns are empty for some tracks
        }
    }
    return false;
}

} // namespace

/// bench_window FOLDER URL: opens the window over the cache in FOLDER (--data-dir of an earlier run
/// with the server of URL, which is gone), shows Tracks, scrolls and sorts. Prints one row: start
/// (ms), longest stall (ms), memory after 30 s (MB).
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() != 3) {
        QTextStream(stderr) << "bench_window FOLDER URL\n";
        return 2;
    }
    QLoggingCategory::setFilterRules(u"*.info=false"_s);
    ui::Theme theme(application);
    account::Environment given;
    given.server = *account::parseServerAddress(words.at(2));
    app::Services services(app::Paths::below(words.at(1)), given);
    app::Session session(services);
    app::Desktop desktop(services, session, theme, {});
    desktop.start();
    ui::MainWindow* window = nullptr;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        window = window ? window : qobject_cast<ui::MainWindow*>(widget);
    }
    window->go({ ui::Route::Place::Tracks, 0, {} });
    auto* table = window->findChild<ui::TrackTable*>(u"tracksTable"_s);
    (void)support::awaitThat([table] { return showsRows(table); });
    table->viewport()->repaint();
    const double start = bench::millisecondsSinceStart();

    StallWatch watch;
    watch.start();
    QScrollBar* bar = table->verticalScrollBar();
    for (int step = 0; step < 200; ++step) {
        bar->setValue(int(qint64(bar->maximum()) * (step * 37 % 200) / 200));
        support::turn(10ms);
    }
    for (int column = 0; column < 4; ++column) {
        table->horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder);
        support::turn(400ms);
    }
    const double stall = watch.stop();
    support::turn(30s);
    QTextStream(stdout) << u"%1\t%2\t%3\n"_s.arg(start, 0, 'f', 0)
                               .arg(stall, 0, 'f', 1)
                               .arg(bench::residentMb(), 0, 'f', 0);
    return 0;
}
