// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rating/ratequeue.h"

#include "core/util/clock.h"
#include "ui/common/capabilities.h"
#include "ui/common/covergrid.h"
#include "ui/common/coverlabel.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/stars.h"
#include "ui/common/statepage.h"
#include "ui/common/textlabel.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 200;
constexpr int kMost = 500; // tracks: a session, not a list of everything
constexpr qsizetype kNext = 24; // of them in sight
constexpr int kSteps = 200; // of the bar
constexpr int kBar = 6; // its height
constexpr qint64 kDay = 24 * 3600;

} // namespace

RateQueue::RateQueue(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_clips(parts.player, parts.clips)
    , m_period(new QComboBox)
    , m_cover(new CoverLabel(parts.covers, kCover))
    , m_title(new TextLabel(TextRole::Display))
    , m_artist(new TextLabel(TextRole::Title, Tone::Secondary))
    , m_album(new TextLabel(TextRole::Body, Tone::Tertiary))
    , m_place(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_stars(new StarRating)
    , m_progress(new QProgressBar)
    , m_play(new QPushButton)
    , m_skip(new QPushButton(icon(u"next"_s), tr("Skip")))
    , m_next(new CoverGrid(parts.covers, parts.capabilities, CoverGrid::Layout::Shelf))
{
    setObjectName(u"rateQueue"_s);
    setAccessibleName(tr("To rate"));
    setFocusPolicy(Qt::StrongFocus);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    // Cards have a margin of their own, which the rest stands in line with.
    column->setContentsMargins(space::kL - space::kS, space::kS, space::kL - space::kS, space::kM);
    column->setSpacing(space::kM);
    column->addWidget(makeStage());
    auto* next = new TextLabel(tr("Next"), TextRole::Title);
    next->setContentsMargins(space::kS, 0, space::kS, 0);
    column->addWidget(next);
    column->addWidget(m_next);
    column->addStretch(1);
    m_next->setObjectName(u"rateQueueNext"_s);
    m_next->setAccessibleName(tr("Next"));
    m_states = new StatePage(content, StatePage::Skeleton::Rows);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_states);
    connect(m_next, &CoverGrid::cardOpened, this, [this](qint64 id, OpenIn) {
        for (qsizetype i = 0; i < m_tracks.size(); ++i) {
            if (m_tracks.at(i).id.value == id) {
                show(i);
            }
        }
    });
    connect(m_states, &StatePage::retryRequested, this, &RateQueue::start);
    connect(m_period, &QComboBox::currentIndexChanged, this, &RateQueue::start);
    connectClips();
}

QWidget* RateQueue::makeStage()
{
    m_title->setObjectName(u"rateQueueTitle"_s);
    m_place->setObjectName(u"rateQueuePlace"_s);
    m_stars->setObjectName(u"rateQueueStars"_s);
    m_stars->setStarSize(32);
    m_progress->setObjectName(u"rateQueueProgress"_s);
    m_progress->setAccessibleName(tr("The clip so far"));
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kBar);
    onTextSize(m_progress, [this] { m_progress->setMaximumWidth(scaled(420)); });
    m_period->setObjectName(u"rateQueuePeriod"_s);
    m_period->setAccessibleName(tr("Played when"));
    m_period->addItem(tr("Played in the last 7 days"), 7);
    m_period->addItem(tr("Played in the last 30 days"), 30);
    m_period->addItem(tr("Played at any time"), 0);
    auto* keys
        = new TextLabel(tr("1 to 5 rates and goes on, with Alt half a star less. Space plays "
                           "or stops the clip, the arrows skip and go back."),
            TextRole::Caption, Tone::Tertiary);
    keys->setWordWrap(true);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::kXs);
    auto* top = new QHBoxLayout;
    top->addWidget(m_place, 1);
    top->addWidget(m_period);
    texts->addLayout(top);
    texts->addWidget(m_title);
    texts->addWidget(m_artist);
    texts->addWidget(m_album);
    texts->addSpacing(space::kS);
    texts->addWidget(m_stars, 0, Qt::AlignLeft);
    texts->addWidget(m_progress);
    texts->addWidget(makeButtons());
    texts->addWidget(keys);
    texts->addStretch();
    auto* stage = new QWidget;
    auto* row = new QHBoxLayout(stage);
    row->setContentsMargins(space::kS, 0, space::kS, 0);
    row->setSpacing(space::kL);
    row->addWidget(m_cover, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_stars->installEventFilter(this);
    connect(m_stars, &StarRating::chosen, this, &RateQueue::rate);
    return stage;
}

QWidget* RateQueue::makeButtons()
{
    m_play->setObjectName(u"rateQueuePlay"_s);
    m_skip->setObjectName(u"rateQueueSkip"_s);
    m_parts.capabilities.bind(*m_play, account::Feature::Play);
    m_parts.capabilities.bind(*m_stars, account::Feature::Rate);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, space::kS, 0, space::kS);
    row->setSpacing(space::kS);
    row->addWidget(m_play);
    row->addWidget(m_skip);
    row->addStretch();
    connect(m_play, &QPushButton::clicked, this, &RateQueue::toggleClip);
    connect(m_skip, &QPushButton::clicked, this, [this] { skip(1); });
    return box;
}

