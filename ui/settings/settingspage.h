// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/accounts.h"
#include "core/account/pins.h"
#include "core/account/plexaccounts.h"
#include "core/library/library.h"
#include "core/settings/settings.h"
#include "ui/common/connection.h"
#include "ui/common/filepicker.h"
#include "ui/common/page.h"

class QCheckBox;
class QPushButton;

namespace ui {

class Capabilities;
class DesktopKeysCard;
class FilterField;
class KeyMap;
class TextLabel;
struct DesktopKeys;

/// Everything that can be chosen. What is chosen applies at once; there is no OK button.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    /// What is shown and changed; all of it outlives the page.
    struct Sources
    {
        settings::Settings& settings;
        account::Accounts& accounts;
        account::PlexAccounts& plexAccounts;
        account::Pins& pins;
        Capabilities& capabilities;
        KeyMap& keys;
        library::Library& library;
        const FilePicker& files;
    };

    explicit SettingsPage(const Sources& sources, QWidget* parent = nullptr);

    /// What the settings of keys are called; a route with it as its text shows them alone.
    [[nodiscard]] static QString keysTitle();

    void open(const Route& route) override;
    void setConnection(const ConnectionStatus& status);
    /// Whether the session starts the program; nothing where that cannot be chosen.
    void setStartsAtLogin(std::optional<bool> starts);
    /// How the keys fare that work anywhere on the desktop.
    void setDesktopKeys(const DesktopKeys& keys);
    /// What this computer lacks, in whole sentences.
    void setMissing(const QStringList& sentences);
    [[nodiscard]] QWidget* focusTarget() override;

Q_SIGNALS:
    void addRequested();
    void demoRequested();
    void serverRequested(const types::ServerId& server);
    void forgetRequested(const types::ServerId& server);
    void signOutRequested(const QString& account);
    void checkRequested();
    /// All of the library is to be read again.
    void fullSyncRequested();
    /// A cache is to be emptied; an empty name: all of them.
    void flushRequested(const QString& bucket);
    void startAtLoginRequested(bool starts);
    /// Which ways to the current server may be taken is another matter now.
    void routesChanged();

private:
    void add(QWidget* card);
    /// Shows the cards that have all words of the search in a text.
    void search();
    [[nodiscard]] QWidget* makeConnection(Capabilities& capabilities);
    [[nodiscard]] QWidget* makeServers(const Sources& sources);
    [[nodiscard]] static QWidget* makeKeys(KeyMap& keys);
    [[nodiscard]] QWidget* makeLibrary(const Sources& sources);
    [[nodiscard]] QWidget* makePrivacy(account::Accounts& accounts);
    [[nodiscard]] QWidget* makeLog();
    [[nodiscard]] QWidget* makeTransfer(const Sources& sources);
    [[nodiscard]] QWidget* makeWindow();
    [[nodiscard]] QWidget* makeMissing();
    [[nodiscard]] static QWidget* makeCapabilities(const Capabilities& capabilities);

    settings::Settings& m_settings;
    FilterField* m_search;
    QString m_opened; ///< the text of the route that led here
    QVBoxLayout* m_column;
    StatePage* m_states = nullptr;
    QList<QWidget*> m_cards;
    QPushButton* m_sync = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_demo = nullptr;
    TextLabel* m_status = nullptr;
    TextLabel* m_reason = nullptr;
    QCheckBox* m_startsAtLogin = nullptr;
    DesktopKeysCard* m_desktopKeys = nullptr;
    TextLabel* m_missing = nullptr;
    QWidget* m_missingCard = nullptr;
};

} // namespace ui
