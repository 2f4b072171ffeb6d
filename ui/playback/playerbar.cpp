// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/playerbar.h"

#include "ui/common/capabilities.h"
#include "ui/common/coverlabel.h"
#include "ui/common/dragging.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/routelink.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/playback/roundbutton.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 56;
constexpr int kIcon = 20;
constexpr int kVolumeSteps = 100;

QToolButton* toolButton(const QString& name, const QString& iconName, const QString& text)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize({ scaled(kIcon), scaled(kIcon) });
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    return button;
}

/// A slider that jumps to where it is clicked and tells its value as a time or a percentage.
QSlider* slider(const QString& name, const QString& text)
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(name);
    slider->setAccessibleName(text);
    slider->setFocusPolicy(Qt::TabFocus);
    return slider;
}

} // namespace

PlayerBar::PlayerBar(playback::Player& player, Covers& covers, Capabilities& capabilities,
    const library::Library& library, QWidget* parent)
    : QWidget(parent)
    , m_player(player)
    , m_capabilities(capabilities)
    , m_library(library)
    , m_frame(new DropFrame(this))
{
    setObjectName(u"playerBar"_s);
    setAccessibleName(tr("Player"));
    setAcceptDrops(true);
    m_left = makeTrack(covers);
    makeDraggable(covers);
    m_right = makeModes();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kM, space::kS, space::kM, space::kS);
    row->setSpacing(space::kM);
    row->addWidget(m_left);
    row->addWidget(makeTransport(), 1);
    row->addWidget(m_right);
    connectPlayer();
    updateTrack();
    updateState();
    updateModes();
}

QWidget* PlayerBar::makeTrack(Covers& covers)
{
    m_cover = new CoverLabel(covers, kCover);
    m_title = new RouteLink;
    m_title->setObjectName(u"playerTitle"_s);
    m_title->setToolTip(tr("Go to album"));
    m_title->setFocusPolicy(Qt::TabFocus);
    m_artist = new TextLabel(TextRole::Caption, Tone::Secondary);
    m_artist->setObjectName(u"playerArtist"_s);
    m_stars = new StarRating;
    m_stars->setObjectName(u"playerStars"_s);
    m_stars->setAccessibleName(tr("Rating of the current track"));
    m_stars->setStarSize(15);
    m_stars->setFocusPolicy(Qt::TabFocus);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch();
    texts->addWidget(m_title);
    texts->addWidget(m_artist);
    texts->addWidget(m_stars, 0, Qt::AlignLeft);
    texts->addStretch();
    m_artist->setContentsMargins(0, 0, 0, 0);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS + space::kXs);
    row->addWidget(m_cover);
    row->addLayout(texts, 1);
    connect(m_title, &RouteLink::routeRequested, this, &PlayerBar::routeRequested);
    connect(m_stars, &StarRating::chosen, this, [this](const types::OptionalRating& rating) {
        if (const playback::QueueEntry* entry = m_player.current()) {
            Q_EMIT rateRequested(entry->ratingKey, rating);
        }
    });
    return box;
}

void PlayerBar::makeDraggable(Covers& covers)
{
    for (QWidget* handle : std::initializer_list<QWidget*> { m_cover, m_title, m_artist }) {
        auto* drag = new DragHandle(*handle, covers, [this] { return draggedTrack(); });
        connect(drag, &DragHandle::began, this, [this] { m_isDragged = true; });
        connect(drag, &DragHandle::ended, this, [this] { m_isDragged = false; });
    }
}

Dragging PlayerBar::draggedTrack()
{
    const playback::QueueEntry* entry = m_player.current();
    if (!entry || !entry->item.isValid()) {
        return {};
    }
    Dragging what = Dragging::one(
        { ItemDrag::Kind::Tracks, originOf(m_library.key()), { entry->item.value } }, entry->title,
        entry->artist, entry->thumb, u"track"_s);
    what.shownSide = m_cover->width();
    what.shownRadius = m_cover->radius();
    return what;
}

void PlayerBar::dragEnterEvent(QDragEnterEvent* event)
{
    // What is queued, or plays, is there already.
    const auto kind = kindIn(*event->mimeData(), m_library.key());
    if (kind && *kind != ItemDrag::Kind::Queue && !m_isDragged) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
        m_frame->setShown(true);
    }
}

void PlayerBar::dragLeaveEvent(QDragLeaveEvent*)
{
    m_frame->setShown(false);
}

void PlayerBar::dropEvent(QDropEvent* event)
{
    m_frame->setShown(false);
    const ItemDrag items = itemsIn(*event->mimeData(), m_library.key());
    if (!items.isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
        Q_EMIT itemsDropped(items);
    }
}

