// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/capability.h"
#include "core/settings/settings.h"
#include "core/util/result.h"

#include <QHash>
#include <QKeySequence>

namespace ui {

/// Where the keys of an action work. Those of the window work everywhere in it, and those of the
/// desktop also while another program has the focus, so that no other action can have them, too.
enum class ActionScope
{
    Window,
    List, ///< of tracks, while it has the focus
    Desktop
};

/// An action as menus, tooltips and the choice of keys know it. Each feature has a table of its
/// own.
struct ActionSpec
{
    const char* id = ""; ///< as the settings keep it: never another one for the same action
    const char* context = ""; ///< of its text, for translation
    const char* text = ""; ///< untranslated, with a mnemonic
    QList<QKeySequence> keys {}; ///< unless the user chose others
    ActionScope scope = ActionScope::Window;
    std::optional<account::Feature> needs {};
};

/// What the user chose: "id=keys; keys" for each action whose keys are not its own.
inline constexpr settings::Setting<QStringList> kOwnKeys { "keys/own" };

/// Which keys lead to which action: what the user chose, else what the tables say. No key ever
/// leads to two actions that could answer at the same time: what was chosen comes first, and a
/// table's key that is taken leads nowhere else.
class KeyMap final : public QObject
{
    Q_OBJECT

public:
    /// @param settings  outlives the map; a change of kOwnKeys applies at once
    explicit KeyMap(settings::Settings& settings, QObject* parent = nullptr);

    void add(const QList<ActionSpec>& actions);
    [[nodiscard]] const QList<ActionSpec>& actions() const { return m_actions; }
    [[nodiscard]] QList<QKeySequence> keys(const QString& id) const { return m_keys.value(id); }
    /// Chooses; no keys are a choice, too. Errors: Conflict, with the action that has one of them;
    /// InvalidInput, where other programs need them; NotFound, if there is no such action.
    [[nodiscard]] util::Result<void> choose(const QString& id, const QList<QKeySequence>& keys);
    /// Back to what the table says.
    void reset(const QString& id);
    /// Whether the user chose the keys of an action.
    [[nodiscard]] bool isChosen(const QString& id) const;

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] const ActionSpec* find(const QString& id) const;
    /// Another action than @p action that answers to @p keys where it does, too.
    [[nodiscard]] const ActionSpec* rival(const ActionSpec& action, const QKeySequence& keys) const;
    void store(const QString& id, const std::optional<QString>& keys);

    settings::Settings& m_settings;
    QList<ActionSpec> m_actions;
    QHash<QString, QList<QKeySequence>> m_keys;
};

/// The text of an action without its mnemonic, translated.
[[nodiscard]] QString nameOf(const ActionSpec& action);

} // namespace ui
