// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkwatch.h"

#include <QNetworkInterface>
#include <algorithm>
#include <chrono>

namespace net {
namespace {

constexpr auto kPoll = std::chrono::seconds(5);
constexpr auto kSettle = std::chrono::milliseconds(500);

QList<QHostAddress> ownAddresses()
{
    QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    std::ranges::sort(
        addresses, {}, [](const QHostAddress& address) { return address.toString(); });
    return addresses;
}

} // namespace

NetworkWatch::NetworkWatch(QObject* parent)
    : QObject(parent)
    , m_addresses(ownAddresses())
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &NetworkWatch::changed);
    connect(&m_poll, &QTimer::timeout, this, &NetworkWatch::compare);
    m_poll.setTimerType(Qt::VeryCoarseTimer);
    m_poll.start(kPoll);
}

void NetworkWatch::compare()
{
    QList<QHostAddress> now = ownAddresses();
    if (now != m_addresses) {
        m_addresses = std::move(now);
        m_settle.start(kSettle);
    }
}

} // namespace net
