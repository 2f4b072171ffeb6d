// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/democommand.h"

#include "app/cli/text.h"
#include "core/demo/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <csignal>
#include <cstdio>
#ifdef Q_OS_UNIX
#include <QSocketNotifier>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

void complain(const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

#ifdef Q_OS_UNIX
int s_signalPipe[2] = { -1, -1 }; // a signal handler can reach nothing but statics

void onSignal(int)
{
    const char byte = 1;
    // Nothing can be done about a failure here: the pipe is full only when we quit already.
    [[maybe_unused]] const auto written = ::write(s_signalPipe[1], &byte, 1);
}

/// Ends the event loop at SIGTERM and SIGINT.
void quitOnSignals(QCoreApplication& application)
{
    if (::pipe(s_signalPipe) != 0) {
        return; // the default action of the signals still ends the program
    }
    auto* notifier = new QSocketNotifier(s_signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}
#else
void onSignal(int)
{
    QCoreApplication::quit();
}

void quitOnSignals(QCoreApplication&)
{
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}
#endif

/// The number given for an option; nothing after a complaint if it is none or out of range.
std::optional<qint64> number(
    const QCommandLineParser& parser, const QString& name, qint64 fallback, qint64 most)
{
    if (!parser.isSet(name)) {
        return fallback;
    }
    bool isNumber = false;
    const qint64 value = parser.value(name).toLongLong(&isNumber);
    if (!isNumber || value < 0 || value > most) {
        complain(Text::tr("--%1 needs a number from 0 to %2.").arg(name).arg(most));
        return std::nullopt;
    }
    return value;
}

std::optional<demo::Options> parsed(const QStringList& args)
{
    QCommandLineParser parser;
    parser.addOptions({ { u"port"_s, {}, u"P"_s }, { u"tracks"_s, {}, u"N"_s },
        { u"seed"_s, {}, u"S"_s }, { u"music"_s, {}, u"DIR"_s }, { u"pregenerate"_s, {} } });
    if (!parser.parse(QStringList { u"demo serve"_s } + args)) {
        complain(parser.errorText());
        return std::nullopt;
    }
    if (!parser.positionalArguments().isEmpty()) {
        complain(
            Text::tr("demo serve does not know \"%1\".").arg(parser.positionalArguments().first()));
        return std::nullopt;
    }
    const auto port = number(parser, u"port"_s, 0, 65'535);
    const auto tracks = number(parser, u"tracks"_s, 2000, 5'000'000);
    const auto seed = number(parser, u"seed"_s, 1, 0xffffffff);
    if (!port || !tracks || !seed) {
        return std::nullopt;
    }
    demo::Options options;
    options.port = static_cast<quint16>(*port);
    options.tracks = *tracks;
    options.seed = static_cast<quint32>(*seed);
    options.musicDir = parser.value(u"music"_s);
    options.pregeneratePages = parser.isSet(u"pregenerate"_s);
    return options;
}

QByteArray line(const demo::Endpoints& endpoints)
{
    const QJsonObject json { { u"pms"_s, endpoints.pms.toString() },
        { u"plextv"_s, endpoints.plexTv.toString() },
        { u"discover"_s, endpoints.discover.toString() }, { u"tmdb"_s, endpoints.tmdb.toString() },
        { u"token"_s, QString::fromUtf8(endpoints.token.reveal()) },
        { u"accountToken"_s, QString::fromUtf8(endpoints.accountToken.reveal()) },
        { u"machineIdentifier"_s, endpoints.machineIdentifier } };
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

int runDemoServe(const QStringList& args)
{
    const std::optional<demo::Options> options = parsed(args);
    if (!options) {
        return kUsage;
    }
    demo::Server server(*options);
    const auto endpoints = server.start();
    if (!endpoints) {
        complain(endpoints.error().message);
        return kFailed;
    }
    quitOnSignals(*QCoreApplication::instance());
    std::fputs(line(*endpoints).constData(), stdout);
    std::fflush(stdout);
    QCoreApplication::exec();
    return kDone;
}

} // namespace cli
