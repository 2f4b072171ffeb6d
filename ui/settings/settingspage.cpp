// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "core/util/fold.h"
#include "ui/common/behaviour.h"
#include "ui/common/diagnostics.h"
#include "ui/common/errorbar.h"
#include "ui/common/filterfield.h"
#include "ui/common/icons.h"
#include "ui/common/sectioncard.h"
#include "ui/common/textlabel.h"
#include "ui/settings/capabilitylist.h"
#include "ui/settings/cards.h"
#include "ui/settings/choices.h"
#include "ui/settings/desktopkeyscard.h"
#include "ui/settings/keyline.h"
#include "ui/settings/librarycard.h"
#include "ui/settings/privacycard.h"
#include "ui/settings/serverspanel.h"
#include "ui/settings/transfercard.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 640;
constexpr int kSearchWidth = 220;

/// All that can be read in a card, also what can be chosen in it.
/// What stands at the top of a card.
QString titleOf(const QWidget& card)
{
    const auto* label = card.findChild<QLabel*>();
    return label ? label->text() : QString();
}

QString textOf(const QWidget& card)
{
    QStringList texts;
    for (const auto* label : card.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    for (const auto* button : card.findChildren<QAbstractButton*>()) {
        texts.append(button->text());
    }
    for (const auto* box : card.findChildren<QComboBox*>()) {
        for (int i = 0; i < box->count(); ++i) {
            texts.append(box->itemText(i));
        }
    }
    return texts.join(u'\n');
}

} // namespace

SettingsPage::SettingsPage(const Sources& sources, QWidget* parent)
    : Page(parent)
    , m_settings(sources.settings)
    , m_search(new FilterField(tr("Search the settings")))
{
    setObjectName(u"settingsPage"_s);
    setHeader(tr("Settings"), {});
    m_search->setObjectName(u"settingsSearch"_s);
    onTextSize(m_search,
        [this] { m_search->setFixedWidth(qMax(scaled(kSearchWidth), m_search->leastWidth())); });
    addHeaderWidget(m_search);
    auto* box = new QWidget;
    onTextSize(box, [box] { box->setMaximumWidth(scaled(kWidth)); });
    m_column = new QVBoxLayout(box);
    m_column->setContentsMargins(space::kL, 0, space::kL, space::kL);
    m_column->setSpacing(space::kM);
    add(makeConnection(sources.capabilities));
    add(makeServers(sources));
    add(makeLibrary(sources));
    add(cards::makePlayback(m_settings));
    add(cards::makeAppearance(m_settings));
    add(makeWindow());
    add(makeKeys(sources.keys));
    m_desktopKeys = new DesktopKeysCard(sources.keys, m_settings);
    add(m_desktopKeys);
    add(makePrivacy(sources.accounts));
    add(makeLog());
    add(makeTransfer(sources));
    add(makeMissing());
    add(makeCapabilities(sources.capabilities));
    m_column->addStretch();
    m_states = makeStates(scrolled(box, u"settingsScroll"_s), StatePage::Skeleton::Rows);
    setContent(m_states);
    m_states->showContent();
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_search, &FilterField::left, this, [this] { focusTarget()->setFocus(); });
    connect(m_states, &StatePage::actionRequested, m_search, &QLineEdit::clear);
}

QString SettingsPage::keysTitle()
{
    return tr("Keys");
}

void SettingsPage::open(const Route& route)
{
    if (std::exchange(m_opened, route.text) != route.text) { // else what is typed there stays
        m_search->setText(route.text);
    }
}

void SettingsPage::add(QWidget* card)
{
    m_column->addWidget(card);
    m_cards.append(card);
}

void SettingsPage::search()
{
    const QString wanted = util::fold(m_search->text()).trimmed();
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    // Who says what a card is called means that one.
    const bool isTitle = std::ranges::any_of(
        m_cards, [&wanted](const QWidget* card) { return util::fold(titleOf(*card)) == wanted; });
    bool isFound = false;
    for (QWidget* card : std::as_const(m_cards)) {
        const QString text = util::fold(textOf(*card));
        const bool matches = isTitle ? util::fold(titleOf(*card)) == wanted
                                     : std::ranges::all_of(words, [&text](const QString& word) {
                                           return text.contains(word);
                                       });
        card->setVisible(matches && (card != m_missingCard || !m_missing->text().isEmpty()));
        isFound |= matches;
    }
    if (isFound) {
        findChild<QScrollArea*>(u"settingsScroll"_s)->verticalScrollBar()->setValue(0);
        m_states->showContent();
    } else {
        m_states->showEmpty(u"search"_s, tr("Nothing matches"),
            tr("No setting has these words in its name."), tr("Clear the search"));
    }
}

