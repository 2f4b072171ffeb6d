// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/accountmenus.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/shell/pindialog.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;
namespace async = util::async;

namespace ui {

AccountMenus::AccountMenus(account::Accounts& accounts, account::PlexAccounts& plexAccounts,
    Capabilities& capabilities, SwitchUser switchUser, QWidget& window)
    : QObject(&window)
    , m_accounts(accounts)
    , m_plexAccounts(plexAccounts)
    , m_capabilities(capabilities)
    , m_switchUser(std::move(switchUser))
    , m_window(window)
    , m_servers(new QMenu(&window))
    , m_users(new QMenu(&window))
{
    m_servers->setObjectName(u"serverMenu"_s);
    m_users->setObjectName(u"userMenu"_s);
    m_servers->setToolTipsVisible(true);
    m_users->setToolTipsVisible(true);
    connect(m_servers, &QMenu::aboutToShow, this, &AccountMenus::fillServers);
    connect(m_users, &QMenu::aboutToShow, this, &AccountMenus::fillUsers);
    connect(&accounts, &account::Accounts::currentChanged, this, &AccountMenus::userChanged);
    connect(&accounts, &account::Accounts::serversChanged, this, &AccountMenus::userChanged);
    connect(
        &plexAccounts, &account::PlexAccounts::accountsChanged, this, &AccountMenus::userChanged);
}

std::optional<account::PlexAccount> AccountMenus::currentAccount() const
{
    const auto server = m_accounts.current();
    return server && !server->account.isEmpty() ? m_plexAccounts.account(server->account)
                                                : std::nullopt;
}

QString AccountMenus::currentUser() const
{
    const auto server = m_accounts.current();
    return server ? server->plexUser() : QString();
}

QString AccountMenus::userName() const
{
    const auto account = currentAccount();
    return account && account->hasHome ? account->nameOf(currentUser()) : QString();
}

void AccountMenus::fillServers()
{
    m_servers->clear();
    auto* group = new QActionGroup(m_servers);
    const auto current = m_accounts.current();
    const QList<account::KnownServer> servers = m_accounts.servers();
    for (const account::KnownServer& server : servers) {
        QAction* action
            = m_servers->addAction(format::label(format::server(server.name, server.owner)));
        action->setCheckable(true);
        action->setChecked(current && current->id == server.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, id = server.id] { Q_EMIT serverRequested(id); });
    }
    m_servers->addSeparator();
    m_servers->addAction(icon(u"plus"_s), tr("&Add a server …"), this, &AccountMenus::addRequested);
    QAction* check = m_servers->addAction(
        icon(u"info"_s), tr("&Check the connection …"), this, &AccountMenus::checkRequested);
    m_capabilities.bind(*check, account::Feature::CheckConnection);
    m_servers->addAction(
        icon(u"settings"_s), tr("Connection &settings …"), this, &AccountMenus::settingsRequested);
}

void AccountMenus::fillUsers()
{
    m_users->clear();
    const auto account = currentAccount();
    if (!account) {
        return;
    }
    if (account->uuid != std::exchange(m_home, account->uuid)) {
        m_members.clear();
    }
    listUsers();
    const std::stop_token stop = m_read.begin();
    m_read.deliver(m_plexAccounts.homeUsers(account->uuid, stop), this,
        [this](const util::Result<QList<plex::HomeUser>>& users) { showUsers(users); });
}

void AccountMenus::showUsers(const util::Result<QList<plex::HomeUser>>& users)
{
    if (users) {
        m_members = *users;
    }
    if (users || m_members.isEmpty()) {
        m_users->clear();
    }
    if (!users) {
        m_users->addAction(format::label(users.error().message))->setEnabled(false);
    } else {
        listUsers();
    }
}

void AccountMenus::listUsers()
{
    if (m_members.isEmpty()) {
        m_users->addAction(tr("Looking who belongs to this Home …"))->setEnabled(false);
        return;
    }
    const QString current = currentUser();
    auto* group = new QActionGroup(m_users);
    for (const plex::HomeUser& user : std::as_const(m_members)) {
        QAction* action = m_users->addAction(format::label(
            user.isProtected ? tr("%1 (with PIN)", "user").arg(user.name) : user.name));
        action->setCheckable(true);
        action->setChecked(user.uuid == current);
        group->addAction(action);
        m_capabilities.bind(*action, account::Feature::SwitchUser);
        connect(action, &QAction::triggered, this, [this, user] { chooseUser(user); });
    }
}

void AccountMenus::chooseUser(const plex::HomeUser& user)
{
    const auto switched = user.isProtected
        ? askPin(m_window, user.name,
            [this, user](const util::SecretString& pin) { return m_switchUser(user, pin); })
        : m_switchUser(user, {});
    async::deliver(switched, this, [this](const util::Result<void>& done) {
        if (!done) {
            Q_EMIT switchFailed(done.error());
        }
    });
}

} // namespace ui
