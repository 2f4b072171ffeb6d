// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/democommand.h"
#include "app/cli/text.h"
#include "app/services/coredump.h"
#include "app/services/ground.h"
#include "app/services/messages.h"
#include "app/services/services.h"
#include "app/services/session.h"
#include "app/services/translation.h"
#include "core/account/environment.h"
#include "core/util/version.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace {

void complain(const QString& sentence)
{
    QTextStream(stderr) << u"plexm8-cli: "_s << sentence << Qt::endl;
}

int finish(const cli::Reply& reply, const cli::Arguments& arguments)
{
    const bool failed = reply.json.contains("error"_L1);
    if (arguments.json) {
        QTextStream(stdout) << QString::fromUtf8(
            QJsonDocument(reply.json).toJson(QJsonDocument::Compact))
                            << Qt::endl;
    } else if (failed) {
        complain(reply.text);
    } else {
        if (!arguments.quiet || reply.code != cli::ExitCode::Done) {
            QTextStream(stdout) << reply.text << Qt::flush;
        }
        if (!reply.trouble.isEmpty()) {
            complain(reply.trouble);
        }
    }
    return static_cast<int>(reply.code);
}

/// An argument beats the environment.
Result<account::Environment> surroundings(const cli::Arguments& arguments)
{
    auto environment = account::readEnvironment(QProcessEnvironment::systemEnvironment());
    if (environment && !arguments.server.isEmpty()) {
        auto address = account::parseServerAddress(arguments.server);
        if (!address) {
            return std::move(address).error();
        }
        environment->server = *address;
    }
    return environment;
}

/// What a person at a command line can do about it, which the window says in its own way.
Error withAdvice(Error error, const app::Services& services)
{
    if (error.code != Error::Code::Unauthorised) {
        return error;
    }
    const bool isKnown = services.environment.server || services.accounts.current();
    if (!isKnown) {
        error.message = cli::Text::tr(
            "No server is known yet. Sign in with \"login\", or give a server's address with "
            "--server or in PLEXM8_SERVER_URL.");
    } else if (services.environment.token.isEmpty()) {
        error.message += u' ' + cli::Text::tr("Put a token of this server into PLEXM8_TOKEN.");
    }
    return error;
}

int runCommand(const cli::Command& command, const cli::Arguments& arguments,
    const account::Environment& environment)
{
    const auto ground = app::prepareGround(
        arguments.dataDir.isEmpty() ? app::Paths::standard() : app::Paths::below(arguments.dataDir),
        {});
    if (!ground) {
        return finish(cli::errorReply(ground.error()), arguments);
    }
    std::ranges::for_each(ground->troubles, complain);
    app::Services services(ground->paths, environment);
    app::Session session(services);
    QObject owner;
    QObject::connect(&services.backups, &app::Backups::restored, &owner,
        [](const app::Restored& what) { complain(what.summary() + u' ' + what.consequence()); });
    const cli::Context context { services, session, arguments, owner,
        arguments.words.mid(command.words.size()) };
    int code = static_cast<int>(cli::ExitCode::Failed);
    util::async::deliver(command.run(context), &owner,
        [&code, &services, &arguments, &owner](const Result<cli::Reply>& result) {
            code = finish(result ? *result : cli::errorReply(withAdvice(result.error(), services)),
                arguments);
            if (!services.library.isOpen()) { // and with it the user's file
                QCoreApplication::quit();
                return;
            }
            util::async::deliver(
                services.backups.makeIfDue(), &owner, [](const Result<bool>& made) {
                    if (!made) {
                        complain(made.error().message);
                    }
                    QCoreApplication::quit();
                });
        });
    QCoreApplication::exec();
    return code;
}

} // namespace

// Only running out of memory throws, and that ends the program as it should.
int main(int argc, char** argv) // NOLINT(bugprone-exception-escape)
{
    app::forbidCoreDumps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"plexm8"_s);
    QCoreApplication::setApplicationVersion(util::kVersion);
    app::installMessageHandler();
    // What another program reads is the same in every language.
    const bool isForPrograms = QCoreApplication::arguments().contains("--json"_L1);
    app::installTranslation(application, isForPrograms ? u"en"_s : QString());
    const auto arguments = cli::parseArguments(QCoreApplication::arguments().mid(1));
    if (!arguments) {
        cli::Arguments plain;
        plain.json = isForPrograms;
        return finish(cli::errorReply(arguments.error()), plain);
    }
    app::setLogRules(arguments->verbose ? u"*.debug=false\n*.info=true"_s : u"*.info=false"_s);
    if (arguments->version) {
        QTextStream(stdout) << u"plexm8-cli "_s << util::kVersion << Qt::endl;
        return 0;
    }
    if (arguments->help || arguments->words.isEmpty()) {
        QTextStream(stdout) << cli::helpText();
        return arguments->help ? 0 : static_cast<int>(cli::ExitCode::Usage);
    }
    if (arguments->words.mid(0, 2) == QStringList { u"demo"_s, u"serve"_s }) {
        const auto served = cli::runDemoServe(*arguments);
        return served ? 0 : finish(cli::errorReply(served.error()), *arguments);
    }
    const cli::Command* command = cli::findCommand(arguments->words);
    if (!command) {
        return finish(
            cli::errorReply(cli::usage(cli::Text::tr("There is no such command. See --help."))),
            *arguments);
    }
    if (const auto checked = cli::checkArguments(*command, *arguments); !checked) {
        return finish(cli::errorReply(checked.error()), *arguments);
    }
    const auto environment = surroundings(*arguments);
    if (!environment) {
        return finish(cli::errorReply(environment.error()), *arguments);
    }
    return runCommand(*command, *arguments, *environment);
}