void RateQueue::connectClips()
{
    connect(&m_clips, &ClipPlayer::progressed, this,
        [this](double part) { m_progress->setValue(int(part * kSteps)); });
    const auto follow = [this](bool isPlaying) {
        m_play->setIcon(icon(isPlaying ? u"pause"_s : u"play"_s));
        m_play->setText(isPlaying ? tr("Stop the clip") : tr("Play a clip"));
        m_parts.capabilities.need(*m_play, !isPlaying);
    };
    connect(&m_clips, &ClipPlayer::playingChanged, this, follow);
    follow(false);
    connect(&m_clips, &ClipPlayer::failed, this, [this](const util::Error& error) {
        m_plays = false; // the next one would fail, too
        m_place->setText(error.message);
    });
}

qint64 RateQueue::since() const
{
    const int days = m_period->currentData().toInt();
    return days > 0 ? m_parts.clock.epochSeconds() - days * kDay : 0;
}

void RateQueue::start()
{
    if (!m_parts.library.isOpen()) {
        return;
    }
    m_states->showLoading();
    std::stop_token stop = m_read.begin();
    m_read.deliver(m_parts.library.playedUnrated(since(), kMost, std::move(stop)), this,
        [this](const util::Result<QList<types::TrackRow>>& tracks) {
            if (tracks) {
                take(*tracks);
            } else {
                m_states->showError(tracks.error(), tr("What was played could not be read."));
            }
        });
}

void RateQueue::take(const QList<types::TrackRow>& tracks)
{
    m_tracks = tracks;
    m_rated = 0;
    m_plays = false;
    m_clips.stop();
    show(0);
}

void RateQueue::forget()
{
    (void)m_read.begin();
    take({});
}

QWidget* RateQueue::focusTarget()
{
    return this;
}

const types::TrackRow* RateQueue::current() const
{
    return m_index < m_tracks.size() ? &m_tracks.at(m_index) : nullptr;
}

void RateQueue::show(qsizetype index)
{
    m_index = m_tracks.isEmpty() ? 0 : qBound<qsizetype>(0, index, m_tracks.size() - 1);
    Q_EMIT counted();
    const types::TrackRow* track = current();
    if (!track) {
        m_clips.stop();
        m_states->showEmpty(u"star"_s, m_rated > 0 ? tr("All rated") : tr("Nothing to rate"),
            tr("Tracks that you played and did not rate appear here, to be rated by one key "
               "each."));
        return;
    }
    m_states->showContent();
    m_cover->setCover(track->thumb, u"track"_s);
    m_title->setText(track->title);
    m_artist->setText(track->artist);
    m_album->setText(track->album);
    m_place->setText(tr("%1 of %2", "number of a track in a list")
                         .arg(format::count(m_index + 1), format::count(m_tracks.size())));
    m_stars->setRating({});
    m_progress->setValue(0);
    QList<Card> next;
    for (const types::TrackRow& each : m_tracks.mid(m_index + 1, kNext)) {
        next.append(trackCard(each));
    }
    m_next->setCards(next);
    if (m_plays) {
        playClip();
    }
}

void RateQueue::rate(const types::OptionalRating& rating)
{
    const types::TrackRow* track = current();
    if (!track || !m_parts.capabilities.can(account::Feature::Rate)) {
        return;
    }
    if (rating) {
        ++m_rated;
        Q_EMIT rateRequested({ track->id }, rating);
        m_tracks.removeAt(m_index);
        show(m_index);
    }
}

void RateQueue::skip(int by)
{
    const qsizetype to = m_index + by;
    if (to >= 0 && to < m_tracks.size()) {
        show(to);
    }
}

void RateQueue::toggleClip()
{
    m_plays = !m_clips.isPlaying();
    if (m_plays) {
        playClip();
    } else {
        m_clips.stop();
    }
}

void RateQueue::playClip()
{
    const types::TrackRow* track = current();
    if (track && m_parts.capabilities.can(account::Feature::Play)) {
        m_clips.play(playback::QueueEntry::fromRow(*track));
    }
}

void RateQueue::keyPressEvent(QKeyEvent* event)
{
    if (const auto typed = typedRating(*event)) {
        rate(typed);
    } else if (event->key() == Qt::Key_Space) {
        toggleClip();
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down) {
        skip(1);
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up) {
        skip(-1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

types::OptionalRating RateQueue::typedRating(const QKeyEvent& event)
{
    const int digit = event.key() - Qt::Key_0;
    if ((event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier && digit >= 1 && digit <= 5) {
        return types::Rating::fromStars(digit - 0.5);
    }
    const auto typed = stars::typedDigit(event);
    return typed && *typed > 0 ? types::OptionalRating(types::Rating::fromStars(*typed))
                               : types::OptionalRating();
}

bool RateQueue::handleStarKey(QKeyEvent& event)
{
    const int halves = m_stars->rating() ? m_stars->rating()->halfStars() : 0;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int wanted = qBound(0, halves + (event.key() == Qt::Key_Right ? 1 : -1), 10);
        m_stars->setRating(wanted > 0 ? types::Rating::fromPlex(wanted) : types::OptionalRating());
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        rate(m_stars->rating());
        return true;
    default:
        keyPressEvent(&event);
        return event.isAccepted();
    }
}

bool RateQueue::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_stars && event->type() == QEvent::KeyPress) {
        event->accept();
        return handleStarKey(*static_cast<QKeyEvent*>(event));
    }
    return QWidget::eventFilter(watched, event);
}

void RateQueue::hideEvent(QHideEvent* event)
{
    m_plays = false;
    m_clips.stop();
    QWidget::hideEvent(event);
}

} // namespace ui
