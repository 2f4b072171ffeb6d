// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assistant/assistantpage.h"

#include "ui/assistant/artwork.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kArtwork = 420;
constexpr int kLeastForArtwork = 960; // of the window: below it the text has all the room
constexpr int kSlide = 32;
constexpr int kBarSteps = 1000; // rows may be more than the bar's int holds

} // namespace

AssistantPage::AssistantPage(settings::Settings& settings, QWidget* connectPage, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_connectPage(connectPage)
    , m_artwork(new Artwork)
    , m_pages(new QStackedWidget)
{
    setObjectName(u"assistantPage"_s);
    setAccessibleName(tr("First steps"));
    m_pages->addWidget(makeWelcome());
    m_pages->addWidget(m_connectPage);
    m_pages->addWidget(makeLooks());
    m_pages->addWidget(makeWindow());
    m_pages->addWidget(makeLibrary());
    m_foot = makeFoot();
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(m_foot);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_artwork);
    row->addLayout(column, 1);
    showConnectAlone();
}

QWidget* AssistantPage::makeFoot()
{
    auto* foot = new QWidget;
    m_place = new TextLabel(TextRole::Caption, Tone::Tertiary);
    m_place->setObjectName(u"assistantPlace"_s);
    m_back = new QPushButton(icon(u"chevron-left"_s), tr("Back"));
    m_back->setObjectName(u"assistantBack"_s);
    m_skip = new QPushButton(tr("Skip"));
    m_skip->setObjectName(u"assistantSkip"_s);
    m_next = new QPushButton;
    m_next->setObjectName(u"assistantNext"_s);
    makePrimary(m_next);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::kXl, space::kM, space::kXl, space::kL);
    row->setSpacing(space::kS);
    row->addWidget(m_back);
    row->addWidget(m_place, 1);
    row->addWidget(m_skip);
    row->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &AssistantPage::back);
    connect(m_skip, &QPushButton::clicked, this, &AssistantPage::next);
    connect(m_next, &QPushButton::clicked, this, &AssistantPage::next);
    return foot;
}

void AssistantPage::begin()
{
    m_isRunning = true;
    m_hasSynced = m_isConnected && !m_sync.isRunning; // there is a library already
    fitArtwork();
    go(Step::Welcome);
}

void AssistantPage::showConnectAlone()
{
    m_isRunning = false;
    m_step = Step::Connect;
    m_artwork->hide();
    showFoot();
    m_pages->setCurrentIndex(int(Step::Connect));
}

void AssistantPage::go(Step step)
{
    const bool forward = step >= m_step;
    m_step = step;
    m_pages->setCurrentIndex(int(step));
    showFoot();
    showLibrary();
    if (step != Step::Welcome) {
        slide(forward);
    } else {
        m_artwork->setPhase(0);
    }
    Q_EMIT stepChanged(step);
    focusTarget()->setFocus(Qt::TabFocusReason);
}

void AssistantPage::next()
{
    if (m_step == Step::Library) {
        finish();
    } else {
        go(Step(int(m_step) + 1));
    }
}

void AssistantPage::back()
{
    if (m_step != Step::Welcome) {
        go(Step(int(m_step) - 1));
    }
}

void AssistantPage::finish()
{
    m_isRunning = false;
    Q_EMIT finished();
}

void AssistantPage::setConnected(bool isConnected)
{
    const bool isNew = isConnected && !m_isConnected;
    m_isConnected = isConnected;
    if (!m_isRunning) {
        return;
    }
    if (isNew && m_step == Step::Connect) {
        next();
        return;
    }
    showFoot();
    showLibrary();
}

void AssistantPage::showFoot()
{
    m_foot->setVisible(m_isRunning && m_step != Step::Welcome);
    m_place->setText(
        tr("Page %1 of %2").arg(format::count(int(m_step) + 1), format::count(kSteps)));
    const bool isLast = m_step == Step::Library;
    // Without a server the page that connects has the one thing to do; it can be passed over.
    const bool isPassedOver = m_step == Step::Connect && !m_isConnected;
    m_skip->setVisible(isPassedOver);
    m_next->setVisible(!isPassedOver);
    m_next->setText(!isLast ? tr("Next") : m_isConnected ? tr("Open the library") : tr("Finish"));
}

void AssistantPage::slide(bool forward)
{
    const double phase = double(int(m_step)) / (kSteps - 1);
    if (!moves(this) || !isVisible()) {
        m_artwork->setPhase(phase);
        return;
    }
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    auto* turn = new QPropertyAnimation(m_artwork, "phase", m_artwork);
    turn->setDuration(duration * 2);
    turn->setEndValue(phase);
    turn->setEasingCurve(QEasingCurve::OutCubic);
    turn->start(QAbstractAnimation::DeleteWhenStopped);
    QWidget* page = m_pages->currentWidget();
    auto* come = new QPropertyAnimation(page, "pos", page);
    come->setDuration(duration);
    come->setStartValue(QPoint(forward ? kSlide : -kSlide, 0));
    come->setEndValue(QPoint(0, 0));
    come->setEasingCurve(QEasingCurve::OutCubic);
    come->start(QAbstractAnimation::DeleteWhenStopped);
}

void AssistantPage::setSync(const SyncProgress& progress)
{
    m_hasSynced = !progress.isRunning && (m_hasSynced || m_sync.isRunning);
    m_sync = progress;
    showLibrary();
}

void AssistantPage::showLibrary()
{
    m_progress->setVisible(m_isConnected && !m_hasSynced);
    if (!m_isConnected) {
        m_libraryTitle->setText(tr("All set"));
        m_libraryText->setText(tr("There is no server yet. The next page asks for one, and so does "
                                  "Settings at any time."));
        return;
    }
    if (m_hasSynced) {
        m_libraryTitle->setText(tr("Your library is here"));
        m_libraryText->setText(tr("From now on only what is new is read, and everything works "
                                  "without the server, too."));
        return;
    }
    m_libraryTitle->setText(tr("Reading your library"));
    m_progress->setRange(0, m_sync.total > 0 ? kBarSteps : 0);
    if (m_sync.total > 0) {
        m_progress->setValue(int(kBarSteps * double(m_sync.done) / double(m_sync.total)));
        m_libraryText->setText(
            tr("%1: %2 of %3. It goes on while you look around.",
                "what is read, how far, of how many")
                .arg(m_sync.what, format::count(m_sync.done), format::count(m_sync.total)));
    } else {
        m_libraryText->setText(tr("Asking the server what there is. It goes on while you look "
                                  "around."));
    }
}

QWidget* AssistantPage::focusTarget() const
{
    switch (m_step) {
    case Step::Welcome:
        return m_begin;
    case Step::Connect:
        return m_connectPage;
    case Step::Looks:
        return m_themes->checkedButton();
    case Step::Window:
        return m_tray->isHidden() ? m_next : static_cast<QWidget*>(m_onClose->checkedButton());
    case Step::Library:
        break;
    }
    return m_next;
}

void AssistantPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isRunning) {
        m_isRunning = false;
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void AssistantPage::fitArtwork()
{
    m_artwork->setVisible(m_isRunning && width() >= scaled(kLeastForArtwork));
    m_artwork->setFixedWidth(qMin(kArtwork, width() / 3));
}

void AssistantPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitArtwork();
}

void AssistantPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace ui