QWidget* PlayerBar::makeTransport()
{
    m_previous = toolButton(u"playerPrevious"_s, u"previous"_s, tr("Previous track"));
    m_next = toolButton(u"playerNext"_s, u"next"_s, tr("Next track"));
    m_shuffle = toolButton(u"playerShuffle"_s, u"shuffle"_s, tr("Shuffle"));
    m_repeat = toolButton(u"playerRepeat"_s, u"repeat"_s, tr("Repeat"));
    m_shuffle->setCheckable(true);
    m_repeat->setCheckable(true);
    auto* play = new RoundButton;
    m_play = play;
    m_play->setObjectName(u"playerPlay"_s);
    m_play->setFocusPolicy(Qt::TabFocus);
    for (QToolButton* button : { m_previous, m_play, m_next }) {
        m_capabilities.bind(*button, account::Feature::Play);
    }
    m_seek = slider(u"playerSeek"_s, tr("Position in the track"));
    m_elapsed = new TextLabel(TextRole::Caption, Tone::Tertiary);
    m_total = new TextLabel(TextRole::Caption, Tone::Tertiary);
    for (TextLabel* time : { m_elapsed, m_total }) {
        onTextSize(time, [time] { time->setMinimumWidth(scaled(40)); });
    }
    m_elapsed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addStretch();
    for (QToolButton* button : { m_shuffle, m_previous, m_play, m_next, m_repeat }) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* line = new QHBoxLayout;
    line->setSpacing(space::kS);
    line->addWidget(m_elapsed);
    line->addWidget(m_seek, 1);
    line->addWidget(m_total);
    auto* box = new QWidget;
    onTextSize(box, [box] { box->setMaximumWidth(scaled(640)); });
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addLayout(buttons);
    column->addLayout(line);
    auto* centred = new QWidget;
    auto* outer = new QHBoxLayout(centred);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(1);
    outer->addWidget(box, 100);
    outer->addStretch(1);
    return centred;
}

QWidget* PlayerBar::makeModes()
{
    m_mute = toolButton(u"playerMute"_s, u"volume"_s, tr("Mute"));
    m_volume = slider(u"playerVolume"_s, tr("Volume"));
    m_volume->setRange(0, kVolumeSteps);
    onTextSize(m_volume, [this] { m_volume->setFixedWidth(scaled(104)); });
    m_queue = toolButton(u"playerQueue"_s, u"queue"_s, tr("Queue"));
    m_queue->setCheckable(true);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kXs);
    row->addStretch();
    row->addWidget(m_mute);
    row->addWidget(m_volume);
    row->addSpacing(space::kS);
    row->addWidget(m_queue);
    connect(m_queue, &QToolButton::toggled, this, &PlayerBar::queueToggled);
    return box;
}

void PlayerBar::connectPlayer()
{
    using playback::Player;
    connect(m_play, &QToolButton::clicked, &m_player, &Player::toggle);
    connect(m_previous, &QToolButton::clicked, &m_player, &Player::previous);
    connect(m_next, &QToolButton::clicked, &m_player, &Player::next);
    connect(m_shuffle, &QToolButton::toggled, &m_player, &Player::setShuffled);
    connect(m_repeat, &QToolButton::clicked, this, [this] {
        m_player.setRepeat(playback::afterRepeat(m_player.queue().repeat()));
        updateModes();
    });
    connect(
        m_mute, &QToolButton::clicked, this, [this] { m_player.setMuted(!m_player.isMuted()); });
    connect(m_volume, &QSlider::valueChanged, this,
        [this](int value) { m_player.setVolume(double(value) / kVolumeSteps); });
    connect(m_seek, &QSlider::sliderMoved, this,
        [this](int value) { m_elapsed->setText(format::clock(std::chrono::milliseconds(value))); });
    connect(m_seek, &QSlider::sliderReleased, this,
        [this] { m_player.seek(std::chrono::milliseconds(m_seek->value())); });
    connect(m_seek, &QSlider::actionTriggered, this, [this](int action) {
        if (action != QAbstractSlider::SliderMove) {
            m_player.seek(std::chrono::milliseconds(m_seek->sliderPosition()));
        }
    });
    connect(&m_player, &Player::trackChanged, this, &PlayerBar::updateTrack);
    connect(&m_player, &Player::durationChanged, this, &PlayerBar::updateTrack);
    connect(&m_player, &Player::stateChanged, this, &PlayerBar::updateState);
    connect(&m_player, &Player::queueChanged, this, [this] {
        updateModes();
        updateTrack();
    });
    connect(&m_player, &Player::volumeChanged, this, &PlayerBar::updateModes);
    connect(&m_player, &Player::positionChanged, this, &PlayerBar::updatePosition);
}

