// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackmenu.h"

#include "ui/common/capabilities.h"
#include "ui/common/dragging.h"
#include "ui/common/icons.h"
#include "ui/common/listactions.h"
#include "ui/common/openmenu.h"
#include "ui/common/playlistactions.h"
#include "ui/common/ratingmenu.h"
#include "ui/common/tracktable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

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
    addPlaylistMenu(*menu, [&table](QMenu& add) {
        Q_EMIT table.playlistMenuRequested(
            &add, table.trackRows()->dragging(table.selectedRowNumbers()).items);
    });
    menu->addSeparator();
    QMenu* rate = addRateMenu(*menu, table.capabilities(), items, table.ratingReader(),
        [&table, items](
            const types::OptionalRating& rating) { Q_EMIT table.rateRequested(items, rating); });
    rate->addSeparator();
    QAction* past = rate->addAction(TrackTable::tr("Former ratings and copies…"));
    past->setObjectName(u"pastRatings"_s);
    past->setEnabled(items.size() == 1);
    QObject::connect(past, &QAction::triggered, &table,
        [&table, items] { Q_EMIT table.pastRatingsRequested(items.constFirst()); });
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
