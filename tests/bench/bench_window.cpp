// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"
#include "app/services/services.h"
#include "core/util/logbuffer.h"
#include "tests/bench/figures.h"
#include "tests/bench/paintwatch.h"
#include "tests/bench/stallwatch.h"
#include "tests/support/await.h"
#include "ui/common/covergrid.h"
#include "ui/common/filterfield.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/route.h"
#include "ui/common/tracktable.h"
#include "ui/library/searchpage.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kBursts = 60;
constexpr int kWarmBursts = 10;

/// Whether every row in sight is read; an empty list has none.
bool areRowsRead(const ui::TrackTable& table)
{
    const QAbstractItemModel* model = table.QAbstractItemView::model();
    const int first = table.rowAt(0);
    if (!model || model->rowCount() == 0 || first < 0) {
        return false;
    }
    const int below = table.rowAt(table.viewport()->height() - 1);
    const int last = below < 0 ? model->rowCount() - 1 : below;
    for (int row = first; row <= last; ++row) {
        if (model->index(row, 0).data(ui::PagedModelBase::PlaceholderRole).toBool()) {
            return false;
        }
    }
    return true;
}

/// The window of a profile, as the program opens it, on its list of all tracks.
class Program
{
public:
    Program(ui::Theme& theme, const QString& folder, const QString& url)
        : m_services(app::Paths::below(folder), environment(url))
        , m_session(m_services)
        , m_desktop(m_services, m_session, theme, m_log, {})
    {
        m_desktop.start();
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            m_window = m_window ? m_window : qobject_cast<ui::MainWindow*>(widget);
        }
        showTracks();
    }

    void showTracks() { m_window->go({ ui::Route::Place::Tracks, 0, {} }); }
    [[nodiscard]] ui::TrackTable& table() const
    {
        return *m_window->findChild<ui::TrackTable*>(u"tracksTable"_s);
    }
    [[nodiscard]] ui::MainWindow& window() const { return *m_window; }
    [[nodiscard]] library::Library& library() { return m_services.library; }
    [[nodiscard]] library::Sync& sync() { return m_services.sync; }

private:
    static account::Environment environment(const QString& url)
    {
        account::Environment given;
        given.server = *account::parseServerAddress(url);
        given.token = util::SecretString(qgetenv("PLEXM8_TOKEN"));
        return given;
    }

    app::Services m_services;
    app::Session m_session;
    util::LogBuffer m_log;
    app::Desktop m_desktop;
    ui::MainWindow* m_window = nullptr;
};

void scroll(const ui::TrackTable& table, int steps)
{
    QScrollBar* bar = table.verticalScrollBar();
    for (int step = 0; step < steps; ++step) {
        bar->setValue(int(qint64(bar->maximum()) * (step * 37 % 200) / 200));
        support::turn(10ms);
    }
}

/// The end of what a change in the window leads to: the painting that is still to be done.
void paintWhatChanged(QWidget& window)
{
    QCoreApplication::sendPostedEvents(&window, QEvent::UpdateRequest);
}

/// A click on a header, until the rows in sight are those of the new order and painted.
double resort(ui::TrackTable& table, int column)
{
    auto* model = qobject_cast<ui::PagedModelBase*>(table.QAbstractItemView::model());
    QHeaderView* header = table.horizontalHeader();
    QSignalSpy loaded(model, &ui::PagedModelBase::loaded);
    const QPoint middle(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
        header->height() / 2);
    QElapsedTimer timer;
    timer.start();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
    if (!support::awaitThat([&] { return !loaded.isEmpty() && areRowsRead(table); })) {
        return -1;
    }
    paintWhatChanged(*table.window());
    return double(timer.nsecsElapsed()) / 1e6;
}

/// All orders that the columns in sight give, each once more after it was read once.
QList<double> resorts(ui::TrackTable& table)
{
    QList<double> times;
    for (int round = 0; round < 2; ++round) {
        for (int column = 0; column < table.QAbstractItemView::model()->columnCount(); ++column) {
            const int right = table.horizontalHeader()->sectionViewportPosition(column)
                + table.horizontalHeader()->sectionSize(column);
            if (!table.isColumnHidden(column) && right <= table.viewport()->width()) {
                times.append(resort(table, column));
            }
        }
    }
    return times;
}

/// Three letters typed into the global search, until what they find is read and painted.
double typeAndFind(Program& program, const QString& word)
{
    auto* field = program.window().findChild<ui::FilterField*>(u"globalSearch"_s);
    auto* page = program.window().findChild<ui::SearchPage*>(u"searchPage"_s);
    field->clear();
    field->setFocus();
    support::turn(30ms);
    QSignalSpy settled(page, &ui::SearchPage::settled);
    QElapsedTimer timer;
    timer.start();
    for (const QChar letter : word) { // of any script: keyClicks() knows only ASCII
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, QString(letter), {});
    }
    const bool isFound = support::awaitThat([&] {
        const auto* model = page->table().QAbstractItemView::model();
        const bool hasRows = model && model->rowCount() > 0 && page->table().isVisible();
        return !settled.isEmpty() && (!hasRows || areRowsRead(page->table()));
    });
    paintWhatChanged(program.window());
    return isFound ? double(timer.nsecsElapsed()) / 1e6 : -1;
}

