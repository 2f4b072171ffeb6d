// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackmenu.h"

#include "ui/common/capabilities.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/tracktable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void addPlayActions(QMenu& menu, TrackTable& table, const QList<types::ItemId>& items)
{
    const auto add = [&menu, &table, &items](const QString& text, const QString& iconName,
                         const QKeySequence& keys, PlayHow how) {
        QAction* action = menu.addAction(icon(iconName), text);
        action->setShortcut(keys);
        QObject::connect(action, &QAction::triggered, &table,
            [&table, items, how] { Q_EMIT table.playRequested(items, how); });
        return action;
    };
    QAction* play = add(TrackTable::tr("Play"), u"play"_s, Qt::Key_Return, PlayHow::Now);
    table.capabilities().bind(*play, account::Feature::Play);
    // What is queued may be played when the server is there again.
    add(TrackTable::tr("Play next"), u"next"_s, Qt::SHIFT | Qt::Key_Return, PlayHow::Next);
    add(TrackTable::tr("Add to queue"), u"queue"_s, Qt::CTRL | Qt::Key_Return, PlayHow::Append);
}

} // namespace

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

QMenu* trackMenu(
    TrackTable& table, const QList<types::ItemId>& items, const types::TrackRow* current)
{
    auto* menu = new QMenu(&table);
    menu->setObjectName(u"trackMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addPlayActions(*menu, table, items);
    menu->addSeparator();
    QMenu* rate = menu->addMenu(icon(u"star-empty"_s), TrackTable::tr("Rate"));
    table.capabilities().bind(*rate->menuAction(), account::Feature::Rate);
    addRatingActions(*rate, [&table, items](const types::OptionalRating& rating) {
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
        QAction* album = menu->addAction(icon(u"album"_s), TrackTable::tr("Go to album"));
        album->setEnabled(track.albumId.isValid());
        QObject::connect(
            album, &QAction::triggered, &table, [&table, route = Route::album(track.albumId)] {
                Q_EMIT table.routeRequested(route, OpenIn::Here);
            });
        QAction* artist = menu->addAction(icon(u"artist"_s), TrackTable::tr("Go to artist"));
        artist->setEnabled(track.artistId.isValid());
        QObject::connect(artist, &QAction::triggered, &table,
            [&table, route = Route::artist(track.artistId, track.albumArtist)] {
                Q_EMIT table.routeRequested(route, OpenIn::Here);
            });
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
