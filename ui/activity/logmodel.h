// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/logbuffer.h"

#include <QAbstractTableModel>

namespace ui {

/// The lines of the log that pass a filter, oldest first, as they were when it was last asked to
/// follow.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Time,
        Level,
        Source,
        Message
    };

    static constexpr int kMostLines = 5000; ///< of those that are shown, the latest

    /// @param log  outlives the model
    explicit LogModel(const util::LogBuffer& log, QObject* parent = nullptr);

    /// Takes in what was logged since.
    void follow();
    /// Nothing that was logged up to now is shown any more.
    void clear();
    /// @param text  in source or message, in any case; empty = all
    /// @param least  nothing that is less grave: QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg
    void setFilter(const QString& text, QtMsgType least);
    [[nodiscard]] const util::LogLine& line(int row) const { return m_shown.at(row); }
    /// One line for each of @p rows, with its date, to be pasted elsewhere.
    [[nodiscard]] QString text(const QList<int>& rows) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool passes(const util::LogLine& line) const;
    void reread();

    const util::LogBuffer& m_log;
    QList<util::LogLine> m_shown;
    quint64 m_cleared = 0; ///< the line after which the list begins
    quint64 m_seen = 0; ///< the latest that was looked at
    QString m_text;
    QtMsgType m_least = QtDebugMsg;
};

} // namespace ui
