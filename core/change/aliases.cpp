// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/aliases.h"

namespace change {

namespace {

/// Nothing is made again more often; a circle would be a damaged journal.
constexpr int kMostSteps = 10'000;

} // namespace

Aliases::Aliases()
    : m_keys(std::make_shared<std::atomic<std::shared_ptr<const Keys>>>())
{
    m_keys->store(std::make_shared<const Keys>());
}

void Aliases::set(const QList<Alias>& aliases)
{
    m_keys->store(std::make_shared<const Keys>());
    add(aliases);
}

/// Sorts an alias in: rows of playlists are numbers, and many.
void Aliases::insert(Keys& keys, QHash<QString, Numbers>& numbers, const Alias& alias)
{
    const qsizetype kindEnd = alias.name.indexOf(u':') + 1;
    bool isNumber = false;
    bool isNumberToo = false;
    const qint64 name = QStringView(alias.name).sliced(kindEnd).toLongLong(&isNumber);
    const qint64 key = alias.key.toLongLong(&isNumberToo);
    if (isNumber && isNumberToo) {
        numbers[alias.name.first(kindEnd)].insert(name, key);
    } else {
        keys.texts.insert(alias.name, alias.key);
    }
}

void Aliases::add(const QList<Alias>& aliases)
{
    if (aliases.isEmpty()) {
        return;
    }
    auto keys = std::make_shared<Keys>(*m_keys->load());
    QHash<QString, Numbers> numbers;
    for (const Alias& alias : aliases) {
        insert(*keys, numbers, alias);
    }
    for (auto kind = numbers.begin(); kind != numbers.end(); ++kind) {
        if (const auto former = keys->numbers.value(kind.key())) {
            Numbers all = *former;
            all.insert(*kind);
            *kind = all;
        }
        keys->numbers.insert(kind.key(), std::make_shared<const Numbers>(*kind));
    }
    m_keys->store(keys);
}

NumberAliases Aliases::numbers(const QString& kind) const
{
    NumberAliases numbers;
    numbers.m_keys = m_keys->load()->numbers.value(kind);
    return numbers;
}

QString Aliases::keyOf(const QString& kind, const QString& name) const
{
    const auto keys = m_keys->load();
    NumberAliases numbers;
    numbers.m_keys = keys->numbers.value(kind);
    QString key = name;
    for (int i = 0; i < kMostSteps; ++i) {
        const auto next = keys->texts.constFind(kind + key);
        if (next == keys->texts.constEnd()) {
            break;
        }
        key = *next;
    }
    bool isNumber = false;
    const qint64 number = key.toLongLong(&isNumber);
    return isNumber && !numbers.isEmpty() ? QString::number(numbers.of(number)) : key;
}

qint64 NumberAliases::of(qint64 name) const
{
    if (!m_keys) {
        return name;
    }
    for (int i = 0; i < kMostSteps; ++i) {
        const auto next = m_keys->constFind(name);
        if (next == m_keys->constEnd()) {
            break;
        }
        name = *next;
    }
    return name;
}

} // namespace change
