// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"
#include "app/main/offscreen.h"
#include "app/services/coredump.h"
#include "app/services/messages.h"
#include "app/services/translation.h"
#include "core/util/version.h"
#include "ui/common/appearance.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

int complain(const QString& sentence)
{
    QTextStream(stderr) << u"plexm8: "_s << sentence << Qt::endl;
    return 2;
}

/// What is decided before there is a window: answers, refusals, another screen.
std::optional<int> answerWithoutWindow(int argc, char** argv, app::Options& options)
{
    QCoreApplication application(argc, argv);
    app::installTranslation(application);
    const auto parsed = app::parseOptions(QCoreApplication::arguments());
    if (!parsed) {
        return complain(parsed.error().message);
    }
    options = *parsed;
    if (options.showsVersion) {
        QTextStream(stdout) << u"PlexM8 "_s << util::kVersion << Qt::endl;
        return 0;
    }
    if (options.showsHelp) {
        QTextStream(stdout) << app::optionsHelp();
        return 0;
    }
    if (!options.tourFolder.isEmpty()) {
        return app::runOffscreen(QCoreApplication::arguments(), options.size);
    }
    return std::nullopt;
}

int runWindow(const app::Options& options, const util::LogBuffer& log)
{
    // A demo leaves nothing behind, and never touches what is the user's own.
    const QTemporaryDir demoFolder;
    const QString folder = !options.dataDir.isEmpty() ? options.dataDir
        : options.isDemo                              ? demoFolder.path()
                                                      : QString();
    const app::Paths paths = folder.isEmpty() ? app::Paths::standard() : app::Paths::below(folder);
    if (!paths.make()) {
        return complain(QCoreApplication::translate(
            "app::Options", "The folder for the program's data cannot be written: %1")
                            .arg(paths.data));
    }
    app::installTranslation(*qApp,
        options.language.isEmpty()
            ? settings::Settings(paths.config + u"/settings.ini"_s).value(ui::appearance::kLanguage)
            : options.language);
    auto environment = options.isDemo
        ? util::Result<account::Environment>(account::Environment())
        : account::readEnvironment(QProcessEnvironment::systemEnvironment());
    if (!environment) {
        return complain(environment.error().message);
    }
    ui::Theme theme(*qApp);
    using Tokens = app::Services::Tokens;
    app::Services services(paths, *environment, options.isDemo ? Tokens::InMemory : Tokens::Stored);
    if (options.theme) {
        services.settings.set(ui::appearance::kTheme, *options.theme);
    }
    if (!options.tourFolder.isEmpty()) {
        services.settings.set(ui::appearance::kTextPercent, options.textPercent);
    }
    app::Session session(services);
    app::Desktop desktop(services, session, theme, log, options);
    desktop.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    app::forbidCoreDumps();
    // Set before anything of QtMultimedia: the ffmpeg one crashes without a sound device.
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND")) {
        qputenv("QT_MEDIA_BACKEND", "gstreamer");
    }
    QCoreApplication::setApplicationName(u"plexm8"_s);
    QCoreApplication::setApplicationVersion(util::kVersion);
    app::installMessageHandler();
    app::KeptLog log;
    app::setLogRules();
    app::Options options;
    if (const auto code = answerWithoutWindow(argc, argv, options)) {
        return *code;
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"PlexM8"_s);
    QGuiApplication::setDesktopFileName(u"org.plexm8.PlexM8"_s);
    app::installTranslation(application);
    return runWindow(options, log.lines());
}
