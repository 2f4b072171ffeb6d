// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/connectpage.h"

#include "ui/common/icons.h"
#include "ui/common/linkbutton.h"
#include "ui/common/pagescroll.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
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

ConnectPage::ConnectPage(
    account::PlexAccounts& accounts, OpenPage openPage, ConnectionForm::Test test, QWidget* parent)
    : QWidget(parent)
    , m_signIn(new SignInPanel(accounts, std::move(openPage)))
    , m_form(new ConnectionForm(std::move(test)))
    , m_formBox(new QWidget)
    , m_toggle(new LinkButton)
    , m_back(new QPushButton(icon(u"chevron-left"_s), tr("Back to the library")))
    , m_title(new TextLabel(TextRole::Display))
    , m_demoRow(new QWidget)
    , m_logo(new Logo)
{
    setObjectName(u"connectPage"_s);
    setAccessibleName(tr("Connect"));
    auto* text = new TextLabel(
        tr("PlexM8 keeps an index of your Plex library on this computer, so that browsing, search "
           "and rating are instant, also offline."),
        TextRole::Body, Tone::Secondary);
    text->setWordWrap(true);
    auto* note = new TextLabel(
        tr("What signs you in is kept in the system's secret store or, where there is none, in a "
           "file that only you can read."),
        TextRole::Caption, Tone::Tertiary);
    note->setWordWrap(true);
    auto* demo = new QPushButton(icon(u"play"_s), tr("Try the demo"));
    demo->setObjectName(u"connectDemo"_s);
    auto* demoText = new TextLabel(
        tr("Invented music in a window of its own."), TextRole::Caption, Tone::Tertiary);
    demoText->setWordWrap(true);
    auto* row = new QHBoxLayout(m_demoRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kM);
    row->addWidget(demo);
    row->addWidget(demoText, 1);
    m_back->setObjectName(u"connectBack"_s);
    m_toggle->setObjectName(u"connectByAddress"_s);
    auto* formColumn = new QVBoxLayout(m_formBox);
    formColumn->setContentsMargins(0, 0, 0, 0);
    formColumn->addWidget(m_form);
    auto* box = new QWidget;
    onTextSize(box, [box] { box->setMaximumWidth(scaled(kWidth)); });
    auto* column = new QVBoxLayout(box);
    column->setSpacing(space::kS);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_logo, 0, Qt::AlignLeft);
    column->addSpacing(space::kS);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(text);
    column->addSpacing(space::kM);
    column->addWidget(m_signIn);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_formBox);
    column->addWidget(note);
    column->addSpacing(space::kL);
    column->addWidget(m_demoRow);
    auto* middle = new QWidget;
    middle->setBackgroundRole(QPalette::Base);
    auto* centred = new QHBoxLayout(middle);
    centred->addStretch();
    centred->addWidget(box, 100, Qt::AlignVCenter);
    centred->addStretch();
    auto* scroll = new PageScroll(middle);
    scroll->setObjectName(u"connectScroll"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    restart(false);
    connect(m_signIn, &SignInPanel::serverChosen, this, &ConnectPage::serverChosen);
    connect(m_form, &ConnectionForm::connectRequested, this, &ConnectPage::connectRequested);
    connect(demo, &QPushButton::clicked, this, &ConnectPage::demoRequested);
    connect(m_back, &QPushButton::clicked, this, &ConnectPage::backRequested);
    connect(m_toggle, &LinkButton::clicked, this, [this] {
        showForm(m_formBox->isHidden());
        focusTarget()->setFocus();
    });
}

void ConnectPage::showForm(bool shown)
{
    m_formBox->setVisible(shown);
    m_signIn->setVisible(!shown);
    m_toggle->setText(
        shown ? tr("Sign in with a Plex account instead") : tr("Use a server's address and token"));
}

void ConnectPage::restart(bool canGoBack)
{
    m_title->setText(canGoBack ? tr("Add a server") : tr("Connect to your server"));
    m_back->setVisible(canGoBack);
    m_demoRow->setVisible(!canGoBack && !m_isPart);
    showForm(false);
    m_signIn->restart();
}

void ConnectPage::setPart(bool isPart)
{
    m_isPart = isPart;
    m_logo->setVisible(!isPart);
}

void ConnectPage::showError(const util::Error& error)
{
    if (m_formBox->isHidden()) {
        m_signIn->showError(error);
    } else {
        m_form->showError(error);
    }
}

QWidget* ConnectPage::focusTarget() const
{
    return m_formBox->isHidden() ? m_signIn->focusTarget() : m_form->firstField();
}

void ConnectPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace ui
