// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/onscreen.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"

#include "ui/common/appearance.h"
#include "ui/common/style.h"

#include <QListView>
#include <QProxyStyle>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using ui::ThemeChoice;

namespace {

/// A desktop that is dark or light: Qt asks the style last what the system's palette is.
class Desktop final : public QProxyStyle
{
public:
    explicit Desktop(const bool& isDark)
        : QProxyStyle(std::make_unique<ui::Style>().release()) // owned by the proxy
        , m_isDark(isDark)
    {
    }
    using QProxyStyle::polish;
    void polish(QPalette& palette) override
    {
        palette = ui::paletteOf(m_isDark ? ui::darkColors() : ui::lightColors());
    }

private:
    const bool& m_isDark;
};

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;
    bool m_systemIsDark = false;

    /// As Qt does after the platform reported it.
    void changeSystem(bool isDark)
    {
        m_systemIsDark = isDark;
        QEvent event(QEvent::ThemeChange);
        QCoreApplication::sendEvent(m_demo->window->windowHandle(), &event);
    }
    /// What is painted, not what is set: a point of the sidebar left of what stands in it.
    bool looksDark()
    {
        const QImage picture = m_demo->window->grab().toImage();
        return picture.pixelColor(3, picture.height() * 3 / 4).lightness() < 100;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(20));
        QApplication::setStyle(std::make_unique<Desktop>(m_systemIsDark).release());
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
    }
    void cleanupTestCase()
    {
        m_demo.reset();
        QApplication::setStyle(std::make_unique<ui::Style>().release());
    }

    void theSystemIsFollowedWhileRunning()
    {
        QTRY_VERIFY(!looksDark());
        changeSystem(true);
        QVERIFY(m_demo->theme.isDark());
        QTRY_VERIFY(looksDark());
        changeSystem(true); // again
        QTRY_VERIFY(looksDark());
        changeSystem(false);
        QVERIFY(!m_demo->theme.isDark());
        QTRY_VERIFY(!looksDark());
    }

    void whatTheUserChoseStays()
    {
        m_demo->settings.set(ui::appearance::kTheme, ThemeChoice::Light);
        changeSystem(true);
        QVERIFY(!m_demo->theme.isDark());
        m_demo->settings.set(ui::appearance::kTheme, ThemeChoice::System);
        QTRY_VERIFY(looksDark());
        m_demo->settings.set(ui::appearance::kTheme, ThemeChoice::Dark);
        changeSystem(false);
        QVERIFY(m_demo->theme.isDark());
        m_demo->settings.set(ui::appearance::kTheme, ThemeChoice::System);
        QTRY_VERIFY(!looksDark());
    }

    void theQueueKeepsItsCoversInAnotherTheme()
    {
        ui::TrackTable& table = m_demo->openTracks();
        QList<playback::QueueEntry> entries;
        for (int row = 0; row < 3; ++row) {
            entries.append(playback::QueueEntry::fromRow(*table.trackRows()->track(row)));
        }
        m_demo->player.play(entries, 0);
        m_demo->window->showQueue(true);
        auto* list = m_demo->find<QListView>(u"queueList"_s);
        const auto hasCover = [list](int row) {
            const QRect item = list->visualRect(list->model()->index(row, 0));
            // The left of its cover, beside where an icon would be.
            const QRect part(item.left() + 20, item.center().y() - 16, 8, 32);
            return support::isPicture(support::onScreen(*list->viewport(), part));
        };
        for (const ThemeChoice theme : { ThemeChoice::Light, ThemeChoice::Dark }) {
            m_demo->settings.set(ui::appearance::kTheme, theme);
            QTRY_VERIFY(hasCover(1));
            QTRY_VERIFY(hasCover(2));
        }
        m_demo->player.stop();
    }
};

PLEXM8_GUI_TEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
