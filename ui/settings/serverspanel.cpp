// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/serverspanel.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/lists.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;
using account::Preference;

namespace ui {

namespace {

constexpr int kRowsShown = 4;

QPushButton* button(const QString& name, const QString& text)
{
    auto* result = new QPushButton(text);
    result->setObjectName(name);
    return result;
}

/// A line of text with one thing that can be done about it.
QHBoxLayout* line(const QString& text, QPushButton* action)
{
    auto* label = new TextLabel(text, TextRole::Body);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kS);
    row->addWidget(label, 1);
    row->addWidget(action);
    return row;
}

} // namespace

ServersPanel::ServersPanel(account::Accounts& accounts, account::PlexAccounts& plexAccounts,
    account::Pins& pins, QWidget* parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_plexAccounts(plexAccounts)
    , m_pins(pins)
    , m_list(new QWidget)
{
    setObjectName(u"serversPanel"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    makeServers(*column);
    makeRoutes(*column);
    column->addWidget(m_list);
    connect(&accounts, &account::Accounts::serversChanged, this, &ServersPanel::showServers);
    connect(&accounts, &account::Accounts::currentChanged, this, &ServersPanel::showServers);
    connect(
        &plexAccounts, &account::PlexAccounts::accountsChanged, this, &ServersPanel::showAccounts);
    connect(&pins, &account::Pins::changed, this, &ServersPanel::showAccounts);
    showServers();
    showAccounts();
}

void ServersPanel::makeServers(QBoxLayout& column)
{
    m_servers = new QListWidget;
    m_servers->setObjectName(u"settingsServers"_s);
    m_servers->setAccessibleName(tr("Known servers"));
    m_use = button(u"settingsUse"_s, tr("Use this server"));
    m_forget = button(u"settingsForget"_s, tr("Forget it …"));
    auto* add = button(u"settingsAdd"_s, tr("Add a server …"));
    add->setIcon(icon(u"plus"_s));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_use);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    buttons->addWidget(add);
    column.addWidget(m_servers);
    column.addLayout(buttons);
    connect(m_servers, &QListWidget::currentRowChanged, this, &ServersPanel::showServer);
    connect(m_servers, &QListWidget::itemActivated, m_use, &QPushButton::click);
    connect(add, &QPushButton::clicked, this, &ServersPanel::addRequested);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const auto server = selected()) {
            Q_EMIT serverRequested(server->id);
        }
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (const auto server = selected()) {
            Q_EMIT forgetRequested(server->id);
        }
    });
}

void ServersPanel::makeRoutes(QBoxLayout& column)
{
    m_routes = new QWidget;
    m_preference = new QComboBox;
    m_preference->setObjectName(u"settingsPreference"_s);
    m_preference->addItem(tr("Automatic: the nearest"), int(Preference::Automatic));
    m_preference->addItem(tr("Local network only"), int(Preference::LanOnly));
    m_preference->addItem(tr("Never through the relay"), int(Preference::NoRelay));
    m_preference->addItem(tr("Always this address"), int(Preference::Fixed));
    m_fixed = new QLineEdit;
    m_fixed->setObjectName(u"settingsFixed"_s);
    m_fixed->setAccessibleName(tr("Address of the server"));
    m_fixed->setPlaceholderText(u"http://192.168.1.10:32400"_s);
    m_fixedHint = new TextLabel(
        tr("An address that begins with http is used only when the box below is ticked."),
        TextRole::Caption, Tone::Secondary);
    m_fixedHint->setObjectName(u"settingsFixedHint"_s);
    m_fixedHint->setWordWrap(true);
    m_fixed->setAccessibleDescription(m_fixedHint->text());
    m_plain = new QCheckBox(tr("May be unencrypted in the local network"));
    m_plain->setObjectName(u"settingsPlain"_s);
    m_plain->setToolTip(tr("Who can listen in that network could read the sign-in."));
    m_wrong = new TextLabel(TextRole::Caption, Tone::Danger);
    m_wrong->setObjectName(u"settingsFixedWrong"_s);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    auto* label = new TextLabel(tr("Way to the server"), TextRole::Body);
    label->setBuddy(m_preference);
    m_preference->setAccessibleName(label->text());
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(m_preference);
    auto* rows = new QVBoxLayout(m_routes);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::kS);
    rows->addLayout(row);
    rows->addWidget(m_fixed);
    rows->addWidget(m_fixedHint);
    rows->addWidget(m_wrong);
    rows->addWidget(m_plain);
    column.addWidget(m_routes);
    connect(m_preference, &QComboBox::activated, this, [this] {
        const bool isFixed = m_preference->currentData().toInt() == int(Preference::Fixed);
        showFixed(isFixed);
        if (isFixed && m_fixed->text().isEmpty()) {
            m_fixed->setFocus();
            return; // nothing to store before there is an address
        }
        storeRoutes();
    });
    connect(m_fixed, &QLineEdit::editingFinished, this, &ServersPanel::storeRoutes);
    connect(m_plain, &QCheckBox::clicked, this, [this](bool isAllowed) {
        if (const auto server = selected()) {
            m_accounts.setMayBePlain(server->id, isAllowed);
            Q_EMIT routesChanged();
        }
    });
}

