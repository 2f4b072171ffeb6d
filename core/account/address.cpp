// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/address.h"

#include "core/net/host.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using util::Error;

namespace account {
namespace {

constexpr int kPlexPort = 32400;

Error refused(const char* sentence, const QString& detail)
{
    return Error { Error::Code::InvalidInput,
        QCoreApplication::translate("account::Address", sentence), detail, 0, {} };
}

bool hasScheme(const QString& text)
{
    return text.contains(u"://"_s);
}

} // namespace

util::Result<ServerAddress> parseServerAddress(const QString& text)
{
    const QString typed = text.trimmed();
    QUrl url(hasScheme(typed) ? typed : u"http://"_s + typed, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (typed.isEmpty() || !url.isValid() || url.host().isEmpty()
        || (scheme != "http"_L1 && scheme != "https"_L1)) {
        return refused(QT_TRANSLATE_NOOP("account::Address",
                           "This is not an address of a server. It looks like "
                           "192.168.1.20:32400 or https://plex.example.org."),
            u"no http or https URL with a host"_s);
    }
    if (!url.userInfo().isEmpty()) {
        return refused(QT_TRANSLATE_NOOP("account::Address",
                           "The address must not contain a user name or password."),
            u"user info in the URL"_s);
    }
    if (!hasScheme(typed) && !net::isPrivateHost(url.host())) {
        url.setScheme(u"https"_s);
    }
    if (url.scheme() == "http"_L1 && url.port() < 0) {
        url.setPort(kPlexPort);
    }
    url.setQuery(QString());
    url.setFragment(QString());
    while (url.path().endsWith(u'/')) {
        url.setPath(url.path().chopped(1));
    }
    if (url.scheme() == "https"_L1) {
        return ServerAddress { url, Transport::Encrypted };
    }
    if (!net::isPrivateHost(url.host())) {
        return refused(QT_TRANSLATE_NOOP("account::Address",
                           "This address is public and not encrypted, so others could read the "
                           "sign-in. Use an address that starts with https."),
            u"plain http to a public host"_s);
    }
    return ServerAddress { url,
        net::isLoopbackHost(url.host()) ? Transport::PlainLoopback : Transport::PlainPrivate };
}

} // namespace account
