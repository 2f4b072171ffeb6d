// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/activityapi.h"

#include "core/demo/homeuser.h"
#include "core/demo/model.h"
#include "core/demo/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kScanSeconds = 8;

QByteArray sectionTitle(int section)
{
    return section == sections::kMovies ? "Films" : section == sections::kShows ? "TV" : "Music";
}

} // namespace

void ActivityApi::addRoutes(Router& router)
{
    router.add(u"GET"_s, u"/activities"_s, this, &ActivityApi::list);
    router.add(u"DELETE"_s, u"/activities/{}"_s, this, &ActivityApi::cancel);
    router.add(u"GET"_s, u"/library/sections/{}/refresh"_s, this, &ActivityApi::refresh);
}

Activity ActivityApi::now(const Running& running, qint64 time)
{
    Activity activity = running.activity;
    if (activity.seconds > 0) {
        activity.progress = static_cast<int>(
            std::clamp<qint64>((time - running.since) * 100 / activity.seconds, 0, 100));
    }
    return activity;
}

void ActivityApi::advance()
{
    const qint64 time = Model::now();
    for (const Running& running : std::as_const(m_running)) {
        const qint64 length = running.activity.seconds;
        if (length > 0 && time - running.since >= length) {
            m_model.notices.activity(now(running, time), "ended");
        }
    }
    m_running.removeIf([time](const Running& running) {
        return running.activity.seconds > 0 && time - running.since >= running.activity.seconds;
    });
}

void ActivityApi::begin(const Activity& activity)
{
    m_running.append({ activity, Model::now() });
    m_model.notices.activity(activity, "started");
}

void ActivityApi::set(const QList<Activity>& activities)
{
    const QList<Running> before = std::exchange(m_running, {});
    for (const Running& running : before) {
        if (std::ranges::find(activities, running.activity.uuid, &Activity::uuid)
            == activities.end()) {
            m_model.notices.activity(running.activity, "ended");
        }
    }
    for (const Activity& activity : activities) {
        const bool isKnown = std::ranges::any_of(before,
            [&activity](const Running& running) { return running.activity.uuid == activity.uuid; });
        if (isKnown) {
            m_running.append({ activity, Model::now() });
            m_model.notices.activity(activity, "updated");
        } else {
            begin(activity);
        }
    }
}

Response ActivityApi::list(const Call& call)
{
    if (call.user != kOwner) {
        return Response::error(403);
    }
    advance();
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", m_running.size());
    out.beginList("Activity");
    for (const Running& running : std::as_const(m_running)) {
        const Activity activity = now(running, Model::now());
        out.beginItem("Activity");
        out.text("uuid", activity.uuid);
        out.text("type", activity.type);
        out.flag("cancellable", activity.isCancellable);
        out.number("userID", 1);
        out.text("title", activity.title);
        out.text("subtitle", activity.subtitle);
        out.number("progress", activity.progress);
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response ActivityApi::cancel(const Call& call)
{
    if (call.user != kOwner) {
        return Response::error(403);
    }
    const QByteArray uuid = call.args.value(0).toUtf8();
    const auto found = std::ranges::find_if(
        m_running, [&uuid](const Running& running) { return running.activity.uuid == uuid; });
    if (found == m_running.end()) {
        return Response::error(404);
    }
    if (!found->activity.isCancellable) {
        return Response::error(400);
    }
    m_model.notices.activity(found->activity, "ended");
    m_running.erase(found);
    return Response::empty();
}

Response ActivityApi::refresh(const Call& call)
{
    if (call.user != kOwner) {
        return Response::error(403);
    }
    const int section = static_cast<int>(call.key());
    if (section < sections::kMovies || section > sections::kShows) {
        return Response::error(404);
    }
    begin({ .uuid
        = "39cc0000-0000-4000-8000-" + QByteArray::number(++m_scans).rightJustified(12, '0'),
        .title = "Scanning " + sectionTitle(section),
        .isCancellable = false,
        .seconds = kScanSeconds });
    return Response::empty();
}

} // namespace demo
