// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/checkdialog.h"

#include "ui/common/icons.h"
#include "ui/common/pagescroll.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using State = account::Finding::State;

namespace ui {

namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 560;
constexpr int kIcon = 18;
constexpr double kMostOfScreen = 0.9; // its buttons must be in sight at every size of text

/// The sign of a state; told in words, too, because nothing is told by colour alone.
class StateIcon final : public QWidget
{
public:
    explicit StateIcon(State state)
        : m_state(state)
    {
        onTextSize(this, [this] { setFixedSize(scaled(kIcon), scaled(kIcon)); });
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colors c = colorsOf(palette());
        switch (m_state) {
        case State::Good:
            return drawIcon(&painter, rect(), u"check"_s, c.accent);
        case State::Doubtful:
            return drawIcon(&painter, rect(), u"warning"_s, c.secondary);
        case State::Bad:
            return drawIcon(&painter, rect(), u"close"_s, c.danger);
        case State::Skipped:
            return drawIcon(&painter, rect(), u"minus"_s, c.tertiary);
        }
    }

private:
    State m_state;
};

QString stateText(State state)
{
    switch (state) {
    case State::Good:
        return CheckDialog::tr("in order");
    case State::Doubtful:
        return CheckDialog::tr("doubtful");
    case State::Bad:
        return CheckDialog::tr("at fault");
    case State::Skipped:
        break;
    }
    return CheckDialog::tr("not checked");
}

QWidget* rowOf(const account::Finding& finding)
{
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new TextLabel(
        CheckDialog::tr("%1: %2", "step, state").arg(finding.title, stateText(finding.state)),
        TextRole::Body));
    for (const auto& [text, tone] :
        { std::pair(finding.text, Tone::Secondary), std::pair(finding.advice, Tone::Primary) }) {
        if (!text.isEmpty()) {
            auto* label = new TextLabel(text, TextRole::Caption, tone);
            label->setWordWrap(true);
            texts->addWidget(label);
        }
    }
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, space::kXs, 0, space::kXs);
    line->setSpacing(space::kM);
    line->addWidget(new StateIcon(finding.state), 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    return row;
}

} // namespace

CheckDialog::CheckDialog(Check check, const QString& server, QWidget* parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_summary(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_progress(new QProgressBar)
    , m_steps(new QVBoxLayout)
    , m_again(new QPushButton(icon(u"sync"_s), tr("Check again")))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy details")))
{
    setObjectName(u"checkDialog"_s);
    setWindowTitle(tr("Connection to %1").arg(server));
    onTextSize(this, [this] {
        resize(QSize(scaled(kWidth), scaled(kHeight))
                   .boundedTo(screen()->availableSize() * kMostOfScreen));
    });
    m_summary->setObjectName(u"checkSummary"_s);
    m_summary->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("The connection is being checked"));
    m_again->setObjectName(u"checkAgain"_s);
    m_copy->setObjectName(u"checkCopy"_s);
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(u"checkClose"_s);
    makePrimary(close);
    auto* steps = new QWidget;
    m_steps->setContentsMargins(0, 0, 0, 0);
    m_steps->setSpacing(space::kXs);
    steps->setLayout(m_steps);
    auto* scroll = new PageScroll(steps);
    scroll->setObjectName(u"checkScroll"_s);
    scroll->setBackgroundRole(QPalette::Window);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_again);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* title = new TextLabel(windowTitle(), TextRole::Title);
    title->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    column->setSpacing(space::kS);
    column->addWidget(title);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_again, &QPushButton::clicked, this, &CheckDialog::begin);
    connect(m_copy, &QPushButton::clicked, this, &CheckDialog::copy);
    begin();
}

void CheckDialog::begin()
{
    m_again->setEnabled(false);
    m_copy->setEnabled(false);
    m_progress->show();
    m_summary->setTone(Tone::Secondary);
    m_summary->setText(tr("Each step of the way to the server is looked at …"));
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_check(stop), this,
        [this](const util::Result<QList<account::Finding>>& findings) { show(findings); });
}

void CheckDialog::show(const util::Result<QList<account::Finding>>& findings)
{
    m_again->setEnabled(true);
    m_progress->hide();
    if (!findings) {
        m_summary->setTone(Tone::Danger);
        m_summary->setText(findings.error().message);
        return;
    }
    m_findings = *findings;
    m_copy->setEnabled(true);
    const auto first = std::ranges::find(m_findings, State::Bad, &account::Finding::state);
    if (first == m_findings.end()) {
        m_summary->setTone(Tone::Secondary);
        m_summary->setText(tr("The server can be reached, and it lets you in."));
    } else {
        m_summary->setTone(Tone::Danger);
        m_summary->setText(first->advice.isEmpty() ? first->text : first->advice);
    }
    clearSteps();
    for (const account::Finding& finding : std::as_const(m_findings)) {
        m_steps->addWidget(rowOf(finding));
    }
    m_steps->addStretch();
}

void CheckDialog::clearSteps()
{
    while (const std::unique_ptr<QLayoutItem> item { m_steps->takeAt(0) }) {
        const std::unique_ptr<QWidget> gone(item->widget()); // none of the space at the end
    }
}

void CheckDialog::copy() const
{
    QStringList lines { windowTitle() };
    for (const account::Finding& finding : m_findings) {
        lines.append(u"%1: %2. %3 %4"_s.arg(
            finding.name, account::stateName(finding.state), finding.text, finding.advice));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace ui
