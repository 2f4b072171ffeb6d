// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/offscreen.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kMark = "PLEXM8_OFFSCREEN";

} // namespace

std::optional<int> runOffscreen(const QStringList& arguments, QSize screen)
{
    if (qEnvironmentVariableIsSet(kMark)) {
        return std::nullopt;
    }
    QTemporaryFile config;
    if (!config.open()) {
        return 1;
    }
    const QJsonObject one { { "name"_L1, "tour"_L1 }, { "x"_L1, 0 }, { "y"_L1, 0 },
        { "width"_L1, screen.width() }, { "height"_L1, screen.height() }, { "logicalDpi"_L1, 96 },
        { "logicalBaseDpi"_L1, 96 }, { "dpr"_L1, 1 } };
    config.write(QJsonDocument(QJsonObject { { "screens"_L1, QJsonArray { one } } }).toJson());
    config.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(config.fileName()));
    qputenv(kMark, "1");
    const int code = QProcess::execute(QCoreApplication::applicationFilePath(), arguments.mid(1));
    return code < 0 ? 1 : code; // negative: it crashed or could not be started
}

} // namespace app
