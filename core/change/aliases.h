// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <atomic>
#include <memory>

namespace change {

/// What a thing that was made by a change, or made again, is called by the server.
struct Alias
{
    QString name {}; ///< as the journal has it, with its kind in front: "playlist:new-4f1c"
    QString key {}; ///< what the server calls it, without the kind
    bool operator==(const Alias&) const = default;
};

/// The newest numbers of things of one kind whose names are numbers, as they were when asked for.
class NumberAliases
{
public:
    /// Whether nothing has another name.
    [[nodiscard]] bool isEmpty() const { return !m_keys || m_keys->isEmpty(); }
    /// The newest number of what is called @p name; @p name itself if there is none.
    [[nodiscard]] qint64 of(qint64 name) const;

private:
    friend class Aliases;
    // Shared with the aliases that it comes from, until these change.
    std::shared_ptr<const QHash<qint64, qint64>> m_keys {};
};

/// The server's keys of what the journal calls otherwise, of one owner.
///
/// Copies share what they know. Thread: set() and add() one, the others any.
class Aliases
{
public:
    Aliases();

    /// Forgets all others.
    void set(const QList<Alias>& aliases);
    /// Cost: what is known is copied.
    void add(const QList<Alias>& aliases);
    /// The newest key of what is called @p name among things of @p kind ("playlist:"); @p name
    /// itself if there is none.
    [[nodiscard]] QString keyOf(const QString& kind, const QString& name) const;
    /// Of things of @p kind, of which there may be many, those whose names are numbers.
    [[nodiscard]] NumberAliases numbers(const QString& kind) const;

private:
    using Numbers = QHash<qint64, qint64>;
    struct Keys
    {
        QHash<QString, QString> texts {}; // by name, with its kind
        QHash<QString, std::shared_ptr<const Numbers>> numbers {}; // by kind
    };
    static void insert(Keys& keys, QHash<QString, Numbers>& numbers, const Alias& alias);
    // Shared by the copies: one of them is asked in the writer's thread.
    std::shared_ptr<std::atomic<std::shared_ptr<const Keys>>> m_keys;
};

} // namespace change
