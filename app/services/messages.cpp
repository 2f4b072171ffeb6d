// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/messages.h"

#include "core/net/redact.h"

#include <QLoggingCategory>
#include <QMessageLogContext>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

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
    const QString line = levelName(type) + u' '
        + QString::fromUtf8(context.category ? context.category : "default") + u": "_s
        + net::redact(message) + u'\n';
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

} // namespace

void installMessageHandler()
{
    qInstallMessageHandler(handle);
}

void setLogRules(const QString& rules)
{
    const QString given = qEnvironmentVariable("PLEXM8_LOG").replace(u';', u'\n');
    QLoggingCategory::setFilterRules(rules + u'\n' + given);
}

} // namespace app
