// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "core/account/pins.h"
#include "core/account/plexaccounts.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {

class TextLabel;

/// The servers that are known, which ways to each may be taken, the certificates that are trusted,
/// and the accounts that are signed in.
class ServersPanel final : public QWidget
{
    Q_OBJECT

public:
    /// All references must outlive the panel.
    ServersPanel(account::Accounts& accounts, account::PlexAccounts& plexAccounts,
        account::Pins& pins, QWidget* parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void serverRequested(const types::ServerId& server);
    void forgetRequested(const types::ServerId& server);
    void signOutRequested(const QString& account);
    /// Which ways to the current server may be taken is another matter now.
    void routesChanged();

private:
    void makeServers(QBoxLayout& column);
    void makeRoutes(QBoxLayout& column);
    void showServers();
    void showServer();
    void showFixed(bool isFixed);
    void showAccounts();
    void storeRoutes();
    [[nodiscard]] std::optional<account::KnownServer> selected() const;

    account::Accounts& m_accounts;
    account::PlexAccounts& m_plexAccounts;
    account::Pins& m_pins;
    QList<account::KnownServer> m_known;
    QListWidget* m_servers = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_forget = nullptr;
    QWidget* m_routes = nullptr;
    QComboBox* m_preference = nullptr;
    QLineEdit* m_fixed = nullptr;
    TextLabel* m_fixedHint = nullptr;
    QCheckBox* m_plain = nullptr;
    TextLabel* m_wrong = nullptr;
    QWidget* m_list; ///< of accounts and certificates, made anew when they change
};

} // namespace ui
