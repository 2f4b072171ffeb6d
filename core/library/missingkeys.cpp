// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/missingkeys.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace library {
namespace {

constexpr int kStopEvery = 1024;

/// SQLite's json_each() gives each string back as it is.
QString arrayOf(const QSet<QString>& keys)
{
    const QStringList list(keys.begin(), keys.end());
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

constexpr auto kMissing = R"sql(
    SELECT w.value
    FROM json_each(?) w
    WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.rating_key = w.value)
    AND NOT EXISTS (SELECT 1 FROM playlist p WHERE p.rating_key = w.value)
)sql";

} // namespace

util::Future<QSet<QString>> missingKeys(
    const Library& library, const QSet<QString>& keys, std::stop_token stop)
{
    return library.read(
        [keys](db::Connection& connection, std::stop_token stopped) -> util::Result<QSet<QString>> {
            auto rows = connection.prepare(QString::fromUtf8(kMissing));
            rows.bind(arrayOf(keys));
            QSet<QString> missing;
            while (rows.next()) {
                missing.insert(rows.text(0));
                if (missing.size() % kStopEvery == 0 && stopped.stop_requested()) {
                    return util::Error::cancelled();
                }
            }
            if (auto status = rows.status(); !status) {
                return std::move(status).error();
            }
            return missing;
        },
        std::move(stop));
}

} // namespace library
