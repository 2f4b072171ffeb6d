// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinpanel.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/linkbutton.h"
#include "ui/common/lists.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kQrCode = 132;
constexpr int kRowsShown = 5;

QVBoxLayout* columnIn(QWidget* stage)
{
    auto* column = new QVBoxLayout(stage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    return column;
}

TextLabel* wrapping(const QString& text, TextRole role, Tone tone)
{
    auto* label = new TextLabel(text, role, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

SignInPanel::SignInPanel(account::PlexAccounts& accounts, OpenPage openPage, QWidget* parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_openPage(std::move(openPage))
    , m_stages(new QStackedWidget)
    , m_message(new TextLabel(TextRole::Caption, Tone::Secondary))
    , m_start(makeStart())
    , m_waiting(makeWaiting())
    , m_choice(makeServers())
{
    setObjectName(u"signInPanel"_s);
    m_message->setObjectName(u"signInMessage"_s);
    m_message->setWordWrap(true);
    m_message->hide();
    for (QWidget* stage : { m_start, m_waiting, m_choice }) {
        m_stages->addWidget(stage);
    }
    QVBoxLayout* column = columnIn(this);
    column->addWidget(m_stages);
    column->addWidget(m_message);
    restart();
}

QWidget* SignInPanel::makeStart()
{
    auto* stage = new QWidget;
    m_signIn = new QPushButton(icon(u"user"_s, Tone::OnAccent), tr("Sign in with Plex"));
    m_signIn->setObjectName(u"signIn"_s);
    makePrimary(m_signIn);
    QVBoxLayout* column = columnIn(stage);
    column->addWidget(m_signIn);
    column->addStretch();
    connect(m_signIn, &QPushButton::clicked, this, &SignInPanel::signIn);
    return stage;
}

QWidget* SignInPanel::makeWaiting()
{
    auto* stage = new QWidget;
    m_open = new QPushButton(tr("Open the page again"));
    m_open->setObjectName(u"signInOpen"_s);
    auto* copy = new QPushButton(tr("Copy its address"));
    copy->setObjectName(u"signInCopy"_s);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"signInCancel"_s);
    m_qrCode = new QLabel;
    m_qrCode->setObjectName(u"signInQrCode"_s);
    m_qrCode->setAccessibleName(tr("Code of the sign-in, to be scanned with a phone"));
    m_qrText = wrapping(
        tr("Or scan this with a phone and confirm there."), TextRole::Caption, Tone::Secondary);
    auto* picture = new QHBoxLayout;
    picture->setSpacing(space::kM);
    picture->addWidget(m_qrCode, 0, Qt::AlignTop);
    picture->addWidget(m_qrText, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(cancel);
    QVBoxLayout* column = columnIn(stage);
    column->addWidget(wrapping(tr("Confirm in the browser"), TextRole::Title, Tone::Primary));
    m_instruction = wrapping({}, TextRole::Body, Tone::Secondary);
    m_instruction->setObjectName(u"signInInstruction"_s);
    column->addWidget(m_instruction);
    column->addLayout(picture);
    column->addWidget(m_open);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_open, &QPushButton::clicked, this, &SignInPanel::open);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_page.toString(QUrl::FullyEncoded)); });
    connect(cancel, &QPushButton::clicked, this, [this] {
        restart();
        m_signIn->setFocus();
    });
    return stage;
}

