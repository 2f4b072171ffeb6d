// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statepage.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kDelayMilliseconds = 150;
constexpr int kTextWidth = 420;

// Grey shapes where the rows or covers will be; still, because a moving one costs a timer.
class SkeletonWidget final : public QWidget
{
public:
    SkeletonWidget(StatePage::Skeleton kind, QWidget* parent)
        : QWidget(parent)
        , m_kind(kind)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorsOf(palette()).hover);
        if (m_kind == StatePage::Skeleton::Rows) {
            rows(painter);
        } else {
            covers(painter);
        }
    }

private:
    void rows(QPainter& painter) const
    {
        const int pitch = rowHeight(Density::Comfortable);
        const int bar = scaled(10);
        for (int y = space::kM, n = 0; y + bar < height(); y += pitch, ++n) {
            painter.setOpacity(qMax(0.15, 1.0 - y / double(height())));
            double x = space::kL;
            for (const double share : { 0.30, 0.18, 0.22, 0.08 }) {
                const double w = width() * share * (0.6 + 0.1 * ((n * 7 + int(x)) % 4));
                painter.drawRoundedRect(QRectF(x, y, w, bar), bar / 2.0, bar / 2.0);
                x += width() * (share + 0.03);
            }
        }
    }
    void covers(QPainter& painter) const
    {
        const int side = scaled(160);
        for (int y = space::kL; y < height(); y += side + scaled(64)) {
            painter.setOpacity(qMax(0.15, 1.0 - y / double(height())));
            for (int x = space::kL; x < width(); x += side + space::kL) {
                painter.drawRoundedRect(
                    QRectF(x, y, side, side), space::kCardRadius, space::kCardRadius);
                painter.drawRoundedRect(
                    QRectF(x, y + side + space::kS, side * 0.7, scaled(10)), 5, 5);
            }
        }
    }
    StatePage::Skeleton m_kind;
};

class BigIcon final : public QWidget
{
public:
    explicit BigIcon(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(96, 96);
    }
    void setIcon(const QString& name, Tone tone)
    {
        m_name = name;
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorsOf(palette()).hover);
        painter.drawEllipse(rect());
        drawIcon(&painter, rect().adjusted(26, 26, -26, -26), m_name, colorOf(palette(), m_tone));
    }

private:
    QString m_name;
    Tone m_tone = Tone::Secondary;
};

} // namespace

StatePage::StatePage(QWidget* content, Skeleton skeleton, QWidget* parent)
    : QStackedWidget(parent)
    , m_content(content)
    , m_skeleton(new SkeletonWidget(skeleton, this))
    , m_message(new QWidget(this))
    , m_icon(new BigIcon(m_message))
    , m_title(new TextLabel(TextRole::Title, Tone::Primary, m_message))
    , m_text(new TextLabel(TextRole::Body, Tone::Secondary, m_message))
    , m_action(new QPushButton(m_message))
    , m_delay(new QTimer(this))
{
    m_skeleton->setAccessibleName(tr("Loading"));
    m_action->setObjectName(u"stateAction"_s);
    m_title->setObjectName(u"stateTitle"_s);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_title->setAlignment(Qt::AlignHCenter);
    // Narrow panels have it, too: the message fits itself into what there is.
    m_message->setMinimumWidth(1);
    m_title->setWordWrap(true);
    onTextSize(this, [this] { fitTexts(); });
    makePrimary(m_action);
    auto* column = new QVBoxLayout(m_message);
    column->setSpacing(space::kS);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(space::kS);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(space::kS);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    addWidget(m_content);
    addWidget(m_skeleton);
    addWidget(m_message);
    m_delay->setSingleShot(true);
    connect(m_delay, &QTimer::timeout, this, [this] { setCurrentWidget(m_skeleton); });
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_isError) {
            Q_EMIT retryRequested();
        } else {
            Q_EMIT actionRequested();
        }
    });
}

void StatePage::showContent()
{
    m_delay->stop();
    m_state = State::Content;
    setCurrentWidget(m_content);
    Q_EMIT settled();
}

void StatePage::showLoading()
{
    m_state = State::Loading;
    if (currentWidget() != m_skeleton && !m_delay->isActive()) {
        m_delay->start(kDelayMilliseconds);
    }
}

void StatePage::showEmpty(
    const QString& iconName, const QString& title, const QString& text, const QString& action)
{
    fill(iconName, title, text, action, State::Empty);
}

void StatePage::showError(const util::Error& error, const QString& what)
{
    if (error.code == util::Error::Code::Cancelled) {
        return;
    }
    const bool offline
        = error.code == util::Error::Code::Offline || error.code == util::Error::Code::Timeout;
    const QString text = QStringList { error.message, format::advice(error) }.join(u' ').trimmed();
    // What is gone does not come back by asking again.
    const bool isGone = error.code == util::Error::Code::NotFound;
    fill(offline ? u"offline"_s : u"warning"_s, what, text, isGone ? QString() : tr("Retry"),
        State::Error);
}

void StatePage::fitTexts()
{
    const int most = qMax(1, qMin(scaled(kTextWidth), width() - 2 * space::kL));
    m_title->setFixedWidth(most);
    m_text->setFixedWidth(most);
}

void StatePage::resizeEvent(QResizeEvent* event)
{
    QStackedWidget::resizeEvent(event);
    fitTexts();
}

QWidget& StatePage::action()
{
    return *m_action;
}

QString StatePage::title() const
{
    return currentWidget() == m_message ? m_title->text() : QString();
}

void StatePage::fill(const QString& iconName, const QString& title, const QString& text,
    const QString& action, State state)
{
    m_delay->stop();
    m_state = state;
    m_isError = state == State::Error;
    static_cast<BigIcon*>(m_icon)->setIcon(iconName, m_isError ? Tone::Danger : Tone::Secondary);
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setCurrentWidget(m_message);
    Q_EMIT settled();
}

} // namespace ui
