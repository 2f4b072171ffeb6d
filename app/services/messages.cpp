// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/messages.h"

#include "core/net/redact.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QMessageLogContext>
#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Where handle() keeps lines, if anywhere: Qt calls a plain function, which can be handed nothing.
std::atomic<util::LogBuffer*> s_kept = nullptr;

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    default:
        return u"critical"_s;
    }
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString category = QString::fromUtf8(context.category ? context.category : "default");
    const QString clean = net::redact(message);
    if (util::LogBuffer* kept = s_kept) {
        kept->append({ 0, QDateTime::currentMSecsSinceEpoch(), type, category, clean });
    }
    const QByteArray bytes
        = u"%1 %2: "_s.arg(levelName(type), category).toUtf8() + clean.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

} // namespace

void installMessageHandler()
{
    qInstallMessageHandler(handle);
}

KeptLog::KeptLog()
{
    s_kept = &m_lines;
}

KeptLog::~KeptLog()
{
    s_kept = nullptr;
}

void setLogRules(const QString& rules)
{
    const QString given = qEnvironmentVariable("PLEXM8_LOG").replace(u';', u'\n');
    QLoggingCategory::setFilterRules(rules + u'\n' + given);
}

} // namespace app