void PlayerBar::updateTrack()
{
    const playback::QueueEntry* entry = m_player.current();
    m_cover->setCover(entry ? entry->thumb : QString(), u"track"_s);
    m_title->setRoute(Route::album(entry ? entry->albumId : types::ItemId()));
    m_title->setText(entry ? entry->title : tr("Nothing is playing"));
    m_title->setAccessibleName(m_title->text());
    m_title->setEnabled(entry != nullptr && entry->albumId.isValid());
    m_title->setQuiet(!entry);
    m_title->updateGeometry();
    m_artist->setWordWrap(!entry); // there is room for it where the stars are else
    m_artist->setText(entry ? entry->artist : tr("Choose something and press Enter"));
    m_stars->setVisible(entry != nullptr);
    // The queue remembers the rating of when the track came; what was given since is told by
    // setRating().
    const types::RatingKey key = entry ? entry->ratingKey : types::RatingKey();
    if (entry && key != m_shownKey) {
        m_stars->setRating(entry->rating);
    }
    m_shownKey = key;
    const auto duration = m_player.duration();
    const QSignalBlocker blocker(m_seek);
    m_seek->setRange(0, int(duration.count()));
    m_seek->setSingleStep(5000);
    m_seek->setPageStep(15000);
    m_seek->setEnabled(entry != nullptr && duration.count() > 0);
    m_total->setText(entry ? format::duration(duration) : QString());
    updatePosition(m_player.position());
}

void PlayerBar::setRating(const types::OptionalRating& rating)
{
    m_stars->setRating(rating);
}

void PlayerBar::updateState()
{
    const bool plays = m_player.state() == playback::Player::State::Playing
        || m_player.state() == playback::Player::State::Loading;
    m_play->setIcon(icon(plays ? u"pause"_s : u"play"_s, Tone::OnAccent));
    m_capabilities.describe(*m_play, plays ? tr("Pause") : tr("Play"));
    m_capabilities.need(*m_play, !plays); // what is heard can be paused without a server
    m_play->setAccessibleName(plays ? tr("Pause") : tr("Play"));
}

void PlayerBar::updateModes()
{
    const playback::Queue& queue = m_player.queue();
    const bool hasTrack = m_player.current() != nullptr;
    for (QToolButton* button : { m_previous, m_play, m_next }) {
        m_capabilities.allow(*button, hasTrack);
    }
    const QSignalBlocker blockShuffle(m_shuffle);
    const QSignalBlocker blockVolume(m_volume);
    m_shuffle->setChecked(queue.isShuffled());
    m_repeat->setChecked(queue.repeat() != playback::Repeat::Off);
    m_repeat->setIcon(
        icon(queue.repeat() == playback::Repeat::One ? u"repeat-one"_s : u"repeat"_s));
    const QString repeat = queue.repeat() == playback::Repeat::One ? tr("Repeat: this track")
        : queue.repeat() == playback::Repeat::All                  ? tr("Repeat: the queue")
                                                                   : tr("Repeat: off");
    m_repeat->setToolTip(repeat);
    m_repeat->setAccessibleName(repeat);
    m_volume->setValue(qRound(m_player.volume() * kVolumeSteps));
    const bool isSilent = m_player.isMuted() || m_player.volume() <= 0;
    m_mute->setIcon(icon(isSilent     ? u"volume-mute"_s
            : m_player.volume() < 0.5 ? u"volume-low"_s
                                      : u"volume"_s));
    m_mute->setToolTip(m_player.isMuted() ? tr("Unmute") : tr("Mute"));
    m_mute->setAccessibleName(m_mute->toolTip());
}

void PlayerBar::updatePosition(std::chrono::milliseconds position)
{
    if (!m_seek->isSliderDown()) {
        const QSignalBlocker blocker(m_seek);
        m_seek->setValue(int(position.count()));
        m_elapsed->setText(m_player.current() ? format::clock(position) : QString());
    }
}

void PlayerBar::setQueueShown(bool shown)
{
    m_queue->setChecked(shown);
}

void PlayerBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors c = colorsOf(palette());
    painter.fillRect(rect(), c.canvas);
    painter.fillRect(QRect(0, 0, width(), 1), c.border);
}

void PlayerBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    for (QToolButton* button : { m_shuffle, m_previous, m_next, m_repeat, m_mute, m_queue }) {
        button->setIconSize({ scaled(kIcon), scaled(kIcon) });
    }
    // Equal sides keep the transport in the middle of the window.
    const int side = qBound(scaled(180), width() * 27 / 100, scaled(360));
    m_left->setFixedWidth(side);
    m_right->setFixedWidth(side);
}

} // namespace ui
