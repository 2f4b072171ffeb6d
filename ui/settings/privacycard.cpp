// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/privacycard.h"

#include "ui/common/icons.h"
#include "ui/common/sectioncard.h"
#include "ui/common/textlabel.h"
#include "ui/settings/choices.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// What it is about, and the sentence.
QWidget* fact(const QString& iconName, const QString& text)
{
    auto* sign = new QLabel;
    onTextSize(
        sign, [sign, iconName] { sign->setPixmap(icon(iconName).pixmap(scaled(16), scaled(16))); });
    auto* label = new TextLabel(text, TextRole::Body);
    label->setWordWrap(true);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, space::kXs);
    row->setSpacing(space::kM);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    return box;
}

} // namespace

PrivacyCard::PrivacyCard(account::Accounts& accounts, QWidget* parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_forget(new QPushButton)
{
    auto* empty = new QPushButton(icon(u"trash"_s), tr("Empty what is kept here …"));
    empty->setObjectName(u"privacyEmpty"_s);
    m_forget->setObjectName(u"privacyForget"_s);
    auto* card
        = new SectionCard(tr("Privacy"), tr("Who is told what, and what stays on this computer."));
    card->add(fact(u"server"_s,
        tr("Your server is told what you play and rate, as every Plex program tells it. Covers "
           "come from it, too.")));
    card->add(fact(u"user"_s,
        tr("plex.tv is asked who you are and where your servers are, if you signed in there. "
           "With each request go the name of this computer, its system and its language.")));
    card->add(fact(u"offline"_s,
        tr("Nobody else is told anything: there is no telemetry, no advertising and no report "
           "of a crash.")));
    card->add(fact(u"search"_s,
        tr("What you search for stays on this computer and is not kept. What you changed is kept "
           "in the history, so that it can be undone.")));
    card->add(choices::buttons({ empty, m_forget }));
    card->add(choices::hint(tr("Emptied, the library and the covers are read from the server "
                               "again. Forgotten, the address, the sign-in and everything read "
                               "from there are deleted here.")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(empty, &QPushButton::clicked, this, [this] { Q_EMIT flushRequested({}); });
    connect(m_forget, &QPushButton::clicked, this, &PrivacyCard::forget);
    connect(&m_accounts, &account::Accounts::currentChanged, this, &PrivacyCard::showForget);
    connect(&m_accounts, &account::Accounts::serversChanged, this, &PrivacyCard::showForget);
    showForget();
}

void PrivacyCard::showForget()
{
    const auto server = m_accounts.current();
    m_forget->setEnabled(server.has_value());
    m_forget->setText(server && !server->account.isEmpty()
            ? tr("Forget everything of this account …")
            : tr("Forget everything of this server …"));
    m_forget->setToolTip(server ? QString() : tr("No server is known here."));
}

void PrivacyCard::forget()
{
    const auto server = m_accounts.current();
    if (server && !server->account.isEmpty()) {
        Q_EMIT signOutRequested(server->account);
    } else if (server) {
        Q_EMIT forgetRequested(server->id);
    }
}

} // namespace ui