QWidget* SignInPanel::makeServers()
{
    auto* stage = new QWidget;
    m_serversTitle = new TextLabel(tr("Choose a server"), TextRole::Title);
    m_servers = new QListWidget;
    m_servers->setObjectName(u"signInServers"_s);
    m_servers->setAccessibleName(tr("Servers of the account"));
    m_connect = new QPushButton(tr("Connect"));
    m_connect->setObjectName(u"signInConnect"_s);
    makePrimary(m_connect);
    auto* other = new QPushButton(tr("Another account"));
    other->setObjectName(u"signInOther"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_connect);
    buttons->addStretch();
    buttons->addWidget(other);
    QVBoxLayout* column = columnIn(stage);
    column->addWidget(m_serversTitle);
    column->addWidget(m_servers);
    column->addLayout(buttons);
    connect(m_servers, &QListWidget::itemActivated, this, &SignInPanel::choose);
    connect(m_connect, &QPushButton::clicked, this, &SignInPanel::choose);
    connect(other, &QPushButton::clicked, this, &SignInPanel::signIn);
    return stage;
}

QWidget* SignInPanel::focusTarget() const
{
    QWidget* stage = m_stages->currentWidget();
    return stage == m_choice ? static_cast<QWidget*>(m_servers)
        : stage == m_waiting ? static_cast<QWidget*>(m_open)
                             : m_signIn;
}

void SignInPanel::restart()
{
    (void)m_latest.begin();
    (void)m_picture.begin();
    m_page.clear();
    m_message->hide();
    showStage(m_start, nullptr);
    m_signIn->setEnabled(true);
    m_isAsked = false;
    if (isVisible()) {
        readServers({});
    }
}

void SignInPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isAsked && m_stages->currentWidget() == m_start) {
        readServers({});
    }
}

void SignInPanel::showStage(QWidget* stage, QWidget* focus)
{
    m_stages->setCurrentWidget(stage);
    // The stages differ in height; what is not shown must not hold the room.
    for (QWidget* other : { m_start, m_waiting, m_choice }) {
        const auto policy = other == stage ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        other->setSizePolicy(QSizePolicy::Preferred, policy);
    }
    m_stages->updateGeometry();
    if (focus && isVisible()) {
        focus->setFocus();
    }
}

void SignInPanel::signIn()
{
    const std::stop_token stop = m_latest.begin();
    m_signIn->setEnabled(false);
    say(tr("Asking plex.tv …"), false);
    m_latest.deliver(m_accounts.beginSignIn(stop), this,
        [this](const util::Result<account::PendingSignIn>& pending) {
            m_signIn->setEnabled(true);
            if (!pending) {
                showError(pending.error());
                return;
            }
            wait(*pending);
        });
}

void SignInPanel::wait(const account::PendingSignIn& pending)
{
    m_page = pending.page;
    m_message->hide();
    showStage(m_waiting, m_open);
    showQrCode(pending);
    open();
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_accounts.awaitSignIn(pending, stop), this,
        [this](const util::Result<account::PlexAccount>& account) {
            m_page.clear();
            if (!account) {
                showStage(m_start, m_signIn);
                showError(account.error());
                return;
            }
            readServers(account->uuid);
        });
}

void SignInPanel::showQrCode(const account::PendingSignIn& pending)
{
    m_qrCode->hide();
    m_qrText->hide();
    const std::stop_token stop = m_picture.begin();
    m_picture.deliver(
        m_accounts.qrCode(pending, stop), this, [this](const util::Result<QByteArray>& picture) {
            QPixmap code;
            if (!picture || !code.loadFromData(*picture)) {
                return; // the page is the way; this is a convenience
            }
            const int side = scaledCover(kQrCode);
            m_qrCode->setPixmap(
                code.scaled(side, side, Qt::KeepAspectRatio, Qt::FastTransformation));
            m_qrCode->show();
            m_qrText->show();
        });
}

void SignInPanel::open()
{
    const bool isOpened = m_openPage(m_page);
    m_instruction->setText(isOpened
            ? tr("A page of plex.tv has been opened. Confirm there that PlexM8 may use your "
                 "account; it goes on here by itself.")
            : tr("Open the page of plex.tv in a browser, here or on another device, and confirm "
                 "there that PlexM8 may use your account; it goes on here by itself."));
    if (!isOpened) {
        say(tr("No browser could be opened. Copy the address and open it in one."), true);
    }
}

