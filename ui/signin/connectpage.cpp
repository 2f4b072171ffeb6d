// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/connectpage.h"

#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 420;
constexpr int kLogo = 72;

/// The program's sign in its own colours.
class Logo final : public QWidget
{
public:
    Logo()
    {
        onTextSize(this, [this] { setFixedSize(scaledCover(kLogo), scaledCover(kLogo)); });
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QSvgRenderer renderer(u":/icons/plexm8.svg"_s);
        renderer.render(&painter, rect());
    }
};

} // namespace

ConnectPage::ConnectPage(ConnectionForm::Test test, QWidget* parent)
    : QWidget(parent)
    , m_form(new ConnectionForm(std::move(test)))
{
    setObjectName(u"connectPage"_s);
    setAccessibleName(tr("Connect"));
    auto* text = new TextLabel(
        tr("PlexM8 keeps an index of your Plex library on this computer, so that browsing, search "
           "and rating are instant, also offline."),
        TextRole::Body, Tone::Secondary);
    text->setWordWrap(true);
    auto* note = new TextLabel(
        tr("The token is kept in the system's secret store or, where there is none, in a file that "
           "only you can read. It is sent to this server only."),
        TextRole::Caption, Tone::Tertiary);
    note->setWordWrap(true);
    auto* demo = new QPushButton(icon(u"play"_s), tr("Try the demo"));
    demo->setObjectName(u"connectDemo"_s);
    auto* demoText = new TextLabel(
        tr("Invented music in a window of its own."), TextRole::Caption, Tone::Tertiary);
    auto* box = new QWidget;
    onTextSize(box, [box] { box->setMaximumWidth(scaled(kWidth)); });
    auto* column = new QVBoxLayout(box);
    column->setSpacing(space::kS);
    column->addWidget(new Logo, 0, Qt::AlignLeft);
    column->addSpacing(space::kS);
    auto* title = new TextLabel(tr("Welcome to PlexM8"), TextRole::Display);
    title->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(space::kM);
    column->addWidget(m_form);
    column->addWidget(note);
    column->addSpacing(space::kL);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kM);
    row->addWidget(demo);
    row->addWidget(demoText, 1);
    column->addLayout(row);
    auto* middle = new QWidget;
    middle->setBackgroundRole(QPalette::Base);
    auto* centred = new QHBoxLayout(middle);
    centred->addStretch();
    centred->addWidget(box, 100, Qt::AlignVCenter);
    centred->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"connectScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidget(middle);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(m_form, &ConnectionForm::connectRequested, this, &ConnectPage::connectRequested);
    connect(demo, &QPushButton::clicked, this, &ConnectPage::demoRequested);
}

void ConnectPage::showError(const util::Error& error)
{
    m_form->showError(error);
}

QWidget* ConnectPage::focusTarget() const
{
    return m_form->firstField();
}

void ConnectPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace ui
