// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/attributions.h"

#include "core/util/version.h"
#include "ui/shell/libraryversions.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct AttributionText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Attributions)
};

} // namespace

QList<Attribution> attributions()
{
    const auto licence = [](QLatin1StringView name) { return u":/licences/"_s + name; };
    const QString gpl3 = AttributionText::tr("GNU GPL 3 or later");
    const QString lgpl21 = AttributionText::tr("GNU LGPL 2.1 or later");
    // FFmpeg's libraries are under the LGPL; with the parts that distributions build in, the GPL.
    QList<Attribution> list {
        { u"PlexM8"_s, QString(util::kVersion), gpl3, licence("gpl-3.0.txt"_L1) },
        { u"Qt"_s, QString::fromLatin1(qVersion()), AttributionText::tr("GNU LGPL 3"),
            licence("lgpl-3.0.txt"_L1) },
        { u"FFmpeg (libavformat, libavcodec, libavutil, libswresample)"_s,
            QString(versions::kFfmpeg), AttributionText::tr("GNU GPL 2 or later"),
            licence("gpl-3.0.txt"_L1) },
        { u"SQLite"_s, QString(versions::kSqlite), AttributionText::tr("public domain"),
            licence("sqlite.txt"_L1) },
        { u"simdjson"_s, QString(versions::kSimdjson), AttributionText::tr("Apache License 2.0"),
            licence("apache-2.0.txt"_L1) },
        { u"QtKeychain"_s, QString(versions::kKeychain),
            AttributionText::tr("BSD licence, 2 clauses"), licence("qtkeychain.txt"_L1) },
        { u"TagLib"_s, QString(versions::kTaglib), lgpl21, licence("lgpl-2.1.txt"_L1) },
        { u"zlib"_s, QString(versions::kZlib), AttributionText::tr("zlib licence"),
            licence("zlib.txt"_L1) },
    };
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    list.append({ u"libxcb"_s, QString(versions::kXcb), AttributionText::tr("X11 licence"),
        licence("xcb.txt"_L1) });
#endif
    return list;
}

QString versionInformation()
{
    QStringList lines;
    for (const Attribution& each : attributions()) {
        lines.append(u"%1 %2"_s.arg(each.name, each.version).trimmed());
    }
    lines.append(u"System: %1, %2 %3, %4"_s.arg(QSysInfo::prettyProductName(),
        QSysInfo::kernelType(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture()));
    const QScreen* screen = QGuiApplication::primaryScreen();
    lines.append(u"Window system: %1, desktop: %2, scale: %3"_s.arg(QGuiApplication::platformName(),
        qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"unknown"_s),
        QString::number(screen ? screen->devicePixelRatio() : 1.0)));
    lines.append(u"Language: %1, font: %2"_s.arg(
        QLocale().bcp47Name(), QFontInfo(QApplication::font()).family()));
    return lines.join(u'\n') + u'\n';
}

} // namespace ui
