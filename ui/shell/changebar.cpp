// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/changebar.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kIcon = 18;
constexpr int kProgress = 160;
constexpr int kSteps = 1'000; // of the bar

} // namespace

ChangeBar::ChangeBar(change::Changes& changes, QWidget* parent)
    : QWidget(parent)
    , m_changes(changes)
    , m_text(new TextLabel(TextRole::Body, Tone::Primary))
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
{
    setObjectName(u"changeBar"_s);
    m_text->setObjectName(u"changeText"_s);
    m_text->setWordWrap(true);
    m_progress->setObjectName(u"changeProgress"_s);
    m_progress->setRange(0, kSteps);
    m_progress->setTextVisible(false);
    m_stop->setObjectName(u"changeStop"_s);
    m_stop->setToolTip(tr("What is done stays. Undo takes that back too."));
    onTextSize(this, [this] { m_progress->setFixedWidth(scaled(kProgress)); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kL + kIcon + space::kS, space::kXs, space::kM, space::kXs);
    row->setSpacing(space::kM);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &ChangeBar::stop);
    connect(&changes, &change::Changes::changed, this, &ChangeBar::follow);
    connect(&changes, &change::Changes::progressed, this, &ChangeBar::showPart);
    hide();
}

void ChangeBar::setConnected(bool isConnected)
{
    m_isConnected = isConnected;
    if (!isConnected) {
        end(); // it waits, and begins anew
    }
}

void ChangeBar::follow(const change::Summary& summary)
{
    if (summary.pending == 0) {
        if (summary.id == m_change.id) {
            end();
        }
        return;
    }
    if (!m_isConnected || (m_change.id.isValid() && summary.id != m_change.id)) {
        return; // one after the other, as they are sent
    }
    if (summary.id != m_change.id) {
        m_since.start();
        m_stop->setEnabled(true);
    }
    m_part = 0;
    m_change = summary;
    showProgress();
}

void ChangeBar::showPart(types::ChangeId id, int done, int total)
{
    if (id == m_change.id) {
        m_part = total > 0 ? double(done) / total : 0;
        showProgress();
    }
}

void ChangeBar::showProgress()
{
    if (m_since.elapsed() < kShownAfter.count()) {
        return;
    }
    const int ended = m_change.steps - m_change.pending;
    const double done = (ended + qMin(1.0, m_part)) / qMax(1, m_change.steps);
    m_progress->setValue(int(done * kSteps));
    m_progress->setAccessibleName(format::label(m_change.label));
    m_text->setText(m_change.steps > 1
            ? tr("%1 – %2 of %3")
                  .arg(m_change.label, format::count(ended), format::count(m_change.steps))
            : m_change.label);
    m_stop->setAccessibleName(tr("Stop: %1").arg(m_change.label));
    show();
}

void ChangeBar::stop()
{
    m_stop->setEnabled(false); // it takes until the next place where it can
    util::async::deliver(
        m_changes.cancel(m_change.id), this, [this](const util::Result<void>& stopped) {
            if (!stopped) {
                m_stop->setEnabled(true);
                Q_EMIT failed(stopped.error(), tr("The change could not be stopped."));
            }
        });
}

void ChangeBar::end()
{
    m_change = {};
    m_part = 0;
    hide();
}

void ChangeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors c = colorsOf(palette());
    painter.fillRect(rect(), c.raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.border);
    drawIcon(
        &painter, QRect(space::kL, (height() - kIcon) / 2, kIcon, kIcon), u"sync"_s, c.secondary);
}

} // namespace ui
