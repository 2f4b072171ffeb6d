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
    , m_check(new QPushButton(tr("Why?")))
    , m_retry(new QPushButton(tr("Retry")))
    , m_signIn(new QPushButton(tr("Connect again")))
{
    setObjectName(u"offlineBar"_s);
    m_text->setObjectName(u"offlineText"_s);
    m_text->setWordWrap(true);
    m_retry->setObjectName(u"offlineRetry"_s);
    m_retry->setAccessibleName(tr("Retry the connection"));
    m_signIn->setObjectName(u"offlineSignIn"_s);
    m_signIn->setAccessibleName(tr("Connect again with another token"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kL + kIcon + space::kS, space::kXs, space::kM, space::kXs);
    row->addWidget(m_text, 1);
    row->addWidget(m_check);
    row->addWidget(m_retry);
    row->addWidget(m_signIn);
    m_check->setObjectName(u"offlineCheck"_s);
    m_check->setAccessibleName(tr("Find out why the server cannot be connected"));
    connect(m_check, &QPushButton::clicked, this, &OfflineBar::checkRequested);
    connect(m_retry, &QPushButton::clicked, this, &OfflineBar::retryRequested);
    connect(m_signIn, &QPushButton::clicked, this, &OfflineBar::signInRequested);
    hide();
}

void OfflineBar::showOffline(const ConnectionStatus& status, const QString& age)
{
    const bool isRefused = status.kind == ConnectionStatus::Kind::Refused;
    m_retry->setVisible(!isRefused);
    m_signIn->setVisible(isRefused);
    const QString server = status.server.isEmpty() ? tr("The server") : status.server;
    QString text;
    if (isRefused) {
        text = tr("%1 does not accept the sign-in any more. Changes you make are kept and sent "
                  "when you have connected again.")
                   .arg(server);
    } else if (age.isEmpty()) {
        text = tr("%1 cannot be reached. Changes you make are sent later.").arg(server);
    } else {
        text = tr("%1 cannot be reached. You see the library as of %2; changes you make are sent "
                  "later.")
                   .arg(server, age);
    }
    m_text->setText(text);
    m_text->setToolTip(plainToolTip(status.reason));
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