std::optional<account::KnownServer> ServersPanel::selected() const
{
    const int row = m_servers->currentRow();
    return row >= 0 && row < m_known.size() ? std::optional(m_known.at(row)) : std::nullopt;
}

void ServersPanel::showServers()
{
    const auto before = selected();
    const auto current = m_accounts.current();
    m_known = m_accounts.servers();
    int row = 0;
    {
        const QSignalBlocker blocker(m_servers);
        m_servers->clear();
        for (const account::KnownServer& server : std::as_const(m_known)) {
            const bool isCurrent = current && current->id == server.id;
            QString text = format::server(server.name, server.owner);
            if (isCurrent) {
                text = tr("%1 (shown)").arg(text);
            }
            auto* item
                = new QListWidgetItem(icon(isCurrent ? u"check"_s : u"server"_s), text, m_servers);
            if (before ? before->id == server.id : isCurrent) {
                row = m_servers->row(item);
            }
        }
        m_servers->setCurrentRow(m_known.isEmpty() ? -1 : row);
    }
    m_servers->setVisible(!m_known.isEmpty());
    lists::fitHeight(*m_servers, kRowsShown);
    showServer();
}

void ServersPanel::showServer()
{
    const auto server = selected();
    const auto current = m_accounts.current();
    m_use->setEnabled(server && !(current && current->id == server->id));
    m_forget->setEnabled(server.has_value());
    m_routes->setVisible(server.has_value());
    if (!server) {
        return;
    }
    m_preference->setCurrentIndex(m_preference->findData(int(server->preference)));
    m_fixed->setText(server->fixed.url.toString());
    m_wrong->hide();
    m_plain->setChecked(server->mayBePlain);
    showFixed(server->preference == Preference::Fixed);
}

void ServersPanel::showFixed(bool isFixed)
{
    const auto server = selected();
    m_fixed->setVisible(isFixed);
    m_fixedHint->setVisible(isFixed && server && !server->mayBePlain);
}

void ServersPanel::storeRoutes()
{
    const auto server = selected();
    if (!server) {
        return;
    }
    const auto preference = static_cast<Preference>(m_preference->currentData().toInt());
    account::ServerAddress fixed = server->fixed;
    if (preference == Preference::Fixed) {
        const auto parsed = account::parseServerAddress(m_fixed->text());
        m_wrong->setVisible(!parsed);
        if (!parsed) {
            m_wrong->setText(parsed.error().message);
            return;
        }
        fixed = *parsed;
    }
    if (preference == server->preference && fixed == server->fixed) {
        return;
    }
    m_accounts.setPreference(server->id, preference, fixed);
    const auto current = m_accounts.current();
    if (current && current->id == server->id) {
        Q_EMIT routesChanged();
    }
}

void ServersPanel::showAccounts()
{
    // What is in the list may be where the click that changed it came from.
    m_list->deleteLater();
    m_list->hide();
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    const QList<account::PlexAccount> accounts = m_plexAccounts.accounts();
    for (const account::PlexAccount& account : accounts) {
        auto* signOut = button(u"settingsSignOut"_s, tr("Sign out …"));
        signOut->setAccessibleName(tr("Sign out of %1").arg(account.name));
        column->addLayout(line(tr("Plex account %1").arg(account.name), signOut));
        connect(signOut, &QPushButton::clicked, this,
            [this, uuid = account.uuid] { Q_EMIT signOutRequested(uuid); });
    }
    const QList<account::Pin> pins = m_pins.all();
    for (const account::Pin& pin : pins) {
        const QString where = u"%1:%2"_s.arg(pin.host).arg(pin.port);
        auto* remove = button(u"settingsUnpin"_s, tr("Trust no more"));
        remove->setAccessibleName(tr("Trust the certificate of %1 no more").arg(where));
        column->addLayout(line(tr("Certificate of %1, trusted by you").arg(where), remove));
        connect(remove, &QPushButton::clicked, this,
            [this, pin] { m_pins.remove(pin.host, pin.port); });
    }
    const std::unique_ptr<QLayoutItem> former(
        layout()->replaceWidget(m_list, list)); // nobody's now
    m_list = list;
    m_list->setVisible(!accounts.isEmpty() || !pins.isEmpty());
}

} // namespace ui
