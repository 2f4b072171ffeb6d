// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activityline.h"

#include "ui/common/format.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kBarHeight = 6;

} // namespace

ActivityLine::ActivityLine(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Body))
    , m_subtitle(new TextLabel(TextRole::Caption, Tone::Secondary))
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_title->setObjectName(u"activityTitle"_s);
    m_subtitle->setObjectName(u"activitySubtitle"_s);
    m_progress->setObjectName(u"activityServerProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kBarHeight);
    m_cancel->setObjectName(u"activityCancel"_s);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::kXs);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    texts->addWidget(m_progress);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kM);
    row->addLayout(texts, 1);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false); // until the server has said how it is
        Q_EMIT cancelRequested();
    });
}

void ActivityLine::show(const types::Activity& activity)
{
    m_title->setText(activity.title.isEmpty() ? activity.type : activity.title);
    m_subtitle->setText(activity.percent ? activity.subtitle.isEmpty()
                ? tr("%1%").arg(format::count(*activity.percent))
                : tr("%1 · %2%", "what it is at, how far")
                      .arg(activity.subtitle, format::count(*activity.percent))
                                         : activity.subtitle);
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    m_progress->setRange(0, activity.percent ? 100 : 0);
    m_progress->setValue(activity.percent.value_or(0));
    m_progress->setAccessibleName(tr("Progress of: %1").arg(m_title->text()));
    m_cancel->setVisible(activity.isCancellable);
    m_cancel->setEnabled(true);
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(m_title->text()));
}

} // namespace ui
