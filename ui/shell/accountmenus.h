// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "core/account/plexaccounts.h"
#include "ui/common/capabilities.h"

#include <QMenu>

namespace ui {

/// The menus at the top right: which server, and who uses it.
///
/// They are filled when they open. The members of a Home are asked for at plex.tv, so that those
/// appear a moment later.
class AccountMenus final : public QObject
{
    Q_OBJECT

public:
    /// Goes on as another member of the Home. Forbidden: the PIN is wrong.
    using SwitchUser = std::function<util::Future<void>(
        const plex::HomeUser& user, const util::SecretString& pin)>;

    /// @param window  what the menus and the question for a PIN belong to
    AccountMenus(account::Accounts& accounts, account::PlexAccounts& plexAccounts,
        Capabilities& capabilities, SwitchUser switchUser, QWidget& window);

    [[nodiscard]] QMenu& serverMenu() { return *m_servers; }
    [[nodiscard]] QMenu& userMenu() { return *m_users; }
    /// Who uses the current server; empty where nobody else could.
    [[nodiscard]] QString userName() const;

Q_SIGNALS:
    void serverRequested(const types::ServerId& server);
    /// The user could not be switched.
    void switchFailed(const util::Error& error);
    void addRequested();
    void checkRequested();
    void settingsRequested();
    /// userName() may be another now.
    void userChanged();

private:
    void fillServers();
    void fillUsers();
    /// The members that are known, or that they are being asked for.
    void listUsers();
    void showUsers(const util::Result<QList<plex::HomeUser>>& users);
    void chooseUser(const plex::HomeUser& user);
    [[nodiscard]] std::optional<account::PlexAccount> currentAccount() const;
    /// uuid of the plex.tv user who is signed in at the current server.
    [[nodiscard]] QString currentUser() const;

    account::Accounts& m_accounts;
    account::PlexAccounts& m_plexAccounts;
    Capabilities& m_capabilities;
    SwitchUser m_switchUser;
    QWidget& m_window;
    QMenu* m_servers;
    QMenu* m_users;
    QString m_home; ///< the account whose members these are
    QList<plex::HomeUser> m_members; ///< as plex.tv said last
    util::async::Latest m_read;
};

} // namespace ui