QWidget* SettingsPage::makeConnection(Capabilities& capabilities)
{
    m_status = new TextLabel(TextRole::Body);
    m_status->setObjectName(u"settingsConnection"_s);
    m_status->setWordWrap(true);
    m_reason = new TextLabel(TextRole::Caption, Tone::Secondary);
    m_reason->setObjectName(u"settingsReason"_s);
    m_reason->setWordWrap(true);
    m_sync = new QPushButton(icon(u"sync"_s), tr("Synchronise now"));
    m_sync->setObjectName(u"settingsSync"_s);
    m_check = new QPushButton(tr("Check the connection …"));
    m_check->setObjectName(u"settingsCheck"_s);
    capabilities.bind(*m_sync, account::Feature::Sync);
    capabilities.bind(*m_check, account::Feature::CheckConnection);
    m_demo = new QPushButton(tr("Open the demo"));
    m_demo->setObjectName(u"settingsDemo"_s);
    auto* card = new SectionCard(tr("Connection"), tr("The server whose library is shown."));
    card->add(m_status);
    card->add(m_reason);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    buttons->addWidget(m_sync);
    buttons->addWidget(m_check);
    buttons->addStretch();
    card->add(buttons);
    auto* other = new QHBoxLayout;
    other->addWidget(m_demo);
    other->addStretch();
    card->add(other);
    connect(m_sync, &QPushButton::clicked, this, &SettingsPage::syncRequested);
    connect(m_check, &QPushButton::clicked, this, &SettingsPage::checkRequested);
    connect(m_demo, &QPushButton::clicked, this, &SettingsPage::demoRequested);
    return card;
}

QWidget* SettingsPage::makeServers(const Sources& sources)
{
    auto* card = new SectionCard(
        tr("Servers and accounts"), tr("Each server and user has a library of its own here."));
    auto* servers = new ServersPanel(sources.accounts, sources.plexAccounts, sources.pins);
    card->add(servers);
    connect(servers, &ServersPanel::addRequested, this, &SettingsPage::addRequested);
    connect(servers, &ServersPanel::serverRequested, this, &SettingsPage::serverRequested);
    connect(servers, &ServersPanel::forgetRequested, this, &SettingsPage::forgetRequested);
    connect(servers, &ServersPanel::signOutRequested, this, &SettingsPage::signOutRequested);
    connect(servers, &ServersPanel::routesChanged, this, &SettingsPage::routesChanged);
    return card;
}

QWidget* SettingsPage::makeLibrary(const Sources& sources)
{
    auto* card = new LibraryCard(sources.library, sources.settings, sources.capabilities);
    connect(card, &LibraryCard::fullSyncRequested, this, &SettingsPage::fullSyncRequested);
    return card;
}

QWidget* SettingsPage::makePrivacy(account::Accounts& accounts)
{
    auto* card = new PrivacyCard(accounts);
    connect(card, &PrivacyCard::flushRequested, this, &SettingsPage::flushRequested);
    connect(card, &PrivacyCard::forgetRequested, this, &SettingsPage::forgetRequested);
    connect(card, &PrivacyCard::signOutRequested, this, &SettingsPage::signOutRequested);
    return card;
}

QWidget* SettingsPage::makeLog()
{
    using diagnostics::LogLevel;
    auto* level = new QComboBox;
    level->setObjectName(u"settingsLogLevel"_s);
    level->addItem(tr("Warnings only"), int(LogLevel::Warnings));
    level->addItem(tr("Normal"), int(LogLevel::Normal));
    level->addItem(tr("Detailed, to look for a fault"), int(LogLevel::Detailed));
    choices::bind(level, m_settings, diagnostics::kLogLevel);
    auto* card = new SectionCard(tr("Log"),
        tr("What the program writes down while it runs. Names of servers and media are only in a "
           "detailed log, tokens in none."));
    card->add(choices::line(tr("How much is written down"), level));
    return card;
}

