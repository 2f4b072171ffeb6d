// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/address.h"
#include "core/types/item.h"
#include "core/util/async.h"
#include "core/util/secretstring.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace ui {

class TextLabel;

/// A server by address and token, with a test before it is used. What is wrong is said below.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    /// Asks the server who it is, which proves address and token.
    using Test = std::function<util::Future<types::ServerInfo>(
        const account::ServerAddress& address, const util::SecretString& token, std::stop_token)>;

    explicit ConnectionForm(Test test, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* firstField() const;
    /// Says below the fields why the server was not connected after all.
    void showError(const util::Error& error);

Q_SIGNALS:
    /// The server answered to address and token.
    void connectRequested(const account::ServerAddress& address, const util::SecretString& token);

private:
    void run(bool connects);
    void say(const QString& text, bool isError);
    /// Nothing is sent over plain HTTP to a machine in the network before the user agreed to it.
    [[nodiscard]] bool mayBeSent(const account::ServerAddress& address);

    Test m_test;
    util::async::Latest m_latest;
    QLineEdit* m_url;
    QLineEdit* m_token;
    QCheckBox* m_consent;
    QPushButton* m_testButton;
    QPushButton* m_connectButton;
    TextLabel* m_message;
};

} // namespace ui
