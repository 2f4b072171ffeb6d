// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/notification.h"

#include "core/plex/jsondocument.h"

using namespace Qt::StringLiterals;

namespace plex {

namespace {

constexpr QLatin1StringView kEndpoint("notification"); // as errors name it

/// Calls @p take(Object) for each row, as long as there is room.
template <class Take>
void readRows(const json::Object& container, std::string_view name, Notification& into, Take&& take)
{
    qsizetype rows = 0;
    json::each(json::at(container, name), [&](const json::Object& row) {
        if (++rows > kMostEntries) {
            into.isCut = true;
            return;
        }
        take(row);
    });
}

void readEntry(const json::Object& row, Notification& into)
{
    // Other plug-ins number things of their own.
    const QString identifier = json::text(json::at(row, "identifier"));
    if (!identifier.isEmpty() && identifier != "com.plexapp.plugins.library"_L1) {
        return;
    }
    Notification::Entry entry;
    entry.key = { json::text(json::at(row, "itemID")) };
    entry.type
        = static_cast<types::ItemType>(json::smallInteger(json::at(row, "type")).value_or(0));
    entry.state = json::smallInteger(json::at(row, "state")).value_or(-1);
    if (entry.key.isValid()) {
        into.entries.append(entry);
    }
}

void readActivity(const json::Object& row, Notification& into)
{
    const auto activity = json::object(json::at(row, "Activity"));
    if (!activity) {
        return;
    }
    into.activities.append({ json::text(json::at(*activity, "type")),
        json::text(json::at(row, "event")) == "ended"_L1 });
}

} // namespace

util::Result<Notification> parseNotification(QByteArrayView frame)
{
    if (frame.size() > kLargestFrame) {
        return json::broken(QString(kEndpoint), u"too large"_s);
    }
    const auto document = json::Document::read(frame.toByteArray(), QString(kEndpoint));
    if (!document) {
        return document.error();
    }
    const auto outer = json::object((*document)->root());
    if (!outer) {
        return json::broken(QString(kEndpoint), u"no JSON object"_s);
    }
    Notification notification;
    const auto container = json::object(json::at(*outer, "NotificationContainer"));
    if (!container) {
        return notification; // "{}" keeps the line open
    }
    const QString type = json::text(json::at(*container, "type"));
    if (type == "timeline"_L1) {
        readRows(*container, "TimelineEntry", notification,
            [&notification](const json::Object& row) { readEntry(row, notification); });
    } else if (type == "activity"_L1) {
        readRows(*container, "ActivityNotification", notification,
            [&notification](const json::Object& row) { readActivity(row, notification); });
    }
    return notification;
}

} // namespace plex
