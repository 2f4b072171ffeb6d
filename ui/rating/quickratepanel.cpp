// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rating/quickratepanel.h"

#include "ui/common/coverlabel.h"
#include "ui/common/format.h"
#include "ui/common/linkbutton.h"
#include "ui/common/stars.h"
#include "ui/common/stylepaint.h"
#include "ui/common/textlabel.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 72;
constexpr int kWidth = 380;
/// Keys and wheel go through half stars that nobody means to give.
constexpr auto kSettled = std::chrono::milliseconds(700);
/// An answered offer stays for as long as it takes to see what was given.
constexpr auto kGone = std::chrono::milliseconds(3500);

/// Keys that choose a rating wherever in the window the focus is.
bool isForStars(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Delete:
        return true;
    default:
        return stars::typedDigit(event).has_value();
    }
}

} // namespace

QuickRatePanel::QuickRatePanel(Covers& covers, QWidget* parent)
    : QWidget(parent, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_cover(new CoverLabel(covers, kCover))
    , m_title(new TextLabel(TextRole::Title))
    , m_artist(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_stars(new StarRating)
    , m_value(new TextLabel(TextRole::Body))
    , m_state(new TextLabel(TextRole::Caption, Tone::Secondary))
    , m_undo(new LinkButton)
    , m_keys(new TextLabel(TextRole::Caption, Tone::Tertiary))
{
    setObjectName(u"quickRate"_s);
    setWindowTitle(tr("Rate what plays"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_TranslucentBackground); // for its round corners
    setAttribute(Qt::WA_MacAlwaysShowToolWindow); // while another program is in front
    onTextSize(this, [this] { setFixedWidth(scaled(kWidth)); });
    setupTexts();
    setupFoot();
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettled);
    connect(&m_settled, &QTimer::timeout, this, &QuickRatePanel::keep);
    m_gone.setSingleShot(true);
    m_gone.setInterval(kGone);
    connect(&m_gone, &QTimer::timeout, this, &QuickRatePanel::leave);
    connect(m_stars, &StarRating::chosen, this, &QuickRatePanel::choose);
    connect(m_undo, &QPushButton::clicked, this, &QuickRatePanel::undoRequested);
    setTrack({}, {}, {});
}

void QuickRatePanel::setupTexts()
{
    m_title->setObjectName(u"quickRateTitle"_s);
    m_artist->setObjectName(u"quickRateArtist"_s);
    m_stars->setObjectName(u"quickRateStars"_s);
    m_stars->setAccessibleName(tr("Rating of the current track"));
    m_stars->setStarSize(24);
    m_stars->setWheelRates(true);
    m_value->setObjectName(u"quickRateValue"_s);
    auto* stars = new QHBoxLayout;
    stars->setSpacing(space::kS);
    stars->addWidget(m_stars);
    stars->addWidget(m_value, 1);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_title);
    texts->addWidget(m_artist);
    texts->addLayout(stars);
    texts->addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kM);
    row->addWidget(m_cover, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kM, space::kM, space::kM, space::kM - space::kXs);
    column->setSpacing(space::kS);
    column->addLayout(row);
}

void QuickRatePanel::setupFoot()
{
    m_state->setObjectName(u"quickRateState"_s);
    m_undo->setObjectName(u"quickRateUndo"_s);
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    m_keys->setText(tr("Enter keeps · Esc closes"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::kS);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_undo);
    foot->addWidget(m_keys);
    // As high with the link as without it: the window must not move under the mouse.
    onTextSize(m_keys, [this] { m_keys->setMinimumHeight(m_undo->sizeHint().height()); });
    static_cast<QVBoxLayout*>(layout())->addLayout(foot);
}

void QuickRatePanel::setTrack(const QString& title, const QString& artist, const QString& thumb)
{
    keep();
    const bool hasTrack = !title.isEmpty();
    m_title->setText(hasTrack ? title : tr("Nothing is playing"));
    m_artist->setText(hasTrack ? artist : tr("What plays is rated here."));
    m_cover->setCover(thumb, u"track"_s);
    m_stars->setEnabled(hasTrack);
    m_rating.reset();
    setDone({});
    setRating({});
}

void QuickRatePanel::setRating(const types::OptionalRating& rating)
{
    m_rating = rating;
    if (!m_isChoosing) {
        m_stars->setRating(rating);
        showValue();
    }
}

