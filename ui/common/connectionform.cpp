// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/connectionform.h"

#include "ui/common/format.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kTokenLength = 512;

} // namespace

ConnectionForm::ConnectionForm(Test test, QWidget* parent)
    : QWidget(parent)
    , m_test(std::move(test))
    , m_url(new QLineEdit)
    , m_token(new QLineEdit)
    , m_consent(new QCheckBox(tr("Connect without encryption")))
    , m_testButton(new QPushButton(tr("Test")))
    , m_connectButton(new QPushButton(tr("Connect")))
    , m_message(new TextLabel(TextRole::Caption, Tone::Secondary))
{
    m_url->setObjectName(u"connectionUrl"_s);
    m_url->setAccessibleName(tr("Server address"));
    m_url->setPlaceholderText(u"http://192.168.1.10:32400"_s);
    m_token->setObjectName(u"connectionToken"_s);
    m_token->setAccessibleName(tr("Plex token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMaxLength(kTokenLength);
    m_token->setPlaceholderText(tr("X-Plex-Token"));
    m_consent->setObjectName(u"connectionConsent"_s);
    m_consent->hide();
    m_testButton->setObjectName(u"connectionTest"_s);
    m_connectButton->setObjectName(u"connectionConnect"_s);
    m_message->setObjectName(u"connectionMessage"_s);
    m_message->setWordWrap(true);
    makePrimary(m_connectButton);
    const auto label = [](const QString& text, QWidget* buddy) {
        auto* result = new TextLabel(text, TextRole::Caption, Tone::Secondary);
        result->setBuddy(buddy);
        return result;
    };
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_connectButton);
    buttons->addWidget(m_testButton);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(label(tr("Server address"), m_url));
    column->addWidget(m_url);
    column->addSpacing(space::kS);
    column->addWidget(label(tr("Plex token"), m_token));
    column->addWidget(m_token);
    column->addSpacing(space::kS);
    column->addWidget(m_consent);
    column->addLayout(buttons);
    column->addWidget(m_message);
    m_message->hide();
    connect(m_testButton, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_connectButton, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_token, &QLineEdit::returnPressed, this, [this] { run(true); });
    connect(m_url, &QLineEdit::textEdited, m_consent, &QCheckBox::hide);
    connect(m_url, &QLineEdit::textEdited, m_consent, [this] { m_consent->setChecked(false); });
    connect(m_url, &QLineEdit::returnPressed, m_token, qOverload<>(&QWidget::setFocus));
}

QWidget* ConnectionForm::firstField() const
{
    return m_url;
}

bool ConnectionForm::mayBeSent(const account::ServerAddress& address)
{
    const bool isReadable = address.transport == account::Transport::PlainPrivate;
    m_consent->setVisible(isReadable);
    if (!isReadable || m_consent->isChecked()) {
        return true;
    }
    say(tr("This address is not encrypted: who can listen in your network can read the token."),
        true);
    m_consent->setFocus();
    return false;
}

void ConnectionForm::run(bool connects)
{
    const auto parsed = account::parseServerAddress(m_url->text());
    if (!parsed) {
        say(parsed.error().message, true);
        m_url->setFocus();
        return;
    }
    const account::ServerAddress& address = *parsed;
    if (m_token->text().trimmed().isEmpty()) {
        say(tr("Enter a token. Plex shows it in the address of an item's XML view."), true);
        m_token->setFocus();
        return;
    }
    if (!mayBeSent(address)) {
        return;
    }
    const util::SecretString token(m_token->text().trimmed().toUtf8());
    say(tr("Asking the server …"), false);
    m_testButton->setEnabled(false);
    m_connectButton->setEnabled(false);
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_test(address, token, stop), this,
        [this, address, token, connects](util::Result<types::ServerInfo> result) {
            m_testButton->setEnabled(true);
            m_connectButton->setEnabled(true);
            if (!result) {
                showError(result.error());
                return;
            }
            say(tr("Connected to %1 (version %2).").arg(result->name, result->version), false);
            if (connects) {
                m_token->clear();
                Q_EMIT connectRequested(address, token);
            }
        });
}

void ConnectionForm::showError(const util::Error& error)
{
    // The place for a token is here, and nothing was removed from a server that is none.
    using Code = util::Error::Code;
    QString advice = error.code == Code::NotFound ? QString() : format::advice(error);
    if (error.code == Code::Unauthorised && !advice.isEmpty()) {
        advice = tr("Enter a valid token.");
    }
    say(QStringList { error.message, advice }.join(u' ').trimmed(), true);
}

void ConnectionForm::say(const QString& text, bool isError)
{
    m_message->setTone(isError ? Tone::Danger : Tone::Secondary);
    m_message->setText(text);
    m_message->show();
}

} // namespace ui