void SignInPanel::readServers(const QString& newest)
{
    m_isAsked = true;
    const QList<account::PlexAccount> accounts = m_accounts.accounts();
    if (accounts.isEmpty()) {
        return;
    }
    const std::stop_token stop = m_latest.begin();
    say(accounts.size() == 1
            ? tr("Signed in as %1. Looking for servers …").arg(accounts.first().userName)
            : tr("Looking for the servers of your accounts …"),
        false);
    QList<util::Future<Answer>> answers;
    for (const account::PlexAccount& account : accounts) {
        answers.append(ask(account, stop));
    }
    m_latest.deliver(util::async::all(answers, this), this,
        [this, newest](const util::Result<QList<Answer>>& all) {
            showServers(all.value_or(QList<Answer>()), newest);
        });
}

util::Future<SignInPanel::Answer> SignInPanel::ask(
    const account::PlexAccount& account, const std::stop_token& stop)
{
    util::Promise<Answer> promise;
    util::async::deliver(m_accounts.servers(account.uuid, account.user, stop), this,
        [promise, account](const util::Result<QList<plex::CloudServer>>& servers) {
            Answer answer;
            if (!servers) {
                answer.error = servers.error();
            } else {
                for (const plex::CloudServer& server : *servers) {
                    answer.offers.append({ server, account });
                }
            }
            promise.finish(answer);
        });
    return promise.future();
}

void SignInPanel::showServers(const QList<Answer>& answers, const QString& newest)
{
    m_found.clear();
    std::optional<util::Error> error;
    for (const Answer& answer : answers) {
        m_found.append(answer.offers);
        error = error ? error : answer.error;
    }
    m_message->hide();
    if (!m_found.isEmpty()) {
        showOffers(newest);
    } else {
        showStage(m_start, m_signIn);
        say(tr("There is no server, and nobody shares one. Set up a Plex Media Server first, or "
               "sign in with another account."),
            true);
    }
    if (error) {
        showError(*error);
    }
}

void SignInPanel::showOffers(const QString& newest)
{
    const auto isOfOne
        = [this](const Offer& offer) { return offer.account.uuid == m_found.first().account.uuid; };
    const bool isOneAccount = std::ranges::all_of(m_found, isOfOne);
    m_servers->clear();
    std::optional<int> row;
    for (const Offer& offer : std::as_const(m_found)) {
        QString text = format::server(
            offer.server.name, offer.server.isOwned ? QString() : offer.server.owner);
        if (!isOneAccount) {
            text = tr("%1, with the account of %2").arg(text, offer.account.userName);
        }
        if (!offer.server.wasSeen) {
            text = tr("%1 (not running lately)").arg(text);
        }
        if (!row && offer.account.uuid == newest) {
            row = m_servers->count();
        }
        new QListWidgetItem(icon(u"server"_s), text, m_servers);
    }
    m_servers->setCurrentRow(row.value_or(0));
    lists::fitHeight(*m_servers, kRowsShown);
    m_serversTitle->setText(isOneAccount ? tr("Servers of %1").arg(m_found.first().account.userName)
                                         : tr("Choose a server"));
    showStage(m_choice, m_servers);
}

void SignInPanel::choose()
{
    const int row = m_servers->currentRow();
    if (row >= 0 && row < m_found.size()) {
        const Offer chosen = m_found.at(row); // it may be another list when this returns
        say(tr("Connecting to %1 …").arg(chosen.server.name), false);
        Q_EMIT serverChosen(chosen.server, chosen.account);
    }
}

void SignInPanel::showError(const util::Error& error)
{
    if (error.code != util::Error::Code::Cancelled) {
        say(error.message, true);
    }
}

void SignInPanel::say(const QString& text, bool isError)
{
    m_message->setTone(isError ? Tone::Danger : Tone::Secondary);
    m_message->setText(text);
    m_message->show();
}

} // namespace ui
