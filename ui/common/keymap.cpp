// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keymap.h"

#include "ui/common/desktopactions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool meet(ActionScope a, ActionScope b)
{
    return a == b || a != ActionScope::List || b != ActionScope::List;
}

/// Whether an action may have these keys at all.
bool fits(const ActionSpec& action, const QKeySequence& keys)
{
    return !keys.isEmpty() && (action.scope != ActionScope::Desktop || canBeAnywhere(keys));
}

} // namespace

QString nameOf(const ActionSpec& action)
{
    QString name = QCoreApplication::translate(action.context, action.text);
    name.remove(u'&');
    return name;
}

KeyMap::KeyMap(settings::Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&settings, &settings::Settings::changed, this, [this](const QString& key) {
        if (key == QLatin1String(kOwnKeys.key)) {
            update();
        }
    });
}

void KeyMap::add(const QList<ActionSpec>& actions)
{
    m_actions += actions;
    update();
}

const ActionSpec* KeyMap::find(const QString& id) const
{
    const auto found = std::ranges::find_if(
        m_actions, [&id](const ActionSpec& each) { return id == QLatin1String(each.id); });
    return found == m_actions.end() ? nullptr : &*found;
}

const ActionSpec* KeyMap::rival(const ActionSpec& action, const QKeySequence& keys) const
{
    for (const ActionSpec& other : m_actions) {
        if (&other != &action && meet(other.scope, action.scope)
            && m_keys.value(QLatin1String(other.id)).contains(keys)) {
            return &other;
        }
    }
    return nullptr;
}

void KeyMap::update()
{
    const QHash<QString, QList<QKeySequence>> before = std::exchange(m_keys, {});
    const auto give = [this](const ActionSpec& action, const QList<QKeySequence>& wanted) {
        QList<QKeySequence> keys;
        for (const QKeySequence& each : wanted) {
            if (fits(action, each) && !rival(action, each)) {
                keys.append(each);
            }
        }
        m_keys.insert(QLatin1String(action.id), keys);
    };
    for (const QString& line : m_settings.value(kOwnKeys)) {
        const QString id = line.section(u'=', 0, 0);
        const ActionSpec* action = find(id);
        if (action && line.contains(u'=') && !m_keys.contains(id)) {
            give(*action, QKeySequence::listFromString(line.section(u'=', 1)));
        }
    }
    for (const ActionSpec& action : std::as_const(m_actions)) {
        if (!m_keys.contains(QLatin1String(action.id))) {
            give(action, action.keys);
        }
    }
    if (m_keys != before) {
        Q_EMIT changed();
    }
}

util::Result<void> KeyMap::choose(const QString& id, const QList<QKeySequence>& keys)
{
    const ActionSpec* action = find(id);
    if (!action) {
        return util::Error { util::Error::Code::NotFound, tr("There is no such action."), id, 0,
            {} };
    }
    for (const QKeySequence& each : keys) {
        if (!fits(*action, each)) {
            return util::Error { util::Error::Code::InvalidInput,
                tr("Other programs need this key. One together with Ctrl, Alt or Meta can be "
                   "taken, a function key or a media key."),
                each.toString(), 0, {} };
        }
        if (const ActionSpec* other = rival(*action, each)) {
            return util::Error { util::Error::Code::Conflict,
                tr("%1 belongs to “%2”.", "keys, action")
                    .arg(each.toString(QKeySequence::NativeText), nameOf(*other)),
                QLatin1String(other->id), 0, {} };
        }
    }
    store(id, QKeySequence::listToString(keys));
    return {};
}

void KeyMap::reset(const QString& id)
{
    store(id, std::nullopt);
}

bool KeyMap::isChosen(const QString& id) const
{
    return std::ranges::any_of(m_settings.value(kOwnKeys),
        [&id](const QString& line) { return line.section(u'=', 0, 0) == id; });
}

void KeyMap::store(const QString& id, const std::optional<QString>& keys)
{
    QStringList lines = m_settings.value(kOwnKeys);
    lines.removeIf([&id](const QString& line) { return line.section(u'=', 0, 0) == id; });
    if (keys) {
        lines.append(id + u'=' + *keys);
    }
    m_settings.set(kOwnKeys, lines);
}

} // namespace ui
