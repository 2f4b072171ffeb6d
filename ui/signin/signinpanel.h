// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/plexaccounts.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class LinkButton;
class TextLabel;

/// Opens a page in the system's browser; false if there is none.
using OpenPage = std::function<bool(const QUrl& page)>;

/// Signing in with a Plex account: begin, wait for the confirmation in the browser, choose one of
/// the servers of all accounts that are signed in. What went wrong is said below.
///
/// Neither the secret store nor plex.tv is asked before the panel is on screen.
class SignInPanel final : public QWidget
{
    Q_OBJECT

public:
    /// @param accounts  must outlive the panel
    SignInPanel(account::PlexAccounts& accounts, OpenPage openPage, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* focusTarget() const;
    /// Back to the beginning; a sign-in that waits is given up.
    void restart();
    void showError(const util::Error& error);

Q_SIGNALS:
    void serverChosen(const plex::CloudServer& server, const account::PlexAccount& account);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// A server, and the account that gives access to it: two accounts may offer the same.
    struct Offer
    {
        plex::CloudServer server {};
        account::PlexAccount account {};
    };
    /// What one account offers, or why that is not known.
    struct Answer
    {
        QList<Offer> offers {};
        std::optional<util::Error> error {};
    };

    [[nodiscard]] QWidget* makeStart();
    [[nodiscard]] QWidget* makeWaiting();
    [[nodiscard]] QWidget* makeServers();
    void signIn();
    void wait(const account::PendingSignIn& pending);
    void showQrCode(const account::PendingSignIn& pending);
    void open();
    /// Asks for the servers of all accounts. @param newest  whose are chosen among first
    void readServers(const QString& newest);
    [[nodiscard]] util::Future<Answer> ask(
        const account::PlexAccount& account, const std::stop_token& stop);
    void showServers(const QList<Answer>& answers, const QString& newest);
    void showOffers(const QString& newest);
    void choose();
    void showStage(QWidget* stage, QWidget* focus);
    void say(const QString& text, bool isError);

    account::PlexAccounts& m_accounts;
    OpenPage m_openPage;
    util::async::Latest m_latest;
    util::async::Latest m_picture;
    QUrl m_page; ///< of the sign-in that waits; holds its code
    QList<Offer> m_found;
    bool m_isAsked = false; ///< for the servers, since the last restart()
    QStackedWidget* m_stages;
    QPushButton* m_signIn = nullptr;
    QPushButton* m_open = nullptr;
    TextLabel* m_instruction = nullptr;
    QLabel* m_qrCode = nullptr;
    TextLabel* m_qrText = nullptr;
    TextLabel* m_serversTitle = nullptr;
    QListWidget* m_servers = nullptr;
    QPushButton* m_connect = nullptr;
    TextLabel* m_message;
    QWidget* m_start;
    QWidget* m_waiting;
    QWidget* m_choice;
};

} // namespace ui
