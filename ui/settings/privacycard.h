// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"

#include <QWidget>

class QPushButton;

namespace ui {

class TextLabel;

/// What is sent to whom and what stays here, in sentences; and how all of it is taken away again.
class PrivacyCard final : public QWidget
{
    Q_OBJECT

public:
    /// @param accounts  outlives the card
    explicit PrivacyCard(account::Accounts& accounts, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A cache is to be emptied; an empty name: all of them.
    void flushRequested(const QString& bucket);
    void forgetRequested(const types::ServerId& server);
    void signOutRequested(const QString& account);

private:
    void forget();
    void showForget();

    account::Accounts& m_accounts;
    QPushButton* m_forget;
};

} // namespace ui
