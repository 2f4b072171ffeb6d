// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/environment.h"

#include "core/net/host.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using util::Error;
using util::SecretString;

namespace account {
namespace {

util::Result<QUrl> loopbackUrl(const QProcessEnvironment& variables, const QString& name)
{
    const QString text = variables.value(name).trimmed();
    if (text.isEmpty()) {
        return QUrl();
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || !net::isLoopbackHost(url.host())
        || !url.userInfo().isEmpty()) {
        return Error { Error::Code::InvalidInput,
            QCoreApplication::translate("account::Environment",
                "%1 may only be an http address of this machine (127.0.0.1).")
                .arg(name),
            u"not a loopback URL"_s, 0, {} };
    }
    return url;
}

} // namespace

util::Result<Environment> readEnvironment(const QProcessEnvironment& variables)
{
    Environment environment;
    const QString server = variables.value(u"PLEXM8_SERVER_URL"_s).trimmed();
    if (!server.isEmpty()) {
        const util::Result<ServerAddress> address = parseServerAddress(server);
        if (!address) {
            Error error = address.error();
            error.message = QCoreApplication::translate(
                "account::Environment", "PLEXM8_SERVER_URL cannot be used. %1")
                                .arg(error.message);
            return error;
        }
        environment.server = *address;
    }
    const std::pair<QString, QUrl Environment::*> clouds[] {
        { u"PLEXM8_PLEXTV_URL"_s, &Environment::plexTv },
        { u"PLEXM8_DISCOVER_URL"_s, &Environment::discover },
        { u"PLEXM8_TMDB_URL"_s, &Environment::tmdb },
        { u"PLEXM8_TMDB_IMAGE_URL"_s, &Environment::tmdbImage },
    };
    for (const auto& [name, member] : clouds) {
        util::Result<QUrl> url = loopbackUrl(variables, name);
        if (!url) {
            return std::move(url).error();
        }
        environment.*member = *url;
    }
    environment.token = SecretString(variables.value(u"PLEXM8_TOKEN"_s).trimmed().toUtf8());
    environment.tmdbKey = SecretString(variables.value(u"PLEXM8_TMDB_KEY"_s).trimmed().toUtf8());
    return environment;
}

} // namespace account
