// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagelinks.h"

#include "core/library/library.h"
#include "core/playback/player.h"
#include "core/settings/settings.h"
#include "ui/common/appearance.h"
#include "ui/common/covergrid.h"
#include "ui/common/lists.h"
#include "ui/common/page.h"
#include "ui/common/tracktable.h"
#include "ui/shell/playcommands.h"
#include "ui/shell/services.h"

using namespace Qt::StringLiterals;

namespace ui {

PageLinks::PageLinks(Services& services, PlayCommands& play, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_play(play)
{
    using playback::Player;
    const auto markAll = [this] {
        for (Page* page : std::as_const(m_pages)) {
            if (auto* tracks = qobject_cast<TrackPage*>(page)) {
                markPlaying(*tracks);
            }
        }
    };
    connect(&m_services.player, &Player::trackChanged, this, markAll);
    connect(&m_services.player, &Player::stateChanged, this, markAll);
    connect(&m_services.player, &Player::queueChanged, this, markAll);
    connect(&m_services.settings, &settings::Settings::changed, this, [this](const QString& key) {
        for (Page* page : std::as_const(m_pages)) {
            auto* tracks = qobject_cast<TrackPage*>(page);
            if (key == QLatin1String(appearance::kDensity.key)) {
                applyDensity(*page);
            } else if (tracks && key == QLatin1String(lists::kLockRatings.key)) {
                tracks->table().setRatingLocked(m_services.settings.value(lists::kLockRatings));
            }
        }
    });
}

void PageLinks::add(Page& page)
{
    m_pages.append(&page);
    connect(&page, &QObject::destroyed, this, [this](const QObject* gone) {
        m_pages.removeIf([gone](Page* each) { return each == gone; });
    });
    connect(&page, &Page::routeRequested, this, [this, &page](const Route& route, OpenIn where) {
        Q_EMIT routeRequested(page, route, where);
    });
    connect(&page, &Page::rateRequested, this, &PageLinks::rateRequested);
    connect(&page, &Page::pastRatingsRequested, this, &PageLinks::pastRatingsRequested);
    connect(&page, &Page::syncRequested, this, &PageLinks::syncRequested);
    connect(&page, &Page::playListRequested, &m_play, &PlayCommands::play);
    connect(&page, &Page::playAllRequested, &m_play, &PlayCommands::playAll);
    connect(&page, &Page::playRequested, &m_play, &PlayCommands::add);
    connect(&page, &Page::shuffleRequested, &m_play, &PlayCommands::shuffle);
    for (CoverGrid* grid : page.findChildren<CoverGrid*>()) {
        connect(grid, &CoverGrid::playlistMenuRequested, this, &PageLinks::playlistMenuRequested);
    }
    const QString viewKey = u"view/"_s + page.objectName();
    page.restoreViewState(m_services.state.value(viewKey));
    connect(&page, &Page::viewStateChanged, this,
        [this, &page, viewKey] { m_services.state.setValue(viewKey, page.viewState()); });
    applyDensity(page);
    if (auto* tracks = qobject_cast<TrackPage*>(&page)) {
        connectTable(*tracks);
        markPlaying(*tracks);
    }
}

void PageLinks::connectTable(TrackPage& page)
{
    TrackTable& table = page.table();
    const QString columnsKey = u"columns/"_s + table.objectName();
    table.restoreColumns(m_services.state.value(columnsKey));
    table.setRatingLocked(m_services.settings.value(lists::kLockRatings));
    table.setRatingReader([this](const QList<types::ItemId>& items, std::stop_token stop) {
        return m_services.library.sharedRating(items, std::move(stop));
    });
    connect(&table, &TrackTable::columnsChanged, this,
        [this, &table, columnsKey] { m_services.state.setValue(columnsKey, table.saveColumns()); });
    connect(&table, &TrackTable::ratingLockRequested, this,
        [this](bool locked) { m_services.settings.set(lists::kLockRatings, locked); });
    connect(&table, &TrackTable::playRequested, &m_play, &PlayCommands::add);
    connect(&table, &TrackTable::rateRequested, this, &PageLinks::rateRequested);
    connect(&table, &TrackTable::pastRatingsRequested, &page, &Page::pastRatingsRequested);
    connect(&table, &TrackTable::playPauseRequested, &m_services.player, &playback::Player::toggle);
    connect(&table, &TrackTable::routeRequested, &page, &Page::routeRequested);
    connect(&table, &TrackTable::playlistMenuRequested, this, &PageLinks::playlistMenuRequested);
}

void PageLinks::forgetAll()
{
    for (Page* page : std::as_const(m_pages)) {
        page->forget();
    }
}

void PageLinks::applyDensity(Page& page) const
{
    page.setDensity(m_services.settings.value(appearance::kDensity));
}

void PageLinks::markPlaying(TrackPage& page) const
{
    using State = playback::Player::State;
    const playback::Player& player = m_services.player;
    const playback::QueueEntry* entry = player.current();
    const bool isShown = entry && player.state() != State::Stopped;
    const bool plays = player.state() == State::Playing || player.state() == State::Loading;
    const playback::Queue& queue = player.queue();
    const int row = queue.isShuffled() ? -1 : page.rowInQueue(queue.currentIndex());
    page.table().setPlaying(isShown ? entry->item : types::ItemId(), plays, row);
}

} // namespace ui