void QuickRatePanel::setDone(const QString& sentence)
{
    const bool hadFocus = m_undo->hasFocus();
    m_isDone = !sentence.isEmpty();
    m_state->setTone(Tone::Secondary);
    m_state->setText(sentence);
    m_undo->setVisible(m_isDone);
    m_keys->setVisible(!m_isDone);
    if (hadFocus && !m_isDone) {
        m_stars->setFocus();
    }
    if (m_isDone && m_how == How::Offered && !underMouse()) {
        m_gone.start();
    }
}

QString QuickRatePanel::doneText(const types::OptionalRating& rating)
{
    return tr("Rated: %1.").arg(format::rating(rating));
}

void QuickRatePanel::setFailed(const QString& sentence)
{
    setDone({});
    m_state->setTone(Tone::Danger);
    m_state->setText(sentence);
    m_keys->hide();
}

void QuickRatePanel::choose(const types::OptionalRating& rating)
{
    m_stars->setRating(rating);
    showValue();
    m_isChoosing = true;
    m_settled.start();
}

void QuickRatePanel::keep()
{
    m_settled.stop();
    if (!std::exchange(m_isChoosing, false)) {
        return;
    }
    if (m_stars->rating() != m_rating) {
        m_rating = m_stars->rating();
        Q_EMIT chosen(m_rating);
    }
}

void QuickRatePanel::showValue()
{
    // Empty, but there: what the stars alone leave would be as narrow as they are.
    m_value->setText(m_stars->isEnabled() ? m_stars->valueText() : QString());
}

QPoint QuickRatePanel::placeFor(QSize size, const QRect& anchor, const QRect& screen)
{
    constexpr int kGap = space::kS;
    const QRect inner = screen.adjusted(kGap, kGap, -kGap, -kGap);
    const int right = inner.right() - size.width() + 1;
    const int foot = inner.bottom() - size.height() + 1;
    if (!anchor.isValid()) {
        return { qMax(inner.left(), right), qMax(inner.top(), foot) };
    }
    const int x = anchor.center().x() - size.width() / 2;
    const bool isAbove = anchor.center().y() > screen.center().y();
    const int y = isAbove ? anchor.top() - kGap - size.height() : anchor.bottom() + kGap + 1;
    return { qMax(inner.left(), qMin(x, right)), qMax(inner.top(), qMin(y, foot)) };
}

void QuickRatePanel::popUp(How how, const QRect& anchor, const QRect& screen)
{
    m_gone.stop();
    if (isVisible() && m_how == How::Asked) {
        how = How::Asked; // an offer takes no keyboard away either
    }
    m_how = how;
    setAttribute(Qt::WA_ShowWithoutActivating, how == How::Offered);
    if (!isVisible() || anchor.isValid()) {
        adjustSize();
        move(placeFor(size(), anchor, screen));
    }
    show();
    raise();
    if (how == How::Asked) {
        activateWindow();
        m_stars->setFocus(Qt::OtherFocusReason);
    }
}

void QuickRatePanel::leave()
{
    keep();
    hide();
}

void QuickRatePanel::drop()
{
    m_settled.stop();
    m_isChoosing = false;
    m_stars->setRating(m_rating);
    showValue();
    hide();
}

void QuickRatePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors c = colorsOf(palette());
    stylepaint::roundRect(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
        space::kCardRadius, c.raised, c.border);
}

void QuickRatePanel::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        leave();
        return;
    case Qt::Key_Escape:
        drop();
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::Undo)) {
        if (m_isDone) {
            Q_EMIT undoRequested();
        }
    } else if (isForStars(*event) && m_stars->isEnabled() && focusWidget() != m_stars) {
        QCoreApplication::sendEvent(m_stars, event);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void QuickRatePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && m_how == How::Asked
        && !isActiveWindow() && !QApplication::activePopupWidget()) {
        leave(); // somebody went on with something else
    }
}

void QuickRatePanel::hideEvent(QHideEvent* event)
{
    m_gone.stop();
    keep();
    setDone({});
    QWidget::hideEvent(event);
}

void QuickRatePanel::enterEvent(QEnterEvent* event)
{
    m_gone.stop();
    QWidget::enterEvent(event);
}

void QuickRatePanel::leaveEvent(QEvent* event)
{
    if (m_how == How::Offered && m_isDone) {
        m_gone.start();
    }
    QWidget::leaveEvent(event);
}

void QuickRatePanel::wheelEvent(QWheelEvent* event)
{
    if (m_stars->isEnabled()) { // who does not take it would hand it back
        QCoreApplication::sendEvent(m_stars, event); // anywhere in the window
    }
}

} // namespace ui
