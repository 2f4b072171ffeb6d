// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tracktable.h"
#include "ui/rating/quickratepanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tour.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

// What is about ratings.
namespace ui {

namespace {

constexpr int kCoversMilliseconds = 800; // beyond the usual, until they are there

} // namespace

void Tour::addQuickRate()
{
    // It is the desktop's, and the window knows none: here is one like it. Between two steps it is
    // closed, as all small windows are.
    const auto show
        = [this] { m_quickRate->popUp(QuickRatePanel::How::Offered, {}, m_window.geometry()); };
    add(u"quick-rate"_s, [this, show] {
        m_quickRate = std::make_unique<QuickRatePanel>(m_window.covers());
        const types::TrackRow track = m_tracks.value(1);
        m_quickRate->setTrack(track.title, track.artist, track.thumb);
        show();
    });
    add(u"quick-rate-done"_s, [this, show] {
        m_quickRate->setRating(types::Rating::fromStars(4.5));
        show();
        m_quickRate->setDone(m_quickRate->doneText(types::Rating::fromStars(4.5)));
    });
    add(u"quick-rate-nothing"_s, [this, show] {
        m_quickRate->setTrack({}, {}, {});
        show();
    });
}

void Tour::addRatings()
{
    const auto click
        = [this](const QString& name) { m_window.findChild<QPushButton*>(name)->click(); };
    add(
        u"ratings"_s,
        [this] {
            go({ Route::Place::Ratings, 0, {} });
        },
        kCoversMilliseconds);
    add(u"ratings-by-date"_s, [this] {
        auto* order = m_window.findChild<QComboBox*>(u"ratingsOrder"_s);
        order->setCurrentIndex(1);
        Q_EMIT order->activated(1);
    });
    add(u"ratings-value"_s, [this, click] {
        auto* order = m_window.findChild<QComboBox*>(u"ratingsOrder"_s);
        order->setCurrentIndex(0);
        Q_EMIT order->activated(0);
        click(u"ratingValue8"_s);
    });
    add(
        u"ratings-albums"_s, [click] { click(u"ratingsAlbums"_s); }, kCoversMilliseconds);
    add(
        u"ratings-to-rate"_s,
        [this, click] {
            click(u"ratingsToRate"_s);
            m_window.findChild<QComboBox*>(u"rateQueuePeriod"_s)->setCurrentIndex(2);
        },
        kCoversMilliseconds);
    add(u"ratings-tracks"_s, [click] { click(u"ratingsTracks"_s); });
    add(u"ratings-menu"_s, [this] {
        auto* table = m_window.findChild<TrackTable*>(u"ratedTracks"_s);
        table->selectAll();
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(200, 120),
            table->viewport()->mapToGlobal(QPoint(200, 120)));
        QCoreApplication::sendEvent(table->viewport(), &event);
        if (auto* rate = table->findChild<QMenu*>(u"rateMenu"_s)) {
            static_cast<QMenu*>(rate->parentWidget())->setActiveAction(rate->menuAction());
        }
    });
    add(u"ratings-former"_s, [this] {
        auto* table = m_window.findChild<TrackTable*>(u"ratedTracks"_s);
        Q_EMIT table->pastRatingsRequested(table->trackRows()->item(2));
    });
}

} // namespace ui
