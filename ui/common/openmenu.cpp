// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/openmenu.h"

#include "ui/common/capabilities.h"
#include "ui/common/icons.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct OpenMenuText
{
    Q_DECLARE_TR_FUNCTIONS(ui::OpenMenu)
};

} // namespace

QList<QAction*> addPlayActions(
    QMenu& menu, Capabilities& capabilities, const std::function<void(PlayHow)>& play)
{
    QList<QAction*> actions;
    const auto add
        = [&menu, &play, &actions](const QString& text, const QString& iconName, PlayHow how) {
              QAction* action = menu.addAction(icon(iconName), text);
              QObject::connect(action, &QAction::triggered, &menu, [play, how] { play(how); });
              actions.append(action);
          };
    add(OpenMenuText::tr("Play"), u"play"_s, PlayHow::Now);
    add(OpenMenuText::tr("Play next"), u"next"_s, PlayHow::Next);
    add(OpenMenuText::tr("Add to queue"), u"queue"_s, PlayHow::Append);
    capabilities.bind(*actions.constFirst(), account::Feature::Play);
    return actions;
}

void addOpenActions(QMenu& menu, const std::function<void(OpenIn)>& open)
{
    QAction* here = menu.addAction(OpenMenuText::tr("Open"));
    here->setObjectName(u"openHere"_s);
    here->setShortcut(Qt::Key_Return);
    QObject::connect(here, &QAction::triggered, &menu, [open] { open(OpenIn::Here); });
    QAction* beside = menu.addAction(OpenMenuText::tr("Open in new pane"));
    beside->setObjectName(u"openInNewPane"_s);
    beside->setShortcut(Qt::CTRL | Qt::Key_Return);
    QObject::connect(beside, &QAction::triggered, &menu, [open] { open(OpenIn::NewPane); });
}

bool opensNewPane(const QKeyEvent& event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && (event.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
}

bool opensNewPane(const QMouseEvent& event)
{
    return event.button() == Qt::MiddleButton && event.modifiers() == Qt::NoModifier;
}

} // namespace ui