QWidget* SettingsPage::makeTransfer(const Sources& sources)
{
    auto* card = new TransferCard(sources.settings, sources.files);
    connect(
        card, &TransferCard::failed, this, [this](const util::Error& error, const QString& what) {
            errorBar().show(error, what, false);
        });
    connect(card, &TransferCard::done, this,
        [this](const QString& text) { errorBar().showNotice(text); });
    return card;
}

QWidget* SettingsPage::makeWindow()
{
    using behaviour::OnClose;
    auto* onClose = new QComboBox;
    onClose->setObjectName(u"settingsOnClose"_s);
    onClose->addItem(tr("Ask the first time"), int(OnClose::Ask));
    onClose->addItem(tr("Keep PlexM8 in the tray"), int(OnClose::KeepInTray));
    onClose->addItem(tr("Quit"), int(OnClose::Quit));
    choices::bind(onClose, m_settings, behaviour::kOnClose);
    auto* card = new SectionCard(
        tr("Window"), tr("Where the desktop has no tray, closing the window always quits."));
    card->add(choices::line(tr("When the window is closed"), onClose));
    m_startsAtLogin = new QCheckBox(tr("Start PlexM8 in the tray when you log in"));
    m_startsAtLogin->setObjectName(u"settingsStartAtLogin"_s);
    connect(m_startsAtLogin, &QCheckBox::clicked, this, &SettingsPage::startAtLoginRequested);
    card->add(m_startsAtLogin);
    setStartsAtLogin({});
    return card;
}

QWidget* SettingsPage::makeKeys(KeyMap& keys)
{
    auto* card = new SectionCard(keysTitle(),
        tr("Press a button, then the keys that are to do it. Escape leaves it as it is, Backspace "
           "takes the keys away."));
    for (const ActionSpec& action : keys.actions()) {
        if (action.scope != ActionScope::Desktop) {
            card->add(new KeyLine(keys, action));
        }
    }
    return card;
}

QWidget* SettingsPage::makeMissing()
{
    m_missing = new TextLabel(TextRole::Body);
    m_missing->setObjectName(u"settingsMissing"_s);
    m_missing->setWordWrap(true);
    auto* card = new SectionCard(tr("What is missing here"),
        tr("It depends on this computer and its desktop, not on the server."));
    card->add(m_missing);
    card->hide();
    m_missingCard = card;
    return card;
}

void SettingsPage::setStartsAtLogin(std::optional<bool> starts)
{
    m_startsAtLogin->setVisible(starts.has_value());
    m_startsAtLogin->setChecked(starts.value_or(false));
}

void SettingsPage::setDesktopKeys(const DesktopKeys& keys)
{
    m_desktopKeys->showState(keys);
}

void SettingsPage::setMissing(const QStringList& sentences)
{
    m_missing->setText(sentences.join(u"\n\n"_s));
    m_missingCard->setVisible(!sentences.isEmpty());
}

QWidget* SettingsPage::makeCapabilities(const Capabilities& capabilities)
{
    auto* card = new SectionCard(tr("What is possible now"),
        tr("It depends on the server, the account, the user and the connection."));
    card->add(new CapabilityList(capabilities));
    return card;
}

QWidget* SettingsPage::focusTarget()
{
    return m_sync->isEnabled() ? m_sync : m_check;
}

void SettingsPage::setConnection(const ConnectionStatus& status)
{
    using Kind = ConnectionStatus::Kind;
    QString text;
    switch (status.kind) {
    case Kind::None:
        text = tr("Not connected");
        break;
    case Kind::Connecting:
        text = tr("Connecting to %1 …").arg(status.server);
        break;
    case Kind::Lan:
    case Kind::Remote:
    case Kind::Relay:
        text = status.isDemo ? tr("The demo: a server inside this program, with invented music")
                             : tr("Connected to %1").arg(status.server);
        break;
    case Kind::Offline:
        text = tr("%1 cannot be reached").arg(status.server);
        break;
    case Kind::Refused:
        text = tr("%1 does not accept the sign-in").arg(status.server);
        break;
    }
    m_status->setText(text);
    m_reason->setText(status.reason);
    m_reason->setVisible(!status.reason.isEmpty() && !status.isDemo);
    m_demo->setVisible(!status.isDemo);
}

} // namespace ui
