// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackmenu.h"

#include "ui/common/capabilities.h"
#include "ui/common/dragging.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/listactions.h"
#include "ui/common/openmenu.h"
#include "ui/common/tracktable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

void addRatingActions(QMenu& menu, const std::function<void(const types::OptionalRating&)>& choose)
{
    for (int halves = 10; halves >= 1; --halves) {
        const types::Rating rating = types::Rating::fromPlex(halves);
        QAction* action = menu.addAction(format::rating(rating));
        if (halves % 2 == 0) {
            action->setShortcut(QKeySequence(Qt::Key_0 + halves / 2));
        }
        QObject::connect(action, &QAction::triggered, &menu, [choose, rating] { choose(rating); });
    }
    menu.addSeparator();
    QAction* none = menu.addAction(TrackTable::tr("No rating"));
    none->setShortcut(Qt::Key_0);
    QObject::connect(none, &QAction::triggered, &menu, [choose] { choose({}); });
}

QMenu* addRateMenu(QMenu& menu, Capabilities& capabilities,
    const std::function<void(const types::OptionalRating&)>& choose)
{
    QMenu* rate = menu.addMenu(icon(u"star-empty"_s), TrackTable::tr("Rate"));
    capabilities.bind(*rate->menuAction(), account::Feature::Rate);
    addRatingActions(*rate, choose);
    return rate;
}

QMenu* trackMenu(
    TrackTable& table, const QList<types::ItemId>& items, const types::TrackRow* current)
{
    auto* menu = new QMenu(&table);
    menu->setObjectName(u"trackMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const QList<QAction*> play = addPlayActions(*menu, table.capabilities(),
        [&table, items](PlayHow how) { Q_EMIT table.playRequested(items, how); });
    play.at(0)->setShortcut(keyOf(ListAction::Play));
    play.at(1)->setShortcut(keyOf(ListAction::PlayNext));
    play.at(2)->setShortcut(keyOf(ListAction::Enqueue));
    menu->addSeparator();
    QMenu* add = menu->addMenu(icon(u"plus"_s), TrackTable::tr("Add to playlist"));
    add->setObjectName(u"addToPlaylist"_s);
    QObject::connect(add, &QMenu::aboutToShow, &table, [add, &table] {
        add->clear();
        Q_EMIT table.playlistMenuRequested(
            add, table.trackRows()->dragging(table.selectedRowNumbers()).items);
    });
    menu->addSeparator();
    QMenu* rate = addRateMenu(
        *menu, table.capabilities(), [&table, items](const types::OptionalRating& rating) {
            Q_EMIT table.rateRequested(items, rating);
        });
    rate->addSeparator();
    QAction* lock = rate->addAction(TrackTable::tr("Lock ratings against clicks"));
    lock->setObjectName(u"ratingsLock"_s);
    lock->setCheckable(true);
    lock->setChecked(table.isRatingLocked());
    QObject::connect(lock, &QAction::toggled, &table, &TrackTable::ratingLockRequested);
    if (current) {
        menu->addSeparator();
        const types::TrackRow track = *current;
        const auto addWay = [menu, &table](const QString& iconName, const QString& text,
                                const Route& route, OpenIn where) {
            QAction* way = menu->addAction(icon(iconName), text);
            way->setEnabled(route.id > 0);
            QObject::connect(way, &QAction::triggered, &table,
                [&table, route, where] { Q_EMIT table.routeRequested(route, where); });
            return way;
        };
        const Route album = Route::album(track.albumId);
        addWay(u"album"_s, TrackTable::tr("Go to album"), album, OpenIn::Here);
        addWay(u"artist"_s, TrackTable::tr("Go to artist"),
            Route::artist(track.artistId, track.albumArtist), OpenIn::Here);
        addWay(u"album"_s, TrackTable::tr("Open album in new pane"), album, OpenIn::NewPane)
            ->setObjectName(u"openInNewPane"_s);
        menu->addSeparator();
        QAction* copy = menu->addAction(icon(u"copy"_s), TrackTable::tr("Copy title and artist"));
        QObject::connect(copy, &QAction::triggered, &table, [track] {
            QGuiApplication::clipboard()->setText(
                TrackTable::tr("%1 – %2", "artist, title").arg(track.artist, track.title));
        });
    }
    return menu;
}

} // namespace ui
