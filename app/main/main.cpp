// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/singleinstance.h"
#include "app/main/desktop.h"
#include "app/main/offscreen.h"
#include "app/services/coredump.h"
#include "app/services/endsignals.h"
#include "app/services/ground.h"
#include "app/services/log.h"
#include "app/services/messages.h"
#include "app/services/translation.h"
#include "core/util/version.h"
#include "ui/common/appearance.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

int complain(const QString& sentence, int code)
{
    QTextStream(stderr) << u"plexm8: "_s << sentence << Qt::endl;
    return code;
}

/// Where the files of this run lie if it has a lasting place; a demo leaves nothing behind.
std::optional<app::Paths> lastingPaths(const app::Options& options)
{
    if (!options.dataDir.isEmpty()) {
        return app::Paths::below(options.dataDir);
    }
    return options.isDemo ? std::nullopt : std::optional(app::Paths::standard());
}

/// Makes this the one process of its profile, or hands what it was started with to the one that is.
///
/// @return the exit code, or nothing to go on
std::optional<int> claimProfile(const app::Options& options, app::SingleInstance& instance)
{
    const auto claimed = instance.claim();
    if (!claimed) {
        qCWarning(app::lcApp).noquote() << "event=no-claim" << claimed.error().detail;
    }
    if (claimed.value_or(true)) {
        return std::nullopt;
    }
    QObject context;
    std::optional<util::Error> failure;
    const app::StartRequest request { options.opens, app::givenActivation() };
    util::async::deliver(
        instance.pass(request, context), &context, [&failure](const util::Result<void>& passed) {
            if (!passed) {
                failure = passed.error();
            }
            QCoreApplication::quit();
        });
    QCoreApplication::exec();
    if (!failure) {
        return 0;
    }
    if (instance.claim().value_or(false)) {
        return std::nullopt; // the other one has ended meanwhile
    }
    return complain(failure->message, kFailed);
}

/// What is decided before there is a window: answers, refusals, another screen.
std::optional<int> answerWithoutWindow(
    int argc, char** argv, app::Options& options, std::optional<app::SingleInstance>& instance)
{
    QCoreApplication application(argc, argv);
    app::installTranslation(application);
    const auto parsed = app::parseOptions(QCoreApplication::arguments());
    if (!parsed) {
        return complain(parsed.error().message, kUsage);
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
        if (!app::Paths::makeFolder(options.tourFolder)) {
            return complain(
                QCoreApplication::translate("app::Options", "Pictures cannot be saved there: %1")
                    .arg(options.tourFolder),
                kFailed);
        }
        return app::runOffscreen(QCoreApplication::arguments(), options.size);
    }
    const auto paths = lastingPaths(options);
    if (!paths) {
        return std::nullopt; // nobody else has this profile
    }
    (void)paths->make(); // what is missing is said later
    instance.emplace(paths->data);
    return claimProfile(options, *instance);
}

/// Takes later starts for as long as the window is there.
void listenForStarts(app::StartListener& listener, app::Desktop& desktop)
{
    QObject::connect(&listener, &app::StartListener::received, &desktop, &app::Desktop::takeStart);
    if (const auto listens = listener.listen(); !listens) {
        qCWarning(app::lcApp).noquote() << "event=not-listening" << listens.error().detail;
    }
}

int runWindow(const app::Options& options, const std::optional<app::SingleInstance>& instance,
    const util::LogBuffer& log)
{
    const QTemporaryDir temporary; // of a demo, and in place of what cannot be written to
    const auto ground
        = app::prepareGround(lastingPaths(options).value_or(app::Paths::below(temporary.path())),
            options.dataDir.isEmpty() ? temporary.path() : QString());
    if (!ground) {
        return complain(ground.error().message, kFailed);
    }
    const app::Paths& paths = ground->paths;
    for (const QString& trouble : ground->troubles) {
        complain(trouble, kFailed);
    }
    app::installTranslation(*qApp,
        options.language.isEmpty()
            ? settings::Settings(paths.config + u"/settings.ini"_s).value(ui::appearance::kLanguage)
            : options.language);
    auto environment = options.isDemo
        ? util::Result<account::Environment>(account::Environment())
        : account::readEnvironment(QProcessEnvironment::systemEnvironment());
    if (!environment) {
        return complain(environment.error().message, kUsage);
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
    std::optional<app::StartListener> listener;
    if (instance) {
        listenForStarts(listener.emplace(instance->address()), desktop);
    }
    app::onEndSignals(desktop, [&desktop] { desktop.end(); });
    desktop.start();
    desktop.tell(ground->troubles);
    return QApplication::exec();
}

} // namespace

// What could throw are a Result that is asked for what it has not, and memory that runs out.
int main(int argc, char** argv) // NOLINT(bugprone-exception-escape)
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
    std::optional<app::SingleInstance> instance; // until the process ends
    if (const auto code = answerWithoutWindow(argc, argv, options, instance)) {
        return *code;
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"PlexM8"_s);
    QGuiApplication::setDesktopFileName(u"org.plexm8.PlexM8"_s);
    app::installTranslation(application);
    return runWindow(options, instance, log.lines());
}