QList<double> searches(Program& program)
{
    const auto ids = *support::await(program.library().trackIds({}));
    program.window().startSearch(u"a"_s); // its page is made when something is searched first
    support::turn(300ms);
    QList<double> times;
    for (int i = 0; i < kWarmBursts + kBursts && !ids.empty(); ++i) {
        const size_t at = size_t(i) * 7919 * 131 % ids.size();
        const auto row = *support::await(program.library().tracks({ ids.at(at) }));
        const double time = typeAndFind(program, row.first().title.section(u' ', 0, 0).left(3));
        if (i >= kWarmBursts) {
            times.append(time);
        }
    }
    return times;
}

/// A top-level window of the program by its name; null if there is none.
QWidget* windowCalled(const QString& name)
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == name) {
            return widget;
        }
    }
    return nullptr;
}

QAction* inTrayMenu(const QString& name)
{
    const QWidget* menu = windowCalled(u"trayMenu"_s);
    return menu ? menu->findChild<QAction*>(name) : nullptr;
}

/// Asks for the small window with stars, as a key that works anywhere does, several times. @returns
/// how long it takes until it is painted, the worst in milliseconds: the first time counts, too
double popUp()
{
    constexpr int times = 7;
    QAction* ask = inTrayMenu(u"trayQuickRate"_s);
    QWidget* window = windowCalled(u"quickRate"_s);
    if (!ask || !window) {
        return -1;
    }
    bench::PaintWatch watch(*window);
    double worst = 0;
    for (int i = 0; i < times; ++i) {
        worst = std::max(worst, watch.until([ask] { ask->trigger(); }, [] { return true; }));
        support::turn(200ms);
        window->hide();
        support::turn(200ms);
    }
    return worst;
}

/// Hides the window by the menu of the tray and asks for it again there, several times. @returns
/// how long it takes until it is painted, the median in milliseconds; −1 if the tray has no such
/// entry
double comeFromTray(Program& program)
{
    constexpr int times = 7;
    auto* toggle = inTrayMenu(u"trayWindow"_s);
    if (!toggle) {
        return -1;
    }
    bench::PaintWatch watch(program.window());
    QList<double> shown;
    for (int i = 0; i < times; ++i) {
        toggle->trigger();
        support::turn(300ms); // it is hidden
        shown.append(watch.until([toggle] { toggle->trigger(); }, [] { return true; }));
        support::turn(300ms);
    }
    return bench::median(shown);
}

/// The first sync in the window, scrolled and sorted meanwhile. @returns the longest stall
double firstSync(Program& program)
{
    bench::StallWatch watch;
    watch.start();
    (void)support::awaitThat([&] { return program.sync().isRunning(); });
    int turns = 0;
    while (program.sync().isRunning()) {
        scroll(program.table(), 20);
        (void)resort(program.table(), ++turns % 3);
    }
    return watch.stop();
}

} // namespace

/// bench_window FOLDER URL sync: the first sync of the server at URL (its token in PLEXM8_TOKEN)
/// into the profile in FOLDER, in the window. Prints the longest stall (ms).
/// bench_window FOLDER URL start: the window over that profile while the server is gone, until its
/// list is read and painted. Prints the time since the process began (ms).
/// bench_window FOLDER URL: what the same window does then. Prints one row: search p95 (ms),
/// re-sort median and worst (ms), longest stall (ms), memory after 30 s (MB), from the tray until
/// the window is painted (ms), until the small window with stars is (ms).
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() < 3) {
        QTextStream(stderr) << "bench_window FOLDER URL [sync|start]\n";
        return 2;
    }
    QLoggingCategory::setFilterRules(u"*.info=false"_s);
    if (!app::Paths::below(words.at(1)).make()) {
        return 1;
    }
    ui::Theme theme(application);
    Program program(theme, words.at(1), words.at(2));
    if (words.value(3) == u"sync"_s) {
        QTextStream(stdout) << QString::number(firstSync(program), 'f', 1) << '\n';
        return 0;
    }
    if (!support::awaitThat([&program] { return areRowsRead(program.table()); })) {
        return 1;
    }
    program.table().viewport()->repaint();
    if (words.value(3) == u"start"_s) {
        QTextStream(stdout) << QString::number(bench::millisecondsSinceStart(), 'f', 0) << '\n';
        return 0;
    }
    support::turn(30s);
    const double memory = bench::residentMb();
    const double popup = popUp();
    const double fromTray = comeFromTray(program);

    bench::StallWatch watch;
    watch.start();
    scroll(program.table(), 200);
    double stall = watch.stop();
    const QList<double> sorted = resorts(program.table());
    const QList<double> found = searches(program);
    program.showTracks();
    watch.start();
    for (int column = 0; column < 3; ++column) {
        (void)resort(program.table(), column);
    }
    stall = std::max(stall, watch.stop());
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\t%5\t%6\t%7\n"_s
                               .arg(bench::percentile95(found), 0, 'f', 1)
                               .arg(bench::median(sorted), 0, 'f', 0)
                               .arg(*std::ranges::max_element(sorted), 0, 'f', 0)
                               .arg(stall, 0, 'f', 1)
                               .arg(memory, 0, 'f', 0)
                               .arg(fromTray, 0, 'f', 1)
                               .arg(popup, 0, 'f', 1);
    return 0;
}
