// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/host.h"

#include <QHostAddress>
#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace net {
namespace {

/// An address literal; IPv4 in IPv6's clothes is taken out of them.
QHostAddress literal(const QString& host)
{
    QHostAddress address(host);
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(v4) : address;
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

} // namespace net
