// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"
#include "ui/common/trackcolumns.h"

#include <QObject>

namespace ui {

/// Finds the next row whose text begins with what was typed, over rows that need not be at hand.
///
/// Reads rows in blocks from the present one on and wraps around once; a new search stops the one
/// before. Cost: about 10 µs a row looked at.
class TypeAhead : public QObject
{
    Q_OBJECT

public:
    /// Rows [first, first + count) of the list as the text that is matched.
    using Reader = std::function<util::Future<QStringList>(int first, int count, std::stop_token)>;

    TypeAhead(Reader reader, std::function<int()> rowCount, QObject* parent = nullptr);

    /// @param from  the row to begin with; a longer text stays on it if it still matches
    void find(const QString& text, int from);

Q_SIGNALS:
    void found(int row);

private:
    void readBlock(const QString& key, int first, int left, std::stop_token stop);

    Reader m_reader;
    std::function<int()> m_rowCount;
    util::async::Latest m_latest;
};

} // namespace ui
