// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/page.h"
#include "ui/common/statepage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSlider>
#include <QTest>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

/// The way of the Tab key through every page: it reaches everything, it is never caught, it goes
/// back the same way, and one sees where it is.
class TestTabWalk : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;
    QStringList m_faults;

    static constexpr int kMostSteps = 400;
    static constexpr int kFrame = 4; // pixels around a widget that may show its focus

    ui::MainWindow& window() { return *m_demo->window; }

    static QString nameOf(const QWidget* widget)
    {
        return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    static bool isInteractive(const QWidget* widget)
    {
        return qobject_cast<const QAbstractButton*>(widget)
            || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget)
            || qobject_cast<const QSlider*>(widget)
            || qobject_cast<const QAbstractItemView*>(widget);
    }
    /// Parts of a widget that is reached as a whole: its header, its list, its icons.
    static bool isPart(const QWidget* widget)
    {
        for (const QWidget* around = widget->parentWidget(); around && !around->isWindow();
             around = around->parentWidget()) {
            if (qobject_cast<const QComboBox*>(around) || qobject_cast<const QLineEdit*>(around)
                || qobject_cast<const QAbstractItemView*>(around)) {
                return true;
            }
        }
        return widget->objectName().startsWith("qt_"_L1) || widget->inherits("QMenuBar")
            || (widget->parentWidget() && widget->parentWidget()->inherits("QMenuBar"));
    }
    /// The arrow keys lead from one choice of a group to the others.
    static bool isReachedByArrows(const QWidget* widget, const QSet<QWidget*>& reached)
    {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const QButtonGroup* group = button ? button->group() : nullptr;
        if (!group || !group->exclusive()) {
            return false;
        }
        const QList<QAbstractButton*> others = group->buttons();
        return std::ranges::any_of(
            others, [&reached](QAbstractButton* each) { return reached.contains(each); });
    }
    QImage pictureOf(const QWidget* widget)
    {
        const QRect place(widget->mapTo(&window(), QPoint()), widget->size());
        return window().grab(place.adjusted(-kFrame, -kFrame, kFrame, kFrame)).toImage();
    }
    /// The widgets that get the focus, one after the other, until the first one has it again.
    QList<QWidget*> walk(Qt::Key key, const QString& page, bool looks)
    {
        QWidget* first = QApplication::focusWidget();
        QList<QWidget*> way { first };
        for (int step = 0; step < kMostSteps; ++step) {
            QWidget* here = way.constLast();
            const QImage focused = looks ? pictureOf(here) : QImage();
            QTest::keyClick(here, key);
            QWidget* next = QApplication::focusWidget();
            if (!next || next == here) {
                m_faults.append(u"%1: caught in %2"_s.arg(page, nameOf(here)));
                return way;
            }
            if (looks && here->isVisible() && focused == pictureOf(here)) {
                m_faults.append(u"%1: the focus is not seen on %2"_s.arg(page, nameOf(here)));
                const QString folder = qEnvironmentVariable("PLEXM8_TOUR_DIR");
                if (!folder.isEmpty()) { // keeps what was looked at
                    focused.save(
                        u"%1/%2-%3.png"_s.arg(folder, page.section(u' ', -1), here->objectName()));
                }
            }
            if (next == first) {
                return way;
            }
            if (way.contains(next)) {
                m_faults.append(u"%1: round and round from %2"_s.arg(page, nameOf(next)));
                return way;
            }
            way.append(next);
        }
        m_faults.append(u"%1: no end"_s.arg(page));
        return way;
    }
    void lookAtPage(const QString& page)
    {
        if (!(QApplication::focusWidget()->focusPolicy() & Qt::TabFocus)) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // from an empty page
        }
        const QList<QWidget*> way = walk(Qt::Key_Tab, page, false);
        (void)walk(Qt::Key_Tab, page, true); // by now the keyboard led to the first one, too
        const QSet<QWidget*> reached(way.begin(), way.end());
        for (QWidget* widget : window().findChildren<QWidget*>()) {
            if (isInteractive(widget) && !isPart(widget) && widget->isVisible()
                && widget->isEnabled() && !widget->size().isEmpty() && !reached.contains(widget)
                && !isReachedByArrows(widget, reached)) {
                m_faults.append(u"%1: Tab does not reach %2"_s.arg(page, nameOf(widget)));
            }
        }
        QList<QWidget*> back = walk(Qt::Key_Backtab, page, false);
        QCOMPARE(back.constFirst(), way.constFirst());
        std::reverse(back.begin() + 1, back.end());
        if (back != way) {
            m_faults.append(u"%1: Shift+Tab goes another way (%2 steps, %3)"_s.arg(page)
                                .arg(back.size())
                                .arg(way.size()));
        }
    }
    bool isSettled()
    {
        const QList<ui::Page*> pages = window().findChildren<ui::Page*>();
        return std::ranges::all_of(pages, [](const ui::Page* page) {
            const QList<ui::StatePage*> states = page->findChildren<ui::StatePage*>();
            const QList<QAbstractItemView*> views = page->findChildren<QAbstractItemView*>();
            const bool hasEmptyList = std::ranges::any_of(views, [](const QAbstractItemView* view) {
                return view->isVisible() && view->model() && view->model()->rowCount() == 0;
            });
            return !page->isVisible()
                || (!hasEmptyList && std::ranges::none_of(states, [](const ui::StatePage* each) {
                       return each->state() == ui::StatePage::State::Loading;
                   }));
        });
    }

private Q_SLOTS:
    void everyPage_data()
    {
        QTest::addColumn<int>("place");
        for (const ui::PageSpec& spec : ui::pageSpecs()) {
            for (const Place place : spec.places) {
                QTest::addRow("place %d of %s", int(place), qPrintable(spec.title)) << int(place);
            }
        }
    }
    void everyPage()
    {
        QFETCH(int, place);
        m_faults.clear();
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(60));
        window().resize(1280, 800);
        window().show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QList<playback::QueueEntry> entries(3);
        for (playback::QueueEntry& entry : entries) {
            entry.title = u"A song"_s;
        }
        m_demo->player.append(entries);
        window().showQueue(true);
        ui::Route route { Place(place), 0, {} };
        const auto home = support::await(m_demo->demo.library.home(1));
        QVERIFY(home && !home->recentlyAdded.isEmpty() && !home->playlists.isEmpty());
        const types::AlbumRow album = home->recentlyAdded.constFirst();
        if (route.place == Place::Search) {
            route.text = u"a"_s;
        } else if (route.place == Place::Album) {
            route = ui::Route::album(album.id);
        } else if (route.place == Place::Artist) {
            route = ui::Route::artist(album.artistId, album.artist);
        } else if (route.place == Place::Playlist) {
            route = ui::Route::playlist(home->playlists.constFirst().id);
        }
        window().go(route);
        QTRY_VERIFY(QApplication::focusWidget() && isSettled());
        lookAtPage(QLatin1String(QTest::currentDataTag()));
        m_demo.reset();
        QVERIFY2(m_faults.isEmpty(), qPrintable(u'\n' + m_faults.join(u'\n')));
    }
};

PLEXM8_GUI_TEST_MAIN(TestTabWalk)
#include "tst_tabwalk.moc"
