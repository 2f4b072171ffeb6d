// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/logmodel.h"

#include "ui/common/theme.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// 0 for what is least grave; Qt's own numbers are not in order.
int gravity(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    default:
        return 3;
    }
}

QString levelText(QtMsgType level)
{
    switch (gravity(level)) {
    case 0:
        return LogModel::tr("Detail");
    case 1:
        return LogModel::tr("Information");
    case 2:
        return LogModel::tr("Warning");
    default:
        return LogModel::tr("Error");
    }
}

QString timeText(const util::LogLine& line)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(line.at).time(), QLocale::ShortFormat);
}

} // namespace

LogModel::LogModel(const util::LogBuffer& log, QObject* parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{
}

bool LogModel::passes(const util::LogLine& line) const
{
    return gravity(line.level) >= gravity(m_least)
        && (m_text.isEmpty() || line.text.contains(m_text, Qt::CaseInsensitive)
            || line.category.contains(m_text, Qt::CaseInsensitive));
}

void LogModel::follow()
{
    if (m_log.latest() == m_seen) {
        return;
    }
    QList<util::LogLine> fresh = m_log.after(m_seen);
    m_seen = fresh.isEmpty() ? m_seen : fresh.constLast().number;
    fresh.removeIf([this](const util::LogLine& line) { return !passes(line); });
    if (fresh.isEmpty()) {
        return;
    }
    const auto first = int(m_shown.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_shown += fresh;
    endInsertRows();
    if (const auto surplus = int(m_shown.size()) - kMostLines; surplus > 0) {
        beginRemoveRows({}, 0, surplus - 1);
        m_shown.remove(0, surplus);
        endRemoveRows();
    }
}

void LogModel::clear()
{
    m_cleared = m_log.latest();
    reread();
}

void LogModel::setFilter(const QString& text, QtMsgType least)
{
    m_text = text;
    m_least = least;
    reread();
}

void LogModel::reread()
{
    beginResetModel();
    m_shown = m_log.after(m_cleared);
    m_seen = m_shown.isEmpty() ? m_cleared : m_shown.constLast().number;
    m_shown.removeIf([this](const util::LogLine& line) { return !passes(line); });
    endResetModel();
}

QString LogModel::text(const QList<int>& rows) const
{
    QString text;
    for (const int row : rows) {
        const util::LogLine& shown = line(row);
        text += u"%1 %2 %3: %4\n"_s.arg(
            QDateTime::fromMSecsSinceEpoch(shown.at).toString(Qt::ISODateWithMs),
            levelText(shown.level), shown.category, shown.text);
    }
    return text;
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Column::Message) + 1;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const util::LogLine& shown = line(index.row());
    if (role == Qt::DisplayRole) {
        switch (Column(index.column())) {
        case Column::Time:
            return timeText(shown);
        case Column::Level:
            return levelText(shown.level);
        case Column::Source:
            return shown.category;
        case Column::Message:
            return shown.text;
        }
    }
    if (role == Qt::AccessibleTextRole) {
        return tr("%1, %2: %3", "level, source, message")
            .arg(levelText(shown.level), shown.category, shown.text);
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Level:
        return tr("Kind");
    case Column::Source:
        return tr("Part of the program");
    case Column::Message:
        return tr("Message");
    }
    return {};
}

} // namespace ui
