// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rating.h"
#include "ui/common/itemdrag.h"
#include "ui/common/route.h"

#include <QObject>

class QMenu;

namespace ui {

class Page;
class PlayCommands;
class TrackPage;
struct Services;

/// Connects every page that is made with what all of them share: what plays, the density of rows,
/// the columns and the lock of the stars. A page that is closed is forgotten by itself.
class PageLinks final : public QObject
{
    Q_OBJECT

public:
    PageLinks(Services& services, PlayCommands& play, QObject* parent = nullptr);

    void add(Page& page);
    /// Every page drops what it shows: another library is open.
    void forgetAll();

Q_SIGNALS:
    void routeRequested(ui::Page& from, const ui::Route& route, ui::OpenIn where);
    void rateRequested(const QList<types::ItemId>& items, const types::OptionalRating& rating);
    void pastRatingsRequested(types::ItemId item);
    void syncRequested();
    /// The part of a menu that adds @p items to a playlist is about to be shown, and is empty.
    void playlistMenuRequested(QMenu* menu, const ui::ItemDrag& items);

private:
    void connectTable(TrackPage& page);
    void applyDensity(Page& page) const;
    void markPlaying(TrackPage& page) const;

    Services& m_services;
    PlayCommands& m_play;
    QList<Page*> m_pages;
};

} // namespace ui
