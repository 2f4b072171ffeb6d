// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitypage.h"

#include "ui/activity/cacheline.h"
#include "ui/activity/servercard.h"
#include "ui/common/capabilities.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/sectioncard.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 720;
constexpr int kBarHeight = 6;
constexpr int kSteps = 1000; // of the progress bar: rows may be more than its int holds

} // namespace

ActivityPage::ActivityPage(const Sources& sources, Capabilities& capabilities, QWidget* parent)
    : Page(parent)
    , m_sources(sources)
{
    setObjectName(u"activityPage"_s);
    setHeader(tr("Activity"), tr("What PlexM8 is doing, and what it keeps on this computer."));
    auto* box = new QWidget;
    onTextSize(box, [box] { box->setMaximumWidth(scaled(kWidth)); });
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(space::kL, 0, space::kL, space::kL);
    column->setSpacing(space::kM);
    column->addWidget(makeSync(capabilities));
    m_server = new ServerCard(m_sources.work);
    connect(
        m_server, &ServerCard::failed, this, [this](const util::Error& error, const QString& what) {
            errorBar().show(error, what, false);
        });
    column->addWidget(m_server);
    column->addWidget(makeChanges());
    column->addWidget(makeCaches());
    column->addWidget(makeLog());
    column->addStretch();
    setContent(scrolled(box, u"activityScroll"_s));
    connect(&m_sources.changes, &change::Changes::pendingChanged, this, &ActivityPage::showPending);
    connect(&m_sources.library, &library::Library::opened, this, [this] {
        readCounts();
        readCaches();
    });
    showPending(m_sources.changes.pendingSteps());
    setSync({});
}

QWidget* ActivityPage::makeSync(Capabilities& capabilities)
{
    auto* card = new SectionCard(tr("Synchronisation"),
        tr("The library is read from the server once; after that only what is new."));
    m_state = new TextLabel(TextRole::Body);
    m_state->setObjectName(u"activityState"_s);
    m_state->setWordWrap(true);
    m_counts = new TextLabel(TextRole::Caption, Tone::Secondary);
    m_counts->setObjectName(u"activityCounts"_s);
    m_counts->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setObjectName(u"activityProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the synchronisation"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kBarHeight);
    m_syncNow = new QPushButton(icon(u"sync"_s), tr("Synchronise now"));
    m_syncNow->setObjectName(u"activitySync"_s);
    capabilities.bind(*m_syncNow, account::Feature::Sync);
    connect(m_syncNow, &QPushButton::clicked, this, &ActivityPage::syncRequested);
    card->add(m_state);
    card->add(m_progress);
    card->add(m_counts);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_syncNow);
    buttons->addStretch();
    card->add(buttons);
    return card;
}

QWidget* ActivityPage::makeChanges()
{
    auto* card = new SectionCard(
        tr("Changes"), tr("Each change is written down here before it is sent, and read back."));
    m_pending = new TextLabel(TextRole::Body);
    m_pending->setObjectName(u"activityPending"_s);
    m_pending->setWordWrap(true);
    auto* history = new QPushButton(icon(u"history"_s), tr("Show the history"));
    history->setObjectName(u"activityHistory"_s);
    connect(history, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({ Route::Place::History, 0, {} }, OpenIn::Here);
    });
    card->add(m_pending);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(history);
    buttons->addStretch();
    card->add(buttons);
    return card;
}

QWidget* ActivityPage::makeCaches()
{
    auto* card = new SectionCard(tr("Kept on this computer"),
        tr("So that everything is there at once, and without the server. Emptied, it is read from "
           "the server again; nothing you made is lost."));
    for (const QString& bucket : { u"library"_s, u"artwork"_s }) {
        auto* line = new CacheLine(bucket);
        connect(line, &CacheLine::flushRequested, this,
            [this, bucket] { Q_EMIT flushRequested(bucket); });
        card->add(line);
        m_caches.insert(bucket, line);
    }
    return card;
}

QWidget* ActivityPage::makeLog()
{
    auto* card = new SectionCard(
        tr("Log"), tr("What the program wrote down, for whoever looks for a fault."));
    auto* show = new QPushButton(tr("Show the log"));
    show->setObjectName(u"activityLog"_s);
    connect(show, &QPushButton::clicked, this, [this] {
        Q_EMIT routeRequested({ Route::Place::Log, 0, {} }, OpenIn::Here);
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(show);
    buttons->addStretch();
    card->add(buttons);
    return card;
}

QWidget* ActivityPage::focusTarget()
{
    return m_syncNow;
}

void ActivityPage::open(const Route&)
{
    readCounts();
    readCaches();
}

void ActivityPage::setSync(const SyncProgress& progress)
{
    const bool wasRunning = std::exchange(m_sync, progress).isRunning;
    m_progress->setVisible(progress.isRunning);
    if (!progress.isRunning) {
        m_progress->setRange(0, kSteps);
        readCounts();
        if (wasRunning) {
            readCaches();
        }
        return;
    }
    // Without a total the bar moves without saying how far.
    m_progress->setRange(0, progress.total > 0 ? kSteps : 0);
    if (progress.total > 0) {
        m_progress->setValue(int(kSteps * double(progress.done) / double(progress.total)));
    }
    if (progress.what.isEmpty()) {
        m_state->setText(tr("Asking what is new …"));
    } else if (progress.total > 0) {
        m_state->setText(
            tr("%1: %2 of %3", "what is read, how far, of how many")
                .arg(progress.what, format::count(progress.done), format::count(progress.total)));
    } else {
        m_state->setText(tr("Reading %1 …").arg(progress.what));
    }
}

void ActivityPage::followConnection()
{
    m_server->restart();
}

void ActivityPage::readCounts()
{
    (void)m_countsRead.begin();
    if (!m_sources.library.isOpen()) {
        m_state->setText(tr("No library is open."));
        m_counts->clear();
        return;
    }
    m_countsRead.deliver(
        m_sources.library.counts(), this, [this](const util::Result<library::Counts>& counts) {
            if (!counts) {
                m_counts->setText(counts.error().message);
                return;
            }
            m_counts->setText(
                tr("%1 tracks, %2 albums, %3 artists, %4 playlists")
                    .arg(format::count(counts->tracks), format::count(counts->albums),
                        format::count(counts->artists), format::count(counts->playlists)));
            if (!m_sync.isRunning) {
                m_state->setText(counts->syncedAt > 0
                        ? tr("Up to date as of %1.")
                              .arg(format::ago(counts->syncedAt, m_sources.clock.epochSeconds()))
                        : tr("The library was not read to its end yet."));
            }
        });
}

void ActivityPage::readCaches()
{
    (void)m_cachesRead.begin();
    m_cachesRead.deliver(m_sources.caches.read(), this,
        [this](const util::Result<QList<types::CacheBucket>>& buckets) {
            if (!buckets) {
                errorBar().show(buckets.error(), tr("The caches could not be looked at."), false);
                return;
            }
            for (const types::CacheBucket& bucket : *buckets) {
                if (CacheLine* line = m_caches.value(bucket.name)) {
                    line->show(bucket);
                }
            }
        });
}

void ActivityPage::showPending(int steps)
{
    m_pending->setText(steps == 0 ? tr("Nothing waits: the server has all that you changed.")
                                  : tr("%Ln change(s) wait for the server.", nullptr, steps));
}

} // namespace ui
