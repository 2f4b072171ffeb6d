// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/address.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QStringList>
#include <algorithm>
#include <array>

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

/// An address literal; IPv4 in IPv6's clothes is taken out of them.
QHostAddress literal(const QString& host)
{
    QHostAddress address(host);
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(v4) : address;
}

bool hasScheme(const QString& text)
{
    return text.contains(u"://"_s);
}

} // namespace

bool isLoopbackHost(const QString& host)
{
    return host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0 || literal(host).isLoopback();
}

bool isPrivateHost(const QString& host)
{
    if (host.isEmpty()) {
        return false;
    }
    const QHostAddress address = literal(host);
    if (!address.isNull()) {
        static const std::array subnets { std::pair(QHostAddress(u"10.0.0.0"_s), 8),
            std::pair(QHostAddress(u"172.16.0.0"_s), 12),
            std::pair(QHostAddress(u"192.168.0.0"_s), 16),
            std::pair(QHostAddress(u"100.64.0.0"_s), 10) };
        return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast()
            || std::ranges::any_of(subnets, [&address](const std::pair<QHostAddress, int>& subnet) {
                   return address.isInSubnet(subnet);
               });
    }
    static const QStringList endings { u".local"_s, u".lan"_s, u".home"_s, u".internal"_s,
        u".home.arpa"_s };
    const QString name = host.toLower();
    return isLoopbackHost(host) || !name.contains(u'.')
        || std::ranges::any_of(
            endings, [&name](const QString& ending) { return name.endsWith(ending); });
}

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
    if (!hasScheme(typed) && !isPrivateHost(url.host())) {
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
    if (!isPrivateHost(url.host())) {
        return refused(QT_TRANSLATE_NOOP("account::Address",
                           "This address is public and not encrypted, so others could read the "
                           "sign-in. Use an address that starts with https."),
            u"plain http to a public host"_s);
    }
    return ServerAddress { url,
        isLoopbackHost(url.host()) ? Transport::PlainLoopback : Transport::PlainPrivate };
}

} // namespace account
