// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/connectionform.h"
#include "ui/signin/signinpanel.h"

namespace ui {

/// What the assistant shows, and who adds a server: sign in with an account, give an address and a
/// token, or try the demo.
class ConnectPage final : public QWidget
{
    Q_OBJECT

public:
    /// @param accounts  must outlive the page
    ConnectPage(account::PlexAccounts& accounts, OpenPage openPage, ConnectionForm::Test test,
        QWidget* parent = nullptr);

    [[nodiscard]] QWidget* focusTarget() const;
    /// Begins anew. @param canGoBack  there is a library to go back to
    void restart(bool canGoBack);
    void showError(const util::Error& error);
    /// Whether it is one of several pages, which say the rest.
    void setPart(bool isPart);

Q_SIGNALS:
    void serverChosen(const plex::CloudServer& server, const account::PlexAccount& account);
    void connectRequested(const account::ServerAddress& address, const util::SecretString& token);
    void demoRequested();
    void backRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showForm(bool shown);

    SignInPanel* m_signIn;
    ConnectionForm* m_form;
    QWidget* m_formBox;
    LinkButton* m_toggle;
    QPushButton* m_back;
    TextLabel* m_title;
    QWidget* m_demoRow;
    QWidget* m_logo;
    bool m_isPart = false;
};

} // namespace ui
