// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/playlistactions.h"

#include "ui/common/icons.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct ActionText
{
    Q_DECLARE_TR_FUNCTIONS(ui::PlaylistActions)
};

} // namespace

void addPlaylistMenu(QMenu& menu, const std::function<void(QMenu&)>& fill)
{
    QMenu* add = menu.addMenu(icon(u"plus"_s), ActionText::tr("Add to playlist"));
    add->setObjectName(u"addToPlaylist"_s);
    QObject::connect(add, &QMenu::aboutToShow, &menu, [add, fill] {
        add->clear();
        fill(*add);
    });
}

void addPlaylistActions(
    QMenu& menu, bool isSmart, const std::function<void(PlaylistAction)>& choose)
{
    menu.setToolTipsVisible(true);
    const auto add = [&menu, &choose](const QString& name, const QString& iconName,
                         const QString& text, PlaylistAction action, bool isPossible) {
        QAction* item = menu.addAction(icon(iconName), text);
        item->setObjectName(name);
        item->setEnabled(isPossible);
        if (!isPossible) {
            item->setToolTip(
                ActionText::tr("A smart playlist follows its rules; duplicate it to edit it."));
        }
        QObject::connect(item, &QAction::triggered, &menu, [choose, action] { choose(action); });
    };
    add(u"playlistDescribe"_s, u"edit"_s, ActionText::tr("Rename and describe …"),
        PlaylistAction::Describe, true);
    add(u"playlistDuplicate"_s, u"copy"_s, ActionText::tr("Duplicate"), PlaylistAction::Duplicate,
        true);
    menu.addSeparator();
    add(u"playlistShuffle"_s, u"shuffle"_s, ActionText::tr("Shuffle and save"),
        PlaylistAction::Shuffle, !isSmart);
    add(u"playlistReverse"_s, u"sort"_s, ActionText::tr("Reverse and save"),
        PlaylistAction::Reverse, !isSmart);
    menu.addSeparator();
    add(u"playlistDelete"_s, u"trash"_s, ActionText::tr("Delete …"), PlaylistAction::Delete,
        !isSmart);
}

} // namespace ui
