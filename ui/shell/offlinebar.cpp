// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/offlinebar.h"

#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kIcon = 18;

} // namespace

OfflineBar::OfflineBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextRole::Body, Tone::Primary))
{
    setObjectName(u"offlineBar"_s);
    m_text->setObjectName(u"offlineText"_s);
    auto* retry = new QPushButton(tr("Retry"));
    retry->setObjectName(u"offlineRetry"_s);
    retry->setAccessibleName(tr("Retry the connection"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kL + kIcon + space::kS, space::kXs, space::kM, space::kXs);
    row->addWidget(m_text, 1);
    row->addWidget(retry);
    connect(retry, &QPushButton::clicked, this, &OfflineBar::retryRequested);
    hide();
}

void OfflineBar::showOffline(const ConnectionStatus& status, const QString& age)
{
    const QString server = status.server.isEmpty() ? tr("The server") : status.server;
    m_text->setText(age.isEmpty()
            ? tr("%1 cannot be reached. Changes you make are sent later.").arg(server)
            : tr("%1 cannot be reached. You see the library as of %2; changes you make are sent "
                 "later.")
                  .arg(server, age));
    m_text->setToolTip(status.reason.toHtmlEscaped());
    show();
}

void OfflineBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors c = colorsOf(palette());
    painter.fillRect(rect(), c.raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.border);
    drawIcon(
        &painter, QRect(space::kL, (height() - kIcon) / 2, kIcon, kIcon), u"offline"_s, c.danger);
}

} // namespace ui
