// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

#include <QElapsedTimer>
#include <QObject>

namespace ui {

/// What somebody types into a list to find a row, letter by letter; forgotten after a moment.
class TypedText
{
public:
    /// Whether a further letter, digit or space belongs to it.
    [[nodiscard]] bool isActive() const;
    /// Adds @p text, to nothing if too much time went by. @return all of it
    const QString& add(const QString& text);
    void clear() { m_text.clear(); }

private:
    QString m_text;
    QElapsedTimer m_sinceTyped;
};

/// Finds the next row whose text begins with what was typed, over rows that need not be at hand; a
/// new search stops the one before.
class TypeAhead : public QObject
{
    Q_OBJECT

public:
    /// The first row at or after @p from, going round, whose text begins with @p text; -1 if there
    /// is none. As library::rowBeginningWith().
    using Finder = std::function<util::Future<qint64>(
        const QString& text, qint64 from, std::stop_token stop)>;

    explicit TypeAhead(Finder finder, QObject* parent = nullptr);

    /// @param from  the row to begin with; a longer text stays on it if it still matches
    void find(const QString& text, int from);

Q_SIGNALS:
    void found(int row);

private:
    Finder m_finder;
    util::async::Latest m_latest;
};

/// Rows [first, first + count) of a list as the texts that are matched.
using RowTexts = std::function<util::Future<QStringList>(int first, int count, std::stop_token)>;

/// A finder for lists that the library has no look-up for: it reads their texts, a block after the
/// other. Cost: about 10 µs a row looked at. @param context  outlives the finder
[[nodiscard]] TypeAhead::Finder findInTexts(
    RowTexts texts, std::function<int()> rowCount, QObject* context);

} // namespace ui
