// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reply.h"

using namespace Qt::StringLiterals;
using Code = util::Error::Code;

namespace cli {

ExitCode exitCodeOf(const util::Error& error)
{
    switch (error.code) {
    case Code::Unauthorised:
    case Code::Forbidden:
    case Code::Tls: // the server answers, and is not believed
        return ExitCode::Refused;
    case Code::Offline:
    case Code::Timeout:
        return ExitCode::Offline;
    case Code::InvalidInput:
        return ExitCode::Usage;
    default:
        return ExitCode::Failed;
    }
}

Reply errorReply(const util::Error& error)
{
    Reply reply;
    reply.code = exitCodeOf(error);
    reply.json = { { "error"_L1,
        QJsonObject { { "code"_L1, util::codeName(error.code) }, { "message"_L1, error.message },
            { "details"_L1, error.detail } } } };
    reply.text = error.message;
    return reply;
}

util::Error usage(const QString& sentence)
{
    return { Code::InvalidInput, sentence, {}, 0, {} };
}

QString plainText(const QJsonObject& row, const QString& field)
{
    return row.value(field).toVariant().toString();
}

Reply listReply(const QString& name, const QJsonArray& rows, const QList<Column>& columns,
    const QString& whenEmpty)
{
    Reply reply;
    reply.json = { { name, rows }, { "total"_L1, rows.size() } };
    reply.text = rows.isEmpty() && !whenEmpty.isEmpty() ? whenEmpty + u'\n' : table(rows, columns);
    return reply;
}

QString table(const QJsonArray& rows, const QList<Column>& columns)
{
    QStringList header;
    for (const Column& column : columns) {
        header.append(column.heading);
    }
    QList<QStringList> cells;
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        QStringList line;
        for (const Column& column : columns) {
            line.append(column.text(row, column.field));
        }
        cells.append(line);
    }
    return table(header, cells);
}

QString table(const QStringList& header, const QList<QStringList>& rows)
{
    QList<qsizetype> widths(header.size(), 0);
    const auto widen = [&widths](const QStringList& row) {
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i) {
            widths[i] = qMax(widths.at(i), row.at(i).size());
        }
    };
    widen(header);
    std::ranges::for_each(rows, widen);
    const auto line = [&widths](const QStringList& row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isLast = i + 1 == row.size();
            text += isLast ? row.at(i) : row.at(i).leftJustified(widths.at(i) + 2);
        }
        return text + u'\n';
    };
    QString text = line(header);
    for (const QStringList& row : rows) {
        text += line(row);
    }
    return text;
}

} // namespace cli
