// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/democommand.h"

#include "app/cli/commands.h"
#include "app/cli/text.h"
#include "app/services/endsignals.h"
#include "core/demo/server.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The number given for an option; nothing after a complaint if it is none or out of range.
util::Result<qint64> number(
    const Arguments& arguments, const QString& name, qint64 fallback, qint64 most)
{
    if (!arguments.has(name)) {
        return fallback;
    }
    bool isNumber = false;
    const qint64 value = arguments.value(name).toLongLong(&isNumber);
    if (!isNumber || value < 0 || value > most) {
        return usage(Text::tr("--%1 must be a number from 0 to %2.").arg(name).arg(most));
    }
    return value;
}

util::Result<demo::Options> optionsFrom(const Arguments& arguments)
{
    const Command command { { u"demo"_s, u"serve"_s }, {}, {}, nullptr, 0,
        { u"port"_s, u"tracks"_s, u"seed"_s, u"music"_s, u"pregenerate"_s } };
    if (auto checked = checkArguments(command, arguments); !checked) {
        return std::move(checked).error();
    }
    const auto port = number(arguments, u"port"_s, 0, 65'535);
    const auto tracks = number(arguments, u"tracks"_s, 2000, 1'000'000);
    const auto seed = number(arguments, u"seed"_s, 1, 0xffffffff);
    for (const auto* value : { &port, &tracks, &seed }) {
        if (!*value) {
            return value->error();
        }
    }
    demo::Options options;
    options.port = static_cast<quint16>(*port);
    options.tracks = *tracks;
    options.seed = static_cast<quint32>(*seed);
    options.musicDir = arguments.value(u"music"_s);
    options.pregeneratePages = arguments.has(u"pregenerate"_s);
    return options;
}

QByteArray line(const demo::Endpoints& endpoints)
{
    const QJsonObject json { { u"pms"_s, endpoints.pms.toString() },
        { u"pmsHttps"_s, endpoints.pmsHttps.toString() },
        { u"plextv"_s, endpoints.plexTv.toString() },
        { u"discover"_s, endpoints.discover.toString() }, { u"tmdb"_s, endpoints.tmdb.toString() },
        { u"token"_s, QString::fromUtf8(endpoints.token.reveal()) },
        { u"accountToken"_s, QString::fromUtf8(endpoints.accountToken.reveal()) },
        { u"machineIdentifier"_s, endpoints.machineIdentifier } };
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

util::Result<void> runDemoServe(const Arguments& arguments)
{
    const auto options = optionsFrom(arguments);
    if (!options) {
        return options.error();
    }
    demo::Server server(*options);
    const auto endpoints = server.start();
    if (!endpoints) {
        return endpoints.error();
    }
    QObject context;
    app::onEndSignals(context, &QCoreApplication::quit);
    std::fputs(line(*endpoints).constData(), stdout);
    std::fflush(stdout);
    QCoreApplication::exec();
    return {};
}

} // namespace cli
