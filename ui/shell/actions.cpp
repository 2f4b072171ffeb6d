// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Spec
{
    Command command;
    const char* menu; ///< untranslated; actions of one menu follow each other
    const char* text;
    const char16_t* iconName;
    QKeySequence keys;
    bool startsGroup = false;
    bool isCheckable = false;
};

QList<Spec> specs()
{
    const char* file = QT_TRANSLATE_NOOP("ui::Actions", "&File");
    const char* edit = QT_TRANSLATE_NOOP("ui::Actions", "&Edit");
    const char* view = QT_TRANSLATE_NOOP("ui::Actions", "&View");
    const char* play = QT_TRANSLATE_NOOP("ui::Actions", "&Playback");
    const char* help = QT_TRANSLATE_NOOP("ui::Actions", "&Help");
    return {
        { Command::Synchronise, file, QT_TRANSLATE_NOOP("ui::Actions", "&Synchronise now"), u"sync",
            Qt::Key_F5 },
        { Command::Connection, file, QT_TRANSLATE_NOOP("ui::Actions", "&Connection …"), u"server",
            {} },
        { Command::Quit, file, QT_TRANSLATE_NOOP("ui::Actions", "&Quit"), u"", QKeySequence::Quit,
            true },
        { Command::Undo, edit, QT_TRANSLATE_NOOP("ui::Actions", "&Undo"), u"undo",
            QKeySequence::Undo },
        { Command::Redo, edit, QT_TRANSLATE_NOOP("ui::Actions", "&Redo"), u"redo",
            QKeySequence::Redo },
        { Command::Search, edit, QT_TRANSLATE_NOOP("ui::Actions", "&Search everywhere"), u"search",
            Qt::CTRL | Qt::Key_K, true },
        { Command::Filter, edit, QT_TRANSLATE_NOOP("ui::Actions", "&Filter this list"), u"filter",
            QKeySequence::Find },
        { Command::Preferences, edit, QT_TRANSLATE_NOOP("ui::Actions", "Se&ttings …"), u"settings",
            Qt::CTRL | Qt::Key_Comma, true },
        { Command::Back, view, QT_TRANSLATE_NOOP("ui::Actions", "&Back"), u"chevron-left",
            QKeySequence::Back },
        { Command::Forward, view, QT_TRANSLATE_NOOP("ui::Actions", "&Forward"), u"chevron-right",
            QKeySequence::Forward },
        { Command::NewPane, view, QT_TRANSLATE_NOOP("ui::Actions", "Open in &new pane"), u"",
            QKeySequence::AddTab, true },
        { Command::OtherPane, view, QT_TRANSLATE_NOOP("ui::Actions", "Other &pane"), u"",
            Qt::Key_F6 },
        { Command::ClosePane, view, QT_TRANSLATE_NOOP("ui::Actions", "&Close pane"), u"",
            Qt::CTRL | Qt::Key_W },
        { Command::Home, view, QT_TRANSLATE_NOOP("ui::Actions", "&Home"), u"home",
            Qt::CTRL | Qt::Key_1, true },
        { Command::Tracks, view, QT_TRANSLATE_NOOP("ui::Actions", "&Tracks"), u"track",
            Qt::CTRL | Qt::Key_2 },
        { Command::History, view, QT_TRANSLATE_NOOP("ui::Actions", "H&istory"), u"history",
            Qt::CTRL | Qt::Key_3 },
        { Command::Queue, view, QT_TRANSLATE_NOOP("ui::Actions", "&Queue"), u"",
            Qt::CTRL | Qt::Key_U, true, true },
        { Command::PlayPause, play, QT_TRANSLATE_NOOP("ui::Actions", "&Play or pause"), u"play",
            Qt::CTRL | Qt::Key_P },
        { Command::Next, play, QT_TRANSLATE_NOOP("ui::Actions", "&Next track"), u"next",
            Qt::CTRL | Qt::Key_Right },
        { Command::Previous, play, QT_TRANSLATE_NOOP("ui::Actions", "P&revious track"), u"previous",
            Qt::CTRL | Qt::Key_Left },
        { Command::VolumeUp, play, QT_TRANSLATE_NOOP("ui::Actions", "&Louder"), u"volume",
            Qt::CTRL | Qt::Key_Up, true },
        { Command::VolumeDown, play, QT_TRANSLATE_NOOP("ui::Actions", "&Quieter"), u"volume-low",
            Qt::CTRL | Qt::Key_Down },
        { Command::Mute, play, QT_TRANSLATE_NOOP("ui::Actions", "&Mute"), u"", Qt::CTRL | Qt::Key_M,
            false, true },
        { Command::Shuffle, play, QT_TRANSLATE_NOOP("ui::Actions", "&Shuffle"), u"",
            Qt::CTRL | Qt::Key_S, true, true },
        { Command::About, help, QT_TRANSLATE_NOOP("ui::Actions", "&About PlexM8"), u"about", {} },
    };
}

} // namespace

Actions::Actions(QMainWindow& window)
    : QObject(&window)
{
    for (const Spec& spec : specs()) {
        auto* action = new QAction(QCoreApplication::translate("ui::Actions", spec.text), this);
        action->setObjectName(u"action%1"_s.arg(int(spec.command)));
        action->setShortcut(spec.keys);
        action->setCheckable(spec.isCheckable);
        const QString iconName = QString::fromUtf16(spec.iconName);
        if (!iconName.isEmpty()) {
            action->setIcon(icon(iconName));
        }
        connect(action, &QAction::triggered, this,
            [this, command = spec.command] { Q_EMIT triggered(command); });
        m_actions.insert(spec.command, action);
    }
    // Both habits, whichever of them this desktop has.
    m_actions.value(Command::Redo)
        ->setShortcuts(
            { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y) });
    m_actions.value(Command::Search)
        ->setShortcuts({ QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::Key_L) });
    fill(*window.menuBar());
}

void Actions::fill(QMenuBar& bar)
{
    QByteArrayView present;
    QMenu* menu = nullptr;
    for (const Spec& spec : specs()) {
        if (spec.menu != present) {
            present = spec.menu;
            menu = bar.addMenu(QCoreApplication::translate("ui::Actions", spec.menu));
            menu->setToolTipsVisible(true);
        }
        if (spec.startsGroup) {
            menu->addSeparator();
        }
        menu->addAction(m_actions.value(spec.command));
        if (spec.command == Command::Previous) {
            m_rateMenu = menu->addMenu(icon(u"star-empty"_s), tr("Rate &current track"));
        }
    }
}

} // namespace ui
