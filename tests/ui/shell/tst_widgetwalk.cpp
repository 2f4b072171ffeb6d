// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSlider>
#include <QTest>

using namespace Qt::StringLiterals;

/// Every interactive widget of the window has a name for tests, a name for screen readers, and can
/// be reached by keyboard.
class TestWidgetWalk : public QObject
{
    Q_OBJECT

private:
    static bool isInteractive(const QWidget* widget)
    {
        if (widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QScrollBar*>(widget)) {
            return false; // parts of Qt's own widgets
        }
        return qobject_cast<const QAbstractButton*>(widget)
            || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget)
            || qobject_cast<const QSlider*>(widget)
            || (qobject_cast<const QAbstractItemView*>(widget)
                && !qobject_cast<const QComboBox*>(widget->parentWidget()));
    }
    static bool isPartOfQt(const QWidget* widget)
    {
        for (const QWidget* w = widget; w; w = w->parentWidget()) {
            if (qobject_cast<const QComboBox*>(w) && w != widget) {
                return true;
            }
            if (w->inherits("QTableView") && w != widget) {
                return true; // header and corner
            }
            if (qobject_cast<const QLineEdit*>(w) && w != widget) {
                return true; // its icons are actions
            }
            if (w->inherits("QMenuBar")) {
                return true;
            }
        }
        return false;
    }
    static QString nameOf(const QWidget* widget)
    {
        return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }

private Q_SLOTS:
    void everyInteractiveWidgetIsNamedAndReachable()
    {
        support::DemoWindow demo(support::demoOf(50));
        demo.visitEveryPage();
        demo.window->showAbout();
        QStringList faults;
        int seen = 0;
        for (const QWidget* widget : demo.window->findChildren<QWidget*>()) {
            if (!isInteractive(widget) || isPartOfQt(widget)) {
                continue;
            }
            ++seen;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const QString said = !widget->accessibleName().isEmpty() ? widget->accessibleName()
                : button                                             ? button->text()
                                                                     : QString();
            if (widget->objectName().isEmpty()) {
                faults.append(u"no objectName: "_s + nameOf(widget) + u' ' + said);
            }
            const bool isHiddenAction = widget->objectName() == "errorAction"_L1
                || widget->objectName() == "stateAction"_L1;
            if (said.isEmpty() && !isHiddenAction && widget->objectName() != "albumArtist"_L1) {
                faults.append(u"no accessible name: "_s + nameOf(widget));
            }
            if (!(widget->focusPolicy() & Qt::TabFocus)) {
                faults.append(u"not in the tab order: "_s + nameOf(widget));
            }
            const bool isLink
                = widget->objectName() == "albumArtist"_L1; // empty until an album is open
            if (button && button->text().isEmpty() && button->toolTip().isEmpty() && !isHiddenAction
                && !isLink) {
                faults.append(u"an icon alone without a tooltip: "_s + nameOf(widget));
            }
        }
        QVERIFY(seen > 40);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void shortcutsAreUnique()
    {
        support::DemoWindow demo(support::demoOf(10));
        demo.visitEveryPage();
        QHash<QKeySequence, QString> taken;
        for (const QAction* action : demo.window->findChildren<QAction*>()) {
            for (const QKeySequence& keys : action->shortcuts()) {
                QVERIFY2(!taken.contains(keys) || keys.isEmpty(),
                    qPrintable(
                        keys.toString() + u": "_s + taken.value(keys) + u", "_s + action->text()));
                taken.insert(keys, action->text());
            }
        }
        QVERIFY(taken.size() > 15);
    }
};

PLEXM8_GUI_TEST_MAIN(TestWidgetWalk)
#include "tst_widgetwalk.moc"
