// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errorbar.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kNoticeMilliseconds = 6000;
constexpr int kIcon = 20;

} // namespace

ErrorBar::ErrorBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextRole::Body, Tone::Primary, this))
    , m_advice(new TextLabel(TextRole::Caption, Tone::Secondary, this))
    , m_action(new QPushButton(this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_close(new QToolButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"errorBar"_s);
    m_text->setObjectName(u"errorText"_s);
    m_action->setObjectName(u"errorAction"_s);
    m_copy->setObjectName(u"errorCopy"_s);
    m_close->setObjectName(u"errorClose"_s);
    m_text->setWordWrap(true);
    m_advice->setWordWrap(true);
    m_close->setIcon(icon(u"close"_s));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_advice);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kM + kIcon + space::kS, space::kS, space::kS, space::kS);
    row->setSpacing(space::kS);
    row->addLayout(texts, 1);
    row->addWidget(m_copy);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &ErrorBar::dismiss);
    connect(m_close, &QToolButton::clicked, this, &ErrorBar::dismiss);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_text->text() + u'\n' + m_detail); });
    connect(m_action, &QPushButton::clicked, this, [this] {
        const bool isRetry = m_isError;
        const auto retry = std::exchange(m_retry, {});
        dismiss();
        if (retry) {
            retry();
        } else if (isRetry) {
            Q_EMIT retryRequested();
        } else {
            Q_EMIT actionRequested();
        }
    });
    QWidget::hide();
}

void ErrorBar::show(const util::Error& error, const QString& what, bool canRetry)
{
    if (error.code == util::Error::Code::Cancelled) {
        return;
    }
    m_isError = true;
    m_detail = util::codeName(error.code) + u": "_s + error.detail;
    m_timer->stop();
    const QString text = what.isEmpty() ? error.message : what;
    QStringList advice;
    if (!what.isEmpty() && !error.message.isEmpty()) {
        advice.append(error.message);
    }
    advice.append(format::advice(error));
    fill(text, advice.join(u' ').trimmed(), canRetry ? tr("Retry") : QString());
    m_copy->setVisible(!error.detail.isEmpty());
}

void ErrorBar::showFailure(
    const QString& text, const QString& reason, const QString& action, std::function<void()> retry)
{
    m_isError = true;
    m_timer->stop();
    fill(text, reason, action);
    m_retry = std::move(retry);
    m_copy->hide();
}

void ErrorBar::showNotice(const QString& text, const QString& action)
{
    m_isError = false;
    fill(text, {}, action);
    m_copy->hide();
    m_timer->start(kNoticeMilliseconds);
}

void ErrorBar::fill(const QString& text, const QString& advice, const QString& action)
{
    m_retry = {};
    m_text->setText(text);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    QWidget::show();
    update();
}

void ErrorBar::dismiss()
{
    m_timer->stop();
    hide();
}

void ErrorBar::retract(const QString& text)
{
    if (m_text->text() == text) {
        dismiss();
    }
}

QString ErrorBar::text() const
{
    return m_text->text();
}

void ErrorBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors c = colorsOf(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.raised);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kCardRadius, space::kCardRadius);
    drawIcon(&painter, QRect(space::kM, height() / 2 - kIcon / 2, kIcon, kIcon),
        m_isError ? u"warning"_s : u"info"_s, m_isError ? c.danger : c.accent);
}

} // namespace ui
