// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pins.h"

#include "core/demo/names.h"

namespace demo {

namespace {

/// Characters that nobody mistakes for each other.
QByteArray codeOf(quint64 seed, int length)
{
    constexpr const char* letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    Draw draw(seed);
    QByteArray code;
    for (int i = 0; i < length; ++i) {
        code += letters[draw.below(32)];
    }
    return code;
}

} // namespace

Pin& Pins::create(const QByteArray& client, const QByteArray& product, bool strong)
{
    Pin pin;
    pin.id = ++m_last;
    pin.code = codeOf(static_cast<quint64>(pin.id), strong ? 24 : 4);
    pin.client = client;
    pin.product = product;
    pin.createdAt = QDateTime::currentDateTimeUtc();
    pin.expiresAt = pin.createdAt.addSecs(
        (strong ? m_policy.strongLifetime : m_policy.shortLifetime).count());
    return *m_pins.insert(pin.id, pin);
}

Pin* Pins::find(int id, const QByteArray& client)
{
    m_pins.removeIf(
        [](const auto& entry) { return entry->expiresAt <= QDateTime::currentDateTimeUtc(); });
    const auto found = m_pins.find(id);
    return found == m_pins.end() || found->client != client ? nullptr : &*found;
}

bool Pins::poll(Pin& pin) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isTooSoon = m_policy.leastInterval.count() > 0 && pin.polledAt.isValid()
        && pin.polledAt.msecsTo(now) < m_policy.leastInterval.count();
    pin.polledAt = now;
    if (isTooSoon) {
        return false;
    }
    ++pin.polls;
    if (m_policy.claim == PinPolicy::Claim::AfterPolls && pin.polls >= m_policy.polls) {
        pin.claimedBy = kOwner;
    }
    return true;
}

bool Pins::link(const QByteArray& code, UserId user)
{
    for (Pin& pin : m_pins) {
        if (pin.code == code.toUpper() && pin.expiresAt > QDateTime::currentDateTimeUtc()) {
            pin.claimedBy = user;
            return true;
        }
    }
    return false;
}

void Pins::claimAll()
{
    if (m_policy.claim == PinPolicy::Claim::Never) {
        return;
    }
    for (Pin& pin : m_pins) {
        pin.claimedBy = kOwner;
    }
}

} // namespace demo
